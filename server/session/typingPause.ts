import type { Timer } from './clock.js';

/** Long enough to wait for the end of a word, short enough to feel immediate. */
export const TYPING_MILLISECONDS = 150;

/** Resolves when another key would have arrived during typing. Does not reject. */
export function typingPause(timer: Timer): Promise<void> {
  return new Promise((resolve) => void timer(resolve, TYPING_MILLISECONDS));
}
