import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

const { actions, atPosition, completion, inRange, onDocument, references, rename, symbols } =
  PARAMETER_RULES;

/** The requests of the protocol that every editor knows, except those for diagnostics. */
export const LANGUAGE_FEATURE_MESSAGES: readonly Message[] = [
  request(HoverRequest.type, atPosition, ({ handlers }, params, token) =>
    handlers.hover(params, token),
  ),
  request(DefinitionRequest.type, atPosition, ({ handlers }, params, token) =>
    handlers.definition(params, token),
  ),
  request(CodeActionRequest.type, actions, ({ handlers }, params, token) =>
    handlers.codeActions(params, token),
  ),
  request(DocumentSymbolRequest.type, onDocument, ({ handlers }, params, token) =>
    handlers.documentSymbols(params, token),
  ),
  request(DocumentHighlightRequest.type, atPosition, ({ handlers }, params, token) =>
    handlers.highlights(params, token),
  ),
  request(ReferencesRequest.type, references, ({ handlers }, params, token) =>
    handlers.references(params, token),
  ),
  request(PrepareRenameRequest.type, atPosition, ({ handlers }, params, token) =>
    handlers.prepareRename(params, token),
  ),
  request(RenameRequest.type, rename, ({ handlers }, params, token) =>
    handlers.rename(params, token),
  ),
  request(WorkspaceSymbolRequest.type, symbols, ({ handlers }, params) =>
    handlers.workspaceSymbols(params),
  ),
  request(CompletionRequest.type, atPosition, ({ handlers }, params, token) =>
    handlers.completions(params, token),
  ),
  request(CompletionResolveRequest.type, completion, ({ handlers }, item) =>
    Promise.resolve(handlers.resolveCompletion(item)),
  ),
  request(CodeLensRequest.type, onDocument, ({ handlers }, params, token) =>
    handlers.codeLenses(params, token),
  ),
  request(SemanticTokensRequest.type, onDocument, ({ handlers }, params, token) =>
    handlers.semanticTokens(params, token),
  ),
  request(SemanticTokensRangeRequest.type, inRange, ({ handlers }, params, token) =>
    handlers.semanticTokens(params, token),
  ),
];
