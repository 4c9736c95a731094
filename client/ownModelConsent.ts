import { type OwnModel, isSameModel } from '../protocol/secondOpinion.js';

/** What the reporter agreed to for one folder. */
export interface Consent {
  readonly model: OwnModel;
  /** True if the model may learn of confidential and embargoed sources; only for one on this machine. */
  readonly sharesConfidential: boolean;
}

/** How the reporter answers the question for consent. */
export type ConsentAnswer = 'use' | 'useWithConfidential' | 'no';

/** What consent needs of the editor. */
export interface ConsentHost {
  /** What is remembered, as the editor kept it. */
  readonly remembered: () => unknown;
  readonly remember: (consents: Readonly<Record<string, Consent>>) => PromiseLike<void>;
  /** False in a folder that the reporter has not trusted. */
  readonly isTrusted: () => boolean;
  /** Called for a folder whose model is another now; `undefined` if none is used any more. */
  readonly changed: (folder: string, consent: Consent | undefined) => void;
}

/** Remembers for each folder, by its URI, to which model the reporter agreed. What is not remembered is not agreed to. */
export class OwnModelConsent {
  readonly #host: ConsentHost;

  constructor(host: ConsentHost) {
    this.#host = host;
  }

  /** What the reporter agreed to for a folder; `undefined` for nothing, and in a folder that is not trusted. */
  of(folder: string): Consent | undefined {
    return this.#host.isTrusted() ? this.#all()[folder] : undefined;
  }

  /** True if anything was agreed to for any folder. */
  get isAny(): boolean {
    return Object.keys(this.#all()).length > 0;
  }

  /** True if a model may be asked for a folder now. */
  allows(folder: string, model: OwnModel): boolean {
    const consent = this.of(folder);
    return consent !== undefined && isSameModel(consent.model, model);
  }

  /**
   * Has the reporter asked about a model, and remembers a consent. Resolves to true if the model is used now. Rejects if the
   * editor does not store the answer.
   */
  async choose(
    folder: string,
    model: OwnModel,
    ask: () => PromiseLike<ConsentAnswer>,
  ): Promise<boolean> {
    if (!this.#host.isTrusted()) return false;
    const answer = await ask();
    if (answer === 'no') return false;
    const sharesConfidential = answer === 'useWithConfidential' && model.kind === 'loopback';
    const consent = { model, sharesConfidential };
    await this.#host.remember({ ...this.#all(), [folder]: consent });
    this.#host.changed(folder, consent);
    return true;
  }

  /** Forgets what was agreed to for a folder. Resolves to false if that was nothing. */
  async forget(folder: string): Promise<boolean> {
    const { [folder]: before, ...others } = this.#all();
    if (before === undefined) return false;
    await this.#host.remember(others);
    this.#host.changed(folder, undefined);
    return true;
  }

  /** What is damaged counts as nothing. */
  #all(): Readonly<Record<string, Consent>> {
    const stored = this.#host.remembered();
    return isRecord(stored)
      ? Object.fromEntries(
          Object.entries(stored).filter((entry): entry is [string, Consent] => isConsent(entry[1])),
        )
      : {};
  }
}

function isConsent(value: unknown): value is Consent {
  if (!isRecord(value) || !isRecord(value.model)) return false;
  const { model, sharesConfidential } = value;
  const names = model.kind === 'editor' ? ['id', 'name', 'vendor'] : ['address', 'name'];
  return (
    typeof sharesConfidential === 'boolean' &&
    (model.kind === 'editor' ? !sharesConfidential : model.kind === 'loopback') &&
    names.every((name) => typeof model[name] === 'string')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
