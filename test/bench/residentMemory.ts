import { execFileSync } from 'node:child_process';

/**
 * The resident memory of a process and its children, in megabytes of 2²⁰ bytes. Throws if there is
 * no `ps`.
 */
export function residentMemory(pid: number): number {
  const args = ['-o', 'rss=', '-p', String(pid), '--ppid', String(pid)];
  const sizes = execFileSync('ps', args, { encoding: 'utf8' }).trim().split('\n');
  return sizes.reduce((sum, size) => sum + Number(size), 0) / 1024;
}
