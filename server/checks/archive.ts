import type { JudgeRequest, Readings } from '../inference/readings.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { memoize } from '../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../prose/prose.js';
import { type Span, contains } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { ArchiveEvidence, ArchiveQuery } from '../reference/archiveEvidence.js';
import { inWords } from '../reference/extraction/sourceDate.js';
import type { Reference } from '../reference/reference.js';
import { type Judgement, judgementsOf } from './claims/judgements.js';
import type { Term } from './claims/statement/terms.js';
import { overlapsRange } from '../prose/tokenRange.js';
import type { Claim, Evidence, Finding, Verdict } from './finding.js';
import { checkQuotes } from './quotes/quotes.js';

/** The claims and findings of a draft after an archive was asked what the sources do not answer. */
export interface ArchiveReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  /** True if the archive has enough of the draft to be about its subject. */
  readonly isCovered: boolean;
  /** What the judge has still to read with the archive's passages. */
  readonly unread: readonly JudgeRequest[];
}

/** Fewer claims may be in the stories of another subject by chance. */
const FEW_SUPPORTED = 2;

/** What decides on the claims that an archive answers, in addition to its passages. */
interface ArchiveJudging {
  readonly readings: Readings;
  /** The claims that the judge has still to read with the sources' passages, which may answer them. */
  readonly waiting: readonly Span[];
}

/**
 * Lets an archive answer the claims that the sources neither support nor contradict. They are
 * judged as if its passages were sources. But an archive is about the past, and the present may
 * differ, so it only supports statements in the past tense and is never the reason for a finding;
 * everything else from it is a note on a claim that stays unclear.
 */
export function* withArchive(
  draft: Prose,
  claims: readonly Claim[],
  findings: readonly Finding[],
  evidence: ArchiveEvidence,
  { readings, waiting }: ArchiveJudging,
): CooperativeTask<ArchiveReport> {
  const { answers, undecided, pending } = yield* answersOf(draft, evidence, readings);
  const local = new SpanIndex(claims);
  const unread = new SpanIndex(waiting.map((span) => ({ span })));
  const isOpen = ({ span, isQuote }: Pick<Claim, 'span' | 'isQuote'>): boolean =>
    (isQuote === true || unread.overlapping(span).length === 0) &&
    local.overlapping(span).every((claim) => !isAnswered(claim) && contains(span, claim.span));
  const isMissing = ({ span }: Claim): boolean =>
    local.overlapping(span).every(({ verdict }) => verdict === 'unsupported');
  const used = [...answers, ...undecided.filter(isMissing)].filter(isOpen);
  const answered = new SpanIndex(used);
  const open = pending.filter(isOpen);
  // As long as the archive may have them, they are not reported as missing.
  const present = new SpanIndex([...used, ...open]);
  const isCovered = used.filter(({ verdict }) => verdict === 'supported').length >= FEW_SUPPORTED;
  return {
    claims: [...claims.filter(({ span }) => answered.overlapping(span).length === 0), ...used].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    findings: findings.filter(({ code, span }) => {
      if (code === 'reference/uncovered') return !isCovered;
      return !OF_ABSENCE.has(code) || present.overlapping(span).length === 0;
    }),
    isCovered,
    unread: open.flatMap(({ requests }) => requests),
  };
}

/** The codes of findings that no source has something. */
const OF_ABSENCE: ReadonlySet<string> = new Set(['claim/unsupported', 'quote/unsupported']);

/** Findings without those about missing things for which the archive was not asked yet. */
export function withoutUnanswered(
  findings: readonly Finding[],
  { unasked = [] }: { readonly unasked?: readonly Span[] },
): readonly Finding[] {
  if (unasked.length === 0) return findings;
  const open = new SpanIndex(unasked.map((span) => ({ span })));
  return findings.filter(
    ({ code, span }) => !OF_ABSENCE.has(code) || open.overlapping(span).length === 0,
  );
}

/** True for a claim on which the sources decide. */
function isAnswered({ verdict }: Claim): boolean {
  return verdict === 'supported' || verdict === 'contradicted';
}

/** A claim that the judge has still to read with the archive's passages. */
interface PendingClaim {
  readonly span: Span;
  readonly requests: readonly JudgeRequest[];
}

/** What an archive says of the claims of a draft. */
interface ArchiveAnswers {
  readonly answers: readonly Claim[];
  /** The claims that the judge has read with related passages, without being sure. */
  readonly undecided: readonly Claim[];
  readonly pending: readonly PendingClaim[];
}

/**
 * The archive's answers to the claims of a draft; a quotation takes precedence over the words
 * around it.
 */
function* answersOf(
  draft: Prose,
  { reference, links }: ArchiveEvidence,
  readings: Readings,
): CooperativeTask<ArchiveAnswers> {
  if (reference.base.facts.length + reference.base.quotes.length === 0)
    return { answers: [], undecided: [], pending: [] };
  const quotes = yield* checkQuotes(draft, reference);
  const messages = new SpanIndex(quotes.findings);
  const cite = citing(reference, links);
  const quoted = quotes.claims.filter(isAnswered).map((claim) => {
    const message = messages.overlapping(claim.span)[0]?.message;
    // Words that differ may be those of another day.
    return cite(claim, { isSettled: claim.verdict === 'supported', message });
  });
  const around = new SpanIndex(quotes.claims);
  const judgements = (yield* judgementsOf(draft, reference, { readings })).filter(
    ({ claim }) => around.overlapping(claim.span).length === 0,
  );
  const citeJudged = (judgement: Judgement): Claim =>
    cite(judgement.claim, {
      isSettled: isPast(judgement),
      message: judgement.rationale.difference?.message,
    });
  return {
    answers: [...quoted, ...judgements.filter(({ claim }) => isAnswered(claim)).map(citeJudged)],
    undecided: judgements.filter(isUndecided).map(citeJudged),
    pending: judgements
      .filter(({ unread }) => unread.length > 0)
      .map(({ claim: { span }, unread }) => ({ span, requests: unread })),
  };
}

/** True for a claim that the judge is not sure about, with passages that are worth showing. */
function isUndecided({ verdict, rationale, claim }: Judgement): boolean {
  return (
    verdict === 'unclear' && rationale.judged?.reading !== undefined && claim.evidence.length > 0
  );
}

/** What is known about an archive's answer apart from the claim. */
interface AnswerDetails {
  /** True if the archive's verdict is final. */
  readonly isSettled: boolean;
  /** How the claim differs. */
  readonly message: string | undefined;
}

/** Turns an archive's verdict into a claim, with its date and link. */
function citing(
  { base }: Reference,
  links: ReadonlyMap<string, string>,
): (claim: Claim, details: AnswerDetails) => Claim {
  return (claim, { isSettled, message }) => {
    const { span, score, isQuote } = claim;
    const [first] = claim.evidence;
    const day = first && base.days?.get(first.source);
    const when = day === undefined ? '' : ` of ${inWords(day)}`;
    const evidence: readonly Evidence[] = claim.evidence.map((one) => {
      const link = links.get(one.source);
      return { ...one, isFromArchive: true, ...(link === undefined ? {} : { link }) };
    });
    return {
      ...{ span, score, evidence, isFromArchive: true as const },
      // Among many stories some always resemble a claim without being about the same event.
      verdict: isSettled && claim.verdict === 'supported' ? 'supported' : 'unclear',
      note: noteOn(claim.verdict, when, { isSettled, message }),
      ...(isQuote === undefined ? {} : { isQuote }),
    };
  };
}

/** The note on a claim, by the archive's verdict; `when` is empty or such as “ of 12 March 2021”. */
function noteOn(verdict: Verdict, when: string, { isSettled, message }: AnswerDetails): string {
  switch (verdict) {
    case 'contradicted':
      return `Your archive${when} differs${message === undefined ? '.' : `: ${message}`}`;
    case 'supported':
      return isSettled
        ? `Only your archive${when} has this.`
        : `Your archive${when} has this; it may have changed since.`;
    default:
      return `Your archive${when} may have this.`;
  }
}

/** True if everything that a claim says has happened. */
function isPast({ statement, segment }: Judgement): boolean {
  const clauses = statement.clauses.filter(({ head }) =>
    overlapsRange(segment, { first: head, last: head }),
  );
  return clauses.length > 0 && clauses.every(({ group }) => group.certainty === 'past');
}

/** The maximum number of words in a query. */
const MOST_WORDS = 40;

/**
 * Upper bound on the queries about one draft: enough for 15,000 words. Claims after that are judged
 * by the sources alone.
 */
const MOST_QUERIES = 1_000;

/** Fewer words than this are a term or a title. */
const MIN_QUOTED_WORDS = 4;

/** Fewer words find anything. */
const MIN_WORDS = 2;

/** A search, and the claim or quotation that it is for. */
interface PlacedQuery extends ArchiveQuery {
  readonly span: Span;
}

/**
 * The searches for the claims that the sources do not answer. They have only words of the draft: a
 * source's additions, such as the full form of a name, may be confidential. Nothing is sent about a
 * claim that the sources may yet answer.
 *
 * @param judgements Those that the claims were made from.
 * @param waiting The claims that the judge has still to read with the sources' passages.
 */
export function* archiveQueries(
  draft: Prose,
  claims: readonly Claim[],
  judgements: readonly Judgement[],
  waiting: readonly Span[],
): CooperativeTask<readonly PlacedQuery[]> {
  const known = new SpanIndex(claims.filter(isAnswered));
  const unread = new SpanIndex(waiting.map((span) => ({ span })));
  const isOpen = (span: Span): boolean => known.overlapping(span).length === 0;
  const inDraft = new Set(draft.blocks.flatMap(({ content }) => wordsInBlock(content)));
  yield;
  return [
    ...judgements
      .filter(({ claim: { span } }) => isOpen(span) && unread.overlapping(span).length === 0)
      .map((judgement) => ({ span: judgement.claim.span, words: wordsOf(judgement, inDraft) })),
    ...draft.blocks.flatMap(quotedIn).filter(({ span }) => isOpen(span)),
  ]
    .map(({ span, words }) => ({ span, words: [...new Set(words)].slice(0, MOST_WORDS) }))
    .filter(({ words }) => words.length >= MIN_WORDS)
    .slice(0, MOST_QUERIES)
    .map(({ span, words }) => ({ span, key: words.join(' '), words }));
}

/** The names, content words and figures of a claim. */
function wordsOf(
  { statement, segment }: Judgement,
  inDraft: ReadonlySet<string>,
): readonly string[] {
  const inside = <Part extends { readonly first: number; readonly last: number }>(
    parts: readonly Part[],
  ): readonly Part[] => parts.filter((part) => overlapsRange(segment, part));
  const written = ({ first, last }: Pick<Term, 'first' | 'last'>): readonly string[] =>
    statement.tokens.slice(first, last + 1).flatMap(({ text }) => splitIntoWords(text));
  const wordsOfTerm = (term: Term): readonly string[] => {
    if (term.kind !== 'name') return splitIntoWords(term.word);
    const known = splitIntoWords(term.entity?.name ?? term.word).filter((word) =>
      inDraft.has(word),
    );
    return term.resolved ? known : [...written(term), ...known];
  };
  const figures = [...inside(statement.quantities), ...inside(statement.dates)];
  return [...inside(statement.terms).flatMap(wordsOfTerm), ...figures.flatMap(written)];
}

const wordsInBlock = memoize(({ text }: BlockContent) => splitIntoWords(text));

/** The quotations of a block, with their places. */
function quotedIn(
  block: Block,
): readonly { readonly span: Span; readonly words: readonly string[] }[] {
  return block.quotations
    .map(({ inner }) => ({
      span: draftSpanOf(block, inner),
      words: splitIntoWords(block.text.slice(inner.start, inner.end)),
    }))
    .filter(({ words }) => words.length >= MIN_QUOTED_WORDS);
}

function splitIntoWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,'’]\p{N}+)*/gu) ?? [];
}
