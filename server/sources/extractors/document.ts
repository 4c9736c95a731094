import type { Paragraph } from '../../prose/paragraphs.js';

/** What a document is written as that is no text itself. */
export type DocumentFormat = 'html' | 'word' | 'pdf';

/** The format that a file's name tells; `undefined` for one that is read as text. */
export function documentFormat(path: string): DocumentFormat | undefined {
  if (/\.x?html?$/iu.test(path)) return 'html';
  if (/\.docx$/iu.test(path)) return 'word';
  return /\.pdf$/iu.test(path) ? 'pdf' : undefined;
}

/** Why a document cannot be read, in words that follow its name: “is locked with a password”. */
export interface Unreadable {
  readonly unreadable: string;
  /** True where the reason lies in the machine, as with time and memory: another time it may be read. */
  readonly isPassing?: boolean;
}

/** What a document says. */
export type Document = readonly Paragraph[] | Unreadable;

/** Takes the paragraphs out of a document. Does not reject. */
export type DocumentReader = (format: DocumentFormat, bytes: Uint8Array) => Promise<Document>;

/** True where a document could not be read. */
export function isUnreadable(document: Document): document is Unreadable {
  return 'unreadable' in document;
}
