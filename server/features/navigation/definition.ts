import type { LocationLink } from 'vscode-languageserver';
import type { Range } from '../../prose/sourceMap.js';
import type { Span } from '../../prose/span.js';
import type { Citation } from '../../reference/model.js';
import { claimAt } from '../hover/claimAt.js';
import type { Draft } from '../../checks/draft.js';
import { mentionAt } from './mentions.js';

/**
 * Links from a name, in any of its forms, to its dossier entry or its first mention in a source, and
 * from the other words of a claim or a quote to the lines of its evidence. Empty if neither is at the
 * UTF-16 offset, or if the source is not a file.
 */
export function definitionAt(draft: Draft, offset: number): readonly LocationLink[] {
  const mention = mentionAt(draft, offset);
  if (mention !== undefined) {
    return linksTo([mention.mention.entity.citation], mention.span, draft);
  }
  const claim = claimAt(draft, offset);
  // A document of an archive is no file.
  const files = claim?.evidence.filter(({ isFromArchive }) => isFromArchive !== true);
  return claim === undefined ? [] : linksTo(files ?? [], claim.span, draft);
}

/** One link for each line, even if two sentences of a source are on it. */
function linksTo(
  places: readonly Pick<Citation, 'source' | 'line'>[],
  from: Span,
  { prose, uriOfSource }: Draft,
): readonly LocationLink[] {
  const originSelectionRange = prose.lines.range(from);
  const links = new Map<string, LocationLink>();
  for (const { source, line } of places) {
    const targetUri = uriOfSource(source);
    if (targetUri === undefined) continue;
    const targetRange = lineStart(line);
    links.set(`${line} ${targetUri}`, {
      originSelectionRange,
      targetUri,
      targetRange,
      targetSelectionRange: targetRange,
    });
  }
  return [...links.values()];
}

/** The empty range at the start of a 1-based line. */
export function lineStart(line: number): Range {
  const start = { line: Math.max(line - 1, 0), character: 0 };
  return { start, end: start };
}
