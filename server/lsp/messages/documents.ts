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
    session.openDocument(params),
  ),
  notification(
    DidChangeTextDocumentNotification.type,
    PARAMETER_RULES.change,
    ({ session }, params) => session.changeDocument(params),
  ),
  notification(
    DidSaveTextDocumentNotification.type,
    PARAMETER_RULES.onDocument,
    ({ session }, { textDocument }) => session.saveDocument(textDocument.uri),
  ),
  notification(
    DidCloseTextDocumentNotification.type,
    PARAMETER_RULES.onDocument,
    ({ session }, { textDocument }) => session.closeDocument(textDocument.uri),
  ),
  notification(VisibleRangeNotification, PARAMETER_RULES.inRange, ({ session }, params) =>
    session.changeVisibleRange(params),
  ),
  notification(CursorsNotification, PARAMETER_RULES.cursors, ({ session }, params) =>
    session.moveCursors(params),
  ),
];
