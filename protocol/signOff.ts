import { type EvidencePlace, evidencePlace } from './evidencePlace.js';
import { longTime } from './longTime.js';

// The sign-off of a fact sheet: who checked which of its entries, with which evidence.

/**
 * The subject of a signature: an entry of the fact sheet, identified by the words of the draft that
 * were checked.
 */
export interface SignedSubject {
  readonly kind: 'statement' | 'quote' | 'name';
  /** The sentence on one line, without markup; for a name, the sentence of its first reference. */
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
  /** Present if the checker found the entry wrong, so that the writer has to correct it. */
  readonly decision?: 'rejected';
}

/** “Checked by MO on 28 November 2026, 23:10: rang the harbour office”, or “Found wrong by MO on …”, in local time. */
export function signatureText({ by, at, note, decision }: Signature): string {
  const what = decision === 'rejected' ? 'Found wrong' : 'Checked';
  return `${what} by ${by} on ${longTime(at)}${note === '' ? '' : `: ${note}`}`;
}

/** A passage of a source that a checker tied to an entry. */
export interface TiedPassage extends Pick<EvidencePlace, 'source' | 'line' | 'isFromArchive'> {
  readonly text: string;
}

/** The current state of an attached passage in the sources. */
export interface ChosenEvidence extends TiedPassage {
  /** The URI with which an editor opens the source; absent if it is not a file. */
  readonly uri?: string;
  /** Present if the source is only for the eyes of the reporter. */
  readonly isConfidential?: true;
  /** Why it may no longer be evidence, in one plain sentence; absent if nothing has changed. */
  readonly stale?: string;
}

/** True if two passages are the same words of the same source. */
export function isSamePassage(a: TiedPassage, b: TiedPassage): boolean {
  return a.source === b.source && a.text === b.text;
}

/** “The tide rose at nine. (log/tides.md:4)”, with the reason if the passage is stale. */
export function chosenText(passage: ChosenEvidence): string {
  const { text, stale = '' } = passage;
  return `${text} (${evidencePlace(passage)})${stale === '' ? '' : ` ${stale}`}`;
}

/** Whether an entry was checked. */
export interface SignOff {
  readonly subject: SignedSubject;
  /** The decisions on its current form, in the order of time; empty if it is open. */
  readonly signatures: readonly Signature[];
  /** Why a decided entry is open again, in plain sentences; absent if it was never decided. */
  readonly reopened?: string;
  /** The passages that checkers attached to it; absent if there are none. */
  readonly evidence?: readonly ChosenEvidence[];
  /** The non-confidential version of these; present if one is from a confidential source. */
  readonly shared?: readonly ChosenEvidence[];
}

/** The state of an entry, by its latest decision. */
export function decisionOn({ signatures }: SignOff): 'open' | 'checked' | 'rejected' {
  const last = signatures.at(-1);
  return last === undefined ? 'open' : (last.decision ?? 'checked');
}
