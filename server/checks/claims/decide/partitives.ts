import { wordSet } from '../../../lexicon/wordSet.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { lowerAt } from '../../../prose/tokens.js';
import { bestMatch, mayBeSameFigure } from '../align/termAlignment.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { LIGHT_WEIGHT, type Term } from '../statement/terms.js';

/** The least similarity of two words that mean the same: one word, or synonyms. */
const SAME = 0.6;

/** Words before a noun by which something is true of a part of what it names. */
const SOME = wordSet('half some most many several few');
/** Those that need an “of”: “a third of the rent”. */
const PART = wordSet(
  'half third quarter fifth tenth part portion share majority minority handful some most many several few',
);

/**
 * True if a sentence tells of a part of what a claim tells of as a whole: “paid half of the rent” beside “paid the rent”,
 * “9 of the 12 bells” beside “the bells”.
 */
export function isOfPart(claim: ClaimSpan, sentence: Statement): boolean {
  return sentence.tokens.some(
    (_, at) =>
      isPart(sentence, at) &&
      !hasPart(claim, sentence, at) &&
      wholeAfter(sentence, at).some(
        (term) => (bestMatch(term, claim.statement)?.likeness ?? 0) >= SAME,
      ),
  );
}

function isPart({ tokens, quantities }: Statement, at: number): boolean {
  const [word, next] = [lowerAt(tokens, at), tokens[at + 1]];
  if (next?.lower === 'of') return PART.has(word) || quantities.some(({ last }) => last === at);
  // “Some 30 people”, “most recently”
  return SOME.has(word) && tokens[at]?.tag !== 'ADV' && next?.kind === 'word' && next.tag !== 'NUM';
}

/** True if a claim has the word or the figure for a part. */
function hasPart(claim: ClaimSpan, sentence: Statement, at: number): boolean {
  const { statement, first: from, last: to } = claim;
  const figure = sentence.quantities.find(({ first, last }) => first <= at && at <= last);
  return (
    statement.tokens
      .slice(from, to + 1)
      .some(({ lower }) => lower === lowerAt(sentence.tokens, at)) ||
    (figure !== undefined &&
      statement.quantities.some((own) => overlapsRange(claim, own) && mayBeSameFigure(own, figure)))
  );
}

/** The words for the whole after those for a part, up to its noun. */
function wholeAfter({ tokens, terms }: Statement, at: number): readonly Term[] {
  let last = at + 1;
  while (/^(?:ADP|DET|ADJ|NUM|PRON)$/u.test(tokens[last]?.tag ?? '')) last++;
  while (/^(?:NOUN|PROPN)$/u.test(tokens[last + 1]?.tag ?? '')) last++;
  return terms.filter(
    ({ first, weight, resolved }) =>
      first > at && first <= last && weight > LIGHT_WEIGHT && !resolved,
  );
}
