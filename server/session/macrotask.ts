/**
 * Runs a function after the events that are already waiting. A timer would wait longer: at least one
 * millisecond, and four in a browser.
 */
export const macrotask: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => void setImmediate(run) : throughChannel();

/** Browsers have no `setImmediate`, but messages of a channel queue up behind other events. */
function throughChannel(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return (run) => {
    waiting.push(run);
    port2.postMessage(undefined);
  };
}
