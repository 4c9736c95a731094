/** The result of `work`, and its duration in milliseconds. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<readonly [result: Result, milliseconds: number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}
