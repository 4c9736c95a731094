import type { OpinionModel } from '../../server/secondOpinion/model.js';
import type { Prompt } from '../../server/secondOpinion/prompt.js';

/** An answer in the form that the prompt asks for. */
export function answerText(answer: object): string {
  return JSON.stringify({ verdict: 'undecided', passage: null, quote: '', words: [], ...answer });
}

/** A model that says what the test wants. */
export class FakeModel implements OpinionModel {
  readonly name: string = 'mistral';
  readonly place: string = '127.0.0.1:1234';
  readonly prompts: Prompt[] = [];
  readonly #say: (prompt: Prompt, signal: AbortSignal) => string | Promise<string>;

  constructor(say: (prompt: Prompt, signal: AbortSignal) => string | Promise<string>) {
    this.#say = say;
  }

  readonly ask = async (prompt: Prompt, signal: AbortSignal): Promise<string> => {
    this.prompts.push(prompt);
    return this.#say(prompt, signal);
  };
}
