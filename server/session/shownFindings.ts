import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../checks/draft.js';
import type { Finding } from '../checks/finding.js';
import { type EarlierFinding, carriedFindings } from './carriedFindings.js';
import type { Timer } from './clock.js';
import { Debouncer } from './debouncer.js';
import { type CheckContext, type CheckedDraft, isSameContext } from './draftAnalysis.js';
import {
  NOT_WRITING,
  type Writing,
  afterMoving,
  afterOtherChanges,
  afterTyping,
  isStillThere,
  shownFindings,
} from './heldBackFindings.js';
import { type TextChange, isTyping } from './typing.js';

/** A pause in which the reporter reads rather than looks for the next word. */
const PAUSE_MILLISECONDS = 1500;

interface State {
  readonly writing: Writing;
  /** The last context that the draft was checked in. */
  readonly context: CheckContext | undefined;
  /**
   * All findings of the last check and the ones that are shown: the same list if none is held back.
   */
  readonly findings: readonly Finding[];
  readonly shown: readonly Finding[];
  /** The words that each finding marks. */
  readonly words: readonly string[];
}

const OPENED: State = {
  writing: NOT_WRITING,
  context: undefined,
  findings: [],
  shown: [],
  words: [],
};

/**
 * Remembers which findings of each open draft the reporter sees, and shows the others when their
 * time has come.
 */
export class ShownFindings {
  readonly #states = new WeakMap<TextDocument, State>();
  readonly #pauses: Debouncer<TextDocument>;
  readonly #show: (uri: string) => void;

  /**
   * @param documentAt The open document at a URI.
   * @param show Called when findings that were held back should be shown.
   */
  constructor(
    documentAt: (uri: string) => TextDocument | undefined,
    show: (uri: string) => void,
    timer: Timer,
  ) {
    this.#show = show;
    this.#pauses = new Debouncer(
      (uri) => Promise.resolve(documentAt(uri)),
      (_uri, document) => this.#update(document, (writing) => ({ ...writing, isTyping: false })),
      timer,
    );
  }

  /** The findings of the newest version of a draft that are shown, in order. */
  of(document: TextDocument, { draft, context }: CheckedDraft): readonly Finding[] {
    const before = this.#states.get(document) ?? OPENED;
    const { findings } = draft.report;
    const isSame = before.context === undefined || isSameContext(before.context, context);
    const allowed = shownFindings(draft.prose, findings, before.writing, isSame);
    const decided = isSame ? withCarried(draft, allowed, before) : allowed;
    // The same list for the same findings, so that nobody is notified of them twice.
    const shown =
      before.findings === findings && isEqual(decided, before.shown) ? before.shown : decided;
    const writing = {
      ...(isStillThere(draft.prose, before.writing) ? before.writing : NOT_WRITING),
      shown: shown.map(({ code, span }) => ({ code, span })),
    };
    const words = shown.map(({ span }) => draft.prose.text.slice(span.start, span.end));
    this.#states.set(document, { writing, context, findings, shown, words });
    return shown;
  }

  /** Call when the text of a document has changed. */
  change(document: TextDocument, changes: readonly TextChange[]): void {
    const state = this.#states.get(document) ?? OPENED;
    const isTyped = isTyping(changes);
    const after = isTyped ? afterTyping : afterOtherChanges;
    this.#states.set(document, { ...state, writing: after(state.writing, changes) });
    if (isTyped) this.#pauses.schedule(document.uri, PAUSE_MILLISECONDS);
    else this.#pauses.cancel(document.uri);
  }

  /** The reporter's position in a document, in UTF-16 units, if it is known. */
  cursorsIn(document: TextDocument): readonly number[] {
    return this.#states.get(document)?.writing.cursors ?? [];
  }

  /**
   * Call when a client reports its cursors, in UTF-16 units of the newest text; none if the draft
   * is not active.
   */
  moveCursors(document: TextDocument, cursors: readonly number[]): void {
    const known = this.#states.get(document)?.writing.cursors ?? [];
    if (isEqual(known, cursors)) return;
    this.#update(document, (writing) => afterMoving(writing, cursors));
  }

  /** Call when a document was saved: the reporter wants to see all findings. */
  save(document: TextDocument): void {
    this.#pauses.cancel(document.uri);
    this.#update(document, ({ shown }) => ({ ...NOT_WRITING, shown }));
  }

  /** Call when a document is closed. */
  close(uri: string): void {
    this.#pauses.cancel(uri);
  }

  #update(document: TextDocument, change: (writing: Writing) => Writing): void {
    const state = this.#states.get(document);
    if (state === undefined) return;
    this.#states.set(document, { ...state, writing: change(state.writing) });
    if (state.findings !== state.shown) this.#show(document.uri);
  }
}

/** The findings together with those that stay until their sentences are read, in order. */
function withCarried(
  { prose, report }: Draft,
  allowed: readonly Finding[],
  { shown, words, writing }: State,
): readonly Finding[] {
  // After too many changes at once there are no marks.
  if (writing.shown.length !== shown.length) return allowed;
  const earlier = writing.shown.flatMap(({ span }, index): readonly EarlierFinding[] => {
    const [finding, marked] = [shown[index], words[index]];
    return finding === undefined || marked === undefined ? [] : [{ finding, words: marked, span }];
  });
  const carried = carriedFindings(prose, report.unread, report.findings, earlier);
  if (carried.length === 0) return allowed;
  return [...allowed, ...carried].sort((a, b) => a.span.start - b.span.start);
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((member, index) => member === other[index]);
}
