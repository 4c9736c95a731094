import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Processor } from '../inference/nativeEngine.js';

/** What the native engine needs to know of this machine's processor. */
export function thisProcessor(): Processor {
  return { count: availableParallelism(), isExact: hasExactProducts() };
}

/** True if the processor is known to have the instructions (VNNI); only Linux says so in a file. */
function hasExactProducts(): boolean {
  try {
    return /\bavx(?:512)?_vnni\b/u.test(readFileSync('/proc/cpuinfo', 'latin1'));
  } catch {
    return false;
  }
}
