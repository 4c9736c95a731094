/** More mistakes of one file are not told: nobody reads on, and a machine's file may have a million. */
const MOST = 100;

/**
 * The mistakes of one file that are told, of all in the order they were found: where there are very many the first
 * of them, and then at the next one how many more there are.
 */
export function firstProblems<Mistake extends { readonly message: string }>(
  mistakes: readonly Mistake[],
): readonly Mistake[] {
  const next = mistakes[MOST];
  const more = mistakes.length - MOST;
  if (next === undefined || more < 2) return mistakes;
  const count = more.toLocaleString('en');
  return [
    ...mistakes.slice(0, MOST),
    { ...next, message: `${count} more mistakes in this file are not told one by one.` },
  ];
}
