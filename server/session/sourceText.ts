import { textOfParagraphs } from '../prose/paragraphs.js';
import { longestSource, sourceInputOf } from '../sources/ingest.js';
import { fileNameOf, parentFolder } from '../workspace/uris.js';
import { UnreadableError } from '../workspace/workspace.js';
import type { DocumentHost } from './sessionHost.js';

/**
 * The text of the source at a URI, for a document with one paragraph a line, as it is cited;
 * otherwise the reason why it cannot be read, as a sentence. Does not reject.
 */
export async function sourceText(
  { open, readDocument }: DocumentHost,
  uri: string,
): Promise<string | { readonly reason: string }> {
  const folder = parentFolder(uri);
  const workspace = folder && open(folder);
  if (workspace === undefined) return { reason: 'It is in no folder that can be read.' };
  const path = fileNameOf(uri);
  try {
    const bytes = await workspace.readBytes(path, longestSource(path));
    const input = await sourceInputOf(path, bytes, readDocument);
    if ('paragraphs' in input) return textOfParagraphs(input.paragraphs);
    return 'text' in input ? input.text : { reason: `${path} has no text of its own.` };
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { reason: `${error.message}.` };
  }
}
