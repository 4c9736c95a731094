import { isEnglishWord } from '../../prose/dictionary.js';
import { type Block, type Prose, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { isNoName } from '../../reference/learn/nameWords.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { isTitle } from '../../reference/names/titles.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** A sentence with the names in it. */
export interface SurveyedSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** The mention that a token belongs to, by the token's index. */
  readonly mentionAt: ReadonlyMap<number, Mention>;
  /** Words that may be misspelled names if the draft speaks for it. */
  readonly guesses: readonly Mention[];
  readonly words: readonly NameWord[];
  readonly around: Surroundings;
}

/** All names of a draft: those the base knows, and who else is named in full. */
export interface Survey {
  /** The names that the base knows. */
  readonly names: NameIndex;
  readonly sentences: readonly SurveyedSentence[];
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

/** Looks a draft over for names. Cannot throw. */
export function survey(draft: Prose, reference: Reference): Survey {
  const sentences = sentencesOf(draft).map(({ block, sentence }) => {
    const words = nameWords(sentence.tokens);
    const mentions = reference.names.mentionsIn(sentence.tokens);
    const mentionAt = new Map(
      mentions.flatMap((mention) => tokensOf(mention).map((token) => [token, mention])),
    );
    const guesses = reference.names.guessesIn(sentence.tokens);
    return {
      block,
      sentence,
      mentions,
      mentionAt,
      guesses,
      words,
      around: new Surroundings(words),
    };
  });
  const company = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const unknown = new Set<string>();
  for (const { sentence, words, mentionAt, around } of sentences) {
    for (const [at, word] of words.entries()) {
      if (!isCapitalised(word.text)) continue;
      counts.set(word.key, (counts.get(word.key) ?? 0) + 1);
      if (isTitle(word.text)) continue;
      const given = around.givenNameBefore(at);
      const after = around.nameAfter(at + 1);
      for (const other of [given, after]) {
        if (other !== undefined && !isNoName(other.text, false)) note(company, word.key, other.key);
      }
      if (given === undefined || sentence.role === 'byline' || sentence.role === 'credit') continue;
      if (mentionAt.has(word.first) || mentionAt.has(given.first)) continue;
      if (!isEnglishWord(word.text)) unknown.add(`${given.key} ${word.key}`);
    }
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

function tokensOf({ first, last }: Mention): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function note(company: Map<string, Set<string>>, word: string, other: string): void {
  const known = company.get(word);
  if (known === undefined) company.set(word, new Set([other]));
  else known.add(other);
}

function namedIn(sentences: readonly SurveyedSentence[]): ReadonlySet<Entity> {
  const known = sentences.flatMap(({ mentions }) =>
    mentions
      .filter(({ exact, grounds }) => exact || grounds === 'name')
      .map(({ entity }) => entity),
  );
  return new Set(known);
}

function inFullIn(sentences: readonly SurveyedSentence[]): ReadonlySet<Entity> {
  const full = sentences.flatMap(({ mentions }) =>
    mentions
      .filter(({ exact, others, form }) => exact && others.length === 0 && form.includes(' '))
      .map(({ entity }) => entity),
  );
  return new Set(full);
}
