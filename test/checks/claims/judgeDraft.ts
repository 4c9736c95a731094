import { checkClaims } from '../../../server/checks/claims/claims.js';
import type { Claim, Finding } from '../../../server/checks/finding.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { createReference } from '../../../server/reference/reference.js';

/** What the claims check says of a draft that is held against one plain source. */
export interface JudgedDraft {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  /** Each claim as `verdict: its words`. */
  readonly verdictLines: readonly string[];
}

/** Judges a draft by a source text. */
export function judgeDraft(source: string, draft: string): JudgedDraft {
  const { base } = buildBase([{ name: 'source.txt', text: source }]);
  const judged = runToCompletion(checkClaims(readProse(draft), createReference(base)));
  const claims = runToCompletion(judged.claims());
  return {
    findings: judged.findings,
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

/** The words that each contradiction points at, and what its preferred fix would put there. */
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
