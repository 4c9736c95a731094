/** Nobody reads more problems of one file than this, and a generated file may have a million. */
const MAX_PROBLEMS = 100;

/**
 * Limits the problems reported for one file: the first 100, in the given order, then the number of the remaining
 * ones at the position of the next.
 */
export function limitProblems<Reported extends { readonly message: string }>(
  problems: readonly Reported[],
): readonly Reported[] {
  const next = problems[MAX_PROBLEMS];
  const more = problems.length - MAX_PROBLEMS;
  if (next === undefined || more < 2) return problems;
  const count = more.toLocaleString('en');
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { ...next, message: `${count} more problems in this file are not listed.` },
  ];
}
