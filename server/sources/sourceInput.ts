import { decodeSource } from './extractors/encoding.js';
import { type Source, learnSource } from '../reference/learn.js';
import type { Lesson } from '../reference/sourceIndex.js';
import { restoreLessons } from '../reference/storedIndexes.js';

/** A base that was stored before: what `storeLessons` wrote. */
export interface StoredBase {
  readonly name: string;
  readonly stored: Uint8Array;
}

/** What lessons are had from. */
export type Material = Source | StoredBase;

/** What a worker answers: the bytes of the lessons of a `Material`; `undefined` for `undefined`. */
export type IngestAnswer = readonly Uint8Array[] | undefined;

/** The lessons of a source, or all of a stored base; `undefined` where that is damaged or of another version. Cannot throw. */
export function lessonsIn(material: Material): readonly Lesson[] | undefined {
  if (!('stored' in material)) return [learnSource(material)];
  const text = decodeSource(material.stored);
  return text === undefined ? undefined : restoreLessons(text);
}

/** What a paragraph costs beside its text, in UTF-16 units of text that cost as much to learn from. */
const PARAGRAPH = 10;

/** How many bytes of a stored base count as a unit of text: they take far less time, but not as much less memory. */
const STORED_BYTES = 3;

/** Where a paragraph of a text may end: a line, a cell of a table, a picture. */
const PARTING = /[\r\n]\s*|\||!\[/u;

/** How many paragraphs a text may have, counted no further than `most`. Cannot throw. */
export function paragraphsIn(text: string, most?: number): number {
  return text.split(PARTING, most).length;
}

/** How much there is to learn from a material, in UTF-16 units of a usual text. Cannot throw. */
export function lengthOf(material: Material): number {
  if ('stored' in material) return material.stored.length / STORED_BYTES;
  if ('text' in material) return material.text.length + PARAGRAPH * paragraphsIn(material.text);
  return material.paragraphs.reduce((sum, { text }) => sum + text.length + PARAGRAPH, 0);
}
