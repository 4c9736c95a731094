import { decodeSource } from './extractors/encoding.js';
import { countCells } from '../prose/delimitedTable.js';
import { formatOf } from '../prose/prose.js';
import { type Source, type TextSource, indexSource } from '../reference/indexSource.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { restoreIndexes } from '../reference/storedIndexes.js';

/** A stored base: the output of `storeIndexes`. */
export interface StoredBase {
  readonly name: string;
  readonly stored: Uint8Array;
}

/** Anything that source indexes can be obtained from. */
export type SourceInput = Source | StoredBase;

/** The response of an ingest worker: the encoded result of `indexesOf`. */
export type IngestResponse = readonly Uint8Array[] | undefined;

/** The index of a source, or all indexes of a stored base; `undefined` if that is damaged or of another version. */
export function indexesOf(input: SourceInput): readonly SourceIndex[] | undefined {
  if (!('stored' in input)) return [indexSource(input)];
  const text = decodeSource(input.stored);
  return text === undefined ? undefined : restoreIndexes(text);
}

/** The overhead of a paragraph, as the number of UTF-16 units that cost as much to index. */
const PARAGRAPH_COST = 10;

/** The number of bytes of a stored base that cost as much as one UTF-16 unit of text. */
const STORED_BYTES_PER_UNIT = 3;

/** A possible end of a paragraph: a line break, a table cell, a picture. */
const PARAGRAPH_END = /[\r\n]\s*|\||!\[/u;

/** An upper bound for the number of paragraphs in a text, counted only up to `limit`. */
export function countParagraphs({ name, text }: TextSource, limit?: number): number {
  return formatOf(name) === 'table'
    ? countCells(text, limit)
    : text.split(PARAGRAPH_END, limit).length;
}

/** The number of lines in a text that are not blank, counted only up to `limit`. */
export function countLines(text: string, limit?: number): number {
  return text.split(/[\r\n]\s*/u, limit).length;
}

/** The cost of indexing an input, as the number of UTF-16 units of ordinary text that cost as much. */
export function indexingCost(input: SourceInput): number {
  if ('stored' in input) return input.stored.length / STORED_BYTES_PER_UNIT;
  if ('text' in input) return input.text.length + PARAGRAPH_COST * countParagraphs(input);
  return input.paragraphs.reduce((sum, { text }) => sum + text.length + PARAGRAPH_COST, 0);
}
