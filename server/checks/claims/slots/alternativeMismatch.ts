import weights from '../../../../models/claim-decision/weights.json';
import { isUnreliable } from '../../unreliable.js';
import { slotWordsOf } from '../statementQueries.js';
import { type Slot, isFigure, isTerm } from './alternatives.js';
import { type Alternative, type AlternativeSignals, alternativesIn } from './alternativeSignals.js';
import { type ClaimContext, type SlotMismatch, withDraftCapital } from './claimContext.js';

/** The least probability of a mismatch that is reported. */
const REPORTED = 0.55;

const SIGNALS = Object.keys(weights.alternative.signals) as readonly (keyof AlternativeSignals)[];

/**
 * The probability that an alternative is what the claim should say: logistic, with the weights fitted by
 * `npm run fit` (docs/claims.md).
 */
export function likelihoodOf({ signals }: Alternative): number {
  const { bias, signals: each } = weights.alternative;
  const sum = SIGNALS.reduce((all, signal) => all + each[signal] * signals[signal], bias);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The name, figure or time of a claim in whose place the sources have another, whichever way they say it: “the
 * raid was over in nine minutes” for “gone within six”. The most likely is taken; no other is worth a report.
 */
export function alternativeMismatches(context: ClaimContext): readonly SlotMismatch[] {
  const likely = alternativesIn(context)
    .map((alternative) => ({ alternative, likelihood: likelihoodOf(alternative) }))
    .filter(({ likelihood }) => likelihood >= REPORTED)
    .sort((one, other) => other.likelihood - one.likelihood)
    .find(({ alternative }) => !isUnreliable(alternative.evidence.fact));
  if (likely === undefined) return [];
  const { slot, value, evidence } = likely.alternative;
  const draft = context.claim.statement;
  const source = evidence.statement;
  return [
    {
      slot: nameOf(slot),
      first: slot.first,
      last: slot.last,
      expected: slotWordsOf(source, value.first, value.last),
      replacement: isTerm(value)
        ? slotWordsOf(source, value.first, value.last)
        : withDraftCapital(draft, slot.first, source, value),
      evidence,
    },
  ];
}

function nameOf(slot: Slot): string {
  if (isTerm(slot)) return 'name2';
  return isFigure(slot) ? 'figure' : 'date';
}
