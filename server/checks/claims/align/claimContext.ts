import type { Entity } from '../../../reference/model.js';
import type { Evidence } from '../../finding.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { Figure } from './grounding.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** A claim with the evidence for and against it. */
export interface ClaimContext {
  readonly claim: ClaimSpan;
  /** Best first. */
  readonly evidence: readonly EvidenceSentence[];
  /** The entities of the sources. */
  readonly entities: readonly Entity[];
  /** How rare a word is among the sources, 0 to 1. */
  readonly rarity: (word: string) => number;
  /** The day on which a source was written, as “2024-07-22”, if it is known. */
  readonly dayOf: (source: string) => string | undefined;
  /** The claim's figures and times that no evidence sentence has. */
  readonly ungrounded: readonly Figure[];
  /** What a table has in the row and column that the claim is about. */
  readonly table?: TableReading | undefined;
}

/** A difference between a claim and a source, ready to report: the claim's tokens that differ. */
export interface SlotDifference extends TokenRange {
  /** One plain sentence with both values. */
  readonly message: string;
  /** The replacement for the tokens, if it is mechanical. */
  readonly replacement?: string;
  /** The source's words in place of `found`; absent where they are those of a whole sentence. */
  readonly expected?: string;
  /** The claim's words that differ. */
  readonly found: string;
  readonly evidence: readonly Evidence[];
}

/** What a table has in the row and column that a claim is about. */
export interface TableReading {
  readonly sentence: EvidenceSentence;
  /** True if it is the figure of the claim. */
  readonly isSame: boolean;
  /** The other figure that it is; absent if the claim may be about something else. */
  readonly difference?: SlotDifference;
}

/**
 * The text of a source's figure or time, given by its tokens, for the place of the draft's token
 * `at`: with a capital if the draft has one there, and without one that only opens the source's
 * sentence.
 */
export function withDraftCapital(
  draft: Statement,
  at: number,
  source: Statement,
  value: TokenRange,
): string {
  const text = slotWordsOf(source, value.first, value.last);
  const first = text.slice(0, 1);
  if (/^\p{Lu}/u.test(draft.tokens[at]?.text ?? '')) return first.toUpperCase() + text.slice(1);
  const isOpening = value.first === 0 && source.tokens[0]?.tag !== 'PROPN';
  return isOpening ? first.toLowerCase() + text.slice(1) : text;
}
