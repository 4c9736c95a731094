import type { CancellationToken, ExecuteCommandParams, Position } from 'vscode-languageserver';
import type {
  FindModelsParams,
  SecondOpinionParams,
  SecondOpinionPlanParams,
  UseModelParams,
} from '../../../protocol/modelRequests.js';
import {
  type LoopbackModelName,
  type ModelUse,
  type SecondOpinionOutcome,
  type SecondOpinionPlan,
  outcomeText,
} from '../../../protocol/secondOpinion.js';
import type { ClientApi } from '../../session/clientApi.js';
import type {
  AskingProgress,
  OpenQuestions,
  OpinionDraft,
  SecondOpinions,
} from '../../session/secondOpinions.js';
import { opinionDraft } from '../../session/checkedDrafts.js';
import type { Session } from '../../session/session.js';
import type { RequestFailure } from '../requestFailure.js';

const NO_MODEL = 'No model is used in this folder: run “Copydesk: Use My Own Model…” first.';

const NO_CLAIM = 'There is no statement here that a model can be asked about.';

const WITHHELD =
  'The model is not asked about this statement because of a confidential or embargoed source or draft.';

/** What these handlers tell the editor. */
export type OpinionClient = Pick<ClientApi, 'opinionProgress' | 'showProgress' | 'showMessage'>;

/** Answers the editor's requests for second opinions. */
export class SecondOpinionHandlers {
  readonly #session: Session;
  readonly #client: OpinionClient;

  constructor(session: Session, client: OpinionClient) {
    this.#session = session;
    this.#client = client;
  }

  /** Does not load anything to stop using a model that was not used. */
  async useModel({ folder, use }: UseModelParams): Promise<void> {
    if (use === null && this.#session.opinions.ifLoaded === undefined) return;
    (await this.#session.opinions.get()).use(folder, use ?? undefined);
  }

  async findModels(
    { addresses }: FindModelsParams,
    token: CancellationToken,
  ): Promise<readonly LoopbackModelName[] | RequestFailure> {
    const opinions = await this.#session.opinions.get();
    return opinions.models.find(addresses, signalOf(token));
  }

  /** What asking about a draft would send to a model that is used, or that may be. */
  async plan(
    { textDocument: { uri }, position, use }: SecondOpinionPlanParams,
    token: CancellationToken,
  ): Promise<SecondOpinionPlan | null> {
    const opinions = await this.#session.opinions.get();
    const open = await this.#open(opinions, uri, use, position, token);
    return open === undefined ? null : opinions.plan(open.checked, use, open);
  }

  /** Fails if no model is used in the folder, and for a place without a claim that it can be asked about. */
  async ask(
    { textDocument: { uri }, position }: SecondOpinionParams,
    token: CancellationToken,
  ): Promise<SecondOpinionOutcome | RequestFailure | null> {
    const report = (done: number, all: number): void =>
      this.#client.opinionProgress(uri, done, all);
    return this.#ask(uri, position, token, { signal: signalOf(token), report });
  }

  /** The command for editors that have none of their own: shows its progress and its result. */
  async execute(
    { arguments: given }: ExecuteCommandParams,
    token: CancellationToken,
  ): Promise<null> {
    const [uri, position] = (given ?? []) as readonly unknown[];
    if (typeof uri !== 'string') return null;
    const bar = await this.#client.showProgress('Second opinion');
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    token.onCancellationRequested(stop);
    bar?.onCancel(stop);
    try {
      const outcome = await this.#ask(uri, isPosition(position) ? position : undefined, token, {
        signal: stopping.signal,
        report: (done, all) => bar?.report(done, Math.max(all, 1)),
      });
      if (outcome !== null) this.#client.showMessage(await this.#textOf(outcome, uri));
    } finally {
      bar?.end();
    }
    return null;
  }

  async #ask(
    uri: string,
    position: Position | undefined,
    token: CancellationToken,
    progress: AskingProgress,
  ): Promise<SecondOpinionOutcome | RequestFailure | null> {
    const opinions = await this.#session.opinions.ifLoaded;
    const folder = this.#session.folders.of(uri);
    const use = opinions?.useIn(folder);
    if (opinions === undefined || use === undefined) return { reason: NO_MODEL };
    const open = await this.#open(opinions, uri, use, position, token);
    if (open === undefined) return null;
    const { checked, questions, withheld } = open;
    if (position !== undefined && questions.length === 0)
      return { reason: withheld > 0 ? WITHHELD : NO_CLAIM };
    const outcome = await opinions.ask(checked, folder, use, questions, progress);
    return { ...outcome, withheld };
  }

  async #textOf(outcome: SecondOpinionOutcome | RequestFailure, uri: string): Promise<string> {
    if ('reason' in outcome) return outcome.reason;
    return outcomeText(outcome, (await this.modelFor(uri)) ?? '');
  }

  /** The name of the model that is used for a draft; `undefined` if none is. */
  async modelFor(uri: string): Promise<string | undefined> {
    const opinions = await this.#session.opinions.ifLoaded;
    return opinions?.useIn(this.#session.folders.of(uri))?.model.name;
  }

  /** The questions about a draft; `undefined` for a document that is not a draft. */
  async #open(
    opinions: SecondOpinions,
    uri: string,
    use: ModelUse,
    position: Position | undefined,
    token: CancellationToken,
  ): Promise<(OpenQuestions & { readonly checked: OpinionDraft }) | undefined> {
    const stored = await this.#session.signOffs.of(uri);
    return this.#session.drafts.runOnChecked(uri, token, function* (given) {
      const checked = opinionDraft(given);
      const offset = position && checked.draft.prose.lines.offset(position);
      const open = yield* opinions.open(checked, use, offset, stored);
      return { ...open, checked };
    });
  }
}

function signalOf(token: CancellationToken): AbortSignal {
  const stopping = new AbortController();
  token.onCancellationRequested(() => stopping.abort());
  if (token.isCancellationRequested) stopping.abort();
  return stopping.signal;
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
