import { Hover, MarkdownString } from 'vscode';
import { SHOW_EVIDENCE } from '../protocol/capabilityConstants.js';

/** The target of a link to a line of a source, as the server writes it: everything that ends a link is escaped. */
const LINE_LINK = /\]\((?<uri>[^()\s]+)#L(?<line>\d+)\)/gu;

/** A hover whose links to sources open them beside the draft instead of in its place. */
export function withEvidenceBeside({ contents, range }: Hover): Hover {
  return new Hover(
    contents.map((content) =>
      content instanceof MarkdownString ? withCommands(content.value) : content,
    ),
    range,
  );
}

function withCommands(markdown: string): MarkdownString {
  const value = markdown.replace(LINE_LINK, (_, uri: string, line: string) => {
    const parameters = encodeURIComponent(JSON.stringify([uri, Number(line)]));
    return `](command:${SHOW_EVIDENCE}?${parameters})`;
  });
  const linked = new MarkdownString(value);
  // What a source says is part of the text, so only this command can be run.
  linked.isTrusted = { enabledCommands: [SHOW_EVIDENCE] };
  return linked;
}
