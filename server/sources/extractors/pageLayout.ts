import type { Paragraph } from '../../prose/paragraphs.js';
import type { PlacedLine, PrintedLine } from './printedLine.js';
import { printedTables } from './printedTable.js';

/** The minimum ratio of a heading's font size to that of the body text. */
const HEADING_RATIO = 1.15;
/** The longest heading, in UTF-16 units. */
const MAX_HEADING = 200;

/**
 * Joins printed lines into paragraphs by line spacing, indents, short last lines and font size, and finds the cells of
 * tables whose columns are clear. Paragraphs continue across columns and pages, words hyphenated at a line end are
 * joined, and page numbers and running headers and footers are removed.
 */
export function joinLines(pages: readonly (readonly PrintedLine[])[]): readonly Paragraph[] {
  const running = runningLines(pages);
  const lines = pages.flatMap((page, index) =>
    page
      .filter(
        (line, at) =>
          !isPageNumber(line, at, page.length) &&
          !(isOuter(at, page.length) && running.has(runningKey(line))),
      )
      .map((line): PlacedLine => ({ ...line, page: index + 1 })),
  );
  const body = bodySize(lines);
  const step = usualLineSpacing(lines);
  const right = Math.max(...lines.map((line) => line.right).slice(0, 5000), 0);
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
  const paragraphsIn = (start: number, end: number): readonly Paragraph[] =>
    groupsOf(lines.slice(start, end), step, right).flatMap((group): readonly Paragraph[] => {
      const [first] = group;
      const text = textOf(group, words);
      if (first === undefined || text === '') return [];
      const isHeading = first.size > body * HEADING_RATIO && text.length <= MAX_HEADING;
      return [
        isHeading
          ? { kind: 'heading', level: 2, text, page: first.page }
          : { kind: 'paragraph', level: 0, text, page: first.page },
      ];
    });
  const tables = printedTables(lines);
  return [
    ...tables.flatMap(({ cells, start }, at) => [
      ...paragraphsIn(tables[at - 1]?.end ?? 0, start),
      ...cells,
    ]),
    ...paragraphsIn(tables.at(-1)?.end ?? 0, lines.length),
  ];
}

/** Lines whose left edges differ by less than this, in points, are in one column. */
const EDGE = 5;

/** The lines of each paragraph. `step` is the usual line spacing, `right` the right edge, in points. */
function groupsOf(
  lines: readonly PlacedLine[],
  step: number,
  right: number,
): readonly (readonly PlacedLine[])[] {
  const groups: PlacedLine[][] = [];
  const edges = new Map<number, number>();
  for (const { x, right: end } of lines) {
    const key = Math.round(x / EDGE);
    edges.set(key, Math.max(end, edges.get(key) ?? 0));
  }
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const edge = edges.get(Math.round(line.x / EDGE)) ?? right;
    if (group === undefined || last === undefined || startsParagraph(last, line, step, edge)) {
      groups.push([line]);
    } else {
      group.push(line);
    }
  }
  return groups;
}

/** The least share of a line that is left empty where its paragraph ends, not where it is wrapped. */
const SHORT = 0.4;

/** True if the second of two lines starts a new paragraph. */
function startsParagraph(last: PlacedLine, next: PlacedLine, step: number, right: number): boolean {
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > size * 0.1) return true;
  const ended = /[.!?:…]["”’)\]]*\s*$/u.test(last.text);
  const isNewLine = /^\s*[\p{Lu}\d]/u.test(next.text);
  const drop = last.y - next.y;
  // At the top of a column or page, only the words can show it.
  if (last.page !== next.page || drop < 0) return ended || /^\s*\p{Lu}/u.test(next.text);
  if (drop > Math.max(step, size) * 1.4) return true;
  // A head or an address: the next word would have fitted into the line.
  if (!ended && isNewLine && right - last.right > (right - last.x) * SHORT) return true;
  return ended && (next.x - last.x > size * 0.8 || right - last.right > right * 0.25);
}

/** The most frequent distance between consecutive lines, in points; 0 if there is none. */
function usualLineSpacing(lines: readonly PlacedLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const last = lines[index - 1];
    const step = last?.page === line.page ? last.y - line.y : 0;
    return step > 0 ? [Math.round(step * 2) / 2] : [];
  });
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** The font size of most of the text. */
function bodySize(lines: readonly PlacedLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** On this many pages, the same text at the same height is a running header or footer. */
const MIN_RUNNING_PAGES = 3;

function runningLines(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const outer = page.filter((_, at) => isOuter(at, page.length));
    for (const key of new Set(outer.map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_RUNNING_PAGES).map(([key]) => key));
}

/** True for the first two and the last two lines of a page. */
function isOuter(at: number, length: number): boolean {
  return at < 2 || at >= length - 2;
}

/** The key of a running line, in which numbers may differ from page to page. */
function runningKey({ text, y }: PrintedLine): string {
  return `${Math.round(y / 3)} ${text.trim().replace(/\d+/gu, '#')}`;
}

function isPageNumber({ text }: PrintedLine, at: number, length: number): boolean {
  const isEdge = at === 0 || at === length - 1;
  return isEdge && /^\W*(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?\W*$/iu.test(text);
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu;

/** The text of joined lines; a hyphen at a line end is removed unless the hyphenated word occurs elsewhere. */
function textOf(lines: readonly PrintedLine[], words: ReadonlySet<string>): string {
  const texts = lines.map(({ text }) => text.trim());
  return texts
    .map((text, index) => {
      const head = /(?<!\p{L})\p{L}+(?=[-‐\u00AD]$)/u.exec(text)?.[0];
      const tail = /^\p{Ll}+/u.exec(texts[index + 1] ?? '')?.[0];
      if (head === undefined || tail === undefined) return `${text} `;
      const whole = words.has((head + tail).toLowerCase());
      const hyphenated = !whole && words.has(`${head}-${tail}`.toLowerCase());
      return hyphenated ? text : text.slice(0, -1);
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}
