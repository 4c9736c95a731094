import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isRefusal, loopbackAddress } from '../../../server/secondOpinion/loopback/address.js';
import { LoopbackModel, modelsAt } from '../../../server/secondOpinion/loopback/loopbackModel.js';
import type {
  LoopbackAnswer,
  LoopbackRequest,
  LoopbackTransport,
} from '../../../server/secondOpinion/loopback/transport.js';

const URL = 'http://localhost:11434/v1';
const PROMPT = { system: 'Compare.', user: 'It rained.' };

/** A server that gives one answer, and nobody at the addresses that are not among `hosts`. */
class FakeServer implements LoopbackTransport {
  readonly requests: LoopbackRequest[] = [];
  hosts: readonly string[] = ['127.0.0.1', '::1'];
  ends = 0;
  readonly #answer: Partial<LoopbackAnswer> & { readonly text?: readonly string[] };

  constructor(answer: Partial<LoopbackAnswer> & { readonly text?: readonly string[] }) {
    this.#answer = answer;
  }

  readonly send = (request: LoopbackRequest): Promise<LoopbackAnswer | undefined> => {
    this.requests.push(request);
    if (!this.hosts.includes(request.host)) return Promise.resolve(undefined);
    const { text = [], ...given } = this.#answer;
    return Promise.resolve({
      status: 200,
      contentType: 'application/json',
      pieces: piecesOf(text),
      end: () => this.ends++,
      ...given,
    });
  };
}

async function* piecesOf(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

function chat(content: string): string {
  return JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] });
}

function event(content: string): string {
  return `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
}

function ask(server: FakeServer, signal = new AbortController().signal): Promise<string> {
  return new LoopbackModel(server, URL, 'mistral', 60).ask(PROMPT, signal);
}

describe('the address of a model', () => {
  it('is on this machine', () => {
    for (const [url, hosts, port, path] of [
      ['http://127.0.0.1:11434/v1', ['127.0.0.1'], 11434, '/v1'],
      ['http://localhost:1234/v1/', ['127.0.0.1', '::1'], 1234, '/v1'],
      ['http://[::1]:8080', ['::1'], 8080, ''],
      [' http://LOCALHOST/api/v1 ', ['127.0.0.1', '::1'], 80, '/api/v1'],
      ['http://0x7f000001:9/v1', ['127.0.0.1'], 9, '/v1'],
    ] as const) {
      const address = loopbackAddress(url);
      assert.ok(!isRefusal(address), url);
      assert.deepEqual([address.hosts, address.port, address.path], [hosts, port, path]);
    }
  });

  it('is refused anywhere else', () => {
    for (const url of [
      'http://192.168.1.7:11434/v1',
      'http://models.example/v1',
      'http://127.0.0.1@models.example/v1',
      'http://127.0.0.1.models.example/v1',
      'http://localhost.models.example/v1',
      'http://localhost.:11434/v1',
      'http://127.0.0.2:11434/v1',
      'http://0.0.0.0:11434/v1',
      'http://[::]:11434/v1',
      'http://[::ffff:127.0.0.1]:11434/v1',
      'http://user:key@127.0.0.1/v1',
      'http://127.0.0.1/v1?to=models.example',
      'https://127.0.0.1/v1',
      'ftp://127.0.0.1/v1',
      'file:///v1',
      '127.0.0.1:11434',
      'localhost',
      '',
    ]) {
      assert.ok(isRefusal(loopbackAddress(url)), url);
      const server = new FakeServer({});
      assert.throws(() => new LoopbackModel(server, url, 'mistral', 60), { name: 'ModelFailure' });
      assert.equal(server.requests.length, 0);
    }
  });
});

describe('a model on this machine', () => {
  it('is asked in the protocol of OpenAI', async () => {
    const server = new FakeServer({ text: [chat('{"a": 1}')] });
    assert.equal(await ask(server), '{"a": 1}');
    const [request] = server.requests;
    assert.ok(request?.body !== undefined);
    assert.deepEqual(
      [request.host, request.port, request.method, request.path, request.addressedAs],
      ['127.0.0.1', 11434, 'POST', '/v1/chat/completions', 'localhost:11434'],
    );
    assert.deepEqual(JSON.parse(request.body), {
      model: 'mistral',
      messages: [
        { role: 'system', content: 'Compare.' },
        { role: 'user', content: 'It rained.' },
      ],
      temperature: 0,
      max_tokens: 2048,
      stream: true,
    });
    assert.equal(server.ends, 1);
  });

  it('is heard although it names no error', async () => {
    const text = JSON.stringify({ error: null, choices: [{ message: { content: '{}' } }] });
    assert.equal(await ask(new FakeServer({ text: [text] })), '{}');
  });

  it('is heard in a stream, however that is cut', async () => {
    const whole = `: comment\r\n${event('{"ver')}${event('dict": 1}')}data: {"choices": []}\n\ndata: [DONE]\n\n${event('more')}`;
    for (const size of [1, 7, whole.length]) {
      const text = whole.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
      const server = new FakeServer({ contentType: 'text/event-stream; charset=utf-8', text });
      assert.equal(await ask(server), '{"verdict": 1}');
    }
  });

  it('says nothing usable in an answer of another form', async () => {
    for (const text of ['', 'null', '[]', '{}', '{"choices": [{}]}', 'not JSON', chat('')])
      assert.equal(await ask(new FakeServer({ text: [text] })), '');
    const done = new FakeServer({ contentType: 'text/event-stream', text: ['data: [DONE]\n\n'] });
    assert.equal(await ask(done), '');
    const page = new FakeServer({ contentType: 'text/html', text: ['<html>'] });
    assert.equal(await ask(page), '');
  });

  it('is hung up on if it does not stop', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        pieces++;
        yield await Promise.resolve(event(`<think>${'x'.repeat(10_000)}`));
      }
    }
    const server = new FakeServer({ contentType: 'text/event-stream', pieces: endless() });
    await ask(server);
    assert.ok(pieces < 60, `${pieces} pieces`);
    assert.equal(server.ends, 1);
  });

  it('is hung up on as soon as what it says can be no answer any more', async () => {
    let pieces = 0;
    async function* rambling(): AsyncGenerator<string> {
      for (const word of ['The ', 'statement ', 'is ', 'supported.']) {
        pieces++;
        yield await Promise.resolve(event(word));
      }
    }
    const server = new FakeServer({ contentType: 'text/event-stream', pieces: rambling() });
    assert.equal(await ask(server), 'The ');
    assert.deepEqual([pieces, server.ends], [1, 1]);
  });

  it('fails in plain words', async () => {
    const cases: readonly (readonly [status: number, reason: RegExp])[] = [
      [301, /sends requests elsewhere, which is not followed/u],
      [307, /sends requests elsewhere, which is not followed/u],
      [401, /wants a key/u],
      [404, /has no model “mistral”, or its address lacks a path such as \/v1\./u],
      [400, /did not take the request: it may be longer than the model can read/u],
      [429, /takes no more requests for now \(quota\)/u],
      [500, /failed \(HTTP status 500\)/u],
    ];
    for (const [status, message] of cases) {
      const server = new FakeServer({ status, text: [chat('supported')] });
      await assert.rejects(ask(server), { name: 'ModelFailure', message });
      assert.deepEqual([server.requests.length, server.ends], [1, 1]);
    }
    const reported = new FakeServer({ text: ['{"error": {"message": "context too long"}}'] });
    await assert.rejects(ask(reported), { name: 'ModelFailure', message: /reported an error/u });
    const silent = new FakeServer({ contentType: 'text/event-stream', text: [': ping\n\n'] });
    await assert.rejects(ask(silent), { name: 'ModelFailure', message: /sent nothing/u });
  });

  it('is looked for at both addresses of localhost', async () => {
    const server = new FakeServer({ text: [chat('yes')] });
    server.hosts = ['::1'];
    assert.equal(await ask(server), 'yes');
    assert.deepEqual(
      server.requests.map(({ host }) => host),
      ['127.0.0.1', '::1'],
    );
    server.hosts = [];
    await assert.rejects(ask(server), {
      name: 'ModelFailure',
      message: 'No server answers at localhost:11434. Is it running?',
    });
  });

  it('fails if the connection breaks, and ends if it is cancelled', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield await Promise.resolve(event('{'));
      throw new Error('ECONNRESET');
    }
    const server = new FakeServer({ contentType: 'text/event-stream', pieces: broken() });
    await assert.rejects(ask(server), { name: 'ModelFailure', message: /broke off its answer/u });
    const stopping = new AbortController();
    const waiting: LoopbackTransport = {
      send: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    };
    const asked = new LoopbackModel(waiting, URL, 'mistral', 60).ask(PROMPT, stopping.signal);
    stopping.abort();
    await assert.rejects(asked);
  });
});

describe('the models of a server on this machine', () => {
  it('are listed by their names', async () => {
    const server = new FakeServer({
      text: ['{"data": [{"id": "mistral"}, {"id": 3}, {"id": "qwen"}]}'],
    });
    const { signal } = new AbortController();
    assert.deepEqual(await modelsAt(server, URL, signal), ['mistral', 'qwen']);
    assert.equal(server.requests[0]?.path, '/v1/models');
    for (const answer of [
      { text: ['<html>'] },
      { status: 404, text: ['{"detail": "Not Found"}'] },
      { text: ['{"data": []}'] },
    ])
      await assert.rejects(modelsAt(new FakeServer(answer), URL, signal), {
        name: 'ModelFailure',
        message:
          'The server at localhost:11434 lists no model; its address may lack a path such as /v1.',
      });
    const odd = [
      '',
      'mis\u202Etral',
      'qwen\nand more',
      'x'.repeat(1_000),
      'C:\\models\\a (1).gguf',
    ];
    const data = odd.map((id) => ({ id }));
    assert.deepEqual(
      await modelsAt(new FakeServer({ text: [JSON.stringify({ data })] }), URL, signal),
      ['C:\\models\\a (1).gguf'],
    );
  });
});
