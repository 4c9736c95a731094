import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Position,
} from 'vscode-languageserver-types';
import {
  CHECK_CLAIM,
  type ClaimDecision,
  type ClaimPlace,
  FIND_IN_SOURCES,
} from '../../../protocol/capabilityConstants.js';
import type { Draft } from '../../checks/draft.js';
import type { StoredSignOff } from '../factSheet/signOffFile.js';
import { signedClaimsOf } from '../factSheet/signedClaims.js';
import { claimAt } from '../hover/claimAt.js';

/** True if none of the diagnostics is about anything but a claim or a quote, which somebody would rather put right first. */
export function areAboutClaims(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ code }) => /^(?:claim|quote)\//u.test(String(code)));
}

/**
 * What a checker can do with the claim at a place of a draft: decide on it, or take that back, and find evidence for it.
 * None if there is no claim. The claims of the draft have to be computed.
 *
 * @param stored What was signed in the draft.
 */
export function claimActions(
  draft: Draft,
  position: Position,
  stored: readonly StoredSignOff[],
): readonly CodeAction[] {
  const claim = draft.report.isCovered
    ? claimAt(draft, draft.prose.lines.offset(position))
    : undefined;
  if (claim === undefined) return [];
  const place: ClaimPlace = { draft: draft.uri, position };
  const decide = (title: string, decision: ClaimDecision): CodeAction =>
    action(title, CHECK_CLAIM, place, decision);
  const find = action('Find in sources…', FIND_IN_SOURCES, place);
  return signedClaimsOf(draft, stored).has(claim)
    ? [decide('Reopen', 'reopened'), find]
    : [decide('Mark as checked', 'checked'), decide('Wrong: tell the writer…', 'rejected'), find];
}

function action(title: string, command: string, ...given: readonly unknown[]): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred: false,
    command: { title, command, arguments: [...given] },
  };
}
