import {
  CodeActionKind,
  type Position,
  type SemanticTokensLegend,
} from 'vscode-languageserver-types';

// The constants of the server's capabilities, which are sent before the features are loaded.

/** The kind of the code action that applies all fixes that need no decision. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The client's command that shows the fact sheet of a draft, given its URI. */
export const SHOW_FACT_SHEET = 'copydesk.showFactSheet';

/**
 * The client's command that writes the reporter's decision into another file than the draft, given
 * the edit and, if the decision can be taken back, an `UndoOffer`.
 */
export const STORE_DECISION = 'copydesk.storeDecision';

/** The client's command that opens a source beside the draft, given its URI and a 1-based line. */
export const SHOW_EVIDENCE = 'copydesk.showEvidence';

/**
 * The client's command that decides on a claim, given a `ClaimPlace` and, to skip the question, a
 * `ClaimDecision`.
 */
export const CHECK_CLAIM = 'copydesk.checkClaim';

/** The client's command that finds passages of the sources for a claim, given a `ClaimPlace`. */
export const FIND_IN_SOURCES = 'copydesk.findInSources';

/** The place of a claim. */
export interface ClaimPlace {
  /** The URI of the draft. */
  readonly draft: string;
  readonly position: Position;
}

/**
 * A checker's decision on a claim: sign it, sign it with a note, mark it as wrong, or withdraw the
 * signatures.
 */
export type ClaimDecision = 'checked' | 'noted' | 'rejected' | 'reopened';

/** The client's command that asks the reporter's own model about a claim, given the URI of its draft and a position. */
export const SECOND_OPINION = 'copydesk.secondOpinion';

/** The client's command that plays a recording beside the draft, given its URI with the second: “…#t=3847”. */
export const PLAY_RECORDING = 'copydesk.playRecording';

/**
 * The characters that make a client request completions while someone types: the letters of a name,
 * both ends of a quote, a code in a comment. Editors do not open the list inside words of Markdown
 * by themselves.
 */
export const COMPLETION_TRIGGERS: readonly string[] =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ“”"«‘’\',/ '.split('');

/** The types of semantic tokens, in the order of the protocol's numbers. */
export const SEMANTIC_TOKEN_TYPES = [
  'knownName',
  'unknownName',
  'quote',
  'attribution',
  'placeholder',
] as const;

/** The types in the form of the protocol; `package.json` assigns a colour to each. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...SEMANTIC_TOKEN_TYPES],
  tokenModifiers: [],
};
