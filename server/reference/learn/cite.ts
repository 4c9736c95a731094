import { type Block, type Prose, placeOf } from '../../prose/prose.js';
import type { Citation } from '../model.js';

/** Cites the place in the source where a character of a block stands, in UTF-16 units of its prose. */
export type Cite = (block: Block, offset: number) => Citation;

/** Cites a source by name and line; by page too, where `pages` has the page of each line. */
export function citer(
  source: string,
  prose: Prose,
  pages: readonly (number | undefined)[] = [],
): Cite {
  return (block, offset) => {
    const { start } = placeOf(block, { start: offset, end: offset + 1 });
    const { line } = prose.lines.position(start);
    const page = pages[line];
    return { source, line: line + 1, ...(page === undefined ? {} : { passage: `p. ${page}` }) };
  };
}
