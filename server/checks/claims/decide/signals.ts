import type { EvidenceSentence } from '../retrieve/evidenceRetriever.js';
import type { ClaimContext } from '../align/claimContext.js';
import { hasSameForce } from './force.js';
import type { Support } from './support.js';
import { type Figure, isQuantity } from '../align/grounding.js';
import { isNegated } from '../statement/negation.js';
import { passagesOf } from '../retrieve/passages.js';
import type { ClaimSpan, Statement } from '../statement/statement.js';
import { relationClausesOf } from '../statement/statementQueries.js';
import { type Replacement, replacementsIn } from '../compare/replacements.js';
import { type ItemMatch, bestRow, shareOf, weightOf } from '../align/termAlignment.js';
import { type Term, LIGHT_WEIGHT } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { isMeasure } from '../../../values/units.js';

/**
 * What the verdict on a claim rests on, all 0 or more. “Weight” is that of the claim's terms, figures and
 * times (`matchItems`); the passage is a source sentence, alone or with its neighbours, that has most of the
 * claim. Signals that are true or false are 1 or 0.
 */
export interface ClaimSignals {
  /** The share of the claim that the passage has, and that all evidence has together, 0 to 1. */
  readonly passage: number;
  readonly together: number;
  /** The weight of the words that no source has. */
  readonly unknownWords: number;
  /** The weight of the names that no evidence has, and of the times. */
  readonly missingNames: number;
  readonly missingTimes: number;
  /** The weight of the figures that the passage does not have, in any unit, and the number of those that the claim has. */
  readonly missingFigures: number;
  readonly figures: number;
  /** The passage has a verb of the claim only denied, planned or possible. */
  readonly otherForce: number;
  /** The passage denies something, and the claim nothing. */
  readonly onlySourceDenies: number;
  /** The sources describe as planned or possible what the claim says was done. */
  readonly overclaim: number;
  /** The probability that a source has another value in the place of one of the claim's. */
  readonly alternative: number;
  /**
   * Names for which a source has others in the same context, and words for which it has an antonym there, each
   * counted as the square of the share of its context.
   */
  readonly replacedNames: number;
  readonly opposites: number;
  /**
   * Something speaks against it, however faintly: one of the last three, `otherForce`, or a passage with none of its
   * verbs, if no source has some of its words.
   */
  readonly conflict: number;
}

/** What the signals are computed from. */
type MatchedClaim = Pick<ClaimContext, 'claim' | 'evidence' | 'alignments' | 'rarity'> &
  Pick<Support, 'rows'>;

/** The least match of a word that counts as found. */
const FOUND = 0.6;
/** The cost of each further sentence of a passage, as a share of the claim. */
const WIDER = 0.02;
/** The match of a figure in another unit. */
const SAME_VALUE = 0.9;
/** The least probability of another value that speaks against a claim. */
const FAINT = 0.1;
/** The weight of two words: a claim may have one that no source has. */
const MOST_UNKNOWN = 1.3;
/** Smaller figures recur by chance. */
const SMALL = 12;

/** Computes the signals of a claim; `overclaimed` and `alternative` are those of `ClaimSignals`. */
export function weigh(
  matched: MatchedClaim,
  overclaimed: boolean,
  alternative: number,
): ClaimSignals {
  const { claim, evidence, rarity } = matched;
  const items = itemsOf(claim);
  const rows = matched.rows.map((row, at) => withValues(row, items, evidence[at]?.statement));
  const all = bestRow(rows);
  const passage = bestPassage(rows, evidence);
  const statements = passage.flatMap((at) => evidence[at]?.statement ?? []);
  const inPassage = passage.length === 0 ? all : bestRow(passage.map((at) => rows[at] ?? []));
  const denies = relationClausesOf(claim).some((clause) => isNegated(claim.statement, clause));
  const sourceDenies = statements.some((statement) =>
    statement.clauses.some((clause) => isNegated(statement, clause)),
  );
  const replacements = replacementsIn(claim, evidence, matched.alignments);
  const unknownWords = weightOf(
    all.filter(
      (item, index) =>
        isWord(item) && !item.resolved && item.match < FOUND && rarity(wordOf(items[index])) === 1,
    ),
  );
  const otherForce = Number(!hasSameForce(claim, statements));
  const replaced = (kind: Replacement['kind']): number =>
    replacements.reduce((sum, one) => sum + (one.kind === kind ? one.likeness ** 2 : 0), 0);
  return {
    passage: shareOf(inPassage),
    together: shareOf(all),
    unknownWords,
    missingNames: weightOf(all.filter((item) => item.kind === 'name' && isMissing(item))),
    missingTimes: weightOf(all.filter((item) => item.kind === 'date' && isMissing(item))),
    missingFigures: weightOf(
      inPassage.filter((item) => item.kind === 'quantity' && isMissing(item)),
    ),
    figures: inPassage.filter(({ kind }) => kind === 'quantity').length,
    otherForce,
    onlySourceDenies: Number(sourceDenies && !denies),
    overclaim: Number(overclaimed),
    alternative,
    replacedNames: replaced('name'),
    opposites: replaced('word'),
    conflict: Number(
      otherForce > 0 ||
        replacements.length > 0 ||
        alternative >= FAINT ||
        (unknownWords > MOST_UNKNOWN && lacksVerbs(inPassage)),
    ),
  };
}

/** The terms, figures and times of a claim, in the order of `matchItems`. */
function itemsOf(claim: ClaimSpan): readonly (Term | Figure)[] {
  const { terms, quantities, dates } = claim.statement;
  return [...terms, ...quantities, ...dates].filter((one) => overlapsRange(claim, one));
}

/** A row of matches in which a telling figure also matches the same value of another unit: “2,140 names” for signatures. */
function withValues(
  row: readonly ItemMatch[],
  items: readonly (Term | Figure)[],
  source: Statement | undefined,
): readonly ItemMatch[] {
  return row.map((match, index) => {
    const item = items[index];
    if (item === undefined || !('value' in item) || source === undefined) return match;
    return match.match < FOUND && hasValue(source, item) ? { ...match, match: SAME_VALUE } : match;
  });
}

/** True if a sentence has the value of a telling figure, whatever it counts, but not in another measure. */
export function hasValue({ quantities, dates }: Statement, figure: Figure): boolean {
  if (!isQuantity(figure))
    return figure.kind === 'year' && quantities.some(({ value }) => value === figure.value);
  if (figure.kind === 'rank' || isMeasure(figure.unit)) return false;
  const isSmall =
    figure.kind === 'count' && figure.value <= SMALL && Number.isInteger(figure.value);
  return (
    quantities.some(
      ({ value, against, kind, unit }) =>
        kind !== 'rank' &&
        (value === figure.value || against === figure.value) &&
        (!isSmall || unit === '' || figure.unit === ''),
    ) ||
    (!isSmall && dates.some(({ kind, value }) => kind === 'year' && value === figure.value))
  );
}

function bestPassage(
  rows: readonly (readonly ItemMatch[])[],
  evidence: readonly EvidenceSentence[],
): readonly number[] {
  let best: readonly number[] = [];
  let most = -1;
  for (const passage of passagesOf(evidence)) {
    const share = shareOf(bestRow(passage.map((at) => rows[at] ?? [])));
    const value = share - WIDER * (passage.length - 1);
    if (value > most) [best, most] = [passage, value];
  }
  return best;
}

function isWord({ kind }: ItemMatch): boolean {
  return kind === 'noun' || kind === 'verb' || kind === 'modifier';
}

function wordOf(item: Term | Figure | undefined): string {
  return item !== undefined && 'word' in item ? item.word : '';
}

function isMissing({ match, resolved }: ItemMatch): boolean {
  return match < FOUND && !resolved;
}

/** False also for a claim that has only light verbs. */
function lacksVerbs(row: readonly ItemMatch[]): boolean {
  const verbs = row.filter(({ kind, weight }) => kind === 'verb' && weight > LIGHT_WEIGHT);
  return verbs.length > 0 && verbs.every(({ match }) => match < FOUND);
}
