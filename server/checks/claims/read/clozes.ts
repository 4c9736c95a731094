import type {
  ClozeReading,
  ClozeRequest,
  Readings,
  SentenceSpan,
} from '../../../inference/readings.js';
import type { Span } from '../../../prose/span.js';
import { memoize } from '../../../prose/memoize.js';
import { type LikelyAlternative, isDoubtful } from '../compare/alternativeMismatch.js';
import { type Slot, excludes, isTerm, maySay, slotsIn } from '../compare/alternatives.js';
import type { ClaimContext } from '../align/claimContext.js';
import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** A request to the claim reader, and its reading; `undefined` if it was not read yet. */
export interface AskedCloze {
  readonly request: ClozeRequest;
  readonly reading: ClozeReading | undefined;
}

/** Alternatives after the reading of a claim. */
export interface ReadAlternatives {
  /** Each as likely as the reader has it, where it confirms it; otherwise as before. */
  readonly alternatives: readonly LikelyAlternative[];
  /** What the reader was asked. */
  readonly asked: readonly AskedCloze[];
}

/** The least that the reader must give to a value to confirm it. */
const CONFIRMED = 0.9;

/** The most that the reader may give to the claim's own value to confirm another. */
const REFUTED = 0.1;

/** More tokens of a sentence than the reader reads. */
const LONGEST = 160;

/** A value of an evidence sentence. */
interface Value {
  readonly slot: Slot;
  readonly place: SentenceSpan;
}

/** A request about a value of a claim, and the values of the evidence in the order of its `values`. */
interface Asked {
  readonly slot: Slot;
  readonly values: readonly Value[];
  readonly request: ClozeRequest;
}

/**
 * Asks the claim reader where the alignment is in doubt: it sees the claim without the value, and says which value of
 * the evidence belongs there.
 */
export function readClozes(
  { claim, evidence }: Pick<ClaimContext, 'claim' | 'evidence'>,
  alternatives: readonly LikelyAlternative[],
  readings: Readings,
): ReadAlternatives {
  const doubtful = alternatives.filter(isDoubtful);
  const asked = requestsOf(claim, evidence, doubtful).map((one) => ({
    ...one,
    reading: readings.cloze(one.request),
  }));
  const confirmed = (alternative: LikelyAlternative): LikelyAlternative => {
    const { values, reading } = asked.find(({ slot }) => slot === alternative.slot) ?? {};
    if (values === undefined || reading === undefined || !doubtful.includes(alternative))
      return alternative;
    const shareOf = (wanted: Slot): number =>
      values.reduce(
        (sum, { slot }, at) => sum + (maySay(wanted, slot) ? (reading.values[at] ?? 0) : 0),
        0,
      );
    const likelihood = shareOf(alternative.value);
    return likelihood >= CONFIRMED && shareOf(alternative.slot) <= REFUTED
      ? { ...alternative, likelihood }
      : alternative;
  };
  return {
    alternatives: asked.length === 0 ? alternatives : alternatives.map(confirmed),
    asked: asked.map(({ request, reading }) => ({ request, reading })),
  };
}

/** A request for each value of a claim that has alternatives. */
function requestsOf(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  alternatives: readonly LikelyAlternative[],
): readonly Asked[] {
  const slots = [...new Set(alternatives.map(({ slot }) => slot))];
  return slots.map((slot) => {
    const values = valuesLike(slot, evidence);
    return { slot, values, request: requestOf(claim, slot, evidence, values) };
  });
}

/** The values of the evidence that are of a slot's type. */
function valuesLike(slot: Slot, evidence: readonly EvidenceSentence[]): readonly Value[] {
  return evidence.flatMap(({ statement }, sentence) =>
    slotsIn(statement)
      .filter((other) => other.last < LONGEST)
      .filter((other) => maySay(slot, other) || excludes(slot, other))
      .map((other) => ({ slot: other, place: { sentence, ...spanIn(statement, other) } })),
  );
}

function requestOf(
  { statement, first, last }: ClaimSpan,
  slot: Slot,
  evidence: readonly EvidenceSentence[],
  values: readonly Value[],
): ClozeRequest {
  const start = spanIn(statement, { first, last }).start;
  const hidden = spanIn(statement, slot);
  const claim = slotWordsOf(statement, first, Math.min(last, first + LONGEST));
  return {
    claim,
    hidden: { start: hidden.start - start, end: hidden.end - start },
    kind: kindOf(slot, claim.charAt(hidden.start - start)),
    passage: evidence.map(({ statement: { tokens } }) => textOf(tokens)),
    values: values.map(({ place }) => place),
  };
}

/** Training has the days of dates and years as figures, and weekdays and months as names. */
function kindOf(slot: Slot, firstLetter: string): ClozeRequest['kind'] {
  if (isTerm(slot)) return 'name';
  return 'unit' in slot || /^\p{Nd}/u.test(firstLetter) ? 'figure' : 'name';
}

/** The text of a sentence, each gap one space; of a very long one its beginning. */
const textOf = memoize((tokens: Statement['tokens']): string =>
  slotWordsOf({ tokens }, 0, Math.min(LONGEST, tokens.length) - 1),
);

/** Where tokens stand in the text of their sentence. */
function spanIn({ tokens }: Statement, { first, last }: TokenRange): Span {
  const start = slotWordsOf({ tokens }, 0, first).length - (tokens[first]?.text.length ?? 0);
  return { start, end: start + slotWordsOf({ tokens }, first, last).length };
}
