import { evidencePlace } from '../../protocol/evidencePlace.js';
import { type FactSheet, sharedEntry } from '../../protocol/factSheet.js';
import { chosenText, signatureText } from '../../protocol/signOff.js';
import type { Draft } from '../checks/draft.js';
import { severityIn } from '../checks/severity.js';
import { shareableFinding } from '../checks/shareable.js';
import type { Span } from '../prose/span.js';

/** A remark on words of a draft for its writer. */
export interface DraftComment {
  /** UTF-16 units of the draft. */
  readonly span: Span;
  /** The author: “Copydesk”, or the initials of a checker. */
  readonly author: string;
  /** With a line for each passage of a source. */
  readonly text: string;
}

/** The author of findings. */
export const OWN_COMMENTS = 'Copydesk';

/** Upper bound on the passages of a finding that are worth reading in a comment. */
const MOST_PASSAGES = 2;

/**
 * The findings in a draft, and what checkers noted or found wrong, in the order of the draft,
 * without confidential text.
 *
 * @param sheet Its fact sheet.
 */
export function draftComments(
  { prose, report, severities, reference: { base } }: Draft,
  sheet: FactSheet,
): readonly DraftComment[] {
  const findings = report.findings
    .filter((finding) => severityIn(severities, finding) !== undefined)
    .map((finding) => shareableFinding(finding, base))
    .map(({ span, message, evidence }): DraftComment => {
      const passages = evidence
        .slice(0, MOST_PASSAGES)
        .map((one) => `${one.text} (${evidencePlace(one)})`);
      return { span, author: OWN_COMMENTS, text: [message, ...passages].join('\n') };
    });
  const { isCovered, entries, names } = sheet;
  const notes = [...(isCovered ? entries : []), ...names]
    .map(sharedEntry)
    .flatMap(({ range, signOff }) => {
      const span = { start: prose.lines.offset(range.start), end: prose.lines.offset(range.end) };
      const passages = (signOff.evidence ?? []).map(chosenText);
      return signOff.signatures
        .filter(({ decision, note }) => decision === 'rejected' || note !== '')
        .map((signature): DraftComment => {
          const text = [signatureText(signature), ...passages].join('\n');
          return { span, author: signature.by, text };
        });
    });
  return [...findings, ...notes].sort((a, b) => a.span.start - b.span.start);
}
