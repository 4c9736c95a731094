import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { readMarkdown } from '../../prose/markdown.js';
import type { Syntax } from '../../prose/markdownGrammar.js';
import { attributionItems } from './attributionCompletion.js';
import type { Draft } from '../../checks/draft.js';
import { entitySummaryMarkdown } from '../hover/hover.js';
import { codeItems } from './codeCompletion.js';
import { nameItems } from './nameCompletion.js';
import type { CompletionData, TypingContext } from './completionContext.js';

/**
 * What may be meant to follow at a place of the newest text: in a `copydesk-ignore` comment its
 * codes, behind a quotation who said it, in a capitalised word the names that begin so; inside other
 * words never anything. `draft` is the last version that was checked.
 */
export function completionsAt(
  draft: Draft,
  { text, lines, offset, asked }: Pick<TypingContext, 'text' | 'lines' | 'offset' | 'asked'>,
): CompletionList {
  const codes = codeItems(text, lines, offset);
  if (codes !== undefined) return listOf(codes);
  if (/^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2)) || !isPromising(text, offset)) {
    return listOf([]);
  }
  const typing = { text, lines, offset, asked, ...proseBefore(text, offset, draft.prose.syntax) };
  return listOf([...attributionItems(draft, typing), ...nameItems(draft, typing)]);
}

/** The item with the card of its name; as it came where that is not known any more. */
export function resolvedItem(item: CompletionItem, draft: Draft | undefined): CompletionItem {
  const data: unknown = item.data;
  if (draft === undefined || !isCompletionData(data)) return item;
  const entity = draft.reference.base.entities.find(({ name }) => name === data.name);
  if (entity === undefined) return item;
  return {
    ...item,
    documentation: { kind: 'markdown', value: entitySummaryMarkdown(entity, [], draft) },
  };
}

/** The address of a draft that the item of a name was made for; `undefined` for any other. */
export function draftOf({ data }: CompletionItem): string | undefined {
  return isCompletionData(data) ? data.uri : undefined;
}

function isCompletionData(data: unknown): data is CompletionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'name' in data;
}

/** Asked again with each letter, so that nothing is left on show once a name stands there whole. */
function listOf(items: CompletionItem[]): CompletionList {
  return { isIncomplete: true, items };
}

/** A capitalised word or the end of a quotation, told without reading the Markdown. */
function isPromising(text: string, offset: number): boolean {
  return /(?:(?<![\p{L}\p{M}’'-])\p{Lu}[\p{L}\p{M}’'-]*|["”’'],? ?)$/u.test(
    text.slice(Math.max(0, offset - 80), offset),
  );
}

function proseBefore(
  text: string,
  offset: number,
  syntax: Syntax | undefined,
): Pick<TypingContext, 'before' | 'inHeading'> {
  const [block] = readMarkdown(text, syntax)
    .blocks.filter(({ map: { whole } }) => {
      const isBehind = whole.end < offset && /^[ \t]*$/u.test(text.slice(whole.end, offset));
      return whole.start <= offset && (offset <= whole.end || isBehind);
    })
    .sort((a, b) => lengthOf(a.map.whole) - lengthOf(b.map.whole));
  if (block === undefined) return { before: '', inHeading: false };
  const shown = block.text.slice(0, block.map.toProse(offset));
  const blank = /[ \t]$/u.test(text.slice(0, offset)) && !shown.endsWith(' ');
  return { before: blank ? `${shown} ` : shown, inHeading: block.kind === 'heading' };
}

function lengthOf({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}
