import { CodeActionKind, type SemanticTokensLegend } from 'vscode-languageserver-types';

// What a client is told of the features before anything of them is loaded.

/** Mends every mechanical break of a draft at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.copydesk`;

/** The command of a client that shows the fact sheet of the draft at the address it is given. */
export const SHOW_FACT_SHEET = 'copydesk.showFactSheet';

/**
 * What sends a client to ask while somebody types: the letters of a name, the end of a quotation, a
 * code in a comment. Editors leave words in Markdown alone, so nobody else speaks up at these.
 */
export const COMPLETION_TRIGGERS: readonly string[] =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ”"’\',/ '.split('');

/** What words of a draft can be; the order is that of the protocol's numbers. */
export const SEMANTIC_TOKEN_TYPES = [
  'knownName',
  'unknownName',
  'quote',
  'attribution',
  'placeholder',
] as const;

/** The kinds as the protocol announces them; `package.json` gives each its colour. */
export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...SEMANTIC_TOKEN_TYPES],
  tokenModifiers: [],
};
