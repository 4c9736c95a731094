import {
  type CancellationToken,
  Disposable,
  type LogOutputChannel,
  type Memento,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  type WorkspaceFolder,
  commands,
  env,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type AskModelParams,
  FindModelsRequest,
  type ModelReply,
  type SecondOpinionParams,
  SecondOpinionPlanRequest,
  SecondOpinionProgressNotification,
  SecondOpinionRequest,
  UseModelNotification,
} from '../protocol/modelRequests.js';
import {
  DEFAULT_PATIENCE_SECONDS,
  DEFAULT_REQUESTS_PER_HOUR,
  type ModelUse,
  type OwnModel,
  type SecondOpinionPlan,
  USUAL_ADDRESSES,
  outcomeText,
} from '../protocol/secondOpinion.js';
import { askEditorModel, editorModels } from './editorModels.js';
import { CONSENTS } from './ownModelKey.js';
import { type Consent, type ConsentAnswer, OwnModelConsent } from './ownModelConsent.js';
import { askingQuestion, consentQuestion, whereItRuns, withoutLinks } from './ownModelWords.js';
import type { CurrentDraft } from './views/currentDraft.js';

const USE = 'Use It';
const USE_WITH_CONFIDENTIAL = 'Use It, Confidential Sources Too';
const ASK = 'Ask';
const NOT_NOW = 'Not Now';
const CHOOSE = 'Use My Own Model…';

const NO_FOLDER = 'Open the folder of the story first: a model is used for one folder.';
const NOT_TRUSTED = 'In a folder that you have not trusted, no model is asked.';
const NO_DRAFT = 'Open a draft first.';

/** The context key that shows the commands of a model that is used. */
const HAS_OWN_MODEL = 'copydesk.hasOwnModel';

/** What models of the reporter's are used from. */
export interface OwnModelsHost {
  readonly client: BaseLanguageClient;
  readonly draft: CurrentDraft;
  readonly memento: Memento;
  readonly output: LogOutputChannel;
  /** Shows the fact sheet anew, with other opinions; with an offer to ask for them if `isOffered`. */
  readonly refresh: (isOffered: boolean) => Promise<void>;
}

/** A place in a draft, in the units of the protocol. */
export type ClaimPosition = NonNullable<SecondOpinionParams['position']>;

/** The reporter's own models: which is used in which folder, and second opinions by it. */
export class OwnModels implements Disposable {
  readonly #host: OwnModelsHost;
  readonly #consent: OwnModelConsent;
  readonly #disposables: Disposable;
  /** Receives the progress of the requests about a draft, by its URI in the protocol. */
  readonly #progress = new Map<string, (done: number, all: number) => void>();

  constructor(host: OwnModelsHost) {
    this.#host = host;
    const { client, memento } = host;
    this.#consent = new OwnModelConsent({
      remembered: () => memento.get(CONSENTS),
      remember: (consents) => memento.update(CONSENTS, consents),
      isTrusted: () => workspace.isTrusted,
      changed: (folder, consent) => this.#tell(folder, consent),
    });
    this.#disposables = Disposable.from(
      client.onNotification(SecondOpinionProgressNotification, ({ uri, done, all }) =>
        this.#progress.get(uri)?.(done, all),
      ),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#tellAll();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#tellAll()),
      workspace.onDidGrantWorkspaceTrust(() => this.#tellAll()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('copydesk.secondOpinion')) this.#tellAll();
      }),
    );
    if (client.isRunning()) this.#tellAll();
  }

  /**
   * Lists the models that there are, and asks for consent to the one that the reporter chooses, or to the given one. `none`
   * forgets the consent for the folder of the draft.
   */
  async choose(given?: OwnModel | 'none'): Promise<void> {
    const folder = this.#folder();
    if (folder === undefined) return void window.showInformationMessage(NO_FOLDER);
    if (!workspace.isTrusted) return void window.showInformationMessage(NOT_TRUSTED);
    const used = this.#consent.of(folder.uri.toString())?.model;
    const model = given ?? (await this.#askForModel(used));
    if (model === undefined) return;
    if (model === 'none') return this.#stop(folder);
    const plan = await this.#planFor(model);
    const question = consentQuestion(model, folder.name, machine(), plan);
    const isUsed = await this.#consent.choose(folder.uri.toString(), model, () =>
      askForConsent(question, model),
    );
    if (!isUsed) return;
    this.#host.output.info(
      `${model.name} is used in the folder ${folder.name}. ${whereItRuns(model, machine())}`,
    );
    await this.#refresh();
  }

  /** Asks about the claim at a place of a draft, or about all claims of the current draft that are to check. */
  async ask(draft = this.#host.draft.uri, position?: ClaimPosition): Promise<void> {
    if (draft === undefined) return void window.showInformationMessage(NO_DRAFT);
    const consent = this.#consentFor(draft);
    if (consent === undefined) return this.#offerChoice();
    const uri = this.#host.client.code2ProtocolConverter.asUri(draft);
    const params = { textDocument: { uri }, ...(position === undefined ? {} : { position }) };
    try {
      if (position === undefined && !(await this.#mayAskAll(params, consent))) return;
      await this.#askWithProgress(params, consent.model.name);
    } catch (error) {
      void window.showWarningMessage(textOf(error));
    }
    await this.#refresh();
  }

  /** Answers the server, which asks a model of this editor: only what the reporter has agreed to at this moment. */
  answer(params: AskModelParams, token: CancellationToken): Promise<ModelReply> {
    return this.#consent.allows(this.#own(params.folder), params.model)
      ? askEditorModel(params, token)
      : Promise.resolve({ problem: 'No model is used in this folder any more.' });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #stop(folder: WorkspaceFolder): Promise<void> {
    const isForgotten = await this.#consent.forget(folder.uri.toString());
    const text = isForgotten
      ? `No model is asked in the folder “${folder.name}” any more.`
      : 'No model was used in this folder.';
    void window.showInformationMessage(withoutLinks(text));
    await this.#refresh();
  }

  /** Says how many requests there will be, and asks whether to send them. */
  async #mayAskAll(params: SecondOpinionParams, consent: Consent): Promise<boolean> {
    const use = useOf(consent);
    const plan = await this.#host.client.sendRequest(SecondOpinionPlanRequest, { ...params, use });
    if (plan === null || plan.requests === 0) return plan !== null;
    const question = askingQuestion(consent.model, plan);
    return (await window.showInformationMessage(question, ASK, NOT_NOW)) === ASK;
  }

  async #askWithProgress(params: SecondOpinionParams, model: string): Promise<void> {
    const { client } = this.#host;
    const { uri } = params.textDocument;
    const options = {
      location: ProgressLocation.Notification,
      title: withoutLinks(`Second opinion by ${model}`),
      cancellable: true,
    };
    const outcome = await window.withProgress(options, async (progress, token) => {
      this.#progress.set(uri, (done, all) =>
        progress.report({ message: `${done} of ${all}`, increment: done === 0 ? 0 : 100 / all }),
      );
      try {
        return await client.sendRequest(SecondOpinionRequest, params, token);
      } catch (error) {
        // What was answered until then is kept.
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        this.#progress.delete(uri);
      }
    });
    if (outcome === undefined || outcome === null) return;
    const text = withoutLinks(outcomeText(outcome, model));
    if (outcome.problem === undefined) void window.showInformationMessage(text);
    else void window.showWarningMessage(text);
  }

  async #offerChoice(): Promise<void> {
    const text = 'No model of yours is used in this folder.';
    if ((await window.showInformationMessage(text, CHOOSE)) === CHOOSE) await this.choose();
  }

  /** Asks which model to use, or whether to stop using the one that is used: `none`. */
  async #askForModel(used: OwnModel | undefined): Promise<OwnModel | 'none' | undefined> {
    const found = await window.withProgress(
      { location: ProgressLocation.Window, title: 'Looking for models' },
      async () => [...(await this.#modelsAt(USUAL_ADDRESSES)), ...(await editorModels())],
    );
    const other: ModelPick = { label: 'Another Address on This Machine…' };
    const none: ModelPick = { label: withoutLinks(`Stop Using ${used?.name ?? ''}`) };
    const ends = used === undefined ? [other] : [other, none];
    const pick = await window.showQuickPick([...found.map(pickOf), ...ends], {
      title: 'Use My Own Model',
      placeHolder:
        found.length === 0
          ? 'No model was found in this editor, nor at the usual addresses of this machine.'
          : 'Which model do you want to ask for second opinions?',
      matchOnDescription: true,
    });
    if (pick === none) return 'none';
    return pick === other ? this.#askForAddress() : pick?.model;
  }

  /** Asks for the address of a server on this machine, and which of its models to use. */
  async #askForAddress(): Promise<OwnModel | undefined> {
    const address = await window.showInputBox({
      title: 'Address of a Server on This Machine',
      prompt: 'A server that speaks the protocol of OpenAI.',
      value: 'http://127.0.0.1:',
      placeHolder: 'http://127.0.0.1:11434/v1',
    });
    if (address === undefined) return undefined;
    try {
      const found = await this.#modelsAt([address.trim()]);
      return (await window.showQuickPick(found.map(pickOf), { title: 'Use My Own Model' }))?.model;
    } catch (error) {
      void window.showWarningMessage(textOf(error));
      return undefined;
    }
  }

  #modelsAt(addresses: readonly string[]): Promise<readonly OwnModel[]> {
    return this.#host.client.sendRequest(FindModelsRequest, { addresses });
  }

  /** What would be sent of the current draft; `undefined` if there is none. */
  async #planFor(model: OwnModel): Promise<SecondOpinionPlan | undefined> {
    const { client, draft } = this.#host;
    const { params } = draft;
    if (params === undefined) return undefined;
    const use = useOf({ model, sharesConfidential: false });
    return (await client.sendRequest(SecondOpinionPlanRequest, { ...params, use })) ?? undefined;
  }

  /** The folder of the current draft, or else the only one. */
  #folder(): WorkspaceFolder | undefined {
    const { uri } = this.#host.draft;
    const folders = workspace.workspaceFolders ?? [];
    if (uri !== undefined) return workspace.getWorkspaceFolder(uri);
    return folders.length === 1 ? folders[0] : undefined;
  }

  #consentFor(draft: Uri): Consent | undefined {
    const folder = workspace.getWorkspaceFolder(draft);
    return folder && this.#consent.of(folder.uri.toString());
  }

  /** The URI of a folder as this editor spells it. */
  #own(uri: string): string {
    return this.#host.client.protocol2CodeConverter.asUri(uri).toString();
  }

  #tellAll(): void {
    for (const { uri } of workspace.workspaceFolders ?? []) {
      const consent = this.#consent.of(uri.toString());
      if (consent !== undefined) this.#tell(uri.toString(), consent);
    }
    void this.#refresh();
  }

  #tell(folder: string, consent: Consent | undefined): void {
    const { client } = this.#host;
    const uri = client.code2ProtocolConverter.asUri(Uri.parse(folder, true));
    const use = consent === undefined ? null : useOf(consent);
    if (client.isRunning())
      void client.sendNotification(UseModelNotification, { folder: uri, use });
  }

  async #refresh(): Promise<void> {
    const { isAny } = this.#consent;
    await commands.executeCommand('setContext', HAS_OWN_MODEL, isAny);
    await this.#host.refresh(isAny);
  }
}

/** A consent with the limits in the reporter's own settings, which no folder can change. */
function useOf({ model, sharesConfidential }: Consent): ModelUse {
  const limits = workspace
    .getConfiguration('copydesk')
    .inspect<Readonly<Record<string, unknown>>>('secondOpinion')?.globalValue;
  const limit = (name: string, otherwise: number): number => {
    const value = limits?.[name];
    return typeof value === 'number' && value > 0 ? value : otherwise;
  };
  return {
    model,
    sharesConfidential,
    perHour: limit('requestsPerHour', DEFAULT_REQUESTS_PER_HOUR),
    patience: limit('secondsPerAnswer', DEFAULT_PATIENCE_SECONDS),
  };
}

async function askForConsent(question: string, model: OwnModel): Promise<ConsentAnswer> {
  const answers =
    model.kind === 'loopback' ? [USE, USE_WITH_CONFIDENTIAL, NOT_NOW] : [USE, NOT_NOW];
  const answer = await window.showInformationMessage(question, ...answers);
  if (answer === USE_WITH_CONFIDENTIAL) return 'useWithConfidential';
  return answer === USE ? 'use' : 'no';
}

/** Where a loopback address leads. */
function machine(): string {
  return env.remoteName === undefined ? 'this machine' : 'the machine of this window';
}

/** What failed, as a message. */
function textOf(error: unknown): string {
  return withoutLinks(error instanceof Error ? error.message : String(error));
}

interface ModelPick extends QuickPickItem {
  readonly model?: OwnModel;
}

function pickOf(model: OwnModel): ModelPick {
  const description = model.kind === 'editor' ? model.vendor : model.address;
  return {
    label: withoutLinks(model.name),
    description: withoutLinks(description),
    detail: withoutLinks(whereItRuns(model, machine())),
    model,
  };
}
