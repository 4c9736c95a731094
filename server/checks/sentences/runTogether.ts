import type { GrammarError } from './grammarError.js';
import { grammarFix } from './grammarError.js';
import { fusedWordsOffset } from '../../prose/fusedWords.js';
import type { Passage } from './structure/passage.js';

/** A mark that ends a sentence with no space after it, except in addresses, file names and figures. */
const MISSING_SPACE_AFTER_SENTENCE =
  /((?<![\p{L}\p{N}'’.@/\\-])[\p{L}\p{N}'’-]*(?:\p{Ll}{2}|\p{N}{2}|\p{Lu}{2})["”’)]?[.!?]["”’)]?)(["“‘(]?\p{Lu}[\p{L}'’-]*(?![\p{L}'’-]))(?![\p{L}\p{N}]*[./@\\:]\p{L})/gu;

/** A comma or other mark with no space after it, with the same exceptions. */
const MISSING_SPACE: readonly RegExp[] = [
  /((?<![\p{L}.@/\\])\p{L}{2,}[,;])(\p{L}[\p{L}'’-]+)(?![./@\\])/gu,
  /((?<![\p{L}'’-])\p{L}{2,40}[,.!?]”)(\p{L}[\p{L}'’-]*)/gu,
  /((?<![\p{N}.,])\p{N}{2,}[,;])(\p{Ll}{3,})(?![\p{N}-])/gu,
];

/** A quick test for the above, which few sentences pass: a mark followed by a letter. */
const MARK_THEN_LETTER = /[\p{L}\p{N}]["”’)]?[.!?,;]["”’)]?["“‘(]?\p{L}/u;

/** “The” run together with the preposition or conjunction before it. */
const FUSED_THE =
  /((?<![\p{L}\p{N}'’-])(?:[Oo]f|[Ii]n|[Tt]o|[Oo]n|[Ff]or|[Aa]t|[Ff]rom|[Ww]ith|[Aa]nd|that|by))(the)(?![\p{L}\p{N}'’-])/gu;

/** Words that are not part of an address or a file name. */
const LONG_WORDS = /(?<![\p{L}\p{N}@#_./-])\p{L}{4,}(?![\p{N}@_]|[./-]\p{L})/gu;

/** Finds words or sentences without a space between them (“week.Theresa”, “andVietnam”). */
export function findRunTogether({
  sentence,
  next,
  text,
  flattened,
}: Passage): readonly GrammarError[] {
  const end = next === undefined ? sentence.end : Math.min(text.length, next.start + 40);
  const searched = text.slice(sentence.start, end);
  const found: GrammarError[] = [];
  const add = (index: number, left: string, right: string): void => {
    const start = sentence.start + index;
    const gap = start + left.length;
    if (gap > sentence.end || found.some((one) => one.span.start <= gap && gap <= one.span.end))
      return;
    found.push({
      kind: 'run-together',
      span: { start, end: gap + right.length },
      message: `“${left}${right}” should be “${left} ${right}”, with a space.`,
      confidence: 0.95,
      fixes: [grammarFix(`Insert a space after “${left}”`, gap, gap, ' ')],
      isFirstFixPreferred: true,
    });
  };
  const patterns = [FUSED_THE];
  if (MARK_THEN_LETTER.test(searched)) {
    patterns.push(...MISSING_SPACE);
    // If the paragraphs of a page were joined, the spaces are not the writer's.
    if (!flattened) patterns.push(MISSING_SPACE_AFTER_SENTENCE);
  }
  for (const pattern of patterns) {
    for (const match of searched.matchAll(pattern)) {
      const [, left = '', right = ''] = match;
      if (!isAbbreviated(left, right)) add(match.index, left, right);
    }
  }
  for (const match of searched.matchAll(LONG_WORDS)) {
    const [word] = match;
    const offset = fusedWordsOffset(word);
    if (offset > 0) add(match.index, word.slice(0, offset), word.slice(offset));
  }
  return found;
}

/**
 * True for initials, degrees and addresses, which have no space: “J.K. Rowling”, “Ph.D”,
 * “Booking.com”.
 */
function isAbbreviated(left: string, right: string): boolean {
  return (
    /^(?:Com|Org|Net|Co|Uk|Js|Io|Tv|Gov|Edu|Inc|Ltd|D|Sc|Phil)$/u.test(right) ||
    /^(?:www|https?)/iu.test(left) ||
    (/^\p{Lu}\p{L}{0,2}\.$/u.test(left) && /^\p{Lu}{1,3}$/u.test(right))
  );
}
