import { Selection, type Uri, commands, languages, window } from 'vscode';
import { showDraft } from './navigation.js';
import { nextMark } from './nextMark.js';

/** Goes to the next finding of a draft, or to the one before, hints included, and shows its hover. */
export async function goToFinding(draft: Uri, direction: 'next' | 'previous'): Promise<void> {
  const editor = await showDraft(draft);
  const starts = languages
    .getDiagnostics(draft)
    .filter(({ source }) => source === 'copydesk')
    .map(({ range }) => range.start);
  const start = nextMark(starts, editor.selection.active, direction);
  if (start === undefined) {
    void window.showInformationMessage('Copydesk found nothing in this draft.');
    return;
  }
  editor.selection = new Selection(start, start);
  editor.revealRange(editor.selection);
  await commands.executeCommand('editor.action.showHover');
}
