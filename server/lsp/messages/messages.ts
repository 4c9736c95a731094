import { ASSISTANT_MESSAGES } from './assistants.js';
import { COMMAND_MESSAGES } from './commands.js';
import { DIAGNOSTIC_MESSAGES } from './diagnostics.js';
import { DOCUMENT_MESSAGES } from './documents.js';
import { FACT_SHEET_MESSAGES } from './factSheet.js';
import { LANGUAGE_FEATURE_MESSAGES } from './languageFeatures.js';
import type { Message } from './message.js';
import { SECOND_OPINION_MESSAGES } from './secondOpinions.js';
import { SOURCE_MESSAGES } from './sources.js';
import { WORD_DOCUMENT_MESSAGES } from './wordDocuments.js';
import { WORKSPACE_MESSAGES } from './workspace.js';

/**
 * All messages that the server handles, by subject, except those that begin and end a connection
 * and the one about folders.
 */
export const MESSAGES: readonly Message[] = [
  ...WORKSPACE_MESSAGES,
  ...DOCUMENT_MESSAGES,
  ...DIAGNOSTIC_MESSAGES,
  ...LANGUAGE_FEATURE_MESSAGES,
  ...FACT_SHEET_MESSAGES,
  ...SOURCE_MESSAGES,
  ...WORD_DOCUMENT_MESSAGES,
  ...ASSISTANT_MESSAGES,
  ...SECOND_OPINION_MESSAGES,
  ...COMMAND_MESSAGES,
];
