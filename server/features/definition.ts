import type { LocationLink } from 'vscode-languageserver';
import type { Range } from '../prose/sourceMap.js';
import type { Draft } from './draft.js';
import { mentionAt } from './mentions.js';

/**
 * From a name, in any of its forms, to its entry in a dossier or its first mention in a source; empty
 * where no known name stands at the offset. Cannot throw.
 */
export function definitionAt(draft: Draft, offset: number): readonly LocationLink[] {
  const found = mentionAt(draft, offset);
  if (found === undefined) return [];
  const { source, line } = found.mention.entity.citation;
  const targetUri = draft.addressOf(source);
  if (targetUri === undefined) return [];
  const targetRange = startOfLine(line);
  return [
    {
      originSelectionRange: draft.prose.lines.range(found.span),
      targetUri,
      targetRange,
      targetSelectionRange: targetRange,
    },
  ];
}

/** The place where a 1-based line of a source starts. Cannot throw. */
export function startOfLine(line: number): Range {
  const start = { line: Math.max(line - 1, 0), character: 0 };
  return { start, end: start };
}
