import type { SentenceDecisions, SentencePlace } from '../../server/inference/readings.js';
import { type Sample, fitLogistic } from '../claim-values/logisticRegression.js';

/** What a reader suspects in a sentence. */
export interface Suspicion {
  readonly form: string;
  readonly place: SentencePlace;
  /** The damage of the most damaged word, 0 to 1. */
  readonly damage: number;
}

/** A sentence that is known to be damaged or sound. */
export interface KnownSentence {
  readonly place: SentencePlace;
  readonly isDamaged: boolean;
  /** False for a text that a rule made for its place and may have damaged. */
  readonly isNatural: boolean;
  readonly suspicion?: Suspicion | undefined;
}

/** The decisions, and how many of the sentences that they were chosen on are reported. */
export interface ChosenDecisions {
  readonly decisions: SentenceDecisions;
  readonly found: number;
  readonly falseAlarms: number;
}

/**
 * The penalties on what a form or a place adds to the constant, and on what a form adds to the
 * slope: some are rare.
 */
const CONSTANT_PENALTY = 3;
const SLOPE_PENALTY = 30;

/** The minimum damage of a suspicion. Lower ones are so frequent that they would distort the fit. */
const LEAST_DAMAGE = 0.3;

/** The distance of damage from 0 and 1 at which its log odds are bounded. */
const CERTAIN = 1e-4;

/** The minimum slope, so that more damage is never less likely to be real, however rare a form is. */
const LEAST_SLOPE = 0.2;

/** The minimum probability of damage for a report, whatever the budget. */
const LEAST_PROBABILITY = 0.5;

/**
 * Decisions for one reader. A logistic regression turns the log odds of damage into a probability
 * (Platt scaling), with a slope and a constant for each form of damage and a constant for each
 * place, as if the same share of sentences were damaged at each place. The threshold is the lowest
 * probability that reports at most `mostFalseAlarms` of the natural sound sentences; for each form
 * and place it is given as the reader's own damage.
 */
export function chooseDecisions(
  sentences: readonly KnownSentence[],
  mostFalseAlarms: number,
): ChosenDecisions {
  const suspicions = sentences.flatMap(({ suspicion }) => suspicion ?? []);
  const names = [...new Set(suspicions.flatMap(signalNamesOf))].sort();
  const { bias, signals } = fitLogistic(samplesOf(sentences, names), names, penaltyOf);
  const signal = (name: string): number => signals[name] ?? 0;
  const slopeOf = ({ form }: Suspected): number =>
    Math.max(LEAST_SLOPE, signal(LOG_ODDS) + signal(slopeName(form)));
  const constantOf = ({ form, place }: Suspected): number => bias + signal(form) + signal(place);
  const probabilityOf = (one: Suspicion): number =>
    sigmoid(slopeOf(one) * logOdds(one.damage) + constantOf(one));
  const alarms = sentences
    .filter(({ isDamaged, isNatural }) => isNatural && !isDamaged)
    .map(({ suspicion }) => (suspicion === undefined ? 0 : probabilityOf(suspicion)))
    .sort((one, other) => other - one);
  const least = logOdds(Math.max(LEAST_PROBABILITY, alarms[mostFalseAlarms] ?? 0));
  const thresholdOf = (one: Suspected): number =>
    above(sigmoid((least - constantOf(one)) / slopeOf(one)));
  const forms = [...new Set(suspicions.map(({ form }) => form))].sort();
  const places = [...new Set(suspicions.map(({ place }) => place))].sort();
  const reported = sentences.filter(
    ({ suspicion }) => suspicion !== undefined && suspicion.damage >= thresholdOf(suspicion),
  );
  return {
    decisions: Object.fromEntries(
      places.map((place) => [
        place,
        Object.fromEntries(forms.map((form) => [form, thresholdOf({ form, place })])),
      ]),
    ),
    found: reported.filter(({ isDamaged }) => isDamaged).length,
    falseAlarms: reported.filter(({ isDamaged, isNatural }) => isNatural && !isDamaged).length,
  };
}

/** The form of a suspicion, and its place. */
type Suspected = Omit<Suspicion, 'damage'>;

const LOG_ODDS = 'log odds';

/** The name of the signal by which a form changes the common slope. */
function slopeName(form: string): string {
  return `${LOG_ODDS} of ${form}`;
}

function penaltyOf(name: string): number {
  if (name === LOG_ODDS) return 0;
  return name.startsWith(LOG_ODDS) ? SLOPE_PENALTY : CONSTANT_PENALTY;
}

/** The names of the signals that are not 0 for a suspicion. */
function signalNamesOf({ form, place }: Suspected): readonly string[] {
  return [LOG_ODDS, slopeName(form), form, place];
}

/**
 * A sample for each suspicion. Those of damaged sentences are weighted so that each place has the
 * same share of them.
 */
function samplesOf(
  sentences: readonly KnownSentence[],
  names: readonly string[],
): readonly Sample<string>[] {
  const count = (place: SentencePlace, isDamaged: boolean): number =>
    sentences.filter((one) => one.place === place && one.isDamaged === isDamaged).length;
  const weights = new Map(
    [...new Set(sentences.map(({ place }) => place))].map((place) => [
      place,
      count(place, false) / Math.max(1, count(place, true)),
    ]),
  );
  return sentences.flatMap(({ place, isDamaged, suspicion }): readonly Sample<string>[] => {
    if (suspicion === undefined || suspicion.damage < LEAST_DAMAGE) return [];
    const own = signalNamesOf(suspicion);
    const valueOf = (name: string): number =>
      !own.includes(name) ? 0 : name.startsWith(LOG_ODDS) ? logOdds(suspicion.damage) : 1;
    const signals = Object.fromEntries(names.map((name) => [name, valueOf(name)]));
    return [{ signals, isPositive: isDamaged, weight: isDamaged ? (weights.get(place) ?? 1) : 1 }];
  });
}

function logOdds(probability: number): number {
  const within = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
  return Math.log(within / (1 - within));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The next damage above a value: the reader returns four decimals. */
function above(value: number): number {
  return (Math.floor(value * 1e4 + 1e-6) + 1) / 1e4;
}
