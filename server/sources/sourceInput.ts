import { decodeSource } from './extractors/encoding.js';
import { type Source, learnSource } from '../reference/learn.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { restoreIndexes } from '../reference/storedIndexes.js';

/** A base that was stored before: what `storeIndexes` wrote. */
export interface StoredBase {
  readonly name: string;
  readonly stored: Uint8Array;
}

/** What lessons are had from. */
export type SourceInput = Source | StoredBase;

/** What a worker answers: the bytes of the lessons of a `SourceInput`; `undefined` for `undefined`. */
export type IngestAnswer = readonly Uint8Array[] | undefined;

/** The lessons of a source, or all of a stored base; `undefined` where that is damaged or of another version. */
export function indexesOf(material: SourceInput): readonly SourceIndex[] | undefined {
  if (!('stored' in material)) return [learnSource(material)];
  const text = decodeSource(material.stored);
  return text === undefined ? undefined : restoreIndexes(text);
}

/** What a paragraph costs beside its text, in UTF-16 units of text that cost as much to learn from. */
const PARAGRAPH = 10;

/** How many bytes of a stored base count as a unit of text: they take far less time, but not as much less memory. */
const STORED_BYTES = 3;

/** Where a paragraph of a text may end: a line, a cell of a table, a picture. */
const PARTING = /[\r\n]\s*|\||!\[/u;

/** How many paragraphs a text may have, counted no further than `most`. */
export function countParagraphs(text: string, most?: number): number {
  return text.split(PARTING, most).length;
}

/** How much there is to learn from a material, in UTF-16 units of a usual text. */
export function workOf(material: SourceInput): number {
  if ('stored' in material) return material.stored.length / STORED_BYTES;
  if ('text' in material) return material.text.length + PARAGRAPH * countParagraphs(material.text);
  return material.paragraphs.reduce((sum, { text }) => sum + text.length + PARAGRAPH, 0);
}
