import {
  CodeLensRequest,
  HoverRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests for what an editor shows in or over the text of a draft, except diagnostics. */
export const ANNOTATION_MESSAGES: readonly Message[] = [
  request(HoverRequest.type, PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
    handlers.annotations.hover(params, token),
  ),
  request(CodeLensRequest.type, PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
    handlers.annotations.codeLenses(params, token),
  ),
  request(SemanticTokensRequest.type, PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
    handlers.annotations.semanticTokens(params, token),
  ),
  request(SemanticTokensRangeRequest.type, PARAMETER_RULES.inRange, ({ handlers }, params, token) =>
    handlers.annotations.semanticTokens(params, token),
  ),
];
