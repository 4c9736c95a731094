import { execFileSync } from 'node:child_process';

/** The memory that a process holds just now, in megabytes of 2²⁰ bytes. Throws where there is no `ps`. */
export function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
