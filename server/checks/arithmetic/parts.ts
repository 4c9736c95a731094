import type { Quantity } from '../../values/figures.js';
import type { TokenRange } from '../../prose/tokenRange.js';
import { type Miscount, type Range, inDigits, mayBeEqual, rangeOf, withFigure } from './figures.js';
import { type Line, figureIn, tokensIn, wordsOf } from './line.js';

/** “Of the 48 members, … and the remaining 11 …”: the rest makes up the whole. */
const REST =
  /^(?:[\p{L}]+ , )?of (?:the |its |their |our |all )?<(?<whole>\d+)>(?: [\p{L}’'-]+){0,4} ,? ?(?<parts>.*?)(?<rest>(?:the |another )?(?:remaining|other) <(?<last>\d+)>)(?<after>.*)$/du;

const ITEM = "<\\d+>(?: (?!and )[\\p{L}’'-]+){0,4}?";
const LIST = `${ITEM}(?: , ${ITEM})*(?: ,)? and ${ITEM}`;
const IN_ALL = '(?:in all|in total|altogether|all told)';

/** Lists beside their whole, with words that say that they are complete. */
const TOTALS: readonly RegExp[] = [
  `(?<list>${LIST}) [,(–—-] (?<total>(?:a total of|making|making a total of|for a total of) <(?<whole>\\d+)>)`,
  `(?<list>${LIST}) [,(–—-] (?<total>(?:or )?<(?<whole>\\d+)>(?: [\\p{L}’'-]+){0,2} ${IN_ALL})`,
  `(?:a total of|in all ,?|in total ,?|altogether ,?) (?<total><(?<whole>\\d+)>(?: [\\p{L}’'-]+){0,2}) (?:,|:|–|—|\\(|-) (?<list>${LIST})(?= [,.;)–—]|$)`,
  `(?<total><(?<whole>\\d+)>(?: [\\p{L}’'-]+){0,2}) (?:in all|in total|altogether) (?:,|:|–|—|\\(|-) (?<list>${LIST})(?= [,.;)–—]|$)`,
  `(?<total><(?<whole>\\d+)>(?: [\\p{L}’'-]+){0,2}) (?:, )?(?:made up of|consisting of|consists? of|comprising|comprises?) (?<list>${LIST})(?= [,.;)–—]|$)`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}`, 'dgu'));

/** Kinds of people that include everybody. */
const KINDS = '(?:wom[ae]n|m[ae]n|boys?|girls?|child(?:ren)?|adults?|teenagers?)';
const KIND = `(?:<\\d+>|an?|one) ${KINDS}`;

/** “28 people (12 women and 15 men)” */
const PEOPLE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<total><(?<whole>\\d+)>(?: people| persons)?)(?: [\\p{L}’'-]+){0,3}? [(:] (?<list>${KIND}(?: , ${KIND})*(?: ,)? and ${KIND})(?= [).;,]|$)`,
  'dgu',
);

/** Words that leave some parts out, or put figures of something else among them. */
const UNSTATED =
  /\b(?:one|both|half|none|nobody|several|them|whom|some|few|many|most|each|every|among|including|per|an?other(?! <))\b/u;

/** Words before a figure that is no part: “in two wards”. */
const PREPOSITION =
  /\b(?:in|on|at|by|to|from|after|before|within|aged|for|of|over|under|with|between|until|than|about) $/u;

/** The end of words that a list continues from. */
const GOES_ON = /(?:<\d+>[^.;:(]{0,40} (?:,|and)|\bplus|\bor) $/u;

/** Parts that do not add up to their stated whole. */
export function wrongSums(line: Line, text: string): readonly Miscount[] {
  const rest = REST.exec(line.text);
  return [
    ...[rest === null ? undefined : wrongRest(line, rest, text)].flatMap((one) => one ?? []),
    ...TOTALS.flatMap((form) => [...line.text.matchAll(form)]).flatMap(
      (match) => wrongTotal(line, match, text) ?? [],
    ),
    ...[...line.text.matchAll(PEOPLE)].flatMap(
      (match) => wrongTotal(line, match, text, !namesAllKinds(match.groups?.list)) ?? [],
    ),
  ];
}

function wrongRest(line: Line, match: RegExpExecArray, text: string): Miscount | undefined {
  const { parts = '', after = '' } = match.groups ?? {};
  const [whole, last] = [figureIn(line, match, 'whole'), figureIn(line, match, 'last')];
  const at = tokensIn(line, match, 'rest');
  if (whole === undefined || last === undefined || at === undefined) return undefined;
  if (UNSTATED.test(parts) || /<\d+>|\bone\b/u.test(after)) return undefined;
  const found = [...parts.matchAll(/<(\d+)>/gu)];
  if (found.length === 0 || found.some(({ index }) => PREPOSITION.test(parts.slice(0, index))))
    return undefined;
  const all = [...found.flatMap(([, index]) => line.quantities[Number(index)] ?? []), last];
  if ([whole, ...all].some((part) => !isPart(part) || part.kind !== 'count' || part.value >= 1000))
    return undefined;
  const sum = sumOf(all);
  if (sum === whole.value) return undefined;
  const right = whole.value - sum + last.value;
  const words = wordsOf(line, at, text);
  const corrected = withFigure(words, String(right)) ?? words;
  return {
    at,
    reason: `${right > 0 ? `should be ${right}` : 'does not fit'}: ${all.map(({ value }) => value).join(' + ')} is ${sum}, not ${whole.value}`,
    ...(right > 0 && corrected !== words ? { right: corrected } : {}),
  };
}

/** True for a list that has everybody: women and men, but not women and children. */
function namesAllKinds(list = ''): boolean {
  return [
    /\bwom[ae]n\b.*\bm[ae]n\b|\bm[ae]n\b.*\bwom[ae]n\b/u,
    /\badults?\b.*\b(?:child(?:ren)?|teenagers?|boys?|girls?)\b|\b(?:child(?:ren)?|teenagers?|boys?|girls?)\b.*\badults?\b/u,
    /\bboys?\b.*\bgirls?\b|\bgirls?\b.*\bboys?\b/u,
  ].some((kinds) => kinds.test(list));
}

/**
 * The error in a list and its whole; a list that need not be complete is only wrong if it has more.
 */
function wrongTotal(
  line: Line,
  match: RegExpExecArray,
  text: string,
  mayHaveMore = false,
): Miscount | undefined {
  const { list = '' } = match.groups ?? {};
  const [whole, at] = [figureIn(line, match, 'whole'), tokensIn(line, match, 'total')];
  if (
    whole === undefined ||
    at === undefined ||
    !isPart(whole) ||
    UNSTATED.test(list.replace(/\bone (?=wom|m[ae]n|boy|girl|child)/gu, ''))
  )
    return undefined;
  // A list that continues to the left of the words that were read.
  const start = Math.min(
    ...['list', 'total'].map((name) => match.indices?.groups?.[name]?.[0] ?? 0),
  );
  if (GOES_ON.test(line.text.slice(0, start))) return undefined;
  const parts = [...list.matchAll(/<(\d+)>|(?:^|(?<=(?:,|and) ))(?:an?|one)(?= )/gu)].map(
    ([, index]) => (index === undefined ? undefined : line.quantities[Number(index)]),
  );
  const known = parts.flatMap((part) => part ?? []);
  if (
    known.some(
      (part) =>
        !isPart(part) ||
        part.kind !== whole.kind ||
        (whole.kind === 'money' && part.unit !== whole.unit),
    )
  )
    return undefined;
  const ones = parts.length - known.length;
  const ranges = [...known.map((part) => rangeOf(line.tokens, part)), { least: ones, most: ones }];
  const sum = ranges.reduce((all, { least, most }): Range => ({
    least: all.least + least,
    most: all.most + most,
  }));
  const range = rangeOf(line.tokens, whole);
  if (mayBeEqual(sum, range) || (mayHaveMore && sum.most < range.least)) return undefined;
  const figures = parts.map((part) => (part === undefined ? '1' : figureText(line, part, text)));
  const total = inDigits(sumOf(known) + ones, 2);
  const unit = whole.kind === 'money' ? whole.unit.replace(/^\p{L}.*$/u, '') : '';
  return {
    at,
    reason: `does not fit: ${figures.join(' + ')} is ${unit}${total}, not ${figureText(line, whole, text)}`,
  };
}

function figureText(line: Line, { figure, last, value, kind }: Quantity, text: string): string {
  const range: TokenRange = { first: figure, last };
  return kind === 'money' ? wordsOf(line, range, text) : inDigits(value, 2);
}

/** True for an exact figure that can be added to others. */
function isPart({ kind, bound, order }: Quantity): boolean {
  return (kind === 'count' || kind === 'money') && bound === 'exact' && !order;
}

function sumOf(parts: readonly Quantity[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
