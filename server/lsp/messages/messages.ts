import { ANNOTATION_MESSAGES } from './annotations.js';
import { ASSISTANT_MESSAGES } from './assistants.js';
import { CODE_ACTION_MESSAGES } from './codeActions.js';
import { COMMAND_MESSAGES } from './commands.js';
import { COMPLETION_MESSAGES } from './completion.js';
import { DIAGNOSTIC_MESSAGES } from './diagnostics.js';
import { DOCUMENT_MESSAGES } from './documents.js';
import { FACT_SHEET_MESSAGES } from './factSheet.js';
import type { Message } from './message.js';
import { NAVIGATION_MESSAGES } from './navigation.js';
import { RENAME_MESSAGES } from './rename.js';
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
  ...ANNOTATION_MESSAGES,
  ...NAVIGATION_MESSAGES,
  ...COMPLETION_MESSAGES,
  ...CODE_ACTION_MESSAGES,
  ...RENAME_MESSAGES,
  ...FACT_SHEET_MESSAGES,
  ...SOURCE_MESSAGES,
  ...WORD_DOCUMENT_MESSAGES,
  ...ASSISTANT_MESSAGES,
  ...SECOND_OPINION_MESSAGES,
  ...COMMAND_MESSAGES,
];
