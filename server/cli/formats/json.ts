import { reportJson } from '../../features/reportJson.js';
import type { CheckedFile } from './checkedDraft.js';

/** All findings and claims as JSON. */
export function jsonFormat(drafts: readonly CheckedFile[]): string {
  const files = drafts.map(({ path, prose, report }) => ({
    path,
    ...reportJson(report, prose.lines),
  }));
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
}
