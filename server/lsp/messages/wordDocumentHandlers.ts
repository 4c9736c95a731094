import type { CancellationToken } from 'vscode-languageserver';
import { factSheetOf } from '../../features/factSheet/factSheet.js';
import { storedSignOffs } from '../../features/factSheet/signOffEdit.js';
import { draftComments } from '../../features/draftComments.js';
import { commentedDocument } from '../../session/commentedDocument.js';
import { draftOfDocument } from '../../session/documentDraft.js';
import type { DocumentHost } from '../../session/sessionHost.js';
import type {
  CommentedDocument,
  CommentedDocumentParams,
  DocumentParams,
} from '../../../protocol/requests.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';

/** Answers the requests about the Word document that a draft is made from. */
export class WordDocumentHandlers {
  readonly #session: Session;
  readonly #host: DocumentHost;

  constructor(session: Session, host: DocumentHost) {
    this.#session = session;
    this.#host = host;
  }

  /** Fails if the document cannot be read. */
  draft({ textDocument: { uri } }: DocumentParams): Promise<string | RequestFailure> {
    return draftOfDocument(this.#host, uri);
  }

  /** Fails if the Word document cannot be read. */
  async commented(
    { textDocument, document }: CommentedDocumentParams,
    token: CancellationToken,
  ): Promise<CommentedDocument | RequestFailure | null> {
    const { uri } = textDocument;
    const { fileTargets, folders } = this.#session;
    const target = await fileTargets.signOffTarget(uri, folders.of(uri));
    const stored = target === undefined ? [] : storedSignOffs(target);
    const found = await this.#session.drafts.run(uri, token, function* (draft) {
      const sheet = yield* factSheetOf(draft, stored);
      return { prose: draft.prose, comments: draftComments(draft, sheet) };
    });
    return found === undefined
      ? null
      : commentedDocument(this.#host, document, found.prose, found.comments);
  }
}
