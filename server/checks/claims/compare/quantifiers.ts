import type { Token } from '../../../prose/tokens.js';
import { isUnreliable } from '../../unreliable.js';
import type { Statement } from '../statement/statement.js';
import { slotWordsOf, termsAt } from '../statement/statementQueries.js';
import { relatedShareOf, termRelatedness } from '../align/termAlignment.js';
import type { ClaimContext, SlotMismatch } from '../align/claimContext.js';
import { hasUnmatchedWord, isReversed } from './complements.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

/** The least share of the claim for a sentence about the same event. */
const SAME_EVENT = 0.6;

/** The least relatedness of the quantified nouns. */
const SAME_NOUN = 0.8;

/** Quantifiers from none to all. */
const SCALE = new Map([
  ['no', 0],
  ['none', 0],
  ['few', 1],
  ['some', 2],
  ['several', 2],
  ['many', 3],
  ['most', 4],
  ['all', 6],
  ['every', 6],
  ['each', 6],
]);
const NEARLY_NONE = 1;
const MOST = 4;
const NEARLY_ALL = 5;
const ALL = 6;

/** “No” and “few” are below this, “some” is not. */
const SOME = 2;

/** How far after a quantifier its noun may be, in tokens: “all of the 34 witnesses”. */
const REACH = 4;

interface Quantifier extends TokenRange {
  readonly value: number;
  /** The token of the noun. */
  readonly noun: number;
}

/**
 * Quantifiers that differ from the source's: “all of the witnesses” for most of them, “none” for
 * some. A weaker quantifier is no conflict: if all came, some did.
 */
export function quantifierMismatches({
  claim,
  evidence,
  rarity,
}: ClaimContext): readonly SlotMismatch[] {
  const draft = claim.statement;
  return quantifiersIn(draft).flatMap((own): readonly SlotMismatch[] => {
    if (own.first < claim.first || own.last > claim.last) return [];
    const sourceValues = evidence
      .filter(({ statement }) => relatedShareOf(claim, statement, rarity, own) >= SAME_EVENT)
      .flatMap((sentence) =>
        quantifiersIn(sentence.statement)
          .filter((other) => nounsAlike(own, draft, other, sentence.statement))
          .map((other) => ({ sentence, other })),
      );
    const [sourceValue] = sourceValues;
    if (sourceValue === undefined || isUnreliable(sourceValue.sentence.fact)) return [];
    if (!sourceValues.every(({ other }) => differ(own.value, other.value))) return [];
    // “Few want to stay” agrees with “most do not” and “most want to leave”.
    const turned = sourceValues.some(
      ({ sentence: { statement }, other }) =>
        isReversed(own, claim, other, statement) ||
        (own.value < SOME !== other.value < SOME && hasUnmatchedWord(own, claim, statement)),
    );
    if (turned) return [];
    const { first, last } = own;
    const expected = slotWordsOf(
      sourceValue.sentence.statement,
      sourceValue.other.first,
      sourceValue.other.last,
    );
    return [{ slot: 'quantifier', first, last, expected, evidence: sourceValue.sentence }];
  });
}

function differ(own: number, expected: number): boolean {
  if (own < SOME !== expected < SOME) return true;
  return own > expected && own >= NEARLY_ALL && (own === ALL || expected < MOST);
}

function quantifiersIn(statement: Statement): readonly Quantifier[] {
  const { tokens } = statement;
  return tokens.flatMap((token, at): readonly Quantifier[] => {
    const plain = SCALE.get(token.lower);
    if (plain === undefined) return [];
    // “In all 34 witnesses came” is a count.
    if (tokens[at + 1]?.tag === 'NUM' && (plain !== ALL || tokens[at - 1]?.lemma === 'in'))
      return [];
    if (plain === ALL && isBut(tokens, at + 1)) {
      const noun = nounAfter(tokens, at + 2);
      return noun === undefined ? [] : [{ first: at, last: at + 2, value: NEARLY_ALL, noun }];
    }
    const nearly = /^(?:almost|nearly|virtually|practically)$/iu.test(tokens[at - 1]?.text ?? '');
    const value =
      nearly && plain === 0 ? NEARLY_NONE : nearly && plain === ALL ? NEARLY_ALL : plain;
    const noun = nounAfter(tokens, at);
    return noun === undefined ? [] : [{ first: nearly ? at - 1 : at, last: at, value, noun }];
  });
}

/** “All but two of the witnesses”. */
function isBut(tokens: readonly Token[], at: number): boolean {
  return /^(?:but|except|bar)$/iu.test(tokens[at]?.text ?? '') && tokens[at + 1]?.tag === 'NUM';
}

function nounAfter(tokens: readonly Token[], at: number): number | undefined {
  for (let next = at + 1; next <= at + REACH; next++) {
    const token = tokens[next];
    if (token === undefined) return undefined;
    if (token.tag === 'NOUN') return tokens[next + 1]?.tag === 'NOUN' ? next + 1 : next;
    if (
      !/^(?:of|the|its|his|her|their|these|those)$/iu.test(token.text) &&
      !/^(?:ADJ|NUM)$/u.test(token.tag)
    )
      return undefined;
  }
  return undefined;
}

function nounsAlike(
  own: Quantifier,
  draft: Statement,
  other: Quantifier,
  source: Statement,
): boolean {
  return termsAt(draft, own.noun).some((one) =>
    termsAt(source, other.noun).some((two) => termRelatedness(one, two) >= SAME_NOUN),
  );
}
