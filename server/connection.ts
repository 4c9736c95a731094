import {
  type CancellationToken,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { Answers } from './answers.js';
import { EditorLink } from './editorLink.js';
import type { Stock } from './library.js';
import { ExportRequest, FactSheetRequest, ReferenceRequest, ViewNotification } from './protocol.js';
import { Server } from './server.js';

/** Binds what travels over a connection to a server, and starts to listen. */
export function listen(connection: Connection, stock: Stock): void {
  const editor = new EditorLink(connection);
  const server = new Server(editor, stock, (run, milliseconds) => {
    const timeout = setTimeout(run, milliseconds);
    return () => clearTimeout(timeout);
  });
  const answers = new Answers(server, stock.open);

  connection.onInitialize((params) => {
    editor.initialize(params);
    return server.initialize(params);
  });
  connection.onInitialized(() => {
    editor.registerForSettings();
    server.changeSettings();
  });
  connection.onShutdown(() => server.shutdown());

  connection.onDidChangeConfiguration(({ settings }) => {
    editor.receiveSettings(settings);
    server.changeSettings();
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
    server.changeFolders(event),
  );
  connection.onDidChangeWatchedFiles(({ changes }) =>
    server.changeFiles(changes.map(({ uri }) => uri)),
  );

  connection.onDidOpenTextDocument((params) => server.openDocument(params));
  connection.onDidChangeTextDocument((params) => server.changeDocument(params));
  connection.onDidCloseTextDocument(({ textDocument }) => server.closeDocument(textDocument.uri));
  connection.onNotification(ViewNotification, (params) => server.viewDocument(params));

  connection.onHover(answering((params) => answers.hover(params)));
  connection.onDefinition(answering((params) => answers.definition(params)));
  connection.onCodeAction(answering((params) => answers.codeActions(params)));
  connection.onDocumentSymbol(answering((params) => answers.documentSymbols(params)));
  connection.onDocumentHighlight(answering((params) => answers.highlights(params)));
  connection.onReferences(answering((params) => answers.references(params)));
  connection.onPrepareRename(answering((params) => answers.prepareRename(params)));
  connection.onRenameRequest(answering((params) => answers.rename(params)));
  connection.onWorkspaceSymbol(answering((params) => answers.workspaceSymbols(params)));
  connection.onCompletion(answering((params) => answers.completions(params)));
  connection.onCompletionResolve((item) => answers.resolveCompletion(item));
  connection.onCodeLens(answering((params) => answers.codeLenses(params)));
  connection.onRequest(
    FactSheetRequest,
    answering((params) => answers.factSheet(params)),
  );
  connection.onRequest(
    ReferenceRequest,
    answering((params) => answers.reference(params)),
  );
  connection.onRequest(
    ExportRequest,
    answering((params) => answers.exportFactSheet(params)),
  );
  const { semanticTokens, diagnostics } = connection.languages;
  semanticTokens.on(answering((params) => answers.semanticTokens(params)));
  semanticTokens.onRange(answering((params) => answers.semanticTokens(params)));
  diagnostics.on(answering((params, token) => server.diagnostics(params, token)));
  diagnostics.onWorkspace((params, token) => server.workspaceDiagnostics(params, token));

  connection.listen();
}

/** Drops the answer to a request that the editor has lost interest in. */
function answering<Params, Result>(
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    const result = await handle(params, token);
    return token.isCancellationRequested
      ? new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
      : result;
  };
}
