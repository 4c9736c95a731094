import { isNegativeWord } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { termsOf } from '../../../reference/evidenceTerms.js';
import { type TableValue, tableValuesAround } from '../../../reference/tables/tableValues.js';
import type { Facts } from '../../../reference/model.js';
import type { TableReading } from '../align/claimContext.js';
import { hasFigure } from '../align/grounding.js';
import {
  type EvidenceRetriever,
  type EvidenceSentence,
  evidenceOf,
} from '../retrieve/evidenceRetriever.js';
import type { Quantity } from '../../../values/figures.js';
import type { ClaimSpan } from '../statement/statement.js';
import { relationClausesOf, slotWordsOf } from '../statement/statementQueries.js';
import { LIGHT_WEIGHT, type Term } from '../statement/terms.js';
import { overlapsRange } from '../../../prose/tokenRange.js';
import { excludes } from './slots.js';
import {
  columnFor,
  figuresBeside,
  hasSynonym,
  hasValue,
  isOfAnotherTime,
  isTimeWord,
  rowFor,
  summedColumn,
  valuesOf,
  wordsOf,
} from './tableSelection.js';

/**
 * Looks up the one figure of a claim in a table among its evidence: the row is that whose names and times the claim has,
 * or the sentence before it (“that month”), the column that whose heading it has, or the only one of its currency. A figure
 * “in all” may be the sum of a column. `undefined` if it is about no row or several, if it denies something, or says what the table has no word for.
 */
export function tableReading(
  claim: ClaimSpan,
  evidence: readonly EvidenceSentence[],
  retriever: EvidenceRetriever,
): TableReading | undefined {
  const of = evidence.find(({ fact }) => fact.row !== undefined);
  if (of === undefined) return undefined;
  const tokens = claim.statement.tokens.slice(claim.first, claim.last + 1);
  if (tokens.some((token) => isNegativeWord(token) || OTHER_TIME.test(token.lower)))
    return undefined;
  const values = tableValuesAround(retriever.facts, of.index);
  const words = wordsOf(claim);
  const row = rowFor(values, words);
  const figures = figuresBeside(claim, row);
  const [figure] = figures;
  if (figure === undefined || figures.length > 1) return undefined;
  const read = (value: TableValue): EvidenceSentence | undefined =>
    retriever.sentenceAt(value.index);
  const column =
    row === undefined
      ? summedColumn(values, words, figure, read)
      : columnFor(row, words, figure, read);
  const sentence = column && read(column);
  if (sentence === undefined) return undefined;
  const named = namedWords(values, of.fact.citation.source, retriever.facts);
  const terms = termsBeside(claim, figure);
  if (!timesOf(claim).every((word) => named.has(word))) return undefined;
  const isGiven = (term: Term): boolean => isNamed(term, named) || LINKING.has(term.word);
  if (row === undefined || hasValue(sentence, figure)) {
    const isKnown = (term: Term): boolean =>
      term.kind !== 'verb' && retriever.rarity(term.word) < 1;
    return terms.every((term) => isGiven(term) || isKnown(term))
      ? { sentence, isSame: true }
      : undefined;
  }
  const other = valuesOf(sentence).find((one) => excludes(figure, one));
  const isElsewhere =
    row.some((value) => !isOfAnotherTime(value.heading, words) && hasValue(read(value), figure)) ||
    evidence.some(({ fact, statement }) => fact.row === undefined && hasFigure(statement, figure));
  if (other === undefined || isElsewhere || isPlanned(claim) || !terms.every(isGiven))
    return undefined;
  const expected = slotWordsOf(sentence.statement, other.figure, other.last);
  const { first, last } = { first: figure.figure, last: endOf(figure) };
  const found = slotWordsOf(claim.statement, first, last);
  const difference = {
    first,
    last,
    message: `“${found}”: the source says “${expected}”.`,
    replacement: expected,
    expected,
    found,
    evidence: [evidenceOf(sentence.fact)],
  };
  return { sentence, isSame: false, difference };
}

/** The last token of a figure without the noun that it counts. */
function endOf({ last, unitTokens, kind }: Quantity): number {
  return unitTokens === undefined || kind !== 'count' ? last : unitTokens.first - 1;
}

/** Words for a time before that of a table, or for a part or a change of what it counts. */
const OTHER_TIME =
  /^(?:once|earlier|formerly|previously|originally|ago|another|additional|extra|more|less|fewer)$/u;

/** The months and years of a claim itself. */
function timesOf({ statement: { tokens, dates }, first, last }: ClaimSpan): readonly string[] {
  return dates
    .filter((date) => overlapsRange({ first, last }, date))
    .flatMap((date) =>
      termsOf(
        tokens
          .slice(date.first, date.last + 1)
          .map(({ text }) => text)
          .join(' '),
      ),
    )
    .filter(isTimeWord);
}

function isPlanned(claim: ClaimSpan): boolean {
  return relationClausesOf(claim).some(
    ({ group: { certainty } }) => certainty !== 'past' && certainty !== 'present',
  );
}

/** The words of a table, of the title above it, and of its source's name. */
function namedWords(
  values: readonly TableValue[],
  source: string,
  facts: Facts,
): ReadonlySet<string> {
  const words = new Set(termsOf(source.replace(/\.\w+$/u, '')));
  const above = facts.at((values[0]?.index ?? 0) - 1);
  if (above?.citation.source === source && !/[.!?]$/u.test(above.text))
    for (const word of termsOf(above.text)) words.add(word);
  for (const { labels, heading, value } of values) {
    for (const label of labels) for (const word of label) words.add(word);
    for (const word of heading) words.add(word);
    for (const word of termsOf(value)) words.add(word);
  }
  return words;
}

/** The names and content words of a claim, but what its figure counts. */
function termsBeside({ statement, first, last }: ClaimSpan, figure: Quantity): readonly Term[] {
  return statement.terms.filter(
    (term) =>
      (term.weight > LIGHT_WEIGHT || (term.kind === 'verb' && !LINKING.has(term.word))) &&
      !term.resolved &&
      overlapsRange({ first, last }, term) &&
      ![figure, figure.unitTokens].some(
        (part) => part !== undefined && overlapsRange(part, term),
      ) &&
      term.word !== figure.unit,
  );
}

function isNamed({ word, entity }: Term, named: ReadonlySet<string>): boolean {
  return [word, ...(entity === undefined ? [] : [entity.name])].some((form) => {
    const words = termsOf(form);
    return words.length > 0 && words.every((one) => named.has(one) || hasSynonym(one, named));
  });
}

/** Words that only link a thing with its figure. */
const LINKING = wordSet(
  'be have do get come show cost total number amount average measure weigh reach stand equal count receive record',
);
