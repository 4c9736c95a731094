import { Uri, window, workspace } from 'vscode';

/**
 * Opens a copy of the draft that comes with Copydesk, never saved, so that everything can be tried on
 * it. Rejects where the installation lacks it.
 */
export async function openSampleDraft(installation: Uri): Promise<void> {
  const file = Uri.joinPath(installation, 'samples', 'astana-report.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content }),
  );
}
