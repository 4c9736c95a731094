import type { IngestProgress } from '../sources/ingest.js';

/** A progress bar of the editor. */
export interface ProgressBar {
  readonly report: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
  /** Calls `stop` when the reporter cancels. */
  readonly onCancel: (stop: () => void) => void;
  readonly end: () => void;
}

/** Shows a progress bar; resolves to `undefined` if the editor has none. Does not reject. */
export type ShowProgress = (title: string) => Promise<ProgressBar | undefined>;

/** Fewer sources than this are indexed before anyone could read a progress bar. */
const MIN_SOURCES = 50;

/** Shows a progress bar if there are many sources to index. */
export class DelayedProgressBar implements IngestProgress {
  readonly #show: ShowProgress;
  #bar: Promise<ProgressBar | undefined> | undefined;
  #shown: ProgressBar | undefined;

  constructor(show: ShowProgress) {
    this.#show = show;
  }

  readonly report = (done: number, total: number): void => {
    if (total < MIN_SOURCES) return;
    this.#bar ??= this.#show('Indexing sources').then((bar) => (this.#shown = bar));
    this.#shown?.report(done, total);
  };

  readonly isCancelled = (): boolean => this.#shown?.isCancelled() ?? false;

  end(): void {
    void this.#bar?.then((bar) => bar?.end());
  }
}
