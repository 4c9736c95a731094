import type { Position, Range } from 'vscode-languageserver-types';
import type { FactSheet, SignableEntry } from '../../../protocol/factSheet.js';

/**
 * The entry at a place of the draft: the shortest statement or quote around it, otherwise the name;
 * `undefined` if there is none.
 */
export function entryAt(
  { isCovered, entries, names }: FactSheet,
  position: Position,
): SignableEntry | undefined {
  const around = ({ range }: { readonly range: Range }): boolean =>
    compare(range.start, position) <= 0 && compare(position, range.end) <= 0;
  const claims = isCovered ? entries.filter(around) : [];
  // A quote may be part of a sentence that is a claim itself.
  const [claim] = claims.sort((a, b) => a.text.length - b.text.length);
  return claim ?? names.find(around);
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
