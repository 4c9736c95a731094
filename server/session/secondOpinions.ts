import type { URI } from 'vscode-uri';
import {
  DEFAULT_PATIENCE_SECONDS,
  DEFAULT_REQUESTS_PER_HOUR,
  type LoopbackModelName,
  type ModelUse,
  type SecondOpinionPlan,
  type SentFile,
  isSameModel,
} from '../../protocol/secondOpinion.js';
import type { Draft } from '../checks/draft.js';
import type { Claim } from '../checks/finding.js';
import type { StoredSignOff } from '../features/factSheet/signOffFile.js';
import { signedClaimsOf } from '../features/factSheet/signedClaims.js';
import type { Readings } from '../inference/readings.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { ModelFailure, type OpinionModel } from '../secondOpinion/model.js';
import { OpinionDesk, type Outcome } from '../secondOpinion/opinionDesk.js';
import { type OpinionStore, OpinionTable } from '../secondOpinion/opinionTable.js';
import { opinionOf } from '../secondOpinion/opinions.js';
import { withOpinions } from '../secondOpinion/opinionsOnDraft.js';
import { type Question, type Questions, questionsOn } from '../secondOpinion/questions.js';
import { RequestLimit } from '../secondOpinion/requestLimit.js';
import { NOTHING_RESTRICTED, restrictedAmong } from '../secondOpinion/restricted.js';
import { fileNameOf, parseUri, uriKey } from '../workspace/uris.js';
import type { OpinionsEditor, OpinionsHost } from './opinionsHost.js';
import { OwnModelAccess, placeOf } from './ownModelAccess.js';

/** A checked draft, as far as second opinions depend on it. */
export interface OpinionDraft {
  readonly draft: Draft;
  /** What it was checked with. */
  readonly readings: Readings;
  /** The indexes of its sources. */
  readonly indexes: readonly SourceIndex[];
}

/** Opens the second opinions of a session, with those that are stored in the folder `storage`. */
export async function openSecondOpinions(
  host: OpinionsHost,
  editor: OpinionsEditor,
  storage: URI | undefined,
  now: () => number,
): Promise<SecondOpinions> {
  const warn = (message: string): void => editor.log.warn(message);
  const store = (storage && (await host.opinionStore?.(storage, warn))) ?? new OpinionTable();
  await store.load();
  const opinions = new SecondOpinions(host, editor, store, now);
  if (host.ownModel !== undefined) opinions.useEverywhere(useOf(host.ownModel));
  return opinions;
}

/** This module, as it is loaded. */
export interface OpinionsModule {
  readonly openSecondOpinions: typeof openSecondOpinions;
}

/** How a model is used that nobody has set limits for. */
function useOf(model: LoopbackModelName): ModelUse {
  return {
    model,
    sharesConfidential: false,
    perHour: DEFAULT_REQUESTS_PER_HOUR,
    patience: DEFAULT_PATIENCE_SECONDS,
  };
}

/** Questions to a model about a draft. */
export interface OpenQuestions {
  readonly questions: readonly Question[];
  readonly withheld: number;
}

/** How questions are asked. */
export interface AskingProgress {
  readonly signal: AbortSignal;
  readonly report: (done: number, all: number) => void;
}

/** The second opinions of a session: which model is used in which folder, and what it says about the drafts there. */
export class SecondOpinions {
  /** The models that may be asked. */
  readonly models: OwnModelAccess;
  readonly #store: OpinionStore;
  readonly #desk: OpinionDesk;
  readonly #uses = new Map<string, ModelUse>();
  /** By the report and whether restricted sources are left out. */
  readonly #questions = new WeakMap<object, Map<boolean, Questions>>();
  #everywhere: ModelUse | undefined;

  /** @param now Milliseconds from any moment on. */
  constructor(host: OpinionsHost, editor: OpinionsEditor, store: OpinionStore, now: () => number) {
    this.models = new OwnModelAccess(host, editor);
    this.#store = store;
    this.#desk = new OpinionDesk({
      store,
      limit: new RequestLimit(now),
      log: (line) => editor.log.info(line),
      now: () => new Date(),
    });
  }

  /** Uses a model in a folder, given its URI, from now on; none if there is none. */
  use(folder: string, use: ModelUse | undefined): void {
    const key = uriKey(folder);
    if (use === undefined) this.#uses.delete(key);
    else this.#uses.set(key, use);
  }

  /** Uses a model in every folder that has no other, and outside of folders. */
  useEverywhere(use: ModelUse): void {
    this.#everywhere = use;
  }

  /** The model that is used in a folder, or for a draft that is in none; `undefined` if there is none. */
  useIn(folder: URI | undefined): ModelUse | undefined {
    const own = folder && this.#uses.get(uriKey(folder.toString()));
    return own ?? this.#everywhere;
  }

  /** A checked draft with the opinions that the model of its folder has on it. */
  *on(checked: OpinionDraft, folder: URI | undefined): CooperativeTask<Draft> {
    const { draft, readings } = checked;
    const use = this.useIn(folder);
    if (use === undefined) return draft;
    const { asked } = yield* this.#questionsOn(checked, use);
    const model = { name: use.model.name, place: placeOf(use.model) };
    const report = withOpinions(draft.report, asked, (question) => {
      const examined = this.#desk.find(question, model);
      const judged = readings.judge(question.request);
      return examined && opinionOf(examined, question, use.model.name, judged);
    });
    return report === draft.report ? draft : { ...draft, report };
  }

  /**
   * The questions about all claims that are to check, or about the claim at an offset of the draft.
   *
   * @param stored What was signed in the draft: of all claims, those that somebody has checked are left out.
   */
  *open(
    checked: OpinionDraft,
    use: ModelUse,
    offset: number | undefined,
    stored: readonly StoredSignOff[],
  ): CooperativeTask<OpenQuestions> {
    const { asked, withheld } = yield* this.#questionsOn(checked, use);
    const signed = signedClaimsOf(checked.draft, stored);
    const isOpen = (claim: Claim): boolean =>
      offset === undefined
        ? claim.verdict === 'unclear' && !signed.has(claim)
        : claim.span.start <= offset && offset <= claim.span.end;
    return {
      questions: asked.filter(({ claim }) => isOpen(claim)),
      withheld: withheld.filter(isOpen).length,
    };
  }

  /** What asking would send. */
  plan(
    checked: OpinionDraft,
    use: ModelUse,
    { questions, withheld }: OpenQuestions,
  ): SecondOpinionPlan {
    const model = { name: use.model.name, place: placeOf(use.model) };
    const unknown = questions.filter((question) => this.#desk.find(question, model) === undefined);
    const { uri } = checked.draft;
    return {
      files: sentFiles(fileNameOf(uri), unknown),
      requests: unknown.length,
      known: questions.length - unknown.length,
      withheld,
    };
  }

  /** Asks the model of a folder. Rejects only for an error in this program. */
  async ask(
    { draft }: OpinionDraft,
    folder: URI | undefined,
    use: ModelUse,
    questions: readonly Question[],
    { signal, report }: AskingProgress,
  ): Promise<Outcome> {
    const file = fileNameOf(draft.uri);
    try {
      return await this.#desk.ask(questions, await this.#modelIn(folder, use), {
        reference: draft.report.reference,
        nameOf: ({ claim }) => `${file}:${draft.prose.lines.position(claim.span.start).line + 1}`,
        perHour: use.perHour,
        signal,
        report,
      });
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      const answered = { supported: 0, contradicted: 0, undecided: 0 };
      return { answered, unusable: 0, left: questions.length, problem: error.message };
    }
  }

  /** Resolves when all answers are stored that can be. Does not reject. */
  flush(): Promise<void> {
    return this.#store.flush();
  }

  *#questionsOn(
    { draft, readings, indexes }: OpinionDraft,
    use: ModelUse,
  ): CooperativeTask<Questions> {
    // What leaves for a model of the editor may leave the machine, whatever was agreed to.
    const sharesConfidential = use.sharesConfidential && use.model.kind === 'loopback';
    const known = this.#questions.get(draft.report) ?? new Map<boolean, Questions>();
    const before = known.get(sharesConfidential);
    if (before !== undefined) return before;
    const own = { text: draft.prose.text, path: parseUri(draft.uri)?.path ?? '' };
    const restricted = sharesConfidential
      ? NOTHING_RESTRICTED
      : restrictedAmong(own, indexes, new Date());
    const questions = yield* questionsOn(draft.prose, draft.report, { readings, restricted });
    this.#questions.set(draft.report, known.set(sharesConfidential, questions));
    return questions;
  }

  /** A model that is asked for a folder as long as the reporter lets it be used there like this. */
  async #modelIn(folder: URI | undefined, use: ModelUse): Promise<OpinionModel> {
    const { name, place, ask } = await this.models.model(use, folder);
    const isUsed = (): boolean => {
      const now = this.useIn(folder);
      return (
        now !== undefined &&
        isSameModel(now.model, use.model) &&
        now.sharesConfidential === use.sharesConfidential
      );
    };
    return {
      name,
      place,
      ask: (prompt, signal) =>
        isUsed()
          ? ask(prompt, signal)
          : Promise.reject(new ModelFailure(`${name} is not used like this any more.`)),
    };
  }
}

/** How much of which files is sent with some questions, the draft first. */
function sentFiles(draft: string, questions: readonly Question[]): readonly SentFile[] {
  const sizes = new Map<string, number>();
  const add = (file: string, characters: number): void =>
    void sizes.set(file, (sizes.get(file) ?? 0) + characters);
  for (const { request, passages } of questions) {
    const { context, sentence, claim } = request;
    add(draft, context.length + sentence.length + claim.end - claim.start);
    for (const { text, sentences } of passages)
      add(sentences[0]?.fact.citation.source ?? '', text.length);
  }
  return [...sizes].map(([file, characters]) => ({ file, characters }));
}
