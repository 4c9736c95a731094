/**
 * Stands in every bundle where the protocol's packages ask Node for sockets, which this program never
 * opens: it is talked to over stdio or the editor's channel. Throws.
 */
export function createServer(): never {
  throw new Error(
    'Copydesk uses no network: start it with --stdio or --node-ipc, not with a socket.',
  );
}

/** As `createServer`. */
export const createConnection = createServer;
