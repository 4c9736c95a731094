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

/** True if all diagnostics are about a claim or a quote; anything else is better fixed first. */
export function areAboutClaims(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ code }) => /^(?:claim|quote)\//u.test(String(code)));
}

/**
 * The actions for the claim at a place of a draft: decide on it, take the decision back, and find
 * evidence. None if there is no claim. The claims of the draft must have been computed.
 *
 * @param stored The signatures in the draft.
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
