import { frontMatterOf } from '../../prose/markdownGrammar.js';
import { sectionsOf, headlineOf } from './factSheet.js';
import type { FactSheet, FactSheetEntry } from '../../../protocol/factSheet.js';
import { escapeMarkdown } from '../hover/markdown.js';
import { VERDICT_TITLES, claimsSummary } from '../../checks/verdicts.js';

/**
 * A fact sheet as Markdown with an item to tick off for each statement and quote. Its front matter
 * tells that it is no draft itself.
 */
export function factSheetMarkdown(sheet: FactSheet): string {
  const { draft, title } = headlineOf(sheet);
  const sections = sectionsOf(sheet).flatMap(({ verdict, entries }) => [
    `## ${VERDICT_TITLES[verdict]} (${entries.length})`,
    entries.map(itemOf).join('\n'),
  ]);
  return `${[
    `---\nfact-sheet: ${JSON.stringify(draft)}\n---`,
    `# Fact sheet: ${escapeMarkdown(title)}`,
    `${escapeMarkdown(draft)}. ${standing(sheet)}`,
    ...sections,
  ].join('\n\n')}\n`;
}

/** True for a Markdown text that says in its front matter that it is a fact sheet. */
export function isFactSheet(text: string): boolean {
  const front = frontMatterOf(text);
  return front !== undefined && /^fact-sheet[ \t]*:/mu.test(text.slice(front.start, front.end));
}

/** How the draft stands, in a sentence. */
export function standing({ isCovered, entries }: FactSheet): string {
  return isCovered
    ? `${claimsSummary(entries)}.`
    : 'No source covers this draft, so its claims and quotes were not judged.';
}

function itemOf({ range, text, messages, evidence }: FactSheetEntry): string {
  return [
    `- [ ] Line ${range.start.line + 1}: ${escapeMarkdown(text)}`,
    ...messages.map((message) => `  - ${escapeMarkdown(message)}`),
    ...evidence.map(
      (one) => `  - ${escapeMarkdown(one.text)} (${escapeMarkdown(`${one.source}:${one.line}`)})`,
    ),
  ].join('\n');
}
