import { NO_READINGS, type Readings, type SentenceRequest } from '../../inference/readings.js';
import { sideTable } from '../../prose/sideTable.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { memoize } from '../../prose/memoize.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { findAgreementErrors } from './agreement.js';
import { findDoubledAuxiliaries } from './doubledAuxiliary.js';
import { findDuplicateBullet, findDuplicateItems } from './duplicateItem.js';
import { findGarbledWords } from './garbled.js';
import { type GrammarError, type GrammarErrorKind, shifted } from './grammarError.js';
import { findLowercaseStarts, isMeantSmall } from './lowercaseStart.js';
import { findMissingArticles } from './missingArticle.js';
import { endingHabits, findMissingEnd } from './missingEnd.js';
import { findMissingTo } from './missingTo.js';
import { findPlaceholders } from './placeholder.js';
import { findRepeatedWords } from './repeatedWord.js';
import { findRunTogether } from './runTogether.js';
import { isSpeakersOwn } from './speech.js';
import { findStrayCapitals } from './strayCapital.js';
import { findUnbalancedMarks } from './unbalancedQuote.js';
import { findWrongVerbForms } from './wrongVerbForm.js';
import { type PlacedRequest, placedRequest } from './reader/place.js';
import { DOUBTED, isDoubted } from './reader/decision.js';
import { readerErrors } from './reader/readerCheck.js';
import { type Passage, hasSameContext, passagesOf, sentenceAt } from './structure/passage.js';

type Check = (passage: Passage) => readonly GrammarError[];

/**
 * The checks of one sentence. If errors are equally certain, the one that is found first is kept.
 */
const CHECKS: readonly Check[] = [
  findPlaceholders,
  findRepeatedWords,
  findRunTogether,
  findStrayCapitals,
  findLowercaseStarts,
  findDuplicateItems,
  findMissingArticles,
];

/**
 * Checks that are wrong too often to be believed unless the reader doubts the place too. They are
 * also the slowest, and run only where the reader is off or suspects something.
 */
const DOUBTFUL: readonly Check[] = [
  findGarbledWords,
  findWrongVerbForms,
  findMissingTo,
  findAgreementErrors,
  findDoubledAuxiliaries,
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
    const { errors: inside, unread: open } = errorsInside(yield* checkedIn(block), readings);
    unread.push(...open);
    const all = [
      ...inside.filter(
        (error) => error.kind !== 'lowercase-start' || !isMeantSmall(error, block, before, blocks),
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

/** The errors that the rules and the reader find in the sentences of a block. */
function errorsInside(
  checked: readonly CheckedPassage[],
  readings: Readings,
): { readonly errors: readonly GrammarError[]; readonly unread: readonly SentenceRequest[] } {
  const errors: GrammarError[] = [];
  const unread: SentenceRequest[] = [];
  for (const { passage, placed, errors: certain } of checked) {
    if (placed === undefined) {
      errors.push(...certain);
      continue;
    }
    if (!readings.isOn) {
      errors.push(...certain, ...likelyErrors(passage));
      continue;
    }
    const reading = readings.sentence(placed.request);
    if (reading === undefined) {
      errors.push(...certain);
      unread.push(placed.request);
      continue;
    }
    const doubtful =
      reading.damage < DOUBTED
        ? []
        : doubtfulErrors(passage).filter(({ span }) => isDoubted(span, passage, placed, reading));
    const result = readerErrors(passage, placed, reading, readings);
    errors.push(...certain, ...doubtful, ...result.errors);
    unread.push(...result.unread);
  }
  return { errors, unread };
}

/** True if a sentence is too damaged to be relied on. Judges no other sentence of its block. */
export function hasGrammarError(block: Block, sentence: Sentence): boolean {
  const passage = passagesOf(block).find((other) => other.sentence === sentence);
  return (
    passage !== undefined &&
    [...errorsOf(passage), ...likelyErrors(passage)].some(
      ({ span }) => span.start >= sentence.start && span.start < sentence.end,
    )
  );
}

/** A rule with less confidence is not believed alone. */
const LIKELY = 0.8;

/** Those of `doubtfulErrors` that are reported without a reader. */
function likelyErrors(passage: Passage): readonly GrammarError[] {
  return doubtfulErrors(passage).filter(({ confidence }) => confidence >= LIKELY);
}

/** The errors that rules find and that the reader must doubt too. */
const doubtfulErrors = memoize((passage: Passage) => errorsBy(DOUBTFUL, passage));

/** The errors that checks find in a sentence, except those that are a speaker's own. */
function errorsBy(checks: readonly Check[], passage: Passage): readonly GrammarError[] {
  return checks
    .flatMap((check) => check(passage))
    .filter((error) => !isSpeakersOwn(passage, error));
}

/** Anything longer, in UTF-16 units or in words, is not a sentence but a table or machine output. */
const SENTENCE_LENGTH = 3000;
const SENTENCE_WORDS = 400;

/** A passage with the errors that rules are certain of. */
interface CheckedPassage {
  readonly passage: Passage;
  /** The request to the reader; `undefined` if it does not judge the sentence. */
  readonly placed: PlacedRequest | undefined;
  readonly errors: readonly GrammarError[];
}

/** The passages of a block by its sentences, then by its setting: blocks with the same words and setting share them. */
const settingsOf = memoize<readonly Sentence[], Map<string, readonly CheckedPassage[]>>(
  () => new Map(),
);

function* checkedIn(block: Block): CooperativeTask<readonly CheckedPassage[]> {
  const settings = settingsOf(block.sentences);
  const key = settingKey(block);
  const known = settings.get(key);
  if (known !== undefined) return known;
  const checked: CheckedPassage[] = [];
  for (const passage of passagesOf(block)) {
    const placed = isTooLong(passage.sentence) ? undefined : placedRequest(block, passage);
    checked.push({ passage, placed, errors: errorsOf(passage) });
    yield;
  }
  settings.set(key, checked);
  return checked;
}

/** Blocks with the same words share their sentences, whatever kind of block they are. */
function settingKey({ kind, emphasised }: Block): string {
  return emphasised ? `${kind} emphasised` : kind;
}

/**
 * By the sentence as it was first read, so that while a paragraph is edited its other sentences are
 * not checked again.
 */
const checkedPassages = sideTable<Sentence, Pick<CheckedPassage, 'passage' | 'errors'>>();

/** The errors that rules are certain of. */
function errorsOf(passage: Passage): readonly GrammarError[] {
  const { sentence } = passage;
  // A placeholder must be found in every position.
  if (isTooLong(sentence)) return findPlaceholders(passage);
  const first = sentence.original ?? sentence;
  const before = checkedPassages.get(first);
  if (before !== undefined && hasSameContext(before.passage, passage)) {
    const by = sentence.start - before.passage.sentence.start;
    return by === 0 ? before.errors : before.errors.map((found) => shifted(found, by));
  }
  const errors = errorsBy(CHECKS, passage);
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

/**
 * Upper bound on the errors of one sentence that are compared with each other: a text with more is
 * not prose.
 */
const MOST_COMPARED = 40;

/**
 * Keeps the most certain of errors that touch, and of those that judge the structure of one
 * sentence.
 */
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
 * The errors in one sentence that can be reported together, most certain first. A rule's message
 * and fix are plainer than the reader's, so if both find something, the rule's is kept, unless only
 * the reader has a fix.
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
