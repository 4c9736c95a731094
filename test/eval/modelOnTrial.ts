import type { OpinionVerdict } from '../../server/checks/finding.js';
import { type Report, checkDraftTask } from '../../server/checks/check.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { transport } from '../../server/bin/loopbackTransport.js';
import type { ReadingQueue } from '../../server/inference/readingQueue.js';
import type { Readings } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import { overlaps } from '../../server/prose/span.js';
import type { Reference } from '../../server/reference/reference.js';
import { LoopbackModel } from '../../server/secondOpinion/loopback/loopbackModel.js';
import { OpinionDesk } from '../../server/secondOpinion/opinionDesk.js';
import { OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import { opinionOf } from '../../server/secondOpinion/opinions.js';
import { withOpinions } from '../../server/secondOpinion/opinionsOnDraft.js';
import { type Question, questionsOn } from '../../server/secondOpinion/questions.js';
import { RequestLimit } from '../../server/secondOpinion/requestLimit.js';
import { NOTHING_RESTRICTED } from '../../server/secondOpinion/restricted.js';
import { withAllReadings } from '../../server/session/readingRounds.js';
import type { Label } from '../../training/judge/rows.js';
import type { LabelledDraft } from '../../training/judge/sets.js';

/** Which model is on trial. */
export interface Trial {
  /** Such as “http://127.0.0.1:11434/v1”. */
  readonly url: string;
  readonly model: string;
  /** The most requests. */
  readonly requests: number;
  /** How long an answer may take, in seconds. */
  readonly patience: number;
  /** Reads what is checked; `undefined` to check by rules alone. */
  readonly reader: ReadingQueue | undefined;
}

/** What the model said of a statement with a known label; `undefined` for no usable answer. */
interface Said {
  readonly label: Label;
  readonly verdict: OpinionVerdict | undefined;
}

/** How many statements with one label got which verdict of the model. */
interface SaidOfLabel {
  readonly supported: number;
  readonly contradicted: number;
  readonly undecided: number;
  readonly noAnswer: number;
}

/** What a model is worth. */
export interface TrialFigures {
  readonly model: string;
  readonly requests: number;
  readonly secondsEach: number;
  /** How many requests got no answer at all. */
  readonly failed: number;
  /** How many answers were dropped, by the reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly ofTrue: SaidOfLabel;
  readonly ofContradicted: SaidOfLabel;
  readonly ofUnsupported: SaidOfLabel;
  /** How many of our verdicts, and lists of findings, its opinions have changed. */
  readonly changed: number;
}

/** A run of this many failures is no exception. */
const MOST_FAILURES = 5;

/** Asks a model on this machine about single statements of which the truth is known. */
export class ModelOnTrial {
  readonly #trial: Trial;
  readonly #model: LoopbackModel;
  readonly #desk: OpinionDesk;
  readonly #said: Said[] = [];
  /** How often an answer was dropped, by the reason. */
  readonly #dropped = new Map<string, number>();
  readonly #seconds: number[] = [];
  #failed = 0;
  /** How many requests in a row have failed. */
  #failures = 0;
  #changed = 0;

  /** Throws a `ModelFailure` if the address is not on this machine. */
  constructor(trial: Trial) {
    this.#trial = trial;
    this.#model = new LoopbackModel(transport, trial.url, trial.model, trial.patience);
    this.#desk = new OpinionDesk({
      store: new OpinionTable(),
      limit: new RequestLimit(() => performance.now()),
      log: (line) => this.#countDropped(line),
      now: () => new Date(),
    });
  }

  /** Asks about the single statements of a draft, as long as requests are left. Throws if the model keeps failing. */
  async hear({ text, parts }: LabelledDraft, reference: Reference): Promise<void> {
    const statements = parts.filter(({ kind }) => kind.startsWith('statement'));
    if (statements.length === 0) return;
    const prose = readProse(text);
    const { report, readings } = await this.#check(prose, reference);
    const asking = { readings, restricted: NOTHING_RESTRICTED };
    const { asked } = runToCompletion(questionsOn(prose, report, asking));
    const heard = asked.slice(0, this.#trial.requests - this.#seconds.length);
    for (const question of heard) await this.#ask(question, reference);
    const after = withOpinions(report, heard, (question) => {
      const examined = this.#desk.find(question, this.#model);
      return examined && opinionOf(examined, question, this.#model.name);
    });
    this.#countChanges(report, after);
    for (const { span, label } of statements) {
      if (!heard.some(({ claim }) => overlaps(claim.span, span))) continue;
      const claims = after.claims.filter((claim) => overlaps(claim.span, span));
      this.#said.push({ label, verdict: worst(claims.map(({ opinion }) => opinion?.verdict)) });
    }
  }

  /** What the model has turned out to be worth. */
  get figures(): TrialFigures {
    const said = this.#said;
    const of = (label: Label, verdict: OpinionVerdict | undefined): number =>
      said.filter((one) => one.label === label && one.verdict === verdict).length;
    const rowOf = (label: Label): SaidOfLabel => ({
      supported: of(label, 'supported'),
      contradicted: of(label, 'contradicted'),
      undecided: of(label, 'undecided'),
      noAnswer: of(label, undefined),
    });
    const seconds = this.#seconds.reduce((sum, one) => sum + one, 0);
    return {
      model: `${this.#model.name} at ${this.#model.place}`,
      requests: this.#seconds.length,
      secondsEach: Math.round((10 * seconds) / Math.max(1, this.#seconds.length)) / 10,
      failed: this.#failed,
      dropped: Object.fromEntries(this.#dropped),
      statements: said.length,
      ofTrue: rowOf('supported'),
      ofContradicted: rowOf('contradicted'),
      ofUnsupported: rowOf('unsupported'),
      changed: this.#changed,
    };
  }

  #check(
    prose: Prose,
    reference: Reference,
  ): Promise<{ readonly report: Report; readonly readings: Readings }> {
    return withAllReadings(this.#trial.reader, (readings, ask) => {
      const basis = { reference, readings, spelling: DEFAULT_SPELLING };
      const report = runToCompletion(checkDraftTask(prose, basis));
      ask(report.unread);
      return { report, readings };
    });
  }

  async #ask(question: Question, reference: Reference): Promise<void> {
    if (process.stderr.isTTY) process.stderr.write(`\r${this.#seconds.length} requests `);
    const started = performance.now();
    const { problem } = await this.#desk.ask([question], this.#model, {
      reference,
      nameOf: () => '',
      perHour: Infinity,
      signal: new AbortController().signal,
      report: () => undefined,
    });
    this.#seconds.push((performance.now() - started) / 1_000);
    this.#failures = problem === undefined ? 0 : this.#failures + 1;
    this.#failed += problem === undefined ? 0 : 1;
    if (this.#failures === MOST_FAILURES) throw new Error(problem);
  }

  /** The desk says why it dropped an answer in its log alone. */
  #countDropped(line: string): void {
    const [, reason] = /was dropped: (.+)\.$/u.exec(line) ?? [];
    if (reason !== undefined) this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + 1);
  }

  #countChanges(before: Report, after: Report): void {
    const changed = before.claims.filter(
      ({ verdict }, index) => after.claims[index]?.verdict !== verdict,
    );
    this.#changed += changed.length + (after.findings === before.findings ? 0 : 1);
  }
}

/** The worst of the verdicts on the claims of a statement; `undefined` if there is none on one of them. */
function worst(verdicts: readonly (OpinionVerdict | undefined)[]): OpinionVerdict | undefined {
  if (verdicts.includes(undefined)) return undefined;
  return (['contradicted', 'undecided', 'supported'] as const).find((one) =>
    verdicts.includes(one),
  );
}
