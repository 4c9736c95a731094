import { isNeverName } from '../../lexicon/nameWords.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoizeBy } from '../../prose/memoize.js';
import type { Block, BlockContent, Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Entity } from '../../reference/model.js';
import type { Mention, NameIndex } from '../../reference/nameIndex.js';
import { NameContext } from '../../reference/names/nameContext.js';
import { type NameWord, nameWords } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';

/** The names in a sentence, memoized by the sentence. */
export interface NamesInSentence {
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  /** The mention that covers a token, by the token's index. */
  readonly mentionAt: ReadonlyMap<number, Mention>;
  /** Words that may be misspelled names, if the rest of the draft supports it. */
  readonly tentative: readonly Mention[];
  readonly words: readonly NameWord[];
  readonly context: NameContext;
  /** The keys of its capitalised words. */
  readonly capitals: readonly string[];
  /** The keys of adjacent words in names of people. */
  readonly neighbours: readonly (readonly [word: string, other: string])[];
  /** The full names that are not in the sources. */
  readonly unknown: readonly string[];
}

/** The names in a block, memoized by its content. */
export interface NamesInBlock {
  readonly sentences: readonly NamesInSentence[];
  /** The sentences with possibly misspelled names. */
  readonly suspects: readonly NamesInSentence[];
  readonly neighbours: NamesInSentence['neighbours'];
  readonly unknown: NamesInSentence['unknown'];
  /** The frequency of each capitalised word in the block, by key. */
  readonly counts: ReadonlyMap<string, number>;
  readonly named: ReadonlySet<Entity>;
  readonly namedInFull: ReadonlySet<Entity>;
}

/** A block with its names. */
export interface PlacedBlock {
  readonly block: Block;
  readonly blockNames: NamesInBlock;
}

/** The names in a draft: those in the sources, and unknown full names. */
export interface NamesInDraft {
  /** The names in the sources. */
  readonly names: NameIndex;
  readonly blocks: readonly PlacedBlock[];
  /** For the key of a word of a name, the keys of the words beside it in full names. */
  readonly neighbours: ReadonlyMap<string, ReadonlySet<string>>;
  /** The frequency of each capitalised word in the draft, by key. */
  readonly counts: ReadonlyMap<string, number>;
  /** The entities that the draft names correctly, or nearly with part of the name correct. */
  readonly named: ReadonlySet<Entity>;
  /** The entities that it names correctly and in full. */
  readonly namedInFull: ReadonlySet<Entity>;
  /** The number of people, organisations and events that it names. */
  readonly knownCount: number;
  /**
   * True if most of the people named in full are in the sources; otherwise the draft is about
   * something else.
   */
  readonly isMostlyKnown: boolean;
}

/** Finds the names in a draft. Yields after each block. */
export function* indexNames(draft: Prose, { names }: Reference): CooperativeTask<NamesInDraft> {
  const blocks: PlacedBlock[] = [];
  const unknown = new Set<string>();
  const named = new Set<Entity>();
  const namedInFull = new Set<Entity>();
  for (const block of draft.blocks) {
    const blockNames = namesInBlock(block.content, names);
    blocks.push({ block, blockNames });
    for (const name of blockNames.unknown) unknown.add(name);
    for (const entity of blockNames.named) named.add(entity);
    for (const entity of blockNames.namedInFull) namedInFull.add(entity);
    yield;
  }
  const knownCount = [...named].filter(({ kind }) => kind !== 'place').length;
  const isMostlyKnown = unknown.size === 0 || knownCount > unknown.size;
  return new LazyNamesInDraft({ names, blocks, named, namedInFull, knownCount, isMostlyKnown });
}

type NamesFound = Omit<NamesInDraft, 'neighbours' | 'counts'>;

/**
 * Computes the neighbours and frequencies on first use, as only possible misspellings need them.
 */
class LazyNamesInDraft implements NamesInDraft {
  readonly names: NameIndex;
  readonly blocks: readonly PlacedBlock[];
  readonly named: ReadonlySet<Entity>;
  readonly namedInFull: ReadonlySet<Entity>;
  readonly knownCount: number;
  readonly isMostlyKnown: boolean;
  #neighbours: Map<string, Set<string>> | undefined;
  #counts: Map<string, number> | undefined;

  constructor({ names, blocks, named, namedInFull, knownCount, isMostlyKnown }: NamesFound) {
    this.names = names;
    this.blocks = blocks;
    this.named = named;
    this.namedInFull = namedInFull;
    this.knownCount = knownCount;
    this.isMostlyKnown = isMostlyKnown;
  }

  get neighbours(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#neighbours !== undefined) return this.#neighbours;
    const neighbours = new Map<string, Set<string>>();
    for (const { blockNames } of this.blocks)
      for (const [word, other] of blockNames.neighbours) addNeighbour(neighbours, word, other);
    return (this.#neighbours = neighbours);
  }

  get counts(): ReadonlyMap<string, number> {
    if (this.#counts !== undefined) return this.#counts;
    const counts = new Map<string, number>();
    for (const { blockNames } of this.blocks)
      for (const [key, count] of blockNames.counts) counts.set(key, (counts.get(key) ?? 0) + count);
    return (this.#counts = counts);
  }
}

const namesInBlock = memoizeBy((content: BlockContent, names: NameIndex): NamesInBlock => {
  const sentences = content.sentences.map((sentence) => namesInSentence(sentence, names));
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  const counts = new Map<string, number>();
  for (const { capitals } of sentences)
    for (const key of capitals) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    sentences,
    suspects: sentences.filter(
      (sentence) =>
        sentence.tentative.length > 0 ||
        sentence.mentions.some(({ exact, avoided }) => !exact || avoided),
    ),
    neighbours: sentences.flatMap(({ neighbours }) => neighbours),
    unknown: sentences.flatMap(({ unknown }) => unknown),
    counts,
    named: new Set(
      mentions
        .filter(({ exact, grounds }) => exact || grounds === 'name')
        .map(({ entity }) => entity),
    ),
    namedInFull: new Set(
      mentions
        .filter(({ exact, others, form }) => exact && others.length === 0 && form.includes(' '))
        .map(({ entity }) => entity),
    ),
  };
});

/** Finds the names in a sentence. */
const namesInSentence = memoizeBy((sentence: Sentence, names: NameIndex): NamesInSentence => {
  const words = nameWords(sentence.tokens);
  const mentions = names.mentionsIn(sentence.tokens);
  const mentionAt = new Map(
    mentions.flatMap((mention) => tokensOf(mention).map((token) => [token, mention])),
  );
  const tentative = names.tentativeMentionsIn(sentence.tokens);
  const context = new NameContext(words);
  const capitals: string[] = [];
  const neighbours: (readonly [string, string])[] = [];
  const unknown: string[] = [];
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word.text)) continue;
    capitals.push(word.key);
    if (isPersonTitle(word.text)) continue;
    const given = context.givenNameBefore(at);
    const after = context.nameAfter(at + 1);
    for (const other of [given, after]) {
      if (other !== undefined && !isNeverName(other.text, false))
        neighbours.push([word.key, other.key]);
    }
    if (given === undefined || sentence.role === 'byline' || sentence.role === 'credit') continue;
    if (mentionAt.has(word.first) || mentionAt.has(given.first)) continue;
    if (!isEnglishWord(word.text)) unknown.push(`${given.key} ${word.key}`);
  }
  return {
    sentence,
    mentions,
    mentionAt,
    tentative,
    words,
    context,
    capitals,
    neighbours,
    unknown,
  };
});

function tokensOf({ first, last }: Mention): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function addNeighbour(neighbours: Map<string, Set<string>>, word: string, other: string): void {
  const known = neighbours.get(word);
  if (known === undefined) neighbours.set(word, new Set([other]));
  else known.add(other);
}
