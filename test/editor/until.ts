/**
 * Asks again and again until the answer is neither `undefined` nor `false`, and resolves to it.
 * Rejects after `patience` milliseconds with what was waited for and what `state` then says.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  { patience = 15_000, state }: { readonly patience?: number; readonly state?: () => string } = {},
): Promise<Exclude<T, undefined | false>> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > end) {
      const told = state === undefined ? '' : ` It is: ${state()}`;
      throw new Error(`waited ${patience / 1000} s in vain until ${what}.${told}`);
    }
    await new Promise((again) => setTimeout(again, 50));
  }
}
