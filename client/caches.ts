import { FileSystemError, type Uri, workspace } from 'vscode';

/**
 * Deletes all files in a folder of caches. Returns their number. Rejects with the editor's error if
 * one cannot be deleted.
 */
export async function deleteCaches(storage: Uri): Promise<number> {
  let count: number;
  try {
    count = (await workspace.fs.readDirectory(storage)).length;
  } catch (error) {
    // The folder is created with the first cache.
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return 0;
    throw error;
  }
  await workspace.fs.delete(storage, { recursive: true, useTrash: false });
  return count;
}
