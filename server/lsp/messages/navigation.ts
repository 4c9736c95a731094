import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests for places in drafts and sources. */
export const NAVIGATION_MESSAGES: readonly Message[] = [
  request(DefinitionRequest.type, PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
    handlers.navigation.definition(params, token),
  ),
  request(DocumentSymbolRequest.type, PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
    handlers.navigation.documentSymbols(params, token),
  ),
  request(
    DocumentHighlightRequest.type,
    PARAMETER_RULES.atPosition,
    ({ handlers }, params, token) => handlers.navigation.highlights(params, token),
  ),
  request(ReferencesRequest.type, PARAMETER_RULES.references, ({ handlers }, params, token) =>
    handlers.navigation.references(params, token),
  ),
  request(WorkspaceSymbolRequest.type, PARAMETER_RULES.symbols, ({ handlers }, params) =>
    handlers.navigation.workspaceSymbols(params),
  ),
];
