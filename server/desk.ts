import { Answers } from './answers.js';
import type { Editor } from './editor.js';
import type { Stock } from './library.js';
import { Server } from './server.js';
import { soon } from './soon.js';

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
