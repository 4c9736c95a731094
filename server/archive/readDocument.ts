import { dayText } from '../reference/extraction/sourceDate.js';
import { documentFormat, isUnreadable } from '../sources/extractors/document.js';
import { type IngestHost, Ingest } from '../sources/ingest.js';
import { MAX_TEXT_BYTES, UnreadableError, type Workspace } from '../workspace/workspace.js';
import type { ArchivedDocument } from './archive.js';
import type { DumpRecord } from './dump.js';

/**
 * Change this when documents would be stored differently, so that the next load stores all of them
 * again.
 */
const READER_VERSION = 1;

/** A digest of the content and of everything else that an archived document depends on. */
export async function digestOf(
  { digest }: Pick<IngestHost, 'digest'>,
  content: Uint8Array,
  ...rest: readonly (string | undefined)[]
): Promise<string> {
  return digest(Buffer.from(JSON.stringify([READER_VERSION, await digest(content), ...rest])));
}

/** The parts of an archived document besides its index. */
export type DocumentPlace = Pick<ArchivedDocument, 'address' | 'origin' | 'digest' | 'visibility'>;

/** Reads a file as local sources are read. Rejects with an `UnreadableError`. */
export async function readFileFor(
  workspace: Workspace,
  host: IngestHost,
  path: string,
  place: DocumentPlace,
): Promise<ArchivedDocument> {
  const result = await new Ingest(workspace, host).update([path]);
  const [index] = result?.indexes ?? [];
  if (index === undefined)
    throw new UnreadableError(result?.warnings[0] ?? `${path} cannot be read`);
  return {
    ...place,
    title: (await headingOf(workspace, path)) ?? path.slice(path.lastIndexOf('/') + 1),
    link: place.address,
    published: index.date && dayText(index.date),
    language: 'en',
    embargo: undefined,
    index,
    linesBefore: 0,
  };
}

/** Reads a record of a dump in the same way. Rejects with an `UnreadableError`. */
export async function readRecord(
  host: IngestHost,
  { title, date, url, language, embargo, ...record }: DumpRecord,
  place: DocumentPlace,
): Promise<ArchivedDocument> {
  const { body, heading } = await contentOf(host, record, place.address);
  if (body.length > MAX_TEXT_BYTES)
    throw new UnreadableError(
      `${place.address} is longer than ${MAX_TEXT_BYTES / 1024 / 1024} million characters`,
    );
  // The reader takes the day from which “yesterday” counts, and names in a headline, from the text.
  const head = [
    ...(date === undefined ? [] : ['---', `date: ${date}`, '---', '']),
    ...(title === undefined ? [] : [`# ${title}`, '']),
  ];
  const indexes = await host.index({
    name: `${place.address}.md`,
    text: [...head, body].join('\n').replaceAll('\0', '\uFFFD'),
  });
  const [index] = indexes ?? [];
  if (index === undefined) throw new UnreadableError(`${place.address} cannot be read`);
  return {
    ...place,
    title: title ?? heading ?? place.address,
    link: url,
    published: date ?? (index.date && dayText(index.date)),
    language,
    embargo,
    index,
    linesBefore: head.length,
  };
}

/** The text of a record and its first heading. */
interface Content {
  readonly body: string;
  readonly heading: string | undefined;
}

/** Rejects with an `UnreadableError`. */
async function contentOf(
  host: IngestHost,
  { text, html }: Pick<DumpRecord, 'text' | 'html'>,
  address: string,
): Promise<Content> {
  if (text !== undefined) return { body: text, heading: headingIn(text) };
  const document = await host.readDocument('html', Buffer.from(html ?? ''));
  if (isUnreadable(document)) throw new UnreadableError(`${address} ${document.unreadable}`);
  return {
    body: document.map((paragraph) => paragraph.text).join('\n\n'),
    heading: document.find(({ kind }) => kind === 'heading')?.text,
  };
}

/** The first heading of a file, if it is a text. */
async function headingOf(workspace: Workspace, path: string): Promise<string | undefined> {
  if (documentFormat(path) !== undefined) return undefined;
  return headingIn(await workspace.readText(path).catch(() => ''));
}

function headingIn(text: string): string | undefined {
  return /^# +(\S.*)$/mu.exec(text)?.[1]?.trim();
}
