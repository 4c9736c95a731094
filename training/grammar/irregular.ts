import { Lemmas } from '../../server/prose/grammar/lemmas.js';
import type { NumberTable } from '../../server/prose/grammar/numberTable.js';
import type { TreebankSentence } from './treebank.js';

/** The minimum number of times that a form occurs with a lemma or features that differ from the rules. */
const MIN_COUNT = 2;

/** The number of times that each value occurs with a key, such as a fine tag and a form. */
type Counts = Map<string, Map<string, number>>;

/** The lemmas in a treebank that differ from the rules, by fine tag and form. */
export function learnIrregular(
  sentences: readonly TreebankSentence[],
  tagNames: readonly string[],
  lexicon: NumberTable,
): Map<string, string> {
  const counts: Counts = new Map();
  for (const { tag, form, lemma } of typicalWords(sentences, tagNames)) {
    if (tag !== 'PUNCT' && lemma !== '_') count(counts, `${tag} ${form}`, lemma);
  }
  const rules = new Lemmas(lexicon, new Map());
  const irregular = new Map<string, string>();
  for (const [key, lemmas] of inOrder(counts)) {
    const { value: lemma, times } = mostOften(lemmas);
    const [tag = '', form = ''] = key.split(' ', 2);
    const name = tag.startsWith('PROPN');
    if (times < MIN_COUNT || (name && !tag.endsWith('S'))) continue;
    if (rules.lemmaOf(name ? capitalised(form) : form, tag) !== lemma) irregular.set(key, lemma);
  }
  return irregular;
}

/**
 * The morphological features of words other than verbs: the most common by fine tag, and exceptions
 * by fine tag and form.
 */
export function learnFeatures(
  sentences: readonly TreebankSentence[],
  tagNames: readonly string[],
): Map<string, string> {
  const byTag: Counts = new Map();
  const byForm: Counts = new Map();
  for (const { tag, form, feats } of typicalWords(sentences, tagNames)) {
    if (/\/(?:VB[DGNPZ]?|MD)$/u.test(tag)) continue;
    count(byTag, tag, feats);
    count(byForm, `${tag} ${form}`, feats);
  }
  const features = new Map<string, string>();
  for (const [tag, ofTag] of inOrder(byTag)) features.set(tag, mostOften(ofTag).value);
  for (const [key, ofForm] of inOrder(byForm)) {
    const { value, times } = mostOften(ofForm);
    const [tag = ''] = key.split(' ', 1);
    if (times >= MIN_COUNT && value !== features.get(tag)) features.set(key, value);
  }
  return features;
}

interface TypicalWord {
  readonly tag: string;
  readonly form: string;
  readonly lemma: string;
  readonly feats: string;
}

/** The words of the treebank that are not marked as typos. */
function* typicalWords(
  sentences: readonly TreebankSentence[],
  tagNames: readonly string[],
): Generator<TypicalWord> {
  for (const { source, tags } of sentences) {
    for (const [at, { form, lemma, feats }] of source.words.entries()) {
      if (feats.includes('Typo=Yes')) continue;
      const tag = tagNames[tags[at] ?? 0] ?? '';
      yield { tag, form: form.replaceAll('’', "'").toLowerCase(), lemma, feats };
    }
  }
}

function count(counts: Counts, key: string, value: string): void {
  const ofKey = counts.get(key) ?? new Map<string, number>();
  ofKey.set(value, (ofKey.get(value) ?? 0) + 1);
  counts.set(key, ofKey);
}

function mostOften(counts: ReadonlyMap<string, number>): {
  readonly value: string;
  readonly times: number;
} {
  let value = '';
  let times = 0;
  for (const [candidate, candidateTimes] of counts) {
    if (candidateTimes > times) {
      value = candidate;
      times = candidateTimes;
    }
  }
  return { value, times };
}

/** The entries in order of code units, independent of the locale. */
function inOrder<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function capitalised(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}
