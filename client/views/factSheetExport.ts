import { Uri, commands, env, l10n, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExportRequest } from '../../protocol/requests.js';
import type { CurrentDraft } from './currentDraft.js';

/**
 * Saves the fact sheet of the current draft for the desk, where the reporter says: a page to read and
 * print, or Markdown, by the name of the file. Rejects where the file cannot be written.
 *
 * @param to Where to save it, without asking.
 */
export async function exportFactSheet(
  client: BaseLanguageClient,
  draft: CurrentDraft,
  to?: Uri,
): Promise<void> {
  const { uri, params } = draft;
  if (uri === undefined || params === undefined) {
    void window.showInformationMessage(
      l10n.t('Open a draft first: its fact sheet is what is exported.'),
    );
    return;
  }
  const target =
    to ??
    (await window.showSaveDialog({
      title: l10n.t('Export Fact Sheet'),
      defaultUri: besideDraft(uri),
      filters: {
        [l10n.t('Page to read and print')]: ['html'],
        [l10n.t('Markdown')]: ['md'],
      },
    }));
  if (target === undefined) return;
  const format = /\.(?:md|markdown)$/iu.test(target.path) ? 'markdown' : 'html';
  const text = await client.sendRequest(ExportRequest, { ...params, format });
  // The draft was closed, or became a source, while its reporter looked for a place.
  if (text === null) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (to === undefined) await offerToOpen(target, format);
}

async function offerToOpen(target: Uri, format: 'html' | 'markdown'): Promise<void> {
  const open = l10n.t('Open');
  const answer = await window.showInformationMessage(l10n.t('The fact sheet is saved.'), open);
  if (answer !== open) return;
  if (format === 'html') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** A draft that was never saved has no folder of its own. */
function besideDraft(draft: Uri): Uri {
  const name = `${(draft.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '')}-fact-sheet.html`;
  if (draft.scheme !== 'untitled') return Uri.joinPath(draft, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}
