import { isRecord } from '../../reference/isRecord.js';
import { mayBecomeAnswer } from '../answer.js';
import { ModelFailure, type OpinionModel } from '../model.js';
import { withPatience } from '../patience.js';
import type { Prompt } from '../prompt.js';
import { type LoopbackAddress, isRefusal, loopbackAddress } from './address.js';
import type { LoopbackAnswer, LoopbackRequest, LoopbackTransport } from './transport.js';

/** How long a server may take to list its models, in seconds. */
const LISTING_SECONDS = 3;

/** The most UTF-16 units of an answer that are read, with what a model thinks aloud. */
const MOST_UNITS = 512 * 1024;

/** The most tokens that a model may write, with what it thinks aloud. */
const MOST_TOKENS = 2_048;

/** A model that a server on this machine offers over the protocol of OpenAI, as Ollama, LM Studio and llama.cpp speak it. */
export class LoopbackModel implements OpinionModel {
  readonly name: string;
  readonly place: string;
  readonly #transport: LoopbackTransport;
  readonly #address: LoopbackAddress;
  readonly #patience: number;

  /**
   * Throws a `ModelFailure` if the address is not on this machine.
   *
   * @param url Such as “http://127.0.0.1:11434/v1”.
   * @param seconds How long an answer may take.
   */
  constructor(transport: LoopbackTransport, url: string, name: string, seconds: number) {
    this.#transport = transport;
    this.#address = addressOf(url);
    this.#patience = seconds;
    this.name = name;
    this.place = this.#address.host;
  }

  readonly ask = async ({ system, user }: Prompt, signal: AbortSignal): Promise<string> => {
    const body = JSON.stringify({
      model: this.name,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      temperature: 0,
      max_tokens: MOST_TOKENS,
      stream: true,
    });
    return exchange(
      this.#transport,
      { address: this.#address, method: 'POST', path: '/chat/completions', body },
      this.#patience,
      signal,
      async (answer) => {
        this.#checkStatus(answer);
        const isStream = /^text\/event-stream\b/iu.test(answer.contentType);
        return isStream
          ? streamedText(answer)
          : choiceText(parsed(await textOf(answer)), 'message');
      },
    );
  };

  #checkStatus({ status }: LoopbackAnswer): void {
    const { host } = this.#address;
    if (status === OK) return;
    if (status >= 300 && status < 400)
      throw new ModelFailure(
        `The server at ${host} sends requests elsewhere, which is not followed.`,
      );
    if (status === 401 || status === 403)
      throw new ModelFailure(`The server at ${host} wants a key, which Copydesk does not have.`);
    if (status === 404)
      throw new ModelFailure(
        `The server at ${host} has no model “${this.name}”, or its address lacks a path such as /v1.`,
      );
    if (TOO_LONG.has(status))
      throw new ModelFailure(
        `The server at ${host} did not take the request: it may be longer than the model can read.`,
      );
    if (status === 429)
      throw new ModelFailure(`The server at ${host} takes no more requests for now (quota).`);
    throw new ModelFailure(`The server at ${host} failed (HTTP status ${status}).`);
  }
}

const OK = 200;

/** What servers answer to a prompt that is too long for a model, among other things. */
const TOO_LONG: ReadonlySet<number> = new Set([400, 413, 422]);

/** The names of the models that a server on this machine offers. Rejects with a `ModelFailure`, also if there are none. */
export async function modelsAt(
  transport: LoopbackTransport,
  url: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const asked = { address: addressOf(url), method: 'GET', path: '/models' } as const;
  return exchange(transport, asked, LISTING_SECONDS, signal, async (answer) => {
    const listed = parsed(await textOf(answer));
    const data = isRecord(listed) && Array.isArray(listed.data) ? (listed.data as unknown[]) : [];
    const names = data.flatMap((one) => (isRecord(one) && isName(one.id) ? [one.id] : []));
    if (names.length > 0) return names;
    const { host } = asked.address;
    throw new ModelFailure(
      `The server at ${host} lists no model; its address may lack a path such as /v1.`,
    );
  });
}

/** The longest name of a model that is listed, in UTF-16 units: some are the path of a file. */
const LONGEST_NAME = 300;

/** False for what cannot be shown on one line as it is. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME && /^\P{C}+$/u.test(value);
}

function addressOf(url: string): LoopbackAddress {
  const address = loopbackAddress(url);
  if (isRefusal(address)) throw new ModelFailure(`${address.refusal}.`);
  return address;
}

/** A request before it is known which address of this machine has a server. */
type Asked = Pick<LoopbackRequest, 'method' | 'path' | 'body'> & {
  readonly address: LoopbackAddress;
};

/** Sends a request and reads its answer within some seconds. Rejects with a `ModelFailure`, and once `signal` is aborted. */
async function exchange<Result>(
  transport: LoopbackTransport,
  asked: Asked,
  seconds: number,
  signal: AbortSignal,
  read: (answer: LoopbackAnswer) => Promise<Result>,
): Promise<Result> {
  const who = `The server at ${asked.address.host}`;
  return withPatience(who, seconds, signal, async (stopping) => {
    let answer: LoopbackAnswer | undefined;
    try {
      answer = await firstAnswer(transport, asked, stopping);
      if (answer === undefined)
        throw new ModelFailure(`No server answers at ${asked.address.host}. Is it running?`);
      return await read(answer);
    } catch (error) {
      if (error instanceof ModelFailure) throw error;
      throw new ModelFailure(`${who} broke off its answer.`);
    } finally {
      // A server that goes on writing is hung up on.
      answer?.end();
    }
  });
}

/** What the first of the addresses answers at which somebody listens. */
async function firstAnswer(
  transport: LoopbackTransport,
  { address, method, path, body }: Asked,
  signal: AbortSignal,
): Promise<LoopbackAnswer | undefined> {
  const { hosts, port, host: addressedAs } = address;
  for (const host of hosts) {
    const answer = await transport.send({
      ...{ host, port, method, addressedAs, signal },
      path: `${address.path}${path}`,
      ...(body === undefined ? {} : { body }),
    });
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The pieces of an answer, up to the most that is read; what is longer is cut. */
async function* piecesOf({ pieces }: LoopbackAnswer): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MOST_UNITS) return;
    yield piece;
  }
}

async function textOf(answer: LoopbackAnswer): Promise<string> {
  let text = '';
  for await (const piece of piecesOf(answer)) text += piece;
  return text;
}

/** What the line of an event begins with. */
const DATA = 'data:';

/** The text of an answer that is sent in events, each with a part of it, as long as that may become an answer. Throws a `ModelFailure` for none. */
async function streamedText(answer: LoopbackAnswer): Promise<string> {
  let text = '';
  let rest = '';
  for await (const piece of piecesOf(answer)) {
    const lines = `${rest}${piece}`.split(/\r?\n/u);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith(DATA)) continue;
      const data = line.slice(DATA.length).trim();
      if (data === '[DONE]') return text;
      text += choiceText(parsed(data), 'delta');
      if (!mayBecomeAnswer(text)) return text;
    }
  }
  // Some servers take a prompt that is too long, and then end without a word.
  if (text === '')
    throw new ModelFailure('The model sent nothing: the request may be longer than it can read.');
  return text;
}

/** The text of the first choice; empty if there is none, as in the last event. Throws a `ModelFailure` for a reported error. */
function choiceText(value: unknown, part: 'delta' | 'message'): string {
  if (!isRecord(value)) return '';
  if ((value.error ?? null) !== null) throw new ModelFailure('The model reported an error.');
  const [choice] = Array.isArray(value.choices) ? (value.choices as unknown[]) : [];
  const message = isRecord(choice) ? choice[part] : undefined;
  return isRecord(message) && typeof message.content === 'string' ? message.content : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
