import {
  type CancellationToken,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.js';
import type { Desk } from './desk.js';
import type { Editor } from './editor.js';
import { EditorLink } from './editorLink.js';
import { ExportRequest, FactSheetRequest, ReferenceRequest, ViewNotification } from './protocol.js';
import { type Refusal, isRefusal } from './refusal.js';

/**
 * Binds what travels over a connection to a desk, and starts to listen. A client is told at once what it is
 * offered; the desk is opened with the first message after that.
 */
export function listen(connection: Connection, openDesk: (editor: Editor) => Promise<Desk>): void {
  const editor = new EditorLink(connection);
  let introduction: InitializeParams | undefined;
  let opened: Promise<Desk> | undefined;
  const open = async (): Promise<Desk> => {
    const desk = await openDesk(editor);
    if (introduction !== undefined) desk.server.initialize(introduction);
    return desk;
  };
  // Whoever waits for the one promise goes on in the order in which the messages came.
  const desk = (): Promise<Desk> => (opened ??= open());

  function telling<News>(take: (desk: Desk, news: News) => void): (news: News) => Promise<void> {
    return async (news) => take(await desk(), news);
  }

  /** Drops the answer to a request that the editor has lost interest in. */
  function answering<Params, Answer>(
    answer: (desk: Desk, params: Params, token: CancellationToken) => Promise<Answer | Refusal>,
  ): (params: Params, token: CancellationToken) => Promise<Answer | ResponseError<never>> {
    return async (params, token) => {
      const result = await answer(await desk(), params, token);
      if (token.isCancellationRequested) {
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      }
      return isRefusal(result)
        ? new ResponseError(LSPErrorCodes.RequestFailed, result.refused)
        : result;
    };
  }

  connection.onInitialize((params) => {
    introduction = params;
    editor.initialize(params);
    return {
      capabilities: capabilitiesFor(params.capabilities),
      serverInfo: { name: 'Copydesk' },
    };
  });
  connection.onInitialized(
    telling(({ server }) => {
      editor.registerForSettings();
      server.changeSettings();
    }),
  );
  connection.onShutdown(async () => (await opened)?.server.shutdown());

  connection.onDidChangeConfiguration(
    telling(({ server }, { settings }) => {
      editor.receiveSettings(settings);
      server.changeSettings();
    }),
  );
  connection.onNotification(
    DidChangeWorkspaceFoldersNotification.type,
    telling(({ server }, { event }) => server.changeFolders(event)),
  );
  connection.onDidChangeWatchedFiles(
    telling(({ server }, { changes }) => server.changeFiles(changes.map(({ uri }) => uri))),
  );

  connection.onDidOpenTextDocument(telling(({ server }, params) => server.openDocument(params)));
  connection.onDidChangeTextDocument(
    telling(({ server }, params) => server.changeDocument(params)),
  );
  connection.onDidCloseTextDocument(
    telling(({ server }, { textDocument }) => server.closeDocument(textDocument.uri)),
  );
  connection.onNotification(
    ViewNotification,
    telling(({ server }, params) => server.viewDocument(params)),
  );

  connection.onHover(answering(({ answers }, params) => answers.hover(params)));
  connection.onDefinition(answering(({ answers }, params) => answers.definition(params)));
  connection.onCodeAction(answering(({ answers }, params) => answers.codeActions(params)));
  connection.onDocumentSymbol(answering(({ answers }, params) => answers.documentSymbols(params)));
  connection.onDocumentHighlight(answering(({ answers }, params) => answers.highlights(params)));
  connection.onReferences(answering(({ answers }, params) => answers.references(params)));
  connection.onPrepareRename(answering(({ answers }, params) => answers.prepareRename(params)));
  connection.onRenameRequest(answering(({ answers }, params) => answers.rename(params)));
  connection.onWorkspaceSymbol(
    answering(({ answers }, params) => answers.workspaceSymbols(params)),
  );
  connection.onCompletion(answering(({ answers }, params) => answers.completions(params)));
  connection.onCompletionResolve(async (item) => (await desk()).answers.resolveCompletion(item));
  connection.onCodeLens(answering(({ answers }, params) => answers.codeLenses(params)));
  connection.onRequest(
    FactSheetRequest,
    answering(({ answers }, params) => answers.factSheet(params)),
  );
  connection.onRequest(
    ReferenceRequest,
    answering(({ answers }, params) => answers.reference(params)),
  );
  connection.onRequest(
    ExportRequest,
    answering(({ answers }, params) => answers.exportFactSheet(params)),
  );
  const { semanticTokens, diagnostics } = connection.languages;
  semanticTokens.on(answering(({ answers }, params) => answers.semanticTokens(params)));
  semanticTokens.onRange(answering(({ answers }, params) => answers.semanticTokens(params)));
  diagnostics.on(answering(({ server }, params, token) => server.diagnostics(params, token)));
  diagnostics.onWorkspace(
    answering(({ server }, params, token) => server.workspaceDiagnostics(params, token)),
  );

  connection.listen();
}
