import { Overlaps } from '../prose/overlaps.js';
import type { Prose } from '../prose/prose.js';
import { type CooperativeTask, runToCompletion } from '../prose/cooperativeTask.js';
import type { Reference } from '../reference/reference.js';
import { type ClaimReport, checkClaims } from './claims/claims.js';
import type { Claim, Finding } from './finding.js';
import { checkNames } from './names/names.js';
import { checkQuotes } from './quotes/quotes.js';
import { checkSentences } from './sentences/checkSentences.js';
import { checkStyle } from './style/style.js';

/** All that the desk has to say of a draft, in the order it stands in the text. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Made out when first asked for. */
  readonly claims: readonly Claim[];
  /** False where no source covers the draft, or there is none; nothing is then said of what the sources lack. */
  readonly isCovered: boolean;
}

/** Checks a draft against a reference. Nothing is suppressed here. */
export function checkDraft(draft: Prose, reference: Reference): Report {
  return runToCompletion(checkDraftTask(draft, reference));
}

/** What `checkDraft` does, in slices of a sentence or a few. */
export function* checkDraftTask(draft: Prose, reference: Reference): CooperativeTask<Report> {
  const quotes = yield* checkQuotes(draft, reference);
  const claims = yield* checkClaims(draft, reference, quotes.claims);
  const names = yield* checkNames(draft, reference);
  const sentences = yield* checkSentences(draft);
  const style = yield* checkStyle(draft);
  const { facts, quotes: recorded } = reference.base;
  const isUncovered = claims.findings.some(({ code }) => code === 'reference/uncovered');
  const findings = [
    ...names,
    ...withoutNames(sentences, names),
    ...style,
    ...claims.findings,
    ...(isUncovered ? quotes.findings.filter(isRecorded) : quotes.findings),
  ];
  yield;
  const isCovered = facts.length + recorded.length > 0 && !isUncovered;
  return new WholeReport(inOrder(findings), isCovered, claims.claims, quotes.claims);
}

/** The report with other findings in place of its own, as when some are suppressed. */
export function withFindings(report: Report, findings: readonly Finding[]): Report {
  const ordered = inOrder(findings);
  return report instanceof WholeReport ? report.with(ordered) : { ...report, findings: ordered };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A report whose claims are made out when somebody asks, as that may take as long as all the rest. */
class WholeReport implements Report {
  readonly findings: readonly Finding[];
  readonly isCovered: boolean;
  readonly #statements: ClaimReport['claims'];
  readonly #quotes: readonly Claim[];
  #claims: readonly Claim[] | undefined;

  constructor(
    findings: readonly Finding[],
    isCovered: boolean,
    statements: ClaimReport['claims'],
    quotes: readonly Claim[],
  ) {
    this.findings = findings;
    this.isCovered = isCovered;
    this.#statements = statements;
    this.#quotes = quotes;
  }

  with(findings: readonly Finding[]): WholeReport {
    return new WholeReport(findings, this.isCovered, this.#statements, this.#quotes);
  }

  get claims(): readonly Claim[] {
    return runToCompletion(this.inSlices());
  }

  *inSlices(): CooperativeTask<readonly Claim[]> {
    return (this.#claims ??= oneVerdictEach(yield* this.#statements(), this.#quotes).sort(
      (a, b) => a.span.start - b.span.start,
    ));
  }
}

/**
 * The claims of a report, made out in slices where that is still to do. Whoever asks for them after that has
 * them at once.
 */
export function* claimsTask(report: Report): CooperativeTask<readonly Claim[]> {
  return report instanceof WholeReport ? yield* report.inSlices() : report.claims;
}

/** True for what is told of words that a source has, if nearly or from somebody else. */
function isRecorded({ code }: Finding): boolean {
  return code !== 'quote/unsupported';
}

/** A name without its capital is told once: by the name check where it knows the name. */
function withoutNames(
  sentences: readonly Finding[],
  names: readonly Finding[],
): readonly Finding[] {
  const known = new Overlaps(names.filter(({ code }) => code !== 'name/unknown'));
  return sentences.filter(
    ({ code, span }) => code !== 'sentence/lowercase-start' || known.with(span).length === 0,
  );
}

/** A sentence with a quote is one claim: the quote's, unless the words around it are contradicted. */
function oneVerdictEach(claims: readonly Claim[], quotes: readonly Claim[]): Claim[] {
  const around = new Overlaps(claims);
  const quoted = new Overlaps(quotes);
  return [
    ...claims.filter(({ span }) => quoted.with(span).length === 0),
    ...quotes.map((quote) => {
      const wrong = around.with(quote.span).find(({ verdict }) => verdict === 'contradicted');
      return quote.verdict === 'supported' && wrong !== undefined
        ? withVerdictOf(wrong, quote)
        : quote;
    }),
  ];
}

function withVerdictOf({ verdict, score, evidence, note }: Claim, { span }: Claim): Claim {
  return { span, verdict, score, evidence, note, isQuote: true };
}
