import { isEnglishWord } from '../../prose/dictionary.js';
import { memoizeBy } from '../../prose/memoize.js';
import type { Block, Prose, Wording } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isNoName } from '../../lexicon/nameWords.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { Surroundings } from '../../reference/names/surroundings.js';
import { isPersonTitle } from '../../reference/names/titles.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** A sentence with the names in it; the same object as long as the sentence is. */
export interface NamesInSentence {
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

/** What the sentences of a block have together; the same object as long as its words are. */
export interface NamesInBlock {
  readonly sentences: readonly NamesInSentence[];
  /** The sentences with names that are not written as they should be, or that may be meant. */
  readonly doubtful: readonly NamesInSentence[];
  readonly company: NamesInSentence['company'];
  readonly unknown: NamesInSentence['unknown'];
  /** How often it has each capitalised word, by its key. */
  readonly counts: ReadonlyMap<string, number>;
  readonly named: ReadonlySet<Entity>;
  readonly inFull: ReadonlySet<Entity>;
}

/** A block with what was found in it. */
export interface PlacedBlock {
  readonly block: Block;
  readonly surveyed: NamesInBlock;
}

/** All names of a draft: those the base knows, and who else is named in full. */
export interface NamesInDraft {
  /** The names that the base knows. */
  readonly names: NameIndex;
  readonly blocks: readonly PlacedBlock[];
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

/** Looks a draft over for names, with a block to a slice. */
export function* indexNames(draft: Prose, { names }: Reference): CooperativeTask<NamesInDraft> {
  const blocks: PlacedBlock[] = [];
  const unknown = new Set<string>();
  const named = new Set<Entity>();
  const inFull = new Set<Entity>();
  for (const block of draft.blocks) {
    const surveyed = surveyedBlock(block.wording, names);
    blocks.push({ block, surveyed });
    for (const name of surveyed.unknown) unknown.add(name);
    for (const entity of surveyed.named) named.add(entity);
    for (const entity of surveyed.inFull) inFull.add(entity);
    yield;
  }
  const known = [...named].filter(({ kind }) => kind !== 'place').length;
  const expectsKnown = unknown.size === 0 || known > unknown.size;
  return new Surveyed({ names, blocks, named, inFull, known, expectsKnown });
}

type Found = Omit<NamesInDraft, 'company' | 'counts'>;

/** A survey that puts together what only a doubtful name asks for when one does. */
class Surveyed implements NamesInDraft {
  readonly names: NameIndex;
  readonly blocks: readonly PlacedBlock[];
  readonly named: ReadonlySet<Entity>;
  readonly inFull: ReadonlySet<Entity>;
  readonly known: number;
  readonly expectsKnown: boolean;
  #company: Map<string, Set<string>> | undefined;
  #counts: Map<string, number> | undefined;

  constructor({ names, blocks, named, inFull, known, expectsKnown }: Found) {
    this.names = names;
    this.blocks = blocks;
    this.named = named;
    this.inFull = inFull;
    this.known = known;
    this.expectsKnown = expectsKnown;
  }

  get company(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#company !== undefined) return this.#company;
    const company = new Map<string, Set<string>>();
    for (const { surveyed } of this.blocks)
      for (const [word, other] of surveyed.company) note(company, word, other);
    return (this.#company = company);
  }

  get counts(): ReadonlyMap<string, number> {
    if (this.#counts !== undefined) return this.#counts;
    const counts = new Map<string, number>();
    for (const { surveyed } of this.blocks)
      for (const [key, count] of surveyed.counts) counts.set(key, (counts.get(key) ?? 0) + count);
    return (this.#counts = counts);
  }
}

const surveyedBlock = memoizeBy((wording: Wording, names: NameIndex): NamesInBlock => {
  const sentences = wording.sentences.map((sentence) => surveyed(sentence, names));
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  const counts = new Map<string, number>();
  for (const { capitals } of sentences)
    for (const key of capitals) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    sentences,
    doubtful: sentences.filter(
      (sentence) =>
        sentence.guesses.length > 0 ||
        sentence.mentions.some(({ exact, avoided }) => !exact || avoided),
    ),
    company: sentences.flatMap(({ company }) => company),
    unknown: sentences.flatMap(({ unknown }) => unknown),
    counts,
    named: new Set(
      mentions
        .filter(({ exact, grounds }) => exact || grounds === 'name')
        .map(({ entity }) => entity),
    ),
    inFull: new Set(
      mentions
        .filter(({ exact, others, form }) => exact && others.length === 0 && form.includes(' '))
        .map(({ entity }) => entity),
    ),
  };
});

/** Looks single sentences over, by what an index knows. */
const surveyed = memoizeBy((sentence: Sentence, names: NameIndex): NamesInSentence => {
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
    if (isPersonTitle(word.text)) continue;
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
