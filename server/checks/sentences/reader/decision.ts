import decisions from '../../../../models/sentence/decisions.json';
import type { SentencePlace } from '../../../inference/readings.js';
import type { Suspect } from './suspect.js';

/** Probabilities of the reader are compared by their log odds, within these bounds. */
const CERTAIN = 1e-4;

/**
 * The probability that a suspect is damaged, 0 to 1: the reader’s own, calibrated for its kind on
 * held-out text by logistic regression (Platt scaling; see `training/sentences/decision.py`).
 */
export function probabilityOf({ word, kind }: Suspect): number {
  const kinds: Readonly<Record<string, number | undefined>> = decisions.kinds;
  const ofKind = kinds[kind];
  if (ofKind === undefined) return 0;
  const damage = Math.min(1 - CERTAIN, Math.max(CERTAIN, word.damage));
  const logOdds = Math.log(damage / (1 - damage));
  return 1 / (1 + Math.exp(-(decisions.slope * logOdds + ofKind)));
}

/** Places in which verbs, articles and full stops may be missing. */
const SHORT_TEXTS: ReadonlySet<SentencePlace> = new Set(['heading', 'caption', 'label', 'cell']);

/** What is damage in a short text too. */
const DAMAGE_ANYWHERE: ReadonlySet<string> = new Set([
  'duplicate-item',
  'swapped',
  'verb-form',
  'garbled',
]);

/** What rules find better than the reader: every case is plain to see. */
const LEFT_TO_RULES: ReadonlySet<string> = new Set([
  'repeated',
  'capital',
  'punctuation',
  'unbalanced',
  'run-together',
]);

/**
 * True if a suspect is reported where it stands. `isFlattened` is true of a whole page in one paragraph,
 * whose headings and captions run on without being the writer’s errors.
 */
export function isReported(suspect: Suspect, place: SentencePlace, isFlattened: boolean): boolean {
  if (LEFT_TO_RULES.has(suspect.kind)) return false;
  if (isFlattened && suspect.kind === 'run-on') return false;
  if (SHORT_TEXTS.has(place) && !DAMAGE_ANYWHERE.has(suspect.kind)) return false;
  return probabilityOf(suspect) >= decisions.threshold;
}
