import type { EngineName } from './engine.js';
import type { ReadingsInOrder, ReadingRequest } from './readings.js';
import type { ReaderWeights } from './readerWeights.js';
import { type ReaderAnswer, type ReaderRequest, reasonOf } from './readerMessages.js';

/** Reads sentences and claims. */
export interface Reader {
  /** False once it is known that nothing can be read. */
  readonly isOn: boolean;
  /** The weights that it reads with, or would if it were on. */
  readonly weights: ReaderWeights;
  /**
   * The readings of requests; `undefined` if the reader is off. Call it again only after it has
   * settled. Does not reject.
   */
  read(requests: readonly ReadingRequest[]): Promise<ReadingsInOrder | undefined>;
  /** Frees the memory of the reader; the next call of `read` allocates it again. */
  stop(): void;
}

/** A worker that answers requests with the models. */
export interface ReaderWorker {
  post(request: ReaderRequest): void;
  /** Ends it; nothing is answered after that. */
  stop(): void;
}

/** The reports of a worker. */
export interface ReaderEvents {
  readonly answer: (answer: ReaderAnswer) => void;
  /** The worker has ended by itself. */
  readonly end: (reason: string) => void;
}

/** Starts a worker. Rejects if this machine cannot run one. */
export type StartReaderWorker = (events: ReaderEvents) => Promise<ReaderWorker>;

/** An engine that runs the models, and how to start a worker with it. */
export interface ReaderHost {
  readonly engine: EngineName;
  readonly weights: ReaderWeights;
  readonly start: StartReaderWorker;
}

/** The messages of a reader, each in one plain sentence. */
export interface ReaderReports {
  /** It has turned itself off. */
  readonly warn: (sentence: string) => void;
  /**
   * Which engine runs, and why if it is not the first choice; reported once, after that engine has
   * read something.
   */
  readonly engine: (sentence: string) => void;
}

/** Runs a function later; the returned function cancels it. */
export type Timer = (run: () => void, milliseconds: number) => () => void;

/**
 * How long an idle worker is kept: the models take memory, and at most half a second each to load.
 */
const IDLE_MILLISECONDS = 5 * 60_000;

/**
 * How often a worker that has ended by itself is replaced: one that always ends must not be
 * restarted for ever.
 */
const MOST_RESTARTS = 3;

/** A worker that has read this much works: if it ends, earlier ends do not count. */
const ENOUGH_READ = 500;

/**
 * A worker that takes longer is replaced; one limit is for loading a model, one for each request.
 * Both are a hundred times the usual time.
 */
const LOADING_MILLISECONDS = 60_000;
const REQUEST_MILLISECONDS = 3_000;

/** A request that waits for its answer. */
interface Pending {
  readonly request: ReaderRequest;
  readonly settle: (readings: ReadingsInOrder | undefined) => void;
}

/**
 * Reads in a worker, which is started at the first request, stopped when it is idle and replaced a
 * few times if it ends by itself. After that, or if an engine does not load, the next engine takes
 * over.
 */
export class WorkerReader implements Reader {
  readonly #timer: Timer;
  readonly #reports: ReaderReports;
  #host: ReaderHost;
  /** The hosts to try if `#host` cannot be used. */
  readonly #others: ReaderHost[];
  /** Why `#host` is not the first choice, as part of a sentence; empty if it is. */
  #because = '';
  #isReported = false;
  #worker: ReaderWorker | undefined;
  /** Identifies the worker whose events count. */
  #current: symbol | undefined;
  #pending: Pending | undefined;
  #restarts = 0;
  #readSinceStart = 0;
  #isOn = true;
  #cancelTimer: () => void = () => undefined;

  /** @param hosts The engines in the order in which they are tried. */
  constructor(
    [host, ...others]: readonly [ReaderHost, ...ReaderHost[]],
    timer: Timer,
    reports: ReaderReports,
  ) {
    this.#host = host;
    this.#others = others;
    this.#timer = timer;
    this.#reports = reports;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get weights(): ReaderWeights {
    return this.#host.weights;
  }

  read(request: ReaderRequest): Promise<ReadingsInOrder | undefined> {
    if (!this.#isOn) return Promise.resolve(undefined);
    return new Promise((settle) => {
      this.#pending = { request, settle };
      this.#post();
    });
  }

  stop(): void {
    this.#release();
    this.#settle(undefined);
  }

  #post(): void {
    const { request } = this.#pending ?? {};
    if (request === undefined) return;
    this.#setTimer(LOADING_MILLISECONDS + REQUEST_MILLISECONDS * request.length, () =>
      this.#replace('it did not answer'),
    );
    if (this.#worker !== undefined) this.#worker.post(request);
    else if (this.#current === undefined) void this.#start();
  }

  async #start(): Promise<void> {
    const own = Symbol('worker');
    this.#current = own;
    const ifCurrent =
      <Event>(handle: (event: Event) => void) =>
      (event: Event): void => {
        if (this.#current === own) handle(event);
      };
    try {
      const worker = await this.#host.start({
        answer: ifCurrent((answer: ReaderAnswer) => this.#receive(answer)),
        end: ifCurrent((reason: string) => this.#replace(reason)),
      });
      if (this.#current !== own) {
        worker.stop();
        return;
      }
      this.#worker = worker;
      if (this.#pending !== undefined) worker.post(this.#pending.request);
    } catch (error) {
      if (this.#current === own) this.#giveUp('did not load', reasonOf(error));
    }
  }

  #receive(answer: ReaderAnswer): void {
    switch (answer.kind) {
      case 'read':
        this.#setTimer(IDLE_MILLISECONDS, () => this.#release());
        this.#readSinceStart += answer.readings.length;
        if (this.#readSinceStart >= ENOUGH_READ) this.#restarts = 0;
        this.#report();
        this.#settle(answer.readings);
        break;
      case 'failed':
        this.#replace(answer.reason);
        break;
      case 'unusable':
        this.#giveUp('did not load', answer.reason);
        break;
    }
  }

  /** Continues with a new worker; an idle one is replaced when it is next needed. */
  #replace(reason: string): void {
    this.#release();
    if (this.#restarts === MOST_RESTARTS) {
      this.#giveUp('failed again and again', reason);
      return;
    }
    this.#restarts++;
    this.#post();
  }

  /** Continues with the next engine, or turns the reader off if there is none. */
  #giveUp(failure: string, reason: string): void {
    this.#release();
    const next = this.#others.shift();
    if (next === undefined) {
      this.#isOn = false;
      this.#reports.warn(
        `The sentence reader is off, so sentences and claims are checked by rules alone: ${reason}.`,
      );
      this.#settle(undefined);
      return;
    }
    this.#because = `, because the ${this.#host.engine} ${failure}: ${reason}`;
    this.#host = next;
    this.#isReported = false;
    this.#restarts = 0;
    this.#post();
  }

  #report(): void {
    if (this.#isReported) return;
    this.#isReported = true;
    this.#reports.engine(`Readers: ${this.#host.engine}${this.#because}.`);
  }

  #release(): void {
    this.#cancelTimer();
    this.#worker?.stop();
    this.#worker = undefined;
    this.#current = undefined;
    this.#readSinceStart = 0;
  }

  #settle(readings: ReadingsInOrder | undefined): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.settle(readings);
  }

  #setTimer(milliseconds: number, run: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#timer(run, milliseconds);
  }
}
