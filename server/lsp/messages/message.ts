import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type NotificationType,
  type RequestType,
  ResponseError,
} from 'vscode-languageserver';
import type { ClientConnection } from '../clientConnection.js';
import type { LanguageServer } from '../languageServer.js';
import { type ParameterRules, validate } from '../parameterValidation.js';
import { type RequestFailure, isRequestFailure } from '../requestFailure.js';

/** The open server that handles messages, with the client that sends them. */
export interface Recipient extends LanguageServer {
  readonly client: ClientConnection;
}

/** Who handles the messages of a connection. */
export interface Reception {
  /** Opens the server with the first call; `undefined` before `initialize`. */
  readonly recipient: (() => Promise<Recipient>) | undefined;
  /** Logs that a notification was ignored. */
  readonly warn: (message: string) => void;
}

/** A row of a table of messages: a method of the protocol and its handler. */
export interface Message {
  readonly method: string;
  /** Starts to handle messages with this method. */
  readonly listen: (connection: Connection, reception: Reception) => void;
}

/**
 * A notification and its handler. It is ignored before `initialize`, as the protocol requires, and
 * if its parameters are invalid.
 */
export function notification<Params>(
  type: NotificationType<Params>,
  rules: ParameterRules,
  handle: (recipient: Recipient, params: Params) => void,
): Message {
  return {
    method: type.method,
    listen: (connection, reception) => {
      connection.onNotification(type, async (params) => {
        const { recipient, warn } = reception;
        if (recipient === undefined) return;
        const problem = validate(params, rules);
        if (problem === undefined) handle(await recipient(), params);
        else warn(`An invalid message was ignored: ${problem}`);
      });
    },
  };
}

/** A result as the library accepts it: `undefined` for `null`. */
type Sendable<Result> = Result extends null ? Result | undefined : Result;

/**
 * A request and its handler. It is rejected before `initialize` and if its parameters are invalid.
 * The result of a cancelled request is dropped; `undefined` is sent as `null`.
 */
export function request<Params, Result, Data>(
  type: RequestType<Params, Result, Data>,
  rules: ParameterRules,
  handle: (
    recipient: Recipient,
    params: Params,
    token: CancellationToken,
  ) => Promise<Sendable<Result> | RequestFailure>,
): Message {
  return {
    method: type.method,
    listen: (connection, reception) => {
      const answer = async (
        params: Params,
        token: CancellationToken,
      ): Promise<Sendable<Result> | ResponseError<Data>> => {
        const { recipient } = reception;
        if (recipient === undefined) {
          const reason = 'Requests before “initialize” are not answered.';
          return new ResponseError(ErrorCodes.ServerNotInitialized, reason);
        }
        const problem = validate(params, rules);
        if (problem !== undefined) return new ResponseError(ErrorCodes.InvalidParams, problem);
        const result = await handle(await recipient(), params, token);
        if (token.isCancellationRequested) {
          return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
        }
        return isRequestFailure(result)
          ? new ResponseError(LSPErrorCodes.RequestFailed, result.reason)
          : result;
      };
      connection.onRequest(type, answer);
    },
  };
}
