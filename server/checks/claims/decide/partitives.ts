import { isPossessiveEnding } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { lowerAt } from '../../../prose/tokens.js';
import { termSimilarity } from '../align/termAlignment.js';
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
 * True if a sentence says of a part what a claim says of the whole: “paid half of the rent” beside “paid the rent”,
 * “9 of the 12 bells” beside “the bells”.
 */
export function isOfPart({ statement, first, last }: ClaimSpan, sentence: Statement): boolean {
  const own = partsIn(statement).filter(({ at }) => at >= first && at <= last);
  return partsIn(sentence).some(({ whole }) =>
    whole.some(
      (term) => isAmong(term, statement.terms) && !own.some((part) => isAmong(term, part.whole)),
    ),
  );
}

/** A part: its token, and the words for the whole. */
interface Part {
  readonly at: number;
  readonly whole: readonly Term[];
}

function partsIn(statement: Statement): readonly Part[] {
  return statement.tokens.flatMap((_, at) =>
    isPart(statement, at) ? [{ at, whole: wholeAfter(statement, at) }] : [],
  );
}

function isAmong(term: Term, others: readonly Term[]): boolean {
  return others.some((other) => termSimilarity(term, other) >= SAME);
}

function isPart({ tokens, quantities }: Statement, at: number): boolean {
  const [word, next] = [lowerAt(tokens, at), tokens[at + 1]];
  if (next?.lower === 'of') return PART.has(word) || quantities.some(({ last }) => last === at);
  // “Some 30 people”, “most recently”
  return SOME.has(word) && tokens[at]?.tag !== 'ADV' && next?.kind === 'word' && next.tag !== 'NUM';
}

/** The words for the whole after those for a part, up to its noun. */
function wholeAfter({ tokens, terms }: Statement, at: number): readonly Term[] {
  let last = at + 1;
  while (/^(?:ADP|DET|ADJ|NUM|PRON)$/u.test(tokens[last]?.tag ?? '')) last++;
  while (
    /^(?:NOUN|PROPN)$/u.test(tokens[last + 1]?.tag ?? '') ||
    isPossessiveEnding(tokens[last + 1])
  )
    last++;
  return terms.filter(
    ({ first, weight, resolved }) =>
      first > at && first <= last && weight > LIGHT_WEIGHT && !resolved,
  );
}
