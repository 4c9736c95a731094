import { longTime } from './longTime.js';

// The sign-off of a fact sheet: who checked which of its entries.

/** What a checker signs: an entry of the fact sheet, by the words of the draft that were checked. */
export interface SignedSubject {
  readonly kind: 'statement' | 'quote' | 'name';
  /** The sentence on one line, without markup; of a name, that of its first reference. */
  readonly sentence: string;
  /**
   * The part of the sentence that the entry is about, if it is not all of it. Of a name: the name, its title, its other
   * forms and its figures.
   */
  readonly words?: string;
  /** Which of the entries with the same words in the draft, 1-based; 1 if left out. */
  readonly occurrence?: number;
}

/** The signature of a checker. */
export interface Signature {
  /** The initials. */
  readonly by: string;
  /** The time in UTC, to the second: “2026-11-28T23:10:00Z”. */
  readonly at: string;
  /** The checker's remark; empty if there is none. */
  readonly note: string;
}

/** “Checked by MO on 28 November 2026, 23:10: rang the harbour office”, in local time. */
export function signatureText({ by, at, note }: Signature): string {
  return `Checked by ${by} on ${longTime(at)}${note === '' ? '' : `: ${note}`}`;
}

/** Whether an entry was checked. */
export interface SignOff {
  readonly subject: SignedSubject;
  /** Who checked it as it is now, in the order of time; empty if it is open. */
  readonly signatures: readonly Signature[];
  /** Why it is open again although it was checked, in plain sentences; absent if it was not. */
  readonly reopened?: string;
}
