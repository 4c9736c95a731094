import { type RawBlock, appendPlain } from './markdown.js';
import { SourceMapBuilder } from './sourceMap.js';

/** The characters that may separate cells. */
const DELIMITERS = ['\t', ';', ','] as const;

/**
 * Splits a table of delimited values (RFC 4180: `.csv`, `.tsv`) into its cells, each with its place. The delimiter is
 * the most frequent in the first line with any. A quoted cell may contain delimiters, line breaks and doubled quotation
 * marks. A quotation mark that nothing closes is a character like any other, and so are those after it.
 */
export function readDelimitedTable(text: string): readonly RawBlock[] {
  const delimiter = delimiterOf(text);
  const blocks: RawBlock[] = [];
  let [at, row, column] = [text.startsWith('\uFEFF') ? 1 : 0, 0, 0];
  let areQuotesClosed = true;
  while (at < text.length) {
    const start = at;
    const builder = new SourceMapBuilder();
    if (areQuotesClosed && text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) areQuotesClosed = false;
      else {
        appendQuoted(builder, text.slice(at + 1, end), at + 1);
        at = end + 1;
      }
    }
    const rest = at;
    while (at < text.length && text[at] !== delimiter && !isLineBreak(text[at])) at++;
    appendPlain(builder, text.slice(rest, at), rest);
    builder.trimEnd();
    if (builder.text !== '') {
      const map = builder.build(start);
      const cell = { row, column };
      blocks.push({
        kind: 'tableCell',
        level: 0,
        text: builder.text,
        map,
        emphasised: false,
        cell,
      });
    }
    if (text[at] === delimiter) column++;
    else [row, column] = [row + 1, 0];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return blocks;
}

function delimiterOf(text: string): string {
  const line = text.split(/[\r\n]+/u).find((one) => /[\t;,]/u.test(one)) ?? '';
  const unquoted = line.replace(/"[^"]*"/gu, '');
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** The offset of the quotation mark that ends a quoted cell; negative if there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** Appends the inside of a quoted cell, in which a doubled quotation mark stands for one. */
function appendQuoted(builder: SourceMapBuilder, inside: string, from: number): void {
  let at = 0;
  for (const { index } of inside.matchAll(/""/gu)) {
    appendPlain(builder, inside.slice(at, index), from + at);
    builder.append('"', from + index, 2);
    at = index + 2;
  }
  appendPlain(builder, inside.slice(at), from + at);
}
