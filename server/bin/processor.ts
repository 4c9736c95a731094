import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Processor } from '../inference/nativeEngine.js';

/** The properties of this machine's processor that the native engine depends on. */
export function thisProcessor(): Processor {
  return { count: availableParallelism(), isExact: hasExactProducts() };
}

/**
 * True if the processor is known to have the instructions (VNNI); only Linux lists them in a file.
 */
function hasExactProducts(): boolean {
  try {
    return /\bavx(?:512)?_vnni\b/u.test(readFileSync('/proc/cpuinfo', 'latin1'));
  } catch {
    return false;
  }
}
