import type {
  CancellationToken,
  CompletionItem,
  CompletionList,
  CompletionParams,
  CompletionTriggerKind,
} from 'vscode-languageserver';
import { completionsAt, draftOf, resolvedItem } from '../../features/completion/completion.js';
import { LineMap } from '../../prose/sourceMap.js';
import type { Session } from '../../session/session.js';

/** Only the number, because the protocol's library is not part of this bundle. */
const INVOKED: typeof CompletionTriggerKind.Invoked = 1;

/** Answers the requests for words that complete what is typed. */
export class CompletionHandlers {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Uses the last version that was checked, so that typing does not wait for a check. */
  async completions(
    { textDocument: { uri }, position, context }: CompletionParams,
    token: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const draft =
      this.#session.drafts.last(uri)?.draft ?? (await this.#session.drafts.of(uri, token));
    const text = this.#session.documents.get(uri)?.getText();
    if (draft === undefined || text === undefined) return undefined;
    const lines = new LineMap(text);
    const asked = (context?.triggerKind ?? INVOKED) === INVOKED;
    return completionsAt(draft, { text, lines, offset: lines.offset(position), explicit: asked });
  }

  resolve(item: CompletionItem): CompletionItem {
    const uri = draftOf(item);
    return uri === undefined ? item : resolvedItem(item, this.#session.drafts.last(uri)?.draft);
  }
}
