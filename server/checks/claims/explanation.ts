import type { Prose } from '../../prose/prose.js';
import { runToCompletion } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import type { Evidence, Verdict } from '../finding.js';
import { type Stretch, isInside, meet } from './alignment.js';
import { type Judgement, judgementsOf } from './judgements.js';
import { slotWordsOf } from './slots/slot.js';
import type { Statement } from './statement.js';
import type { Signs } from './support.js';

/** A line of an explanation: what it is about (“name”, “figure”, “why”), and what there is to say. */
export interface ExplanationLine {
  readonly label: string;
  readonly text: string;
}

/** Why a claim has its verdict. */
export interface Explanation {
  /** Where the claim stands, in UTF-16 units of the draft. */
  readonly span: Span;
  readonly verdict: Verdict;
  /** How well the sources bear it out, 0 to 1. */
  readonly score: number;
  /** What was compared: names, figures, times, who does what, and what pronouns stand for. */
  readonly slots: readonly ExplanationLine[];
  /** In plain sentences, what weighs most first. */
  readonly reasons: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Explains the verdict on each statement of a draft, in order. */
export function explainClaims(draft: Prose, reference: Reference): readonly Explanation[] {
  if (reference.base.facts.length === 0) return [];
  return runToCompletion(judgementsOf(draft, reference)).map((judgement) => ({
    span: judgement.claim.span,
    verdict: judgement.claim.verdict,
    score: judgement.claim.score,
    slots: slotsOf(stretchOf(judgement)),
    reasons: [...reasonsFor(judgement), ...notesOn(judgement)],
    evidence: judgement.claim.evidence,
  }));
}

function stretchOf({ statement, cut }: Judgement): Stretch {
  return { statement, first: cut.first, last: cut.last };
}

function slotsOf(claim: Stretch): readonly ExplanationLine[] {
  const { terms, quantities, dates } = claim.statement;
  const inside = terms.filter((term) => term.kind === 'name' && isInside(claim, term));
  const text = ({ first, last }: { readonly first: number; readonly last: number }): string =>
    slotWordsOf(claim.statement, first, last);
  return [
    ...inside
      .filter(({ resolved }) => !resolved)
      .map((term) => ({ label: 'name', text: named(text(term), term.entity?.name) })),
    ...inside
      .filter(({ resolved }) => resolved)
      .map((term) => ({
        label: 'meant',
        text: `${text(term)} = ${term.entity?.name ?? term.place?.name ?? term.word}`,
      })),
    ...quantities
      .filter((quantity) => isInside(claim, quantity))
      .map((quantity) => ({
        label: 'figure',
        text: [text(quantity), quantity.unit].join(' ').trim(),
      })),
    ...dates
      .filter((date) => isInside(claim, date))
      .map((date) => ({ label: 'time', text: text(date) })),
    ...actsOf(claim),
  ];
}

function named(written: string, name: string | undefined): string {
  return name === undefined || name === written ? written : `${written} = ${name}`;
}

/** Who does what to whom, a line for each verb. */
function actsOf(claim: Stretch): readonly ExplanationLine[] {
  const { statement } = claim;
  return statement.clauses
    .filter(({ head }) => isInside(claim, { first: head, last: head }))
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
  const name = statement.terms.find(
    ({ kind, resolved, first, last }) =>
      kind === 'name' && !resolved && first <= token && token <= last,
  );
  return slotWordsOf(statement, name?.first ?? token, name?.last ?? token);
}

function notesOn({ claim: { note } }: Judgement): readonly string[] {
  return note === undefined ? [] : [note];
}

function reasonsFor(judgement: Judgement): readonly string[] {
  const { differences, signs, witnesses } = judgement.grounds;
  if (differences.length > 0) return differences.map(({ message }) => message);
  if (witnesses.length === 0) return ['No source sentence speaks of any of this.'];
  const share = Math.round(100 * signs.together);
  const missing = missingFrom(judgement);
  return [
    `The sentences that have most of it have ${share} percent of it together.`,
    ...(missing.length === 0 ? [] : [`Nowhere near: ${missing.join(', ')}.`]),
    ...SIGNS.flatMap(([sign, text]) => (signs[sign] >= NOTABLE ? [text] : [])),
  ];
}

/** Below this a sign says next to nothing. */
const NOTABLE = 0.25;

const SIGNS: readonly (readonly [keyof Signs, string])[] = [
  ['denial', 'It denies what no source denies.'],
  ['opposites', 'A source has the opposite word in the same place.'],
  ['exchanged', 'The best sentence has its wording, but not its names or figures.'],
  ['replacedFigures', 'A source has another figure or time in the same words.'],
  ['replacedNames', 'A source has another name in the same words.'],
  ['misplaced', 'A name stands where a place would, and the sources never have it there.'],
  ['loose', 'A name or figure is in the sources, but beside other words.'],
];

/** What the claim speaks of and no source sentence at hand has, as written. */
function missingFrom(judgement: Judgement): readonly string[] {
  const claim = stretchOf(judgement);
  const { statement } = claim;
  const rows = judgement.grounds.witnesses.map((witness) =>
    meet(claim, witness.statement, () => 1),
  );
  const items = [...statement.terms, ...statement.quantities, ...statement.dates].filter((item) =>
    isInside(claim, item),
  );
  return items.flatMap((item, index) =>
    rows.some((row) => (row[index]?.met ?? 0) >= MET)
      ? []
      : [`“${slotWordsOf(statement, item.first, item.last)}”`],
  );
}

/** From here up a word is met. */
const MET = 0.5;
