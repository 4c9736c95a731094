import { AssistantRequest } from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The questions of assistants about the folder of a document. */
export const ASSISTANT_MESSAGES: readonly Message[] = [
  request(AssistantRequest, PARAMETER_RULES.assistant, ({ handlers }, params) =>
    handlers.assistants.ask(params),
  ),
];
