/**
 * The message to the reporter after the caches of the open folder were cleared, given the number of
 * files.
 */
export function clearedMessage(files: number): string {
  if (files === 0) return 'Copydesk has no caches of this folder, so there was nothing to clear.';
  const cleared = files === 1 ? '1 cache was cleared' : `${files} caches were cleared`;
  return `${cleared}. Your sources and drafts are read again now; no file of yours was changed.`;
}
