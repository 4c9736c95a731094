import { NO_READINGS, type Readings, type SentenceRequest } from '../../inference/readings.js';
import { sideTable } from '../../prose/sideTable.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoize } from '../../prose/memoize.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { findAgreementErrors } from './agreement.js';
import { findDuplicateBullet, findDuplicateItems } from './duplicateItem.js';
import { findGarbledWords } from './garbled.js';
import { type GrammarError, type GrammarErrorKind, shifted } from './grammarError.js';
import { findLowercaseStarts, isWrittenSmallThroughout } from './lowercaseStart.js';
import { findMissingArticles } from './missingArticle.js';
import { endingHabits, findMissingEnd } from './missingEnd.js';
import { findMissingSubject } from './missingSubject.js';
import { findMissingTo } from './missingTo.js';
import { findMissingVerbs } from './missingVerb.js';
import { findPlaceholders } from './placeholder.js';
import { findRepeatedWords } from './repeatedWord.js';
import { findRunOns } from './runOn.js';
import { findRunTogether } from './runTogether.js';
import { findStrayCapitals } from './strayCapital.js';
import { findSwappedWords } from './swappedWords.js';
import { findUnbalancedMarks } from './unbalancedQuote.js';
import { findWrongVerbForms } from './wrongVerbForm.js';
import { type PlacedRequest, placedRequest } from './reader/place.js';
import { readerErrors } from './reader/readerCheck.js';
import { type Passage, passagesOf, sentenceAt, hasSameContext } from './structure/passage.js';

/** Errors of lower confidence are not reported: so far a repeated interjection (“no, no”) alone. */
const MIN_CONFIDENCE = 0.8;

/** The checks of one sentence. Of errors that are equally certain, the one that is found first is kept. */
const CHECKS: readonly ((passage: Passage) => readonly GrammarError[])[] = [
  findPlaceholders,
  findRepeatedWords,
  findRunTogether,
  findStrayCapitals,
  findLowercaseStarts,
  findDuplicateItems,
  findGarbledWords,
  findWrongVerbForms,
  findMissingTo,
  findMissingArticles,
  findMissingSubject,
  findRunOns,
  findSwappedWords,
  findAgreementErrors,
  findMissingVerbs,
];

/** A grammar error with the block that contains it. */
export interface PlacedGrammarError {
  readonly block: Block;
  readonly found: GrammarError;
}

/** The grammar errors of a text, and the sentences that the reader has still to read. */
export interface GrammarReport {
  readonly placed: readonly PlacedGrammarError[];
  readonly unread: readonly SentenceRequest[];
}

/** The grammar errors in the blocks of a text, in order within each block. Yields after each sentence and block. */
export function* grammarErrorsIn(
  blocks: readonly Block[],
  readings: Readings = NO_READINGS,
): CooperativeTask<GrammarReport> {
  const habits = endingHabits(blocks);
  const placed: PlacedGrammarError[] = [];
  const unread: SentenceRequest[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const { errors: inside, unread: open } = withReader(
      block,
      yield* errorsInside(block),
      readings,
    );
    unread.push(...open);
    const all = [
      ...inside.filter(
        (error) =>
          error.kind !== 'lowercase-start' ||
          !(
            (isLowercaseOpening(error, block) && isContinued(before?.text ?? '')) ||
            isWrittenSmallThroughout(error, block, blocks)
          ),
      ),
      ...findDuplicateBullet(block, blocks, index),
      ...findUnbalancedMarks(block, blocks, index),
      ...findMissingEnd(block, before, habits),
    ];
    if (all.length > 0) placed.push(...onePerPlace(block, all).map((found) => ({ block, found })));
    yield;
  }
  return { placed, unread };
}

/** What the reader found in a block, with the rules' errors in the sentences that it holds for sound left out. */
function withReader(
  block: Block,
  byRules: readonly GrammarError[],
  readings: Readings,
): { readonly errors: readonly GrammarError[]; readonly unread: readonly SentenceRequest[] } {
  const certain = byRules.filter(({ kind }) => !HINTED.has(kind));
  if (!readings.isOn) return { errors: certain, unread: [] };
  const errors: GrammarError[] = [];
  const unread: SentenceRequest[] = [];
  const sound: Sentence[] = [];
  const awaited: Sentence[] = [];
  for (const { passage, placed } of placedPassagesIn(block)) {
    if (placed === undefined) continue;
    const { start, end } = passage.sentence;
    const hints = byRules.filter(
      ({ kind, span }) => HINTED.has(kind) && start <= span.start && span.start < end,
    );
    const result = readerErrors(passage, placed, readings, hints);
    errors.push(
      ...result.errors,
      ...hints.filter((hint) => result.errors.some(({ kind }) => kind === hint.kind)),
    );
    unread.push(...result.unread);
    if (result.damage === undefined) awaited.push(passage.sentence);
    else if (result.damage < SOUND) sound.push(passage.sentence);
  }
  const isIn = (sentences: readonly Sentence[], { span }: GrammarError): boolean =>
    sentences.some(({ start, end }) => start <= span.start && span.start < end);
  const kept = certain.filter(
    (error) =>
      !(WEIGHED.has(error.kind) && isIn(sound, error)) &&
      !(DOUBTFUL.has(error.kind) && isIn(awaited, error)),
  );
  return { errors: [...kept, ...errors], unread };
}

/** True if a block ends in a mark after which the next one continues its sentence. */
function isContinued(text: string): boolean {
  return /[;:,—–]\s*$/u.test(text);
}

function isLowercaseOpening({ span }: GrammarError, { sentences }: Block): boolean {
  return span.start === sentences[0]?.tokens[0]?.start;
}

/** True if a sentence is too damaged to be relied on. Judges no other sentence of its block. */
export function hasGrammarError(block: Block, sentence: Sentence): boolean {
  const passage = passagesOf(block).find((other) => other.sentence === sentence);
  return (
    passage !== undefined &&
    errorsOf(passage).some(
      ({ kind, span }) =>
        !HINTED.has(kind) &&
        !DOUBTFUL.has(kind) &&
        span.start >= sentence.start &&
        span.start < sentence.end,
    )
  );
}

/**
 * Below this probability of damage the reader holds a sentence for sound. Of the rules' hits in treebanks and drafts one
 * in 20 lies below it, and of their false alarms most.
 */
const SOUND = 0.25;

/** Kinds that a rule weighs, and of which the reader knows more. */
const WEIGHED: ReadonlySet<GrammarErrorKind> = new Set([
  'agreement',
  'garbled',
  'missing-to',
  'wrong-form',
]);

/** Those of them that are wrong too often to be shown before the reader has read the sentence, or to be held against a source. */
const DOUBTFUL: ReadonlySet<GrammarErrorKind> = new Set(['agreement', 'missing-to']);

/** Kinds of which a rule sees too many to be believed: they are reported if the reader sees the same. */
const HINTED: ReadonlySet<GrammarErrorKind> = new Set([
  'missing-verb',
  'missing-subject',
  'run-on',
  'swapped-words',
]);

/** A passage with what the reader is asked about it; `undefined` if it is not for it to judge. */
interface PlacedPassage {
  readonly passage: Passage;
  readonly placed: PlacedRequest | undefined;
}

/** The passages of a block; blocks with the same words and the same setting share them. */
const passagesBySetting = memoize<readonly Sentence[], Map<string, readonly PlacedPassage[]>>(
  () => new Map(),
);

function placedPassagesIn(block: Block): readonly PlacedPassage[] {
  const settings = passagesBySetting(block.sentences);
  const key = settingKey(block);
  const known = settings.get(key);
  if (known !== undefined) return known;
  const passages = passagesOf(block).map((passage) => ({
    passage,
    placed: isTooLong(passage.sentence) ? undefined : placedRequest(block, passage),
  }));
  settings.set(key, passages);
  return passages;
}

/** Anything longer, in UTF-16 units or in words, is not a sentence but a table or machine output. */
const SENTENCE_LENGTH = 3000;
const SENTENCE_WORDS = 400;

/** The errors in a block's sentences by its sentences, then by the setting of the block. */
const settingsOf = memoize<readonly Sentence[], Map<string, readonly GrammarError[]>>(
  () => new Map(),
);

function* errorsInside(block: Block): CooperativeTask<readonly GrammarError[]> {
  const settings = settingsOf(block.sentences);
  const key = settingKey(block);
  const known = settings.get(key);
  if (known !== undefined) return known;
  const found: GrammarError[] = [];
  for (const { passage } of placedPassagesIn(block)) {
    found.push(...errorsOf(passage));
    yield;
  }
  settings.set(key, found);
  return found;
}

/** Blocks with the same words share their sentences, whatever kind of block they are. */
function settingKey({ kind, emphasised }: Block): string {
  return emphasised ? `${kind} emphasised` : kind;
}

/** The errors in a sentence with the passage that they were found in. */
interface CheckedPassage {
  readonly passage: Passage;
  readonly errors: readonly GrammarError[];
}

/** By the sentence as it was first read, so that in a paragraph that is being edited the other sentences are not checked again. */
const checkedPassages = sideTable<Sentence, CheckedPassage>();

function errorsOf(passage: Passage): readonly GrammarError[] {
  const { sentence } = passage;
  // A placeholder must be found wherever it stands.
  if (isTooLong(sentence)) return findPlaceholders(passage);
  const first = sentence.original ?? sentence;
  const before = checkedPassages.get(first);
  if (before !== undefined && hasSameContext(before.passage, passage)) {
    const by = sentence.start - before.passage.sentence.start;
    return by === 0 ? before.errors : before.errors.map((found) => shifted(found, by));
  }
  const errors = CHECKS.flatMap((check) => check(passage)).filter(
    ({ confidence }) => confidence >= MIN_CONFIDENCE,
  );
  checkedPassages.set(first, { passage, errors });
  return errors;
}

function isTooLong({ text, tokens }: Sentence): boolean {
  return text.length > SENTENCE_LENGTH || tokens.length > SENTENCE_WORDS;
}

/** Kinds that judge the structure of the whole sentence: one of these a sentence is enough. */
const STRUCTURAL: ReadonlySet<GrammarErrorKind> = new Set([
  'missing-verb',
  'missing-subject',
  'fragment',
  'run-on',
  'agreement',
  'missing-article',
  'missing-preposition',
  'missing-to',
  'wrong-form',
  'swapped-words',
  'garbled',
]);

/** The most errors of one sentence that are compared with each other: a text with more is not prose. */
const MOST_COMPARED = 40;

/** Keeps the most certain of errors that touch, and of those that judge the structure of one sentence. */
function onePerPlace(block: Block, all: readonly GrammarError[]): readonly GrammarError[] {
  const bySentence = new Map<Sentence | undefined, GrammarError[]>();
  for (const found of all) {
    const sentence = sentenceAt(block.sentences, found.span.start);
    const others = bySentence.get(sentence);
    if (others === undefined) bySentence.set(sentence, [found]);
    else if (others.length < MOST_COMPARED) others.push(found);
  }
  return [...bySentence.values()].flatMap(strongest).sort((a, b) => a.span.start - b.span.start);
}

/**
 * Of the errors in one sentence those that stand beside each other, most certain first. A rule's message and
 * fix are plainer than the reader's, so where both find something the rule's is kept, unless the reader
 * knows a fix and the rule does not.
 */
function strongest(all: readonly GrammarError[]): readonly GrammarError[] {
  const isReaders = ({ foundBy }: GrammarError): boolean => foundBy === 'reader';
  const byRules = mostCertain(all.filter((found) => !isReaders(found)));
  return mostCertain(all.filter(isReaders)).reduce((kept, found) => {
    const others = kept.filter((other) => excludeEachOther(found, other));
    const isBetter = found.fixes.length > 0 && others.every(({ fixes }) => fixes.length === 0);
    return isBetter
      ? [...kept.filter((other) => !others.includes(other)), found]
      : others.length > 0
        ? kept
        : [...kept, found];
  }, byRules);
}

function mostCertain(all: readonly GrammarError[]): readonly GrammarError[] {
  const kept: GrammarError[] = [];
  for (const found of [...all].sort((a, b) => b.confidence - a.confidence)) {
    if (!kept.some((other) => excludeEachOther(found, other))) kept.push(found);
  }
  return kept;
}

function excludeEachOther(one: GrammarError, other: GrammarError): boolean {
  const touch = one.span.start <= other.span.end && other.span.start <= one.span.end;
  return touch || (STRUCTURAL.has(one.kind) && STRUCTURAL.has(other.kind));
}
