import type { Block } from '../prose.js';
import type { Sentence } from '../sentences.js';
import { findAgreementErrors } from './agreement.js';
import { type Break, type BreakKind } from './break.js';
import { findCutOffs } from './cutOff.js';
import { findDuplicateItems } from './duplicateItem.js';
import { findFragments } from './fragment.js';
import { findGarbledWords } from './garbled.js';
import { findLowercaseStarts } from './lowercaseStart.js';
import { findMissingEnd } from './missingEnd.js';
import { findMissingSubject } from './missingSubject.js';
import { findMissingTo } from './missingTo.js';
import { findMissingVerbs } from './missingVerb.js';
import { type Passage, passagesOf } from './passage.js';
import { findPlaceholders } from './placeholder.js';
import { findRepeatedWords } from './repeatedWord.js';
import { findRunOns } from './runOn.js';
import { findRunTogether } from './runTogether.js';
import { findStrayCapitals } from './strayCapital.js';
import { findUnbalancedMarks } from './unbalancedQuote.js';
import { findWrongVerbForms } from './verbForm.js';

export type { Break, BreakKind };

/** The confidence from which on a break is told. One for the whole product. */
export const THRESHOLD = 0.8;

const CHECKS: readonly ((passage: Passage) => readonly Break[])[] = [
  findPlaceholders,
  findRepeatedWords,
  findRunTogether,
  findStrayCapitals,
  findLowercaseStarts,
  findDuplicateItems,
  findGarbledWords,
  findWrongVerbForms,
  findMissingTo,
  findMissingSubject,
  findRunOns,
  findFragments,
  findCutOffs,
  findAgreementErrors,
  findMissingVerbs,
];

/** Breaks of a block judged by its own text. */
const cache = new WeakMap<readonly Sentence[], readonly Break[]>();

/** The breaks in the blocks of a text, each block's in order, at most one a sentence. Cannot throw. */
export function breaksIn(blocks: readonly Block[]): readonly { readonly block: Block; readonly found: Break }[] {
  return blocks.flatMap((block, index) => {
    const all = [...breaksOf(block), ...findUnbalancedMarks(block, blocks.slice(Math.max(0, index - 6), index), blocks.slice(index + 1, index + 7)), ...findMissingEnd(block, blocks)];
    return onePerPlace(block, all).map((found) => ({ block, found }));
  });
}

/** True where a sentence is too damaged to be relied on. Cannot throw. */
export function isShaky(block: Block, sentence: Sentence): boolean {
  return breaksOf(block).some(({ span }) => span.start >= sentence.start && span.start < sentence.end);
}

function breaksOf(block: Block): readonly Break[] {
  const known = cache.get(block.sentences);
  if (known !== undefined) return known;
  const found = passagesOf(block)
    .flatMap((passage) => CHECKS.flatMap((check) => check(passage)))
    .filter(({ confidence }) => confidence >= THRESHOLD);
  cache.set(block.sentences, found);
  return found;
}

/** Kinds that say how the whole sentence is built: of these one message a sentence is enough. */
const BUILD: ReadonlySet<BreakKind> = new Set(['missing-verb', 'missing-subject', 'fragment', 'run-on', 'garbled', 'agreement']);

/** Of breaks that touch, and of those that judge how one sentence is built, keeps the most certain. */
function onePerPlace(block: Block, all: readonly Break[]): readonly Break[] {
  const kept: Break[] = [];
  const sentenceOf = ({ span }: Break): number => block.sentences.findIndex(({ end }) => span.start < end);
  const rivals = (one: Break, other: Break): boolean =>
    (one.span.start <= other.span.end && other.span.start <= one.span.end) ||
    (BUILD.has(one.kind) && BUILD.has(other.kind) && sentenceOf(one) === sentenceOf(other));
  for (const found of [...all].sort((a, b) => b.confidence - a.confidence)) {
    if (found.confidence >= THRESHOLD && !kept.some((other) => rivals(found, other))) kept.push(found);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}
