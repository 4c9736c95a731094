/** A change of a text, in UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

const MARK = 'confidential';

/** The front matter of a Markdown file: its opening fence, its lines and its closing fence. */
const FRONT = /^(?<fence>---|\+\+\+)[ \t]*\r?\n(?<lines>(?:.*\r?\n)*?)\k<fence>[ \t]*(?:\r?\n|$)/u;

/** True for a file that contains the mark itself; any other is confidential by its folder. */
export function canCarryMark(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd|mdx)$/iu.test(path);
}

/** The change that adds the mark to the front matter of a Markdown text, or makes one for it. */
export function changeToMark(text: string): TextChange {
  const { fence, lines = '' } = FRONT.exec(text)?.groups ?? {};
  if (fence === undefined) return { start: 0, end: 0, newText: `---\n${MARK}: true\n---\n\n` };
  const start = text.indexOf('\n') + 1;
  const own = OWN_LINE.exec(lines);
  const newText = `${MARK}${fence === '---' ? ':' : ' ='} true\n`;
  return own === null
    ? { start, end: start, newText }
    : { start: start + own.index, end: start + own.index + own[0].length, newText };
}

/**
 * The change that removes the mark, along with front matter that has nothing else; `undefined` if
 * there is no mark.
 */
export function changeToUnmark(text: string): TextChange | undefined {
  const front = FRONT.exec(text);
  const lines = front?.groups?.lines ?? '';
  const own = OWN_LINE.exec(lines);
  if (front === null || own === null) return undefined;
  if (lines.trim() === own[0].trim()) {
    const blank = /^(?:[ \t]*\r?\n)*/u.exec(text.slice(front[0].length))?.[0] ?? '';
    return { start: 0, end: front[0].length + blank.length, newText: '' };
  }
  const start = text.indexOf('\n') + 1 + own.index;
  return { start, end: start + own[0].length, newText: '' };
}

const OWN_LINE = /^confidential[ \t]*[:=].*(?:\r?\n|$)/imu;

/** The path of a file in the folder “confidential” beside it. */
export function confidentialPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}${MARK}/${path.slice(slash)}`;
}

/** The path of a file out of that folder; `undefined` if it is not directly in one. */
export function openPath(path: string): string | undefined {
  const found = /^(?<before>.*\/)confidential\/(?<name>[^/]+)$/iu.exec(path)?.groups;
  return found && `${found.before ?? ''}${found.name ?? ''}`;
}
