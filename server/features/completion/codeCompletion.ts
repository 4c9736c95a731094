import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { LineMap } from '../../prose/sourceMap.js';
import { CODE_MEANINGS } from '../../checks/rules.js';

/** The comment that a place stands in, up to there, as long as no reason has begun. */
const LIST = /<!--\s*copydesk-ignore\s((?:(?!-->)[^:])*)$/u;

/** The longest such comment that is read, in UTF-16 units. */
const WINDOW = 2000;

/**
 * The codes and families that can follow in a `copydesk-ignore` comment, those left out that it has;
 * `undefined` where no such comment is open at the UTF-16 offset.
 */
export function codeItems(
  text: string,
  lines: LineMap,
  offset: number,
): CompletionItem[] | undefined {
  const list = LIST.exec(text.slice(Math.max(0, offset - WINDOW), offset))?.[1];
  if (list === undefined) return undefined;
  const words = list.split(/[\s,]+/u);
  const typed = words.pop() ?? '';
  const range = lines.range({ start: offset - typed.length, end: offset });
  return choices()
    .filter(({ label }) => label.startsWith(typed.toLowerCase()) && label !== typed)
    .filter(({ label }) => !words.some((word) => label === word || label.startsWith(`${word}/`)))
    .map(({ label, detail }) => ({
      label,
      detail,
      kind: CompletionItemKind.EnumMember,
      filterText: typed === '' ? label : typed,
      textEdit: { range, newText: label },
    }));
}

interface Choice {
  readonly label: string;
  readonly detail: string;
}

/** Each family before its codes. */
function choices(): readonly Choice[] {
  const families = new Set<string>();
  return Object.entries(CODE_MEANINGS).flatMap(([code, detail]) => {
    const family = code.split('/')[0] ?? code;
    const isNew = !families.has(family);
    families.add(family);
    const own = { label: code, detail };
    return isNew ? [{ label: family, detail: `Every ${family}/… code` }, own] : [own];
  });
}
