import { RequestHandlers } from './requestHandlers.js';
import type { ClientApi } from '../session/clientApi.js';
import type { SessionHost } from '../session/referenceStore.js';
import { Session } from '../session/session.js';
import { macrotask } from '../session/macrotask.js';

/** A session and the handlers of its requests: everything that is loaded after the answer to `initialize`. */
export interface LanguageServer {
  readonly session: Session;
  readonly handlers: RequestHandlers;
}

/** Opens a session with a client on a host. */
export function openLanguageServer(client: ClientApi, host: SessionHost): LanguageServer {
  const session = new Session(client, host, {
    timer: (run, milliseconds) => {
      const timeout = setTimeout(run, milliseconds);
      return () => clearTimeout(timeout);
    },
    macrotask,
    now: () => performance.now(),
  });
  return { session, handlers: new RequestHandlers(session, host, client) };
}
