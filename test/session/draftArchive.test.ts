import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ArchivedPassages } from '../../server/archive/archive.js';
import { UnreadableError } from '../../server/workspace/workspace.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';
import { archivedStory } from '../archivedStory.js';

const STORY =
  'The harbour board of Tolmin bought two ferries for 14 million euros in 2019. “We waited nine years for this ship,” said Ilse Varga.\n';

const LOCAL = 'The mayor of Tolmin opened the library on Monday. It cost 3 million euros.';
const CLAIM = 'The harbour board of Tolmin bought two ferries for 14 million euros in 2019.';
const DRAFT_TEXT = `${LOCAL} ${CLAIM}\n`;

/** An archive with one story, which a test can shut down. */
class FakeArchive {
  readonly sent: string[] = [];
  opened = 0;
  closed = 0;
  failure: string | undefined;
  /** Set to keep searches waiting until it is called. */
  release: (() => void) | undefined;
  isSlow = false;

  readonly open = (): Promise<{
    search: (words: readonly string[]) => Promise<readonly ArchivedPassages[]>;
    close: () => Promise<void>;
  }> => {
    this.opened++;
    return Promise.resolve({
      search: async (words) => {
        this.sent.push(words.join(' '));
        if (this.isSlow) await new Promise<void>((resolve) => (this.release = resolve));
        if (this.failure !== undefined) throw new UnreadableError(this.failure);
        return words.includes('ferry') ? [archivedStory(STORY)] : [];
      },
      close: () => {
        this.closed++;
        return Promise.resolve();
      },
    });
  };
}

function editorWith(archive: FakeArchive): FakeEditor {
  return new FakeEditor({
    files: { 'sources/notes.md': `${LOCAL}\n`, 'closed.md': DRAFT_TEXT },
    openArchive: archive.open,
    initializationOptions: { commands: ['copydesk.showFactSheet'] },
  });
}

/** Lets enough time pass for a check, a pause and an answer. */
async function settle(editor: FakeEditor): Promise<void> {
  await editor.timers.pass(1_500);
}

async function verdicts(editor: FakeEditor): Promise<readonly (readonly unknown[])[]> {
  const asked = editor.session.drafts.withClaims(DRAFT, UNCANCELLED);
  await editor.timers.pass(0);
  const draft = await asked;
  return (
    draft?.report.claims.map(({ verdict, isFromArchive = false }) => [verdict, isFromArchive]) ?? []
  );
}

const FOUND = [
  ['supported', false],
  ['supported', false],
  ['supported', true],
];

describe('a session with an archive', () => {
  it('sends the unanswered claims once a draft has not changed for a moment', async () => {
    const archive = new FakeArchive();
    const editor = editorWith(archive);
    editor.open(DRAFT_TEXT);
    await editor.timers.pass(500);
    assert.deepEqual([archive.opened, archive.sent], [0, []]);
    await settle(editor);
    assert.deepEqual(archive.sent, ['harbour board tolmin buy ferry euro two 14 million 2019']);
    // The code lens counts supported claims.
    assert.equal(editor.refreshes, 1);
    assert.deepEqual(await verdicts(editor), FOUND);
    await settle(editor);
    assert.equal(archive.sent.length, 1);
  });

  it('does not report claims as missing that it is about to send', async () => {
    const archive = new FakeArchive();
    const editor = editorWith(archive);
    const codes = (): readonly unknown[] =>
      editor.published.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    editor.open(DRAFT_TEXT);
    await settle(editor);
    assert.deepEqual(codes(), []);
    const alone = new FakeEditor({ files: { 'sources/notes.md': `${LOCAL}\n` } });
    alone.open(DRAFT_TEXT);
    await settle(alone);
    assert.deepEqual(alone.codes, ['claim/unsupported']);
    archive.failure = 'it is down';
    editor.change(`${DRAFT_TEXT}\nThe fire brigade of Ostrava saved 14 horses in 1987.\n`);
    await settle(editor);
    assert.deepEqual(editor.codes, ['claim/unsupported']);
  });

  it('sends nothing more about a version that was replaced, and nothing twice', async () => {
    const archive = new FakeArchive();
    const editor = editorWith(archive);
    editor.open(DRAFT_TEXT);
    await editor.timers.pass(900);
    editor.change(DRAFT_TEXT.replace('14 million', '15 million'));
    await editor.timers.pass(900);
    assert.deepEqual(archive.sent, []);
    await settle(editor);
    assert.deepEqual(archive.sent, ['harbour board tolmin buy ferry euro two 15 million 2019']);
    editor.change(DRAFT_TEXT);
    await settle(editor);
    editor.change(DRAFT_TEXT.replace('14 million', '15 million'));
    await settle(editor);
    assert.equal(archive.sent.length, 2);
  });

  it('uses an answer to a draft that has changed meanwhile only if it still asks for it', async () => {
    const archive = new FakeArchive();
    archive.isSlow = true;
    const editor = editorWith(archive);
    editor.open(DRAFT_TEXT);
    await settle(editor);
    assert.equal(archive.sent.length, 1);
    editor.change(`${LOCAL}\n`);
    archive.isSlow = false;
    archive.release?.();
    await settle(editor);
    assert.deepEqual(await verdicts(editor), FOUND.slice(0, 2));
    editor.change(DRAFT_TEXT);
    await settle(editor);
    assert.equal(archive.sent.length, 1);
    assert.deepEqual(await verdicts(editor), FOUND);
  });

  it('reports once that the archive fails, pauses longer each time, and continues', async () => {
    const archive = new FakeArchive();
    archive.failure = 'the archive’s server at db.example does not answer';
    const editor = editorWith(archive);
    editor.open(DRAFT_TEXT);
    await settle(editor);
    const said =
      'Drafts are checked without the archive for now: the archive’s server at db.example does not answer.';
    assert.deepEqual(editor.messages.slice(-2), [said, `${said} It is asked again in 5 seconds.`]);
    assert.deepEqual(editor.codes, ['claim/unsupported']);
    for (const [passed, sent] of [
      [4_000, 1],
      [2_000, 2],
      [8_000, 2],
      [2_000, 3],
      [15_000, 3],
      [6_000, 4],
    ] as const) {
      await editor.timers.pass(passed);
      assert.equal(archive.sent.length, sent);
    }
    await editor.timers.pass(3_600_000);
    // Every five minutes from the seventh time on.
    assert.equal(archive.sent.length, 18);
    assert.equal(editor.messages.filter((message) => message === said).length, 1);
    archive.failure = undefined;
    await editor.timers.pass(300_000);
    assert.deepEqual(editor.codes, []);
    assert.deepEqual(await verdicts(editor), FOUND);
    assert.equal(editor.messages.at(-1), 'The archive answers again.');
    archive.failure = 'it is down again';
    editor.change(DRAFT_TEXT.replace('two ferries', 'three ferries'));
    await settle(editor);
    assert.equal(
      editor.messages.at(-1),
      'Drafts are checked without the archive for now: it is down again. It is asked again in 5 seconds.',
    );
  });

  it('connects again if it could not', async () => {
    let tries = 0;
    const archive = new FakeArchive();
    const editor = new FakeEditor({
      files: { 'sources/notes.md': `${LOCAL}\n` },
      openArchive: () => {
        tries++;
        return tries === 1
          ? Promise.reject(new UnreadableError('the certificates cannot be read'))
          : archive.open();
      },
    });
    editor.open(DRAFT_TEXT);
    await settle(editor);
    assert.match(editor.messages.join('\n'), /the certificates cannot be read/u);
    await editor.timers.pass(6_000);
    assert.deepEqual(await verdicts(editor), FOUND);
  });

  it('checks without sources too', async () => {
    const archive = new FakeArchive();
    const editor = new FakeEditor({
      openArchive: archive.open,
      initializationOptions: { commands: ['copydesk.showFactSheet'] },
    });
    editor.open(`${CLAIM}\n\n“We waited nine years for this ship,” said Ilse Varga.\n`);
    await settle(editor);
    assert.deepEqual(await verdicts(editor), [
      ['supported', true],
      ['supported', true],
    ]);
    assert.equal(editor.checked.at(-1)?.draft?.state.text, 'Checked against your archive.');
  });

  it('leaves closed drafts alone, and closes its connections in the end', async () => {
    const archive = new FakeArchive();
    const editor = editorWith(archive);
    const token = UNCANCELLED;
    const reports = editor.session.diagnostics.pullWorkspace({ previousResultIds: [] }, token);
    await settle(editor);
    const { items } = await reports;
    assert.ok(items.some(({ uri }) => uri === `${FOLDER}closed.md`));
    assert.deepEqual(archive.sent, []);
    editor.open(DRAFT_TEXT);
    await editor.timers.pass(500);
    editor.session.editing.close(DRAFT);
    await settle(editor);
    assert.deepEqual(archive.sent, []);
    editor.open(DRAFT_TEXT);
    await settle(editor);
    await editor.session.shutdown();
    assert.equal(archive.closed, 1);
  });
});
