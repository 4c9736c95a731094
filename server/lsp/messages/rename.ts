import { PrepareRenameRequest, RenameRequest } from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests to rename a person, body or place in a draft. */
export const RENAME_MESSAGES: readonly Message[] = [
  request(PrepareRenameRequest.type, PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
    handlers.rename.prepare(params, token),
  ),
  request(RenameRequest.type, PARAMETER_RULES.rename, ({ handlers }, params, token) =>
    handlers.rename.rename(params, token),
  ),
];
