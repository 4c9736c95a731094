import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { Entity, EntityKind } from '../../reference/model.js';
import { fold } from '../../reference/names/spelling.js';
import { isHonorific, isPersonTitle } from '../../reference/names/titles.js';
import { leadingRoleOf } from '../hover/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { isNamedBefore, namesBeginning, shortNamesOf } from './knownNames.js';
import { mentionsOf } from '../navigation/mentions.js';
import { type CompletionData, type TypingContext, typedEdit } from './completionContext.js';

/** A capitalised word of two letters or more at the end of what was typed. */
const TYPED = /(?<![\p{L}\p{M}\p{N}’'‑-])\p{Lu}[\p{L}\p{M}’'‑-]*[\p{L}\p{M}]$/u;

/** Letters that tell a name where every word has a capital, at the head of a sentence and in a headline. */
const LETTERS_AT_HEAD = 3;

/** More names than these nobody looks through. */
const MOST = 12;

const ICONS: Readonly<Record<EntityKind, CompletionItemKind>> = {
  person: CompletionItemKind.Variable,
  body: CompletionItemKind.Module,
  place: CompletionItemKind.Constant,
  event: CompletionItemKind.Event,
};

/**
 * The known names that begin with the capitalised word that is being typed: in full on first
 * reference, the surname or short form on second and after an honorific. Those that the draft has
 * already go first.
 */
export function nameItems(draft: Draft, typing: TypingContext): CompletionItem[] {
  const typed = TYPED.exec(typing.before)?.[0];
  if (typed === undefined || !endsWith(typing, typed)) return [];
  const ahead = typing.before.slice(0, -typed.length);
  if (!typing.asked && opensSentence(ahead, typing) && !isTelling(typed)) return [];
  const inDraft = new Set(mentionsOf(draft).map(({ mention }) => mention.entity));
  const entities = namesBeginning(draft.reference.base, typed);
  const ordered = [
    ...entities.filter((entity) => inDraft.has(entity)),
    ...entities.filter((entity) => !inDraft.has(entity)),
  ];
  return ordered
    .flatMap((entity) => namesToWrite(entity, typed, ahead, draft, typing))
    .slice(0, MOST)
    .map(({ entity, name, from }, index) => itemOf(entity, name, from, index, draft, typing));
}

interface Offered {
  readonly entity: Entity;
  readonly name: string;
  /** What it takes the place of: the typed word, with those of the name before it. */
  readonly from: string;
}

function namesToWrite(
  entity: Entity,
  typed: string,
  ahead: string,
  draft: Draft,
  typing: TypingContext,
): readonly Offered[] {
  const begun = begunWith(entity, typed, ahead, typing);
  const offer = (name: string, from = typed): Offered[] =>
    name === from ? [] : [{ entity, name, from }];
  if (begun !== typed) return offer(entity.name, begun);
  const wanted = fold(typed);
  const short = shortNamesOf(entity);
  const isHead = [entity.name, ...short].some((name) => fold(name).startsWith(wanted));
  if (entity.kind !== 'person' && !isHead) return [];
  const before = /(?<![\p{L}\p{M}.’'‑-])(\p{L}[\p{L}\p{M}.’'‑-]*) $/u.exec(ahead)?.[1] ?? '';
  const titled = entity.kind === 'person' && isHonorific(before);
  if (entity.kind === 'person' && isSomeoneElses(before, ahead, typing)) return [];
  if (!titled && !isNamedBefore(entity, draft, typing.offset - typed.length)) {
    return offer(entity.name);
  }
  const meant = short.filter((form) => fold(form).startsWith(wanted));
  if (meant.length > 0) return offer(meant[0] ?? entity.name);
  return [...short.slice(0, 1), ...(titled ? [] : [entity.name])].flatMap((name) => offer(name));
}

/** What of the name stands there: the typed word, and the words of the name that go before it. */
function begunWith({ name }: Entity, typed: string, ahead: string, typing: TypingContext): string {
  const words = name.split(/\s+/u);
  const wanted = fold(typed);
  for (let at = words.length - 1; at > 0; at--) {
    if (!fold(words[at] ?? '').startsWith(wanted)) continue;
    const written = ahead.slice(-(words.slice(0, at).join(' ').length + 1));
    const from = written + typed;
    const isWritten = fold(written) === fold(`${words.slice(0, at).join(' ')} `);
    if (
      isWritten &&
      !/[\p{L}\p{N}]$/u.test(ahead.slice(0, -written.length)) &&
      endsWith(typing, from)
    )
      return from;
  }
  return typed;
}

/** True where markup or a line's end does not come between, so that the words can be replaced as one. */
function endsWith({ text, offset }: TypingContext, words: string): boolean {
  return text.slice(Math.max(0, offset - words.length), offset) === words;
}

/** True for a word that makes another's name of what follows: “Luka” before “Vranić”. */
function isSomeoneElses(before: string, ahead: string, typing: TypingContext): boolean {
  if (!/^\p{Lu}/u.test(before) || isPersonTitle(before)) return false;
  if (isGivenName(before)) return true;
  return !isEnglishWord(before) && !opensSentence(ahead.slice(0, -before.length - 1), typing);
}

/** True where a capital tells nothing. */
function opensSentence(ahead: string, { inHeading }: TypingContext): boolean {
  const before = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]*\.) $/u.exec(ahead)?.[1];
  if (before !== undefined && (isPersonTitle(before) || before.length === 2)) return inHeading;
  return inHeading || /(?:^|[.!?…:]["”’'»)\]]*\s+|["“‘«([—–]\s?)$/u.test(ahead);
}

function isTelling(typed: string): boolean {
  return typed.length >= LETTERS_AT_HEAD && !isEnglishWord(typed);
}

function itemOf(
  entity: Entity,
  name: string,
  from: string,
  index: number,
  draft: Draft,
  typing: TypingContext,
): CompletionItem {
  const data: CompletionData = { uri: draft.uri, name: entity.name };
  const role = leadingRoleOf(entity);
  return {
    label: name,
    kind: ICONS[entity.kind],
    ...(role === '' ? {} : { detail: role }),
    // What was typed is found by this server, diacritics or not; the client is not to judge it again.
    filterText: from,
    sortText: `2${String(index).padStart(3, '0')}`,
    textEdit: typedEdit(typing, typing.offset - from.length, name),
    data,
  };
}
