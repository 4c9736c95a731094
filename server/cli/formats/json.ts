import { reportJson } from './reportJson.js';
import type { CheckedDraft } from './checkedDraft.js';

/** All findings and claims for programs to read. Cannot throw. */
export function jsonFormat(drafts: readonly CheckedDraft[]): string {
  const files = drafts.map(({ path, prose, report }) => ({
    path,
    ...reportJson(report, prose.lines),
  }));
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
}
