import type { Citation } from '../../reference/model.js';
import type { Draft } from '../../checks/draft.js';

/** Text as Markdown that shows just this text, on one line; an address in it is no link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&~|$!@]|:(?=\/\/)|(?<=www)\./giu, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/u, (mark) =>
      /\d/u.test(mark) ? `${mark}\u200B` : `\\${mark}`,
    );
}

/** A citation as a link that opens the source at its line; as plain words where it is no file. */
export function citationLink({ source, line, passage }: Citation, draft: Draft): string {
  const name = escapeMarkdown(`${source.split('/').at(-1) ?? source}:${line}`);
  const address = draft.addressOf(source);
  const link = address === undefined ? name : `[${name}](${linkTarget(address)}#L${line})`;
  return passage === undefined ? link : `${link}, ${escapeMarkdown(passage)}`;
}

function linkTarget(address: string): string {
  return address.replace(/[()<>\s]/gu, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
}
