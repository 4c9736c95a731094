import { rounded, softmax } from './softmax.js';
import type { Likely, SentenceReading, WordReading } from './readings.js';
import { type EncodedSentence, PLACE_POSITION } from './sentenceEncoder.js';

/** The output of the model for a sentence: a row of logits for each piece. */
export interface SentenceLogits {
  /** One column for each of `ReaderLabels.kinds`. */
  readonly kinds: Float32Array;
  /** One column for each of `ReaderLabels.edits`. */
  readonly edits: Float32Array;
}

/**
 * The names of the classes that the model was trained on, each list in the order of the model's
 * columns.
 */
export interface ReaderLabels {
  readonly kinds: readonly string[];
  readonly edits: readonly string[];
  /** The places of sentences. */
  readonly roles: readonly string[];
}

const SOUND = 'sound';
const KEEP = 'keep';

/** Words that are less probably damaged have no reading, because nothing is concluded from less. */
const LEAST_DAMAGE = 0.03;

/**
 * The maximum number of words in a reading: the most damaged ones. A sentence with more is no
 * English prose.
 */
const MOST_WORDS = 16;

const MOST_KINDS = 3;
const MOST_EDITS = 5;
const LEAST_EDIT = 0.01;

/**
 * The reading of a sentence, from the logits of its pieces. Throws an `Error` if the labels lack
 * `sound`.
 */
export function readingOf(
  { words, positions }: EncodedSentence,
  logits: SentenceLogits,
  { kinds, edits }: ReaderLabels,
): SentenceReading {
  const sound = kinds.indexOf(SOUND);
  if (sound < 0) throw new Error(`the labels have no kind “${SOUND}”`);
  const places = [
    { start: 0, end: 0, position: PLACE_POSITION },
    ...words.map(({ start, end }, index) => ({ start, end, position: positions[index] ?? 0 })),
  ];
  let highest = 0;
  const readings: WordReading[] = [];
  for (const { start, end, position } of places) {
    const shares = softmax(rowOf(logits.kinds, position, kinds.length));
    const damage = 1 - (shares[sound] ?? 0);
    highest = Math.max(highest, damage);
    if (damage < LEAST_DAMAGE) continue;
    readings.push({
      start,
      end,
      damage: rounded(damage),
      kinds: mostLikely(shares, kinds, SOUND).slice(0, MOST_KINDS),
      edits: mostLikely(softmax(rowOf(logits.edits, position, edits.length)), edits, KEEP)
        .slice(0, MOST_EDITS)
        .filter(({ probability }) => probability >= LEAST_EDIT),
    });
  }
  return { damage: rounded(highest), words: mostDamaged(readings) };
}

/** The most damaged words, in the order of the sentence. */
function mostDamaged(words: readonly WordReading[]): readonly WordReading[] {
  if (words.length <= MOST_WORDS) return words;
  const kept = new Set([...words].sort((a, b) => b.damage - a.damage).slice(0, MOST_WORDS));
  return words.filter((word) => kept.has(word));
}

function rowOf(logits: Float32Array, row: number, columns: number): Float32Array {
  return logits.subarray(row * columns, (row + 1) * columns);
}

function mostLikely(
  shares: readonly number[],
  names: readonly string[],
  left: string,
): readonly Likely[] {
  return shares
    .flatMap((share, index): readonly Likely[] => {
      const name = names[index];
      return name === undefined || name === left ? [] : [{ name, probability: rounded(share) }];
    })
    .sort((a, b) => b.probability - a.probability);
}
