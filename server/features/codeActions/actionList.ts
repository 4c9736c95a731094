import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver-types';
import type { EvidenceActions } from './evidenceActions.js';

/** The quick fixes of all findings under the cursor, by purpose. */
export interface QuickFixes extends EvidenceActions {
  /** They change the words. */
  readonly fixes: readonly CodeAction[];
  /** They insert a TK note. */
  readonly notes: readonly CodeAction[];
  /**
   * They decide on the claim under the cursor, or find evidence for it, and belong to no finding.
   */
  readonly checks: readonly CodeAction[];
  /** They make a name known. */
  readonly names: readonly CodeAction[];
  /** They dismiss the finding. */
  readonly dismissals: readonly CodeAction[];
}

/** Nobody reads a longer list. */
const MOST_ACTIONS = 10;

/** A finding is left alone here or everywhere. */
const MOST_DISMISSALS = 2;

/**
 * The quick fixes for a range as one short list: the fixes of all findings, then the evidence, the
 * note and the rest of the nearest finding that has any, the decisions on the claim, and last the
 * ways to dismiss the nearest finding. At most one is preferred, and no two do the same.
 */
export function quickFixList(all: QuickFixes, range: Range): readonly CodeAction[] {
  const { fixes, evidence, notes, closest, checks, names, dismissals } = all;
  const rest = [
    ...[evidence, notes, closest].flatMap((group) => ofNearest(group, range)),
    ...checks,
    ...ofNearest(names, range),
    ...ofNearest(dismissals, range).slice(0, MOST_DISMISSALS),
  ];
  const first = withOnePreferred(distinct(byNearness(fixes, range)));
  return [...first.slice(0, Math.max(1, MOST_ACTIONS - rest.length)), ...rest];
}

function ofNearest(actions: readonly CodeAction[], range: Range): readonly CodeAction[] {
  const ordered = byNearness(actions, range);
  const [nearest] = ordered;
  return ordered.filter(
    ({ diagnostics }) =>
      nearest?.diagnostics !== undefined && diagnostics?.[0] === nearest.diagnostics[0],
  );
}

/**
 * The actions of the shortest diagnostics that contain the cursor first, those of one diagnostic in
 * their order.
 */
function byNearness(actions: readonly CodeAction[], range: Range): readonly CodeAction[] {
  const places = new Map<Diagnostic | undefined, number>();
  for (const { diagnostics } of actions) {
    const [diagnostic] = diagnostics ?? [];
    if (!places.has(diagnostic)) places.set(diagnostic, places.size);
  }
  const placeOf = ({ diagnostics }: CodeAction): number => places.get(diagnostics?.[0]) ?? 0;
  return [...actions].sort(
    (a, b) =>
      compareNearness(a.diagnostics?.[0], b.diagnostics?.[0], range) || placeOf(a) - placeOf(b),
  );
}

function compareNearness(
  one: Diagnostic | undefined,
  other: Diagnostic | undefined,
  cursor: Range,
): number {
  if (one === undefined || other === undefined || one === other) return 0;
  const isAt = ({ range }: Diagnostic): boolean =>
    compare(range.start, cursor.start) <= 0 && compare(cursor.start, range.end) <= 0;
  return (
    Number(isAt(other)) - Number(isAt(one)) ||
    lengthOf(one.range) - lengthOf(other.range) ||
    (one.severity ?? 0) - (other.severity ?? 0)
  );
}

function compare(one: Range['start'], other: Range['start']): number {
  return one.line - other.line || one.character - other.character;
}

/** A longer line counts less than another line. */
const LINE = 100_000;

function lengthOf({ start, end }: Range): number {
  return (end.line - start.line) * LINE + end.character - start.character;
}

/** The actions without repetitions of an earlier one. */
function distinct(actions: readonly CodeAction[]): readonly CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ edit, command }) => {
    const does = edit ?? command;
    const key = JSON.stringify(does);
    return does === undefined || (!seen.has(key) && seen.add(key));
  });
}

function withOnePreferred(actions: readonly CodeAction[]): readonly CodeAction[] {
  const preferred = actions.find(({ isPreferred }) => isPreferred);
  return actions.map((action) => ({ ...action, isPreferred: action === preferred }));
}
