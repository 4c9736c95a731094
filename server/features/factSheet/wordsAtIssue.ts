import type { WordsAtIssue } from '../../../protocol/factSheet.js';
import { blockAt } from '../../checks/anchor.js';
import type { Draft } from '../../checks/draft.js';
import type { Finding } from '../../checks/finding.js';
import { type Span, overlaps } from '../../prose/span.js';

/**
 * The words of a place in a draft that findings are about, in order, without overlaps: their places
 * in its readable text, and what the sources have instead. A finding about the whole place marks no
 * words.
 */
export function wordsAtIssue(
  place: Span,
  findings: readonly Finding[],
  { prose }: Pick<Draft, 'prose'>,
): readonly WordsAtIssue[] {
  const block = blockAt(prose, { start: place.start, end: place.start + 1 });
  if (block === undefined) return [];
  const readable = (start: number, end: number): string =>
    block.text.slice(block.map.toProse(start), block.map.toProse(end)).replace(/\s+/gu, ' ');
  const length = readable(place.start, place.end).trim().length;
  const issues: WordsAtIssue[] = [];
  for (const { span, expected } of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    if (!overlaps(span, place)) continue;
    const [from, to] = [Math.max(span.start, place.start), Math.min(span.end, place.end)];
    const start = readable(place.start, from).trimStart().length;
    const end = start + readable(from, to).trim().length;
    const isAll = end - start >= length;
    if (isAll || start === end || start < (issues.at(-1)?.end ?? 0)) continue;
    issues.push({
      ...{ start, end },
      ...(expected === undefined || expected === '' ? {} : { instead: expected }),
    });
  }
  return issues;
}
