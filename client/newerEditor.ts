import type { CancellationToken, Disposable, Event, ProviderResult } from 'vscode';

// The part of the editor's interface for assistants that is used here. The oldest editor that the
// extension supports does not have it, so neither do the types that it is compiled with.

/** A tool that language models may call. */
export interface LanguageModelTool {
  invoke(
    options: { readonly input: unknown },
    token: CancellationToken,
  ): ProviderResult<LanguageModelToolResult>;
  prepareInvocation(): { readonly invocationMessage: string };
}

/** The answer of a tool. */
export interface LanguageModelToolResult {
  readonly content: readonly unknown[];
}

/** How to start a server of the Model Context Protocol. */
export interface McpServerDefinition {
  readonly label: string;
}

/** Lists servers of the Model Context Protocol. */
export interface McpServerDefinitionProvider {
  readonly onDidChangeMcpServerDefinitions: Event<void>;
  provideMcpServerDefinitions(): ProviderResult<McpServerDefinition[]>;
}

/** The tools for language models, in an editor that has them: VS Code since 1.95. */
export interface LanguageModelTools {
  readonly register: (name: string, tool: LanguageModelTool) => Disposable;
  readonly createResult: (text: string) => LanguageModelToolResult;
}

/**
 * How to start a server of the Model Context Protocol: label, command, arguments, environment,
 * version.
 */
export type McpServerStart = readonly [
  label: string,
  command: string,
  args: string[],
  env: Record<string, string>,
  version: string,
];

/**
 * The servers of the Model Context Protocol, in an editor that takes them from extensions: VS Code
 * since 1.101.
 */
export interface McpServers {
  readonly register: (id: string, provider: McpServerDefinitionProvider) => Disposable;
  readonly createDefinition: (...start: McpServerStart) => McpServerDefinition;
}

/** The part of the editor's interface that may be missing. */
export interface NewerEditor {
  readonly lm?: {
    registerTool?(name: string, tool: LanguageModelTool): Disposable;
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: McpServerDefinitionProvider,
    ): Disposable;
  };
  readonly LanguageModelTextPart?: new (text: string) => object;
  readonly LanguageModelToolResult?: new (content: readonly object[]) => LanguageModelToolResult;
  readonly McpStdioServerDefinition?: new (...start: McpServerStart) => McpServerDefinition;
}

/** The tools for language models; `undefined` if the editor has none. */
export function languageModelToolsOf(editor: NewerEditor): LanguageModelTools | undefined {
  const { lm, LanguageModelTextPart: Part, LanguageModelToolResult: Result } = editor;
  if (lm?.registerTool === undefined || Part === undefined || Result === undefined)
    return undefined;
  return {
    register: lm.registerTool.bind(lm),
    createResult: (text) => new Result([new Part(text)]),
  };
}

/** The servers of the Model Context Protocol; `undefined` if the editor takes none. */
export function mcpServersOf(editor: NewerEditor): McpServers | undefined {
  const { lm, McpStdioServerDefinition: Definition } = editor;
  if (lm?.registerMcpServerDefinitionProvider === undefined || Definition === undefined)
    return undefined;
  return {
    register: lm.registerMcpServerDefinitionProvider.bind(lm),
    createDefinition: (...start) => new Definition(...start),
  };
}
