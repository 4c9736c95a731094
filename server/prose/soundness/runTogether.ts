import type { Break } from './break.js';
import { repair } from './break.js';
import type { Passage } from './passage.js';

/** Words that a lost space glues to the name or the word after them. */
const SMALL = 'and|the|of|for|with|from|that|but|at|by|to|in';

/** Words that open sentences, and that a lost space and a lost full stop glue to the word before. */
const OPENERS =
  'The|He|She|They|This|That|These|Those|But|And|His|Her|Their|However|When|While|After|There';

/** Two words that stand as one, by the joint between them: the first group, then the second. */
const JOINTS: readonly RegExp[] = [
  new RegExp(
    `(?<![\\p{L}\\p{N}@#_./-])(${SMALL})(\\p{Lu}\\p{Ll}{3,})(?![\\p{Lu}\\p{N}@_./])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}@#_./-])(\\p{L}\\p{Ll}{2,})(${OPENERS})(?![\\p{L}\\p{N}@_./-])`,
    'gu',
  ),
];

/** A stop or comma with no space after it. Addresses, file names and figures are ruled out by what stands around. */
const STOPS: readonly RegExp[] = [
  /((?<![\p{L}\p{N}'’.@/\\-])[\p{L}\p{N}'’-]*(?:\p{Ll}{2}|\p{N}{2}|\p{Lu}{2})["”’)]?[.!?]["”’)]?)(["“‘(]?\p{Lu}[\p{L}'’-]*)(?![\p{L}\p{N}]*[./@\\:]\p{L})/gu,
  /((?<![\p{L}.@/\\])\p{L}{2,}[,;])(\p{L}[\p{L}'’-]+)(?![./@\\])/gu,
  /(\p{Ll}{2}[,.!?]”)(\p{L})/gu,
];

let countries: ReadonlySet<string> | undefined;

/** The English names of the world's countries, of one word, as the platform's own tables have them. */
function countryNames(): ReadonlySet<string> {
  if (countries === undefined) {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
    countries = new Set(
      letters
        .flatMap((a) => letters.map((b) => names.of(a + b) ?? ''))
        .filter((name) => /^\p{L}{4,}$/u.test(name)),
    );
  }
  return countries;
}

/** Words or sentences with no space between them (“week.Theresa”, “andVietnam”). Cannot throw. */
export function findRunTogether({ sentence, next, text }: Passage): readonly Break[] {
  const end = next === undefined ? sentence.end : Math.min(text.length, next.start + 40);
  const stretch = text.slice(sentence.start, end);
  const found: Break[] = [];
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
      repairs: [repair(`Put a space after “${left}”`, seam, seam, ' ')],
      plain: true,
    });
  };
  for (const stop of STOPS) {
    for (const match of stretch.matchAll(stop)) {
      const [, left = '', right = ''] = match;
      if (!isAbbreviated(left, right)) tell(match.index, left, right);
    }
  }
  for (const joint of JOINTS) {
    for (const match of stretch.matchAll(joint)) tell(match.index, match[1] ?? '', match[2] ?? '');
  }
  for (const match of stretch.matchAll(
    /(?<![\p{L}@#_./-])(\p{Lu}\p{Ll}{3,})(\p{Lu}\p{Ll}{2,})(?![\p{L}@_./])/gu,
  )) {
    const [, left = '', right = ''] = match;
    if (countryNames().has(left) || countryNames().has(right)) tell(match.index, left, right);
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
