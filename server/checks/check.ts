import type { Prose } from '../prose/prose.js';
import type { Reference } from '../reference/reference.js';
import { checkClaims } from './claims/claims.js';
import type { Claim, Finding } from './finding.js';
import { checkNames } from './names/names.js';
import { checkQuotes } from './quotes/quotes.js';
import { checkSentences } from './sentences.js';

/** All that the desk has to say of a draft, in the order it stands in the text. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
}

/** Reads a draft against a reference. The same for the editor, the command line and the batch. Cannot throw. */
export function checkDraft(draft: Prose, reference: Reference): Report {
  const quotes = checkQuotes(draft, reference);
  const claims = checkClaims(draft, reference);
  const findings = [
    ...checkNames(draft, reference),
    ...checkSentences(draft),
    ...claims.findings,
    ...quotes.findings,
  ];
  return {
    findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    claims: [...claims.claims, ...quotes.claims].sort((a, b) => a.span.start - b.span.start),
  };
}
