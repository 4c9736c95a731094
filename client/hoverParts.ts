import { Hover, MarkdownString } from 'vscode';
import {
  CHECK_CLAIM,
  FIND_IN_SOURCES,
  PLAY_RECORDING,
  SECOND_OPINION,
  SHOW_EVIDENCE,
} from '../protocol/capabilityConstants.js';
import type { SignableEntry } from '../protocol/factSheet.js';
import { checkingPart } from './claimHover.js';
import { withEvidenceCommands } from './evidenceMarkdown.js';

/** A hover whose links to sources and recordings open them beside the draft instead of in its place. */
export function withEvidenceBeside({ contents, range }: Hover): Hover {
  return new Hover(
    contents.map((content) =>
      content instanceof MarkdownString ? withCommands(content.value) : content,
    ),
    range,
  );
}

function withCommands(markdown: string): MarkdownString {
  const linked = new MarkdownString(withEvidenceCommands(markdown));
  // The text quotes sources, so only these commands can be run.
  linked.isTrusted = { enabledCommands: [SHOW_EVIDENCE, PLAY_RECORDING, SECOND_OPINION] };
  return linked;
}

/**
 * A hover with the actions for the entry at its place below it. They are a part of their own,
 * because texts of sources in the other parts must not be able to run these commands.
 *
 * @param draft The URI of the draft.
 */
export function withChecking(shown: Hover | undefined, entry: SignableEntry, draft: string): Hover {
  const { lines, links } = checkingPart(entry, draft);
  const said = new MarkdownString(lines.map(escaped).join('\n\n'));
  const offered = new MarkdownString(links, true);
  offered.isTrusted = { enabledCommands: [CHECK_CLAIM, FIND_IN_SOURCES] };
  const own = lines.length === 0 ? [offered] : [said, offered];
  return new Hover([...(shown?.contents ?? []), ...own], shown?.range);
}

/**
 * A text as Markdown. The editor makes its spaces non-breaking, which would keep a long passage on
 * one line.
 */
function escaped(text: string): string {
  return new MarkdownString().appendText(text).value.replaceAll('&nbsp;', ' ');
}
