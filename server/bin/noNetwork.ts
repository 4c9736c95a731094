/**
 * Replaces Node's sockets in every bundle. The protocol's packages can open them, but this program only
 * communicates over stdio or the editor's channel. Always throws.
 */
export function createServer(): never {
  throw new Error(
    'Copydesk uses no network: start it with --stdio or --node-ipc, not with a socket.',
  );
}

/** Like `createServer`. */
export const createConnection = createServer;
