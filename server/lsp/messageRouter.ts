import {
  type CancellationToken,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  ErrorCodes,
  FileChangeType,
  LSPErrorCodes,
  type MessageStrategy,
  type NotificationMessage,
  ResponseError,
} from 'vscode-languageserver';
import { isRecord } from '../reference/isRecord.js';
import { capabilitiesFor } from './capabilities.js';
import type { LanguageServer } from './languageServer.js';
import { readClientInfo } from '../session/clientInfo.js';
import type { ClientApi } from '../session/clientApi.js';
import { ClientConnection } from './clientConnection.js';
import { PARAMETER_RULES, type ParameterRules, validate } from './parameterValidation.js';
import {
  AssistantRequest,
  CommentedDocumentRequest,
  CursorsNotification,
  DraftOfDocumentRequest,
  EntryAtRequest,
  ExportFactSheetRequest,
  FactSheetRequest,
  FindPassagesRequest,
  ReferenceRequest,
  TimelineRequest,
  SignOffRequest,
  SourceTextRequest,
  TakeBackRequest,
  UseEvidenceRequest,
  VisibleRangeNotification,
} from '../../protocol/requests.js';
import {
  FindModelsRequest,
  SecondOpinionPlanRequest,
  SecondOpinionRequest,
  UseModelNotification,
} from '../../protocol/modelRequests.js';
import { type RequestFailure, isRequestFailure } from './requestFailure.js';

/** The notification that replaces a message that is not an object and so has no method. */
const INVALID_MESSAGE = 'copydesk/invalidMessage';

/**
 * The options of a connection. They replace parameters that are `null` and missing capabilities,
 * which the library does not expect, with empty objects.
 */
export const CONNECTION_OPTIONS: { readonly messageStrategy: MessageStrategy } = {
  messageStrategy: {
    handleMessage: (message, next) => {
      if (!isRecord(message)) {
        const invalid: NotificationMessage = {
          jsonrpc: '2.0',
          method: INVALID_MESSAGE,
          params: { body: JSON.stringify(message) },
        };
        return next(invalid);
      }
      const given = 'params' in message ? (message.params ?? {}) : undefined;
      const isInitialize = 'method' in message && message.method === 'initialize';
      const params = isInitialize ? { ...given, capabilities: capabilitiesIn(given) } : given;
      const complete = { ...message, params };
      return next(params === undefined ? message : complete);
    },
  },
};

function capabilitiesIn(params: object | undefined): object {
  const { capabilities } = (params ?? {}) as { readonly capabilities?: unknown };
  return typeof capabilities === 'object' && capabilities !== null ? capabilities : {};
}

/**
 * Connects a language server to a client and starts to listen. `initialize` is answered immediately; the
 * server is opened with the first message after that.
 */
export function listen(
  connection: Connection,
  openServer: (client: ClientApi) => Promise<LanguageServer>,
  hasOwnModel = false,
): void {
  const client = new ClientConnection(connection);
  let introduction: InitializeParams | undefined;
  let opened: Promise<LanguageServer> | undefined;
  const open = async (): Promise<LanguageServer> => {
    const opening = await openServer(client);
    if (introduction !== undefined) opening.session.initialize(introduction);
    return opening;
  };
  // All messages wait for the same promise, so that they are handled in the order in which they
  // arrived.
  const server = (): Promise<LanguageServer> => (opened ??= open());

  /** Ignores a notification before `initialize`, as the protocol requires, and one with invalid parameters. */
  function notificationHandler<Params>(
    rules: ParameterRules,
    handle: (server: LanguageServer, params: Params) => void,
  ): (params: Params) => Promise<void> {
    return async (params) => {
      if (introduction === undefined) return;
      const problem = validate(params, rules);
      if (problem === undefined) handle(await server(), params);
      else client.log.warn(`An invalid message was ignored: ${problem}`);
    };
  }

  /** Rejects a request before `initialize` and one with invalid parameters; drops the result of a cancelled one. */
  function requestHandler<Params, Result>(
    rules: ParameterRules,
    handle: (
      server: LanguageServer,
      params: Params,
      token: CancellationToken,
    ) => Promise<Result | RequestFailure>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return async (params, token) => {
      if (introduction === undefined) {
        const reason = 'Requests before “initialize” are not answered.';
        return new ResponseError(ErrorCodes.ServerNotInitialized, reason);
      }
      const problem = validate(params, rules);
      if (problem !== undefined) return new ResponseError(ErrorCodes.InvalidParams, problem);
      const result = await handle(await server(), params, token);
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      return isRequestFailure(result)
        ? new ResponseError(LSPErrorCodes.RequestFailed, result.reason)
        : result;
    };
  }

  connection.onInitialize((params) => {
    const problem = validate(params, PARAMETER_RULES.initialize);
    if (problem !== undefined) return new ResponseError(ErrorCodes.InvalidParams, problem);
    // The library has just replaced all earlier listeners with its own.
    connection.onNotification(
      DidChangeWorkspaceFoldersNotification.type,
      notificationHandler(PARAMETER_RULES.folders, ({ session }, { event }) =>
        session.changeFolders(event),
      ),
    );
    introduction = params;
    client.initialize(params);
    return {
      capabilities: capabilitiesFor(
        params.capabilities,
        hasOwnModel && !readClientInfo(params).asksModels,
      ),
      serverInfo: { name: 'Copydesk' },
    };
  });
  connection.onInitialized(
    notificationHandler(PARAMETER_RULES.anything, ({ session }) => {
      client.registerForSettings();
      session.changeSettings();
    }),
  );
  connection.onNotification(
    INVALID_MESSAGE,
    notificationHandler(PARAMETER_RULES.anything, (_, { body }: { readonly body: string }) =>
      client.log.warn(`A message was ignored because it is not an object: ${body}`),
    ),
  );
  connection.onShutdown(async () => (await opened)?.session.shutdown());

  connection.onDidChangeConfiguration(
    notificationHandler(PARAMETER_RULES.settings, ({ session }, { settings }) => {
      client.receiveSettings(settings);
      session.changeSettings();
    }),
  );
  connection.onDidChangeWatchedFiles(
    notificationHandler(PARAMETER_RULES.files, ({ session }, { changes }) =>
      session.changeFiles(
        changes.map(({ uri }) => uri),
        changes.filter(({ type }) => type === FileChangeType.Created).map(({ uri }) => uri),
      ),
    ),
  );

  connection.onDidOpenTextDocument(
    notificationHandler(PARAMETER_RULES.open, ({ session }, params) =>
      session.openDocument(params),
    ),
  );
  connection.onDidChangeTextDocument(
    notificationHandler(PARAMETER_RULES.change, ({ session }, params) =>
      session.changeDocument(params),
    ),
  );
  connection.onDidSaveTextDocument(
    notificationHandler(PARAMETER_RULES.onDocument, ({ session }, { textDocument }) =>
      session.saveDocument(textDocument.uri),
    ),
  );
  connection.onDidCloseTextDocument(
    notificationHandler(PARAMETER_RULES.onDocument, ({ session }, { textDocument }) =>
      session.closeDocument(textDocument.uri),
    ),
  );
  connection.onNotification(
    VisibleRangeNotification,
    notificationHandler(PARAMETER_RULES.inRange, ({ session }, params) =>
      session.changeVisibleRange(params),
    ),
  );

  connection.onNotification(
    CursorsNotification,
    notificationHandler(PARAMETER_RULES.cursors, ({ session }, params) =>
      session.moveCursors(params),
    ),
  );

  connection.onHover(
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.hover(params, token),
    ),
  );
  connection.onDefinition(
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.definition(params, token),
    ),
  );
  connection.onCodeAction(
    requestHandler(PARAMETER_RULES.actions, ({ handlers }, params, token) =>
      handlers.codeActions(params, token),
    ),
  );
  connection.onDocumentSymbol(
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.documentSymbols(params, token),
    ),
  );
  connection.onDocumentHighlight(
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.highlights(params, token),
    ),
  );
  connection.onReferences(
    requestHandler(PARAMETER_RULES.references, ({ handlers }, params, token) =>
      handlers.references(params, token),
    ),
  );
  connection.onPrepareRename(
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.prepareRename(params, token),
    ),
  );
  connection.onRenameRequest(
    requestHandler(PARAMETER_RULES.rename, ({ handlers }, params, token) =>
      handlers.rename(params, token),
    ),
  );
  connection.onWorkspaceSymbol(
    requestHandler(PARAMETER_RULES.symbols, ({ handlers }, params) =>
      handlers.workspaceSymbols(params),
    ),
  );
  connection.onCompletion(
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.completions(params, token),
    ),
  );
  connection.onCompletionResolve(
    requestHandler(PARAMETER_RULES.completion, ({ handlers }, item) =>
      Promise.resolve(handlers.resolveCompletion(item)),
    ),
  );
  connection.onCodeLens(
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.codeLenses(params, token),
    ),
  );
  connection.onRequest(
    FactSheetRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.factSheet(params, token),
    ),
  );
  connection.onRequest(
    ReferenceRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.reference(params, token),
    ),
  );
  connection.onRequest(
    TimelineRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.timeline(params, token),
    ),
  );
  connection.onRequest(
    DraftOfDocumentRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params) =>
      handlers.draftOfDocument(params),
    ),
  );
  connection.onRequest(
    SourceTextRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params) =>
      handlers.sourceText(params),
    ),
  );
  connection.onRequest(
    CommentedDocumentRequest,
    requestHandler(PARAMETER_RULES.commentedDocument, ({ handlers }, params, token) =>
      handlers.commentedDocument(params, token),
    ),
  );
  connection.onRequest(
    ExportFactSheetRequest,
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.exportFactSheet(params, token),
    ),
  );
  connection.onRequest(
    TakeBackRequest,
    requestHandler(PARAMETER_RULES.takeBack, ({ handlers }, params, token) =>
      handlers.takeBack(params, token),
    ),
  );
  connection.onRequest(
    SignOffRequest,
    requestHandler(PARAMETER_RULES.signOff, ({ handlers }, params, token) =>
      handlers.signOff(params, token),
    ),
  );
  connection.onRequest(
    UseEvidenceRequest,
    requestHandler(PARAMETER_RULES.useEvidence, ({ handlers }, params, token) =>
      handlers.useEvidence(params, token),
    ),
  );
  connection.onRequest(
    EntryAtRequest,
    requestHandler(PARAMETER_RULES.atPosition, ({ handlers }, params, token) =>
      handlers.entryAt(params, token),
    ),
  );
  connection.onRequest(
    FindPassagesRequest,
    requestHandler(PARAMETER_RULES.findPassages, ({ handlers }, params, token) =>
      handlers.findPassages(params, token),
    ),
  );
  connection.onRequest(
    AssistantRequest,
    requestHandler(PARAMETER_RULES.assistant, ({ handlers }, params) =>
      handlers.askAssistant(params),
    ),
  );
  connection.onNotification(
    UseModelNotification,
    notificationHandler(
      PARAMETER_RULES.useModel,
      ({ handlers }, params) => void handlers.opinions.useModel(params),
    ),
  );
  connection.onRequest(
    FindModelsRequest,
    requestHandler(PARAMETER_RULES.findModels, ({ handlers }, params, token) =>
      handlers.opinions.findModels(params, token),
    ),
  );
  connection.onRequest(
    SecondOpinionPlanRequest,
    requestHandler(PARAMETER_RULES.opinionPlan, ({ handlers }, params, token) =>
      handlers.opinions.plan(params, token),
    ),
  );
  connection.onRequest(
    SecondOpinionRequest,
    requestHandler(PARAMETER_RULES.opinion, ({ handlers }, params, token) =>
      handlers.opinions.ask(params, token),
    ),
  );
  connection.onExecuteCommand(
    requestHandler(PARAMETER_RULES.command, ({ handlers }, params, token) =>
      handlers.opinions.execute(params, token),
    ),
  );
  const { semanticTokens, diagnostics } = connection.languages;
  semanticTokens.on(
    requestHandler(PARAMETER_RULES.onDocument, ({ handlers }, params, token) =>
      handlers.semanticTokens(params, token),
    ),
  );
  semanticTokens.onRange(
    requestHandler(PARAMETER_RULES.inRange, ({ handlers }, params, token) =>
      handlers.semanticTokens(params, token),
    ),
  );
  diagnostics.on(
    requestHandler(PARAMETER_RULES.onDocument, ({ session }, params, token) =>
      session.diagnostics(params, token),
    ),
  );
  diagnostics.onWorkspace(
    requestHandler(PARAMETER_RULES.previousResults, ({ session }, params, token) =>
      session.workspaceDiagnostics(params, token),
    ),
  );

  connection.listen();
}
