import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { readMarkdown } from '../../prose/markdown.js';
import type { Syntax } from '../../prose/markdownGrammar.js';
import { attributionItems } from './attributionCompletion.js';
import type { Draft } from '../../checks/draft.js';
import { entitySummaryMarkdown } from '../hover/hover.js';
import { codeItems } from './codeCompletion.js';
import { nameItems } from './nameCompletion.js';
import { quoteItems } from './quoteCompletion.js';
import type { CompletionData, CompletionContext } from './completionContext.js';

/**
 * The completions at an offset of the newest text: codes in a `copydesk-ignore` comment, recorded quotes after
 * an attribution, attributions after a quotation, known names in a capitalised word, and nothing inside other words.
 * `draft` is the last version that was checked.
 */
export function completionsAt(
  draft: Draft,
  {
    text,
    lines,
    offset,
    explicit,
  }: Pick<CompletionContext, 'text' | 'lines' | 'offset' | 'explicit'>,
): CompletionList {
  const codes = codeItems(text, lines, offset);
  if (codes !== undefined) return completionList(codes);
  if (/^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2)) || !mayComplete(text, offset)) {
    return completionList([]);
  }
  const context = {
    text,
    lines,
    offset,
    explicit,
    ...proseBefore(text, offset, draft.prose.syntax),
  };
  return completionList([
    ...quoteItems(draft, context),
    ...attributionItems(draft, context),
    ...nameItems(draft, context),
  ]);
}

/** Adds the summary of the named entity to an item; unchanged if the entity is no longer known. */
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

/** The URI of the draft that a name item was made for; `undefined` for other items. */
export function draftOf({ data }: CompletionItem): string | undefined {
  return isCompletionData(data) ? data.uri : undefined;
}

function isCompletionData(data: unknown): data is CompletionData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'name' in data;
}

/**
 * Marked incomplete, so that the client asks again after each letter and drops a name once it is
 * complete.
 */
function completionList(items: CompletionItem[]): CompletionList {
  return { isIncomplete: true, items };
}

/** Quick test, without parsing the Markdown: true after a capitalised word, at the end of a quotation and in its first words. */
function mayComplete(text: string, offset: number): boolean {
  return /(?:[\p{L},.:]\s["“«‘][^"“”«»‘]{0,60}|(?<![\p{L}\p{M}’'-])(?:\p{Ll}{1,2}[’'-])?\p{Lu}[\p{L}\p{M}’'-]*|["”’'],? ?)$/u.test(
    text.slice(Math.max(0, offset - 80), offset),
  );
}

function proseBefore(
  text: string,
  offset: number,
  syntax: Syntax | undefined,
): Pick<CompletionContext, 'before' | 'inHeading'> {
  const [block] = readMarkdown(text, syntax)
    .blocks.filter(({ map: { extent } }) => {
      const isJustAfter = extent.end < offset && /^[ \t]*$/u.test(text.slice(extent.end, offset));
      return extent.start <= offset && (offset <= extent.end || isJustAfter);
    })
    .sort((a, b) => lengthOf(a.map.extent) - lengthOf(b.map.extent));
  if (block === undefined) return { before: '', inHeading: false };
  const before = block.text.slice(0, block.map.toProse(offset));
  // The prose of a block does not include white space after its last word.
  const lacksSpace = /[ \t]$/u.test(text.slice(0, offset)) && !before.endsWith(' ');
  return { before: lacksSpace ? `${before} ` : before, inHeading: block.kind === 'heading' };
}

function lengthOf({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}
