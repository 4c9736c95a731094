import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type ClientCapabilities, TextDocumentEdit } from 'vscode-languageserver';
import type { SignedSubject } from '../../../protocol/signOff.js';
import { isRequestFailure } from '../../../server/lsp/requestFailure.js';
import { DRAFT, FOLDER, type FakeEditor, UNCANCELLED } from '../../session/fakeEditor.js';
import { PULLS, SOURCES, editorWith } from '../lidoEditor.js';

describe('signing off the fact sheet', () => {
  const FILE = `${FOLDER}.copydesk-signoff.ndjson`;
  const TEXT = 'Maren Oduya left.\n';
  const textDocument = { uri: DRAFT };
  const capabilities: ClientCapabilities = {
    ...PULLS,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  };

  /** The names of the sheet with those who signed them. */
  async function signers(editor: FakeEditor): Promise<readonly string[]> {
    const sheet = await editor.handlers.factSheet.sheet({ textDocument }, UNCANCELLED);
    return (sheet?.names ?? []).map(({ text, signOff }) =>
      [text, ...signOff.signatures.map(({ by }) => by)].join(' '),
    );
  }

  async function subjects(editor: FakeEditor): Promise<readonly SignedSubject[]> {
    const sheet = await editor.handlers.factSheet.sheet({ textDocument }, UNCANCELLED);
    return (sheet?.names ?? []).map(({ signOff }) => signOff.subject);
  }

  /** The inserted text of an edit, and the file that it is in. */
  async function sign(
    editor: FakeEditor,
  ): Promise<{ readonly uri: string; readonly text: string; readonly kinds: readonly string[] }> {
    const params = {
      textDocument,
      subjects: await subjects(editor),
      signature: { by: 'MO', note: 'rang her' },
    };
    const edit = await editor.handlers.factSheet.signOff(params, UNCANCELLED);
    assert.ok(edit !== null && !isRequestFailure(edit));
    const changes = edit.documentChanges ?? [];
    const [change] = changes.filter((one) => TextDocumentEdit.is(one));
    assert.ok(change !== undefined);
    const text = change.edits.map((one) => ('newText' in one ? one.newText : '')).join('');
    const kinds = changes.map((one) => ('kind' in one ? one.kind : 'edit'));
    return { uri: change.textDocument.uri, text, kinds };
  }

  it('creates the file in the folder, and reads it from there', async () => {
    const editor = editorWith(SOURCES, { capabilities });
    editor.open(TEXT);
    assert.deepEqual(await signers(editor), ['Maren Oduya']);
    const { uri, text, kinds } = await sign(editor);
    assert.equal(uri, FILE);
    assert.deepEqual(kinds, ['create', 'edit']);
    assert.match(
      text,
      /^\{"draft":"draft\.md","by":"MO","at":"[^"]+Z","kind":"name",.*"rang her"\}\n$/u,
    );
    const signed = editorWith({ ...SOURCES, '.copydesk-signoff.ndjson': text });
    signed.open(TEXT);
    assert.deepEqual(await signers(signed), ['Maren Oduya MO']);
  });

  it('uses the unsaved text of an open file, and does not check it as a draft', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk-signoff.ndjson': '' }, { capabilities });
    editor.open(TEXT);
    const { text } = await sign(editor);
    editor.open(text, FILE, 'plaintext');
    assert.deepEqual(await signers(editor), ['Maren Oduya MO']);
    assert.equal(await editor.session.drafts.of(FILE, UNCANCELLED), undefined);
  });

  it('exports who signed', async () => {
    const editor = editorWith(SOURCES, { capabilities });
    editor.open(TEXT);
    editor.open((await sign(editor)).text, FILE, 'plaintext');
    const format = 'markdown';
    const sheet = await editor.handlers.factSheet.export({ textDocument, format }, UNCANCELLED);
    assert.ok(typeof sheet === 'string');
    assert.match(
      sheet,
      /^- \[x\] Line 1: Maren Oduya — .*\n {2}- Checked by MO on .*: rang her$/mu,
    );
  });

  it('fails for a draft that was never saved, and if the file cannot be read', async () => {
    const uri = 'untitled:Untitled-1';
    const signature = { by: 'MO', note: '' };
    const unsaved = editorWith(SOURCES, { capabilities });
    unsaved.open(TEXT, uri);
    const params = { textDocument: { uri }, subjects: await subjects(unsaved), signature };
    assert.ok(isRequestFailure(await unsaved.handlers.factSheet.signOff(params, UNCANCELLED)));
    const binary = editorWith(
      { ...SOURCES, '.copydesk-signoff.ndjson': '\u0000' },
      { capabilities },
    );
    binary.open(TEXT);
    const other = { textDocument, subjects: await subjects(binary), signature };
    assert.ok(isRequestFailure(await binary.handlers.factSheet.signOff(other, UNCANCELLED)));
  });
});
