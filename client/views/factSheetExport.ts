import { Uri, commands, env, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { URI, Utils } from 'vscode-uri';
import { ExportFactSheetRequest } from '../../protocol/requests.js';
import type { CurrentDraft } from './currentDraft.js';

/**
 * Saves the fact sheet of the current draft as a web page or as Markdown, depending on the extension of the
 * file that the reporter chooses. Rejects if the file cannot be written.
 *
 * @param to The file to save it to, without asking.
 */
export async function exportFactSheet(
  client: BaseLanguageClient,
  draft: CurrentDraft,
  to?: Uri,
): Promise<void> {
  const { uri, params } = draft;
  if (uri === undefined || params === undefined) {
    void window.showInformationMessage('Open a draft first to export its fact sheet.');
    return;
  }
  const target =
    to ??
    (await window.showSaveDialog({
      title: 'Export Fact Sheet',
      defaultUri: besideDraft(uri),
      filters: {
        'Web Page (HTML)': ['html'],
        Markdown: ['md'],
      },
    }));
  if (target === undefined) return;
  const isMarkdown = ['.md', '.markdown'].includes(Utils.extname(URI.from(target)).toLowerCase());
  const format = isMarkdown ? 'markdown' : 'html';
  const text = await client.sendRequest(ExportFactSheetRequest, { ...params, format });
  // The draft was closed, or became a source, while the dialog was open.
  if (text === null) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (to === undefined) await offerToOpen(target, format);
}

async function offerToOpen(target: Uri, format: 'html' | 'markdown'): Promise<void> {
  const open = 'Open';
  const answer = await window.showInformationMessage('The fact sheet was saved.', open);
  if (answer !== open) return;
  if (format === 'html') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** The suggested file. An untitled draft has no folder of its own. */
function besideDraft(draft: Uri): Uri {
  const stem = Utils.basename(URI.from(draft)).replace(/\.[^.]*$/u, '');
  const name = `${stem}-fact-sheet.html`;
  if (draft.scheme !== 'untitled') return Uri.joinPath(draft, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}
