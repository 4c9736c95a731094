import { SHOW_EVIDENCE } from '../protocol/capabilityConstants.js';

/**
 * An escaped character, which is of quoted text, or a link to a line of a source as the server writes it: everything that
 * ends a label or a link is escaped.
 */
const LINE_LINK =
  /\\.|\[(?<label>(?:\\.|[^\\[\]])*)\]\((?<uri>(?!https?:)[^()\s]+)#L(?<line>\d+)\)/gu;

/** Markdown of the server in which the links to lines of sources run the command that shows them beside the draft. */
export function withEvidenceCommands(markdown: string): string {
  return markdown.replace(
    LINE_LINK,
    (found: string, label?: string, uri?: string, line?: string) => {
      if (label === undefined) return found;
      const parameters = encodeURIComponent(JSON.stringify([uri, Number(line)]));
      return `[${label}](command:${SHOW_EVIDENCE}?${parameters})`;
    },
  );
}
