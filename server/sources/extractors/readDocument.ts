import { MOST_PARAGRAPHS, tooManyParagraphs } from './bounds.js';
import {
  type Document,
  type DocumentFormat,
  type DocumentReader,
  isUnreadable,
} from './document.js';

/** The most text that one document may hold, in UTF-16 units: some 700,000 words. */
const LONGEST_TEXT = 4 * 1024 * 1024;

/** Reads a document here and now. What a format needs is loaded when the first such document comes. */
export const readDocument: DocumentReader = async (format, bytes) => {
  let document: Document;
  try {
    document = await readAs(format, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { unreadable: `cannot be read (${reason})` };
  }
  if (isUnreadable(document)) return document;
  if (document.length > MOST_PARAGRAPHS) return { unreadable: tooManyParagraphs() };
  const length = document.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_TEXT) return { unreadable: 'holds more text than any article' };
  return length === 0 ? { unreadable: 'holds no text' } : document;
};

async function readAs(format: DocumentFormat, bytes: Uint8Array): Promise<Document> {
  switch (format) {
    case 'html':
      return (await import('./html.js')).readHtml(bytes);
    case 'word':
      return (await import('./docx.js')).readDocx(bytes);
    case 'pdf':
      return (await import('./pdf.js')).readPdf(bytes);
  }
}
