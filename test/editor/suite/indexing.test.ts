import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  ConfigurationTarget,
  type TextEditor,
  Uri,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { codeOf, openDraft, squiggles, applyFix, untilSquiggles } from './drafts.js';

const DOSSIER = `---
dossier: The lido
---

## People

### Maren Oduya

- Role: council leader

### Ifeoma Vranić

- Role: head coach
`;

const DRAFT = 'Council leader Maren Oduay opened the lido. Ifeoma Vranić met Petri Salo there.\n';

/** More sources than are indexed before someone could press a button. */
const MANY = 800;

/** How often “Cancel” is tried before the sources are indexed again. */
const ATTEMPTS = 40;

/** Runs last, because it changes the sources of the folder. */
describe('many sources', () => {
  let editor: TextEditor;
  let folder: Uri;

  before(async () => {
    editor = await openDraft('ferry-line.md');
    folder = Uri.joinPath(editor.document.uri, '..');
    const write = (path: string, text: string): Thenable<void> =>
      workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
    await write('sources/lido.md', DOSSIER);
    await write('archive/lido.md', DOSSIER);
    await Promise.all(
      Array.from({ length: MANY }, (_, pier) => write(`archive/${pier}.md`, article(pier))),
    );
    await write('lido.md', DRAFT);
    await write('pool.md', 'The the pool is shut.\n');
    editor = await openDraft('lido.md');
    await untilSquiggles(
      editor.document,
      'the draft is checked against the source that is there',
      (shown) => shown.includes('name/misspelled “Oduay”'),
    );
  });

  it('are indexed with a progress bar, until it is cancelled', async () => {
    await workspace
      .getConfiguration('copydesk')
      .update('sources', ['archive/**'], ConfigurationTarget.Workspace);
    let attempts = 0;
    await until(
      'the draft is checked against nothing',
      async () => {
        // On a fast machine the indexing may end before it is cancelled: then it begins again.
        if (++attempts % ATTEMPTS === 0) await commands.executeCommand('copydesk.clearCaches');
        // The effect of “Cancel” in the notification of the progress.
        await commands.executeCommand('notification.acceptPrimaryAction');
        return squiggles(editor.document).length === 0;
      },
      { timeout: 30_000, state: () => squiggles(editor.document).join(', ') },
    );
  });

  it('are indexed after a restart, for all drafts of the folder', async () => {
    await commands.executeCommand('copydesk.restart');
    await until(
      'the sources are indexed',
      () => squiggles(editor.document).includes('name/misspelled “Oduay”'),
      { timeout: 30_000, state: () => squiggles(editor.document).join(', ') },
    );
    const closed = Uri.joinPath(folder, 'pool.md');
    await until('a closed draft is checked', () =>
      languages.getDiagnostics(closed).some((one) => codeOf(one) === 'sentence/repeated-word'),
    );
  });

  it('are indexed again after their caches were cleared, without writing to the folder', async () => {
    const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => /\.(?:index|readings|tmp)$/u.test(name)),
      [],
    );
    assert.ok(Number(await commands.executeCommand('copydesk.clearCaches')) > 0);
    await until(
      'the sources are indexed',
      () => squiggles(editor.document).includes('name/misspelled “Oduay”'),
      { timeout: 30_000, state: () => squiggles(editor.document).join(', ') },
    );
  });

  it('include a name that was added to their dossier, once that is saved', async () => {
    const unknown = 'name/unknown “Petri Salo”';
    await untilSquiggles(editor.document, 'the name is a hint', (s) => s.includes(unknown));
    await applyFix(editor.document, 'Petri Salo', 'Add “Petri Salo” to your dossier');
    const dossier = window.activeTextEditor;
    assert.ok(dossier !== undefined);
    assert.match(dossier.document.uri.path, /\/archive\/lido\.md$/u);
    assert.equal(dossier.document.lineAt(dossier.selection.active.line).text, '### Petri Salo');
    await workspace.saveAll();
    await untilSquiggles(editor.document, 'the name is known', (s) => !s.includes(unknown));
    await commands.executeCommand('copydesk.undoDecision');
    await workspace.saveAll();
    assert.doesNotMatch(dossier.document.getText(), /Petri Salo/u);
    await untilSquiggles(editor.document, 'the name is a hint again', (s) => s.includes(unknown));
  });
});

function article(pier: number): string {
  const days = Array.from({ length: 12 }, (_, day) => day);
  return days
    .map((day) => `On day ${day} the harbour board of pier ${pier} met ${day + pier} pilots.`)
    .join('\n\n');
}
