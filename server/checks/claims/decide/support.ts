import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import { type Figure, ungroundedIn } from '../align/grounding.js';
import { type ClaimSpan, EMPTY_STATEMENT } from '../statement/statement.js';
import { type ItemMatch, bestRow, matchItems, shareOf, weightOf } from '../align/termAlignment.js';

/** How the terms, figures and times of a claim match the evidence. */
export interface Support {
  /** The sentences that together have most of the claim, best first; at most three. */
  readonly supporting: readonly EvidenceSentence[];
  /** The matches with each sentence, in the order of the evidence. */
  readonly rows: readonly (readonly ItemMatch[])[];
  /** The share of the claim that the best sentence has, and that all have together, 0 to 1. */
  readonly best: number;
  readonly together: number;
  /** Its figures and times that no sentence has. */
  readonly ungrounded: readonly Figure[];
}

/** The most sentences that support a claim together. */
const TOGETHER = 3;
/** The least share of the claim that a further sentence must add. */
const GAIN = 0.04;

/** Matches a claim with the evidence, given best first. */
export function supportIn(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  rarity: (word: string) => number,
): Support {
  const statements = evidence.map(({ statement }) => statement);
  const rows = statements.map((statement) => matchItems(claim, statement, rarity));
  const wanted = rows[0] ?? matchItems(claim, EMPTY_STATEMENT, rarity);
  return {
    supporting: choose(rows, weightOf(wanted)).flatMap((index) => evidence[index] ?? []),
    rows,
    best: Math.max(0, ...rows.map(shareOf)),
    together: shareOf(bestRow(rows)),
    ungrounded: ungroundedIn(claim, statements),
  };
}

/** The sentences that together have most of the claim, as indices, best first. */
function choose(rows: readonly (readonly ItemMatch[])[], total: number): readonly number[] {
  const chosen: number[] = [];
  const have = (rows[0] ?? []).map(() => 0);
  while (chosen.length < TOGETHER) {
    let best = -1;
    let most = GAIN * total;
    for (const [index, row] of rows.entries()) {
      if (chosen.includes(index)) continue;
      const gain = row.reduce(
        (sum, { weight, match: met }, item) => sum + weight * Math.max(0, met - (have[item] ?? 0)),
        0,
      );
      if (gain > most + 1e-9) [best, most] = [index, gain];
    }
    if (best < 0) break;
    chosen.push(best);
    for (const [item, { match: met }] of (rows[best] ?? []).entries())
      have[item] = Math.max(have[item] ?? 0, met);
  }
  return chosen;
}
