import type { LocationLink } from 'vscode-languageserver';
import type { Range } from '../../prose/sourceMap.js';
import type { Span } from '../../prose/span.js';
import type { Citation } from '../../reference/model.js';
import { claimAt } from '../hover/claimAt.js';
import type { Draft } from '../../checks/draft.js';
import { mentionAt } from './mentions.js';

/**
 * From a name, in any of its forms, to its entry in a dossier or its first mention in a source; from
 * other words of a claim or a quote to the lines of its evidence. Empty where neither stands at the
 * UTF-16 offset, or no file has what it rests on.
 */
export function definitionAt(draft: Draft, offset: number): readonly LocationLink[] {
  const mention = mentionAt(draft, offset);
  if (mention !== undefined) {
    return linksTo([mention.mention.entity.citation], mention.span, draft);
  }
  const claim = claimAt(draft, offset);
  return claim === undefined ? [] : linksTo(claim.evidence, claim.span, draft);
}

/** One link to each line: two sentences of a source may stand on the same. */
function linksTo(
  places: readonly Pick<Citation, 'source' | 'line'>[],
  from: Span,
  { prose, addressOf }: Draft,
): readonly LocationLink[] {
  const originSelectionRange = prose.lines.range(from);
  const links = new Map<string, LocationLink>();
  for (const { source, line } of places) {
    const targetUri = addressOf(source);
    if (targetUri === undefined) continue;
    const targetRange = startOfLine(line);
    links.set(`${line} ${targetUri}`, {
      originSelectionRange,
      targetUri,
      targetRange,
      targetSelectionRange: targetRange,
    });
  }
  return [...links.values()];
}

/** The place where a 1-based line of a source starts. */
export function startOfLine(line: number): Range {
  const start = { line: Math.max(line - 1, 0), character: 0 };
  return { start, end: start };
}
