import type { Node } from 'jsonc-parser';
import type { Edit } from '../checks/finding.js';

// The parser's own `modify` reformats the whole line that it changes: seconds if the file is one long line. These
// edits change only the new or removed item, and keep the comments around it.

/**
 * The edits that add an item at the end of a list of a JSON file whose root is an object; a missing
 * list is created as the last property. The style of the file is kept: one item per line, or all on
 * one line.
 *
 * @param list The list under that key; `undefined` if there is none.
 */
export function appendToList(
  text: string,
  root: Node,
  key: string,
  list: Node | undefined,
  item: unknown,
): readonly Edit[] {
  const isRootMultiLine = root.children?.length === 0 || isMultiLine(text, root);
  if (list === undefined) {
    return appendChild(text, root, root, isRootMultiLine, (indent) => {
      const colon = indent === undefined && !isSpaced(text, root) ? ':' : ': ';
      return `${JSON.stringify(key)}${colon}${JSON.stringify([item], undefined, indent)}`;
    });
  }
  const isListMultiLine =
    isMultiLine(text, list) || (list.children?.length === 0 && isMultiLine(text, root));
  return appendChild(text, root, list, isListMultiLine, (indent) =>
    JSON.stringify(item, undefined, indent),
  );
}

/** The edits that remove an item of a list or a property of an object of a JSON file, with the comma that separates it. */
export function removeChild(text: string, parent: Node, index: number): readonly Edit[] {
  const items = parent.children ?? [];
  const item = items[index];
  if (item === undefined) return [];
  const { comma } = tailAfter(text, item);
  const itemEnd = (comma ?? endOf(item) - 1) + 1;
  const afterSpace = skipSpace(text, itemEnd);
  if (index < items.length - 1) return [deletion(item.offset, afterSpace)];

  const previous = items[index - 1];
  const beforeSpace = skipSpaceBack(text, item.offset);
  const isAlone = previous === undefined && beforeSpace === parent.offset + 1;
  if (isAlone && afterSpace === endOf(parent) - 1) return [deletion(beforeSpace, afterSpace)];
  const before = previous === undefined ? undefined : tailAfter(text, previous).comma;
  // A line comment before the item still needs the end of its line.
  const isAfterComma = before !== undefined && before + 1 === beforeSpace;
  const start = isAfterComma || endsLine(text, itemEnd) ? beforeSpace : item.offset;
  if (before === undefined || comma !== undefined) return [deletion(start, itemEnd)];
  return before + 1 === start
    ? [deletion(before, itemEnd)]
    : [deletion(before, before + 1), deletion(start, itemEnd)];
}

/**
 * The edits that add a child at the end of a list or an object.
 *
 * @param write Writes the child; on several lines, with this unit of indentation, if one is given.
 */
function appendChild(
  text: string,
  root: Node,
  parent: Node,
  multiLine: boolean,
  write: (indent?: string) => string,
): readonly Edit[] {
  const last = parent.children?.at(-1);
  const tail = last === undefined ? tailFrom(text, parent.offset + 1) : tailAfter(text, last);
  const separator = last === undefined || tail.comma !== undefined ? '' : ',';
  const trailing = tail.comma === undefined ? '' : ',';
  const closing = endOf(parent) - 1;
  let span = { start: tail.end, end: tail.end };
  let newText: string;
  if (multiLine) {
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const unit = indentUnit(text);
    const outer = lineIndent(text, parent.offset).indent;
    const line = last === undefined ? undefined : lineIndent(text, last.offset);
    const inner = line?.isFirst === true ? line.indent : `${outer}${unit}`;
    const child = write(unit).replaceAll('\n', `${eol}${inner}`);
    newText = `${eol}${inner}${child}${trailing}`;
    if (!/[\r\n]/u.test(text.slice(tail.end, closing))) {
      span = { start: tail.end, end: closing };
      newText += `${eol}${outer}`;
    }
  } else {
    newText = `${last !== undefined && isSpaced(text, root) ? ' ' : ''}${write()}${trailing}`;
  }
  if (last === undefined || separator === '') return [{ span, newText }];
  const at = endOf(last);
  return at === span.start
    ? [{ span, newText: `${separator}${newText}` }]
    : [
        { span: { start: at, end: at }, newText: separator },
        { span, newText },
      ];
}

/** The text after a child up to the next one or the closing bracket. */
interface Tail {
  /** The offset of the comma; `undefined` if there is none. */
  readonly comma: number | undefined;
  /** The end of the last comma or comment. */
  readonly end: number;
}

function tailAfter(text: string, child: Node): Tail {
  return tailFrom(text, endOf(child));
}

/** The text between two items: space, a comma or a comment. */
const BETWEEN_ITEMS = /\s+|,|\/\/[^\r\n]*|\/\*.*?\*\//suy;

function tailFrom(text: string, from: number): Tail {
  let comma: number | undefined;
  let end = from;
  BETWEEN_ITEMS.lastIndex = from;
  for (let match = BETWEEN_ITEMS.exec(text); match !== null; match = BETWEEN_ITEMS.exec(text)) {
    if (match[0].trim() === '') continue;
    if (match[0] === ',') comma = match.index;
    end = BETWEEN_ITEMS.lastIndex;
  }
  return { comma, end };
}

/** The indentation of the line of an offset, and whether only indentation is before the offset. */
function lineIndent(
  text: string,
  offset: number,
): { readonly indent: string; readonly isFirst: boolean } {
  let start = offset;
  while (start > 0 && !isLineBreak(text, start - 1)) start--;
  let end = start;
  while (end < offset && isBlank(text, end)) end++;
  return { indent: text.slice(start, end), isFirst: end === offset };
}

/** One level of the file's indentation. */
function indentUnit(text: string): string {
  const indent = /^([ \t]+)\S/mu.exec(text)?.[1] ?? '  ';
  return indent.startsWith('\t') ? '\t' : indent;
}

/** True if a space follows the colon of the first property of an object. */
function isSpaced(text: string, { children: [first] = [] }: Node): boolean {
  const value = first?.children?.[1];
  return value !== undefined && /\s/u.test(text.charAt(value.offset - 1));
}

function isMultiLine(text: string, node: Node): boolean {
  return /[\r\n]/u.test(textOfNode(text, node));
}

function textOfNode(text: string, node: Node): string {
  return text.slice(node.offset, endOf(node));
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function deletion(start: number, end: number): Edit {
  return { span: { start, end }, newText: '' };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text, at) || isLineBreak(text, at))) at++;
  return at;
}

function skipSpaceBack(text: string, from: number): number {
  let at = from;
  while (at > 0 && (isBlank(text, at - 1) || isLineBreak(text, at - 1))) at--;
  return at;
}

/** True if only blanks follow an offset on its line. */
function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at < text.length && isBlank(text, at)) at++;
  return at === text.length || isLineBreak(text, at);
}

function isBlank(text: string, offset: number): boolean {
  const unit = text.charAt(offset);
  return unit === ' ' || unit === '\t';
}

function isLineBreak(text: string, offset: number): boolean {
  const unit = text.charAt(offset);
  return unit === '\n' || unit === '\r';
}
