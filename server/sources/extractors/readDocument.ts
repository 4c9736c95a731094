import { MAX_PARAGRAPHS, tooManyParagraphsReason } from './limits.js';
import {
  type Document,
  type DocumentFormat,
  type DocumentReader,
  isUnreadable,
} from './document.js';

/** The maximum length of one document, in UTF-16 units: about 700,000 words. */
const MAX_TEXT = 4 * 1024 * 1024;

/** Reads a document on the current thread. The code for a format is loaded with the first such document. */
export const readDocument: DocumentReader = async (format, bytes) => {
  let document: Document;
  try {
    document = await readAs(format, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { unreadable: `cannot be read (${reason})` };
  }
  if (isUnreadable(document)) return document;
  if (document.length > MAX_PARAGRAPHS) return { unreadable: tooManyParagraphsReason() };
  const length = document.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_TEXT) return { unreadable: 'contains more text than any article' };
  return length === 0 ? { unreadable: 'contains no text' } : document;
};

async function readAs(format: DocumentFormat, bytes: Uint8Array): Promise<Document> {
  switch (format) {
    case 'html':
      return (await import('./html.js')).readHtml(bytes);
    case 'word':
      return (await import('./docx.js')).readDocx(bytes);
    case 'workbook':
      return (await import('./xlsx.js')).readXlsx(bytes);
    case 'mail':
      return (await import('./eml.js')).readEml(bytes);
    case 'pdf':
      return (await import('./pdf.js')).readPdf(bytes);
  }
}
