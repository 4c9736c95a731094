import { isUnreliable } from '../../unreliable.js';
import type { Token } from '../../../prose/tokens.js';
import { affinity } from '../alignment.js';
import { type Statement, termsAt } from '../statement.js';
import { isTurned, saysOtherwise } from './shares.js';
import { type Conflict, type Hearing, shareMet, slotWordsOf } from './slot.js';

/** How much of the claim the source sentence must have. */
const SAME_EVENT = 0.6;

/** How alike the nouns must be of which so many are told. */
const SAME_NOUN = 0.8;

/** How many of a thing a word tells, from none to all. */
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
const NEARLY_ALL = 5;
const ALL = 6;

/** “No” and “few” are on the one side of this, “some” on the other. */
const SOME = 2;

/** How many tokens after such a word its noun stands: “all of the 34 witnesses”. */
const REACH = 4;

interface Quantifier {
  /** Token indices, both included. */
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** The token of the noun. */
  readonly noun: number;
}

/**
 * “All of the witnesses” where the source has most of them, “none” where it has some. That fewer are told
 * than there are is no conflict: if all came, some did.
 */
export function differingQuantifiers({ claim, witnesses, rarity }: Hearing): readonly Conflict[] {
  const draft = claim.statement;
  return quantifiersIn(draft).flatMap((own): readonly Conflict[] => {
    if (own.first < claim.first || own.last > claim.last) return [];
    const tellings = witnesses
      .filter(({ statement }) => shareMet(claim, statement, rarity, own) >= SAME_EVENT)
      .flatMap((witness) =>
        quantifiersIn(witness.statement)
          .filter((other) => nounsAlike(own, draft, other, witness.statement))
          .map((other) => ({ witness, other })),
      );
    const [telling] = tellings;
    if (telling === undefined || isUnreliable(telling.witness.fact)) return [];
    if (!tellings.every(({ other }) => differ(own.value, other.value))) return [];
    // “Few want to stay” where most do not, or want to leave.
    const turned = tellings.some(
      ({ witness: { statement }, other }) =>
        isTurned(own, claim, other, statement) ||
        (own.value < SOME !== other.value < SOME && saysOtherwise(own, claim, statement)),
    );
    if (turned) return [];
    const { first, last } = own;
    const told = slotWordsOf(telling.witness.statement, telling.other.first, telling.other.last);
    return [{ slot: 'quantifier', first, last, told: `“${told}”`, witness: telling.witness }];
  });
}

function differ(own: number, told: number): boolean {
  if (own < SOME !== told < SOME) return true;
  return own > told && own >= NEARLY_ALL && (own === ALL || told < SCALE_MOST);
}

const SCALE_MOST = 4;

function quantifiersIn(statement: Statement): readonly Quantifier[] {
  const { tokens } = statement;
  return tokens.flatMap((token, at): readonly Quantifier[] => {
    const plain = SCALE.get(token.lower);
    if (plain === undefined) return [];
    // “In all 34 witnesses came” counts them.
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
    termsAt(source, other.noun).some((two) => affinity(one, two) >= SAME_NOUN),
  );
}
