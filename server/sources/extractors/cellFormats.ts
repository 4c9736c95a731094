import { inWords } from '../../reference/extraction/sourceDate.js';
import { readXml } from './officePackage.js';

/** How a cell of a workbook shows a number. */
export interface CellFormat {
  readonly kind: 'number' | 'percent' | 'date';
  /** “£”, “$” or “€” before the number, otherwise empty. */
  readonly currency: string;
}

const PLAIN: CellFormat = { kind: 'number', currency: '' };

/** The built-in formats (ECMA-376, 18.8.30) that are no plain numbers. */
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** The formats of cells in the order of their styles, from the part `styles.xml`. */
export function cellFormats(xml: string): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isCell = false;
  readXml(xml, {
    open: (element, { numFmtId, formatCode }) => {
      if (element === 'cellXfs') isCell = true;
      if (element === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (element === 'xf' && isCell) formats.push(formatOf(Number(numFmtId ?? 0), codes));
    },
    close: (element) => {
      if (element === 'cellXfs') isCell = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  if (isBuiltInDate(id)) return { ...PLAIN, kind: 'date' };
  if (isBuiltInPercent(id)) return { ...PLAIN, kind: 'percent' };
  const code = codes.get(id) ?? '';
  // Quoted or escaped text, and colours and conditions in brackets, are no part of the pattern.
  const pattern = code.replace(/"[^"]*"|\\.|\[[^[\]]*\]/gu, '');
  if (/[ymdhs]/iu.test(pattern)) return { ...PLAIN, kind: 'date' };
  if (pattern.includes('%')) return { ...PLAIN, kind: 'percent' };
  return { kind: 'number', currency: /(?<=\[\$)[£$€]|(?<!\[)[£$€]/u.exec(code)?.[0] ?? '' };
}

const DAY = 24 * 60 * 60 * 1000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** The digits that a spreadsheet keeps of a number. */
const DIGITS = 15;

/**
 * A number of a cell as it is shown: “1234.5”, “£12”, “4.5%”, “12 May 2024”; unchanged if it is not
 * a number.
 */
export function shownNumber(
  value: string,
  { kind, currency }: CellFormat = PLAIN,
  hasEpoch1904 = false,
): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  if (kind === 'date') return shownDate(number, hasEpoch1904) ?? value.trim();
  const shown = String(Number((kind === 'percent' ? number * 100 : number).toPrecision(DIGITS)));
  if (kind === 'percent') return `${shown}%`;
  return currency !== '' && shown.startsWith('-')
    ? `-${currency}${shown.slice(1)}`
    : currency + shown;
}

/** A day, a time or both; `undefined` outside the years of a calendar. */
function shownDate(number: number, hasEpoch1904: boolean): string | undefined {
  const time = (hasEpoch1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(number * DAY);
  const date = new Date(time);
  if (number < 0 || Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  if (!/^\d{4}-/u.test(iso)) return undefined;
  const day = number < 1 ? [] : [inWords(iso.slice(0, 10))];
  const clock = number % 1 === 0 ? [] : [iso.slice(11, 16)];
  return [...day, ...clock].join(' ');
}
