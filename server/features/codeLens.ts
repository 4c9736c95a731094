import type { CodeLens } from 'vscode-languageserver';
import type { Draft } from '../checks/draft.js';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { claimsSummary, statusOfClaims } from '../checks/verdictSummary.js';

/**
 * One line above the headline that sums up the claims: “12 claims: 9 supported, 2 contradicted, 1
 * unsupported”. Empty if no source covers the draft. Clicking it opens the fact sheet if the client
 * can show one.
 */
export function codeLensesOf(draft: Draft, showsFactSheet: boolean): CodeLens[] {
  const { prose, report, uri } = draft;
  const headline = prose.blocks.find(({ kind }) => kind === 'heading') ?? prose.blocks[0];
  if (headline === undefined || !report.isCovered) return [];
  if (report.claims.every(({ verdict }) => verdict === 'unsupported')) return [];
  const title = claimsSummary(report.claims.map(statusOfClaims(report)));
  // In the protocol, a lens that does nothing when clicked has a command with an empty name.
  const command = showsFactSheet
    ? { title, command: SHOW_FACT_SHEET, arguments: [uri] }
    : { title, command: '' };
  return [{ range: prose.lines.range(headline.map.extent), command }];
}
