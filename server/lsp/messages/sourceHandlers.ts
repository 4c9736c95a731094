import type { CancellationToken } from 'vscode-languageserver';
import { referenceOverviewOf } from '../../features/referenceOverview.js';
import type { ReferenceOverview } from '../../../protocol/referenceOverview.js';
import { sourceText } from '../../session/sourceText.js';
import type { DocumentParams } from '../../../protocol/requests.js';
import type { RequestFailure } from '../requestFailure.js';
import type { Session } from '../../session/session.js';
import type { DocumentHost } from '../../session/sessionHost.js';

/** Answers the requests for what the sources of a document contain. */
export class SourceHandlers {
  readonly #session: Session;
  readonly #host: DocumentHost;

  constructor(session: Session, host: DocumentHost) {
    this.#session = session;
    this.#host = host;
  }

  /**
   * For a draft, the reference that it is checked against; for another document, the reference of
   * the sources that it belongs to.
   */
  async overview(
    { textDocument }: DocumentParams,
    token: CancellationToken,
  ): Promise<ReferenceOverview> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    const { reference, uriOfSource } = draft ?? (await this.#session.sources.of(textDocument.uri));
    return referenceOverviewOf(reference, uriOfSource);
  }

  /** Fails if the source cannot be read. */
  text({ textDocument: { uri } }: DocumentParams): Promise<string | RequestFailure> {
    return sourceText(this.#host, uri);
  }
}
