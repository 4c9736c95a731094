import type { ClientCapabilities } from 'vscode-languageserver';
import { DRAFT, FakeEditor, type FakeEditorOptions } from '../session/fakeEditor.js';

/** A dossier about the lido and the leader of its council. */
export const DOSSIER =
  '---\ndossier: The lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n\nMaren Oduya leads the council.\n\n## Facts\n\n- The lido opened in 1962.\n';

/** The sources of the lido: its dossier. */
export const SOURCES = { 'sources/lido.md': DOSSIER };

/** A draft about the lido with a repeated word. */
export const MISTAKE = 'Ms. Oduya opened the the lido.\n';

/** The capabilities of a client that pulls diagnostics. */
export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** An editor with these files, which pulls diagnostics. */
export function editorWith(
  files: Readonly<Record<string, string>>,
  options: FakeEditorOptions = {},
): FakeEditor {
  return new FakeEditor({
    files,
    capabilities: PULLS,
    settings: { severity: { claim: 'off', reference: 'off' } },
    ...options,
  });
}

/** A place in the draft: in the name, if the text is `MISTAKE`. */
export const AT = { textDocument: { uri: DRAFT }, position: { line: 0, character: 6 } };
