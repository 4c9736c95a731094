import { type Block, type Prose, draftSpanOf } from '../../prose/prose.js';
import type { Citation } from '../model.js';

/** Creates the citation of a block's character; `offset` counts UTF-16 units of the block's prose. */
export type Cite = (block: Block, offset: number) => Citation;

/**
 * Creates citations with a source's name and line, and the passage if `passages` has it for each
 * line.
 */
export function createCiter(
  source: string,
  prose: Prose,
  passages: readonly (string | undefined)[] = [],
): Cite {
  return (block, offset) => {
    const { start } = draftSpanOf(block, { start: offset, end: offset + 1 });
    const { line } = prose.lines.position(start);
    const passage = passages[line];
    return { source, line: line + 1, ...(passage === undefined ? {} : { passage }) };
  };
}
