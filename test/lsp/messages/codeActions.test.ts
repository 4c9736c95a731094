import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, CodeActionTriggerKind, Diagnostic } from 'vscode-languageserver';
import { CHECK_CLAIM, FIND_IN_SOURCES } from '../../../protocol/capabilityConstants.js';
import { LineMap } from '../../../server/prose/sourceMap.js';
import { DRAFT, FakeEditor, UNCANCELLED } from '../../session/fakeEditor.js';

const SOURCE = `“Nobody asked me about the weir,” said Katarzyna Wolniewicz, the borough surveyor.

The inquiry heard 41 witnesses in the old town hall. The borough lent £40,000 in 1994 to repair the weir.

Idris Bankole, the bridge warden, closed the weir on Tuesday.
`;

/** The commands of our own client that check claims. */
const CHECKING = [CHECK_CLAIM, FIND_IN_SOURCES];

/** The parts of a request for quick fixes that a test sets. */
interface Asked {
  /** The commands of the client. */
  readonly commands?: readonly string[];
  readonly triggerKind?: CodeActionTriggerKind;
  /** True to ask where nothing is reported. */
  readonly isPlain?: boolean;
}

/** The quick fixes at the first occurrence of some words in a draft, for the diagnostics there. */
async function quickFixesAt(
  draft: string,
  words: string,
  { commands = [], triggerKind = 1, isPlain = false }: Asked = {},
): Promise<readonly CodeAction[]> {
  const editor = new FakeEditor({
    files: { 'sources/notes.md': SOURCE },
    capabilities: {
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete'] },
      },
    },
    initializationOptions: { commands: ['copydesk.showEvidence', ...commands] },
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
  assert.equal(diagnostics.length === 0, isPlain, 'what is reported there');
  const context = { diagnostics, triggerKind };
  return editor.handlers.codeActions.actions(
    { textDocument: { uri: DRAFT }, range: { start, end: start }, context },
    UNCANCELLED,
  );
}

/** The beginning of the title of an action that dismisses a finding. */
const DISMISSES = /^(?:Ignore|This spelling) /u;

const titlesOf = (actions: readonly CodeAction[]): readonly string[] =>
  actions.map(({ title, isPreferred }) => `${isPreferred === true ? '* ' : ''}${title}`);

describe('quick fixes', () => {
  it('begin with the fix, then the evidence and the note, and last the dismissals', async () => {
    const draft = 'The inquiry heard 14 witnesses in the old town hall.\n';
    assert.deepEqual(titlesOf(await quickFixesAt(draft, '14')), [
      '* Change to “41”',
      'See the evidence',
      'Insert TK note: [TK: verify claim]',
      'Ignore here',
      'Ignore in this paragraph',
    ]);
  });

  it('show the closest source after the note if no source has the words', async () => {
    const draft =
      'The inquiry heard 41 witnesses in the old town hall. Idris Bankole paints barges, cranes and a weir for Pelham Dredging.\n';
    assert.deepEqual(titlesOf(await quickFixesAt(draft, 'Pelham')), [
      'Insert TK note: [TK: verify claim]',
      'Show the closest passage',
      'Ignore here',
      'Ignore in this paragraph',
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
      const firstDismissal = titles.findIndex((title) => DISMISSES.test(title));
      assert.ok(
        titles.slice(firstDismissal).every((title) => DISMISSES.test(title)),
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
    assert.deepEqual(titles.slice(-2), ['This spelling is right in this folder', 'Ignore here']);
  });

  it('decide on a claim before they dismiss it, for a client that supports it', async () => {
    const draft = 'The inquiry heard 14 witnesses in the old town hall.\n';
    assert.deepEqual(titlesOf(await quickFixesAt(draft, '14', { commands: CHECKING })), [
      '* Change to “41”',
      'See the evidence',
      'Insert TK note: [TK: verify claim]',
      'Mark as checked',
      'Wrong: tell the writer…',
      'Find in sources…',
      'Ignore here',
      'Ignore in this paragraph',
    ]);
  });

  it('decide on a claim without a mark if requested explicitly, and never at another mark', async () => {
    const draft =
      'The inquiry heard 41 witnesses in the old town hall. Idris Bankol closed the weir on Tuesday.\n';
    const asked = { commands: CHECKING, isPlain: true };
    const actions = await quickFixesAt(draft, '41', asked);
    assert.deepEqual(titlesOf(actions), [
      'Mark as checked',
      'Wrong: tell the writer…',
      'Find in sources…',
    ]);
    assert.deepEqual(actions[0]?.command, {
      title: 'Mark as checked',
      command: CHECK_CLAIM,
      arguments: [{ draft: DRAFT, position: { line: 0, character: 19 } }, 'checked'],
    });
    assert.deepEqual(await quickFixesAt(draft, '41', { ...asked, triggerKind: 2 }), []);
    const misspelled = titlesOf(await quickFixesAt(draft, 'Bankol', { commands: CHECKING }));
    assert.ok(!misspelled.includes('Mark as checked'), misspelled.join('\n'));
  });
});
