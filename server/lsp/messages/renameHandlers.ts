import type {
  CancellationToken,
  PrepareRenameResult,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { draftEdit } from '../../features/codeActions/codeActions.js';
import { invalidNameReason, renameEdits, renameTargetAt } from '../../features/rename.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';
import { editTarget } from './edits.js';

/** Answers the requests to rename a person, body or place in a draft. */
export class RenameHandlers {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Fails if there is no name to rename. */
  async prepare(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<PrepareRenameResult | RequestFailure | undefined> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const renamed = renameTargetAt(draft, draft.prose.lines.offset(position));
    const reason = 'Only names that appear in your sources can be renamed.';
    return renamed ?? { reason };
  }

  /** Fails if the new name is not a name. */
  async rename(
    { textDocument, position, newName }: RenameParams,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | RequestFailure | undefined> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    if (draft === undefined) return undefined;
    const reason = invalidNameReason(newName);
    if (reason !== undefined) return { reason };
    const edits = renameEdits(draft, draft.prose.lines.offset(position), newName);
    return edits.length === 0
      ? undefined
      : draftEdit(editTarget(this.#session.clientInfo, draft), edits);
  }
}
