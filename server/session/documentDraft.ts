import { wordDraft } from '../sources/wordDraft.js';
import { fileNameOf, parentFolder } from '../workspace/uris.js';
import { UnreadableError } from '../workspace/workspace.js';
import type { DocumentHost } from './sessionHost.js';

/** The Markdown of the Word document at a URI, or the reason why it cannot be read, as a sentence. Does not reject. */
export async function draftOfDocument(
  { open, readDocument }: DocumentHost,
  uri: string,
): Promise<string | { readonly reason: string }> {
  const folder = parentFolder(uri);
  const workspace = folder && open(folder);
  if (workspace === undefined) return { reason: 'It is in no folder that can be read.' };
  try {
    return await wordDraft(workspace, readDocument, fileNameOf(uri));
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { reason: `${error.message}.` };
  }
}
