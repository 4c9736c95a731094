/**
 * The shortest end of each path that distinguishes it from the others: the name of the file, with
 * as many of its folders as needed. The keys are the whole paths.
 */
export function shortPaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  let open = [...new Set(paths)];
  for (let parts = 1; open.length > 0; parts++) {
    const ends = new Map(open.map((path) => [path, path.split('/').slice(-parts).join('/')]));
    const counts = new Map<string, number>();
    for (const end of ends.values()) counts.set(end, (counts.get(end) ?? 0) + 1);
    for (const [path, end] of ends) {
      if (counts.get(end) === 1 || end === path) short.set(path, end);
    }
    open = open.filter((path) => !short.has(path));
  }
  return short;
}
