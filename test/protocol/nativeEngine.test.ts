import assert from 'node:assert/strict';
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { afterEach, beforeEach, describe, it } from 'mocha';
import nativeFiles from '../../nativeFiles.json' with { type: 'json' };
import { ownTarget } from '../../packaging.js';
import type { ReaderAnswer } from '../../server/inference/readerMessages.js';
import type { ReadingRequest } from '../../server/inference/readings.js';
import { Installation } from './installation.js';
import {
  TINY_CLAIM,
  TINY_SENTENCE,
  differencesFromTraining,
  installTinyReaders,
} from '../tinyReaders.js';
import { CAPABILITIES, QUIET, TestClient, WITH_FACT_SHEET } from './testClient.js';

const DRAFT = 'The ferry left left at noon. Nobody was on board.\n';
const NATIVE = 'Readers: native engine.';

const target = ownTarget();
const [BINDING = '', LIBRARY = ''] = target === 'universal' ? [] : nativeFiles[target];

type Damage = (installation: Installation) => void;

/** The possible damage to an installation, and the reported engine. */
const DAMAGES: readonly (readonly [name: string, damage: Damage, said: RegExp])[] = [
  [
    'is not in the package',
    (installation) => rmSync(installation.path('native'), { recursive: true }),
    /^Readers: WebAssembly, because the native engine did not load: this package has none for \w+-\w+\.$/u,
  ],
  [
    'has no binding',
    (installation) => rmSync(installation.path('native', BINDING)),
    /did not load: Cannot find module/u,
  ],
  [
    'has no library',
    (installation) => rmSync(installation.path('native', LIBRARY)),
    /did not load/u,
  ],
  [
    'has a truncated binding',
    (installation) => truncate(installation.path('native', BINDING)),
    /did not load|failed again and again/u,
  ],
  [
    'has a truncated library',
    (installation) => truncate(installation.path('native', LIBRARY)),
    /did not load|failed again and again/u,
  ],
  [
    'has another file in place of the binding',
    (installation) => writeFileSync(installation.path('native', BINDING), 'blocked'),
    /did not load/u,
  ],
  [
    'cannot be read',
    (installation) => {
      rmSync(installation.path('native', BINDING));
      mkdirSync(installation.path('native', BINDING));
    },
    /did not load/u,
  ],
];

function truncate(path: string): void {
  truncateSync(path, statSync(path).size >> 1);
}

/** Asks a process of the readers; resolves to its answer. */
async function answerOf(
  child: ReturnType<typeof fork>,
  request: ReadingRequest = { text: 'The ferry left left at noon.', place: 'paragraph' },
): Promise<ReaderAnswer> {
  child.send([request]);
  const [answer] = (await once(child, 'message')) as readonly ReaderAnswer[];
  assert.ok(answer !== undefined);
  return answer;
}

describe('the native engine', function () {
  this.timeout(60_000);

  let installation: Installation;

  beforeEach(() => {
    installation = new Installation();
  });

  afterEach(() => installation.remove());

  async function started(): Promise<TestClient> {
    const client = new TestClient([process.execPath, installation.path('server.cjs'), '--stdio']);
    client.settings = { severity: QUIET };
    await client.start(undefined, CAPABILITIES, WITH_FACT_SHEET);
    return client;
  }

  if (target !== 'universal') {
    it('reads where it loads, and the log and the client say so', async () => {
      const client = await started();
      await client.open('untitled:draft', DRAFT);
      assert.equal(await client.engine, NATIVE);
      assert.ok(client.log.includes(NATIVE), client.log.join('\n'));
      assert.equal(await client.end(), 0);
    });

    it('answers from a process of low priority, which ends when its server has ended', async () => {
      const child = fork(installation.path('readerProcess.cjs'), { serialization: 'advanced' });
      const answer = await answerOf(child);
      assert.equal(answer.kind, 'read');
      assert.equal(getPriority(child.pid ?? 0), constants.priority.PRIORITY_BELOW_NORMAL);
      const ended = once(child, 'exit');
      child.disconnect();
      assert.deepEqual(await ended, [0, null]);
    });

    it('does not keep a process alive that has nothing to read', () => {
      const code = `
        import { createNodeReader } from ${JSON.stringify(new URL('../../server/bin/nodeReader.ts', import.meta.url))};
        const reports = { warn: console.error, engine: console.log };
        const queue = createNodeReader(${JSON.stringify(installation.path())}, undefined, reports);
        await queue.read([{ text: 'Nobody was on board.', place: 'paragraph' }]);
      `;
      const program = installation.path('read.mts');
      writeFileSync(program, code);
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program], {
        encoding: 'utf8',
        timeout: 30_000,
      });
      assert.deepEqual([stdout, stderr, status], [`${NATIVE}\n`, '', 0]);
    });
  }

  for (const [name, damage, said] of target === 'universal' ? [] : DAMAGES) {
    it(`leaves the reading to WebAssembly where it ${name}`, async () => {
      damage(installation);
      const client = await started();
      await client.open('untitled:draft', DRAFT);
      const engine = await client.engine;
      assert.match(engine, said);
      assert.ok(client.log.includes(engine), client.log.join('\n'));
      assert.equal(await client.end(), 0);
    });
  }

  if (target !== 'universal') {
    it('reads with the large weights where they are there', async () => {
      installation.remove('desktop');
      installTinyReaders(installation.path());
      const child = fork(installation.path('readerProcess.cjs'), { serialization: 'advanced' });
      const differences = await differencesFromTraining(async (request) => {
        const answer = await answerOf(child, request);
        return answer.kind === 'read' ? answer.readings[0] : undefined;
      });
      child.disconnect();
      assert.deepEqual(differences, []);
    });

    it('has no judgement where there is no judge', async () => {
      installation.remove('desktop');
      installTinyReaders(installation.path());
      rmSync(installation.path('desktop', 'judge'), { recursive: true });
      const child = fork(installation.path('readerProcess.cjs'), { serialization: 'advanced' });
      const answers = [await answerOf(child, TINY_CLAIM), await answerOf(child, TINY_SENTENCE)];
      child.disconnect();
      assert.deepEqual(
        answers.map((answer) => answer.kind === 'read' && answer.readings[0] !== undefined),
        [false, true],
      );
    });

    for (const [name, file] of [
      ['large model', 'sentence/model.onnx'],
      ['table of pieces', 'table.bin'],
    ] as const) {
      it(`leaves the reading to WebAssembly where the ${name} is cut short`, async () => {
        installation.remove('desktop');
        installTinyReaders(installation.path());
        truncate(installation.path('desktop', file));
        const client = await started();
        await client.open('untitled:draft', DRAFT);
        assert.match(await client.engine, /^Readers: WebAssembly, because .* did not load: /u);
        assert.equal(await client.end(), 0);
      });
    }

    it('fails a request to a judge that is cut short, and reads sentences again after that', async () => {
      installation.remove('desktop');
      installTinyReaders(installation.path());
      truncate(installation.path('desktop', 'judge', 'model.onnx'));
      const child = fork(installation.path('readerProcess.cjs'), { serialization: 'advanced' });
      const answers = [await answerOf(child, TINY_CLAIM), await answerOf(child, TINY_SENTENCE)];
      child.disconnect();
      assert.deepEqual(
        answers.map(({ kind }) => kind),
        ['failed', 'read'],
      );
    });
  }

  it('gives way to rules, as WebAssembly does, where all models are cut short', () => {
    const model = readFileSync(installation.path('sentence.onnx'));
    installation.remove('desktop', 'sentence.onnx');
    writeFileSync(installation.path('sentence.onnx'), model.subarray(0, model.length >> 1));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [installation.path('cli.cjs'), 'batch'],
      { encoding: 'utf8', input: `${JSON.stringify({ id: '1', draft: DRAFT })}\n` },
    );
    assert.match(stderr, /^copydesk: The sentence reader is off, .*\n$/u);
    assert.match(stdout, /sentence\/repeated-word/u);
    assert.equal(status, 0);
  });
});
