import { isRecord } from '../reference/isRecord.js';
import { EVERYONE } from './archive.js';

/** A document as a line of a dump: a JSON object with fields of the same names. */
export interface DumpRecord {
  /** Identifies it in the dump: its field “id”, otherwise “url”. */
  readonly id: string;
  readonly title: string | undefined;
  /** “2021-03-12”; a time after the day is left out. */
  readonly date: string | undefined;
  /** Plain text or Markdown; paragraphs are separated by an empty line. */
  readonly text: string | undefined;
  /** A page, if there is no text. */
  readonly html: string | undefined;
  readonly url: string | undefined;
  readonly language: string;
  readonly visibility: string | undefined;
  readonly embargo: string | undefined;
}

/** Reads a line of a dump; for an invalid one, returns the problem as a plain sentence. */
export function readDumpLine(line: string): DumpRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  if (!isRecord(value)) return 'it is not a JSON object';
  const { id, url, title, date, text, html, language, visibility, embargo } = value;
  const unfit = Object.entries({
    url,
    title,
    date,
    text,
    html,
    language,
    visibility,
    embargo,
  }).find(([, field]) => field !== undefined && field !== null && typeof field !== 'string');
  if (unfit !== undefined) return `its “${unfit[0]}” is not a text`;
  const name = typeof id === 'number' ? String(id) : (stringOf(id) ?? stringOf(url));
  if (name === undefined) return 'it has neither an “id” nor a “url”';
  if (stringOf(text) === undefined && stringOf(html) === undefined)
    return 'it has neither a “text” nor “html”';
  const day = dayOf(date);
  if (day === undefined && stringOf(date) !== undefined)
    return `its date “${String(date)}” is not like 2021-03-12`;
  const until = stringOf(embargo);
  if (until !== undefined && Number.isNaN(Date.parse(until)))
    return `its embargo “${until}” is not a time like 2021-03-12T18:00Z`;
  const group = stringOf(visibility);
  if (group !== undefined && !isGroup(group))
    return `its visibility “${group}” is not a name of lower-case letters, digits and “_”`;
  return {
    id: name,
    title: stringOf(title)?.replace(/\s+/gu, ' ').trim(),
    date: day,
    text: stringOf(text),
    html: stringOf(html),
    url: stringOf(url),
    language: stringOf(language) ?? 'en',
    visibility: group,
    embargo: until === undefined ? undefined : new Date(until).toISOString(),
  };
}

/**
 * True for the valid name of a group, from which the name of its role is made; `EVERYONE` is one.
 */
export function isGroup(name: string): boolean {
  return name === EVERYONE || /^[a-z][a-z0-9_]{0,40}$/u.test(name);
}

/** The day of a date, if there is such a day from 1 to 9999. */
function dayOf(value: unknown): string | undefined {
  const day =
    typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|[T ])/u.exec(value)?.[0] : undefined;
  if (day === undefined || day.startsWith('0000')) return undefined;
  const time = new Date(`${day}T00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) ? day : undefined;
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
