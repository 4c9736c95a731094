/** A variety of English that has a dictionary of its own. */
export type Variety = 'en-US' | 'en-GB' | 'en-AU' | 'en-CA';

/** Every variety, in the order of their bits. */
export const VARIETIES: readonly Variety[] = ['en-US', 'en-GB', 'en-AU', 'en-CA'];

/** What each variety is called in a sentence. */
export const VARIETY_NAMES: Readonly<Record<Variety, string>> = {
  'en-US': 'American',
  'en-GB': 'British',
  'en-AU': 'Australian',
  'en-CA': 'Canadian',
};

/** The dictionary's spelling of a word. */
export type WordCase = 'lower' | 'capitalised' | 'capitals';

/** The dictionary's entry for a word. */
export interface WordEntry {
  /** A bit for each variety in which it is correct. */
  readonly varieties: number;
  readonly wordCase: WordCase;
  /**
   * Its frequency on the Zipf scale from 0 to 7.75: 3 is once in a million words, 6 once in a
   * thousand.
   */
  readonly frequency: number;
  /** True for a word that nobody wants to see suggested. */
  readonly isHidden: boolean;
  /** True for a word that is rare, and as likely a slip for a frequent one. */
  readonly isDoubtful: boolean;
}

const CASES: readonly WordCase[] = ['lower', 'capitalised', 'capitals'];

/** Steps of the frequency to 1 on the Zipf scale. */
const FREQUENCY_STEPS = 4;

const HIDDEN = 1 << 11;
const DOUBTFUL = 1 << 12;

/** The bit of a variety. */
export function varietyBit(variety: Variety): number {
  return 1 << VARIETIES.indexOf(variety);
}

/** An entry as the number that the word graph stores. */
export function packEntry(entry: WordEntry): number {
  const { varieties, wordCase, frequency, isHidden, isDoubtful } = entry;
  const steps = Math.max(0, Math.min(31, Math.round(frequency * FREQUENCY_STEPS)));
  const flags = (isHidden ? HIDDEN : 0) | (isDoubtful ? DOUBTFUL : 0);
  return varieties | (CASES.indexOf(wordCase) << 4) | (steps << 6) | flags;
}

/** The entry of a number that the word graph stores; `undefined` for -1. */
export function unpackEntry(value: number): WordEntry | undefined {
  if (value < 0) return undefined;
  return {
    varieties: value & 15,
    wordCase: CASES[(value >>> 4) & 3] ?? 'lower',
    frequency: ((value >>> 6) & 31) / FREQUENCY_STEPS,
    isHidden: (value & HIDDEN) !== 0,
    isDoubtful: (value & DOUBTFUL) !== 0,
  };
}
