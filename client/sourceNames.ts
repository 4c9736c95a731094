/** The extensions of the files that can be sources, for the file picker. */
export const SOURCE_EXTENSIONS: readonly string[] = [
  'md',
  'txt',
  'html',
  'htm',
  'docx',
  'pdf',
  'eml',
  'csv',
  'xlsx',
  'tsv',
  'vtt',
  'srt',
];

/** True for the name of a file that can be a source. */
export function isSourceName(name: string): boolean {
  const [, extension = ''] = /\.([^.]+)$/u.exec(name) ?? [];
  return SOURCE_EXTENSIONS.includes(extension.toLowerCase());
}

/**
 * A name for a file or folder about a subject: “Harbour inquiry: day 2” becomes
 * “harbour-inquiry-day-2”. Empty if the words have no letter or digit.
 */
export function fileNameOf(words: string): string {
  const parts = words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return parts.join('-').slice(0, LONGEST_NAME).replace(/-$/u, '');
}

/** The maximum length of a name in UTF-16 units; longer names are hard to read in a list. */
const LONGEST_NAME = 60;

/**
 * The name of a file that does not exist in its folder yet: “call.txt”, “call-2.txt”. Letter case
 * does not count.
 */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()));
  const stem = name.replace(/\.[^.]*$/u, '');
  const extension = name.slice(stem.length);
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) {
    free = `${stem}-${number}${extension}`;
  }
  return free;
}

/**
 * The folder into which new sources go, relative to the folder of the story: the first in which any file is a source
 * by the globs of the setting, such as `sources/**`. Empty for the folder of the story itself; `undefined` if there is none.
 */
export function folderOfSources(globs: readonly string[]): string | undefined {
  for (const glob of globs) {
    const folder = /^(?:\.\/)?((?:[^*?{}[\]!/]+\/)*)(?:\*\*\/)?\*{1,2}$/u.exec(glob)?.[1];
    if (folder !== undefined && !folder.split('/').includes('..')) return folder.slice(0, -1);
  }
  return undefined;
}

/** The file name of a note; it dates the source, unless the text has a date of its own. */
export function noteName(words: string, day: string): string {
  return `${[day, fileNameOf(words)].filter((part) => part !== '').join('-')}.txt`;
}

/** The name of the Markdown draft for a document at this path. */
export function draftName(path: string): string {
  return `${path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')}.md`;
}

/**
 * The names of the documents that a draft at this path may come from, by `draftName`: “pool-2.md”
 * comes from “pool.docx” too.
 */
export function documentNames(path: string): readonly string[] {
  const stem = draftName(path).replace(/\.md$/u, '');
  return [...new Set([stem, stem.replace(/-\d+$/u, '')])].map((name) => `${name}.docx`);
}

/** The name of the copy of a document with comments. */
export function commentedName(path: string): string {
  return `${draftName(path).replace(/\.md$/u, '')}-with-comments.docx`;
}

/** True for a path in a folder of sources, where a new draft would be a source. */
export function isAmongSources(path: string): boolean {
  return /(?:^|[\\/])sources[\\/]/u.test(path);
}

/** A local day as in file names: “2026-03-09”. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** True for a day of the calendar in the form of `dayOf`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  return (
    year !== undefined && dayOf(new Date(Number(year), Number(month) - 1, Number(day))) === text
  );
}

/** The message to a reporter after files were added to a folder of sources. */
export function addedMessage(
  folder: string,
  added: readonly string[],
  refused: readonly string[],
): string {
  const place = folder === '' ? 'the folder' : `“${folder}”`;
  const done = added.length === 0 ? [] : [`Added to ${place}: ${added.join(', ')}.`];
  const not =
    refused.length === 0
      ? []
      : [
          `Not added: ${refused.join(', ')}. Sources are files in Markdown, plain text, HTML, Word (.docx) or PDF, mails (.eml), tables (.csv, .tsv, .xlsx) and captions (.vtt, .srt).`,
        ];
  return [...done, ...not].join(' ');
}
