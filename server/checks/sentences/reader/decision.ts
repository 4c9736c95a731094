import type { SentenceReading } from '../../../inference/readings.js';
import type { Passage } from '../structure/passage.js';
import { gapModel } from '../gaps/gapModel.js';
import { GAP_KINDS } from '../gaps/gapKinds.js';
import { isEnglishWordOrPlural } from '../../../prose/dictionary.js';
import { treeOf } from '../structure/tree.js';
import weights from '../../../../models/sentence/decisions.json';
import type { Suspect } from './suspect.js';

/** A suspect with what is known about it. */
export interface Suspicion {
  readonly suspect: Suspect;
  readonly reading: SentenceReading;
  /** The reading of the sentence with its best repair, if there is one. */
  readonly repaired: SentenceReading | undefined;
  readonly passage: Passage;
  /** UTF-16 units from the start of the sentence to that of the text that was read. */
  readonly offset: number;
}

/** The signals that a decision rests on, in the order of their weights. */
export const SIGNALS = [
  'one',
  'damage',
  'kindShare',
  'runnerUp',
  'edit',
  'hasRepair',
  'repairedDamage',
  'gap',
  'isLabel',
  'isSpeech',
  'length',
  'unknownWords',
] as const;

/** The probabilities of a reading are compared by their log odds, within these bounds. */
const CERTAIN = 1e-4;

function logOdds(probability: number): number {
  const p = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
  return Math.log(p / (1 - p));
}

/** What the reader says at least about every word. */
const LEAST_DAMAGE = 0.03;

/** The values of the signals. */
export function signalsOf(suspicion: Suspicion): readonly number[] {
  const { suspect, reading, repaired, passage } = suspicion;
  const { word, words } = suspect;
  const others = reading.words.filter((other) => !words.includes(other));
  const runnerUp = Math.max(LEAST_DAMAGE, ...others.map(({ damage }) => damage));
  const { tokens } = passage.sentence;
  const plain = tokens.filter(({ text }) => /^\p{Ll}+$/u.test(text));
  const unknown = plain.filter(({ text }) => !isEnglishWordOrPlural(text)).length;
  return [
    1,
    logOdds(word.damage),
    Math.log(Math.max(CERTAIN, (word.kinds[0]?.probability ?? 0) / word.damage)),
    logOdds(runnerUp),
    Math.log(Math.max(CERTAIN, word.edits[0]?.probability ?? 0)),
    repaired === undefined ? 0 : 1,
    repaired === undefined ? 0 : logOdds(Math.max(LEAST_DAMAGE, repaired.damage)),
    gapEvidence(suspicion),
    passage.setting === 'label' ? 1 : 0,
    passage.setting === 'speech' ? 1 : 0,
    Math.log(Math.max(1, tokens.length)),
    unknown === 0 ? 0 : 1,
  ];
}

/** The log odds that the gap model sees anything wrong beside the suspected words. */
function gapEvidence({ suspect, passage, offset }: Suspicion): number {
  const { tokens, start } = passage.sentence;
  const gaps = gapModel().predict(treeOf(tokens));
  const from = start + offset + (suspect.words[0]?.start ?? 0);
  const to = start + offset + (suspect.words.at(-1)?.end ?? 0);
  let highest = 0;
  for (const [at, token] of tokens.entries()) {
    const isNear = token.start >= from && (tokens[at - 1]?.end ?? token.start) <= to;
    if (isNear) highest = Math.max(highest, gaps.probability(at, ...GAP_KINDS.slice(1)));
  }
  return logOdds(highest);
}

/** The probability that a suspect is damaged, 0 to 1. */
export function probabilityOf(suspicion: Suspicion): number {
  const signals = signalsOf(suspicion);
  const byKind: Readonly<Record<string, number>> = weights.kinds;
  let sum = byKind[suspicion.suspect.kind] ?? 0;
  for (const [at, signal] of signals.entries()) sum += signal * (weights.signals[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** From this probability on a suspect is reported. */
export const REPORTED: number = weights.threshold;
