import type { CodeLens } from 'vscode-languageserver';
import type { Draft } from '../checks/draft.js';
import type { StoredSignOff } from './factSheet/signOffFile.js';
import { signedClaimsOf } from './factSheet/signedClaims.js';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { claimsSummary, statusOfClaims } from './verdictSummary.js';

/**
 * One line above the headline that sums up the claims: “12 claims: 9 supported, 2 contradicted, 1
 * not in the sources”. Empty if no source covers the draft. Clicking it opens the fact sheet if the
 * client can show one.
 *
 * @param stored The signatures in the draft, which leave less to check.
 */
export function codeLensesOf(
  draft: Draft,
  showsFactSheet: boolean,
  stored: readonly StoredSignOff[] = [],
): CodeLens[] {
  const { prose, report, uri } = draft;
  const headline = prose.blocks.find(({ kind }) => kind === 'heading') ?? prose.blocks[0];
  if (headline === undefined || !report.isCovered) return [];
  if (report.claims.every(({ verdict }) => verdict === 'unsupported')) return [];
  const title = claimsSummary(
    report.claims.map(statusOfClaims(report, signedClaimsOf(draft, stored))),
  );
  // In the protocol, a lens that does nothing when clicked has a command with an empty name.
  const command = showsFactSheet
    ? { title, command: SHOW_FACT_SHEET, arguments: [uri] }
    : { title, command: '' };
  return [{ range: prose.lines.range(headline.map.extent), command }];
}
