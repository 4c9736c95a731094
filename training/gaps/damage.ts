import type { ConlluSentence, ConlluWord } from '../../server/prose/grammar/conllu.js';
import type { Random } from '../grammar/random.js';
import type { GapKind } from '../../server/checks/sentences/gaps/gapKinds.js';

/** A sentence's words with one thing wrong in the gap before word `at`. */
export interface Damaged {
  readonly words: readonly string[];
  readonly at: number;
  readonly kind: GapKind;
}

type Damage = (sentence: readonly ConlluWord[], next: readonly ConlluWord[]) => readonly Damaged[];

const MARK = /^\p{P}+$/u;

/** Drops each of the words that `isDropped` selects, one per copy. */
function dropping(
  kind: GapKind,
  isDropped: (word: ConlluWord, at: number, all: readonly ConlluWord[]) => boolean,
): Damage {
  return (sentence) =>
    sentence.flatMap((word, at) => {
      const before = sentence[at - 1];
      const after = sentence[at + 1];
      if (after === undefined || !isDropped(word, at, sentence)) return [];
      if (MARK.test(after.form) && kind !== 'verb' && kind !== 'be') return [];
      // “'s” and “n't” are attached to the word before them.
      if (/^['’n]/u.test(word.form) && before !== undefined && /['’]/u.test(word.form)) return [];
      const words = sentence.filter((_, index) => index !== at).map(({ form }) => form);
      if (at === 0) words[0] = capitalised(words[0] ?? '');
      return [{ words, at, kind }];
    });
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function hasSubjectBefore(at: number, all: readonly ConlluWord[], head: number): boolean {
  return all.some(
    (other, index) => other.head === head + 1 && other.relation.startsWith('nsubj') && index < at,
  );
}

function isVerbWithSubject(word: ConlluWord, at: number, all: readonly ConlluWord[]): boolean {
  return (
    word.upos === 'VERB' && word.feats.includes('VerbForm=Fin') && hasSubjectBefore(at, all, at)
  );
}

function isAuxiliaryWithSubject(word: ConlluWord, at: number, all: readonly ConlluWord[]): boolean {
  return (
    word.upos === 'AUX' &&
    /^(?:cop|aux)/u.test(word.relation) &&
    (word.lemma === 'be' || word.lemma === 'have') &&
    hasSubjectBefore(at, all, word.head - 1) &&
    !/^n['’]t$|^not$/u.test(all[at + 1]?.form ?? '')
  );
}

function isBareSubject(word: ConlluWord, at: number, all: readonly ConlluWord[]): boolean {
  return (
    word.upos === 'PRON' &&
    word.relation.startsWith('nsubj') &&
    !/PronType=(?:Rel|Int)/u.test(word.feats) &&
    !all.some(({ head }) => head === at + 1) &&
    at < word.head - 1
  );
}

/** Appends the next sentence, starting in lower case. */
const fuse: Damage = (sentence, next) => {
  const first = next[0];
  const last = sentence.at(-1);
  if (first === undefined || last?.form !== '.' || next.length < 4 || sentence.length < 5)
    return [];
  if (!/^\p{L}/u.test(first.form)) return [];
  const start =
    first.upos === 'PROPN' || first.form === 'I' ? first.form : first.form.toLowerCase();
  const words = [
    ...sentence.slice(0, -1).map(({ form }) => form),
    start,
    ...next.slice(1).map(({ form }) => form),
  ];
  return [{ words, at: sentence.length - 1, kind: 'fused' }];
};

const swap: Damage = (sentence) =>
  sentence.flatMap((word, at) => {
    const before = sentence[at - 1];
    if (before === undefined || MARK.test(word.form) || MARK.test(before.form)) return [];
    if (word.upos === before.upos || /['’]/u.test(word.form + before.form)) return [];
    if (/^(?:ADV|INTJ|X|SYM)$/u.test(word.upos) || /^(?:ADV|INTJ|X|SYM)$/u.test(before.upos))
      return [];
    const words = sentence.map(({ form }) => form);
    words[at - 1] = at === 1 ? capitalised(word.form) : word.form;
    words[at] = at === 1 && before.upos !== 'PROPN' ? before.form.toLowerCase() : before.form;
    return [{ words, at, kind: 'swapped' }];
  });

const cutOff: Damage = (sentence) =>
  sentence.flatMap((word, at) =>
    at > 3 &&
    at < sentence.length - 3 &&
    sentence.at(-1)?.form === '.' &&
    /^(?:ADP|DET|SCONJ|CCONJ|AUX|PART)$/u.test(word.upos) &&
    !/^(?:compound:prt|advmod)$/u.test(word.relation) &&
    !/['’]/u.test(word.form)
      ? [
          {
            words: [...sentence.slice(0, at + 1).map(({ form }) => form), '.'],
            at: at + 1,
            kind: 'cutOff' as const,
          },
        ]
      : [],
  );

const DAMAGES: readonly Damage[] = [
  dropping('be', isAuxiliaryWithSubject),
  dropping('verb', isVerbWithSubject),
  dropping('preposition', ({ upos, relation }) => upos === 'ADP' && relation === 'case'),
  dropping(
    'to',
    ({ upos, relation, lemma }) => upos === 'PART' && relation === 'mark' && lemma === 'to',
  ),
  dropping('subject', isBareSubject),
  fuse,
  swap,
  cutOff,
];

/**
 * Copies of a sentence with one error each: one copy for each kind of damage that applies, at a
 * random place. `next` is the sentence after it.
 */
export function damagedCopies(
  sentence: ConlluSentence,
  next: ConlluSentence | undefined,
  random: Random,
): readonly Damaged[] {
  return DAMAGES.flatMap((damage) => {
    const all = damage(sentence.words, next?.words ?? []);
    const chosen = all[Math.floor(random.next() * all.length)];
    return chosen === undefined ? [] : [chosen];
  });
}
