/**
 * The place of a passage: in a line of one of the reporter's sources, or in a document of the
 * newsroom's archive.
 */
export interface EvidencePlace {
  /** The name of the source, or “archive, 12 March 2021, Two ferries”. */
  readonly source: string;
  /** 1-based; in a document of an archive, a line that nobody else can look up. */
  readonly line: number;
  /** A place that a reader finds more easily: “p. 12”, “at 1:04:07”, “Budget!C12”. */
  readonly passage?: string;
  readonly isFromArchive?: true;
  /** The URL that opens a document of an archive, if there is one. */
  readonly link?: string;
}

/** The place in a few words: “notes.md:3”, “hearing.vtt:7, at 1:04:07”, “archive, 12 March 2021, Two ferries”. */
export function evidencePlace({ source, line, passage, isFromArchive }: EvidencePlace): string {
  if (isFromArchive === true) return source;
  return `${source}:${line}${passage === undefined ? '' : `, ${passage}`}`;
}

/**
 * The web page with the passage; `undefined` if there is none. Whoever loads an archive may have
 * written it.
 */
export function webPageOf({ link = '' }: EvidencePlace): string | undefined {
  try {
    const { protocol, href } = new URL(link);
    // Parentheses would end a link in Markdown.
    return protocol === 'https:' || protocol === 'http:'
      ? href.replace(/[()]/gu, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
      : undefined;
  } catch {
    return undefined;
  }
}
