import { once } from 'node:events';
import { type Server, type Socket, createServer } from 'node:net';

/** The code of the message that asks for a password in clear text, which a server on the same machine may do. */
const ASK_FOR_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);

/** The offset of the parameters in the first message, after its length and the version. */
const PARAMETERS = 8;

/** The offset of the text in a message with a code, after that and its length. */
const TEXT = 5;

/**
 * A server that speaks PostgreSQL’s protocol up to the password, which it records, and rejects
 * everybody.
 */
export class LockedServer {
  /** Who wanted to log in, as “user in database”. */
  readonly logins: string[] = [];
  readonly passwords: string[] = [];
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
    server.on('connection', (socket) => this.#serve(socket));
  }

  /** Resolves to a server that listens on this machine. */
  static async start(): Promise<LockedServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port is free');
    return new LockedServer(server, address.port);
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  /** Each message of a client that logs in is small enough to come in one piece. */
  #serve(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.once('data', (startup) => {
      this.logins.push(loginOf(startup));
      socket.write(ASK_FOR_PASSWORD);
      socket.once('data', (answer) => {
        this.passwords.push(answer.subarray(TEXT, -1).toString());
        socket.end(refusal());
      });
    });
  }
}

function loginOf(startup: Buffer): string {
  const texts = startup.subarray(PARAMETERS).toString().split('\0');
  const valueOf = (name: string): string => texts[texts.indexOf(name) + 1] ?? '';
  return `${valueOf('user')} in ${valueOf('database')}`;
}

/** The message for a wrong password. */
function refusal(): Buffer {
  const fields = Buffer.from('SFATAL\0C28P01\0Mwrong password\0\0');
  const head = Buffer.alloc(TEXT);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
