import type { Signature, SignedSubject, TiedPassage } from '../../../protocol/signOff.js';
import { isRecord } from '../../reference/isRecord.js';

/** The name of the sign-off file, which applies to its folder and all folders below. */
export const SIGN_OFF_FILE = '.copydesk-signoff.ndjson';

/** A line of a sign-off file: somebody checked an entry of a draft's fact sheet, or tied passages to it. */
export interface StoredSignOff extends SignedSubject, Omit<Signature, 'decision'> {
  /** The path of the draft relative to the folder of the file. */
  readonly draft: string;
  /** The verdict of the sources on a statement or a quote when it was signed. */
  readonly verdict?: string;
  /** `rejected` if the checker found it wrong, `open` if passages were tied to it and nothing was decided. */
  readonly decision?: 'rejected' | 'open';
  /** The passages that it was decided with. */
  readonly evidence?: readonly TiedPassage[];
}

/**
 * The entries of a sign-off file, which has one JSON object per line. Invalid lines and the marks
 * of a merge conflict are skipped: what either side signed counts.
 */
export function readSignOffs(text: string): readonly StoredSignOff[] {
  return linesOf(text).flatMap((line) => parsed(line) ?? []);
}

/**
 * The text of a sign-off file without some entries and with others. Lines are sorted by draft and sentence, so that
 * people who sign different sentences change different places of the file. All other lines stay as they are, except
 * for the marks of a merge conflict.
 */
export function changedSignOffs(
  text: string,
  isRemoved: (entry: StoredSignOff) => boolean,
  added: readonly StoredSignOff[],
): string {
  const lines = linesOf(text).filter((line) => {
    const entry = parsed(line);
    return entry === undefined || !isRemoved(entry);
  });
  for (const entry of added) {
    const key = sortKeyOf(entry);
    const next = lines.findIndex((line) => {
      const other = parsed(line);
      return other !== undefined && sortKeyOf(other) > key;
    });
    lines.splice(next < 0 ? lines.length : next, 0, lineOf(entry));
  }
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return lines.map((line) => `${line}${lineBreak}`).join('');
}

/** The non-empty lines of a file, without conflict marks and the common ancestor between them. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let isAncestor = false;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    if (/^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/u.test(line)) isAncestor = line.startsWith('|');
    else if (!isAncestor && line.trim() !== '') lines.push(line);
  }
  return lines;
}

const KINDS: readonly unknown[] = ['statement', 'quote', 'name'] satisfies SignedSubject['kind'][];

function parsed(line: string): StoredSignOff | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return isStored(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isStored(value: unknown): value is StoredSignOff {
  if (!isRecord(value)) return false;
  const { kind, occurrence, words, verdict, decision, evidence } = value;
  return (
    KINDS.includes(kind) &&
    ['draft', 'sentence', 'by', 'at', 'note'].every((key) => typeof value[key] === 'string') &&
    [words, verdict].every((text) => text === undefined || typeof text === 'string') &&
    [undefined, 'rejected', 'open'].some((known) => known === decision) &&
    (evidence === undefined || (Array.isArray(evidence) && evidence.every(isTiedPassage))) &&
    (occurrence === undefined || Number.isInteger(occurrence))
  );
}

/** True for a value that is a passage of a source as a checker tied it to an entry. */
export function isTiedPassage(value: unknown): value is TiedPassage {
  if (!isRecord(value)) return false;
  const { source, line, text, isFromArchive } = value;
  return (
    typeof source === 'string' &&
    typeof text === 'string' &&
    Number.isInteger(line) &&
    (isFromArchive === undefined || isFromArchive === true)
  );
}

/** The fields in the order in which a reader wants them. */
function lineOf(entry: StoredSignOff): string {
  const { draft, by, at, kind, sentence, words, occurrence, verdict, decision, note } = entry;
  const passages = (entry.evidence ?? []).map(({ source, line, text, isFromArchive }) => {
    return { source, line, text, isFromArchive };
  });
  const evidence = passages.length === 0 ? undefined : passages;
  const who = { draft, by, at, kind, sentence, words, occurrence };
  return JSON.stringify({ ...who, verdict, decision, note, evidence });
}

function sortKeyOf({ draft, sentence, words, kind, at }: StoredSignOff): string {
  return [draft, sentence, kind, words ?? '', at].join('\u0000');
}
