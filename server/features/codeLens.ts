import type { CodeLens } from 'vscode-languageserver';
import type { Verdict } from '../checks/finding.js';
import type { Draft } from './draft.js';
import { counted } from './summary.js';

/** The command of a client that shows the fact sheet of the draft at the address it is given. */
export const SHOW_FACT_SHEET = 'copydesk.showFactSheet';

const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unsupported'];

/**
 * What the sources say of a draft, in one line over its headline: “12 claims: 9 supported, 2
 * contradicted, 1 unsupported”. Empty where no source covers it. The line leads to the fact sheet
 * where the client shows one. Cannot throw.
 */
export function codeLensesOf(draft: Draft, showsFactSheet: boolean): CodeLens[] {
  const { prose, report, uri } = draft;
  const headline = prose.blocks.find(({ kind }) => kind === 'heading') ?? prose.blocks[0];
  const isCovered =
    report.claims.some(({ verdict }) => verdict !== 'unsupported') &&
    report.findings.every(({ code }) => code !== 'reference/uncovered');
  if (headline === undefined || !isCovered) return [];
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: report.claims.filter((claim) => claim.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const shares = counts.map(({ count, verdict }) => `${count} ${verdict}`).join(', ');
  const title = `${counted(report.claims.length, 'claim')}: ${shares}`;
  // A command without a name is how the protocol writes a line that leads nowhere.
  const command = showsFactSheet
    ? { title, command: SHOW_FACT_SHEET, arguments: [uri] }
    : { title, command: '' };
  return [{ range: prose.lines.range(headline.map.whole), command }];
}
