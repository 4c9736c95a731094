import type { Paragraph } from '../../prose/paragraphs.js';

/** The supported document formats other than text; `word` is .docx, `workbook` .xlsx, `mail` .eml. */
export type DocumentFormat = 'html' | 'word' | 'workbook' | 'pdf' | 'mail';

/** The format of a file according to its name; `undefined` for a file that is read as text. */
export function documentFormat(path: string): DocumentFormat | undefined {
  if (/\.x?html?$/iu.test(path)) return 'html';
  if (/\.docx$/iu.test(path)) return 'word';
  if (/\.xlsx$/iu.test(path)) return 'workbook';
  if (/\.eml$/iu.test(path)) return 'mail';
  return /\.pdf$/iu.test(path) ? 'pdf' : undefined;
}

/** A document that cannot be read. */
export interface Unreadable {
  /** The reason, written to follow the document's name: “is locked with a password”. */
  readonly unreadable: string;
  /** True if the reason is a lack of time or memory, so that a later attempt may succeed. */
  readonly isTransient?: boolean;
}

/** The paragraphs of a document, or why it cannot be read. */
export type Document = readonly Paragraph[] | Unreadable;

/** Extracts the paragraphs of a document. Does not reject. */
export type DocumentReader = (format: DocumentFormat, bytes: Uint8Array) => Promise<Document>;

/** True if a document could not be read. */
export function isUnreadable(document: Document): document is Unreadable {
  return 'unreadable' in document;
}
