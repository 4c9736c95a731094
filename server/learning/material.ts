import { decodeSource } from '../documents/encoding.js';
import { type Source, learnSource } from '../reference/learn.js';
import type { Lesson } from '../reference/lesson.js';
import { restoreLessons } from '../reference/storedLessons.js';

/** A base that was stored before: what `storeLessons` wrote. */
export interface StoredBase {
  readonly name: string;
  readonly stored: Uint8Array;
}

/** What lessons are had from. */
export type Material = Source | StoredBase;

/** The lessons of a source, or all of a stored base; `undefined` where that is damaged or of another version. Cannot throw. */
export function lessonsIn(material: Material): readonly Lesson[] | undefined {
  if (!('stored' in material)) return [learnSource(material)];
  const text = decodeSource(material.stored);
  return text === undefined ? undefined : restoreLessons(text);
}

/** How long a material is, in UTF-16 units of text or in bytes. Cannot throw. */
export function lengthOf(material: Material): number {
  if ('stored' in material) return material.stored.length;
  if ('text' in material) return material.text.length;
  return material.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
