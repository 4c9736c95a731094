import { claimsInSlices } from '../checks/check.js';
import { type Claim, type Finding, type Verdict, isOf } from '../checks/finding.js';
import { Overlaps } from '../prose/overlaps.js';
import type { Range } from '../prose/sourceMap.js';
import type { Slices } from '../prose/slices.js';
import type { Span } from '../prose/span.js';
import { blockAt } from '../checks/ignores/anchor.js';
import type { Draft } from './draft.js';

/** Every statement and quote of a draft that was held against the sources, with what they say of it. */
export interface FactSheet {
  /** The address of the draft. */
  readonly uri: string;
  readonly version: number;
  /** The words of the headline; empty where the draft has none. */
  readonly headline: string;
  /** False where no source covers the draft, so that nothing can be said of what they do not have. */
  readonly isCovered: boolean;
  /** In the order they stand in the draft. */
  readonly entries: readonly FactSheetEntry[];
}

/** A statement or a quote with its verdict. */
export interface FactSheetEntry {
  readonly kind: 'statement' | 'quote';
  readonly verdict: Verdict;
  /** The words of the draft, without markup, on one line. */
  readonly text: string;
  readonly range: Range;
  /** What the Problems panel tells of it, one sentence each. Empty where that is to stand. */
  readonly messages: readonly string[];
  /** What the verdict rests on. */
  readonly evidence: readonly FactSheetEvidence[];
}

/** What a source says. */
export interface FactSheetEvidence {
  readonly text: string;
  /** The source's name. */
  readonly source: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** The address at which an editor opens the source; left out where it is no file. */
  readonly uri?: string;
}

/**
 * The fact sheet of a draft, with an entry to a slice: what a verdict rests on may be found out only now. Cannot
 * throw.
 */
export function* factSheetOf(draft: Draft): Slices<FactSheet> {
  const { uri, version, prose, report } = draft;
  const told = new Overlaps(
    report.findings.filter(({ code }) => isOf('claim', code) || isOf('quote', code)),
  );
  const headline = prose.blocks.find(({ kind, text }) => kind === 'heading' && text !== '');
  const entries: FactSheetEntry[] = [];
  for (const claim of yield* claimsInSlices(report)) {
    entries.push(entryOf(claim, draft, told));
    yield;
  }
  return {
    uri,
    version,
    headline: headline?.text ?? '',
    isCovered: isCoveredDraft(draft),
    entries,
  };
}

/** False where the sources say nothing of what a draft is about, or there are none. Cannot throw. */
export function isCoveredDraft({ report, reference: { base } }: Draft): boolean {
  return (
    base.facts.length + base.quotes.length > 0 &&
    report.findings.every(({ code }) => code !== 'reference/uncovered')
  );
}

/** What needs work goes first. */
const SECTIONS: readonly Verdict[] = ['contradicted', 'unsupported', 'supported'];

/** The entries of a sheet by verdict, what needs work first; none where no source covers the draft. Cannot throw. */
export function sectionsOf({ isCovered, entries }: FactSheet): readonly {
  readonly verdict: Verdict;
  readonly entries: readonly FactSheetEntry[];
}[] {
  if (!isCovered) return [];
  return SECTIONS.map((verdict) => ({
    verdict,
    entries: entries.filter((entry) => entry.verdict === verdict),
  })).filter((section) => section.entries.length > 0);
}

/** What a sheet is about: the name of the draft's file, and its headline or that name again. Cannot throw. */
export function subjectOf({ uri, headline }: FactSheet): {
  readonly draft: string;
  readonly title: string;
} {
  const draft = fileName(uri);
  return { draft, title: headline === '' ? draft : headline };
}

function fileName(uri: string): string {
  const name = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function entryOf(claim: Claim, draft: Draft, told: Overlaps<Finding>): FactSheetEntry {
  const { span, verdict, evidence, isQuote } = claim;
  return {
    kind: isQuote === true ? 'quote' : 'statement',
    verdict,
    text: wordsAt(span, draft),
    range: draft.prose.lines.range(span),
    messages: [...new Set(told.with(span).map(({ message }) => message))],
    evidence: evidence.map(({ source, line, text }) => {
      const uri = draft.addressOf(source);
      return { text, source, line, ...(uri === undefined ? {} : { uri }) };
    }),
  };
}

/** What a reader sees of a stretch of the draft. */
function wordsAt({ start, end }: Span, { prose }: Draft): string {
  const block = blockAt(prose, { start, end: start + 1 });
  const words =
    block === undefined
      ? prose.text.slice(start, end)
      : block.text.slice(block.map.toProse(start), block.map.toProse(end));
  return words.replace(/\s+/gu, ' ').trim();
}
