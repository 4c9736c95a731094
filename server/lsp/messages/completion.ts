import { CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests for words that complete what is typed. */
export const COMPLETION_MESSAGES: readonly Message[] = [
  request(CompletionRequest.type, PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
    handlers.completion.completions(params, token),
  ),
  request(CompletionResolveRequest.type, PARAMETER_RULES.completion, ({ handlers }, item) =>
    Promise.resolve(handlers.completion.resolve(item)),
  ),
];
