import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The behaviour of a server with models. */
export type Behaviour =
  | 'stream'
  | 'whole'
  /** Takes the request and never answers. */
  | 'slow'
  /** Breaks off in the middle of an answer. */
  | 'broken'
  /** Sends the request to another address. */
  | 'redirecting'
  | 'busy';

/** A server on the loopback interface that speaks the protocol of the real ones. */
export class ModelServer {
  /** The paths of all requests, and the texts of those to a model. */
  readonly paths: string[] = [];
  readonly asked: string[] = [];
  behaviour: Behaviour;
  /** The target of a redirecting server. */
  elsewhere = '';
  readonly #server: Server;
  readonly #say: (user: string) => string;

  private constructor(behaviour: Behaviour, say: (user: string) => string) {
    this.behaviour = behaviour;
    this.#say = say;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** Starts a server whose model answers with the result of `say` for the last message. */
  static async start(behaviour: Behaviour, say: (user: string) => string): Promise<ModelServer> {
    const started = new ModelServer(behaviour, say);
    started.#server.listen(0, '127.0.0.1');
    await once(started.#server, 'listening');
    return started;
  }

  /** The URL to which requests are sent. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.paths.push(request.url ?? '');
    if (request.method === 'GET') {
      const data = [{ id: 'mistral', object: 'model' }];
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ object: 'list', data }));
      return;
    }
    const body = JSON.parse(await text(request)) as {
      readonly messages: readonly { readonly content: string }[];
    };
    const user = body.messages.at(-1)?.content ?? '';
    this.asked.push(user);
    this.#write(response, this.#say(user));
  }

  #write(response: ServerResponse, content: string): void {
    switch (this.behaviour) {
      case 'whole':
        response.setHeader('Content-Type', 'application/json');
        response.end(
          JSON.stringify({
            object: 'chat.completion',
            choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
          }),
        );
        return;
      case 'stream':
        response.setHeader('Content-Type', 'text/event-stream');
        for (const piece of content.match(/[^]{1,9}/gu) ?? []) response.write(eventOf(piece));
        response.end('data: [DONE]\n\n');
        return;
      case 'broken':
        response.setHeader('Content-Type', 'text/event-stream');
        response.write(eventOf(content.slice(0, 10)), () => response.destroy());
        return;
      case 'redirecting':
        response.writeHead(307, { Location: this.elsewhere });
        response.end();
        return;
      case 'busy':
        response.writeHead(429);
        response.end();
        return;
      case 'slow':
        return;
    }
  }
}

function eventOf(content: string): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: null }];
  return `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices })}\n\n`;
}
