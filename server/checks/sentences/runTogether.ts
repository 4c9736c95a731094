import type { GrammarError } from './grammarError.js';
import { grammarFix } from './grammarError.js';
import { fusedWordsIn } from '../../prose/fusedWords.js';
import type { Passage } from './structure/passage.js';

/** A stop or comma with no space after it. Addresses, file names and figures are ruled out by what stands around. */
const STOPS: readonly RegExp[] = [
  /((?<![\p{L}\p{N}'’.@/\\-])[\p{L}\p{N}'’-]*(?:\p{Ll}{2}|\p{N}{2}|\p{Lu}{2})["”’)]?[.!?]["”’)]?)(["“‘(]?\p{Lu}[\p{L}'’-]*(?![\p{L}'’-]))(?![\p{L}\p{N}]*[./@\\:]\p{L})/gu,
  /((?<![\p{L}.@/\\])\p{L}{2,}[,;])(\p{L}[\p{L}'’-]+)(?![./@\\])/gu,
  /((?<![\p{L}'’-])\p{L}{2,40}[,.!?]”)(\p{L}[\p{L}'’-]*)/gu,
  /((?<![\p{N}.,])\p{N}{2,}[,;])(\p{Ll}{3,})(?![\p{N}-])/gu,
];

/** What each of them needs somewhere, and few sentences have: a mark with a letter right after it. */
const SEAM = /[\p{L}\p{N}]["”’)]?[.!?,;]["”’)]?["“‘(]?\p{L}/u;

/** “The” written on to the small word before it. */
const JOINED =
  /((?<![\p{L}\p{N}'’-])(?:[Oo]f|[Ii]n|[Tt]o|[Oo]n|[Ff]or|[Aa]t|[Ff]rom|[Ww]ith|[Aa]nd|that|by))(the)(?![\p{L}\p{N}'’-])/gu;

/** Words that are no part of an address or a file's name. */
const WORDS = /(?<![\p{L}\p{N}@#_./-])\p{L}{4,}(?![\p{N}@_]|[./-]\p{L})/gu;

/** Words or sentences with no space between them (“week.Theresa”, “andVietnam”). */
export function findRunTogether({ sentence, next, text }: Passage): readonly GrammarError[] {
  const end = next === undefined ? sentence.end : Math.min(text.length, next.start + 40);
  const stretch = text.slice(sentence.start, end);
  const found: GrammarError[] = [];
  const tell = (index: number, left: string, right: string): void => {
    const start = sentence.start + index;
    const seam = start + left.length;
    if (seam > sentence.end || found.some((one) => one.span.start <= seam && seam <= one.span.end))
      return;
    found.push({
      kind: 'run-together',
      span: { start, end: seam + right.length },
      message: `There is no space between “${left}” and “${right}”.`,
      confidence: 0.95,
      fixes: [grammarFix(`Put a space after “${left}”`, seam, seam, ' ')],
      isFirstFixPreferred: true,
    });
  };
  for (const stop of SEAM.test(stretch) ? [...STOPS, JOINED] : [JOINED]) {
    for (const match of stretch.matchAll(stop)) {
      const [, left = '', right = ''] = match;
      if (!isAbbreviated(left, right)) tell(match.index, left, right);
    }
  }
  for (const match of stretch.matchAll(WORDS)) {
    const [word] = match;
    const seam = fusedWordsIn(word);
    if (seam > 0) tell(match.index, word.slice(0, seam), word.slice(seam));
  }
  return found;
}

/** True for initials, degrees and addresses, which need no space: “J.K. Rowling”, “Ph.D”, “Booking.com”. */
function isAbbreviated(left: string, right: string): boolean {
  return (
    /^(?:Com|Org|Net|Co|Uk|Js|Io|Tv|Gov|Edu|Inc|Ltd|D|Sc|Phil)$/u.test(right) ||
    /^(?:www|https?)/iu.test(left) ||
    (/^\p{Lu}\p{L}{0,2}\.$/u.test(left) && /^\p{Lu}{1,3}$/u.test(right))
  );
}
