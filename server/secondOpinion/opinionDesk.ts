import type { OpinionVerdict } from '../checks/finding.js';
import type { Reference } from '../reference/reference.js';
import { countWithNoun } from '../reference/summary.js';
import { readAnswer } from './answer.js';
import { type Examined, examine, isDropped } from './examination.js';
import { ModelFailure, type OpinionModel } from './model.js';
import type { OpinionStore } from './opinionTable.js';
import { type Prompt, lengthOf, promptFor } from './prompt.js';
import type { Question } from './questions.js';
import type { RequestLimit } from './requestLimit.js';

/** What became of some questions. */
export interface Outcome {
  /** How many have an opinion now, by verdict. */
  readonly answered: Readonly<Record<OpinionVerdict, number>>;
  /** How many answers were no answers, or were dropped. */
  readonly unusable: number;
  /** How many were not asked. */
  readonly left: number;
  /** Why some were not asked, in a plain sentence; absent if all were, and if the reporter cancelled. */
  readonly problem?: string;
}

/** How some questions are asked. */
export interface AskingRun {
  readonly reference: Reference;
  /** How a claim is named in the log: “pool.md:12”. */
  readonly nameOf: (question: Question) => string;
  /** The most requests in an hour. */
  readonly perHour: number;
  /** What is said when they are sent, in a plain sentence; left out to say when the next can be. */
  readonly limitText?: string;
  /** Aborted to stop after what is answered already. */
  readonly signal: AbortSignal;
  /** Called before each request, and when all are done. */
  readonly report: (done: number, all: number) => void;
}

/** What a desk uses. */
export interface OpinionDeskHost {
  readonly store: OpinionStore;
  readonly limit: RequestLimit;
  readonly log: (line: string) => void;
  readonly now: () => Date;
}

/**
 * Asks models for second opinions, one question after another, each in a request of its own, so that what a source says about
 * one claim cannot reach another. Answers are examined, and kept by everything that they depend on.
 */
export class OpinionDesk {
  readonly #host: OpinionDeskHost;
  /** Settled when nothing is being asked. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: OpinionDeskHost) {
    this.#host = host;
  }

  /** What is known of a question; `undefined` if the model has not answered it. */
  find(question: Question, model: Pick<OpinionModel, 'name' | 'place'>): Examined | undefined {
    return this.#host.store.find(keyOf(model, promptFor(question.request)));
  }

  /** Asks what is not known yet. Rejects only for an error in this program; a failing model is in the outcome. */
  async ask(questions: readonly Question[], model: OpinionModel, run: AskingRun): Promise<Outcome> {
    const answered = { supported: 0, contradicted: 0, undecided: 0 };
    let unusable = 0;
    let problem: string | undefined;
    const open = questions.filter((question) => {
      const known = this.find(question, model);
      if (known !== undefined) answered[known.verdict]++;
      return known === undefined;
    });
    const isCancelled = (): boolean => run.signal.aborted;
    let done = 0;
    for (const question of open) {
      if (isCancelled()) break;
      run.report(done, open.length);
      try {
        const verdict = await this.#inTurn(() => this.#askOne(question, model, run));
        if (verdict === undefined) unusable++;
        else answered[verdict]++;
      } catch (error) {
        if (isCancelled()) break;
        if (!(error instanceof ModelFailure)) throw error;
        problem = error.message;
        this.#host.log(`Second opinion: ${error.message}`);
        break;
      }
      done++;
    }
    run.report(done, open.length);
    const left = open.length - done;
    return { answered, unusable, left, ...(problem === undefined ? {} : { problem }) };
  }

  /** Does something when everything before it is done: of several runs, too, one request is sent after another. */
  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #askOne(
    question: Question,
    model: OpinionModel,
    { reference, nameOf, perHour, limitText, signal }: AskingRun,
  ): Promise<OpinionVerdict | undefined> {
    const { store, limit, log, now } = this.#host;
    signal.throwIfAborted();
    const known = this.find(question, model);
    if (known !== undefined) return known.verdict;
    if (!limit.take(perHour)) throw new ModelFailure(limitText ?? this.#limitText(perHour));
    const prompt = promptFor(question.request);
    const claim = nameOf(question);
    log(
      `Second opinion: asked ${model.name} (${model.place}) at ${now().toISOString()} about ${claim} with ${filesOf(question).join(', ')}; ${lengthOf(prompt)} characters.`,
    );
    const answer = readAnswer(await model.ask(prompt, signal));
    const examined =
      answer === undefined
        ? { dropped: 'it does not have the form that was asked for' }
        : examine(answer, question, reference);
    if (isDropped(examined)) {
      log(`Second opinion: the answer about ${claim} was dropped: ${examined.dropped}.`);
      return undefined;
    }
    store.add(keyOf(model, prompt), examined);
    return examined.verdict;
  }

  #limitText(perHour: number): string {
    const minutes = this.#host.limit.minutesLeft(perHour);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    return `The limit of ${countWithNoun(perHour, 'request')} an hour is reached; the next can be sent in ${wait}.`;
  }
}

/** The names of the sources that a question has passages of, each once. */
export function filesOf({ passages }: Question): readonly string[] {
  const sources = passages.flatMap(({ sentences }) =>
    sentences.map(({ fact }) => fact.citation.source),
  );
  return [...new Set(sources)];
}

/** What an answer depends on. */
function keyOf({ name, place }: Pick<OpinionModel, 'name' | 'place'>, prompt: Prompt): string {
  return JSON.stringify([name, place, prompt.system, prompt.user]);
}
