import type { SentenceReading, WordReading } from '../../../inference/readings.js';

/** A word this likely to be damaged belongs to the same damage as its neighbour. */
const NEIGHBOUR_DAMAGE = 0.3;

/** The place of a sentence that the reader considers damaged. */
export interface Suspect {
  /** The word that is most likely damaged. */
  readonly word: WordReading;
  /** It and its neighbours that are damaged in the same way, in order. */
  readonly words: readonly WordReading[];
  /** The most likely kind of damage. */
  readonly kind: string;
}

/** What the reader suspects of a sentence, by the damaged words, the most damaged first. */
export function suspectsOf({ words }: SentenceReading): readonly Suspect[] {
  const places = words.map((_, place) => place);
  const damageAt = (place: number): number => words[place]?.damage ?? 0;
  return places
    .sort((one, other) => damageAt(other) - damageAt(one))
    .flatMap((place) => suspectAt(words, place) ?? []);
}

function suspectAt(words: readonly WordReading[], place: number): Suspect | undefined {
  const word = words[place];
  const kind = word?.kinds[0]?.name;
  if (word === undefined || kind === undefined) return undefined;
  const belongs = (one: WordReading | undefined, next: WordReading | undefined): boolean =>
    one !== undefined &&
    next !== undefined &&
    next.start - one.end <= 1 &&
    one.end > 0 &&
    Math.min(one.damage, next.damage) >= NEIGHBOUR_DAMAGE &&
    one.kinds[0]?.name === next.kinds[0]?.name;
  let first = place;
  while (belongs(words[first - 1], words[first])) first--;
  let last = place;
  while (belongs(words[last], words[last + 1])) last++;
  return { word, words: words.slice(first, last + 1), kind };
}
