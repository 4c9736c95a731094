import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { claimsTask } from '../checks/check.js';
import type { Draft } from '../checks/draft.js';
import type { ReadingQueue } from '../inference/readingQueue.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Prose } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
import type { Reference } from '../reference/reference.js';
import { isCancelled } from './cancellation.js';
import type { Timer } from './clock.js';
import { type CheckedDraft, fixDraft, mayBeDraft } from './draftAnalysis.js';
import type { DraftChecks } from './draftChecks.js';
import type { DraftContexts } from './draftContexts.js';
import type { DraftNotifier } from './draftNotifier.js';
import type { LazyOpinions } from './lazyOpinions.js';
import { partInView } from './longDraft.js';
import type { OpenDocuments } from './openDocuments.js';
import { withAllReadings } from './readingRounds.js';
import type { OpinionDraft } from './secondOpinions.js';
import { typingPause } from './typingPause.js';
import type { VisibleRanges } from './visibleRanges.js';
import type { WorkspaceFolders } from './workspaceFolders.js';

const LONG_DRAFT =
  'This draft has more than a million characters, so Copydesk only checks the part in view.';

/** What open drafts are checked with. */
interface CheckParts {
  readonly documents: OpenDocuments;
  readonly folders: WorkspaceFolders;
  readonly visibleRanges: VisibleRanges;
  readonly contexts: DraftContexts;
  readonly checks: DraftChecks;
  readonly notifier: DraftNotifier;
  readonly opinions: LazyOpinions;
  /** `undefined` if there are no readers. */
  readonly reader: ReadingQueue | undefined;
  readonly timer: Timer;
}

/** The open drafts, each checked when somebody asks for it. */
export class CheckedDrafts {
  readonly #parts: CheckParts;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  /**
   * The newest version of an open document, checked; a finished check is not repeated. `undefined`
   * for a document that is not a draft, such as a source or one that the settings exclude, and if
   * the request is cancelled.
   */
  async checked(asked: string, token?: CancellationToken): Promise<CheckedDraft | undefined> {
    const { documents, contexts, checks, notifier, timer } = this.#parts;
    const uri = documents.spelling(asked);
    for (;;) {
      const context = await contexts.of(uri);
      const document = documents.get(uri);
      if (context === undefined || document === undefined || !mayBeDraft(document.getText())) {
        return undefined;
      }
      const part = this.#partOf(document);
      if (part !== undefined) notifier.show(uri, LONG_DRAFT);
      const checked = await checks.check(document, context, part);
      if (isCancelled(token)) return undefined;
      if (checked !== undefined) {
        for (const message of checked.draft.report.leftOut) notifier.show(uri, message);
        return checked;
      }
      // A newer version made the check obsolete, so someone is typing.
      await typingPause(timer);
    }
  }

  /** The draft of `checked`. */
  async of(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return (await this.checked(uri, token))?.draft;
  }

  /** The draft of `checked` with its claims computed, so that reading them takes no time. */
  withClaims(uri: string, token: CancellationToken): Promise<Draft | undefined> {
    return this.run(uri, token, function* (draft) {
      yield* claimsTask(draft.report);
      return draft;
    });
  }

  /**
   * Runs a task on the newest version of a draft, and starts again if a newer one makes it obsolete.
   * Resolves to `undefined` for a document that is not a draft, and if the request is cancelled.
   */
  async run<Result>(
    uri: string,
    token: CancellationToken,
    task: (draft: Draft) => CooperativeTask<Result>,
  ): Promise<Result | undefined> {
    const opinions = await this.#parts.opinions.ifLoaded;
    const folder = this.#parts.folders.of(uri);
    return this.runOnChecked(uri, token, function* (checked) {
      return yield* task(
        opinions === undefined ? checked.draft : yield* opinions.on(opinionDraft(checked), folder),
      );
    });
  }

  /** The same with the check and its context, without opinions. */
  async runOnChecked<Result>(
    uri: string,
    token: CancellationToken,
    task: (checked: CheckedDraft) => CooperativeTask<Result>,
  ): Promise<Result | undefined> {
    for (;;) {
      const checked = await this.checked(uri, token);
      if (checked === undefined) return undefined;
      const isWanted = (): boolean => !isCancelled(token);
      const result = await this.#parts.checks.run(checked.draft.uri, task(checked), isWanted);
      if (result !== undefined || !isWanted()) return result;
    }
  }

  /**
   * The newest version of a draft as it was checked, and its prose with all fixes applied.
   * `undefined` for a document that is not a draft, for a long draft that was only read in part, if
   * a newer version makes the result obsolete, and if the request is cancelled.
   */
  async fixed(
    uri: string,
    token: CancellationToken,
  ): Promise<{ readonly draft: Draft; readonly fixed: Prose } | undefined> {
    const checked = await this.checked(uri, token);
    const document = this.#parts.documents.get(uri);
    if (checked === undefined || checked.part !== undefined || document === undefined) {
      return undefined;
    }
    const { draft } = checked;
    if (draft.version !== document.version) return undefined;
    const isWanted = (): boolean => !isCancelled(token) && draft.version === document.version;
    const reader = checked.context.readings.isOn ? this.#parts.reader : undefined;
    const fixed = await withAllReadings(reader, (_, ask) =>
      isWanted()
        ? this.#parts.checks.run(draft.uri, fixDraft(document, checked, ask), isWanted)
        : undefined,
    );
    return fixed && { draft, fixed };
  }

  /** The last check of a draft, which may be older than the text. */
  last(uri: string): CheckedDraft | undefined {
    return this.#parts.checks.last(this.#parts.documents.spelling(uri));
  }

  /** The last check of a draft, if the text has not changed since. */
  lastOfText(uri: string): CheckedDraft | undefined {
    const checked = this.last(uri);
    return checked?.draft.version === this.#parts.documents.get(uri)?.version ? checked : undefined;
  }

  /** The references that open drafts were last checked against. */
  get references(): ReadonlySet<Reference> {
    const drafts = this.#parts.documents.uris.map((uri) => this.#parts.checks.last(uri)?.draft);
    return new Set(drafts.flatMap((draft) => (draft === undefined ? [] : [draft.reference])));
  }

  /** False if the visible part of a long draft is outside the part that its last check read. */
  isInLastCheck(document: TextDocument): boolean {
    return this.#partOf(document) === this.last(document.uri)?.part;
  }

  /** The part of a draft to read; `undefined` for all of it. */
  #partOf(document: TextDocument): Span | undefined {
    const last = this.#parts.checks.last(document.uri);
    return partInView(document.getText(), this.#parts.visibleRanges.in(document), last?.part);
  }
}

/** A checked draft, as second opinions depend on it. */
export function opinionDraft({ draft, context }: CheckedDraft): OpinionDraft {
  const { readings, snapshot } = context;
  return { draft, readings, indexes: snapshot.indexes ?? [] };
}
