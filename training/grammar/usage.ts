import { hashOf, hashKeyOf } from '../../server/prose/grammar/hashing.js';
import { normalise } from '../../server/prose/grammar/vocabulary.js';
import type { TreebankSentence } from './treebank.js';

/** A word met less often is not known well. */
const WELL_KNOWN = 4;
/** Rarer sets of tags are lumped by their first tag. */
const COMMON_SET = 8;

/** Which tags words usually have. */
export interface Usage {
  /** The number of its set, by the key of a word's hash. */
  readonly numbers: Map<number, number>;
  /** The tags of each set, the most usual first. Numbers 0 and 1 are no sets. */
  readonly sets: readonly (readonly number[])[];
}

/** Gathers which tags each word usually has. */
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
    if (total < WELL_KNOWN) continue;
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
    const name = (sizes.get(set) ?? 0) >= COMMON_SET ? set : (set.split(' ')[0] ?? '');
    const number = numbers.get(name) ?? numbers.size + 2;
    numbers.set(name, number);
    numbered[number] = name.split(' ').map(Number);
    usage.set(word, number);
  }
  return { numbers: usage, sets: numbered };
}
