import {
  CHECK_CLAIM,
  type ClaimDecision,
  type ClaimPlace,
  FIND_IN_SOURCES,
} from '../protocol/capabilityConstants.js';
import type { SignableEntry } from '../protocol/factSheet.js';
import { chosenText, signatureText } from '../protocol/signOff.js';

/** The part of a hover in which a checker decides on a claim. */
export interface CheckingPart {
  /** Who decided on the entry, why it is open again, and the chosen evidence, as plain text. */
  readonly lines: readonly string[];
  /** Links that run commands, with icons, as Markdown. */
  readonly links: string;
}

/**
 * The state of an entry and the actions that a hover offers for it.
 *
 * @param draft The URI of the draft.
 */
export function checkingPart({ signOff, range }: SignableEntry, draft: string): CheckingPart {
  const { signatures, reopened = '', evidence = [] } = signOff;
  const place: ClaimPlace = { draft, position: range.start };
  const decide = (label: string, decision: ClaimDecision): string =>
    link(label, CHECK_CLAIM, place, decision);
  const find = link('$(search) Find in Sources…', FIND_IN_SOURCES, place);
  const decisions =
    signatures.length > 0
      ? [decide('$(discard) Reopen', 'reopened')]
      : [decide('$(check) Checked', 'checked'), decide('$(comment) Wrong…', 'rejected')];
  return {
    lines: [
      ...signatures.map(signatureText),
      reopened,
      ...evidence.map((one) => `Evidence: ${chosenText(one)}`),
    ].filter((line) => line !== ''),
    links: [...decisions, find].join('\u2003'),
  };
}

/**
 * A link that runs a command of ours. Its argument is encoded, so that nothing in it ends the link.
 */
function link(label: string, command: string, ...given: readonly unknown[]): string {
  const parameters = encodeURIComponent(JSON.stringify(given)).replace(
    /[()]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${parameters})`;
}
