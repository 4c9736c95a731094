import type { CodeLens } from 'vscode-languageserver';
import type { Draft } from '../checks/draft.js';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { claimsSummary } from '../checks/verdicts.js';

/**
 * What the sources say of a draft, in one line over its headline: “12 claims: 9 supported, 2
 * contradicted, 1 unsupported”. Empty where no source covers it. The line leads to the fact sheet
 * where the client shows one.
 */
export function codeLensesOf(draft: Draft, showsFactSheet: boolean): CodeLens[] {
  const { prose, report, uri } = draft;
  const headline = prose.blocks.find(({ kind }) => kind === 'heading') ?? prose.blocks[0];
  if (headline === undefined || !report.isCovered) return [];
  if (report.claims.every(({ verdict }) => verdict === 'unsupported')) return [];
  const title = claimsSummary(report.claims);
  // A command without a name is how the protocol writes a line that leads nowhere.
  const command = showsFactSheet
    ? { title, command: SHOW_FACT_SHEET, arguments: [uri] }
    : { title, command: '' };
  return [{ range: prose.lines.range(headline.map.whole), command }];
}
