import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CheckedDraft,
  type CheckContext,
  checkRead,
  isSameContext,
  readDraft,
} from './analysis.js';
import type { Prose } from '../prose/prose.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import type { Span } from '../prose/span.js';
import type { Scheduler } from './scheduler.js';

/** What the outcome of a check depends on, beside what the draft was before. */
interface CheckKey {
  readonly version: number;
  readonly standard: CheckContext;
  readonly part: Span | undefined;
}

/** Checks drafts in turns, each version once, and none to its end that a newer one has overtaken. */
export class DraftChecks {
  readonly #turns: Scheduler;
  /** The newest check of each draft, whether it has come to its end or not. */
  readonly #newest = new Map<
    string,
    { readonly terms: CheckKey; readonly checked: Promise<CheckedDraft | undefined> }
  >();
  /** What was read last of each draft, so that what a check found out lasts though it was overtaken. */
  readonly #read = new Map<string, Prose>();
  readonly #last = new Map<string, CheckedDraft>();

  constructor(turns: Scheduler) {
    this.#turns = turns;
  }

  /** The last version of a draft that was checked to its end. */
  last(uri: string): CheckedDraft | undefined {
    return this.#last.get(uri);
  }

  /**
   * A document, checked; what was checked already, or is being checked, is not checked again. `undefined`
   * where it was overtaken. Rejects with what a check throws.
   */
  of(
    document: TextDocument,
    standard: CheckContext,
    part: Span | undefined,
  ): Promise<CheckedDraft | undefined> {
    const { uri, version } = document;
    const newest = this.#newest.get(uri);
    const terms = { version, standard, part };
    if (newest !== undefined && isSame(newest.terms, terms)) return newest.checked;
    const checked = this.#check(document, terms);
    this.#newest.set(uri, { terms, checked });
    return checked;
  }

  /**
   * Does some work on the version of a draft that was checked last, in turns; `undefined` where that is
   * overtaken or not wanted any more. Rejects with what the work throws.
   */
  take<Result>(
    uri: string,
    work: CooperativeTask<Result>,
    isWanted: () => boolean,
  ): Promise<Result | undefined> {
    const newest = this.#newest.get(uri);
    const isNewest = (): boolean => newest !== undefined && this.#newest.get(uri) === newest;
    return this.#turns.take(work, () => isNewest() && isWanted());
  }

  /** Leaves off what is being checked of a draft, as it says something else now. */
  overtake(uri: string): void {
    this.#newest.delete(uri);
  }

  /** Forgets all about a draft. */
  forget(uri: string): void {
    this.#newest.delete(uri);
    this.#read.delete(uri);
    this.#last.delete(uri);
  }

  async #check(document: TextDocument, terms: CheckKey): Promise<CheckedDraft | undefined> {
    const { uri } = document;
    const { version, standard, part } = terms;
    const isWanted = (): boolean => this.#newest.get(uri)?.terms === terms;
    const reading = readDraft(document, part, this.#read.get(uri));
    const prose = await this.#turns.take(reading, isWanted);
    if (prose === undefined || !isWanted()) return undefined;
    this.#read.set(uri, prose);
    const checking = checkRead({ uri, version }, prose, standard, part);
    const checked = await this.#turns.take(checking, isWanted);
    if (checked === undefined || !isWanted()) return undefined;
    this.#last.set(uri, checked);
    return checked;
  }
}

function isSame(a: CheckKey, b: CheckKey): boolean {
  return (
    a.version === b.version &&
    isSameContext(a.standard, b.standard) &&
    a.part?.start === b.part?.start &&
    a.part?.end === b.part?.end
  );
}
