import { isEnglishWord } from '../../prose/dictionary.js';
import { onceBy } from '../../prose/once.js';
import { type Block, type Prose, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Slices } from '../../prose/slices.js';
import { isNoName } from '../../reference/learn/nameWords.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { isTitle } from '../../reference/names/titles.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** A sentence with the names in it; the same object as long as the sentence is. */
export interface SurveyedSentence {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** The mention that a token belongs to, by the token's index. */
  readonly mentionAt: ReadonlyMap<number, Mention>;
  /** Words that may be misspelled names if the draft speaks for it. */
  readonly guesses: readonly Mention[];
  readonly words: readonly NameWord[];
  readonly around: Surroundings;
  /** The keys of its capitalised words. */
  readonly capitals: readonly string[];
  /** The keys of two words that stand beside each other in someone's name. */
  readonly company: readonly (readonly [word: string, other: string])[];
  /** Those whom it names in full and the base does not know. */
  readonly unknown: readonly string[];
}

/** A sentence where it stands in the draft. */
export interface PlacedSentence {
  readonly block: Block;
  readonly surveyed: SurveyedSentence;
}

/** All names of a draft: those the base knows, and who else is named in full. */
export interface Survey {
  /** The names that the base knows. */
  readonly names: NameIndex;
  readonly sentences: readonly PlacedSentence[];
  /**
   * For the key of a word of someone's name: the keys of those that stand beside it in full names.
   */
  readonly company: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often each capitalised word stands in the draft, by its key. */
  readonly counts: ReadonlyMap<string, number>;
  /** Those whom the draft names rightly, or nearly so with part of the name right. */
  readonly named: ReadonlySet<Entity>;
  /** Those whom it names rightly and in full. */
  readonly inFull: ReadonlySet<Entity>;
  /** How many of those it names at all are people, bodies and events. */
  readonly known: number;
  /** False where the draft is about something else: most who are named in full are not known. */
  readonly expectsKnown: boolean;
}

/** Looks a draft over for names, with a sentence to a slice. Cannot throw. */
export function* survey(draft: Prose, reference: Reference): Slices<Survey> {
  const sentences: PlacedSentence[] = [];
  for (const { block, sentence } of sentencesOf(draft)) {
    sentences.push({ block, surveyed: surveyed(sentence, reference.names) });
    yield;
  }
  const company = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const unknown = new Set<string>();
  for (const { surveyed } of sentences) {
    for (const key of surveyed.capitals) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const [word, other] of surveyed.company) note(company, word, other);
    for (const name of surveyed.unknown) unknown.add(name);
  }
  const named = namedIn(sentences);
  const known = [...named].filter(({ kind }) => kind !== 'place').length;
  const expectsKnown = unknown.size === 0 || known > unknown.size;
  const { names } = reference;
  return {
    names,
    sentences,
    company,
    counts,
    named,
    inFull: inFullIn(sentences),
    known,
    expectsKnown,
  };
}

/** Looks single sentences over, by what an index knows. */
const surveyed = onceBy((sentence: Sentence, names: NameIndex): SurveyedSentence => {
  const words = nameWords(sentence.tokens);
  const mentions = names.mentionsIn(sentence.tokens);
  const mentionAt = new Map(
    mentions.flatMap((mention) => tokensOf(mention).map((token) => [token, mention])),
  );
  const guesses = names.guessesIn(sentence.tokens);
  const around = new Surroundings(words);
  const capitals: string[] = [];
  const company: (readonly [string, string])[] = [];
  const unknown: string[] = [];
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word.text)) continue;
    capitals.push(word.key);
    if (isTitle(word.text)) continue;
    const given = around.givenNameBefore(at);
    const after = around.nameAfter(at + 1);
    for (const other of [given, after]) {
      if (other !== undefined && !isNoName(other.text, false)) company.push([word.key, other.key]);
    }
    if (given === undefined || sentence.role === 'byline' || sentence.role === 'credit') continue;
    if (mentionAt.has(word.first) || mentionAt.has(given.first)) continue;
    if (!isEnglishWord(word.text)) unknown.push(`${given.key} ${word.key}`);
  }
  return { sentence, mentions, mentionAt, guesses, words, around, capitals, company, unknown };
});

function tokensOf({ first, last }: Mention): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function note(company: Map<string, Set<string>>, word: string, other: string): void {
  const known = company.get(word);
  if (known === undefined) company.set(word, new Set([other]));
  else known.add(other);
}

function namedIn(sentences: readonly PlacedSentence[]): ReadonlySet<Entity> {
  const known = sentences.flatMap(({ surveyed }) =>
    surveyed.mentions
      .filter(({ exact, grounds }) => exact || grounds === 'name')
      .map(({ entity }) => entity),
  );
  return new Set(known);
}

function inFullIn(sentences: readonly PlacedSentence[]): ReadonlySet<Entity> {
  const full = sentences.flatMap(({ surveyed }) =>
    surveyed.mentions
      .filter(({ exact, others, form }) => exact && others.length === 0 && form.includes(' '))
      .map(({ entity }) => entity),
  );
  return new Set(full);
}
