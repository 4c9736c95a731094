import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CheckedDraft,
  type CheckContext,
  checkProse,
  isSameContext,
  readDraft,
} from './draftAnalysis.js';
import type { Prose } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import type { Scheduler } from './scheduler.js';

/** What identifies the check of a draft. */
interface CheckKey {
  readonly version: number;
  readonly context: CheckContext;
  readonly part: Span | undefined;
}

/** Checks each version of a draft once, and abandons a check when a newer version makes it obsolete. */
export class DraftChecks {
  readonly #scheduler: Scheduler;
  /** The newest check of each draft, finished or not. */
  readonly #newest = new Map<
    string,
    { readonly key: CheckKey; readonly checked: Promise<CheckedDraft | undefined> }
  >();
  /** The prose that was read last of each draft, so that an abandoned check is not wasted. */
  readonly #prose = new Map<string, Prose>();
  readonly #last = new Map<string, CheckedDraft>();

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** The last version of a draft whose check was finished. */
  last(uri: string): CheckedDraft | undefined {
    return this.#last.get(uri);
  }

  /**
   * Checks a document, unless it was checked or is being checked in the same context. Resolves to
   * `undefined` if a newer check made this one obsolete. Rejects with what a check throws.
   */
  check(
    document: TextDocument,
    context: CheckContext,
    part: Span | undefined,
  ): Promise<CheckedDraft | undefined> {
    const { uri, version } = document;
    const newest = this.#newest.get(uri);
    const key = { version, context, part };
    if (newest !== undefined && isSame(newest.key, key)) return newest.checked;
    const checked = this.#check(document, key);
    this.#newest.set(uri, { key, checked });
    return checked;
  }

  /**
   * Runs a task on the version of a draft that was checked last; resolves to `undefined` if that
   * version becomes obsolete or the task is no longer wanted. Rejects with what the task throws.
   */
  run<Result>(
    uri: string,
    task: CooperativeTask<Result>,
    isWanted: () => boolean,
  ): Promise<Result | undefined> {
    const newest = this.#newest.get(uri);
    const isNewest = (): boolean => newest !== undefined && this.#newest.get(uri) === newest;
    return this.#scheduler.run(task, () => isNewest() && isWanted());
  }

  /** Abandons the check of a draft whose text has changed. */
  invalidate(uri: string): void {
    this.#newest.delete(uri);
  }

  /** Forgets everything about a draft. */
  forget(uri: string): void {
    this.#newest.delete(uri);
    this.#prose.delete(uri);
    this.#last.delete(uri);
  }

  async #check(document: TextDocument, key: CheckKey): Promise<CheckedDraft | undefined> {
    const { uri } = document;
    const { version, context, part } = key;
    const isWanted = (): boolean => this.#newest.get(uri)?.key === key;
    const reading = readDraft(document, part, this.#prose.get(uri));
    const prose = await this.#scheduler.run(reading, isWanted);
    if (prose === undefined || !isWanted()) return undefined;
    this.#prose.set(uri, prose);
    const checking = checkProse({ uri, version }, prose, context, part);
    const checked = await this.#scheduler.run(checking, isWanted);
    if (checked === undefined || !isWanted()) return undefined;
    this.#last.set(uri, checked);
    return checked;
  }
}

function isSame(a: CheckKey, b: CheckKey): boolean {
  return (
    a.version === b.version &&
    isSameContext(a.context, b.context) &&
    a.part?.start === b.part?.start &&
    a.part?.end === b.part?.end
  );
}
