import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ABOUT_SAMPLE, ELSEWHERE } from '../regatta.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from '../session/fakeEditor.js';
import { DOSSIER, MISTAKE, SOURCES, editorWith } from './lidoEditor.js';

describe('a client with a fact sheet', () => {
  const editorWithCommands = (commands: readonly string[]): FakeEditor =>
    editorWith(SOURCES, { initializationOptions: { commands } });
  const pull = (editor: FakeEditor, uri = DRAFT) =>
    editor.session.diagnostics.pull({ textDocument: { uri } }, UNCANCELLED);

  it('is notified once of each version of a draft, with the number of findings', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const files = new MemoryWorkspace(SOURCES);
    editor.workspace = files;
    editor.open(MISTAKE);
    await pull(editor);
    await pull(editor);
    const findings = { error: 0, warning: 1, information: 0, hint: 0 };
    const state = {
      kind: 'checked',
      text: 'Checked against your sources.',
      open: '1 to check',
      isSample: false,
    };
    assert.deepEqual(editor.checked, [
      { uri: DRAFT, version: 1, draft: { findings, state, unread: 0, reference: 1 } },
    ]);
    files.write('sources/lido.md', `${DOSSIER}\n`);
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await pull(editor);
    assert.deepEqual(
      editor.checked.map(({ version, draft }) => [version, draft?.reference]),
      [
        [1, 1],
        [1, 2],
      ],
    );
  });

  it('is notified of one state of a draft, which the fact sheet and the status bar show', async () => {
    const state = async (
      text: string,
      files: Readonly<Record<string, string>> = {},
    ): Promise<string> => {
      const initializationOptions = { commands: ['copydesk.showFactSheet'] };
      const editor = new FakeEditor({ files, initializationOptions });
      editor.open(text);
      await pull(editor);
      const sheet = await editor.handlers.factSheet.sheet(
        { textDocument: { uri: DRAFT } },
        UNCANCELLED,
      );
      const notified = editor.checked.at(-1)?.draft?.state;
      assert.deepEqual(notified, sheet?.state);
      return `${notified?.kind ?? ''}${notified?.isSample === true ? ' sample' : ''}`;
    };
    assert.equal(await state(''), 'noSources');
    assert.equal(await state(ELSEWHERE), 'noSources');
    assert.equal(await state(ABOUT_SAMPLE), 'checked sample');
    assert.equal(await state('', SOURCES), 'nothing');
    assert.equal(await state('# Headline only\n', SOURCES), 'nothing');
    assert.equal(await state('Maren Oduya leads the council.\n', SOURCES), 'checked');
  });

  it('is notified which sources could not be read, if there are no others', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const textDocument = { uri: DRAFT };
    const workspace = new MemoryWorkspace();
    editor.workspace = workspace;
    const shown = async (files: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(files)) workspace.write(path, text);
      editor.session.changeFiles([`${FOLDER}sources/a.pdf`]);
      await pull(editor);
      const { state } =
        (await editor.handlers.factSheet.sheet({ textDocument }, UNCANCELLED)) ?? {};
      assert.deepEqual(editor.checked.at(-1)?.draft?.state, state);
      const { notice, unread } = await editor.handlers.sources.overview(
        { textDocument },
        UNCANCELLED,
      );
      return [
        state?.kind,
        state?.text,
        notice,
        ...unread.map(({ name, reason }) => [name, reason]),
      ];
    };
    editor.open('Maren Oduya leads the council. It met in May.\n');
    assert.deepEqual(await shown({ 'sources/scan.pdf': '%PDF' }), [
      'unreadable',
      'scan.pdf could not be read, so claims and quotes were not checked.',
      'scan.pdf could not be read.',
      ['sources/scan.pdf', 'is not a PDF or is damaged'],
    ]);
    const [kind, text] = await shown({ 'sources/b.docx': 'PK', 'sources/c.rtf': '{' });
    assert.equal(kind, 'unreadable');
    assert.match(String(text), /^b\.docx and 2 other sources could not be read, /u);
    const [others, , notice] = await shown(SOURCES);
    assert.deepEqual(
      [others, notice],
      ['checked', 'b.docx and 2 other sources could not be read.'],
    );
  });

  it('is notified that there are no sources yet if all are empty, and checks none of them as a draft', async () => {
    const empty = { 'sources/dossier.md': '', 'sources/notes.txt': '\n' };
    const initializationOptions = { commands: ['copydesk.showFactSheet'] };
    const editor = new FakeEditor({ files: empty, initializationOptions });
    editor.open(ELSEWHERE);
    await pull(editor);
    assert.equal(editor.checked.at(-1)?.draft?.state.kind, 'noSources');
    editor.open('', `${FOLDER}sources/dossier.md`);
    await pull(editor, `${FOLDER}sources/dossier.md`);
    assert.equal(editor.checked.at(-1)?.draft, null);
  });

  it('is notified that a source is not a draft', async () => {
    const editor = editorWithCommands(['copydesk.showFactSheet']);
    const uri = `${FOLDER}sources/lido.md`;
    editor.open(DOSSIER, uri);
    await pull(editor, uri);
    assert.deepEqual(editor.checked, [{ uri, version: 1, draft: null }]);
  });

  it('is the only one that is notified', async () => {
    const editor = editorWithCommands([]);
    editor.open(MISTAKE);
    await pull(editor);
    assert.deepEqual(editor.checked, []);
  });
});
