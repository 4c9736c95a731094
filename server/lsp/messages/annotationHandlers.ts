import type {
  CancellationToken,
  CodeLens,
  CodeLensParams,
  Hover,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { codeLensesOf } from '../../features/codeLens.js';
import { hoverAt } from '../../features/hover/hover.js';
import { semanticTokensOf } from '../../features/semanticTokens.js';
import type { Session } from '../../session/session.js';
import type { SecondOpinionHandlers } from './secondOpinionHandlers.js';

/** Answers the requests for what an editor shows in or over the text of a draft. */
export class AnnotationHandlers {
  readonly #session: Session;
  readonly #opinions: Pick<SecondOpinionHandlers, 'modelFor'>;

  constructor(session: Session, opinions: Pick<SecondOpinionHandlers, 'modelFor'>) {
    this.#session = session;
    this.#opinions = opinions;
  }

  async hover(
    { textDocument, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Hover | undefined> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return undefined;
    // The server knows what else the editor shows in a hover only for our own extension.
    const { hasFactSheet: showsFindings, asksModels } = this.#session.clientInfo;
    const model = asksModels ? await this.#opinions.modelFor(textDocument.uri) : undefined;
    return hoverAt(draft, draft.prose.lines.offset(position), { showsFindings, model });
  }

  async codeLenses(
    { textDocument }: CodeLensParams,
    token: CancellationToken,
  ): Promise<CodeLens[]> {
    const draft = await this.#session.drafts.withClaims(textDocument.uri, token);
    if (draft === undefined) return [];
    const stored = await this.#session.signOffs.of(draft.uri);
    return codeLensesOf(draft, this.#session.clientInfo.hasFactSheet, stored);
  }

  async semanticTokens(
    { textDocument, range }: SemanticTokensParams & Partial<SemanticTokensRangeParams>,
    token: CancellationToken,
  ): Promise<SemanticTokens> {
    const draft = await this.#session.drafts.of(textDocument.uri, token);
    return { data: draft === undefined ? [] : semanticTokensOf(draft, range) };
  }
}
