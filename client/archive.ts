import {
  Disposable,
  type LogOutputChannel,
  type Memento,
  type SecretStorage,
  commands,
  window,
  workspace,
} from 'vscode';
import { ARCHIVE_VARIABLE, whatLeavesFor } from '../protocol/archive.js';
import { ArchiveChoice, type ArchiveEnvironment, serverOf } from './archiveChoice.js';

/** The key that stores the server to which the reporter agreed. */
const AGREED = 'copydesk.agreedToArchive';

/**
 * How long an address must stay unchanged before it is used, in milliseconds: the settings editor
 * stores it while it is typed.
 */
const TYPING_MILLISECONDS = 1_500;

const USE = 'Use the Archive';
const NOT_NOW = 'Not Now';
const OPEN_SETTINGS = 'Open Settings';

const NO_ADDRESS =
  'Name the archive first, in the setting “copydesk.archive”: postgresql://USER@HOST/DATABASE';

const IN_BROWSER =
  'An archive cannot be used in a browser, which cannot connect to a database. Copydesk asks it in VS Code on the desktop.';

/** The parts of the editor that the choice of an archive uses. */
export interface ArchiveChoosing {
  readonly secrets: SecretStorage;
  readonly memento: Memento;
  readonly output: LogOutputChannel;
  readonly restart: () => void;
}

/**
 * Chooses the archive that the language server on the desktop is started with, and registers the
 * commands for its password.
 */
export class ChosenArchive implements Disposable {
  readonly #output: LogOutputChannel;
  readonly #choice: ArchiveChoice;
  readonly #disposables: Disposable;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor({ secrets, memento, output, restart }: ArchiveChoosing) {
    this.#output = output;
    this.#choice = new ArchiveChoice({
      address,
      isTrusted: () => workspace.isTrusted,
      agreed: () => memento.get<string>(AGREED),
      rememberAgreement: (server) => memento.update(AGREED, server),
      ask: async (server) => {
        const text = `Let Copydesk ask your newsroom’s archive? ${whatLeavesFor(server)}`;
        return (await window.showInformationMessage(text, USE, NOT_NOW)) === USE;
      },
      password: (of) => secrets.get(secretOf(of)),
      restart,
    });
    const update = (): void => void this.update();
    this.#disposables = Disposable.from(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('copydesk.archive')) return;
        clearTimeout(this.#typing);
        this.#typing = setTimeout(update, TYPING_MILLISECONDS);
      }),
      workspace.onDidGrantWorkspaceTrust(update),
      secrets.onDidChange(({ key }) => {
        if (key === secretOf(address())) update();
      }),
      commands.registerCommand('copydesk.setArchivePassword', () => setPassword(secrets)),
    );
  }

  /** The variables to add to the server's environment. */
  get environment(): ArchiveEnvironment {
    return this.#choice.environment;
  }

  /** Call before the server is started. Does not reject. */
  async load(): Promise<void> {
    try {
      await this.#choice.load();
    } catch (error) {
      this.#warn(error);
    }
    const server = serverOf(this.environment[ARCHIVE_VARIABLE] ?? '');
    if (server !== undefined) this.#output.info(whatLeavesFor(server));
  }

  /** Asks the reporter who has not agreed yet, and starts the server again if something has changed. Does not reject. */
  async update(): Promise<void> {
    try {
      await this.#choice.update();
    } catch (error) {
      this.#warn(error);
    }
  }

  dispose(): void {
    clearTimeout(this.#typing);
    this.#disposables.dispose();
  }

  #warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#output.warn(`The setting of the archive could not be applied (${reason}).`);
  }
}

/** Shows a message in a browser, where an archive cannot be used. */
export function explainNoArchive(): Disposable {
  const explain = (): void => void window.showInformationMessage(IN_BROWSER);
  if (address() !== '') explain();
  return commands.registerCommand('copydesk.setArchivePassword', explain);
}

/** The address in the reporter's own settings. */
function address(): string {
  const setting = workspace.getConfiguration('copydesk').inspect<unknown>('archive');
  const value = setting?.globalValue;
  return typeof value === 'string' ? value.trim() : '';
}

/** A password belongs to one address, so that it is offered to no other server. */
function secretOf(of: string): string {
  return `copydesk.archive ${of}`;
}

async function setPassword(secrets: SecretStorage): Promise<void> {
  const of = address();
  if (serverOf(of) === undefined) {
    if ((await window.showInformationMessage(NO_ADDRESS, OPEN_SETTINGS)) === OPEN_SETTINGS)
      await commands.executeCommand('workbench.action.openSettings', 'copydesk.archive');
    return;
  }
  const password = await window.showInputBox({
    title: 'Password of the Archive',
    prompt: `For ${of}. It is kept in this editor’s secret storage; leave it empty to remove it from there.`,
    password: true,
    ignoreFocusOut: true,
  });
  if (password === undefined) return;
  if (password !== '') {
    await secrets.store(secretOf(of), password);
    return;
  }
  await secrets.delete(secretOf(of));
  void window.showInformationMessage('The password of the archive is not stored any more.');
}
