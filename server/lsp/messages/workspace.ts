import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  InitializedNotification,
  NotificationType,
} from 'vscode-languageserver';
import { INVALID_MESSAGE } from '../connectionOptions.js';
import { PARAMETER_RULES } from '../parameterValidation.js';
import { type Message, notification } from './message.js';

/** The messages about the workspace as a whole: its settings and files. */
export const WORKSPACE_MESSAGES: readonly Message[] = [
  notification(InitializedNotification.type, PARAMETER_RULES.anything, ({ client, session }) => {
    client.registerForSettings();
    session.changeSettings();
  }),
  notification(
    DidChangeConfigurationNotification.type,
    PARAMETER_RULES.settings,
    ({ client, session }, { settings }) => {
      client.receiveSettings(settings);
      session.changeSettings();
    },
  ),
  notification(
    DidChangeWatchedFilesNotification.type,
    PARAMETER_RULES.files,
    ({ session }, { changes }) =>
      session.changeFiles(
        changes.map(({ uri }) => uri),
        changes.filter(({ type }) => type === FileChangeType.Created).map(({ uri }) => uri),
      ),
  ),
  notification(
    new NotificationType<{ readonly body: string }>(INVALID_MESSAGE),
    PARAMETER_RULES.anything,
    ({ client }, { body }) =>
      client.log.warn(`A message was ignored because it is not an object: ${body}`),
  ),
];

/**
 * The message about folders that were added or removed. The library listens for it itself from
 * `initialize` on, so it must be registered after that.
 */
export const FOLDERS_MESSAGE: Message = notification(
  DidChangeWorkspaceFoldersNotification.type,
  PARAMETER_RULES.folders,
  ({ session }, { event }) => session.changeFolders(event),
);
