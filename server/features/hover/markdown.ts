import { URI } from 'vscode-uri';
import type { Citation } from '../../reference/model.js';
import type { Draft } from '../../checks/draft.js';

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

/** A citation as a link that opens the source at its line; plain text if the source is not a file. */
export function citationLink({ source, line, passage }: Citation, draft: Draft): string {
  const name = escapeMarkdown(`${source.split('/').at(-1) ?? source}:${line}`);
  const uri = draft.uriOfSource(source);
  const link = uri === undefined ? name : `[${name}](${lineLink(uri, line)})`;
  return passage === undefined ? link : `${link}, ${escapeMarkdown(passage)}`;
}

/** The URI of a line, with everything escaped that ends a link in Markdown. */
function lineLink(uri: string, line: number): string {
  return URI.parse(uri)
    .with({ fragment: `L${line}` })
    .toString();
}
