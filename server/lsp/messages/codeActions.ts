import { CodeActionRequest } from 'vscode-languageserver';
import { TakeBackRequest } from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests for changes to a draft and to the files next to it, and the one that undoes them. */
export const CODE_ACTION_MESSAGES: readonly Message[] = [
  request(CodeActionRequest.type, PARAMETER_RULES.actions, ({ handlers }, params, token) =>
    handlers.codeActions.actions(params, token),
  ),
  request(TakeBackRequest, PARAMETER_RULES.takeBack, ({ handlers }, params, token) =>
    handlers.codeActions.takeBack(params, token),
  ),
];
