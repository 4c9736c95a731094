/** The parts of the editor that the switch for assistants uses. */
export interface SwitchHost {
  /** The reporter's own setting; a folder cannot set it. */
  readonly isOn: () => boolean;
  readonly turnOff: () => PromiseLike<void>;
  /** True if the reporter has agreed before. */
  readonly hasAgreed: () => boolean;
  readonly rememberAgreement: () => PromiseLike<void>;
  /** Shows what assistants may see; resolves to true if the reporter agrees. */
  readonly ask: () => PromiseLike<boolean>;
  /** Lets assistants ask until the result is disposed of. */
  readonly open: () => { readonly dispose: () => unknown };
}

/** Lets assistants ask as long as the setting is on and the reporter has agreed once. */
export class AssistantSwitch {
  readonly #host: SwitchHost;
  #opened: { readonly dispose: () => unknown } | undefined;
  #isAsking = false;

  constructor(host: SwitchHost) {
    this.#host = host;
  }

  /** Call at the start and whenever the setting may have changed. Rejects if the editor refuses to store the answer. */
  async update(): Promise<void> {
    const host = this.#host;
    if (host.isOn() && !host.hasAgreed()) {
      if (this.#isAsking) return;
      this.#isAsking = true;
      try {
        if (await host.ask()) await host.rememberAgreement();
        else await host.turnOff();
      } finally {
        this.#isAsking = false;
      }
    }
    const mayAsk = host.isOn() && host.hasAgreed();
    if (mayAsk) this.#opened ??= host.open();
    else this.dispose();
  }

  /** Stops answering assistants. */
  dispose(): void {
    this.#opened?.dispose();
    this.#opened = undefined;
  }
}
