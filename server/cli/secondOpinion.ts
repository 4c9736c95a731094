import { type SecondOpinionOutcome, outcomeText } from '../../protocol/secondOpinion.js';
import type { Readings } from '../inference/readings.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { countWithNoun } from '../reference/summary.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { isRefusal, loopbackAddress } from '../secondOpinion/loopback/address.js';
import { LoopbackModel } from '../secondOpinion/loopback/loopbackModel.js';
import type { LoopbackTransport } from '../secondOpinion/loopback/transport.js';
import { OpinionDesk } from '../secondOpinion/opinionDesk.js';
import { type OpinionStore, OpinionTable } from '../secondOpinion/opinionTable.js';
import { opinionOf } from '../secondOpinion/opinions.js';
import { withOpinions } from '../secondOpinion/opinionsOnDraft.js';
import { questionsOn } from '../secondOpinion/questions.js';
import { RequestLimit } from '../secondOpinion/requestLimit.js';
import { NOTHING_RESTRICTED, restrictedAmong } from '../secondOpinion/restricted.js';
import type { CheckedFile } from './formats/checkedDraft.js';

/** Which model is asked, and how. */
export interface OpinionOptions {
  readonly url: string;
  readonly model: string;
  readonly sharesConfidential: boolean;
  /** How long an answer may take, in seconds. */
  readonly patience: number;
  /** The most requests. */
  readonly most: number;
  /** The folder in which answers are kept. */
  readonly cache: string | undefined;
}

/** What second opinions need of the environment of a command. */
export interface OpinionsTerminal {
  /** Loads what reaches servers on this machine. */
  readonly openLoopback: () => Promise<LoopbackTransport>;
  /** The second opinions that are stored in a folder. */
  readonly opinionStore: (folder: string) => Promise<OpinionStore>;
  /** Writes one line to standard error. */
  readonly warn: (line: string) => void;
  /** Shows a progress message on a terminal, replacing the last one; an empty one clears the line. */
  readonly showProgress: (message: string) => void;
}

/** This module, as it is loaded. */
export interface CommandOpinionsModule {
  readonly CommandOpinions: Pick<typeof CommandOpinions, 'open'>;
}

const NOTHING: Omit<SecondOpinionOutcome, 'left' | 'withheld'> = {
  answered: { supported: 0, contradicted: 0, undecided: 0 },
  unusable: 0,
};

/** Asks a model on this machine about the claims of drafts that are to check. */
export class CommandOpinions {
  readonly #terminal: OpinionsTerminal;
  readonly #desk: OpinionDesk;
  readonly #model: LoopbackModel;
  readonly #store: OpinionStore;
  readonly #most: number;
  readonly #indexes: readonly SourceIndex[];
  readonly #sharesConfidential: boolean;
  #total: SecondOpinionOutcome = { ...NOTHING, left: 0, withheld: 0 };

  private constructor(
    terminal: OpinionsTerminal,
    model: LoopbackModel,
    store: OpinionStore,
    { most, sharesConfidential }: OpinionOptions,
    indexes: readonly SourceIndex[],
  ) {
    this.#terminal = terminal;
    this.#model = model;
    this.#store = store;
    this.#most = most;
    this.#indexes = indexes;
    this.#sharesConfidential = sharesConfidential;
    this.#desk = new OpinionDesk({
      store,
      limit: new RequestLimit(() => performance.now()),
      log: () => undefined,
      now: () => new Date(),
    });
  }

  /** Opens what the options name, or says in a plain sentence without a full stop why not. Nothing is sent yet. */
  static async open(
    terminal: OpinionsTerminal,
    options: OpinionOptions,
    indexes: readonly SourceIndex[],
  ): Promise<CommandOpinions | { readonly refusal: string }> {
    const { url, model: name, patience, cache } = options;
    const address = loopbackAddress(url);
    if (isRefusal(address)) return address;
    const model = new LoopbackModel(await terminal.openLoopback(), url, name, patience);
    const store = cache === undefined ? new OpinionTable() : await terminal.opinionStore(cache);
    await store.load();
    return new CommandOpinions(terminal, model, store, options, indexes);
  }

  /** The model as it is named in a summary. */
  get name(): string {
    return `${this.#model.name} at ${this.#model.place}`;
  }

  /** True if the model did not answer everything. */
  get hasFailed(): boolean {
    return this.#total.problem !== undefined;
  }

  /** A checked draft with the opinions of the model. A model that has failed is not asked again. */
  async on(draft: CheckedFile, readings: Readings): Promise<CheckedFile> {
    const { prose, report, path } = draft;
    const restricted = this.#sharesConfidential
      ? NOTHING_RESTRICTED
      : restrictedAmong({ text: prose.text, path }, this.#indexes, new Date());
    const asking = { readings, restricted };
    const { asked, withheld } = runToCompletion(questionsOn(prose, report, asking));
    const open = asked.filter(({ claim }) => claim.verdict === 'unclear');
    const left = withheld.filter(({ verdict }) => verdict === 'unclear').length;
    if (this.hasFailed) this.#add({ ...NOTHING, left: open.length, withheld: left });
    else {
      const outcome = await this.#desk.ask(open, this.#model, {
        reference: report.reference,
        nameOf: ({ claim }) => `${path}:${prose.lines.position(claim.span.start).line + 1}`,
        perHour: this.#most,
        limitText: `The limit of ${countWithNoun(this.#most, 'request')} is reached; --requests sets another.`,
        signal: new AbortController().signal,
        report: (done, all) =>
          this.#terminal.showProgress(
            `${this.#model.name}: ${done} of ${countWithNoun(all, 'claim')}`,
          ),
      });
      this.#add({ ...outcome, withheld: left });
    }
    const opinions = withOpinions(report, open, (question) => {
      const examined = this.#desk.find(question, this.#model);
      const judged = readings.judge(question.request);
      return examined && opinionOf(examined, question, this.#model.name, judged);
    });
    return { ...draft, report: opinions };
  }

  /** Stores the answers, and says what the model did not answer, if anything. Does not reject. */
  async end(): Promise<void> {
    await this.#store.flush();
    const { unusable, left, withheld } = this.#total;
    if (unusable + left + withheld > 0)
      this.#terminal.warn(`copydesk: ${outcomeText(this.#total, this.#model.name)}`);
  }

  #add({ answered, unusable, left, withheld, problem }: SecondOpinionOutcome): void {
    const total = this.#total;
    const sum = (verdict: keyof typeof answered): number =>
      total.answered[verdict] + answered[verdict];
    this.#total = {
      ...total,
      answered: {
        supported: sum('supported'),
        contradicted: sum('contradicted'),
        undecided: sum('undecided'),
      },
      unusable: total.unusable + unusable,
      left: total.left + left,
      withheld: total.withheld + withheld,
      ...(problem === undefined ? {} : { problem }),
    };
  }
}
