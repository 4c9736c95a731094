import type {
  SentenceDecisions,
  SentencePlace,
  SentenceRequest,
} from '../../../inference/readings.js';
import { isSubordinator } from '../../../lexicon/functionWords.js';
import type { Suspect } from './suspect.js';

/** Probabilities of the reader are compared by their log odds, within these bounds. */
const CERTAIN = 1e-4;

/**
 * The probability that a suspect is damaged, 0 to 1: the reader’s own, calibrated for its kind on
 * held-out text by logistic regression (Platt scaling; see `training/sentences/decision.py`). 0 for the kinds
 * that are left to rules, which have no constant.
 */
export function probabilityOf(
  { word, kind }: Suspect,
  { slope, kinds }: SentenceDecisions,
): number {
  const ofKind = kinds[kind];
  if (ofKind === undefined) return 0;
  const damage = Math.min(1 - CERTAIN, Math.max(CERTAIN, word.damage));
  const logOdds = Math.log(damage / (1 - damage));
  return 1 / (1 + Math.exp(-(slope * logOdds + ofKind)));
}

/** The findings of rules at the place of a suspect. */
interface Support {
  /** True if a rule reports an error there, of whatever kind. */
  readonly isReported: boolean;
  /** True if a rule hints at the same damage there; asked only where that decides. */
  readonly isHinted: () => boolean;
}

/**
 * The probability that is enough where a rule hints at the same place: a rule and the reader seldom
 * err in the same place.
 */
const HINTED_THRESHOLD = 0.7;

/** The same if a rule reports an error, which the reader may know how to repair. */
const REPORTED_THRESHOLD = 0.5;

/** Places in which verbs, articles and full stops may be missing. */
const SHORT_TEXTS: ReadonlySet<SentencePlace> = new Set(['heading', 'caption', 'label', 'cell']);

/** The kinds that are damage in a short text too. */
const DAMAGE_ANYWHERE: ReadonlySet<string> = new Set(['swapped', 'verb-form', 'garbled']);

/** Kinds that writers use on purpose in a few words: “Not this time.” “Because he can.” */
const WRITTEN_ON_PURPOSE: ReadonlySet<string> = new Set([
  'fragment',
  'missing-subject',
  'missing-verb',
]);

/** Kinds that the reader sees in enumerations and contrasts too, so that it is not believed alone. */
const NEVER_ALONE: ReadonlySet<string> = new Set(['duplicate-item']);

/** Kinds that a page has where its headings and captions run into the text. */
const OF_FLATTENED_PAGES: ReadonlySet<string> = new Set(['run-on', 'duplicate-item']);

/** A sentence with fewer words is short. */
const SHORT_SENTENCE_WORDS = 8;

/**
 * True if a suspect is reported in its place. `isFlattened` is true for a whole page in one
 * paragraph, whose headings and captions run on without being the writer’s errors.
 */
export function isReported(
  suspect: Suspect,
  { text, place }: SentenceRequest,
  isFlattened: boolean,
  support: Support,
  decisions: SentenceDecisions,
): boolean {
  const probability = probabilityOf(suspect, decisions);
  if (probability < (support.isReported ? REPORTED_THRESHOLD : HINTED_THRESHOLD)) return false;
  if (isFlattened && OF_FLATTENED_PAGES.has(suspect.kind)) return false;
  if (SHORT_TEXTS.has(place) && !DAMAGE_ANYWHERE.has(suspect.kind)) return false;
  if (suspect.kind === 'fragment' && !opensSubordinate(text)) return false;
  const isShort =
    WRITTEN_ON_PURPOSE.has(suspect.kind) &&
    text.split(/\s+/u, SHORT_SENTENCE_WORDS).length < SHORT_SENTENCE_WORDS;
  return (
    (!isShort && !NEVER_ALONE.has(suspect.kind) && probability >= decisions.threshold) ||
    support.isReported ||
    support.isHinted()
  );
}

/**
 * “Although he won.”, “Even if it rains.”: other sentences without a main clause are mostly
 * intended.
 */
function opensSubordinate(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.slice(0, 2).some((word) => isSubordinator({ text: word }));
}
