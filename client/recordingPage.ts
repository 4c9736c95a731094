import { escapeHtml } from '../protocol/escapeHtml.js';

/** A recording and the second at which it begins. */
export interface RecordingPlace {
  /** The URI of the file. */
  readonly uri: string;
  /** In seconds from the start. */
  readonly second: number;
}

/** The place in a recording that a link of the server points to; `undefined` for any other text. */
export function recordingPlaceOf(link: unknown): RecordingPlace | undefined {
  const parts = typeof link === 'string' ? /^(.+)#t=(\d{1,7})$/u.exec(link) : null;
  const [, uri = '', second = ''] = parts ?? [];
  return parts === null ? undefined : { uri, second: Number(second) };
}

/**
 * A page that plays a recording. `uri` is its address for the page, which may load it only from
 * `origin`; `name` is shown.
 */
export function recordingPage(
  name: string,
  { uri, second }: RecordingPlace,
  origin: string,
): string {
  const source = escapeHtml(`${uri}#t=${second}`);
  const policy = `default-src 'none'; media-src ${origin}; style-src 'unsafe-inline'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(name)}</title>
<style>video { width: 100%; max-height: 80vh; }</style>
</head>
<body>
<video src="${source}" controls autoplay></video>
<p>If nothing plays, the editor cannot read this kind of file: open ${escapeHtml(name)} in another program.</p>
</body>
</html>
`;
}
