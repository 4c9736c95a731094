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
import { isHonorific } from '../../reference/names/titles.js';
import { leadingRoleOf } from '../hover/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { isNamedBefore, shortNamesOf } from './knownNames.js';
import { type PlacedMention, mentionsOf } from '../navigation/mentions.js';
import { type CompletionData, type TypingContext, typedEdit } from './completionContext.js';

/** What may stand behind the closing mark: a comma, a space, the first letters of a name. */
const BEHIND = /^,? ?((?:\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*)* ?)?)$/u;

/** The people whom a draft named last, who may be speaking. */
const OTHERS = 3;

/**
 * Who may have said the quotation that ends right before, each with “said”: the speaker on record
 * first, then those whom the draft named last. Unasked only where the quotation ends as one does
 * before its attribution, with a comma or a question.
 */
export function attributionItems(draft: Draft, typing: TypingContext): CompletionItem[] {
  const { before, inHeading, asked } = typing;
  const quotation = inHeading ? undefined : findQuotations(before).at(-1);
  if (quotation?.closed !== true) return [];
  const behind = before.slice(quotation.outer.end);
  const typed = BEHIND.exec(behind)?.[1];
  if (typed === undefined) return [];
  const inner = before.slice(quotation.inner.start, quotation.inner.end);
  if (!asked && !/[,?!][’']?$/u.test(inner) && !behind.startsWith(',')) return [];
  const isApart = behind.slice(0, behind.length - typed.length).endsWith(' ');
  const comma = commaFor(inner, behind, typing);
  return speakersOf(inner, draft, typing.offset)
    .map((entity) => ({ entity, label: `${nameOf(entity, draft, typing.offset)} said` }))
    .filter(({ label }) => fold(label).startsWith(fold(typed)))
    .map(({ entity, label }, index) => ({
      label,
      kind: CompletionItemKind.Snippet,
      detail: leadingRoleOf(entity),
      filterText: typed === '' ? label : typed,
      sortText: `1${index}`,
      textEdit: typedEdit(typing, typing.offset - typed.length, isApart ? label : ` ${label}`),
      ...(comma === undefined ? {} : { additionalTextEdits: [comma] }),
      data: { uri: draft.uri, name: entity.name } satisfies CompletionData,
    }));
}

/** A full stop before the closing mark gives way to a comma, as the sentence goes on. */
function commaFor(
  inner: string,
  behind: string,
  { text, lines, offset }: TypingContext,
): TextEdit | undefined {
  if (!/[^.]\.$/u.test(inner)) return undefined;
  const stop = offset - behind.length - 2;
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
  return [...recorded, ...others.slice(0, OTHERS)];
}

/** In full on first reference; later as the draft writes the name, with an honorific if it has one. */
function nameOf(entity: Entity, draft: Draft, offset: number): string {
  if (!isNamedBefore(entity, draft, offset)) return entity.name;
  const last = mentionsOf(draft).findLast(
    ({ mention, span }) =>
      mention.entity === entity &&
      span.end <= offset &&
      mention.exact &&
      shortNamesOf(entity).includes(mention.form),
  );
  return last === undefined ? (shortNamesOf(entity)[0] ?? entity.name) : writtenWithHonorific(last);
}

function writtenWithHonorific({ block, mention }: PlacedMention): string {
  const name = block.text.slice(mention.start, mention.end);
  const before = /(?<!\p{L})(\p{Lu}\p{L}*\.?) $/u.exec(block.text.slice(0, mention.start))?.[1];
  return before !== undefined && isHonorific(before) ? `${before} ${name}` : name;
}
