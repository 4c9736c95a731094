import { Uri, window, workspace } from 'vscode';

/**
 * Opens the sample draft as an untitled copy that can be edited freely. Rejects if the installation lacks
 * the sample.
 */
export async function openSampleDraft(installation: Uri): Promise<void> {
  const file = Uri.joinPath(installation, 'samples', 'astana-report.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(file));
  await window.showTextDocument(
    await workspace.openTextDocument({ language: 'markdown', content }),
  );
}
