import { PLAY_RECORDING, SHOW_EVIDENCE } from '../protocol/capabilityConstants.js';

/**
 * An escaped character, which belongs to quoted text, or a link to a line of a source or a second
 * of a recording as the server writes it: everything that ends a label or a link is escaped.
 */
const PLACE_LINK =
  /\\.|\[(?<label>(?:\\.|[^\\[\]])*)\]\((?<uri>(?!https?:)[^()\s]+)#(?:L(?<line>\d+)|t=(?<second>\d+))\)/gu;

/**
 * The server's Markdown with its links turned into commands: links to lines of sources show them
 * beside the draft, links to seconds of recordings play them.
 */
export function withEvidenceCommands(markdown: string): string {
  return markdown.replace(
    PLACE_LINK,
    (found: string, label?: string, uri?: string, line?: string, second?: string) => {
      if (label === undefined) return found;
      return second === undefined
        ? `[${label}](${commandUri(SHOW_EVIDENCE, [uri, Number(line)])})`
        : `[${label}](${commandUri(PLAY_RECORDING, [`${uri}#t=${second}`])})`;
    },
  );
}

function commandUri(command: string, parameters: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(parameters))}`;
}
