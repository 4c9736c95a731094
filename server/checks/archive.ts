import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { memoize } from '../prose/memoize.js';
import { type Block, type BlockContent, type Prose, draftSpanOf } from '../prose/prose.js';
import { type Span, contains } from '../prose/span.js';
import { SpanIndex } from '../prose/spanIndex.js';
import type { ArchiveEvidence, ArchiveQuery } from '../reference/archiveEvidence.js';
import { inWords } from '../reference/extraction/sourceDate.js';
import type { Reference } from '../reference/reference.js';
import { type Judgement, type Judging, judgementsOf } from './claims/judgements.js';
import type { Term } from './claims/statement/terms.js';
import { overlapsRange } from '../prose/tokenRange.js';
import type { Claim, Evidence, Finding } from './finding.js';
import { checkQuotes } from './quotes/quotes.js';

/** The claims and findings of a draft after an archive was asked what the sources do not answer. */
export interface ArchiveReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  /** True if the archive has enough of the draft to be about its subject. */
  readonly isCovered: boolean;
}

/** Fewer claims may be in the stories of another subject by chance. */
const FEW_SUPPORTED = 2;

/**
 * Lets an archive answer the claims that the sources neither support nor contradict. An archive is
 * about the past: it can show that something happened, but the present may differ. So it supports
 * statements in the past tense and is never the reason for a finding; everything else from it is a
 * note on a claim that stays unclear.
 */
export function* withArchive(
  draft: Prose,
  claims: readonly Claim[],
  findings: readonly Finding[],
  evidence: ArchiveEvidence,
): CooperativeTask<ArchiveReport> {
  const answers = yield* answersOf(draft, evidence);
  const local = new SpanIndex(claims);
  const used = answers.filter(({ span }) =>
    local.overlapping(span).every((claim) => !isAnswered(claim) && contains(span, claim.span)),
  );
  const answered = new SpanIndex(used);
  const isCovered = used.filter(({ verdict }) => verdict === 'supported').length >= FEW_SUPPORTED;
  return {
    claims: [...claims.filter(({ span }) => answered.overlapping(span).length === 0), ...used].sort(
      (a, b) => a.span.start - b.span.start,
    ),
    findings: findings.filter(({ code, span }) => {
      if (code === 'reference/uncovered') return !isCovered;
      return !OF_ABSENCE.has(code) || answered.overlapping(span).length === 0;
    }),
    isCovered,
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

/**
 * The archive's answers to the claims of a draft; a quotation takes precedence over the words
 * around it.
 */
function* answersOf(
  draft: Prose,
  { reference, links }: ArchiveEvidence,
): CooperativeTask<readonly Claim[]> {
  if (reference.base.facts.length + reference.base.quotes.length === 0) return [];
  const quotes = yield* checkQuotes(draft, reference);
  const messages = new SpanIndex(quotes.findings);
  const cite = citing(reference, links);
  const quoted = quotes.claims.filter(isAnswered).map((claim) => {
    const message = messages.overlapping(claim.span)[0]?.message;
    return cite(claim, { isSettled: true, message });
  });
  const around = new SpanIndex(quotes.claims);
  const judged = (yield* judgementsOf(draft, reference))
    .filter(({ claim }) => isAnswered(claim) && around.overlapping(claim.span).length === 0)
    .map((judgement) =>
      cite(judgement.claim, {
        isSettled: isPast(judgement),
        message: judgement.rationale.difference?.message,
      }),
    );
  return [...quoted, ...judged];
}

/** Turns an archive's verdict into a claim, with its date and link. */
function citing(
  { base }: Reference,
  links: ReadonlyMap<string, string>,
): (
  claim: Claim,
  about: { readonly isSettled: boolean; readonly message: string | undefined },
) => Claim {
  return (claim, { isSettled, message }) => {
    const { span, score, isQuote } = claim;
    const [first] = claim.evidence;
    const day = first && base.days?.get(first.source);
    const when = day === undefined ? '' : ` of ${inWords(day)}`;
    const evidence: readonly Evidence[] = claim.evidence.map((one) => {
      const link = links.get(one.source);
      return { ...one, isFromArchive: true, ...(link === undefined ? {} : { link }) };
    });
    const kept = {
      ...{ span, score, evidence, isFromArchive: true as const },
      ...(isQuote === undefined ? {} : { isQuote }),
    };
    if (claim.verdict === 'contradicted')
      return {
        ...kept,
        verdict: 'unclear',
        note: `Your archive${when} differs${message === undefined ? '.' : `: ${message}`}`,
      };
    return isSettled
      ? { ...kept, verdict: 'supported', note: `Only your archive${when} has this.` }
      : {
          ...kept,
          verdict: 'unclear',
          note: `Your archive${when} has this; it may have changed since.`,
        };
  };
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
 * source's additions, such as the full form of a name, may be confidential.
 *
 * @param judging As the claims were judged, so that nothing is judged again.
 */
export function* archiveQueries(
  draft: Prose,
  claims: readonly Claim[],
  reference: Reference,
  judging: Judging,
): CooperativeTask<readonly PlacedQuery[]> {
  const known = new SpanIndex(claims.filter(isAnswered));
  const isOpen = (span: Span): boolean => known.overlapping(span).length === 0;
  const judgements = yield* judgementsOf(draft, reference, judging);
  const inDraft = new Set(draft.blocks.flatMap(({ content }) => wordsInBlock(content)));
  yield;
  return [
    ...judgements
      .filter(({ claim }) => isOpen(claim.span))
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
