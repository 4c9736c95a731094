import {
  isBe,
  isCoordinator,
  isHave,
  isModal,
  isPronoun,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';
import { lower } from './structure/words.js';

/** The range of words within which an auxiliary is repeated. */
const NEAREST = 2;
const FARTHEST = 4;

/**
 * Half of the sentences with an auxiliary twice are sound: “those hired were”, “the one he had
 * had”. So the reader must doubt the sentence as well.
 */
const CONFIDENCE = 0.5;

/** Finds two versions of a predicate that were merged and share their auxiliary (“was put off was called off”). */
export function findDoubledAuxiliaries({ sentence, setting }: Passage): readonly GrammarError[] {
  if (setting === 'label') return [];
  const { tokens } = sentence;
  return tokens.flatMap((first, at): readonly GrammarError[] => {
    const second = isAuxiliary(first) ? repetitionOf(tokens, at) : undefined;
    if (second === undefined || isInRelativeClause(tokens, at)) return [];
    return [
      {
        kind: 'garbled',
        span: { start: first.start, end: second.end },
        message: `“${first.text} … ${second.text}”: two versions of what is said seem to be merged: delete one.`,
        confidence: CONFIDENCE,
        fixes: [grammarFix('Delete the first version', first.start, second.start, '')],
        isFirstFixPreferred: false,
      },
    ];
  });
}

function isAuxiliary(word: Token): boolean {
  return [isBe, isHave, isModal].some((is) => is(word)) && /^\p{Ll}{2,}$/u.test(word.text);
}

/** The same auxiliary a few words later in the same clause; `undefined` if there is none. */
function repetitionOf(tokens: readonly Token[], at: number): Token | undefined {
  for (let next = at + 1; next <= at + FARTHEST; next++) {
    const word = tokens[next];
    if (next >= at + NEAREST && lower(word) === lower(tokens[at])) return word;
    if (word === undefined || !/^\p{Ll}+$/u.test(word.text) || opensClause(word)) return undefined;
  }
  return undefined;
}

/** “Those who were hired were …”: the first auxiliary is that of a clause before the predicate. */
function isInRelativeClause(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && tokens[before]?.kind !== 'punctuation'; before--) {
    const word = tokens[before];
    if (isRelative(word) || isSubordinator(word)) return true;
  }
  return false;
}

function opensClause(word: Token): boolean {
  return [isCoordinator, isSubordinator, isRelative, isPronoun].some((is) => is(word));
}
