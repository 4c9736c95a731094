import type { Prompt } from './prompt.js';

/** A model of the reporter's, wherever it runs. */
export interface OpinionModel {
  /** Its name, as it is shown. */
  readonly name: string;
  /** Where it is asked, as in the log: “127.0.0.1:11434”, “Copilot in this editor”. */
  readonly place: string;
  /**
   * What the model says to a prompt. Rejects with a `ModelFailure` if it says nothing, and with any error once `signal` is
   * aborted.
   */
  readonly ask: (prompt: Prompt, signal: AbortSignal) => Promise<string>;
}

/** Why a model cannot be asked, or did not answer, in a plain sentence. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
}
