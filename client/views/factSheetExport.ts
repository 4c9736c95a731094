import { type QuickPickItem, Uri, commands, env, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { URI, Utils } from 'vscode-uri';
import { fromBase64 } from '../../protocol/base64.js';
import type { FactSheetFormat } from '../../protocol/factSheet.js';
import { CommentedDocumentRequest, ExportFactSheetRequest } from '../../protocol/requests.js';
import { commentedName, documentNames } from '../sourceNames.js';
import type { CurrentDraft } from './currentDraft.js';

/** A format in which a fact sheet is exported. */
interface FormPick extends QuickPickItem {
  readonly form: FactSheetFormat | 'copy' | 'word';
}

const FORMS: readonly FormPick[] = [
  { form: 'html', label: '$(globe) Web Page…', detail: 'To read, to print and to tick off' },
  { form: 'markdown', label: '$(markdown) Markdown…', detail: 'A row for each claim' },
  { form: 'passages', label: '$(markdown) Markdown with the Passages…' },
  { form: 'copy', label: '$(copy) Copy as Markdown' },
  { form: 'table', label: '$(table) Copy as a Table for a Mail' },
  {
    form: 'word',
    label: '$(comment-discussion) Word Document with Comments…',
    detail: 'For a draft that was opened from a Word document: each finding and note at its place',
  },
];

/** Puts a table on the clipboard with its borders. */
interface TableCopier {
  readonly copyTable: (html: string, text: string) => Promise<boolean>;
}

/**
 * Exports the fact sheet of the current draft in the format that the reporter chooses: saved,
 * copied, or as comments in the Word document of the draft. Rejects if a file cannot be written.
 *
 * @param to The file to save it to, without asking: a web page, Markdown or a Word document by its
 *   extension.
 */
export async function exportFactSheet(
  client: BaseLanguageClient,
  { uri, params }: CurrentDraft,
  copier: TableCopier,
  to?: Uri,
): Promise<void> {
  if (uri === undefined || params === undefined) {
    void window.showInformationMessage('Open a draft first to export its fact sheet.');
    return;
  }
  const textIn = (format: FactSheetFormat): Promise<string | null> =>
    client.sendRequest(ExportFactSheetRequest, { ...params, format });
  const form = to === undefined ? await askForForm() : formOf(to);
  switch (form) {
    case undefined:
      return;
    case 'word':
      return saveWithComments(client, uri, to);
    case 'copy': {
      await copy(await textIn('markdown'));
      return;
    }
    case 'table':
    case 'text': {
      const [html, text] = await Promise.all([textIn('table'), textIn('text')]);
      if (html === null || text === null || (await copier.copyTable(html, text))) return;
      await copy(text);
      return;
    }
    default:
      return save(uri, form, await textIn(form), to);
  }
}

async function askForForm(): Promise<FormPick['form'] | undefined> {
  const pick = await window.showQuickPick(FORMS, {
    title: 'Export Fact Sheet',
    placeHolder: 'What do you want to hand over?',
  });
  return pick?.form;
}

function formOf(to: Uri): FormPick['form'] {
  const extension = Utils.extname(URI.from(to)).toLowerCase();
  if (extension === '.docx') return 'word';
  return ['.md', '.markdown'].includes(extension) ? 'markdown' : 'html';
}

/** The text is `null` if the draft was closed, or became a source, while the dialog was open. */
async function copy(text: string | null): Promise<void> {
  if (text === null) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copydesk: the fact sheet was copied', 5_000);
}

async function save(
  draft: Uri,
  format: 'html' | 'markdown' | 'passages',
  text: string | null,
  to: Uri | undefined,
): Promise<void> {
  const isPage = format === 'html';
  const target =
    to ??
    (await window.showSaveDialog({
      title: 'Export Fact Sheet',
      defaultUri: besideDraft(draft, isPage ? '-fact-sheet.html' : '-fact-sheet.md'),
      filters: isPage ? { 'Web Page (HTML)': ['html'] } : { Markdown: ['md'] },
    }));
  if (target === undefined || text === null) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (to === undefined) await offerToOpen(target, 'The fact sheet was saved.', isPage);
}

async function offerToOpen(target: Uri, message: string, isExternal: boolean): Promise<void> {
  const open = 'Open';
  if ((await window.showInformationMessage(message, open)) !== open) return;
  if (isExternal) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** The suggested file. An untitled draft has no folder of its own. */
function besideDraft(draft: Uri, end: string): Uri {
  const name = `${Utils.basename(URI.from(draft)).replace(/\.[^.]*$/u, '')}${end}`;
  if (draft.scheme !== 'untitled') return Uri.joinPath(draft, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name);
}

/** Saves a copy of the draft's Word document with comments. */
async function saveWithComments(
  client: BaseLanguageClient,
  draft: Uri,
  to: Uri | undefined,
): Promise<void> {
  const document = (await documentOf(draft)) ?? (await askForDocument(draft));
  if (document === undefined) return;
  const target =
    to ??
    (await window.showSaveDialog({
      title: 'Word Document with Comments',
      defaultUri: Uri.joinPath(document, '..', commentedName(document.path)),
      filters: { 'Word Document': ['docx'] },
    }));
  if (target === undefined) return;
  try {
    const result = await client.sendRequest(CommentedDocumentRequest, {
      textDocument: { uri: client.code2ProtocolConverter.asUri(draft) },
      document: client.code2ProtocolConverter.asUri(document),
    });
    if (result === null) return;
    await workspace.fs.writeFile(target, fromBase64(result.base64));
    const comments = result.count === 1 ? '1 comment' : `${result.count} comments`;
    if (to === undefined)
      await offerToOpen(target, `The Word document was saved with ${comments}.`, true);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`The Word document was not saved: ${reason}`);
  }
}

/** The Word document beside a draft that it comes from; `undefined` if there is none. */
async function documentOf(draft: Uri): Promise<Uri | undefined> {
  if (draft.scheme === 'untitled') return undefined;
  for (const name of documentNames(draft.path)) {
    const uri = Uri.joinPath(draft, '..', name);
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) return uri;
  }
  return undefined;
}

async function askForDocument(draft: Uri): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'Word Document That This Draft Was Made Of',
    openLabel: 'Add Comments',
    filters: { 'Word documents': ['docx'] },
    ...(draft.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(draft, '..') }),
  });
  return chosen?.[0];
}
