import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { LineMap } from '../../server/prose/sourceMap.js';
import { DRAFT, FakeEditor, UNCANCELLED } from '../session/fakeEditor.js';

const SOURCE = `“Nobody asked me about the weir,” said Katarzyna Wolniewicz, the borough surveyor.

The inquiry heard 41 witnesses in the old town hall. The borough lent £40,000 in 1994 to repair the weir.

Idris Bankole, the bridge warden, closed the weir on Tuesday.
`;

/** The quick fixes at the first occurrence of some words in a draft, for the diagnostics there. */
async function quickFixesAt(draft: string, words: string): Promise<readonly CodeAction[]> {
  const editor = new FakeEditor({
    files: { 'sources/notes.md': SOURCE },
    capabilities: {
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete'] },
      },
    },
    initializationOptions: { commands: ['copydesk.showEvidence'] },
  });
  await editor.openAndCheck(draft);
  const { start } = new LineMap(draft).range({
    start: draft.indexOf(words) + 1,
    end: draft.length,
  });
  const all = editor.published.findLast(({ uri }) => uri === DRAFT)?.diagnostics ?? [];
  const contains = ({ range }: Diagnostic): boolean =>
    (range.start.line < start.line ||
      (range.start.line === start.line && range.start.character <= start.character)) &&
    (range.end.line > start.line ||
      (range.end.line === start.line && range.end.character >= start.character));
  const diagnostics = all.filter(contains);
  assert.notDeepEqual(diagnostics, [], 'nothing is reported there');
  return editor.handlers.codeActions(
    { textDocument: { uri: DRAFT }, range: { start, end: start }, context: { diagnostics } },
    UNCANCELLED,
  );
}

const titlesOf = (actions: readonly CodeAction[]): readonly string[] =>
  actions.map(({ title, isPreferred }) => `${isPreferred === true ? '* ' : ''}${title}`);

describe('quick fixes', () => {
  it('have the fix first, then the evidence and the note, and last the dismissals', async () => {
    const draft = 'The inquiry heard 14 witnesses in the old town hall.\n';
    assert.deepEqual(titlesOf(await quickFixesAt(draft, '14')), [
      '* Change to “41”',
      'See the evidence (sources/notes.md, line 3)',
      'Insert TK note: [TK: verify claim]',
      'Ignore claim/contradicted here (.copydesk.json)',
      'Ignore claim/contradicted in this block (adds a comment)',
    ]);
  });

  it('show the closest source after the note if no source says it', async () => {
    const draft =
      'The inquiry heard 41 witnesses in the old town hall. Idris Bankole paints barges, cranes and a weir for Pelham Dredging.\n';
    assert.deepEqual(titlesOf(await quickFixesAt(draft, 'Pelham')), [
      'Insert TK note: [TK: verify claim]',
      'Show closest source (sources/notes.md, line 5)',
      'Ignore claim/unsupported here (.copydesk.json)',
      'Ignore claim/unsupported in this block (adds a comment)',
    ]);
  });

  it('open the evidence beside the draft', async () => {
    const draft = 'The inquiry heard 14 witnesses in the old town hall.\n';
    const actions = await quickFixesAt(draft, '14');
    assert.deepEqual(actions[1]?.command?.command, 'copydesk.showEvidence');
    assert.deepEqual(actions[1].command.arguments, ['memory:///sources/notes.md', 3]);
    assert.equal(actions[1].edit, undefined);
  });

  it('always restore the recorded words of an altered quote', async () => {
    const draft = '“Nobody told me about the weir,” said Katarzyna Wolniewicz.\n';
    const [first] = titlesOf(await quickFixesAt(draft, 'told'));
    assert.equal(first, '* Restore the original words: “Nobody asked me about the weir”');
  });

  it('are a short list for several findings at one word, with one preferred and none twice', async () => {
    const draft =
      '“Nobody told me about the the weir,” said Katarzyna Wolniewitz, the bridge warden.\n\n' +
      'Idris Bankole closed the weir. “Nobody told me about the the weir,” said Idris Bankol.\n';
    for (const words of ['the the', 'Wolniewitz', 'told']) {
      const actions = await quickFixesAt(draft, words);
      const titles = titlesOf(actions);
      assert.ok(titles.length < 11, titles.join('\n'));
      assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
      assert.ok(titles.filter((title) => title.startsWith('*')).length <= 1, titles.join('\n'));
      assert.ok(titles.filter((title) => title.includes('TK note')).length <= 1);
      const firstDismissal = titles.findIndex((title) => /^(?:Ignore|Accept)/u.test(title));
      assert.ok(
        titles.slice(firstDismissal).every((title) => /^(?:Ignore|Accept)/u.test(title)),
        titles.join('\n'),
      );
      const edits = actions.flatMap(({ edit }) => (edit === undefined ? [] : JSON.stringify(edit)));
      assert.equal(new Set(edits).size, edits.length);
    }
  });

  it('dismiss the finding nearest to the cursor, and fix the others too', async () => {
    const draft =
      'The inquiry heard 41 witnesses in the old town hall. Idris Bankol cost the the borough £2 million.\n';
    const titles = titlesOf(await quickFixesAt(draft, 'Bankol'));
    assert.match(titles[0] ?? '', /^\* Change to “Bankole”$/u);
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Ignore')),
      [
        'Ignore name/misspelled here (.copydesk.json)',
        'Ignore name/misspelled in this block (adds a comment)',
      ],
    );
  });
});
