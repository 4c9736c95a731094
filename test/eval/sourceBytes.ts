import { strToU8 } from 'fflate';
import {
  type Print,
  pdfOf,
  wordOf,
  wordParagraph,
  workbookOf,
} from '../sources/extractors/bytes.js';

/** A source as a reporter's folder has it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The file that a labelled source stands for: `.docx.md`, `.xlsx.txt` and `.pdf.txt` are the texts of a document, from
 * which it is made; any other is the file itself.
 */
export function sourceFileOf(name: string, text: string): SourceFile {
  const [, document, extension] = /^(.*\.(docx|xlsx|pdf))\.\w+$/u.exec(name) ?? [];
  if (document === undefined) return { name, bytes: strToU8(text) };
  if (extension === 'docx') return { name: document, bytes: wordFile(text) };
  return { name: document, bytes: extension === 'xlsx' ? workbook(text) : pdf(text) };
}

const STYLES =
  '<w:styles><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>';

/** A Word document from Markdown with headings, lists, tables and paragraphs of one line each. */
function wordFile(markdown: string): Uint8Array {
  let body = '';
  let rows: string[] = [];
  for (const line of [...markdown.split('\n'), '']) {
    if (line.startsWith('|')) {
      if (!/^\|[\s:|-]+$/u.test(line)) rows.push(wordRow(line));
      continue;
    }
    if (rows.length > 0) body += `<w:tbl>${rows.join('')}</w:tbl>`;
    rows = [];
    const text = escapeXml(line.replace(/^(?:# |- )/u, ''));
    if (line.startsWith('# ')) body += wordParagraph(text, '<w:pStyle w:val="Heading1"/>');
    else if (line.startsWith('- ')) body += wordParagraph(text, '<w:numPr/>');
    else if (text !== '') body += wordParagraph(text);
  }
  return wordOf(body, { 'word/styles.xml': STYLES });
}

function wordRow(line: string): string {
  const cells = line.split('|').slice(1, -1);
  return `<w:tr>${cells.map((cell) => `<w:tc>${wordParagraph(escapeXml(cell.trim()))}</w:tc>`).join('')}</w:tr>`;
}

const CELL_STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$£-809]#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>';

/** A workbook from the names of its sheets in square brackets, each above rows of cells with tabs between them. */
function workbook(text: string): Uint8Array {
  const sheets: Record<string, string> = {};
  let sheet = 'Sheet1';
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, name] = /^\[(.*)\]$/u.exec(line) ?? [];
    if (name !== undefined) sheet = name;
    else sheets[sheet] = `${sheets[sheet] ?? ''}<row>${line.split('\t').map(cell).join('')}</row>`;
  }
  return workbookOf(sheets, { 'xl/styles.xml': CELL_STYLES });
}

const DAY = 24 * 60 * 60 * 1000;
const EPOCH = Date.UTC(1899, 11, 30);

function cell(value: string): string {
  if (value === '') return '<c/>';
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return number((Date.parse(value) - EPOCH) / DAY, 1);
  if (/^-?\d+%$/u.test(value)) return number(Number(value.slice(0, -1)) / 100, 2);
  if (/^£[\d,]+$/u.test(value)) return number(Number(value.replace(/[£,]/gu, '')), 3);
  if (/^-?\d+$/u.test(value)) return number(Number(value), 0);
  return `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
}

function number(value: number, style: number): string {
  return `<c s="${style}"><v>${value}</v></c>`;
}

const TOP = 740;
const LINE = 14;
const LEFT = 60;
const CHARACTER = 5.5;

/** A page as it is typed: two or more spaces separate what is printed apart. */
function pdf(text: string): Uint8Array {
  const prints = text.split('\n').flatMap((line, row): readonly Print[] =>
    [...line.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: part, index }) => ({
      text: part,
      x: LEFT + index * CHARACTER,
      y: TOP - row * LINE,
    })),
  );
  return pdfOf([prints]);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
