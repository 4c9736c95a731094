import { Hover, MarkdownString } from 'vscode';
import {
  PLAY_RECORDING,
  SECOND_OPINION,
  SHOW_EVIDENCE,
  SIGN_CLAIM,
} from '../protocol/capabilityConstants.js';
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
  // What a source says is part of the text, so only these commands can be run.
  linked.isTrusted = {
    enabledCommands: [SHOW_EVIDENCE, PLAY_RECORDING, SECOND_OPINION, SIGN_CLAIM],
  };
  return linked;
}
