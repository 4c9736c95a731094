import { checkClaims } from '../../../server/checks/claims/claims.js';
import type { Claim, Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Span } from '../../../server/prose/span.js';
import { type Reference, referenceFromSources } from '../../../server/reference/reference.js';

/** The result of the claims check for a draft. */
export interface JudgedDraft {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  /** Each claim as `verdict: its words`. */
  readonly verdictLines: readonly string[];
}

/** A reference with one plain source. */
export function referenceTo(source: string): Reference {
  return referenceFromSources([{ name: 'source.txt', text: source }]);
}

/** Judges a draft by a source text, or by a reference. */
export function judgeDraft(source: string | Reference, draft: string): JudgedDraft {
  const reference = typeof source === 'string' ? referenceTo(source) : source;
  const report = runToCompletion(checkClaims(readProse(draft), reference));
  const claims = runToCompletion(report.claims());
  return {
    findings: report.findings,
    claims,
    verdictLines: claims.map(
      ({ verdict, span }) => `${verdict}: ${draft.slice(span.start, span.end)}`,
    ),
  };
}

/** The verdicts alone, in order. */
export function verdicts(source: string, draft: string): readonly string[] {
  return judgeDraft(source, draft).claims.map(({ verdict }) => verdict);
}

/** True if no claim of a draft is contradicted. */
export function isUncontradicted(source: string, draft: string): boolean {
  return !verdicts(source, draft).includes('contradicted');
}

/** The places of the contradictions in a draft. */
export function contradictionsIn(draft: string, reference: Reference): readonly Span[] {
  return runToCompletion(checkClaims(readProse(draft), reference))
    .findings.filter(({ code }) => code === 'claim/contradicted')
    .map(({ span }) => span);
}

/** The verdict on a single statement, and the words of its contradiction. */
export function judgeStatement(
  statement: string,
  reference: Reference,
): { readonly verdict: string; readonly words: string } {
  const { claims, findings } = judgeDraft(reference, statement);
  const contradiction = findings.find(({ code }) => code === 'claim/contradicted');
  if (contradiction !== undefined) {
    const { start, end } = contradiction.span;
    return { verdict: 'contradicted', words: statement.slice(start, end) };
  }
  const isSupported = claims.length > 0 && claims.every(({ verdict }) => verdict === 'supported');
  return { verdict: isSupported ? 'supported' : 'unsupported', words: '' };
}

/** Each contradiction as `its words > its preferred fix`, with “-” for no fix. */
export function contradictions(source: string, draft: string): readonly string[] {
  return judgeDraft(source, draft)
    .findings.filter(({ code }) => code === 'claim/contradicted')
    .map(({ span, fixes }) => {
      const edit = fixes.find(({ preferred }) => preferred)?.edits[0];
      const fixed =
        edit === undefined
          ? '-'
          : draft.slice(span.start, edit.span.start) +
            edit.newText +
            draft.slice(edit.span.end, span.end);
      return `${draft.slice(span.start, span.end)} > ${fixed}`;
    });
}
