import { type FactSheet, type FactSheetEntry, isDecided } from '../protocol/factSheet.js';
import { type Place, nextMark } from './nextMark.js';

/** A claim to go to, and the number of claims that are left with it. */
export interface NextClaim {
  readonly entry: FactSheetEntry;
  readonly left: number;
  /** True if the sources support all that are left, so that only signatures are missing. */
  readonly isSupported: boolean;
}

/**
 * The next undecided claim after a cursor, in the order of the draft and starting over at its end:
 * one that the sources do not support or, if none of these is left, any other. `undefined` if all
 * are decided.
 */
export function nextOpenClaim(
  { isCovered, entries }: FactSheet,
  cursor: Place,
): NextClaim | undefined {
  const open = (isCovered ? entries : []).filter((entry) => !isDecided(entry));
  const doubtful = open.filter(({ verdict }) => verdict !== 'supported');
  const [left, isSupported] = doubtful.length > 0 ? [doubtful, false] : [open, true];
  const starts = left.map((entry) => ({ ...entry.range.start, entry }));
  const next = nextMark(starts, cursor, 'next');
  return next && { entry: next.entry, left: left.length, isSupported };
}

/** The undecided claims that the sources do not support. */
export function openClaimsIn({ isCovered, entries }: FactSheet): readonly FactSheetEntry[] {
  return isCovered
    ? entries.filter((entry) => entry.verdict !== 'supported' && !isDecided(entry))
    : [];
}
