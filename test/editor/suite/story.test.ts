import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  type TextEditor,
  type ThemeIcon,
  Uri,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { closeActive, codeOf, openDraft, untilSquiggles } from './drafts.js';
import { type View, click, rowAt, rowsOf, untilRows, view } from './viewRows.js';

const LEAD = 'Twelve people died in a fire at the Oster ferry yard on Monday.';
const BEGAN = 'It began at 14:10 on 22 July 2024.';
const PUMPS = 'The pumps at the yard were switched off on 21 July 2024.';
const DRAFT = `# A Fire at the Ferry Yard

${LEAD} ${BEGAN} ${PUMPS}

The yard repairs ferries. The fire killed 14 people.
`;

const BUILT = 'The ferry yard was built in 1987.';
const LOG = `# Harbour log

${BUILT} The fire brigade arrived on 22 July 2024 at 14:25.
`;

const WITNESS = `# A witness

The pumps at the yard were switched off on 21 July 2024 to save diesel, said Petra Lindholm.
`;

describe('a story with sources of its own', () => {
  let editor: TextEditor;
  let sources: Uri;
  let witness: Uri;

  before(async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    sources = Uri.joinPath(folder, 'sources');
    witness = Uri.joinPath(sources, 'witness.md');
    await write(Uri.joinPath(sources, 'log.md'), LOG);
    await write(witness, WITNESS);
    await write(Uri.joinPath(folder, 'yard.md'), DRAFT);
    editor = await openDraft('yard.md');
  });

  after(async () => {
    await window.showTextDocument(editor.document);
    await closeActive();
    await workspace.fs.delete(sources, { recursive: true });
    await workspace.fs.delete(editor.document.uri);
  });

  it('gets its contradictions reported, with the other place', async () => {
    const { document } = editor;
    const inconsistent = await until('the later figure is marked', () =>
      languages.getDiagnostics(document.uri).find((one) => codeOf(one) === 'claim/inconsistent'),
    );
    assert.equal(document.getText(inconsistent.range), '14');
    assert.deepEqual(
      inconsistent.relatedInformation?.map(({ location: { uri, range }, message }) => [
        uri.toString(),
        document.getText(range),
        message,
      ]),
      [[document.uri.toString(), 'Twelve', LEAD]],
    );
  });

  it('has its dates and those of its sources in the chronology, in order', async () => {
    await commands.executeCommand('copydesk.timeline.focus');
    const rows = await untilRows(timeline(), 'the sources are in it', (text) =>
      text.includes('log.md'),
    );
    assert.deepEqual(
      rows.map(({ label, rows: below }) => [
        label,
        ...below.map(({ label: shown, item }) => `${shown}: ${String(item.description)}`),
      ]),
      [
        ['1987', `log.md:3: ${BUILT}`],
        [
          'Sunday 21 July 2024',
          `line 3: ${PUMPS}`,
          'witness.md:3: The pumps at the yard were switched off on 21 July 2024 to save diesel, said Petra Lindholm.',
        ],
        [
          'Monday 22 July 2024',
          `line 3: ${LEAD}`,
          `14:10 line 3: ${BEGAN}`,
          '14:25 log.md:3: The fire brigade arrived on 22 July 2024 at 14:25.',
        ],
      ],
    );
  });

  it('is opened from the timeline, and its sources are opened beside it', async () => {
    const rows = await rowsOf(timeline());
    await click(rowAt(rows, 'Sunday 21 July 2024', 'line 3'));
    const active = window.activeTextEditor;
    assert.equal(active?.document, editor.document);
    assert.equal(active.document.getText(active.selection), PUMPS);
    await click(rowAt(rows, '1987', 'log.md:3'));
    const log = await until('the source is open', () => {
      const now = window.activeTextEditor;
      return now?.document.uri.path.endsWith('/sources/log.md') === true && now;
    });
    assert.equal(log.document.getText(log.selection), BUILT);
    assert.notEqual(log.viewColumn, active.viewColumn);
    await closeActive();
  });

  it('keeps a source that is marked as confidential out of the exported fact sheet', async () => {
    assert.match(await exported(), /Petra Lindholm/u);
    await commands.executeCommand('copydesk.reference.focus');
    const open = rowAt(
      await untilRows(reference(), 'the source is listed', (text) => text.includes(NAME)),
      'Sources',
      NAME,
    );
    assert.equal(open.item.contextValue, 'open source');
    await commands.executeCommand('copydesk.markConfidential', open.node);
    const rows = await untilRows(reference(), 'it is confidential', (text) =>
      text.includes(`${NAME} — confidential, `),
    );
    const { item } = rowAt(rows, 'Sources', NAME);
    assert.equal((item.iconPath as ThemeIcon).id, 'lock');
    assert.equal(item.contextValue, 'confidential source');
    assert.equal(await read(witness), `---\nconfidential: true\n---\n\n${WITNESS}`);
    const dated = await untilRows(timeline(), 'the timeline says so', (text) =>
      text.includes('witness.md:7'),
    );
    const told = rowAt(dated, 'Sunday 21 July 2024', 'witness.md:7').item;
    assert.equal((told.iconPath as ThemeIcon).id, 'lock');
    const sheet = await exported();
    assert.doesNotMatch(sheet, /witness|Lindholm|diesel/iu);
    assert.match(sheet, /confidential source/u);
  });

  it('shows the source again when the mark is removed', async () => {
    const marked = rowAt(
      await untilRows(reference(), 'the source is listed', (text) => text.includes(NAME)),
      'Sources',
      NAME,
    );
    await commands.executeCommand('copydesk.unmarkConfidential', marked.node);
    await until('the mark is gone', async () => (await read(witness)) === WITNESS);
    await untilRows(
      reference(),
      'it is not confidential',
      (text) => text.includes(NAME) && !text.includes('confidential'),
    );
    assert.match(await exported(), /Petra Lindholm/u);
  });

  /** The fact sheet as it is exported in both formats. */
  async function exported(): Promise<string> {
    const texts: string[] = [];
    for (const name of ['yard-sheet.md', 'yard-sheet.html']) {
      const sheet = Uri.joinPath(sources, '..', name);
      await commands.executeCommand('copydesk.exportFactSheet', sheet);
      texts.push(await read(sheet));
      await workspace.fs.delete(sheet);
    }
    return texts.join('\n');
  }
});

describe('a script in Fountain', () => {
  it('is checked as a draft', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder !== undefined);
    const script = Uri.joinPath(folder, 'bulletin.fountain');
    await write(script, 'INT. STUDIO - NIGHT\n\nANCHOR\nThe the pool is shut.\n');
    const { document } = await openDraft('bulletin.fountain');
    await untilSquiggles(document, 'it is checked', (all) =>
      all.includes('sentence/repeated-word “The the”'),
    );
    await closeActive();
    await workspace.fs.delete(script);
  });
});

/** The source that is marked, as the reference view names it. */
const NAME = 'witness.md';

function timeline(): View {
  return view('timeline');
}

function reference(): View {
  return view('reference');
}

async function write(uri: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
