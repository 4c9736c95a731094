import { type Block, type Prose, placeOf, sentencesOf } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import type { Reference } from '../../reference/reference.js';
import { uncoveredFinding } from '../coverage.js';
import { type Claim, DEFAULT_SEVERITY, type Evidence, type Finding, type Fix } from '../finding.js';
import { replacement } from '../fix.js';
import type { Stretch } from './alignment.js';
import { isCheckworthy, isSoft, mayClaim } from './checkworthy.js';
import { type Cut, cutIntoClaims } from './clauses.js';
import { Discourse } from './coreference.js';
import { Archive, type Witness } from './evidence.js';
import { type Difference, differenceIn } from './slots/differences.js';
import type { Statement } from './statement.js';
import { type Support, weigh } from './support.js';
import { scoreOf, verdictOf } from './verdict.js';

/** What the check has to say of a draft's statements. */
export interface ClaimReport {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
}

/** A claim judged, with what the finding on it needs. */
interface Judged {
  readonly claim: Claim;
  readonly block: Block;
  readonly statement: Statement;
  readonly support: Support;
  readonly difference: Difference | undefined;
  /** True for what is told only where it is borne out, as a credit line is. */
  readonly quiet: boolean;
}

const archives = new WeakMap<Reference, Archive>();

/** Judges the draft's statements against the sources. Cannot throw. */
export function checkClaims(draft: Prose, reference: Reference): ClaimReport {
  if (reference.base.facts.length === 0) return { findings: [], claims: [] };
  const archive = archiveOf(reference);
  const discourse = new Discourse();
  const judged: Judged[] = [];
  for (const { block, sentence } of sentencesOf(draft)) {
    if (!mayClaim(block, sentence)) continue;
    const tokens = outsideQuotations(sentence, block);
    const statement = discourse.read(archive.takeApart(tokens));
    for (const cut of cutIntoClaims(statement)) {
      if (!isCheckworthy(statement, cut)) continue;
      judged.push(judge(archive, block, sentence, statement, cut));
    }
  }
  const told = judged.filter(({ claim, quiet }) => !quiet || claim.verdict === 'supported');
  const claims = told.map(({ claim }) => claim);
  const uncovered = uncoveredFinding(draft, claims);
  if (uncovered === undefined) return { findings: told.flatMap(findingsOf), claims };
  // What only looks like the source's event, in a story that no source covers, is another.
  return { findings: [uncovered], claims: claims.map(withoutAccusation) };
}

function withoutAccusation(claim: Claim): Claim {
  return claim.verdict === 'contradicted'
    ? { ...claim, verdict: 'unsupported', evidence: [] }
    : claim;
}

function archiveOf(reference: Reference): Archive {
  let archive = archives.get(reference);
  if (archive === undefined) {
    archive = new Archive(reference);
    archives.set(reference, archive);
  }
  return archive;
}

/** Words quoted at length are the quote check's to judge. */
const LONG_QUOTATION = 4;

function outsideQuotations(sentence: Sentence, block: Block): readonly Token[] {
  const long = block.quotations.filter(
    ({ inner }) =>
      block.text.slice(inner.start, inner.end).trim().split(/\s+/u).length >= LONG_QUOTATION,
  );
  if (long.length === 0) return sentence.tokens;
  return sentence.tokens.filter(
    (token) => !long.some(({ outer }) => outer.start <= token.start && token.end <= outer.end),
  );
}

function judge(
  archive: Archive,
  block: Block,
  sentence: Sentence,
  statement: Statement,
  cut: Cut,
): Judged {
  const stretch: Stretch = { statement, first: cut.first, last: cut.last };
  const witnesses = archive.witnesses(statement, cut.first, cut.last);
  const rarity = (word: string): number => archive.rarity(word);
  const support = weigh(stretch, witnesses, rarity);
  const difference = differenceIn({ claim: stretch, witnesses, rarity });
  const score = scoreOf(support.signs, difference !== undefined);
  const span = spanOf(statement, cut.first, cut.last);
  return {
    block,
    statement,
    support,
    difference,
    quiet: sentence.role === 'credit' || isSoft(statement, cut, block),
    claim: {
      span: placeOf(block, span),
      verdict: verdictOf(score, difference !== undefined),
      score,
      evidence: difference === undefined ? shownOf(support.bearers) : [difference.evidence],
    },
  };
}

function spanOf({ tokens }: Statement, first: number, last: number): Span {
  const start = tokens[first]?.start ?? 0;
  return { start, end: tokens[last]?.end ?? start };
}

/** A damaged sentence is nothing to show; it may have helped to weigh. */
function shownOf(bearers: readonly Witness[]): readonly Evidence[] {
  return bearers.filter(({ fact }) => !fact.shaky).map(evidenceOf);
}

function evidenceOf({ fact }: Witness): Evidence {
  return { source: fact.citation.source, line: fact.citation.line, text: fact.text };
}

function findingsOf({ claim, block, statement, difference }: Judged): readonly Finding[] {
  if (claim.verdict === 'contradicted' && difference !== undefined) {
    const code = 'claim/contradicted';
    const span = spanOf(statement, difference.first, difference.last);
    return [
      {
        code,
        severity: DEFAULT_SEVERITY[code],
        message: difference.message,
        span: placeOf(block, span),
        evidence: claim.evidence,
        fixes: fixesOf(block, span, difference),
      },
    ];
  }
  if (claim.verdict !== 'unsupported') return [];
  const code = 'claim/unsupported';
  return [
    {
      code,
      severity: DEFAULT_SEVERITY[code],
      message: 'Not found in your sources.',
      span: claim.span,
      evidence: claim.evidence,
      fixes: [],
    },
  ];
}

function fixesOf(block: Block, span: Span, { replacement: text }: Difference): readonly Fix[] {
  return text === undefined ? [] : [replacement(`Change to “${text}”`, block, span, text)];
}
