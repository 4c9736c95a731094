import { textOfParagraphs } from '../prose/paragraphs.js';
import { formatOf } from '../prose/prose.js';
import { mayBeShown, restrictionOf } from '../reference/extraction/restriction.js';
import type { DocumentReader } from '../sources/extractors/document.js';
import { longestSource, sourceInputOf } from '../sources/ingest.js';
import { uriKey } from '../workspace/uris.js';
import { UnreadableError, type Workspace } from '../workspace/workspace.js';
import type { AssistantDesk } from './desk.js';

/** A source that an assistant may read. */
export interface ListedSource {
  readonly uri: string;
  /** The name by which it is cited. */
  readonly name: string;
  readonly mimeType: 'text/markdown' | 'text/plain';
}

/** The text of a source. */
export interface SourceText extends Omit<ListedSource, 'name'> {
  readonly text: string;
}

/** The scheme of the URIs, which do not reveal the place of the folder. */
const SCHEME = 'copydesk-source';

/** The sources of a folder as texts with the lines that are cited. */
export class SourceTexts {
  readonly #workspace: Pick<Workspace, 'readBytes'>;
  readonly #readDocument: DocumentReader;
  readonly #desk: AssistantDesk;

  constructor(
    workspace: Pick<Workspace, 'readBytes'>,
    readDocument: DocumentReader,
    desk: AssistantDesk,
  ) {
    this.#workspace = workspace;
    this.#readDocument = readDocument;
    this.#desk = desk;
  }

  /**
   * The sources that may be shown, without those inside a stored base, which have no file. Does not
   * reject.
   */
  async list(): Promise<readonly ListedSource[]> {
    const { names, files } = await this.#desk.sources();
    return files.filter((path) => names.has(path)).map(listed);
  }

  /**
   * The text of a listed source; for a document, one paragraph per line. Only listed sources are
   * read, however a URI is written. Rejects with an `UnreadableError`.
   */
  async read(uri: string): Promise<SourceText> {
    const key = uriKey(uri);
    const found = (await this.list()).find((source) => uriKey(source.uri) === key);
    if (found === undefined) throw new UnreadableError(`There is no source “${uri.slice(0, 200)}”`);
    const { name, mimeType } = found;
    const bytes = await this.#workspace.readBytes(name, longestSource(name));
    const input = await sourceInputOf(name, bytes, this.#readDocument);
    const text = textOf(input);
    // It may have been marked since it was listed.
    if (text === undefined || !mayBeShown(restrictionOf(text, name), this.#desk.today())) {
      throw new UnreadableError(`There is no source “${uri.slice(0, 200)}”`);
    }
    return { uri: found.uri, mimeType, text };
  }
}

function listed(name: string): ListedSource {
  // Half of a surrogate pair, which a name on Windows may contain, cannot be escaped.
  const path = name
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const mimeType = formatOf(name) === 'markdown' ? 'text/markdown' : 'text/plain';
  return { uri: `${SCHEME}:///${path}`, name, mimeType };
}

function textOf(input: Awaited<ReturnType<typeof sourceInputOf>>): string | undefined {
  if ('paragraphs' in input) return textOfParagraphs(input.paragraphs);
  return 'text' in input ? input.text : undefined;
}
