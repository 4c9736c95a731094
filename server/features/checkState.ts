import type { CheckState } from '../../protocol/checkState.js';
import { UNCOVERED } from '../checks/coverage.js';
import type { Report } from '../checks/check.js';
import { openClaims, statusOfClaims } from '../checks/verdictSummary.js';
import type { ReferenceOrigin } from '../reference/reference.js';

/**
 * What became of a draft's statements. Every view and the command line show this value. It computes the
 * claims of a covered draft, which takes little time as they are judged by then.
 */
export function checkStateOf(report: Report): CheckState {
  const isSample = report.reference.origin === 'sample';
  if (report.reference.origin === 'none')
    return { kind: 'noSources', text: NO_SOURCES, open: '', isSample };
  if (!report.isCovered) return { kind: 'uncovered', text: UNCOVERED, open: '', isSample };
  if (report.claims.length === 0) return { kind: 'nothing', text: NOTHING, open: '', isSample };
  const text = isSample ? CHECKED_AGAINST_SAMPLE : CHECKED;
  const open = openClaims(report.claims.map(statusOfClaims(report)));
  return { kind: 'checked', text, open, isSample };
}

/** What to know about a reference besides its contents, in one sentence; empty for the reporter's sources. */
export function originNotice(origin: ReferenceOrigin): string {
  switch (origin) {
    case 'sources':
      return '';
    case 'sample':
      return 'Shipped summit reference (sample)';
    case 'none':
      return NO_SOURCES;
  }
}

const NO_SOURCES =
  'No sources yet: add articles, press releases or transcripts to the folder “sources”. Until then, claims and quotes are not checked.';
const NOTHING = 'This draft has no statement yet that can be checked against the sources.';
const CHECKED = 'Checked against your sources.';
const CHECKED_AGAINST_SAMPLE = 'Checked against the shipped summit reference (sample).';
