import { getDocumentProxy } from 'unpdf';
import type { Document, Unreadable } from './document.js';
import { joinLines } from './pageLayout.js';
import type { PrintedLine, PrintedPart } from './printedLine.js';

/** The maximum number of pages in a document; a longer one is rejected rather than truncated. */
const MAX_PAGES = 2000;

/**
 * Extracts the paragraphs of a PDF with the page on which each begins. Nothing is rendered and no script is run.
 * Rejects if a page is damaged.
 */
export async function readPdf(bytes: Uint8Array): Promise<Document> {
  // The library takes ownership of the bytes.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  }).catch(reasonOf);
  if ('unreadable' in pdf) return pdf;
  try {
    if (pdf.numPages > MAX_PAGES) return { unreadable: `has more than ${MAX_PAGES} pages` };
    const pages: (readonly PrintedLine[])[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items as readonly TextItem[]));
      page.cleanup();
    }
    const paragraphs = joinLines(pages);
    if (paragraphs.length > 0) return paragraphs;
    return {
      unreadable: 'contains scanned pages but no text, so it needs text recognition (OCR) first',
    };
  } finally {
    await pdf.destroy();
  }
}

function reasonOf(error: unknown): Unreadable {
  const locked = error instanceof Error && error.name === 'PasswordException';
  return { unreadable: locked ? 'is locked with a password' : 'is not a PDF or is damaged' };
}

/** A text item of a PDF. */
interface TextItem {
  /** Missing for an item that only marks structure. */
  readonly str?: string;
  readonly width: number;
  /** The transformation matrix; its last two numbers are x and y from the lower left corner. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

function linesOf(items: readonly TextItem[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let line: PrintedLine | undefined;
  for (const { str, width, transform, hasEOL } of items) {
    if (str === undefined) continue;
    const [, , b = 0, d = 0, x = 0, y = 0] = transform;
    const size = Math.hypot(b, d);
    const part = { text: str, x, right: x + width };
    if (str.trim() === '') {
      if (line !== undefined) line = { ...line, text: `${line.text} ` };
    } else if (line !== undefined && Math.abs(line.y - y) < Math.max(line.size, size) / 2) {
      line = { ...line, ...continued(line, part) };
    } else {
      if (line !== undefined) lines.push(line);
      line = { ...part, parts: [part], y, size };
    }
    if (hasEOL && line !== undefined) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line !== undefined) lines.push(line);
  return lines;
}

/** A wider gap separates columns rather than words, as a multiple of the font size. */
const WIDE_GAP = 1.2;

/** A line with more text to the right. */
function continued(
  line: PrintedLine,
  { text, x, right }: PrintedPart,
): Pick<PrintedLine, 'text' | 'right' | 'parts'> {
  const last = line.parts.at(-1);
  const isApart = last === undefined || x - line.right > WIDE_GAP * line.size;
  const space = /\s$/u.test(line.text) ? ' ' : '';
  const parts = isApart
    ? [...line.parts, { text, x, right }]
    : [...line.parts.slice(0, -1), { ...last, text: last.text + space + text, right }];
  return { text: `${line.text}${isApart && space === '' ? ' ' : ''}${text}`, right, parts };
}
