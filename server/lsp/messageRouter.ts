import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.js';
import type { LanguageServer } from './languageServer.js';
import { type Introduction, readClientInfo } from '../session/clientInfo.js';
import type { ClientApi } from '../session/clientApi.js';
import { ClientConnection } from './clientConnection.js';
import type { Reception, Recipient } from './messages/message.js';
import { MESSAGES } from './messages/messages.js';
import { FOLDERS_MESSAGE } from './messages/workspace.js';
import { PARAMETER_RULES, validate } from './parameterValidation.js';

/**
 * Connects a language server to a client and starts to listen. `initialize` is answered immediately; the
 * server is opened with the first message after that.
 */
export function listen(
  connection: Connection,
  openServer: (client: ClientApi, introduction: Introduction) => Promise<LanguageServer>,
  hasOwnModel = false,
): void {
  const client = new ClientConnection(connection);
  let introduction: InitializeParams | undefined;
  let opened: Promise<Recipient> | undefined;
  const open = async (given: InitializeParams): Promise<Recipient> => ({
    ...(await openServer(client, given)),
    client,
  });
  const reception: Reception = {
    get recipient() {
      const given = introduction;
      // All messages wait for the same promise, so that they are handled in the order in which
      // they arrived.
      return given && (() => (opened ??= open(given)));
    },
    warn: (message) => client.log.warn(message),
  };

  connection.onInitialize((params) => {
    const problem = validate(params, PARAMETER_RULES.initialize);
    if (problem !== undefined) return new ResponseError(ErrorCodes.InvalidParams, problem);
    // The library has just replaced all earlier listeners with its own.
    FOLDERS_MESSAGE.listen(connection, reception);
    introduction = params;
    client.initialize(params);
    return {
      capabilities: capabilitiesFor(
        params.capabilities,
        hasOwnModel && !readClientInfo(params).asksModels,
      ),
      serverInfo: { name: 'Copydesk' },
    };
  });
  connection.onShutdown(async () => (await opened)?.session.shutdown());
  for (const message of MESSAGES) message.listen(connection, reception);

  connection.listen();
}
