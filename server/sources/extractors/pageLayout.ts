import type { Paragraph } from '../../prose/paragraphs.js';

/** A line of print. Lengths are in points, from the lower left corner of its page. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where its last word ends. */
  readonly right: number;
  /** The size of its type. */
  readonly size: number;
}

interface PlacedLine extends PrintedLine {
  /** 1-based. */
  readonly page: number;
}

/** How much larger than the text a line is set that is a heading. */
const HEADING = 1.15;
/** A heading takes no more, in UTF-16 units. */
const LONGEST_HEADING = 200;

/**
 * Makes paragraphs of printed lines, page by page, as a reader sees them: by the space between lines,
 * indents, short last lines and the size of the type. A paragraph goes on over a column or a page;
 * words that a line's end divides are whole again; page numbers and what runs at the head or foot of
 * the pages are left out.
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
  const step = usualStep(lines);
  const right = Math.max(...lines.map((line) => line.right).slice(0, 5000), 0);
  const groups: PlacedLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || parts(last, line, step, right)) {
      groups.push([line]);
    } else {
      group.push(line);
    }
  }
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
  return groups.flatMap((group): readonly Paragraph[] => {
    const [first] = group;
    const text = textOf(group, words);
    if (first === undefined || text === '') return [];
    const isHeading = first.size > body * HEADING && text.length <= LONGEST_HEADING;
    return [
      isHeading
        ? { kind: 'heading', level: 2, text, page: first.page }
        : { kind: 'paragraph', level: 0, text, page: first.page },
    ];
  });
}

/** True where a new paragraph begins with the second of two lines. */
function parts(last: PlacedLine, next: PlacedLine, step: number, right: number): boolean {
  const size = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > size * 0.1) return true;
  const ended = /[.!?:…]["”’)\]]*\s*$/u.test(last.text);
  const fell = last.y - next.y;
  // At the head of a column or a page, only the words tell.
  if (last.page !== next.page || fell < 0) return ended || /^\s*\p{Lu}/u.test(next.text);
  if (fell > Math.max(step, size) * 1.4) return true;
  return ended && (next.x - last.x > size * 0.8 || right - last.right > right * 0.25);
}

/** Most of the lines stand this far below the one before, in points; 0 where there is none. */
function usualStep(lines: readonly PlacedLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const last = lines[index - 1];
    const step = last?.page === line.page ? last.y - line.y : 0;
    return step > 0 ? [Math.round(step * 2) / 2] : [];
  });
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** The size that most of the text is set in. */
function bodySize(lines: readonly PlacedLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** On how many pages the same words at the same height are no text but the head or foot of the page. */
const RUNNING_PAGES = 3;

function runningLines(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const outer = page.filter((_, at) => isOuter(at, page.length));
    for (const key of new Set(outer.map(runningKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= RUNNING_PAGES).map(([key]) => key));
}

/** True for the first two and the last two lines of a page. */
function isOuter(at: number, length: number): boolean {
  return at < 2 || at >= length - 2;
}

/** Page numbers differ in what is otherwise the same line. */
function runningKey({ text, y }: PrintedLine): string {
  return `${Math.round(y / 3)} ${text.trim().replace(/\d+/gu, '#')}`;
}

function isPageNumber({ text }: PrintedLine, at: number, length: number): boolean {
  const isEdge = at === 0 || at === length - 1;
  return isEdge && /^\W*(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?\W*$/iu.test(text);
}

const WORD = /\p{L}+(?:-\p{L}+)*/gu;

/** The words of lines in one; a hyphen that divides a word at a line's end goes, unless the text has it elsewhere. */
function textOf(lines: readonly PrintedLine[], words: ReadonlySet<string>): string {
  const texts = lines.map(({ text }) => text.trim());
  return texts
    .map((text, index) => {
      const head = /(?<!\p{L})\p{L}+(?=[-‐\u00AD]$)/u.exec(text)?.[0];
      const tail = /^\p{Ll}+/u.exec(texts[index + 1] ?? '')?.[0];
      if (head === undefined || tail === undefined) return `${text} `;
      const whole = words.has((head + tail).toLowerCase());
      const hyphened = !whole && words.has(`${head}-${tail}`.toLowerCase());
      return hyphened ? text : text.slice(0, -1);
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}
