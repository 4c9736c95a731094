import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NOT_WRITING, afterMoving, afterTyping } from '../../server/session/heldBackFindings.js';
import { OpenDocuments } from '../../server/session/openDocuments.js';
import { isTyping } from '../../server/session/typing.js';

const URI = 'memory:///draft.md';

function opened(text: string): OpenDocuments {
  const documents = new OpenDocuments();
  documents.open({ uri: URI, languageId: 'markdown', version: 1, text });
  return documents;
}

/** A repeatable choice of numbers below a limit. */
function chooser(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
}

describe('an open document', () => {
  it('has the same text and changes, however the changes of a message are ordered', () => {
    const choose = chooser(7);
    const position = () => ({ line: choose(7), character: choose(9) });
    for (let round = 0; round < 4000; round++) {
      const text = 'one\ntwo two\r\n\nfour\rfive five five\nsix'
        .slice(choose(20))
        .concat('\nend'.repeat(12));
      let ranges = Array.from({ length: 1 + choose(4) }, () => {
        const start = position();
        const isWithinLine = choose(3) > 0;
        const end = { line: start.line + (isWithinLine ? 0 : 1), character: choose(9) };
        return { start, end: { ...end, character: Math.max(end.character, start.character) } };
      });
      const order = choose(3) - 1;
      ranges = ranges.sort((a, b) => order * (a.start.line - b.start.line));
      const changes = ranges.map((range) => {
        return { range, text: ['', 'x', 'yy', '\n'][choose(4)] ?? '' };
      });
      const documents = opened(text);
      const applied = documents.change({ uri: URI, version: 2 }, changes);
      const expected = TextDocument.create(URI, '', 1, text);
      for (const change of changes) TextDocument.update(expected, [change], 2);
      const after = (applied ?? []).reduce((rest, { start, removed, inserted }) => {
        assert.equal(rest.slice(start, start + removed.length), removed);
        return rest.slice(0, start) + inserted + rest.slice(start + removed.length);
      }, text);
      const shown = JSON.stringify([text, changes]);
      assert.equal(documents.get(URI)?.getText(), expected.getText(), shown);
      assert.equal(after, expected.getText(), shown);
      assert.equal(documents.get(URI)?.version, 2);
    }
  });

  it('takes a key at 10,000 cursors in a moment, in either order', () => {
    const count = 10_000;
    const text = Array.from({ length: count }, () => 'The ferry ran late on Monday.').join('\n');
    const changes = Array.from({ length: count }, (_, line): TextDocumentContentChangeEvent => {
      const at = { line, character: 3 };
      return { range: { start: at, end: at }, text: 'x' };
    });
    for (const ordered of [changes, [...changes].reverse()]) {
      const documents = opened(text);
      const before = process.cpuUsage();
      const applied = documents.change({ uri: URI, version: 2 }, ordered) ?? [];
      assert.ok(isTyping(applied));
      const writing = afterTyping(NOT_WRITING, applied);
      assert.ok(process.cpuUsage(before).user < 2_000_000);
      assert.equal(documents.get(URI)?.getText(), text.replaceAll('The ', 'Thex '));
      assert.deepEqual(writing, { ...NOT_WRITING, shown: [] });
    }
  });

  it('is not being written in at more cursors than anybody writes with', () => {
    const writing = { ...NOT_WRITING, written: { start: 0, end: 3 }, isTyping: true };
    assert.deepEqual(afterMoving(writing, [3]), { ...writing, cursors: [3] });
    assert.deepEqual(
      afterMoving(
        writing,
        Array.from({ length: 10_000 }, (_, at) => at),
      ),
      {
        ...NOT_WRITING,
        shown: [],
      },
    );
  });
});
