/** The time in a recording as passages cite it. */
const TIME = /^at (?:(\d+):)?(\d+):(\d+)$/u;

/**
 * A link that opens a recording at the time of a passage, “at 1:04:07”; `undefined` if there is no
 * recording or the passage has no time. `recording` is its URI.
 */
export function recordingLink(recording: string | undefined, passage = ''): string | undefined {
  const time = TIME.exec(passage);
  if (recording === undefined || time === null) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(1).map((part) => Number(part || 0));
  return `${recording}#t=${hours * 3600 + minutes * 60 + seconds}`;
}
