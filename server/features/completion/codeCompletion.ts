import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { LineMap } from '../../prose/sourceMap.js';
import { CODES_AND_FAMILIES, RULES, coversCode, isCode } from '../../checks/rules.js';

/** The comment around the cursor, up to there, unless its reason has begun. */
const LIST = /<!--\s*copydesk-ignore\s((?:(?!-->)[^:])*)$/u;

/** The longest such comment that is read, in UTF-16 units. */
const MAX_LENGTH = 2000;

/**
 * The codes and families that can follow in a `copydesk-ignore` comment, without those that it
 * covers already; `undefined` if no such comment is open at the UTF-16 offset.
 */
export function codeItems(
  text: string,
  lines: LineMap,
  offset: number,
): CompletionItem[] | undefined {
  const list = LIST.exec(text.slice(Math.max(0, offset - MAX_LENGTH), offset))?.[1];
  if (list === undefined) return undefined;
  const words = list.split(/[\s,]+/u);
  const typed = words.pop() ?? '';
  const range = lines.range({ start: offset - typed.length, end: offset });
  return CODES_AND_FAMILIES.filter(
    (label) =>
      label.startsWith(typed.toLowerCase()) &&
      label !== typed &&
      !words.some((word) => label === word || (isCode(label) && coversCode(word, label))),
  ).map((label) => ({
    label,
    detail: isCode(label) ? RULES[label].description : `Every ${label}/… code`,
    kind: CompletionItemKind.EnumMember,
    filterText: typed === '' ? label : typed,
    textEdit: { range, newText: label },
  }));
}
