import { RequestHandlers } from './requestHandlers.js';
import type { ClientApi } from '../session/clientApi.js';
import type { SessionHost } from '../session/referenceStore.js';
import { Session } from '../session/session.js';
import { macrotask } from '../session/macrotask.js';

/** A language server with what it answers: all that is loaded once a client was told what it is offered. */
export interface LanguageServer {
  readonly server: Session;
  readonly answers: RequestHandlers;
}

/** Opens a desk for an editor, with what the host gives it. */
export function openLanguageServer(editor: ClientApi, stock: SessionHost): LanguageServer {
  const server = new Session(editor, stock, {
    timer: (run, milliseconds) => {
      const timeout = setTimeout(run, milliseconds);
      return () => clearTimeout(timeout);
    },
    soon: macrotask,
    now: () => performance.now(),
  });
  return { server, answers: new RequestHandlers(server, stock.open) };
}
