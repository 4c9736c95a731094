import {
  type CompletionItem,
  CompletionItemKind,
  type TextEdit,
} from 'vscode-languageserver-types';
import { quoteMatchesOf } from '../../checks/quotes/records.js';
import { quotedWords } from '../../checks/quotes/words.js';
import { findQuotations } from '../../prose/speech/quotations.js';
import type { Entity } from '../../reference/model.js';
import { fold } from '../../reference/names/spelling.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { leadingRoleOf } from '../../reference/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { isMentionedBefore, shortFormsOf } from './knownNames.js';
import { type PlacedMention, mentionsOf } from '../navigation/mentions.js';
import { type CompletionData, type CompletionContext, replaceTyped } from './completionContext.js';

/** What may follow the closing quotation mark: a comma, a space, the first letters of a name. */
const AFTER_QUOTATION = /^,? ?((?:\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*)* ?)?)$/u;

/** The number of recently mentioned people who are suggested as speakers. */
const MAX_RECENT_SPEAKERS = 3;

/**
 * Suggests “NAME said” after a quotation: first the recorded speaker, then the people whom the
 * draft mentioned last. Unless completion was invoked explicitly, only after a quotation that can
 * precede an attribution: with a comma, a question mark or an exclamation mark.
 */
export function attributionItems(draft: Draft, context: CompletionContext): CompletionItem[] {
  const { before, inHeading, explicit } = context;
  const quotation = inHeading ? undefined : findQuotations(before).at(-1);
  if (quotation?.closed !== true) return [];
  const after = before.slice(quotation.outer.end);
  const typed = AFTER_QUOTATION.exec(after)?.[1];
  if (typed === undefined) return [];
  const inner = before.slice(quotation.inner.start, quotation.inner.end);
  if (!explicit && !/[,?!][’']?$/u.test(inner) && !after.startsWith(',')) return [];
  const hasSpace = after.slice(0, after.length - typed.length).endsWith(' ');
  const comma = commaEdit(inner, after, context);
  return speakersOf(inner, draft, context.offset)
    .map((entity) => ({ entity, label: `${nameOf(entity, draft, context.offset)} said` }))
    .filter(({ label }) => fold(label).startsWith(fold(typed)))
    .map(({ entity, label }, index) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: leadingRoleOf(entity),
      filterText: typed === '' ? label : typed,
      sortText: `1${index}`,
      textEdit: replaceTyped(
        context,
        context.offset - typed.length,
        hasSpace ? label : ` ${label}`,
      ),
      ...(comma === undefined ? {} : { additionalTextEdits: [comma] }),
      data: { uri: draft.uri, name: entity.name } satisfies CompletionData,
    }));
}

/** Replaces a full stop before the closing mark with a comma, because the sentence continues. */
function commaEdit(
  inner: string,
  after: string,
  { text, lines, offset }: CompletionContext,
): TextEdit | undefined {
  if (!/[^.]\.$/u.test(inner)) return undefined;
  const stop = offset - after.length - 2;
  if (text.charAt(stop) !== '.') return undefined;
  return { range: lines.range({ start: stop, end: stop + 1 }), newText: ',' };
}

function speakersOf(inner: string, draft: Draft, offset: number): readonly Entity[] {
  const { reference } = draft;
  const [match] = quoteMatchesOf(quotedWords(inner), reference);
  const speaker = match?.quote.speaker;
  const recorded = reference.base.entities.filter(({ name }) => name === speaker).slice(0, 1);
  const named = mentionsOf(draft)
    .filter(({ span, mention }) => span.end <= offset && mention.entity.kind === 'person')
    .map(({ mention }) => mention.entity)
    .reverse();
  const others = [...new Set(named)].filter((entity) => !recorded.includes(entity));
  return [...recorded, ...others.slice(0, MAX_RECENT_SPEAKERS)];
}

/** The full name on first reference; later the name as the draft writes it, with its honorific. */
function nameOf(entity: Entity, draft: Draft, offset: number): string {
  if (!isMentionedBefore(entity, draft, offset)) return entity.name;
  const last = mentionsOf(draft).findLast(
    ({ mention, span }) =>
      mention.entity === entity &&
      span.end <= offset &&
      mention.exact &&
      shortFormsOf(entity).includes(mention.form),
  );
  return last === undefined ? (shortFormsOf(entity)[0] ?? entity.name) : writtenWithHonorific(last);
}

function writtenWithHonorific({ block, mention }: PlacedMention): string {
  const name = block.text.slice(mention.start, mention.end);
  const before = /(?<!\p{L})(\p{Lu}\p{L}*\.?) $/u.exec(block.text.slice(0, mention.start))?.[1];
  return before !== undefined && isHonorific(before) ? `${before} ${name}` : name;
}
