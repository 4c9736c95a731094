/**
 * Runs something once what has come in meanwhile was seen to. A timer would wait longer: a millisecond at
 * least, and four in a browser.
 */
export const macrotask: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => void setImmediate(run) : overChannel();

/** Browsers have no `setImmediate`, but what a channel brings waits in line with all else. */
function overChannel(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return (run) => {
    waiting.push(run);
    port2.postMessage(undefined);
  };
}
