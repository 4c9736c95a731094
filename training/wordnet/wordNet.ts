import { hashOf, hashKeyOf } from '../../server/prose/grammar/hashing.js';
import {
  ADJECTIVE,
  ADVERB,
  NAME,
  NOUN,
  VERB,
  entryOf,
} from '../../server/prose/grammar/lexicon.js';
import { normalise } from '../../server/prose/grammar/vocabulary.js';

/**
 * The text of WordNet's files (https://wordnet.princeton.edu/documentation/senseidx5wn, wndb5wn).
 */
export interface WordNetFiles {
  /** `index.sense` */
  readonly senses: string;
  /** `data.noun` */
  readonly nouns: string;
}

const KIND: Readonly<Record<string, number>> = {
  '1': NOUN,
  '2': VERB,
  '3': ADJECTIVE,
  '4': ADVERB,
  '5': ADJECTIVE,
};

/** The minimum share of a word's counted uses in WordNet for its main part of speech. */
const MAIN_SHARE = 0.75;

interface WordCounts {
  kinds: number;
  readonly uses: number[];
  nounField: number;
  verbField: number;
}

/** WordNet's single words as lexicon entries, by the key of each word's hash. */
export function readWordNet(files: WordNetFiles): Map<number, number> {
  const words = new Map<string, WordCounts>();
  for (const line of files.senses.split('\n')) {
    const match = /^([^%_]+)%(\d):(\d\d):\S* \d+ (\d+) (\d+)/u.exec(line);
    if (match === null) continue;
    const [, text = '', type = '', field = '', number = '', count = ''] = match;
    const kind = KIND[type] ?? 0;
    const word = words.get(text) ?? { kinds: 0, uses: [0, 0, 0, 0], nounField: 0, verbField: 0 };
    words.set(text, word);
    word.kinds |= kind;
    const place = Math.log2(kind);
    word.uses[place] = (word.uses[place] ?? 0) + Number(count);
    if (number === '1' && kind === NOUN) word.nounField = Number(field) + 1;
    if (number === '1' && kind === VERB) word.verbField = Number(field) + 1;
  }
  for (const [name, common] of spellings(files.nouns)) {
    const word = words.get(name);
    if (word === undefined) continue;
    word.kinds |= NAME;
    if (!common) word.kinds &= ~NOUN;
  }
  const entries = new Map<number, number>();
  for (const [text, word] of words) {
    const total = word.uses.reduce((sum, uses) => sum + uses, 0);
    const main = word.uses.findIndex((uses) => total > 2 && uses >= total * MAIN_SHARE) + 1;
    entries.set(
      hashKeyOf(hashOf(normalise(text))),
      entryOf(word.kinds, main, word.nounField, word.verbField),
    );
  }
  return entries;
}

/** The capitalised nouns, in lower case, and whether each is also written without a capital. */
function spellings(nouns: string): Map<string, boolean> {
  const capitalised = new Set<string>();
  const lowerCase = new Set<string>();
  for (const line of nouns.split('\n')) {
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '', 16);
    for (let index = 0; index < count; index++) {
      const word = fields[4 + index * 2] ?? '';
      if (/^\p{Lu}/u.test(word)) capitalised.add(word.toLowerCase());
      else lowerCase.add(word);
    }
  }
  return new Map([...capitalised].map((word) => [word, lowerCase.has(word)]));
}
