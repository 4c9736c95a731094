import type { SecondOpinions } from './secondOpinions.js';

/** The second opinions of a session, which are loaded when a reporter uses a model or looks for one, and never otherwise. */
export class LazyOpinions {
  readonly #load: () => Promise<SecondOpinions>;
  #loaded: Promise<SecondOpinions> | undefined;

  constructor(load: () => Promise<SecondOpinions>) {
    this.#load = load;
  }

  /** `undefined` if nobody has asked for them. */
  get ifLoaded(): Promise<SecondOpinions> | undefined {
    return this.#loaded;
  }

  /** Loads them if that was not done yet. */
  get(): Promise<SecondOpinions> {
    return (this.#loaded ??= this.#load());
  }
}
