import { isCalendarWord } from '../../lexicon/calendar.js';
import { isNeverName } from '../../lexicon/nameWords.js';
import type { Prose } from '../../prose/prose.js';

/** How a source capitalises its words. */
export interface CapitalUsage {
  /** Words that occur in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Words that occur with a capital within a sentence. */
  readonly inside: ReadonlySet<string>;
  /** Words of `inside` that also occur without a possessive ending. */
  readonly plain: ReadonlySet<string>;
  /** Words, in lower case, that occur after “the”. */
  readonly referred: ReadonlySet<string>;
}

/** The capitals of a source, except in its headings and headlines. */
export function usageOf(prose: Prose): CapitalUsage {
  const lower = new Set<string>();
  const inside = new Set<string>();
  const plain = new Set<string>();
  const referred = new Set<string>();
  for (const block of prose.blocks) {
    if (block.kind === 'heading') continue;
    for (const { tokens, text } of block.sentences) {
      if (isHeadline(text)) continue;
      // After an item's mark, a day or a time too: “4. Borehole”, “Fri 23:14 Mayday”.
      let isHead = true;
      for (const [index, token] of tokens.entries()) {
        const isFirst = isHead;
        isHead = isHead && !isOfLine(token.text);
        if (/^the$/iu.test(tokens[index - 1]?.text ?? '')) referred.add(token.text.toLowerCase());
        if (/^\p{Ll}/u.test(token.text)) lower.add(token.text);
        else if (!/^\p{Lu}/u.test(token.text) || isFirst) continue;
        else if (opensSentence(tokens[index - 1]?.text ?? '')) continue;
        else if (!isNeverName(token.text, true)) {
          inside.add(token.text);
          if (!/^['’]/u.test(tokens[index + 1]?.text ?? '')) plain.add(token.text);
        }
      }
    }
  }
  return { lower, inside, plain, referred };
}

function opensSentence(mark: string): boolean {
  return /^["“”‘:—–•*]$/u.test(mark);
}

/** True for a word of a line, unlike the mark, the day or the time at its head. */
export function isOfLine(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !isCalendarWord(word) && !SHORT_DAY.test(word);
}

/** Short names of days and months that are other words as well. */
export const SHORT_DAY = /^(?:Mon|Sat|Sun|Mar)\.?$/u;

/** True for a line in capitals or title case, where a capital does not identify a name. */
export function isHeadline(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (text.length > 8 && capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0)) return true;
  if (/[.!?]["”’)]*$/u.test(text)) return false;
  // A list of names: “Present: Cllr Ada Roe, Cllr Bo Tarn, Una Lind”
  if ((text.match(/[,;]/gu)?.length ?? 0) > 1) return false;
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    longer.length > 5 && longer.filter((word) => /^\p{Lu}/u.test(word)).length > longer.length * 0.8
  );
}
