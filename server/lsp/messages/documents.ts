import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
} from 'vscode-languageserver';
import { CursorsNotification, VisibleRangeNotification } from '../../../protocol/requests.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, notification } from './message.js';

/** The messages about open documents: their text, and where the reporter is in it. */
export const DOCUMENT_MESSAGES: readonly Message[] = [
  notification(DidOpenTextDocumentNotification.type, PARAMETER_RULES.open, ({ session }, params) =>
    session.editing.open(params),
  ),
  notification(
    DidChangeTextDocumentNotification.type,
    PARAMETER_RULES.change,
    ({ session }, params) => session.editing.change(params),
  ),
  notification(
    DidSaveTextDocumentNotification.type,
    PARAMETER_RULES.onDocument,
    ({ session }, { textDocument }) => session.editing.save(textDocument.uri),
  ),
  notification(
    DidCloseTextDocumentNotification.type,
    PARAMETER_RULES.onDocument,
    ({ session }, { textDocument }) => session.editing.close(textDocument.uri),
  ),
  notification(VisibleRangeNotification, PARAMETER_RULES.inRange, ({ session }, params) =>
    session.editing.changeVisibleRange(params),
  ),
  notification(CursorsNotification, PARAMETER_RULES.cursors, ({ session }, params) =>
    session.editing.moveCursors(params),
  ),
];
