import { checkStateOf } from '../features/checkState.js';
import type { DraftState } from '../../protocol/requests.js';
import type { Draft } from '../checks/draft.js';
import type { StoredSignOff } from '../features/factSheet/signOffFile.js';
import { signedClaimsOf, withoutChecked } from '../features/factSheet/signedClaims.js';
import { findingCounts } from '../features/diagnostics/diagnostics.js';
import type { Finding } from '../checks/finding.js';
import type { CheckedDraft } from './draftAnalysis.js';
import type { ClientApi } from './clientApi.js';
import type { Reference } from '../reference/reference.js';

/** Sends notifications about open drafts, each of them once. */
export class DraftNotifier {
  readonly #client: Pick<ClientApi, 'draftChecked' | 'showMessage'>;
  /** The messages shown for each draft. */
  readonly #shown = new Map<string, Set<string>>();
  /**
   * The last check of each document that the client was notified of, and which findings were shown.
   */
  readonly #notified = new Map<
    string,
    {
      readonly checked: CheckedDraft | undefined;
      readonly shown: readonly Finding[];
      readonly signed: readonly StoredSignOff[];
    }
  >();
  /** A unique number for each reference. */
  readonly #numbers = new WeakMap<Reference, number>();
  #lastNumber = 0;

  constructor(client: Pick<ClientApi, 'draftChecked' | 'showMessage'>) {
    this.#client = client;
  }

  /** Shows a message about a draft to the reporter. */
  show(uri: string, message: string): void {
    const shown = this.#shown.get(uri) ?? new Set();
    if (shown.has(message)) return;
    this.#shown.set(uri, shown.add(message));
    this.#client.showMessage(message);
  }

  /**
   * Notifies the client that a document was checked, that more of its findings are shown, or that
   * other entries are signed; `checked` is `undefined` if it is not a draft.
   *
   * @param signed The signatures in it.
   * @param unread The number of sentences and claims that have not been read yet.
   */
  draftChecked(
    uri: string,
    version: number,
    checked: CheckedDraft | undefined,
    shown: readonly Finding[],
    signed: readonly StoredSignOff[],
    unread: number,
  ): void {
    const before = this.#notified.get(uri);
    const isSame =
      before?.checked === checked && before?.shown === shown && before.signed === signed;
    if (isSame || (before !== undefined && before.checked === undefined && checked === undefined)) {
      return;
    }
    this.#notified.set(uri, { checked, shown, signed });
    const draft =
      checked === undefined ? null : this.#stateOf(checked.draft, shown, signed, unread);
    this.#client.draftChecked({ uri, version, draft });
  }

  #stateOf(
    draft: Draft,
    shown: readonly Finding[],
    signed: readonly StoredSignOff[],
    unread: number,
  ): DraftState {
    const claims = signedClaimsOf(draft, signed);
    return {
      findings: findingCounts(withoutChecked(shown, claims), draft.severities),
      state: checkStateOf(draft.report, claims),
      unread,
      reference: this.#numberOf(draft.reference),
    };
  }

  /** Call when a document is closed. */
  forget(uri: string): void {
    this.#shown.delete(uri);
    this.#notified.delete(uri);
  }

  #numberOf(reference: Reference): number {
    const number = this.#numbers.get(reference) ?? ++this.#lastNumber;
    this.#numbers.set(reference, number);
    return number;
  }
}
