import { MAGNITUDES, SCALES } from '../../../lexicon/numberWords.js';
import { isEnglishWordOrPlural } from '../../../prose/dictionary.js';
import type { ClaimSpan } from '../statement/statement.js';
import type { ClaimContext } from '../align/claimContext.js';
import {
  type Figure,
  isDefiniteCount,
  isQuantity,
  isReckoned,
  mustBeGrounded,
} from '../align/grounding.js';
import { hasPlaceholder } from '../../sentences/placeholder.js';
import { slotWordsOf } from '../statement/statementQueries.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { isDuration } from '../../../values/units.js';
import type { Support } from './support.js';

/** The claim, and its figures and times that no evidence has. */
type Sought = Pick<ClaimContext, 'claim' | 'ungrounded' | 'rarity'> &
  Pick<Support, 'best' | 'together'>;

/** A sentence that comes near a claim has at least this share of it. */
const NEAR = 0.35;
/** The least share of a claim that several sentences which come near it have together. */
const NEAR_TOGETHER = 0.5;

/**
 * The names and figures of a claim that occur nowhere in the sources, not even in another context, in
 * the order of the text: what a reporter would look for in vain. None if a sentence comes near the claim. `isRounded` tells
 * whether a figure of the sources may have been rounded to a value. Not among them are ordinary words, which may
 * say the same as others, lapses of time (“half an hour later”), differences and sums, which reporters
 * reckon, and placeholders.
 */
export function absentParts(
  { claim, ungrounded, rarity, best, together }: Sought,
  isRounded: (value: number) => boolean,
): readonly (Figure | Term)[] {
  if (best >= NEAR || together >= NEAR_TOGETHER) return [];
  const isNowhere = (words: readonly string[]): boolean =>
    words.length > 0 && words.every((word) => rarity(word) === 1);
  const terms = claim.statement.terms.filter(
    (term) => !term.resolved && term.weight > LIGHT_WEIGHT && overlapsRange(claim, term),
  );
  const names = terms.filter(
    (term) =>
      isSpecificName(claim, term) &&
      // The label of a transcript and the heading of a dossier name people whom no statement does.
      term.entity === undefined &&
      isNowhere(wordsOfName(claim, term)),
  );
  const figures = ungrounded.filter(
    (figure) =>
      isSpecific(figure, claim) &&
      !isRounded(figure.value) &&
      isNowhere(formsOfFigure(claim, figure)),
  );
  return [...names, ...figures]
    .filter(({ first, last }) => !hasPlaceholder(slotWordsOf(claim.statement, first, last)))
    .sort((a, b) => a.first - b.first);
}

/**
 * False for where somebody is from (“the Eritrean”, “Norway’s Ida Lund”), which a reporter knows, and for a word that
 * has its capital from the head of a sentence.
 */
function isSpecificName({ statement: { tokens } }: ClaimSpan, term: Term): boolean {
  if (term.kind !== 'name' || term.demonym) return false;
  const isOrigin = term.place !== undefined && tokens[term.last + 1]?.lemma === "'s";
  if (isOrigin) return false;
  const opens = tokens.findIndex(({ kind }) => kind === 'word' || kind === 'number');
  return (
    term.first !== opens || term.last !== opens || !isEnglishWordOrPlural(tokens[opens]?.text ?? '')
  );
}

function isSpecific(figure: Figure, { statement }: ClaimSpan): boolean {
  if (!mustBeGrounded(figure)) return false;
  if (!isQuantity(figure)) return figure.kind === 'year' || figure.kind === 'month';
  if (isDefiniteCount(figure) || isDuration(figure.unit)) return false;
  return !isReckoned(figure, statement);
}

/** The words of a name as written, and those of its full form. */
function wordsOfName({ statement: { tokens } }: ClaimSpan, term: Term): readonly string[] {
  const written = tokens.slice(term.first, term.last + 1).map(({ text }) => text);
  return [...written, ...(term.entity?.name.split(/\s+/u) ?? [])].filter((word) =>
    /^\p{Lu}|\d/u.test(word),
  );
}

/** A figure as written without its scale and unit, in digits, and in digits with separators. */
function formsOfFigure({ statement: { tokens } }: ClaimSpan, figure: Figure): readonly string[] {
  const from = isQuantity(figure) ? figure.figure : figure.first;
  const to = isQuantity(figure) ? (figure.unitTokens?.first ?? figure.last + 1) : figure.last + 1;
  const written = tokens
    .slice(from, to)
    .filter(({ lower }) => !SCALES.has(lower) && !MAGNITUDES.has(lower))
    .map(({ text }) => text);
  return [...written, String(figure.value), figure.value.toLocaleString('en')];
}
