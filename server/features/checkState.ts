import type { CheckState } from '../../protocol/checkState.js';
import { UNCOVERED } from '../checks/coverage.js';
import type { Report } from '../checks/check.js';
import { type SignedClaims, openClaims, statusOfClaims } from './verdictSummary.js';
import { type Reference, isEmptyReference } from '../reference/reference.js';
import { countWithNoun } from '../reference/summary.js';

/**
 * The state of a draft's statements, which every view and the command line show. It computes the
 * claims of a covered draft, which takes little time because they have been judged by then.
 *
 * @param signed The checkers' decisions, which leave less to check.
 */
export function checkStateOf(report: Report, signed: SignedClaims = new Map()): CheckState {
  const { reference } = report;
  const isSample = reference.origin === 'sample';
  const archived = archivedState(report, signed);
  if (archived !== undefined) return archived;
  if (reference.origin === 'none')
    return { kind: 'noSources', text: NO_SOURCES, open: '', isSample };
  const unread = unreadNotice(reference);
  if (unread !== '' && isEmptyReference(reference)) {
    const text = `${unread}, so claims and quotes were not checked.`;
    return { kind: 'unreadable', text, open: '', isSample };
  }
  if (!report.isCovered)
    return {
      kind: 'uncovered',
      text: unread === '' ? UNCOVERED : `${UNCOVERED} ${unread}.`,
      open: '',
      isSample,
    };
  if (report.claims.length === 0) return { kind: 'nothing', text: NOTHING, open: '', isSample };
  const text = isSample ? CHECKED_AGAINST_SAMPLE : CHECKED;
  const open = openClaims(report.claims.map(statusOfClaims(report, signed)));
  return { kind: 'checked', text, open, isSample };
}

/** The state of a draft that an archive has something on; `undefined` for any other. */
function archivedState(report: Report, signed: SignedClaims): CheckState | undefined {
  // The claims have been computed by now only with an archive.
  if (report.queries === undefined || !report.isCovered) return undefined;
  if (!report.claims.some(({ isFromArchive }) => isFromArchive)) return undefined;
  const { reference } = report;
  const text = isEmptyReference(reference) ? CHECKED_AGAINST_ARCHIVE : CHECKED_AGAINST_BOTH;
  const open = openClaims(report.claims.map(statusOfClaims(report, signed)));
  return { kind: 'checked', text, open, isSample: reference.origin === 'sample' };
}

/**
 * A remark on a reference besides its contents, in one sentence; empty for sources that could be
 * read.
 */
export function referenceNotice(reference: Reference): string {
  switch (reference.origin) {
    case 'archive':
    case 'sources': {
      const unread = unreadNotice(reference);
      return unread === '' ? '' : `${unread}.`;
    }
    case 'sample':
      return 'Shipped summit reference (sample)';
    case 'none':
      return NO_SOURCES;
  }
}

/** “scan.pdf and 2 other sources could not be read”, “12 web pages of links.txt are not read”; empty if all could. */
function unreadNotice({ unreadable }: Reference): string {
  const pages = unreadable.filter(({ listedIn }) => listedIn !== undefined);
  const [page] = pages;
  const listed =
    page?.listedIn === undefined
      ? ''
      : `${countWithNoun(pages.length, 'web page')} listed in ${nameOf(page.listedIn.source)} ${pages.length === 1 ? 'is' : 'are'} not read`;
  const files = unreadable.filter(({ listedIn }) => listedIn === undefined);
  const [first] = files;
  if (first === undefined) return listed;
  const others = files.length - 1;
  const more = others === 0 ? '' : ` and ${countWithNoun(others, 'other source')}`;
  const failed = `${nameOf(first.path)}${more} could not be read`;
  return listed === '' ? failed : `${failed}, and ${listed}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const NO_SOURCES =
  'No sources yet: add articles, press releases or transcripts to the folder “sources”. Until then, claims and quotes are not checked.';
const NOTHING = 'This draft has no statement yet that can be checked against the sources.';
const CHECKED = 'Checked against your sources.';
const CHECKED_AGAINST_BOTH = 'Checked against your sources and your archive.';
const CHECKED_AGAINST_ARCHIVE = 'Checked against your archive.';
const CHECKED_AGAINST_SAMPLE = 'Checked against the shipped summit reference (sample).';
