import { ExecuteCommandRequest } from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The commands that the server runs for editors that have none of their own. */
export const COMMAND_MESSAGES: readonly Message[] = [
  // The only one is to ask for second opinions.
  request(ExecuteCommandRequest.type, PARAMETER_RULES.command, ({ handlers }, params, token) =>
    handlers.opinions.execute(params, token),
  ),
];
