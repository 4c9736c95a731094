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

/** Opens a file of the folder as a reporter does, in an editor of its own. */
export async function openDraft(name: string): Promise<TextEditor> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the driver opened no folder');
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder.uri, name)), {
    preview: false,
  });
}

/** Opens a draft that was never saved. */
export async function openUntitled(content: string): Promise<TextEditor> {
  return window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content }),
  );
}

/** Closes the editor that is shown, whatever was changed in it; resolves once its tab is gone. */
export async function closeShown(): Promise<void> {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('the tab is gone', () =>
    window.tabGroups.all.every(({ tabs }) => tab === undefined || !tabs.includes(tab)),
  );
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

/** What the editor shows at the second character of `words`, once it has `expected` in it. */
export async function cardAt(
  document: TextDocument,
  words: string,
  expected: string,
): Promise<string> {
  let text = '';
  await until(
    `the card at “${words}” has “${expected}”`,
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

/** Takes the quick fix of a title at the end of `words`, as the lightbulb does. */
export async function takeFix(
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
  if (action.edit === undefined || !(await workspace.applyEdit(action.edit))) {
    throw new Error(`the editor did not take the edit of “${action.title}”`);
  }
}
