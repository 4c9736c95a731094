import { CommentedDocumentRequest, DraftOfDocumentRequest } from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, request } from './message.js';

/** The requests about the Word document that a draft is made from. */
export const WORD_DOCUMENT_MESSAGES: readonly Message[] = [
  request(DraftOfDocumentRequest, PARAMETER_RULES.onDocument, ({ handlers }, params) =>
    handlers.wordDocuments.draft(params),
  ),
  request(
    CommentedDocumentRequest,
    PARAMETER_RULES.commentedDocument,
    ({ handlers }, params, token) => handlers.wordDocuments.commented(params, token),
  ),
];
