import { Answers } from './requestHandlers.js';
import type { Editor } from '../session/clientApi.js';
import type { Stock } from '../session/referenceStore.js';
import { Server } from '../session/session.js';
import { soon } from '../session/macrotask.js';

/** A language server with what it answers: all that is loaded once a client was told what it is offered. */
export interface Desk {
  readonly server: Server;
  readonly answers: Answers;
}

/** Opens a desk for an editor, with what the host gives it. Cannot throw. */
export function openDesk(editor: Editor, stock: Stock): Desk {
  const server = new Server(editor, stock, {
    timer: (run, milliseconds) => {
      const timeout = setTimeout(run, milliseconds);
      return () => clearTimeout(timeout);
    },
    soon,
    now: () => performance.now(),
  });
  return { server, answers: new Answers(server, stock.open) };
}
