import type { Prose } from '../prose/prose.js';
import { type Slices, whole } from '../prose/slices.js';
import { overlaps } from '../prose/span.js';
import type { Reference } from '../reference/reference.js';
import { checkClaims } from './claims/claims.js';
import type { Claim, Finding } from './finding.js';
import { type Decisions, NO_DECISIONS } from './ignores/decisions.js';
import { withoutIgnored } from './ignores/ignores.js';
import { checkNames } from './names/names.js';
import { checkQuotes } from './quotes/quotes.js';
import { checkSentences } from './sentences.js';
import { checkStyle } from './style.js';

/** All that the desk has to say of a draft, in the order it stands in the text. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Of a draft that is about something else than the sources, made out when first asked for. */
  readonly claims: readonly Claim[];
}

/**
 * Reads a draft against a reference, and leaves out what the draft's own comments and the decisions of
 * its folder let stand. `path` is the draft's, from that folder. The same for the editor, the command
 * line and the batch. Cannot throw.
 */
export function checkDraft(
  draft: Prose,
  reference: Reference,
  decisions: Decisions = NO_DECISIONS,
  path?: string,
): Report {
  return whole(checkDraftInSlices(draft, reference, decisions, path));
}

/** What `checkDraft` does, in slices of a sentence or a few. Cannot throw. */
export function* checkDraftInSlices(
  draft: Prose,
  reference: Reference,
  decisions: Decisions = NO_DECISIONS,
  path?: string,
): Slices<Report> {
  const quotes = yield* checkQuotes(draft, reference);
  const claims = yield* checkClaims(draft, reference, quotes.claims);
  const names = yield* checkNames(draft, reference);
  const sentences = yield* checkSentences(draft);
  const findings = [
    ...names,
    ...sentences.filter((finding) => !isTheNames(finding, names)),
    ...checkStyle(draft),
    ...claims.findings,
    ...(isCovered(claims.findings) ? quotes.findings : quotes.findings.filter(isRecorded)),
  ];
  let all: readonly Claim[] | undefined;
  return {
    findings: [...withoutIgnored(draft, findings, decisions, path)].sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    ),
    get claims() {
      return (all ??= oneVerdictEach(claims.claims, quotes.claims).sort(
        (a, b) => a.span.start - b.span.start,
      ));
    },
  };
}

/** False for a draft of which it is told that no source covers it. */
function isCovered(findings: readonly Finding[]): boolean {
  return findings.every(({ code }) => code !== 'reference/uncovered');
}

/** True for what is told of words that a source has, if nearly or from somebody else. */
function isRecorded({ code }: Finding): boolean {
  return code !== 'quote/unsupported';
}

/** A name without its capital is told once: by the name check where it knows the name. */
function isTheNames(finding: Finding, names: readonly Finding[]): boolean {
  return (
    finding.code === 'sentence/lowercase-start' &&
    names.some(({ code, span }) => code !== 'name/unknown' && overlaps(span, finding.span))
  );
}

/** A sentence with a quote is one claim: the quote's, unless the words around it are contradicted. */
function oneVerdictEach(claims: readonly Claim[], quotes: readonly Claim[]): Claim[] {
  const around = (quote: Claim): readonly Claim[] =>
    claims.filter((claim) => overlaps(claim.span, quote.span));
  return [
    ...claims.filter((claim) => !quotes.some((quote) => overlaps(claim.span, quote.span))),
    ...quotes.map((quote) => {
      const wrong = around(quote).find((claim) => claim.verdict === 'contradicted');
      return quote.verdict === 'supported' && wrong !== undefined
        ? { ...wrong, span: quote.span, isQuote: true }
        : quote;
    }),
  ];
}
