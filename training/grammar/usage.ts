import { hashOf, hashKeyOf } from '../../server/prose/grammar/hashing.js';
import { normalise } from '../../server/prose/grammar/vocabulary.js';
import type { TreebankSentence } from './treebank.js';

/** The minimum number of occurrences of a word that has usual tags. */
const MIN_COUNT = 4;
/** The minimum number of words with a set of tags; rarer sets are merged by their first tag. */
const MIN_SET_SIZE = 8;

/** The usual tags of words. */
export interface Usage {
  /** The number of a word's set, by the key of its hash. */
  readonly numbers: Map<number, number>;
  /** The tags of each set, the most common first. Numbers 0 and 1 are not sets. */
  readonly sets: readonly (readonly number[])[];
}

/** Collects the usual tags of each word. */
export function learnUsage(sentences: readonly TreebankSentence[]): Usage {
  const counts = new Map<number, Map<number, number>>();
  for (const { source, tags } of sentences) {
    for (const [at, { form }] of source.words.entries()) {
      const key = hashKeyOf(hashOf(normalise(form).toLowerCase()));
      const tag = tags[at] ?? 0;
      const ofWord = counts.get(key) ?? new Map<number, number>();
      ofWord.set(tag, (ofWord.get(tag) ?? 0) + 1);
      counts.set(key, ofWord);
    }
  }
  const sets = new Map<number, string>();
  const sizes = new Map<string, number>();
  for (const [word, ofWord] of counts) {
    const total = [...ofWord.values()].reduce((sum, count) => sum + count, 0);
    if (total < MIN_COUNT) continue;
    const usual = [...ofWord]
      .filter(([, count]) => count >= total * 0.04)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const set = usual.map(([tag]) => tag).join(' ');
    sets.set(word, set);
    sizes.set(set, (sizes.get(set) ?? 0) + 1);
  }
  const numbers = new Map<string, number>();
  const usage = new Map<number, number>();
  const numbered: (readonly number[])[] = [[], []];
  for (const [word, set] of sets) {
    const name = (sizes.get(set) ?? 0) >= MIN_SET_SIZE ? set : (set.split(' ')[0] ?? '');
    const number = numbers.get(name) ?? numbers.size + 2;
    numbers.set(name, number);
    numbered[number] = name.split(' ').map(Number);
    usage.set(word, number);
  }
  return { numbers: usage, sets: numbered };
}
