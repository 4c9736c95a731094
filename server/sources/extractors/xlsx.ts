import type { CellPlace } from '../../prose/markdown.js';
import type { Paragraph } from '../../prose/paragraphs.js';
import { type CellFormat, cellFormats, shownNumber } from './cellFormats.js';
import type { Document } from './document.js';
import { LimitExceeded, MAX_CELLS, tooManyCellsReason, withinLimits } from './limits.js';
import { mainPart, readXml, unpackParts } from './officePackage.js';

/**
 * Extracts the cells of a workbook (.xlsx, ECMA-376), sheet by sheet and row by row, as they are
 * shown; a formula is its last result. Errors and empty cells are left out.
 */
export function readXlsx(bytes: Uint8Array): Document {
  return withinLimits(() => cellsIn(bytes));
}

const PARTS =
  /^(?:_rels\/\.rels|xl\/(?:_rels\/workbook\.xml\.rels|(?:workbook|sharedStrings|styles)\.xml|worksheets\/[^/]+\.xml))$/u;

/** Throws `LimitExceeded`. */
function cellsIn(bytes: Uint8Array): Document {
  const parts = unpackParts(bytes, PARTS);
  const workbook = parts?.get(mainPart(parts.get('_rels/.rels'), 'xl/workbook.xml'));
  if (parts === undefined || workbook === undefined) {
    return { unreadable: 'is not a workbook (.xlsx) or is damaged' };
  }
  const { sheets, hasEpoch1904 } = sheetsIn(workbook);
  const targets = targetsIn(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const strings = stringsIn(parts.get('xl/sharedStrings.xml') ?? '');
  const formats = cellFormats(parts.get('xl/styles.xml') ?? '');
  const paragraphs: Paragraph[] = [];
  for (const [table, { name, id }] of sheets.entries()) {
    const xml = parts.get(`xl/${targets.get(id) ?? ''}`);
    if (xml === undefined) continue;
    readSheet(xml, (content, place) => {
      const text = shownText(content, { strings, formats, hasEpoch1904 });
      if (text === '') return;
      if (paragraphs.length === MAX_CELLS) throw new LimitExceeded(tooManyCellsReason());
      paragraphs.push({
        kind: 'tableCell',
        level: 0,
        text,
        cell: { table, sheet: name, ...place },
      });
    });
  }
  return paragraphs;
}

interface Sheet {
  readonly name: string;
  /** The id of its relation. */
  readonly id: string;
}

/** The sheets in their order, and whether days count from 1904 instead of 1900. */
function sheetsIn(xml: string): {
  readonly sheets: readonly Sheet[];
  readonly hasEpoch1904: boolean;
} {
  const sheets: Sheet[] = [];
  let hasEpoch1904 = false;
  readXml(xml, {
    open: (element, attributes) => {
      if (element === 'workbookPr') hasEpoch1904 = /^(?:1|true)$/u.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '' });
    },
  });
  return { sheets, hasEpoch1904 };
}

/** The parts to which relations lead, below the folder of the workbook, by id. */
function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (element, { Id = '', Target = '' }) => {
      if (element === 'Relationship') targets.set(Id, Target.replace(/^\/xl\//u, ''));
    },
  });
  return targets;
}

/** The strings that cells refer to by their number, on one line each, without phonetic hints. */
function stringsIn(xml: string): readonly string[] {
  const strings: string[] = [];
  let [text, isText, hints] = ['', false, 0];
  readXml(xml, {
    open: (element) => {
      if (element === 'si') text = '';
      if (element === 'rPh') hints++;
      isText = element === 't' && hints === 0;
    },
    text: (data) => {
      if (isText) text += data;
    },
    close: (element) => {
      if (element === 'si') strings.push(onOneLine(text));
      if (element === 'rPh') hints--;
      isText = false;
    },
  });
  return strings;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The content of a cell. */
interface CellContent {
  /** The type of the value: `s` is the number of a string, `n` a number. */
  readonly type: string;
  readonly style: string;
  readonly value: string;
}

function readSheet(
  xml: string,
  add: (content: CellContent, place: Pick<CellPlace, 'row' | 'column'>) => void,
): void {
  let [row, column] = [-1, -1];
  let [type, style, value, isValue] = ['n', '', '', false];
  readXml(xml, {
    open: (element, attributes) => {
      switch (element) {
        case 'row':
          row = /^\d{1,7}$/u.test(attributes.r ?? '') ? Number(attributes.r) - 1 : row + 1;
          column = -1;
          break;
        case 'c': {
          const letters = /^[A-Z]{1,3}(?=\d)/u.exec(attributes.r ?? '')?.[0];
          column = letters === undefined ? column + 1 : columnOf(letters);
          [type, style, value] = [attributes.t ?? 'n', attributes.s ?? '', ''];
          break;
        }
        default:
          isValue = element === 'v' || element === 't';
      }
    },
    text: (data) => {
      if (isValue) value += data;
    },
    close: (element) => {
      isValue = false;
      if (element === 'c' && value !== '') add({ type, style, value }, { row, column });
    },
  });
}

const LETTERS = 26;

/** The 0-based number of a column: 27 for “AB”. */
function columnOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * LETTERS + letter.charCodeAt(0) - 0x40;
  return number - 1;
}

interface Workbook {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly hasEpoch1904: boolean;
}

/** The text that a cell shows; empty for an error. */
function shownText({ type, style, value }: CellContent, workbook: Workbook): string {
  switch (type) {
    case 's':
      return workbook.strings[Number(value)] ?? '';
    case 'n':
      return shownNumber(value, workbook.formats[Number(style)], workbook.hasEpoch1904);
    case 'b':
      return value === '1' ? 'yes' : 'no';
    case 'e':
      return '';
    default:
      return onOneLine(value);
  }
}
