import { ReferenceRequest, SourceTextRequest } from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests for what the sources of a document contain. */
export const SOURCE_MESSAGES: readonly Message[] = [
  request(ReferenceRequest, PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
    handlers.sources.overview(params, token),
  ),
  request(SourceTextRequest, PARAMETER_RULES.onDocument, ({ handlers }, params) =>
    handlers.sources.text(params),
  ),
];
