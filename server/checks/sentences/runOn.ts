import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
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
 * Finds two sentences without a mark, or with only a comma, between them (“were killed the attack …”, “is away, he is …”):
 * each is complete when it is parsed alone.
 */
export function findRunOns({ words, text, setting, flattened }: Passage): readonly GrammarError[] {
  if (setting !== 'running' || flattened) return [];
  const tree = treeOf(words);
  const finite = words.flatMap((_, at) => (isFinite(tree, at) ? [at] : []));
  const [first = words.length] = finite;
  const last = finite.at(-1) ?? 0;
  const at = words.findIndex(
    (_, place) =>
      place > first && place < last && mayDivide(words, place) && dividesSentences(words, place),
  );
  if (at < 0) return [];
  return [words[at - 1]?.text === ',' ? commaSplice(words, at, text) : lostStop(words, at, text)];
}

/** True if a sentence may start at `at`: a cheap test that spares most trees. */
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

function lostStop(words: readonly Token[], at: number, text: string): GrammarError {
  const before = words[at - 1];
  const end = before?.end ?? 0;
  const start = words[at]?.start ?? 0;
  const capital = text.slice(start, start + 1).toUpperCase();
  return {
    kind: 'run-on',
    span: { start: before?.start ?? 0, end: words[at]?.end ?? 0 },
    message: `“${before?.text ?? ''}” ends a sentence and needs a full stop after it.`,
    confidence: 0.86,
    fixes: [grammarFix('Start a new sentence', end, start + 1, `. ${capital}`)],
    isFirstFixPreferred: true,
  };
}

function commaSplice(words: readonly Token[], at: number, text: string): GrammarError {
  const before = words[at - 2];
  const word = words[at];
  const end = before?.end ?? 0;
  const start = word?.start ?? 0;
  const capital = text.slice(start, start + 1).toUpperCase();
  return {
    kind: 'run-on',
    span: { start: before?.start ?? 0, end: word?.end ?? 0 },
    message: `“${before?.text ?? ''}, ${word?.text ?? ''}” joins two sentences with a comma: use a semicolon or a full stop.`,
    confidence: 0.86,
    fixes: [
      grammarFix('Use a semicolon', end, start, '; '),
      grammarFix('Start a new sentence', end, start + 1, `. ${capital}`),
    ],
    isFirstFixPreferred: true,
  };
}
