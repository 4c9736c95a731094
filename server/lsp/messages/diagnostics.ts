import { DocumentDiagnosticRequest, WorkspaceDiagnosticRequest } from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The messages of a client that pulls diagnostics. */
export const DIAGNOSTIC_MESSAGES: readonly Message[] = [
  request(
    DocumentDiagnosticRequest.type,
    PARAMETER_RULES.onDocument,
    ({ session }, params, token) => session.diagnostics.pull(params, token),
  ),
  request(
    WorkspaceDiagnosticRequest.type,
    PARAMETER_RULES.previousResults,
    ({ session }, params, token) => session.diagnostics.pullWorkspace(params, token),
  ),
];
