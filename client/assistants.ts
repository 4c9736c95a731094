import * as vscode from 'vscode';
import {
  ConfigurationTarget,
  Disposable,
  EventEmitter,
  type Memento,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ASSISTANT_TOOLS, WHAT_ASSISTANTS_SEE } from '../protocol/assistants.js';
import { AssistantRequest } from '../protocol/requests.js';
import { AssistantSwitch } from './assistantSwitch.js';
import { type CommandLine, type McpFolder, mcpServerStart } from './mcpServer.js';
import {
  type LanguageModelTools,
  type McpServers,
  type NewerEditor,
  languageModelToolsOf,
  mcpServersOf,
} from './newerEditor.js';

/** The key that stores the reporter's consent. */
const AGREED = 'copydesk.agreedToAssistants';

/** The id of the provider in the manifest. */
const PROVIDER = 'copydesk.folders';

const ALLOW = 'Allow';

/** The parts of the extension that assistants need. */
export interface AssistantsHost {
  readonly client: BaseLanguageClient;
  /** The draft or other document that the reporter works on. */
  readonly document: () => Uri | undefined;
  readonly memento: Memento;
  /** `undefined` if no process can be started. */
  readonly commandLine: CommandLine | undefined;
}

/**
 * Lets assistants in this editor ask about the open folders, if the reporter has turned that on and
 * agreed: with tools for language models, and with servers of the Model Context Protocol. Does
 * nothing in an editor without both.
 */
export function offerToAssistants(host: AssistantsHost): Disposable {
  const editor: NewerEditor = vscode as NewerEditor;
  const tools = languageModelToolsOf(editor);
  const servers = mcpServersOf(editor);
  if (tools === undefined && servers === undefined) return Disposable.from();
  // The editor expects the provider as soon as the extension runs; it lists nothing until
  // assistants may ask.
  const listed = new ListedServers(servers, host.commandLine);
  const settings = (): vscode.WorkspaceConfiguration => workspace.getConfiguration('copydesk');
  const assistants = new AssistantSwitch({
    isOn: () => settings().inspect<boolean>('assistants')?.globalValue === true,
    turnOff: () => settings().update('assistants', undefined, ConfigurationTarget.Global),
    hasAgreed: () => host.memento.get<boolean>(AGREED) === true,
    rememberAgreement: () => host.memento.update(AGREED, true),
    ask: async () => {
      const options = { modal: true, detail: WHAT_ASSISTANTS_SEE };
      const question = 'Let assistants in this editor ask Copydesk about your drafts and sources?';
      return (await window.showWarningMessage(question, options, ALLOW)) === ALLOW;
    },
    open: () =>
      Disposable.from(...(tools === undefined ? [] : registerTools(tools, host)), listed.show()),
  });
  const update = (): void => {
    void assistants.update().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(`The setting for assistants could not be applied (${reason}).`);
    });
  };
  update();
  return Disposable.from(
    assistants,
    listed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.assistants')) update();
    }),
  );
}

function registerTools(
  tools: LanguageModelTools,
  { client, document }: AssistantsHost,
): readonly Disposable[] {
  return ASSISTANT_TOOLS.map(({ name, title }) =>
    tools.register(`copydesk_${name}`, {
      prepareInvocation: () => ({ invocationMessage: `Copydesk: ${title}` }),
      invoke: async ({ input }, token) => {
        const uri = document() ?? workspace.workspaceFolders?.[0]?.uri;
        if (uri === undefined) throw new Error('Open a folder with drafts and sources first.');
        const textDocument = { uri: uri.toString() };
        const params = { textDocument, tool: name, input };
        return tools.createResult(await client.sendRequest(AssistantRequest, params, token));
      },
    }),
  );
}

/** The servers that the editor lists: one for each open folder that is on disk, while assistants may ask. */
class ListedServers implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #disposables: Disposable;
  #areShown = false;

  /** Lists none if the editor does not support them or no process can be started. */
  constructor(servers: McpServers | undefined, commandLine: CommandLine | undefined) {
    this.#disposables = Disposable.from(
      this.#changed,
      ...(servers === undefined || commandLine === undefined
        ? []
        : [this.#register(servers, commandLine)]),
    );
  }

  /** Lists the servers until the result is disposed of. */
  show(): Disposable {
    const set = (areShown: boolean): void => {
      this.#areShown = areShown;
      this.#changed.fire();
    };
    set(true);
    return new Disposable(() => set(false));
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #register(servers: McpServers, commandLine: CommandLine): Disposable {
    return Disposable.from(
      workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('copydesk')) this.#changed.fire();
      }),
      servers.register(PROVIDER, {
        onDidChangeMcpServerDefinitions: this.#changed.event,
        provideMcpServerDefinitions: () =>
          (this.#areShown ? (workspace.workspaceFolders ?? []) : [])
            .filter(({ uri }) => uri.scheme === 'file')
            .map((folder) =>
              servers.createDefinition(...mcpServerStart(settingsOf(folder), commandLine)),
            ),
      }),
    );
  }
}

function settingsOf({ name, uri }: vscode.WorkspaceFolder): McpFolder {
  const settings = workspace.getConfiguration('copydesk', uri);
  return {
    name,
    path: uri.fsPath,
    sources: settings.get<readonly string[]>('sources') ?? [],
    sentenceReader: settings.get<string>('sentenceReader') ?? 'on',
    spelling: settings.get<string>('spelling') ?? 'auto',
  };
}
