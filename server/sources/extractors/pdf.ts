import { getDocumentProxy } from 'unpdf';
import type { Document, Unreadable } from './document.js';
import { type PrintedLine, joinLines } from './pageLayout.js';

/** The most pages that are read; a longer document is told, not cut. */
const MOST_PAGES = 2000;

/**
 * The paragraphs of a PDF with the page each begins on. Nothing is drawn and no script of it is run.
 * Rejects where a page is damaged.
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  // The reader takes the bytes it is given for its own.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  }).catch(whyNot);
  if ('unreadable' in pdf) return pdf;
  try {
    if (pdf.numPages > MOST_PAGES) return { unreadable: `has more than ${MOST_PAGES} pages` };
    const pages: (readonly PrintedLine[])[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items as readonly Piece[]));
      page.cleanup();
    }
    const paragraphs = joinLines(pages);
    if (paragraphs.length > 0) return paragraphs;
    return { unreadable: 'holds pictures of pages but no text; it has to be read in first' };
  } finally {
    await pdf.destroy();
  }
}

function whyNot(error: unknown): Unreadable {
  const locked = error instanceof Error && error.name === 'PasswordException';
  return { unreadable: locked ? 'is locked with a password' : 'is no PDF, or is damaged' };
}

/** Words as the PDF writes them, in one go. */
interface Piece {
  /** Missing from a mark that only structures the page. */
  readonly str?: string;
  readonly width: number;
  /** The matrix that places the words: its last two numbers are x and y, from the lower left. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

function linesOf(pieces: readonly Piece[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let line: PrintedLine | undefined;
  for (const { str, width, transform, hasEOL } of pieces) {
    if (str === undefined) continue;
    const [, , b = 0, d = 0, x = 0, y = 0] = transform;
    const size = Math.hypot(b, d);
    if (str.trim() === '') {
      if (line !== undefined) line = { ...line, text: `${line.text} ` };
    } else if (line !== undefined && Math.abs(line.y - y) < Math.max(line.size, size) / 2) {
      line = { ...line, text: line.text + str, right: x + width };
    } else {
      if (line !== undefined) lines.push(line);
      line = { text: str, x, y, size, right: x + width };
    }
    if (hasEOL && line !== undefined) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line !== undefined) lines.push(line);
  return lines;
}
