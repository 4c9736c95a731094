import type { FactSheet, FactSheetEntry } from '../../../protocol/factSheet.js';
import { claimsTask } from '../../checks/check.js';
import { type Claim, type Finding, type Verdict, isOf } from '../../checks/finding.js';
import { Overlaps } from '../../prose/overlaps.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import { blockAt } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';

/**
 * The fact sheet of a draft, with an entry to a slice: what a verdict rests on may be found out only now.
 */
export function* factSheetOf(draft: Draft): CooperativeTask<FactSheet> {
  const { uri, version, prose, report } = draft;
  const told = new Overlaps(
    report.findings.filter(({ code }) => isOf('claim', code) || isOf('quote', code)),
  );
  const headline = prose.blocks.find(({ kind, text }) => kind === 'heading' && text !== '');
  const entries: FactSheetEntry[] = [];
  for (const claim of yield* claimsTask(report)) {
    entries.push(entryOf(claim, draft, told));
    yield;
  }
  return {
    uri,
    version,
    headline: headline?.text ?? '',
    isCovered: report.isCovered,
    entries,
  };
}

/** What needs work goes first. */
const SECTIONS: readonly Verdict[] = ['contradicted', 'unsupported', 'supported'];

/** The entries of a sheet by verdict, what needs work first; none where no source covers the draft. */
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

/** What a sheet is about: the name of the draft's file, and its headline or that name again. */
export function headlineOf({ uri, headline }: FactSheet): {
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
