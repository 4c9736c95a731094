import { URI, Utils } from 'vscode-uri';
import {
  FACT_SHEET_ORDER,
  type FactSheet,
  type FactSheetEntry,
} from '../../../protocol/factSheet.js';
import { claimsTask } from '../../checks/check.js';
import type { Claim, Finding, Verdict } from '../../checks/finding.js';
import { coversCode } from '../../checks/rules.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Span } from '../../prose/span.js';
import { checkStateOf } from '../checkState.js';
import { blockAt } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';

/** The fact sheet of a draft. A cooperative task, since evidence may have to be computed for each entry. */
export function* factSheetOf(draft: Draft): CooperativeTask<FactSheet> {
  const { uri, version, prose, report } = draft;
  const findings = new SpanIndex(
    report.findings.filter(({ code }) => coversCode('claim', code) || coversCode('quote', code)),
  );
  const headline = prose.blocks.find(({ kind, text }) => kind === 'heading' && text !== '');
  const entries: FactSheetEntry[] = [];
  for (const claim of yield* claimsTask(report)) {
    entries.push(entryOf(claim, draft, findings));
    yield;
  }
  return {
    uri,
    version,
    headline: headline?.text ?? '',
    isCovered: report.isCovered,
    state: checkStateOf(report),
    entries,
  };
}

/** The entries of a sheet grouped by verdict, those that need work first; empty if no source covers the draft. */
export function factSheetSections({ isCovered, entries }: FactSheet): readonly {
  readonly verdict: Verdict;
  readonly entries: readonly FactSheetEntry[];
}[] {
  if (!isCovered) return [];
  return FACT_SHEET_ORDER.map((verdict) => ({
    verdict,
    entries: entries.filter((entry) => entry.verdict === verdict),
  })).filter((section) => section.entries.length > 0);
}

/** The file name of the draft, and as the title its headline or, without one, the file name again. */
export function factSheetTitle({ uri, headline }: FactSheet): {
  readonly draft: string;
  readonly title: string;
} {
  const draft = fileName(uri);
  return { draft, title: headline === '' ? draft : headline };
}

function fileName(uri: string): string {
  try {
    return Utils.basename(URI.parse(uri));
  } catch {
    return uri;
  }
}

function entryOf(claim: Claim, draft: Draft, findings: SpanIndex<Finding>): FactSheetEntry {
  const { span, verdict, evidence, isQuote } = claim;
  return {
    kind: isQuote === true ? 'quote' : 'statement',
    verdict,
    text: textAt(span, draft),
    range: draft.prose.lines.range(span),
    messages: [...new Set(findings.overlapping(span).map(({ message }) => message))],
    evidence: evidence.map(({ source, line, text }) => {
      const uri = draft.uriOfSource(source);
      return { text, source, line, ...(uri === undefined ? {} : { uri }) };
    }),
  };
}

/** The text of a span of the draft without markup, on one line. */
function textAt({ start, end }: Span, { prose }: Draft): string {
  const block = blockAt(prose, { start, end: start + 1 });
  const text =
    block === undefined
      ? prose.text.slice(start, end)
      : block.text.slice(block.map.toProse(start), block.map.toProse(end));
  return text.replace(/\s+/gu, ' ').trim();
}
