import type { Token } from '../prose/tokens.js';
import type { Entity } from './model.js';

/** A known name where it stands in a sentence, rightly written or nearly so. */
export interface Mention {
  /** Indices into the sentence's tokens, both included. Honorifics and possessive endings are left out. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
  /** What should stand here: the known form that is written, or meant. */
  readonly form: string;
  /** False where what stands here is a near miss of `form`. */
  readonly exact: boolean;
  /** True for an adjective or the name of a place's people (“Kazakh”) rather than the name itself. */
  readonly demonym: boolean;
}

/** Finds known names. */
export interface NameIndex {
  /** The names in one sentence, in order, none overlapping another. Cannot throw. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[];
}

/** Builds the index of a base's names. Cannot throw. */
export function createNameIndex(entities: readonly Entity[]): NameIndex {
  void entities;
  return { mentionsIn: () => [] };
}
