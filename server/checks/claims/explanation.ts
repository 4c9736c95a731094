import { type JudgeReading, NO_READINGS, type Readings } from '../../inference/readings.js';
import { runToCompletion } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import type { Evidence, Verdict } from '../finding.js';
import { type Judgement, judgementsOf } from './judgements.js';
import type { ClaimSpan, Statement } from './statement/statement.js';
import { nameAt, slotWordsOf } from './statement/statementQueries.js';
import { matchItems } from './align/termAlignment.js';
import { type TokenRange, overlapsRange } from '../../prose/tokenRange.js';

/** A line of an explanation, with a label: “name”, “figure”, “why”. */
export interface ExplanationLine {
  readonly label: string;
  readonly text: string;
}

/** Why a claim has its verdict. */
export interface Explanation {
  /** The claim's place, in UTF-16 offsets of the draft. */
  readonly span: Span;
  readonly verdict: Verdict;
  /** How well the sources support it, 0 to 1. */
  readonly score: number;
  /** What was compared: names, figures, times, who does what, and the antecedents of pronouns. */
  readonly slots: readonly ExplanationLine[];
  /** In plain sentences, the most important first. */
  readonly reasons: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Explains the verdict on each claim of a draft, in order, with these readings. */
export function explainClaims(
  draft: Prose,
  reference: Reference,
  readings: Readings = NO_READINGS,
): readonly Explanation[] {
  if (reference.base.facts.length === 0) return [];
  return runToCompletion(judgementsOf(draft, reference, { readings })).map(explain);
}

function explain(judgement: Judgement): Explanation {
  const { span, verdict, score, evidence, note } = judgement.claim;
  return {
    span,
    verdict,
    score,
    slots: slotsOf(claimSpanOf(judgement)),
    reasons: [...reasonsFor(judgement), ...(note === undefined ? [] : [note])],
    evidence,
  };
}

function claimSpanOf({ statement, segment }: Judgement): ClaimSpan {
  return { statement, first: segment.first, last: segment.last };
}

function slotsOf(claim: ClaimSpan): readonly ExplanationLine[] {
  const { terms, quantities, dates } = claim.statement;
  const inside = terms.filter((term) => term.kind === 'name' && overlapsRange(claim, term));
  const text = ({ first, last }: TokenRange): string => slotWordsOf(claim.statement, first, last);
  return [
    ...inside
      .filter(({ resolved }) => !resolved)
      .map((term) => ({ label: 'name', text: named(text(term), term.entity?.name) })),
    ...inside
      .filter(({ resolved }) => resolved)
      .map((term) => ({
        label: 'refers',
        text: `${text(term)} = ${term.entity?.name ?? term.place?.name ?? term.word}`,
      })),
    ...quantities
      .filter((quantity) => overlapsRange(claim, quantity))
      .map((quantity) => ({
        label: 'figure',
        text: withUnit(text(quantity), quantity.unit),
      })),
    ...dates
      .filter((date) => overlapsRange(claim, date))
      .map((date) => ({ label: 'time', text: text(date) })),
    ...actsOf(claim),
  ];
}

/** A figure with its unit, which a currency sign among its words has already. */
function withUnit(figure: string, unit = ''): string {
  return figure.includes(unit) ? figure : `${figure} ${unit}`;
}

function named(written: string, name: string | undefined): string {
  return name === undefined || name === written ? written : `${written} = ${name}`;
}

/** Who does what to whom, a line for each verb. */
function actsOf(claim: ClaimSpan): readonly ExplanationLine[] {
  const { statement } = claim;
  return statement.clauses
    .filter(({ head }) => overlapsRange(claim, { first: head, last: head }))
    .map(({ head, group }) => {
      const parts = statement.relations
        .filter((relation) => relation.head === head && relation.kind !== 'apposition')
        .map(({ kind, dependent }) => `${PARTS.get(kind) ?? kind} ${nounAt(statement, dependent)}`);
      const verb = slotWordsOf(statement, group.first, group.last);
      return { label: 'act', text: [verb, ...new Set(parts)].join(', ') };
    });
}

const PARTS = new Map([
  ['subject', 'who'],
  ['object', 'what'],
]);

function nounAt(statement: Statement, token: number): string {
  const name = nameAt(statement, token);
  return slotWordsOf(statement, name?.first ?? token, name?.last ?? token);
}

function reasonsFor(judgement: Judgement): readonly string[] {
  const { difference, best, together, values, evidence, judged } = judgement.rationale;
  const [likeliest] = values;
  const said = judged?.reading === undefined ? [] : [opinionOf(judged.reading)];
  if (difference !== undefined) return [difference.message, ...said];
  if (evidence.length === 0) return ['No source sentence mentions any of this.'];
  const missing = missingFrom(judgement);
  const notFound = missing.length === 0 ? [] : [`Not found: ${missing.join(', ')}.`];
  if (said.length > 0) return [...said, ...notFound];
  return [
    `The best sentence contains ${Math.round(100 * best)} percent of the claim, all sentences together ${Math.round(100 * together)} percent.`,
    ...notFound,
    ...(likeliest === undefined || likeliest.likelihood < NOTABLE
      ? []
      : [
          `A source may have “${slotWordsOf(likeliest.sentence.statement, likeliest.value.first, likeliest.value.last)}” instead of “${slotWordsOf(judgement.statement, likeliest.slot.first, likeliest.slot.last)}”.`,
        ]),
  ];
}

/** What the judge says, in percent. */
function opinionOf({ supported, contradicted, neither }: JudgeReading): string {
  const [yes, no, nothing] = [supported, contradicted, neither].map((one) => Math.round(100 * one));
  return `By the judge, the passages support it with a probability of ${yes} percent, contradict it with ${no} and say nothing of it with ${nothing}.`;
}

/** Another value that is less likely is not mentioned. */
const NOTABLE = 0.25;

/** The words of the claim that no evidence sentence has, as written. */
function missingFrom(judgement: Judgement): readonly string[] {
  const claim = claimSpanOf(judgement);
  const { statement } = claim;
  const rows = judgement.rationale.evidence.map((sentence) =>
    matchItems(claim, sentence.statement, () => 1),
  );
  const items = [...statement.terms, ...statement.quantities, ...statement.dates].filter((item) =>
    overlapsRange(claim, item),
  );
  return items.flatMap((item, index) =>
    rows.some((row) => (row[index]?.match ?? 0) >= MET)
      ? []
      : [`“${slotWordsOf(statement, item.first, item.last)}”`],
  );
}

/** The least match of a word that counts as found. */
const MET = 0.5;
