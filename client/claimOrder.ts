import { type FactSheet, type FactSheetEntry, isDecided } from '../protocol/factSheet.js';
import { type Place, nextMark } from './nextMark.js';

/** A claim to go to, and how many are left with it. */
export interface NextClaim {
  readonly entry: FactSheetEntry;
  readonly left: number;
  /** True if the sources support all that are left, so that only a signature is missing. */
  readonly isSupported: boolean;
}

/**
 * The next claim after a cursor that nobody has decided on, in the order of the draft and in a circle: of those that the
 * sources do not support or, when none of these is left, of the others. `undefined` if all are decided.
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

/** The claims that nobody has decided on and that the sources do not support. */
export function openClaimsIn({ isCovered, entries }: FactSheet): readonly FactSheetEntry[] {
  return isCovered
    ? entries.filter((entry) => entry.verdict !== 'supported' && !isDecided(entry))
    : [];
}
