import { type GrammarError, grammarFix } from './grammarError.js';
import type { Passage } from './structure/passage.js';

/**
 * What writers leave in a draft to fill in later: TK and similar abbreviations, a row of Xs, a
 * bracketed word for the missing text, filler Latin, a row of question marks or underscores.
 */
const PLACEHOLDER =
  /\b(?:TKTK(?:TK)*|TK|tktk|TKs?|TBC|TBD|TODO|FIXME|XXX*)\b|\[(?:TK|XX+|name|names|first name|surname|date|day|month|year|city|town|place|country|title|job title|age|number|figure|amount|percentage|quote|link|source|photo|picture|caption|byline|insert[^\]]{0,40}|add [^\]]{0,40}|check[^\]]{0,40}|tbc|tbd|to come|\?+)\]|\blorem ipsum\b|(?<!\S)\?{3,}(?!\S)|\b_{3,}/giu;

/** Abbreviations that are placeholders only in capitals. */
const CAPITALS_ONLY = /^(?:tk|tks|tbc|tbd|todo|fixme|xx+)$/u;

/** How much text around a match is examined, in UTF-16 units. */
const CONTEXT_LENGTH = 40;

/** Finds placeholders that were not filled in. */
export function findPlaceholders({ sentence, text }: Passage): readonly GrammarError[] {
  return [...sentence.text.matchAll(PLACEHOLDER)].flatMap((match): readonly GrammarError[] => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    if (!isPlaceholder(match[0], start, text)) return [];
    return [
      {
        kind: 'placeholder',
        span: { start, end },
        message: `“${match[0]}” is a placeholder: fill it in.`,
        confidence: 0.95,
        fixes: [grammarFix(`Delete “${match[0]}”`, start, end, '')],
        isFirstFixPreferred: false,
      },
    ];
  });
}

/** True if a name or figure, as written, has a placeholder in it. */
export function hasPlaceholder(words: string): boolean {
  return [...words.matchAll(PLACEHOLDER)].some(({ 0: match, index }) =>
    isPlaceholder(match, index, words),
  );
}

function isPlaceholder(match: string, start: number, text: string): boolean {
  const end = start + match.length;
  const before = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
  return (
    !CAPITALS_ONLY.test(match) &&
    !isNumeralOrName(match, before, text.slice(end, end + CONTEXT_LENGTH))
  );
}

/**
 * True for Roman numerals and names: “Super Bowl XXX”, “the XXX Olympiad”, “TK Maxx”, “Malcolm XX”.
 */
function isNumeralOrName(match: string, before: string, after: string): boolean {
  if (/^T[BK]|^TODO|^\[/iu.test(match))
    return /^TKs?$/u.test(match) && /^\s?\p{Lu}\p{Ll}/u.test(after) && !/\p{L}\s$/u.test(before);
  return (
    /^X+$/iu.test(match) &&
    (/(?<![\p{L}.])\p{Lu}[\p{L}.]*\s$/u.test(before) ||
      /^[\s-]?\p{Lu}/u.test(after) ||
      /^[-’'.]\p{L}/u.test(after))
  );
}
