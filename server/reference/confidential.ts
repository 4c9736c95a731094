import type { Base } from './model.js';

/** Replaces the name of a confidential source in anything that may leave the editor. */
export const CONFIDENTIAL_SOURCE = 'confidential source';

/** Replaces its words there. */
const WITHHELD = '(withheld)';

/** True for a source, by its name, that may be used but not shown to others. */
export function isConfidential(
  { confidential }: Pick<Base, 'confidential'>,
  source: string,
): boolean {
  return confidential?.has(source) === true;
}

/** A passage of a source, and where it is. */
export interface Passage {
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** See `Citation.passage`. */
  readonly passage?: string;
  readonly text: string;
}

/** A passage as others may see it: of a confidential source neither the name nor the line nor the words. */
export function shareablePassage(passage: Passage, base: Pick<Base, 'confidential'>): Passage {
  const { source, line, passage: place, text } = passage;
  if (isConfidential(base, source)) return { source: CONFIDENTIAL_SOURCE, line: 1, text: WITHHELD };
  return { source, line, ...(place === undefined ? {} : { passage: place }), text };
}
