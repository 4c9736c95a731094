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

interface NewestCheck {
  readonly key: CheckKey;
  readonly checked: Promise<CheckedDraft | undefined>;
  isFinished: boolean;
  /** True if the next call checks again although nothing has changed but the readings of sentences. */
  isOutdated: boolean;
}

/** Checks each version of a draft once, and abandons a check when a newer version makes it obsolete. */
export class DraftChecks {
  readonly #scheduler: Scheduler;
  /** The newest check of each draft, finished or not. */
  readonly #newest = new Map<string, NewestCheck>();
  /** The prose that was last read for each draft, so that an abandoned check is not wasted. */
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
   * `undefined` if a newer version made this check obsolete. Rejects if the check throws.
   */
  check(
    document: TextDocument,
    context: CheckContext,
    part: Span | undefined,
  ): Promise<CheckedDraft | undefined> {
    const { uri, version } = document;
    const newest = this.#newest.get(uri);
    const given = { version, context, part };
    const isRepeated = newest !== undefined && isSame(newest.key, given);
    if (isRepeated && !newest.isOutdated) return newest.checked;
    // Tasks with the same key continue on this version.
    const key = isRepeated ? newest.key : given;
    const checked = this.#check(document, key);
    const check: NewestCheck = { key, checked, isFinished: false, isOutdated: false };
    this.#newest.set(uri, check);
    const finish = (): void => void (check.isFinished = true);
    checked.then(finish, finish);
    return checked;
  }

  /**
   * Makes the next call of `check` repeat a finished check, because more sentences have been read.
   * A check in progress uses the new readings from here on.
   */
  refresh(uri: string): void {
    const newest = this.#newest.get(uri);
    if (newest !== undefined) newest.isOutdated = newest.isFinished;
  }

  /**
   * Runs a task on the last checked version of a draft; resolves to `undefined` if that version
   * becomes obsolete or the task is no longer wanted. Rejects if the task throws.
   */
  run<Result>(
    uri: string,
    task: CooperativeTask<Result>,
    isWanted: () => boolean,
  ): Promise<Result | undefined> {
    const key = this.#newest.get(uri)?.key;
    const isNewest = (): boolean => key !== undefined && this.#newest.get(uri)?.key === key;
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
