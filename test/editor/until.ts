/**
 * Polls until the answer is neither `undefined` nor `false`, and resolves to it. Rejects after `timeout`
 * milliseconds with a description of what was expected and the result of `state`.
 */
export async function until<T>(
  expected: string,
  poll: () => T | Promise<T>,
  { timeout = 30_000, state }: { readonly timeout?: number; readonly state?: () => string } = {},
): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await poll();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > end) {
      const actual = state === undefined ? '' : ` Actual: ${state()}`;
      throw new Error(`timed out after ${timeout / 1000} s waiting until ${expected}.${actual}`);
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}
