import { SMALL_NUMBERS, TENS } from '../../lexicon/numberWords.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import type { BlockContent } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type Token, lowerAt } from '../../prose/tokens.js';
import { unitAt } from '../../values/units.js';
import type { Departure } from './departure.js';
import type { HouseStyle, StyleRule } from './styleRule.js';

type NumberRule = Extract<StyleRule, { readonly kind: 'numbers' }>;

/** A whole number at its place in a sentence. */
interface Written {
  readonly value: number;
  readonly isInWords: boolean;
  /** Its first and last token. */
  readonly first: number;
  readonly last: number;
}

/**
 * Counts of things in figures where the house style has words, or in words where it has figures. A
 * sentence that also has a number on the other side of the limit keeps both alike; ages, measures,
 * money and names with numbers are left alone.
 */
export function wrongNumbersIn(
  { kind, role, sentences }: BlockContent,
  { rules }: HouseStyle,
): readonly Departure[] {
  if (kind !== 'paragraph' || role !== 'prose') return [];
  return rules.flatMap((rule) =>
    rule.kind === 'numbers' ? sentences.flatMap((sentence) => wrongIn(sentence, rule)) : [],
  );
}

function wrongIn({ tokens }: Sentence, rule: NumberRule): readonly Departure[] {
  const numbers = numbersIn(tokens);
  const isBelow = ({ value }: Written): boolean => value < rule.below;
  return numbers.flatMap((number) => {
    const { first, last, value, isInWords } = number;
    const [from, to] = [tokens[first], tokens[last]];
    if (isInWords !== !isBelow(number) || from === undefined || to === undefined) return [];
    if (numbers.some((other) => isBelow(other) !== isBelow(number))) return [];
    if ((isInWords && first === 0) || !countsThings(tokens, number)) return [];
    const right = isInWords ? String(value) : wordFor(value);
    if (right === undefined) return [];
    return [{ rule, span: { start: from.start, end: to.end }, right: [right] }];
  });
}

/** The whole numbers below a hundred in words, and all in digits. */
function numbersIn(tokens: readonly Token[]): readonly Written[] {
  const found: Written[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at);
    if (number === undefined) continue;
    found.push(number);
    at = number.last;
  }
  return found;
}

function numberAt(tokens: readonly Token[], at: number): Written | undefined {
  const { text = '', lower = '' } = tokens[at] ?? {};
  if (/^\d{1,3}(?:,?\d{3})*$/u.test(text))
    return { value: Number(text.replaceAll(',', '')), isInWords: false, first: at, last: at };
  const ten = TENS.get(lower);
  if (ten === undefined) {
    const value = SMALL_NUMBERS.get(lower);
    // “One” is seldom a number.
    return value === undefined || value < 2
      ? undefined
      : { value, isInWords: true, first: at, last: at };
  }
  const unit = SMALL_NUMBERS.get(lowerAt(tokens, at + 2)) ?? 0;
  return lowerAt(tokens, at + 1) === '-' && unit > 0 && unit < 10
    ? { value: ten + unit, isInWords: true, first: at, last: at + 2 }
    : { value: ten, isInWords: true, first: at, last: at };
}

/** “two”; `undefined` from twenty on. */
function wordFor(value: number): string | undefined {
  if (value < 2) return undefined;
  return [...SMALL_NUMBERS].find(([, small]) => small === value)?.[0];
}

/** Times whose number a house style writes like any other. */
const LONG_TIMES = /^(?:days|weeks|months|years|decades)$/u;

/** True for a number before a noun in the plural that it counts: “7 boats”, “7 new boats”. */
function countsThings(tokens: readonly Token[], { first, last }: Written): boolean {
  const before = tokens[first - 1];
  const next = tokens[last + 1];
  const noun = next?.tag === 'ADJ' ? last + 2 : last + 1;
  const counted = tokens[noun];
  if (counted?.tag !== 'NOUN' || !/^\p{Ll}+$/u.test(counted.text)) return false;
  if (counted.lower === counted.lemma || next?.start === tokens[last]?.end) return false;
  if (/^[ap]\.?m\b/u.test(next?.lower ?? '')) return false;
  const isOfTime = LONG_TIMES.test(counted.lower);
  if (!isOfTime && unitAt(tokens, last + 1) !== undefined) return false;
  if (/^(?:old|-|–)$/u.test(lowerAt(tokens, noun + 1))) return false;
  if (before === undefined) return true;
  // A name that ends in a number: “Channel 4 viewers”.
  if (startsWithCapital(before) && first > 1) return false;
  const other = before.lower === 'and' ? tokens[first - 2] : before;
  if (other?.kind === 'number' || other?.tag === 'NUM') return false;
  return !/^(?:no|number|page|chapter|part|step|level|grade|year|week|day|round|question|to|or|between|point|[-–/.:,#$£€])$/u.test(
    before.lower,
  );
}
