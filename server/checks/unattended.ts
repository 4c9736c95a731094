import { blockAt } from './anchor.js';
import type { Finding } from './finding.js';
import type { Block, Prose } from '../prose/prose.js';
import { contains } from '../prose/span.js';
import { RULES, coversCode } from './rules.js';

/**
 * True if the preferred fix of a finding may be applied without anybody looking at it. A sentence
 * in a quotation or in verse may be meant as it stands, and so may small letters at the start of
 * most sentences of a paragraph.
 */
export function canFixUnattended({ code, span }: Finding, draft: Prose): boolean {
  if (!RULES[code].isInFixAll) return false;
  if (!coversCode('sentence', code)) return true;
  const block = blockAt(draft, span);
  if (block === undefined || block.kind === 'quotation' || isVerse(block, draft.text)) return false;
  const start = block.map.toProse(span.start);
  const marked = { start, end: Math.max(start, block.map.toProse(span.end)) };
  if (block.quotations.some(({ outer }) => contains(outer, marked))) return false;
  return code !== 'sentence/lowercase-start' || !isMostlyInSmallLetters(block);
}

/** Lines longer than this, in UTF-16 units, are wrapped prose. */
const MOST_VERSE_LINE = 50;
/** Fewer short lines than this may be wrapped prose too. */
const FEWEST_VERSE_LINES = 3;

/** True for a paragraph whose lines are kept apart by Markdown (“\” or two spaces) or are all short. */
function isVerse({ map: { extent } }: Block, draft: string): boolean {
  const lines = draft
    .slice(extent.start, extent.end)
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/^[\s>]+/u, ''));
  if (lines.length < 2) return false;
  return (
    lines.slice(0, -1).every((line) => /(?: {2}|\\|<br\s*\/?>)$/u.test(line)) ||
    (lines.length >= FEWEST_VERSE_LINES && lines.every(({ length }) => length <= MOST_VERSE_LINE))
  );
}

function isMostlyInSmallLetters({ sentences }: Block): boolean {
  const small = sentences.filter(({ text }) => /^["“‘'(]?\p{Ll}/u.test(text)).length;
  return small > 1 && 2 * small >= sentences.length;
}
