import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileRead, FindFilesRequest, ReadFileRequest } from '../protocol/requests.js';

/** Folders without files of the reporter; excluded on disk as well. */
const EXCLUDED = '**/{node_modules,.git}/**';

/** Finds and reads files for a server without access to them. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(FindFilesRequest, async ({ folder, globs }) => {
    const base = Uri.parse(folder, true);
    const found = await Promise.all(
      globs.map((glob) => workspace.findFiles(new RelativePattern(base, glob), EXCLUDED)),
    );
    return found.flat().map((uri) => uri.toString());
  });
  client.onRequest(ReadFileRequest, ({ uri, limit }) => readFile(Uri.parse(uri, true), limit));
}

/** Does not reject. */
async function readFile(uri: Uri, limit: number): Promise<FileRead> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) return null;
    return size > limit ? 'too large' : { bytes: await workspace.fs.readFile(uri) };
  } catch {
    return null;
  }
}
