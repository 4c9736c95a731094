import { paragraphsToMarkdown } from '../prose/paragraphsToMarkdown.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';
import { type DocumentReader, documentFormat, isUnreadable } from './extractors/document.js';
import { MAX_DOCUMENT_BYTES } from './ingest.js';

/** True for the path of a Word document, which is checked as Markdown. */
export function isWordDraft(path: string): boolean {
  return documentFormat(path) === 'word';
}

/** The Markdown of a Word document. Rejects with an `UnreadableError`. */
export async function wordDraft(
  workspace: Pick<Workspace, 'readBytes'>,
  readDocument: DocumentReader,
  path: string,
): Promise<string> {
  if (!isWordDraft(path)) throw new UnreadableError(`${path} is not a Word document (.docx)`);
  const document = await readDocument('word', await workspace.readBytes(path, MAX_DOCUMENT_BYTES));
  if (isUnreadable(document)) throw new UnreadableError(`${path} ${document.unreadable}`);
  return paragraphsToMarkdown(document);
}
