import { judgementsOf } from '../../server/checks/claims/judgements.js';
import { type ClaimPlace, judgeRequestOf } from '../../server/checks/claims/judge.js';
import { judgePassages } from '../../server/checks/claims/retrieve/judgePassages.js';
import {
  type EvidenceRetriever,
  retrieverOf,
} from '../../server/checks/claims/retrieve/evidenceRetriever.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { readProse, sentencesOf } from '../../server/prose/prose.js';
import type { Span } from '../../server/prose/span.js';
import type { ClaimSpan } from '../../server/checks/claims/statement/statement.js';
import type { Reference } from '../../server/reference/reference.js';

/** What the sources say about a claim. */
export type Label = 'supported' | 'contradicted' | 'unsupported';

/** A claim as the judge reads it. */
export interface Claim {
  /** The sentence that contains it. */
  readonly sentence: string;
  /** Its place in the sentence, in UTF-16 units. */
  readonly span: readonly [number, number];
  readonly passages: readonly string[];
}

/** A claim with its label and the place of the words that make it false, in UTF-16 units of its sentence. */
export interface Labelled extends Claim {
  readonly label: Label;
  readonly kind: string;
  readonly wrong?: readonly (readonly [number, number])[];
}

/** A line of the output: claims that differ in one respect, or a single claim. */
export interface Row {
  readonly story: string;
  readonly from: 'draft' | 'statement' | 'pair';
  readonly claims: readonly Labelled[];
}

/** A statement about a story. */
export interface Statement {
  readonly text: string;
  readonly label: Label;
  readonly kind: string;
}

/** A true statement and a false one that differs from it in one respect. */
export interface Pair {
  readonly true: string;
  readonly false: string;
  readonly label: Label;
  readonly kind: string;
  readonly trueKind?: string;
}

/** The rows of the statements about a story. */
export function statementRows(
  story: string,
  statements: readonly Statement[],
  pairs: readonly Pair[],
  reference: Reference,
): readonly Row[] {
  const singles = statements.map((statement): Row => ({
    story,
    from: 'statement',
    claims: labelled(statement, reference),
  }));
  const sets = [...new Set(pairs.map((pair) => pair.true))].map((text): Row => ({
    story,
    from: 'pair',
    claims: twins(
      text,
      pairs.filter((pair) => pair.true === text),
      reference,
    ),
  }));
  return [...singles, ...sets].filter(({ claims }) => claims.length > 0);
}

/** A true statement and its false twins, with the words in which they differ. */
function twins(text: string, pairs: readonly Pair[], reference: Reference): readonly Labelled[] {
  const kind = pairs[0]?.trueKind ?? 'pair';
  return [
    ...labelled({ text, label: 'supported', kind }, reference),
    ...pairs.flatMap((pair) =>
      labelled({ text: pair.false, label: pair.label, kind: pair.kind }, reference).map(
        (claim) => ({
          ...claim,
          wrong: differenceOf(claim.sentence, text),
        }),
      ),
    ),
  ];
}

/** Where a text differs from another: from the first different word to the last. */
function differenceOf(text: string, other: string): readonly (readonly [number, number])[] {
  const words = [...text.matchAll(/\S+/gu)];
  const others = [...other.matchAll(/\S+/gu)].map(([word]) => word);
  const shorter = Math.min(words.length, others.length);
  let [head, tail] = [0, 0];
  while (head < shorter && words[head]?.[0] === others[head]) head++;
  while (tail < shorter - head && words.at(-1 - tail)?.[0] === others.at(-1 - tail)) tail++;
  const last = words.at(-1 - tail);
  const first = words[Math.min(head, Math.max(0, words.length - tail - 1))];
  if (first === undefined || last === undefined) return [];
  return [[Math.min(first.index, last.index), last.index + last[0].length]];
}

/** A statement of one sentence; empty if it is read as several sentences. */
function labelled({ text, label, kind }: Statement, reference: Reference): readonly Labelled[] {
  const prose = readProse(text);
  const retriever = retrieverOf(reference);
  const read = sentencesOf(prose).map(({ sentence }) => retriever.parse(sentence.tokens));
  const [statement] = read;
  if (statement === undefined || read.length > 1) return [];
  const claim = { statement, first: 0, last: statement.tokens.length - 1 };
  const place = { sentence: text, tokens: statement.tokens, start: 0 };
  return [{ ...claimAt(place, claim, retriever), label, kind }];
}

/** The claims that the product finds in a draft, each with its place in the draft. */
export function claimsIn(
  draft: string,
  reference: Reference,
): readonly (Claim & { readonly place: Span })[] {
  const prose = readProse(draft);
  const retriever = retrieverOf(reference);
  return runToCompletion(judgementsOf(prose, reference)).map(
    ({ claim, place, statement, segment }) => ({
      place: claim.span,
      ...claimAt(place, { statement, ...segment }, retriever),
    }),
  );
}

/** A claim as the product passes it to the judge. */
function claimAt(place: ClaimPlace, claim: ClaimSpan, retriever: EvidenceRetriever): Claim {
  const {
    sentence,
    claim: { start, end },
    passages,
  } = judgeRequestOf(place, claim, judgePassages(claim, retriever));
  return { sentence, span: [start, end], passages };
}

/** A claim of a draft without its place there. */
export function withoutPlace({ sentence, span, passages }: Claim): Claim {
  return { sentence, span, passages };
}
