import { type ReadingRequest, type Readings, NO_READINGS } from '../inference/readings.js';
import { type CooperativeTask, runToCompletion } from '../prose/cooperativeTask.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { ArchiveEvidence, ArchiveQuery } from '../reference/archiveEvidence.js';
import { type Reference, NO_REFERENCE } from '../reference/reference.js';
import { withApostrophesInFixes } from './apostrophes.js';
import { archiveQueries, withArchive } from './archive.js';
import { checkArithmetic } from './arithmetic/arithmetic.js';
import { checkOrder } from './calendar/order.js';
import { checkWeekdays } from './calendar/weekdays.js';
import { type ClaimReport, checkClaims } from './claims/claims.js';
import { type Judging, judgementsOf } from './claims/judgements.js';
import { checkConsistency } from './consistency/consistency.js';
import { isAbout } from './coverage.js';
import type { Claim, DismissedFinding, Finding } from './finding.js';
import { checkHouseStyle } from './houseStyle/houseStyle.js';
import type { HouseStyle } from './houseStyle/styleRule.js';
import { checkNames } from './names/names.js';
import { withoutOwnPaper } from './ownPaper.js';
import { checkQuotes } from './quotes/quotes.js';
import {
  inWholeNames,
  withReportedOnce,
  withoutAbsent,
  withoutMisspelled,
  withoutOverlapping,
  withoutReportedNames,
} from './repeatedFindings.js';
import { checkSentences } from './sentences/checkSentences.js';
import { type SpellingOptions, DEFAULT_SPELLING } from './spelling/options.js';
import { checkSpelling } from './spelling/spelling.js';
import { checkStyle } from './style/style.js';

/** What a draft is checked with. */
export interface CheckBasis {
  readonly reference: Reference;
  /** The readings; `NO_READINGS` to check by rules alone. */
  readonly readings: Readings;
  readonly spelling: SpellingOptions;
  /** The newsroom's house style; absent if there is none. */
  readonly houseStyle?: HouseStyle | undefined;
  /** The answers of a newsroom's archive; absent if none is asked. */
  readonly archive?: ArchiveEvidence | undefined;
}

/** The results of checking a draft, in the order of the text. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Findings that the reporter dismissed; they are not among `findings`. */
  readonly dismissed: readonly DismissedFinding[];
  /** Computed on first access. */
  readonly claims: readonly Claim[];
  /**
   * False if no source covers the draft or there are no sources. Then nothing is reported as missing
   * from the sources.
   */
  readonly isCovered: boolean;
  /** What the draft was checked against. */
  readonly reference: Reference;
  /** What must be read before the verdicts on sentences and claims are final. */
  readonly unread: readonly ReadingRequest[];
  /** The limits that the draft exceeds, in a sentence each. */
  readonly leftOut: readonly string[];
  /**
   * All queries to the archive before the verdicts on claims are final, answered or not; absent
   * without an archive.
   */
  readonly queries?: readonly ArchiveQuery[];
  /** The claims and quotations on which the archive was not asked yet, in no order; absent without an archive. */
  readonly unasked?: readonly Span[];
}

/** Checks a draft against a reference by rules alone, with the default settings. */
export function checkDraft(draft: Prose, reference: Reference): Report {
  const basis = {
    reference,
    readings: NO_READINGS,
    spelling: DEFAULT_SPELLING,
  };
  return runToCompletion(checkDraftTask(draft, basis));
}

/**
 * Checks a draft as a cooperative task that yields after every few sentences; against the sample only a
 * draft about its subject. Nothing is suppressed here.
 */
export function* checkDraftTask(draft: Prose, basis: CheckBasis): CooperativeTask<Report> {
  const report = yield* checkAgainstSources(draft, basis);
  const { archive } = basis;
  if (archive === undefined) return report;
  const claims = yield* claimsTask(report);
  const { reference, dismissed, leftOut, judging } = report;
  const judgements = yield* judgementsOf(draft, reference, judging);
  // Of a draft that no source covers, the judge is asked nothing about the sources.
  const waiting = report.isCovered
    ? judgements.filter(({ unread }) => unread.length > 0).map(({ claim }) => claim.span)
    : [];
  const placed = yield* archiveQueries(draft, claims, judgements, waiting);
  const queries = [...new Map(placed.map(({ key, words }) => [key, { key, words }])).values()];
  const unasked = placed.filter(({ key }) => !archive.answered.has(key)).map(({ span }) => span);
  const { readings } = basis;
  const archived = yield* withArchive(draft, claims, report.findings, archive, {
    readings,
    waiting,
  });
  const isCovered = report.isCovered || archived.isCovered;
  const unread = [...report.unread, ...archived.unread];
  return { ...archived, isCovered, dismissed, reference, unread, leftOut, queries, unasked };
}

function* checkAgainstSources(draft: Prose, basis: CheckBasis): CooperativeTask<LazyReport> {
  const { reference } = basis;
  if (reference.origin !== 'sample') return yield* checkAgainst(draft, basis);
  if (yield* isAbout(draft, reference)) {
    const report = yield* checkAgainst(draft, basis);
    if (report.isCovered) return report;
  }
  return yield* checkAgainst(draft, { ...basis, reference: NO_REFERENCE });
}

function* checkAgainst(draft: Prose, basis: CheckBasis): CooperativeTask<LazyReport> {
  const { reference, readings } = basis;
  const quotes = yield* checkQuotes(draft, reference);
  const claims = yield* checkClaims(draft, reference, quotes.claims, readings);
  const names = yield* checkNames(draft, reference);
  const sentences = yield* checkSentences(draft, readings);
  const spelling = yield* checkSpelling(draft, reference, readings, basis.spelling);
  const style = yield* checkStyle(draft);
  const house = yield* checkHouseStyle(draft, basis.houseStyle);
  const weekdays = yield* checkWeekdays(draft, reference);
  const miscounts = yield* checkArithmetic(draft, reference);
  const isUncovered = claims.findings.some(({ code }) => code === 'reference/uncovered');
  const inconsistent = [
    ...(yield* checkOrder(draft)),
    ...(yield* checkConsistency(draft, reference, isUncovered ? undefined : claims.claims)),
  ];
  const { facts, quotes: recorded } = reference.base;
  const { findings: named } = names;
  const findings = [
    ...withoutOwnPaper(draft, named),
    ...withReportedOnce(withoutReportedNames(sentences.findings, named), spelling.findings, named),
    ...withoutOverlapping(style, [...spelling.findings, ...house]),
    ...house,
    ...weekdays,
    ...miscounts,
    ...inconsistent,
    ...withoutMisspelled(
      draft,
      withoutOwnPaper(
        draft,
        withoutAbsent(inWholeNames(draft, claims.findings, named), inconsistent),
      ),
      spelling.findings,
    ),
    ...(isUncovered ? quotes.findings.filter(isAboutRecordedQuote) : quotes.findings),
  ];
  yield;
  const isCovered = facts.length + recorded.length > 0 && !isUncovered;
  return new LazyReport(
    { findings: sortedByPosition(withApostrophesInFixes(draft, findings)), dismissed: [] },
    {
      isCovered,
      reference,
      unread: readings.isOn ? [...sentences.unread, ...claims.unread] : [],
      leftOut: [...names.leftOut, ...spelling.leftOut],
    },
    claims,
    quotes.claims,
  );
}

/** A copy of a report with other findings, after some were dismissed. */
export function withFindings(
  report: Report,
  { findings, dismissed }: Pick<Report, 'findings' | 'dismissed'>,
): Report {
  const ordered = { findings: sortedByPosition(findings), dismissed };
  return report instanceof LazyReport ? report.withFindings(ordered) : { ...report, ...ordered };
}

function sortedByPosition(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * A report that computes its claims on demand, because that may take as long as all other checks
 * together.
 */
class LazyReport implements Report {
  readonly findings: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
  readonly isCovered: boolean;
  readonly reference: Reference;
  readonly unread: readonly ReadingRequest[];
  readonly leftOut: readonly string[];
  /** How the claims were judged. */
  readonly judging: Judging;
  readonly #statements: Pick<ClaimReport, 'claims' | 'judging'>;
  readonly #quotes: readonly Claim[];
  #claims: readonly Claim[] | undefined;

  constructor(
    { findings, dismissed }: Pick<Report, 'findings' | 'dismissed'>,
    {
      isCovered,
      reference,
      unread,
      leftOut,
    }: Pick<Report, 'isCovered' | 'reference' | 'unread' | 'leftOut'>,
    statements: Pick<ClaimReport, 'claims' | 'judging'>,
    quotes: readonly Claim[],
  ) {
    this.findings = findings;
    this.dismissed = dismissed;
    this.isCovered = isCovered;
    this.reference = reference;
    this.unread = unread;
    this.leftOut = leftOut;
    this.judging = statements.judging;
    this.#statements = statements;
    this.#quotes = quotes;
  }

  withFindings(findings: Pick<Report, 'findings' | 'dismissed'>): LazyReport {
    return new LazyReport(findings, this, this.#statements, this.#quotes);
  }

  get claims(): readonly Claim[] {
    return runToCompletion(this.computeClaims());
  }

  *computeClaims(): CooperativeTask<readonly Claim[]> {
    return (this.#claims ??= oneVerdictEach(yield* this.#statements.claims(), this.#quotes).sort(
      (a, b) => a.span.start - b.span.start,
    ));
  }
}

/** The claims of a report, computed cooperatively. After that, `report.claims` is immediate. */
export function* claimsTask(report: Report): CooperativeTask<readonly Claim[]> {
  return report instanceof LazyReport ? yield* report.computeClaims() : report.claims;
}

/** True for a finding about words that a source has, even if altered or from another speaker. */
function isAboutRecordedQuote({ code }: Finding): boolean {
  return code !== 'quote/unsupported';
}

/** Makes a sentence with a quote one claim: the quote's, unless the words around it are contradicted. */
function oneVerdictEach(claims: readonly Claim[], quotes: readonly Claim[]): Claim[] {
  const around = new SpanIndex(claims);
  const quoted = new SpanIndex(quotes);
  return [
    ...claims.filter(({ span }) => quoted.overlapping(span).length === 0),
    ...quotes.map((quote) => {
      const wrong = around
        .overlapping(quote.span)
        .find(({ verdict }) => verdict === 'contradicted');
      return quote.verdict === 'supported' && wrong !== undefined
        ? withVerdictOf(wrong, quote)
        : quote;
    }),
  ];
}

function withVerdictOf({ verdict, score, evidence, note }: Claim, { span }: Claim): Claim {
  return { span, verdict, score, evidence, note, isQuote: true };
}
