import type { Paragraph } from './paragraphs.js';

/**
 * The Markdown of a document's paragraphs: headings, lists, tables and links; anything else is a
 * paragraph. Its visible text is that of the document, so characters with a meaning in Markdown are
 * escaped.
 */
export function paragraphsToMarkdown(paragraphs: readonly Paragraph[]): string {
  let markdown = '';
  let depth = -1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const table = paragraph.cell?.table;
    if (table !== undefined) {
      depth = -1;
      if (paragraphs[index - 1]?.cell?.table === table) continue;
      const end = paragraphs.findIndex((one, at) => at > index && one.cell?.table !== table);
      markdown += `${tableOf(paragraphs.slice(index, end < 0 ? undefined : end))}\n`;
      continue;
    }
    const isItem = paragraph.kind === 'listItem';
    // An item deeper than one below the last would be code.
    depth = isItem ? Math.min(paragraph.list?.depth ?? 0, depth + 1) : -1;
    const isContinued = isItem && paragraphs[index + 1]?.kind === 'listItem';
    markdown += markdownOf(paragraph, depth) + (isContinued ? '\n' : '\n\n');
  }
  return markdown.replace(/\n\n$/u, '\n');
}

/** A table whose first row has the headings, because Markdown requires them. */
function tableOf(cells: readonly Paragraph[]): string {
  const rows: string[][] = [];
  let [row, width] = [-1, 0];
  for (const paragraph of cells) {
    const { cell } = paragraph;
    if (cell === undefined) continue;
    if (cell.row !== row) rows.push([]);
    row = cell.row;
    const texts = rows.at(-1) ?? [];
    // Several paragraphs of a cell become one.
    const before = texts[cell.column];
    const text = withLinks(paragraph).replaceAll('|', '\\|');
    texts[cell.column] = before === undefined ? text : `${before} ${text}`;
    width = Math.max(width, texts.length);
  }
  const columns = [...Array(width).keys()];
  const lines = rows.map((texts) => columns.map((column) => texts[column] ?? ''));
  return [...lines.slice(0, 1), columns.map(() => '---'), ...lines.slice(1)]
    .map((texts) => `| ${texts.join(' | ')} |\n`)
    .join('');
}

/** The indentation that nests an item below another, ordered or not. */
const INDENT = '   ';

/** `depth` is that of a list item. */
function markdownOf(paragraph: Paragraph, depth: number): string {
  const { kind, level, list } = paragraph;
  const text = withLinks(paragraph);
  switch (kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(Math.max(level, 1), 6))} ${text}`;
    case 'quotation':
      return `> ${escapeStart(text)}`;
    case 'listItem':
      return `${INDENT.repeat(depth)}${list?.isOrdered === true ? '1.' : '-'} ${escapeStart(text)}`;
    default:
      return escapeStart(text);
  }
}

function withLinks({ text, links = [] }: Paragraph): string {
  let [markdown, at] = ['', 0];
  for (const { start, end, target } of links) {
    markdown += escape(text.slice(at, start));
    const words = escape(text.slice(start, end));
    markdown += `[${words}](<${target.replace(/[<>\s]/gu, encodeURIComponent)}>)`;
    at = end;
  }
  return markdown + escape(text.slice(at));
}

/**
 * Escapes text that may be markup, except brackets, in which a draft has its notes: “[TK: age]”.
 */
function escape(text: string): string {
  return text.replace(
    /[\\`*<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)|\](?=[([:])/gu,
    '\\$&',
  );
}

/** Escapes characters that turn a line into a heading, a list, a quotation or a rule. */
function escapeStart(text: string): string {
  return text.replace(/^(?:[#>+=~-]|\d{1,9}(?=[.)](?:\s|$)))/u, (mark) =>
    /^\d/u.test(mark) ? `${mark}\\` : `\\${mark}`,
  );
}
