import type { LoopbackTransport } from '../../server/secondOpinion/loopback/transport.js';
import { isRecord } from '../../server/reference/isRecord.js';

/** A server on this machine, in memory: says what the test wants to each question. */
export class FakeServer implements LoopbackTransport {
  /** What was sent, as the last message has it. */
  readonly asked: string[] = [];
  readonly models: readonly string[];
  /** From this request on it fails. */
  failsFrom = Infinity;
  readonly #say: (user: string) => string;

  constructor(say: (user: string) => string, models: readonly string[] = ['mistral']) {
    this.#say = say;
    this.models = models;
  }

  readonly send: LoopbackTransport['send'] = ({ path, body = '' }) => {
    const text = path.endsWith('/models')
      ? JSON.stringify({ data: this.models.map((id) => ({ id })) })
      : this.#answer(body);
    return Promise.resolve({
      status: this.asked.length >= this.failsFrom ? 503 : 200,
      contentType: 'application/json',
      pieces: piecesOf(text),
      end: () => undefined,
    });
  };

  #answer(body: string): string {
    const request: unknown = JSON.parse(body);
    const messages: readonly unknown[] =
      isRecord(request) && Array.isArray(request.messages) ? (request.messages as unknown[]) : [];
    const last = messages.at(-1);
    const user = isRecord(last) ? String(last.content) : '';
    this.asked.push(user);
    return JSON.stringify({ choices: [{ message: { content: this.#say(user) } }] });
  }
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
