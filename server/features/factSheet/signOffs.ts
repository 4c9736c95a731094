import type { FactSheetVerdict } from '../../../protocol/factSheet.js';
import { longTime } from '../../../protocol/longTime.js';
import {
  type ChosenEvidence,
  type Signature,
  type SignOff,
  type SignedSubject,
  type TiedPassage,
  isSamePassage,
} from '../../../protocol/signOff.js';
import type { StoredSignOff } from './signOffFile.js';

/** A signable entry, as far as its signature depends on it. */
interface Signable {
  readonly signOff: SignOff;
  /** The verdict of the sources; left out for a name. */
  readonly verdict?: FactSheetVerdict;
}

/** The minimum share of its words that a changed sentence has in common with the signed one. */
const MIN_LIKENESS = 0.5;

/** Upper bound on the signed sentences no longer in the draft whose successors are looked for. */
const MOST_CHANGED = 200;

/**
 * Determines for each entry of a fact sheet who signed it, and with which evidence. An entry is
 * signed if the words that were checked are the same. An entry is open again if its words have
 * changed since, or if the sources contradict it since.
 *
 * @param stored The signatures in the draft.
 * @param present The current state of a passage in the sources; by default, it is still there.
 */
export function signOffsOf<Entry extends Signable>(
  entries: readonly Entry[],
  stored: readonly StoredSignOff[],
  present: (passage: TiedPassage) => ChosenEvidence = (passage) => passage,
): ReadonlyMap<Entry, SignOff> {
  const linesBy = storedByEntry(entries, stored);
  return new Map(
    numbered(entries).map(({ entry, subject }) => {
      const lines = linesBy.get(entry) ?? [];
      const evidence = chosenFrom(lines, subject, present);
      return [
        entry,
        {
          ...signOffOf(entry, subject, lines),
          ...(evidence.length === 0 ? {} : { evidence }),
        },
      ];
    }),
  );
}

/**
 * The passages that lines attach to an entry, each once; all are stale if the entry has changed
 * since.
 */
function chosenFrom(
  lines: readonly StoredSignOff[],
  subject: SignedSubject,
  present: (passage: TiedPassage) => ChosenEvidence,
): readonly ChosenEvidence[] {
  const passages = lines.flatMap(({ evidence = [], ...line }) =>
    evidence.map((passage): ChosenEvidence => {
      const now = present(passage);
      return isSameSubject(line, subject) ? now : { ...now, stale: now.stale ?? CHANGED_SINCE };
    }),
  );
  return passages.filter(
    (passage, at) => passages.findIndex((other) => isSamePassage(other, passage)) === at,
  );
}

const CHANGED_SINCE = 'It was chosen before the sentence was changed.';

/**
 * The stored lines about each entry in its current form or, if there are none, in the form it
 * probably had before.
 */
export function storedByEntry<Entry extends Signable>(
  entries: readonly Entry[],
  stored: readonly StoredSignOff[],
): ReadonlyMap<Entry, readonly StoredSignOff[]> {
  const byKey = new Map<string, StoredSignOff[]>();
  for (const one of stored) {
    const same = byKey.get(keyOf(one));
    if (same === undefined) byKey.set(keyOf(one), [one]);
    else same.push(one);
  }
  const result = new Map<Entry, readonly StoredSignOff[]>();
  const open: Entry[] = [];
  for (const { entry, subject } of numbered(entries)) {
    const same = byKey.get(keyOf(subject));
    byKey.delete(keyOf(subject));
    if (same === undefined) open.push(entry);
    else result.set(entry, same);
  }
  const gone = [...byKey.values()].slice(0, MOST_CHANGED);
  for (const [entry, before] of changedEntries(open, gone)) result.set(entry, before);
  return result;
}

/** The entries with their subjects, numbered if they have the same words. */
function numbered<Entry extends Signable>(
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly subject: SignedSubject }[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const { subject } = entry.signOff;
    const occurrence = (counts.get(keyOf(subject)) ?? 0) + 1;
    counts.set(keyOf(subject), occurrence);
    return { entry, subject: occurrence === 1 ? subject : { ...subject, occurrence } };
  });
}

/** True if two subjects are the same entry with the same words. */
export function isSameSubject(a: SignedSubject, b: SignedSubject): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf({ kind, sentence, words = '', occurrence = 1 }: SignedSubject): string {
  return JSON.stringify([kind, sentence, words, occurrence]);
}

function signOffOf(
  entry: Signable,
  subject: SignedSubject,
  stored: readonly StoredSignOff[],
): SignOff {
  const decided = stored.filter(({ decision }) => decision !== 'open');
  const [line] = decided;
  if (line === undefined) return { subject, signatures: [] };
  if (!isSameSubject(line, subject))
    return { subject, signatures: [], reopened: changeNotice(subject, line, decided) };
  const signatures = decided
    .filter((one) => !isContradictedSince(entry, one))
    .map(signatureOf)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  if (signatures.length > 0) return { subject, signatures };
  const reopened = `Reopened: the sources contradict it now; they did not when ${whoSigned(decided)}.`;
  return { subject, signatures, reopened };
}

function signatureOf({ by, at, note, decision }: StoredSignOff): Signature {
  return { by, at, note, ...(decision === 'rejected' ? { decision } : {}) };
}

function isContradictedSince(entry: Signable, { verdict, decision }: StoredSignOff): boolean {
  return decision === undefined && entry.verdict === 'contradicted' && verdict !== 'contradicted';
}

/** “MO checked it on 28 November 2026, 23:10”. */
function whoSigned(stored: readonly StoredSignOff[]): string {
  const last = [...stored].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  if (last === undefined) return '';
  const did = last.decision === 'rejected' ? 'found it wrong' : 'checked it';
  return `${last.by} ${did} on ${longTime(last.at)}`;
}

function changeNotice(
  subject: SignedSubject,
  before: SignedSubject,
  stored: readonly StoredSignOff[],
): string {
  const isSameSentence = before.sentence === subject.sentence;
  const what =
    subject.kind === 'name' && isSameSentence ? 'the name or what belongs to it' : 'the sentence';
  const was = isSameSentence ? (before.words ?? before.sentence) : before.sentence;
  return `Reopened: ${what} was changed after ${whoSigned(stored)}. It was: “${was}”${/[.!?]["”’)]*$/u.test(was) ? '' : '.'}`;
}

/** The open entry that each missing signed sentence has become: the likeliest pairs first. */
function changedEntries<Entry extends Signable>(
  open: readonly Entry[],
  gone: readonly (readonly StoredSignOff[])[],
): ReadonlyMap<Entry, readonly StoredSignOff[]> {
  const entryWords = new Map(open.map((entry) => [entry, wordsOf(entry.signOff.subject)]));
  const pairs = gone.flatMap((stored) => {
    const [before] = stored;
    if (before === undefined) return [];
    const words = wordsOf(before);
    return open
      .filter(({ signOff }) => signOff.subject.kind === before.kind)
      .map((entry) => ({ entry, stored, likeness: likeness(words, entryWords.get(entry)) }))
      .filter((pair) => pair.likeness >= MIN_LIKENESS);
  });
  const found = new Map<Entry, readonly StoredSignOff[]>();
  const taken = new Set<readonly StoredSignOff[]>();
  for (const { entry, stored } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (found.has(entry) || taken.has(stored)) continue;
    found.set(entry, stored);
    taken.add(stored);
  }
  return found;
}

/**
 * The words by which a changed entry is recognised: of a name, its own; of others, those of the
 * sentence.
 */
function wordsOf({ kind, sentence, words = '' }: SignedSubject): ReadonlySet<string> {
  const text = kind === 'name' ? (words.split(';')[0] ?? '') : sentence;
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The share of words that two sets have in common (Dice's coefficient), 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string> = new Set()): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
