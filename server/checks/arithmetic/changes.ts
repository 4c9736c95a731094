import { MONTHS } from '../../lexicon/calendar.js';
import type { Quantity } from '../../values/figures.js';
import {
  type Miscount,
  type Range,
  decimalsIn,
  inDigits,
  mayBeEqual,
  rangeOf,
  widened,
  withFigure,
} from './figures.js';
import { type Line, figureIn, tokensIn, wordsOf } from './line.js';

/**
 * Words of one clause, because those of another are about other figures: “from 100 to 80 while
 * sales rose 5 per cent”.
 */
const WORDS =
  "(?: (?!(?:to|from|and|but|or|as|when|while|whereas|although|though|after|before|because) )[\\p{L}\\p{N}$£€’'-]+){0,5}?";
// “from 10 to 14 May” is a time.
const NO_DAY = `(?! (?:of )?(?:${MONTHS.join('|')})(?!\\p{L}))`;
// “Ranges from £10 to £50” is no change.
const NO_RANGE =
  '(?<!\\b(?:rang(?:es?|ed|ing)|costs?|costing|var(?:y|ies|ied|ying)|r[au]ns?|open|priced|anything|anywhere) )';
const FROM_TO = `${NO_RANGE}from <(?<a>\\d+)>${WORDS} to <(?<b>\\d+)>${NO_DAY}`;
const TO_FROM = `to <(?<b>\\d+)>${NO_DAY}${WORDS}(?: ,)? from <(?<a>\\d+)>`;
const UP = '(?<up>increase|rise|growth|jump|gain|surge|climb|leap|expansion)';
const DOWN = '(?<down>decrease|fall|drop|decline|cut|reduction|loss|slump|dip|slide)';
const ROSE =
  '(?<up>up|rose|risen|rises?|rising|increas(?:ed?|es|ing)|gr[eo]wn?|growing|climb(?:ed|ing)|jump(?:ed|ing)|leapt|soared|surged|swelled|gained|expanded)';
const FELL =
  '(?<down>down|f[ea]ll(?:en|s|ing)?|drop(?:ped|ping|s)?|declin(?:ed?|ing)|decreas(?:ed?|ing)|shr[aui]nk|slid|slipped|sank|tumbled|plunged|cut|lowered|reduced)';
const PAUSE = '(?: [,(–—-])?';

function patterns(form: string): readonly RegExp[] {
  return [
    form.replace('NOUN', UP).replace('VERB', ROSE),
    form.replace('NOUN', DOWN).replace('VERB', FELL),
  ].map((pattern) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'dgu'));
}

// “Up 50 per cent on last June”
const NO_OTHER_START = '(?! (?:on|since|compared|against) )';

/** The place of a change beside the two figures. */
const FORMS: readonly RegExp[] = [
  `${FROM_TO}${WORDS}${PAUSE} an? (?:[\\p{L}-]+ )?NOUN of <(?<c>\\d+)>${NO_OTHER_START}`,
  `${FROM_TO}${WORDS}${PAUSE} an? <(?<c>\\d+)> NOUN${NO_OTHER_START}`,
  `${FROM_TO}${WORDS}${PAUSE} VERB (?:by )?<(?<c>\\d+)>${NO_OTHER_START}`,
  `VERB (?:by )?<(?<c>\\d+)>(?: ,)? ${FROM_TO}`,
  `VERB (?:by )?<(?<c>\\d+)>(?: ,)? ${TO_FROM}`,
  `<(?<c>\\d+)> NOUN(?: ,)?(?: in [\\p{L}’'-]+)? ${FROM_TO}`,
  `NOUN of <(?<c>\\d+)>(?: ,)? ${FROM_TO}`,
  `<(?<b>\\d+)>${WORDS} , VERB <(?<c>\\d+)> (?:from|on)(?: (?!to )[\\p{L}’'-]+){0,3}? <(?<a>\\d+)>`,
].flatMap(patterns);

const MULTIPLE =
  '(?<![\\p{L}\\p{N}])(?<!(?:more|less) than )(?<!(?:almost|nearly|about|roughly|to|to have) )(?<verb>doubled|trebled|tripled|quadrupled|halved)';
const MULTIPLES: readonly RegExp[] = [FROM_TO, TO_FROM].map(
  (form) =>
    new RegExp(
      `${MULTIPLE}(?: (?:in|over|within)(?: [\\p{L}]+){0,3} <\\d+>)?${WORDS}(?: ,)? ${form}(?![\\p{L}\\p{N}])`,
      'dgu',
    ),
);

/** The change that a verb expresses, as the second figure by the first. */
const RATIOS: ReadonlyMap<string, Range> = new Map([
  ['halved', { least: 0.36, most: 0.62 }],
  ['doubled', { least: 1.6, most: 2.5 }],
  ['trebled', { least: 2.5, most: 3.6 }],
  ['tripled', { least: 2.5, most: 3.6 }],
  ['quadrupled', { least: 3.4, most: 4.7 }],
]);

/** A change by the year or on average, or of adjusted figures, is not that between the two. */
const OF_ANOTHER_KIND =
  /\b(?:(?:a|per|each|every) (?:year|month|week|day|quarter|person|head)(?! (?:earlier|ago|before|later|on)\b)|annual(?:ly|ised|ized)?|yearly|average|real terms|adjust(?:ed|ing)|inflation|compound|like-for-like|like - for - like|constant|seasonally|points?)\b/u;

/**
 * Changes that differ from the two figures beside them: “from 100 to 214, an increase of 50 per
 * cent”.
 */
export function wrongChanges(line: Line, text: string): readonly Miscount[] {
  if (!/\b(?:from|to)\b/u.test(line.text) || OF_ANOTHER_KIND.test(line.text)) return [];
  const found = FORMS.flatMap((form) => [...line.text.matchAll(form)]).flatMap(
    (match) => wrongChange(line, match, text) ?? [],
  );
  const multiples = MULTIPLES.flatMap((form) => [...line.text.matchAll(form)]).flatMap(
    (match) => wrongMultiple(line, match) ?? [],
  );
  return [...found, ...multiples].filter(
    ({ at }, index, all) => all.findIndex((other) => other.at.first === at.first) === index,
  );
}

/**
 * True for a change that begins where one before it in the sentence ended: the following words may
 * describe both changes.
 */
function isLaterStep(line: Line, { index }: RegExpExecArray, from: Quantity): boolean {
  return [...line.text.slice(0, index).matchAll(/from <\d+>.*? to <(\d+)>/gu)].some(
    ([, end]) => line.quantities[Number(end)]?.value === from.value,
  );
}

/** The room that a share of a change has, in percentage points. */
const ROOM = 0.6;

function wrongChange(line: Line, match: RegExpExecArray, text: string): Miscount | undefined {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => figureIn(line, match, name));
  if (a === undefined || b === undefined || c === undefined || !areComparable(a, b))
    return undefined;
  if (isLaterStep(line, match, a)) return undefined;
  const isRise = match.groups?.up !== undefined;
  const [from, to] = [rangeOf(line.tokens, a), rangeOf(line.tokens, b)];
  if (from.least <= 0 || to.least <= 0) return undefined;
  const sign = isRise ? 1 : -1;
  const difference = inOrder(sign * (to.least - from.most), sign * (to.most - from.least));
  const at = { first: c.figure, last: c.last };
  const words = wordsOf(line, at, text);
  const isShared = a.kind === 'share' || b.kind === 'share';
  if (c.kind !== 'share') {
    const isOfSameKind =
      !isShared && c.kind === b.kind && (c.unit === b.unit || c.unit === '' || b.unit === '');
    if (!isOfSameKind || mayBeEqual(difference, rangeOf(line.tokens, c))) return undefined;
    return misstated(line, at, words, sign * (b.value - a.value), '', { a, b, isRise, text });
  }
  if (
    c.unit !== '' &&
    !/^(?:increase|rise|growth|jump|gain|surge|climb|leap|expansion|decrease|fall|drop|decline|cut|reduction|loss|slump|dip|slide)$/u.test(
      c.unit,
    )
  )
    return undefined;
  const decimals = decimalsIn(line.tokens, c);
  const stated = widened(rangeOf(line.tokens, c), ROOM);
  const change = inOrder(
    100 * sign * (to.least / from.most - 1),
    100 * sign * (to.most / from.least - 1),
  );
  if (mayBeEqual(change, stated) || (isShared && mayBeEqual(difference, stated))) return undefined;
  const right = Number((100 * sign * (b.value / a.value - 1)).toFixed(decimals));
  return misstated(line, at, words, right, ' per cent', { a, b, isRise, text });
}

function misstated(
  line: Line,
  at: Miscount['at'],
  words: string,
  right: number,
  unit: string,
  {
    a,
    b,
    isRise,
    text,
  }: {
    readonly a: Quantity;
    readonly b: Quantity;
    readonly isRise: boolean;
    readonly text: string;
  },
): Miscount {
  const [from, to] = [a, b].map(({ figure, last }) => wordsOf(line, { first: figure, last }, text));
  const figure = inDigits(Math.abs(right), 2);
  const change = isRise === right >= 0 ? 'increase' : 'decrease';
  const between = `from ${from ?? ''} to ${to ?? ''} is ${change === 'increase' ? 'an increase' : 'a decrease'} of ${figure}${unit}`;
  const corrected = right > 0 ? withFigure(words, figure) : undefined;
  return corrected === undefined
    ? { at, reason: `does not fit: ${between}` }
    : { at, reason: `should be “${corrected}”: ${between}`, right: corrected };
}

function wrongMultiple(line: Line, match: RegExpExecArray): Miscount | undefined {
  const [a, b] = ['a', 'b'].map((name) => figureIn(line, match, name));
  const at = tokensIn(line, match, 'verb');
  const ratio = RATIOS.get(match.groups?.verb ?? '');
  if (a === undefined || b === undefined || at === undefined || ratio === undefined)
    return undefined;
  if (!areComparable(a, b)) return undefined;
  const [from, to] = [rangeOf(line.tokens, a), rangeOf(line.tokens, b)];
  if (from.least <= 0) return undefined;
  const actual = { least: to.least / from.most, most: to.most / from.least };
  if (mayBeEqual(actual, ratio)) return undefined;
  const times = inDigits(b.value / a.value, 2);
  return {
    at,
    reason: `does not fit: ${inDigits(b.value, 2)} is ${times} times ${inDigits(a.value, 2)}`,
  };
}

/** True for two figures of one kind: “from 4 to 5 per cent”, “from £1m to £2m”, “from 100 to 214 members”. */
function areComparable(a: Quantity, b: Quantity): boolean {
  const kinds = /^(?:count|share|money)$/u;
  if (!kinds.test(a.kind) || !kinds.test(b.kind) || a.order || b.order) return false;
  if (a.kind !== b.kind) return a.kind === 'count' && a.unit === '';
  return a.unit === b.unit || a.unit === '' || b.unit === '';
}

function inOrder(one: number, other: number): Range {
  return { least: Math.min(one, other), most: Math.max(one, other) };
}
