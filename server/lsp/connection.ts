import {
  type CancellationToken,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  ErrorCodes,
  LSPErrorCodes,
  type MessageStrategy,
  ResponseError,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.js';
import type { LanguageServer } from './languageServer.js';
import type { ClientApi } from '../session/clientApi.js';
import { ConnectionClient } from './connectionClient.js';
import { PARAMETER_RULES, type ParameterRules, validate } from './validation.js';
import {
  ExportRequest,
  FactSheetRequest,
  ReferenceRequest,
  ViewNotification,
} from '../../protocol/requests.js';
import { type RequestFailure, isRequestFailure } from './requestFailure.js';

/**
 * What a connection is made with. Parameters that are `null` are none, and a client that does not say what it can do
 * can do nothing: the library would fail on them.
 */
export const MESSAGES: { readonly messageStrategy: MessageStrategy } = {
  messageStrategy: {
    handleMessage: (message, next) => {
      const given = 'params' in message ? (message.params ?? {}) : undefined;
      const isIntroduction = 'method' in message && message.method === 'initialize';
      const params = isIntroduction ? { ...given, ...saidToBeAble(given) } : given;
      const complete = { ...message, params };
      return next(params === undefined ? message : complete);
    },
  },
};

function saidToBeAble(params: object | undefined): { readonly capabilities: object } {
  const { capabilities } = (params ?? {}) as { readonly capabilities?: unknown };
  return {
    capabilities: typeof capabilities === 'object' && capabilities !== null ? capabilities : {},
  };
}

/**
 * Binds what travels over a connection to a desk, and starts to listen. A client is told at once what it is
 * offered; the desk is opened with the first message after that.
 */
export function listen(
  connection: Connection,
  openDesk: (editor: ClientApi) => Promise<LanguageServer>,
): void {
  const editor = new ConnectionClient(connection);
  let introduction: InitializeParams | undefined;
  let opened: Promise<LanguageServer> | undefined;
  const open = async (): Promise<LanguageServer> => {
    const desk = await openDesk(editor);
    if (introduction !== undefined) desk.server.initialize(introduction);
    return desk;
  };
  // Whoever waits for the one promise goes on in the order in which the messages came.
  const desk = (): Promise<LanguageServer> => (opened ??= open());

  /** Passes over news that comes too early, as the protocol has it, or is malformed, and says so of that. */
  function telling<News>(
    wanted: ParameterRules,
    take: (desk: LanguageServer, news: News) => void,
  ): (news: News) => Promise<void> {
    return async (news) => {
      if (introduction === undefined) return;
      const fault = validate(news, wanted);
      if (fault === undefined) take(await desk(), news);
      else editor.journal.warn(`A message was passed over: ${fault}`);
    };
  }

  /** Refuses a request that comes too early or is malformed, and drops the answer to one that the editor has lost interest in. */
  function answering<Params, Answer>(
    wanted: ParameterRules,
    answer: (
      desk: LanguageServer,
      params: Params,
      token: CancellationToken,
    ) => Promise<Answer | RequestFailure>,
  ): (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
    return async (params, token) => {
      if (introduction === undefined) {
        const reason = 'Nothing is answered before “initialize”.';
        return new ResponseError(ErrorCodes.ServerNotInitialized, reason);
      }
      const fault = validate(params, wanted);
      if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, fault);
      const result = await answer(await desk(), params, token);
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      return isRequestFailure(result)
        ? new ResponseError(LSPErrorCodes.RequestFailed, result.refused)
        : result;
    };
  }

  connection.onInitialize((params) => {
    const fault = validate(params, PARAMETER_RULES.initialize);
    if (fault !== undefined) return new ResponseError(ErrorCodes.InvalidParams, fault);
    // The library has just set its own listener, in the place of any that was there before.
    connection.onNotification(
      DidChangeWorkspaceFoldersNotification.type,
      telling(PARAMETER_RULES.folders, ({ server }, { event }) => server.changeFolders(event)),
    );
    introduction = params;
    editor.initialize(params);
    return {
      capabilities: capabilitiesFor(params.capabilities),
      serverInfo: { name: 'Copydesk' },
    };
  });
  connection.onInitialized(
    telling(PARAMETER_RULES.anything, ({ server }) => {
      editor.registerForSettings();
      server.changeSettings();
    }),
  );
  connection.onShutdown(async () => (await opened)?.server.shutdown());

  connection.onDidChangeConfiguration(
    telling(PARAMETER_RULES.anything, ({ server }, { settings }) => {
      editor.receiveSettings(settings);
      server.changeSettings();
    }),
  );
  connection.onDidChangeWatchedFiles(
    telling(PARAMETER_RULES.files, ({ server }, { changes }) =>
      server.changeFiles(changes.map(({ uri }) => uri)),
    ),
  );

  connection.onDidOpenTextDocument(
    telling(PARAMETER_RULES.open, ({ server }, params) => server.openDocument(params)),
  );
  connection.onDidChangeTextDocument(
    telling(PARAMETER_RULES.change, ({ server }, params) => server.changeDocument(params)),
  );
  connection.onDidCloseTextDocument(
    telling(PARAMETER_RULES.onDocument, ({ server }, { textDocument }) =>
      server.closeDocument(textDocument.uri),
    ),
  );
  connection.onNotification(
    ViewNotification,
    telling(PARAMETER_RULES.inRange, ({ server }, params) => server.viewDocument(params)),
  );

  connection.onHover(
    answering(PARAMETER_RULES.atPosition, ({ answers }, params, token) =>
      answers.hover(params, token),
    ),
  );
  connection.onDefinition(
    answering(PARAMETER_RULES.atPosition, ({ answers }, params, token) =>
      answers.definition(params, token),
    ),
  );
  connection.onCodeAction(
    answering(PARAMETER_RULES.actions, ({ answers }, params, token) =>
      answers.codeActions(params, token),
    ),
  );
  connection.onDocumentSymbol(
    answering(PARAMETER_RULES.onDocument, ({ answers }, params, token) =>
      answers.documentSymbols(params, token),
    ),
  );
  connection.onDocumentHighlight(
    answering(PARAMETER_RULES.atPosition, ({ answers }, params, token) =>
      answers.highlights(params, token),
    ),
  );
  connection.onReferences(
    answering(PARAMETER_RULES.references, ({ answers }, params, token) =>
      answers.references(params, token),
    ),
  );
  connection.onPrepareRename(
    answering(PARAMETER_RULES.atPosition, ({ answers }, params, token) =>
      answers.prepareRename(params, token),
    ),
  );
  connection.onRenameRequest(
    answering(PARAMETER_RULES.rename, ({ answers }, params, token) =>
      answers.rename(params, token),
    ),
  );
  connection.onWorkspaceSymbol(
    answering(PARAMETER_RULES.symbols, ({ answers }, params) => answers.workspaceSymbols(params)),
  );
  connection.onCompletion(
    answering(PARAMETER_RULES.atPosition, ({ answers }, params, token) =>
      answers.completions(params, token),
    ),
  );
  connection.onCompletionResolve(
    answering(PARAMETER_RULES.completion, ({ answers }, item) =>
      Promise.resolve(answers.resolveCompletion(item)),
    ),
  );
  connection.onCodeLens(
    answering(PARAMETER_RULES.onDocument, ({ answers }, params, token) =>
      answers.codeLenses(params, token),
    ),
  );
  connection.onRequest(
    FactSheetRequest,
    answering(PARAMETER_RULES.onDocument, ({ answers }, params, token) =>
      answers.factSheet(params, token),
    ),
  );
  connection.onRequest(
    ReferenceRequest,
    answering(PARAMETER_RULES.onDocument, ({ answers }, params) => answers.reference(params)),
  );
  connection.onRequest(
    ExportRequest,
    answering(PARAMETER_RULES.onDocument, ({ answers }, params, token) =>
      answers.exportFactSheet(params, token),
    ),
  );
  const { semanticTokens, diagnostics } = connection.languages;
  semanticTokens.on(
    answering(PARAMETER_RULES.onDocument, ({ answers }, params, token) =>
      answers.semanticTokens(params, token),
    ),
  );
  semanticTokens.onRange(
    answering(PARAMETER_RULES.inRange, ({ answers }, params, token) =>
      answers.semanticTokens(params, token),
    ),
  );
  diagnostics.on(
    answering(PARAMETER_RULES.onDocument, ({ server }, params, token) =>
      server.diagnostics(params, token),
    ),
  );
  diagnostics.onWorkspace(
    answering(PARAMETER_RULES.known, ({ server }, params, token) =>
      server.workspaceDiagnostics(params, token),
    ),
  );

  connection.listen();
}
