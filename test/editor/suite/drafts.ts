import {
  type CodeAction,
  type Diagnostic,
  type Hover,
  type MarkdownString,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  commands,
  languages,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';

/** Opens a file of the folder in an editor of its own. */
export async function openDraft(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the driver opened no folder');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)), {
    preview: false,
  });
}

/** Opens an untitled draft. */
export async function openUntitled(content: string): Promise<TextEditor> {
  return window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content }),
  );
}

/** Closes the active editor and discards its changes; resolves when its tab is closed. */
export async function closeActive(): Promise<void> {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the tab is closed', () =>
    window.tabGroups.all.every(({ tabs }) => tab === undefined || !tabs.includes(tab)),
  );
}

/** The range of the first `words` in a document. Throws if it does not contain them. */
export function rangeOf(document: TextDocument, words: string): Range {
  const start = document.getText().indexOf(words);
  if (start < 0) throw new Error(`the draft does not contain “${words}”`);
  return new Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Places the cursor in `words` and scrolls to them. */
export function placeCursor(editor: TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  const inside = start.translate(0, 1);
  editor.selection = new Selection(inside, inside);
  editor.revealRange(editor.selection);
}

/** The squiggles in a draft as `code “words”`, in the order of the text. */
export function squiggles(document: TextDocument): readonly string[] {
  return findings(document)
    .sort((one, other) => one.range.start.compareTo(other.range.start))
    .map((finding) => `${codeOf(finding)} “${document.getText(finding.range)}”`);
}

/** Resolves when `hasFigure` is true of the squiggles in a draft. */
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

/** The hover at the second character of `words`, as soon as it contains `expected`. */
export async function hoverTextAt(
  document: TextDocument,
  words: string,
  expected: string,
): Promise<string> {
  let text = '';
  await until(
    `the hover at “${words}” contains “${expected}”`,
    async () => {
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, words).start.translate(0, 1),
      );
      text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (content as MarkdownString).value)
        .join('\n');
      return text.includes(expected);
    },
    { state: () => text || 'empty' },
  );
  return text;
}

/** Applies the quick fix with a title at the end of `words`, as the light bulb does. */
export async function applyFix(
  document: TextDocument,
  words: string,
  title: string | RegExp,
): Promise<void> {
  let titles: readonly string[] = [];
  const action = await until(
    `a quick fix ${String(title)} is offered at “${words}”`,
    async () => {
      const at = rangeOf(document, words).end.translate(0, -1);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(at, at),
      );
      titles = actions.map((offered) => offered.title);
      return actions.find((offered) =>
        typeof title === 'string' ? offered.title === title : title.test(offered.title),
      );
    },
    { state: () => titles.join(', ') || 'without quick fixes' },
  );
  if (action.edit !== undefined && !(await workspace.applyEdit(action.edit))) {
    throw new Error(`the editor rejected the edit of “${action.title}”`);
  }
  const { command, arguments: given = [] } = action.command ?? {};
  if (command !== undefined) await commands.executeCommand(command, ...(given as unknown[]));
}
