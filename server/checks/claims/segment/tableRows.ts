import { boundedMemo } from '../../../prose/boundedMemo.js';
import { memoize } from '../../../prose/memoize.js';
import { type Block, type Prose, readProse, sentencesOf } from '../../../prose/prose.js';
import type { Span } from '../../../prose/span.js';
import type { Token } from '../../../prose/tokens.js';
import { cellTexts } from '../../../reference/tables/cellTexts.js';

/** A value in a table of a draft. */
export interface TableValue {
  readonly block: Block;
  /** The value with its headings, as a sentence: “Pilot boats, 2024: 14”. */
  readonly said: readonly Token[];
  /** The same tokens with offsets in the block; those of the headings are at its start. */
  readonly placed: readonly Token[];
}

/** A row of a table: one claim. */
export interface TableRow {
  /** From the first cell to the last, in the draft. */
  readonly span: Span;
  readonly values: readonly TableValue[];
}

/**
 * The rows of a draft's tables by their first cell; `undefined` for their other cells and for
 * headings. Cells of a table that is not one of values are not among them.
 */
export const tableRowsOf = memoize((draft: Prose): ReadonlyMap<Block, TableRow | undefined> => {
  if (!draft.blocks.some(({ kind }) => kind === 'tableCell')) return new Map();
  const texts = cellTexts(draft);
  const rows = new Map<Block, TableRow | undefined>();
  let cells: Block[] = [];
  const close = (): void => {
    const [first] = cells;
    const last = cells.at(-1);
    if (first === undefined || last === undefined) return;
    for (const cell of cells) rows.set(cell, undefined);
    const values = cells.flatMap((block) => valueOf(block, texts.get(block)?.text ?? ''));
    const [start, end] = [first, last].map(({ map }) => map.extent);
    if (values.length > 0 && start !== undefined && end !== undefined)
      rows.set(first, { span: { start: start.start, end: end.end }, values });
  };
  let current = -1;
  for (const [block, { row }] of texts) {
    if (row !== current) {
      close();
      cells = [];
    }
    cells.push(block);
    current = row;
  }
  close();
  return rows;
});

function valueOf(block: Block, said: string): readonly TableValue[] {
  if (said === '' || said === block.text) return [];
  const tokens = tokensOf(said);
  const shift = said.length - block.text.length;
  return [
    {
      block,
      said: tokens,
      placed: tokens.map((token) => ({
        ...token,
        start: Math.max(0, token.start - shift),
        end: Math.max(0, token.end - shift),
      })),
    },
  ];
}

/** The same tokens for the same words, so that what is known of them stays known. */
const tokensOf = boundedMemo((text: string) =>
  sentencesOf(readProse(text, 'plain')).flatMap(({ sentence }) => sentence.tokens),
);
