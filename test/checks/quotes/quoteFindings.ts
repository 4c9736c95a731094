import assert from 'node:assert/strict';
import { type QuoteReport, checkQuotes } from '../../../server/checks/quotes/quotes.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { edited, expectSpans } from '../../marked.js';
import { HEARING } from './hearing.js';

/** The start of each draft, so that the sources cover it. */
export const LEAD =
  'The hearing in Whitby over the harbour wall went on. Ms. Adeyemi, an engineer, was questioned.\n\n';

/** Checks the quotations of a draft against the hearing’s records. */
export function check(draft: string): QuoteReport {
  return runToCompletion(checkQuotes(readProse(draft), HEARING));
}

/** Asserts that findings of one code are at the marked spans, and no others. */
export function expectFindings(code: string, source: string): void {
  expectSpans(LEAD + source, (text) =>
    check(text).findings.map((finding) => {
      assert.equal(finding.code, code, finding.message);
      return finding.span;
    }),
  );
}

/** Asserts that a draft has no findings. */
export function expectNoFindings(draft: string): void {
  assert.deepEqual(check(LEAD + draft).findings, []);
}

/** The draft after the preferred fix of its only finding. */
export function fixed(draft: string): string {
  const { findings } = check(LEAD + draft);
  assert.equal(findings.length, 1);
  const fix = findings[0]?.fixes.find(({ preferred }) => preferred);
  return edited(LEAD + draft, fix?.edits ?? []).slice(LEAD.length);
}

/** The messages of all findings of a draft. */
export function messages(draft: string): readonly string[] {
  return check(LEAD + draft).findings.map(({ message }) => message);
}

/** Each claim of a draft as `verdict: its words`. */
export function verdicts(draft: string): readonly string[] {
  return check(LEAD + draft).claims.map(
    ({ span, verdict }) => `${verdict}: ${(LEAD + draft).slice(span.start, span.end)}`,
  );
}
