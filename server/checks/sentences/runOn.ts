import type { Token } from '../../prose/tokens.js';
import type { Span } from '../../prose/span.js';
import { clauseBefore, clauseFrom } from './structure/mainClause.js';
import type { Passage } from './structure/passage.js';
import { isFinite, treeOf } from './structure/tree.js';
import {
  isCoordinator,
  isDeterminer,
  isPreposition,
  isPronounSubject,
  isRelative,
  isSubjectPronoun,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  isAdverb,
  isNominal,
  isPunctuation,
  isTimeNoun,
  lower,
  takesClause,
} from './structure/words.js';

/**
 * Hints at two sentences without a mark, or with only a comma, between them (“were killed the attack …”, “is away, he is …”):
 * each is complete when it is parsed alone.
 */
export function findRunOns({ words, setting, flattened }: Passage): readonly Span[] {
  if (setting !== 'running' || flattened) return [];
  const tree = treeOf(words);
  const finite = words.flatMap((_, at) => (isFinite(tree, at) ? [at] : []));
  const [first = words.length] = finite;
  const last = finite.at(-1) ?? 0;
  const at = words.findIndex(
    (_, place) =>
      place > first && place < last && mayDivide(words, place) && dividesSentences(words, place),
  );
  const before = words[words[at - 1]?.text === ',' ? at - 2 : at - 1];
  const opening = words[at];
  return before === undefined || opening === undefined
    ? []
    : [{ start: before.start, end: opening.end }];
}

/** True if a sentence may start at `at`: a cheap test that avoids parsing most sentences. */
function mayDivide(words: readonly Token[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (before === undefined || word === undefined) return false;
  const isOpening =
    isPronounSubject(word) ||
    (isDeterminer(word) && lower(word) !== 'that') ||
    (startsWithCapital(word) && isTimeNoun(before));
  if (before.text === ',') return isOpening || isNominal(word);
  return (
    isOpening &&
    !isPunctuation(before) &&
    ![
      isPreposition,
      isSubordinator,
      isRelative,
      isCoordinator,
      isDeterminer,
      isSubjectPronoun,
    ].some((links) => links(before)) &&
    !takesClause(before)
  );
}

function dividesSentences(words: readonly Token[], at: number): boolean {
  const end = words[at - 1]?.text === ',' ? at - 1 : at;
  const second = clauseFrom(words, at);
  // “…, farmers say.” “…, I am told later, …”
  const root = second === undefined ? at : at + second.tree.root;
  const next = words.findIndex((word, place) => place > root && !isAdverb(word));
  const isAttribution = takesClause(words[root]) && end < at && isPunctuation(words[next]);
  return (
    second !== undefined &&
    !isAttribution &&
    (isPronounSubject(words[at]) || clauseBefore(words, end) !== undefined)
  );
}
