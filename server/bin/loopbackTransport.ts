import { type IncomingMessage, request } from 'node:http';
import { type Socket, connect } from 'node:net';
import type {
  LoopbackAnswer,
  LoopbackRequest,
  LoopbackTransport,
} from '../secondOpinion/loopback/transport.js';

/** The addresses of this machine. A socket may be connected to nothing else. */
const LOOPBACK: ReadonlySet<string | undefined> = new Set(['127.0.0.1', '::1']);

/** Nobody listens there, or this machine has no such address. */
const NOBODY: ReadonlySet<string | undefined> = new Set(['ECONNREFUSED', 'EADDRNOTAVAIL']);

/**
 * Speaks HTTP with servers on this machine. No name is looked up, no proxy is used, and no
 * redirection is followed.
 */
export const transport: LoopbackTransport = {
  send: (asked) =>
    new Promise((resolve, reject) => {
      const { host, port, method, path, addressedAs, body, signal } = asked;
      const sent = request({
        // No other agent is used, and so no proxy of the environment.
        createConnection: () => connectTo(host, port),
        method,
        path,
        headers: { Host: addressedAs, ...headersFor(asked) },
        signal,
      });
      sent.on('response', (answer) => resolve(answerOf(answer)));
      sent.on('error', (error: NodeJS.ErrnoException) =>
        NOBODY.has(error.code) ? resolve(undefined) : reject(error),
      );
      sent.end(body);
    }),
};

function headersFor({ body }: LoopbackRequest): Readonly<Record<string, string | number>> {
  const accepted = { Accept: 'text/event-stream, application/json' };
  return body === undefined
    ? accepted
    : {
        ...accepted,
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      };
}

/**
 * Throws for any other host; if a socket is connected to anything else all the same, it is closed.
 */
function connectTo(host: string, port: number): Socket {
  if (!LOOPBACK.has(host)) throw new Error(`${host} is not this machine`);
  const socket = connect({ host, port });
  return socket.on('connect', () => {
    if (!LOOPBACK.has(socket.remoteAddress)) socket.destroy(new Error('not this machine'));
  });
}

function answerOf(answer: IncomingMessage): LoopbackAnswer {
  answer.setEncoding('utf8');
  return {
    status: answer.statusCode ?? 0,
    contentType: answer.headers['content-type'] ?? '',
    pieces: answer as AsyncIterable<string>,
    end: () => void answer.destroy(),
  };
}
