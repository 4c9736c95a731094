import { type EvidencePlace, evidencePlace, webPageOf } from '../../../protocol/evidencePlace.js';
import { URI } from 'vscode-uri';
import type { Citation } from '../../reference/model.js';
import type { Draft } from '../../checks/draft.js';
import { recordingLink } from '../recordingLink.js';

/** Escapes a text for Markdown, on one line. URLs in it are not turned into links. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&~|$!@]|:(?=\/\/)|(?<=www)\./giu, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/u, (mark) =>
      /\d/u.test(mark) ? `${mark}\u200B` : `\\${mark}`,
    );
}

/**
 * A citation as a link that opens the source at its line; plain text if the source is not a file.
 * The time in a recording beside the source is a link that opens the recording there.
 */
export function citationLink({ source, line, passage }: Citation, draft: Draft): string {
  const name = labelOf(`${source.split('/').at(-1) ?? source}:${line}`);
  const uri = draft.uriOfSource(source);
  const link = uri === undefined ? name : `[${name}](${lineLink(uri, line)})`;
  if (passage === undefined) return link;
  const recording = recordingLink(draft.recordingOf?.(source), passage);
  const place = escapeMarkdown(passage);
  return `${link}, ${recording === undefined ? place : `[${place}](${recording})`}`;
}

/** A document of an archive as a link that opens its page; plain text if it has none. */
export function archiveLink(place: EvidencePlace): string {
  const name = labelOf(evidencePlace(place));
  const page = webPageOf(place);
  return page === undefined ? name : `[${name}](${page})`;
}

/** A link that runs a command of the client. */
export function commandLink(label: string, command: string, args: readonly unknown[]): string {
  const given = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `[${labelOf(label)}](command:${command}?${given})`;
}

/** A text as the label of a link. Its brackets are references, so that no reader of Markdown ends the label at them. */
function labelOf(text: string): string {
  return escapeMarkdown(text).replace(
    /\\(.)/gu,
    (pair, mark) => ({ '[': '&#91;', ']': '&#93;' })[String(mark)] ?? pair,
  );
}

/** The URI of a line, with everything escaped that ends a link in Markdown. */
export function lineLink(uri: string, line: number): string {
  return URI.parse(uri)
    .with({ fragment: `L${line}` })
    .toString();
}
