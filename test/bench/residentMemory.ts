import { execFileSync } from 'node:child_process';

/**
 * The memory that a process and those that it has started hold just now, in megabytes of 2²⁰ bytes. Throws where there
 * is no `ps`.
 */
export function residentMemory(pid: number): number {
  const args = ['-o', 'rss=', '-p', String(pid), '--ppid', String(pid)];
  const sizes = execFileSync('ps', args, { encoding: 'utf8' }).trim().split('\n');
  return sizes.reduce((sum, size) => sum + Number(size), 0) / 1024;
}
