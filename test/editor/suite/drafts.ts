import {
  type Diagnostic,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  languages,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';

/** Opens a file of the folder as a reporter does, in an editor of its own. */
export async function openDraft(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the driver opened no folder');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)), {
    preview: false,
  });
}

/** The place of the first `words` in a document. Throws where they are not there. */
export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`the draft does not say “${words}”`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Puts the cursor into `words`, and the words into view. */
export function pointAt(editor: TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  const inside = start.translate(0, 1);
  editor.selection = new Selection(inside, inside);
  editor.revealRange(editor.selection);
}

/** The squiggles of a draft as `code “marked words”`, in the order of the text. */
export function squiggles(document: TextDocument): readonly string[] {
  return findings(document)
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map((finding) => `${codeOf(finding)} “${document.getText(finding.range)}”`);
}

/** Resolves when the squiggles of a draft are as `holds` wants them. */
export async function untilSquiggles(
  document: TextDocument,
  what: string,
  holds: (squiggles: readonly string[]) => boolean,
): Promise<void> {
  await until(what, () => holds(squiggles(document)), {
    state: () => squiggles(document).join(', ') || 'without squiggles',
  });
}

/** The code of a finding: `name/misspelled`. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function findings(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'copydesk');
}
