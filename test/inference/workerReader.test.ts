import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SMALL_WEIGHTS } from '../../server/bin/smallWeights.js';
import type { EngineName } from '../../server/inference/engine.js';
import type { SentenceRequest } from '../../server/inference/readings.js';
import {
  type ReaderEvents,
  type ReaderHost,
  type ReaderWorker,
  WorkerReader,
} from '../../server/inference/workerReader.js';
import { Timers, settled } from '../session/timers.js';
import { SOUND } from './fakeReader.js';

const REQUEST: readonly SentenceRequest[] = [{ text: 'a', place: 'paragraph' }];
const MINUTE = 60_000;

/** A worker with the behaviour that the test sets. */
class FakeWorker implements ReaderWorker {
  readonly posted: (readonly SentenceRequest[])[] = [];
  readonly events: ReaderEvents;
  isStopped = false;

  constructor(events: ReaderEvents) {
    this.events = events;
  }

  post(request: readonly SentenceRequest[]): void {
    this.posted.push(request);
  }

  stop(): void {
    this.isStopped = true;
  }

  answer(): void {
    this.events.answer({ kind: 'read', readings: [SOUND] });
  }
}

class Machine {
  readonly workers: FakeWorker[] = [];
  readonly warnings: string[] = [];
  /** The reader's reports about its engine. */
  readonly engines: string[] = [];
  /** The engine of each worker. */
  readonly started: EngineName[] = [];
  /** Why the next worker cannot be started. */
  refusal: Error | undefined;
  readonly timers = new Timers();
  readonly reader: WorkerReader;

  constructor(engine: EngineName = 'WebAssembly', ...others: readonly EngineName[]) {
    const hostOf = (engine: EngineName): ReaderHost => ({
      engine,
      weights: { ...SMALL_WEIGHTS, name: engine === 'native engine' ? 'large' : 'small' },
      start: (events) => {
        const { refusal } = this;
        this.refusal = undefined;
        if (refusal !== undefined) return Promise.reject(refusal);
        const worker = new FakeWorker(events);
        this.workers.push(worker);
        this.started.push(engine);
        return Promise.resolve(worker);
      },
    });
    this.reader = new WorkerReader([hostOf(engine), ...others.map(hostOf)], this.timers.timer, {
      warn: (warning) => this.warnings.push(warning),
      engine: (sentence) => this.engines.push(sentence),
    });
  }

  get worker(): FakeWorker {
    const worker = this.workers.at(-1);
    assert.ok(worker !== undefined);
    return worker;
  }
}

describe('the sentence reader', () => {
  it('starts its worker when the first sentence is read, and keeps it', async () => {
    const machine = new Machine();
    assert.equal(machine.workers.length, 0);
    for (let time = 0; time < 2; time++) {
      const reading = machine.reader.read(REQUEST);
      await settled();
      machine.worker.answer();
      assert.deepEqual(await reading, [SOUND]);
    }
    assert.equal(machine.workers.length, 1);
    assert.deepEqual(machine.worker.posted, [REQUEST, REQUEST]);
  });

  it('stops its worker after five idle minutes, and starts another when it is needed', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.answer();
    await reading;
    await machine.timers.pass(5 * MINUTE - 1);
    assert.equal(machine.worker.isStopped, false);
    await machine.timers.pass(1);
    assert.equal(machine.worker.isStopped, true);
    const next = machine.reader.read(REQUEST);
    await settled();
    assert.equal(machine.workers.length, 2);
    machine.worker.answer();
    assert.deepEqual(await next, [SOUND]);
    assert.deepEqual(machine.warnings, []);
  });

  it('asks a new worker if one ends or fails', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.events.end('killed');
    await settled();
    machine.worker.events.answer({ kind: 'failed', reason: 'out of memory' });
    await settled();
    assert.equal(machine.workers.length, 3);
    assert.deepEqual(
      machine.workers.map(({ isStopped }) => isStopped),
      [true, true, false],
    );
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
    assert.equal(machine.reader.isOn, true);
    assert.deepEqual(machine.warnings, []);
  });

  it('stays off after a few workers have ended, and reports that once', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    for (let time = 0; time < 4; time++) {
      await settled();
      machine.worker.events.end('killed');
    }
    assert.equal(await reading, undefined);
    assert.equal(machine.reader.isOn, false);
    assert.equal(await machine.reader.read(REQUEST), undefined);
    assert.equal(machine.workers.length, 4);
    assert.deepEqual(machine.warnings, [
      'The sentence reader is off, so sentences and claims are checked by rules alone: killed.',
    ]);
  });

  it('replaces a worker that ends while it is idle only when it is needed', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.answer();
    await reading;
    machine.worker.events.end('killed');
    await settled();
    assert.equal(machine.workers.length, 1);
    const next = machine.reader.read(REQUEST);
    await settled();
    machine.worker.answer();
    assert.deepEqual(await next, [SOUND]);
  });

  it('replaces a worker that does not answer', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    await machine.timers.pass(2 * MINUTE);
    await settled();
    assert.equal(machine.workers[0]?.isStopped, true);
    assert.equal(machine.workers.length, 2);
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
  });

  it('ignores messages of a replaced worker', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    const [first] = machine.workers;
    first?.events.end('killed');
    await settled();
    first?.answer();
    first?.events.end('killed again');
    assert.equal(machine.workers.length, 2);
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
  });

  it('is off at once if the model cannot be used', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.events.answer({ kind: 'unusable', reason: 'no WebAssembly' });
    assert.equal(await reading, undefined);
    assert.equal(machine.worker.isStopped, true);
    assert.equal(machine.warnings.length, 1);
    assert.match(machine.warnings[0] ?? '', /no WebAssembly/u);
  });

  it('is off if no worker can be started', async () => {
    const machine = new Machine();
    machine.refusal = new Error('no threads');
    assert.equal(await machine.reader.read(REQUEST), undefined);
    assert.match(machine.warnings.join(), /no threads/u);
  });

  it('frees its worker when it is stopped, even one that is just starting', async () => {
    const machine = new Machine();
    const reading = machine.reader.read(REQUEST);
    machine.reader.stop();
    assert.equal(await reading, undefined);
    await settled();
    assert.equal(machine.worker.isStopped, true);
    assert.equal(machine.reader.isOn, true);
    assert.deepEqual(machine.worker.posted, []);
  });

  it('reports which engine reads, once, when it has read something', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    for (let time = 0; time < 2; time++) {
      const reading = machine.reader.read(REQUEST);
      await settled();
      assert.equal(machine.engines.length, time);
      machine.worker.answer();
      await reading;
      assert.deepEqual(machine.engines, ['Readers: native engine.']);
    }
  });

  it('reads with the next engine if the first does not load', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.events.answer({ kind: 'unusable', reason: 'invalid ELF header' });
    await settled();
    assert.deepEqual(machine.started, ['native engine', 'WebAssembly']);
    assert.equal(machine.workers[0]?.isStopped, true);
    assert.deepEqual(machine.worker.posted, [REQUEST]);
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
    assert.deepEqual(machine.engines, [
      'Readers: WebAssembly, because the native engine did not load: invalid ELF header.',
    ]);
    assert.deepEqual(machine.warnings, []);
  });

  it('has the weights of the engine that reads', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    const reading = machine.reader.read(REQUEST);
    await settled();
    assert.equal(machine.reader.weights.name, 'large');
    machine.worker.events.answer({ kind: 'unusable', reason: 'invalid ELF header' });
    await settled();
    assert.equal(machine.reader.weights.name, 'small');
    machine.worker.answer();
    await reading;
  });

  it('reads with the next engine if no worker of the first can be started', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    machine.refusal = new Error('No room.\nAt all.');
    const reading = machine.reader.read(REQUEST);
    await settled();
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
    assert.deepEqual(machine.engines, [
      'Readers: WebAssembly, because the native engine did not load: No room.',
    ]);
  });

  it('reads with the next engine if workers of the first keep ending, and replaces those as well', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    const reading = machine.reader.read(REQUEST);
    for (let time = 0; time < 7; time++) {
      await settled();
      machine.worker.events.end('killed');
    }
    await settled();
    assert.deepEqual(
      machine.started,
      Array.from({ length: 8 }, (_, index) => (index < 4 ? 'native engine' : 'WebAssembly')),
    );
    assert.equal(machine.reader.isOn, true);
    machine.worker.answer();
    assert.deepEqual(await reading, [SOUND]);
    assert.deepEqual(machine.engines, [
      'Readers: WebAssembly, because the native engine failed again and again: killed.',
    ]);
  });

  it('is off if no engine loads', async () => {
    const machine = new Machine('native engine', 'WebAssembly');
    const reading = machine.reader.read(REQUEST);
    for (let time = 0; time < 2; time++) {
      await settled();
      machine.worker.events.answer({ kind: 'unusable', reason: 'the model is damaged' });
    }
    assert.equal(await reading, undefined);
    assert.equal(machine.reader.isOn, false);
    assert.deepEqual(machine.engines, []);
    assert.deepEqual(machine.warnings, [
      'The sentence reader is off, so sentences and claims are checked by rules alone: the model is damaged.',
    ]);
  });
});
