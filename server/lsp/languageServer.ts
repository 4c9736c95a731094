import { type Handlers, handlersOf } from './messages/handlers.js';
import type { ClientApi } from '../session/clientApi.js';
import type { Introduction } from '../session/clientInfo.js';
import type { SessionHost } from '../session/sessionHost.js';
import { Session } from '../session/session.js';
import { macrotask } from '../session/macrotask.js';

/** A session and the handlers of its requests: everything that is loaded after the answer to `initialize`. */
export interface LanguageServer {
  readonly session: Session;
  readonly handlers: Handlers;
}

/** Opens a session on a host with a client that has introduced itself. */
export function openLanguageServer(
  client: ClientApi,
  host: SessionHost,
  introduction: Introduction,
): LanguageServer {
  const clock = {
    timer: (run: () => void, milliseconds: number) => {
      const timeout = setTimeout(run, milliseconds);
      return () => clearTimeout(timeout);
    },
    macrotask,
    now: () => performance.now(),
  };
  const session = new Session(client, host, clock, introduction);
  return { session, handlers: handlersOf(session, host, client) };
}
