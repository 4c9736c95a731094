import type { Token } from '../prose/tokens.js';

/**
 * What a unit measures. Units of one dimension convert into each other if the table has their
 * sizes.
 */
type Dimension =
  'length' | 'area' | 'volume' | 'mass' | 'time' | 'speed' | 'temperature' | 'share' | 'money';

interface Unit {
  /** The normalised name of the unit. */
  readonly name: string;
  readonly dimension: Dimension;
  /** Its size in the base unit of the dimension, if that is exact. */
  readonly size?: number;
  /** Its written forms in the singular, comma-separated. */
  readonly forms: string;
  /** Forms that are units only if they are joined to a figure: “5in”, “22C”. */
  readonly attached?: string;
}

/** The name of the unit of “5 percent”, “5 per cent” and “5%”. */
export const PERCENT = '%';

const UNITS: readonly Unit[] = [
  { name: PERCENT, dimension: 'share', forms: '%, percent, per cent, pct' },
  { name: '$', dimension: 'money', forms: '$, us $, dollar, us dollar, usd' },
  { name: '£', dimension: 'money', forms: '£, pound, pound sterling, gbp' },
  { name: '€', dimension: 'money', forms: '€, euro, eur' },
  { name: '¥', dimension: 'money', forms: '¥, yen, jpy' },
  { name: 'millimetre', dimension: 'length', size: 0.001, forms: 'millimetre, millimeter, mm' },
  { name: 'centimetre', dimension: 'length', size: 0.01, forms: 'centimetre, centimeter, cm' },
  { name: 'metre', dimension: 'length', size: 1, forms: 'metre, meter, m' },
  { name: 'kilometre', dimension: 'length', size: 1000, forms: 'kilometre, kilometer, km, kms' },
  { name: 'mile', dimension: 'length', forms: 'mile, mi' },
  { name: 'yard', dimension: 'length', forms: 'yard, yd, yds' },
  { name: 'foot', dimension: 'length', forms: 'foot, feet, ft' },
  { name: 'inch', dimension: 'length', forms: 'inch, inches', attached: 'in' },
  {
    name: 'square metre',
    dimension: 'area',
    size: 1,
    forms: 'square metre, square meter, sq m, m2, m²',
  },
  { name: 'hectare', dimension: 'area', size: 1e4, forms: 'hectare, ha' },
  {
    name: 'square kilometre',
    dimension: 'area',
    size: 1e6,
    forms: 'square kilometre, square kilometer, sq kilometre, sq kilometer, sq km, km2, km²',
  },
  { name: 'acre', dimension: 'area', forms: 'acre' },
  { name: 'square mile', dimension: 'area', forms: 'square mile, sq mile, sq mi' },
  { name: 'square foot', dimension: 'area', forms: 'square foot, square feet, sq ft' },
  { name: 'millilitre', dimension: 'volume', size: 0.001, forms: 'millilitre, milliliter, ml' },
  { name: 'litre', dimension: 'volume', size: 1, forms: 'litre, liter', attached: 'l' },
  {
    name: 'cubic metre',
    dimension: 'volume',
    size: 1000,
    forms: 'cubic metre, cubic meter, m3, m³',
  },
  { name: 'milligram', dimension: 'mass', size: 1e-6, forms: 'milligram, mg' },
  { name: 'gram', dimension: 'mass', size: 0.001, forms: 'gram, gramme', attached: 'g' },
  { name: 'kilogram', dimension: 'mass', size: 1, forms: 'kilogram, kilogramme, kilo, kg' },
  // News uses “ton” for both, and figures in tonnes are rarely more exact than the difference.
  { name: 'tonne', dimension: 'mass', size: 1000, forms: 'tonne, ton, metric ton', attached: 't' },
  { name: 'pound of weight', dimension: 'mass', forms: 'lb, lbs' },
  { name: 'second', dimension: 'time', size: 1, forms: 'second, sec' },
  { name: 'minute', dimension: 'time', size: 60, forms: 'minute, min' },
  { name: 'hour', dimension: 'time', size: 3600, forms: 'hour, hr, hrs', attached: 'h' },
  { name: 'day', dimension: 'time', forms: 'day' },
  { name: 'week', dimension: 'time', forms: 'week, wk' },
  { name: 'month', dimension: 'time', forms: 'month' },
  { name: 'year', dimension: 'time', forms: 'year, yr, yrs' },
  {
    name: 'kilometre per hour',
    dimension: 'speed',
    forms:
      'kilometre per hour, kilometer per hour, kilometre an hour, kilometer an hour, km per hour, km / h, km/h, kph, kmh',
  },
  { name: 'mile per hour', dimension: 'speed', forms: 'mile per hour, mile an hour, mph' },
  {
    name: 'degree Celsius',
    dimension: 'temperature',
    forms: 'degree celsius, degree centigrade, degree c, ° c, °c, celsius',
    attached: 'c',
  },
  {
    name: 'degree Fahrenheit',
    dimension: 'temperature',
    forms: 'degree fahrenheit, degree f, ° f, °f, fahrenheit',
    attached: 'f',
  },
  { name: 'degree', dimension: 'temperature', forms: 'degree' },
];

/** Multiples and fractions of a unit: “two decades”, “50p”. */
const MULTIPLES: readonly (readonly [forms: string, name: string, times: number])[] = [
  ['decade', 'year', 10],
  ['century, centuries', 'year', 100],
  ['penny, pence', '£', 0.01],
];

/** A unit found in a text. */
export interface UnitFound {
  /** The normalised name. */
  readonly unit: string;
  /** The factor that converts the figure into the unit: 10 for decades, which become years. */
  readonly times: number;
  /** The last token of the unit. */
  readonly last: number;
}

type Meaning = Omit<UnitFound, 'last'>;

const BY_NAME: ReadonlyMap<string, Unit> = new Map(UNITS.map((unit) => [unit.name, unit]));

const BY_FORM: ReadonlyMap<string, Meaning> = new Map([
  ...UNITS.flatMap(({ name, forms }) => formsIn(forms).map((form) => entry(form, name, 1))),
  ...MULTIPLES.flatMap(([forms, name, times]) =>
    formsIn(forms).map((form) => entry(form, name, times)),
  ),
]);

const BY_ATTACHED: ReadonlyMap<string, Meaning> = new Map([
  ...UNITS.flatMap(({ name, attached = '' }) =>
    formsIn(attached).map((form) => entry(form, name, 1)),
  ),
  entry('p', '£', 0.01),
]);

function formsIn(list: string): readonly string[] {
  return list === '' ? [] : list.split(', ');
}

function entry(form: string, unit: string, times: number): readonly [string, Meaning] {
  return [form.split(' ').map(singular).join(' '), { unit, times }];
}

/**
 * The word without a full stop and a plural “s”; words of the text and of the table are cut alike.
 */
function singular(word: string): string {
  return word.replace(/\.$/u, '').replace(/(?<=...)s$/u, '');
}

/** The most tokens of a unit: “kilometres per hour”. */
const LONGEST = 3;

/**
 * The unit that starts at a token. The longest match wins: “square kilometres” are not kilometres.
 */
export function unitAt(tokens: readonly Token[], at: number): UnitFound | undefined {
  const words = tokens.slice(at, at + LONGEST).map(({ lower }) => singular(lower));
  for (let count = words.length; count > 0; count--) {
    const found = BY_FORM.get(words.slice(0, count).join(' '));
    if (found !== undefined) return { ...found, last: at + count - 1 };
  }
  const isAttached = tokens[at - 1]?.end === tokens[at]?.start;
  const attached = isAttached ? BY_ATTACHED.get(words[0] ?? '') : undefined;
  return attached && { ...attached, last: at };
}

/** The unit that a noun names, given by its dictionary form. */
export function unitNamed(noun: string): Meaning | undefined {
  return BY_FORM.get(singular(noun.toLowerCase()));
}

/** The currency sign or code before a figure: “$”, “US$”, “EUR”. */
export function currencyBefore(tokens: readonly Token[], at: number): UnitFound | undefined {
  // “Euro 2024” is a tournament, not an amount.
  if (!/^(?:\p{Sc}|\p{Lu}{2,3})$/u.test(tokens[at]?.text ?? '')) return undefined;
  const found = unitAt(tokens, at);
  return found !== undefined && isCurrency(found.unit) ? found : undefined;
}

/** True for the name of a currency. */
export function isCurrency(unit: string): boolean {
  return BY_NAME.get(unit)?.dimension === 'money';
}

/** True for a unit of measurement: not a currency, a share or a counted noun. */
export function isMeasure(unit: string): boolean {
  const dimension = BY_NAME.get(unit)?.dimension;
  return dimension !== undefined && dimension !== 'money' && dimension !== 'share';
}

/** True for a unit of time. */
export function isDuration(unit: string): boolean {
  return BY_NAME.get(unit)?.dimension === 'time';
}

/** True for two units that may be the same: bare “degrees” may be of either scale. */
export function isSameMeasure(one: string, other: string): boolean {
  if (one === other) return true;
  return (
    (one === 'degree' || other === 'degree') &&
    BY_NAME.get(one)?.dimension === BY_NAME.get(other)?.dimension
  );
}

/**
 * Converts a value into another unit of the same dimension: 90 minutes are 1.5 hours. `undefined`
 * if the units do not convert.
 */
export function convert(value: number, from: string, to: string): number | undefined {
  if (from === to) return value;
  const [own, other] = [BY_NAME.get(from), BY_NAME.get(to)];
  if (own?.size === undefined || other?.size === undefined) return undefined;
  return own.dimension === other.dimension ? (value * own.size) / other.size : undefined;
}
