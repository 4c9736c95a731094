import type { Examined } from './examination.js';

/** Examined answers that were stored at an earlier time. */
export interface OpinionStore {
  /** Resolves when what is stored can be found. Does not reject. */
  load(): Promise<void>;
  find(key: string): Examined | undefined;
  add(key: string, examined: Examined): void;
  /** Resolves when everything is stored that can be. Does not reject. */
  flush(): Promise<void>;
}

/** The most answers that are kept in memory, those that were used last. */
const MOST = 2_000;

/** A store in memory: each question is asked once until the program ends. */
export class OpinionTable implements OpinionStore {
  readonly #examined = new Map<string, Examined>();

  load(): Promise<void> {
    return Promise.resolve();
  }

  find(key: string): Examined | undefined {
    const found = this.#examined.get(key);
    if (found !== undefined) this.add(key, found);
    return found;
  }

  add(key: string, examined: Examined): void {
    this.#examined.delete(key);
    this.#examined.set(key, examined);
    const [oldest] = this.#examined.keys();
    if (this.#examined.size > MOST && oldest !== undefined) this.#examined.delete(oldest);
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }
}
