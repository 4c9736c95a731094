import { sideTable } from '../../prose/sideTable.js';
import { memoize } from '../../prose/memoize.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { findAgreementErrors } from './agreement.js';
import { type GrammarError, type GrammarErrorKind, shifted } from './grammarError.js';
import { findCutOffs } from './cutOff.js';
import { findDuplicateBullet, findDuplicateItems } from './duplicateItem.js';
import { findFragments } from './fragment.js';
import { findGarbledWords } from './garbled.js';
import { findLostPrepositions } from './lostPreposition.js';
import { findLowercaseStarts } from './lowercaseStart.js';
import { endingHabits, findMissingEnd } from './missingEnd.js';
import { findMissingArticles } from './missingArticle.js';
import { findMissingSubject } from './missingSubject.js';
import { findMissingTo } from './missingTo.js';
import { findMissingVerbs } from './missingVerb.js';
import { type Passage, passagesOf, sentenceAt, standsAlike } from './structure/passage.js';
import { findPlaceholders } from './placeholder.js';
import { findRepeatedWords } from './repeatedWord.js';
import { findRunOns } from './runOn.js';
import { findRunTogether } from './runTogether.js';
import { findSwappedWords } from './swappedWords.js';
import { findStrayCapitals } from './strayCapital.js';
import { findUnbalancedMarks } from './unbalancedQuote.js';
import { findWrongVerbForms } from './wrongVerbForm.js';

export type { GrammarError as Break, GrammarErrorKind as BreakKind };

/** The confidence from which on a break is told. One for the whole product. */
const THRESHOLD = 0.8;

const CHECKS: readonly ((passage: Passage) => readonly GrammarError[])[] = [
  findPlaceholders,
  findRepeatedWords,
  findRunTogether,
  findStrayCapitals,
  findLowercaseStarts,
  findDuplicateItems,
  findGarbledWords,
  findLostPrepositions,
  findSwappedWords,
  findWrongVerbForms,
  findMissingTo,
  findMissingArticles,
  findMissingSubject,
  findRunOns,
  findFragments,
  findCutOffs,
  findAgreementErrors,
  findMissingVerbs,
];

/** A break in the block that has it. */
export interface PlacedGrammarError {
  readonly block: Block;
  readonly found: GrammarError;
}

/** The breaks in the blocks of a text, each block's in order, with a sentence or a block to a slice. */
export function* grammarErrorsIn(
  blocks: readonly Block[],
): CooperativeTask<readonly PlacedGrammarError[]> {
  const habits = endingHabits(blocks);
  const placed: PlacedGrammarError[] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const inside = yield* errorsInside(block);
    const all = [
      ...inside.filter(
        ({ kind, span }) => !(opens(kind, span, block) && goesOn(before?.text ?? '')),
      ),
      ...findDuplicateBullet(block, blocks, index),
      ...findUnbalancedMarks(block, blocks, index),
      ...findMissingEnd(block, before, habits),
    ];
    if (all.length > 0) placed.push(...onePerPlace(block, all).map((found) => ({ block, found })));
    yield;
  }
  return placed;
}

function goesOn(text: string): boolean {
  return /[;:,—–]\s*$/u.test(text);
}

/** What follows a semicolon or a colon at the end of the block before goes on with its sentence. */
function opens(
  kind: GrammarErrorKind,
  { start }: GrammarError['span'],
  { sentences }: Block,
): boolean {
  return kind === 'lowercase-start' && start === sentences[0]?.tokens[0]?.start;
}

/** True where a sentence is too damaged to be relied on. The others of its block are not judged. */
export function hasGrammarError(block: Block, sentence: Sentence): boolean {
  const passage = passagesOf(block).find((other) => other.sentence === sentence);
  return (
    passage !== undefined &&
    errorsOf(passage).some(({ span }) => span.start >= sentence.start && span.start < sentence.end)
  );
}

/** What is longer, in UTF-16 units or in words, is no sentence but a table or a machine's text. */
const SENTENCE_LENGTH = 3000;
const SENTENCE_WORDS = 400;

/** The breaks in a block's sentences, by its sentences and the setting they stand in. */
const settingsOf = memoize<readonly Sentence[], Map<string, readonly GrammarError[]>>(
  () => new Map(),
);

function* errorsInside(block: Block): CooperativeTask<readonly GrammarError[]> {
  const settings = settingsOf(block.sentences);
  const key = settingKey(block);
  const known = settings.get(key);
  if (known !== undefined) return known;
  const found: GrammarError[] = [];
  for (const passage of passagesOf(block)) {
    found.push(...errorsOf(passage));
    yield;
  }
  settings.set(key, found);
  return found;
}

/** Blocks of the same words share their sentences, wherever they stand. */
function settingKey({ kind, emphasised }: Block): string {
  return emphasised ? `${kind} emphasised` : kind;
}

/** What was found of a sentence that stood so in its block. */
interface Judged {
  readonly passage: Passage;
  readonly breaks: readonly GrammarError[];
}

/** By the sentence as it was first read: of a paragraph in which somebody types, all others are judged already. */
const judged = sideTable<Sentence, Judged>();

function errorsOf(passage: Passage): readonly GrammarError[] {
  const { sentence } = passage;
  if (sentence.text.length > SENTENCE_LENGTH || sentence.tokens.length > SENTENCE_WORDS) return [];
  const first = sentence.original ?? sentence;
  const before = judged.get(first);
  if (before !== undefined && standsAlike(before.passage, passage)) {
    const by = sentence.start - before.passage.sentence.start;
    return by === 0 ? before.breaks : before.breaks.map((found) => shifted(found, by));
  }
  const breaks = CHECKS.flatMap((check) => check(passage)).filter(
    ({ confidence }) => confidence >= THRESHOLD,
  );
  judged.set(first, { passage, breaks });
  return breaks;
}

/** Kinds that say how the whole sentence is built: of these one message a sentence is enough. */
const BUILD: ReadonlySet<GrammarErrorKind> = new Set([
  'missing-verb',
  'missing-subject',
  'fragment',
  'run-on',
  'garbled',
  'agreement',
]);

/** The most breaks of one sentence that are weighed against each other: a text with more is no prose. */
const WEIGHED = 40;

/** Of breaks that touch, and of those that judge how one sentence is built, keeps the most certain. */
function onePerPlace(block: Block, all: readonly GrammarError[]): readonly GrammarError[] {
  const bySentence = new Map<Sentence | undefined, GrammarError[]>();
  for (const found of all) {
    if (found.confidence < THRESHOLD) continue;
    const sentence = sentenceAt(block.sentences, found.span.start);
    const others = bySentence.get(sentence);
    if (others === undefined) bySentence.set(sentence, [found]);
    else if (others.length < WEIGHED) others.push(found);
  }
  return [...bySentence.values()].flatMap(strongest).sort((a, b) => a.span.start - b.span.start);
}

function strongest(all: readonly GrammarError[]): readonly GrammarError[] {
  const kept: GrammarError[] = [];
  for (const found of [...all].sort((a, b) => b.confidence - a.confidence)) {
    if (!kept.some((other) => areRivals(found, other))) kept.push(found);
  }
  return kept;
}

function areRivals(one: GrammarError, other: GrammarError): boolean {
  const touch = one.span.start <= other.span.end && other.span.start <= one.span.end;
  return touch || (BUILD.has(one.kind) && BUILD.has(other.kind));
}
