import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import { isBodyHead, isSurnamePrefix } from '../../lexicon/nameWords.js';
import { placeOfDemonym } from '../../reference/gazetteer.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import type { Entity, EntityKind } from '../../reference/model.js';
import { fold, isAllCapitals } from '../../reference/names/spelling.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import { leadingRoleOf } from '../../reference/entitySummary.js';
import type { Draft } from '../../checks/draft.js';
import { isMentionedBefore, entitiesWithPrefix, shortFormsOf } from './knownNames.js';
import { mentionsOf } from '../navigation/mentions.js';
import { type CompletionData, type CompletionContext, replaceTyped } from './completionContext.js';

/** A capitalised word of two letters or more before the cursor, perhaps with a particle: “Ka”, “al-Kh”. */
const TYPED =
  /(?<![\p{L}\p{M}\p{N}’'‑-])(?:(?:al|el|an|ar|as|at|ad|d|l)[’'‑-])?\p{Lu}[\p{L}\p{M}’'‑-]*[\p{L}\p{M}]$/u;

/** Fewer letters do not suggest a name where any word is capitalised: at the start of a sentence, in a headline. */
const MIN_LETTERS_AT_START = 3;

/** Nobody looks through more names. */
const MAX_ITEMS = 12;

const ICONS: Readonly<Record<EntityKind, CompletionItemKind>> = {
  person: CompletionItemKind.Variable,
  body: CompletionItemKind.Module,
  place: CompletionItemKind.Constant,
  event: CompletionItemKind.Event,
};

/**
 * Suggests known names for a capitalised word that is being typed: in full on first reference, as
 * surname or short form on second reference and after an honorific. Entities that the draft already
 * mentions come first.
 */
export function nameItems(draft: Draft, context: CompletionContext): CompletionItem[] {
  const typed = TYPED.exec(context.before)?.[0];
  if (typed === undefined || !endsWith(context, typed)) return [];
  const ahead = context.before.slice(0, -typed.length);
  if (!context.explicit && opensSentence(ahead, context) && !isDistinctive(typed)) return [];
  const inDraft = new Set(mentionsOf(draft).map(({ mention }) => mention.entity));
  const entities = entitiesWithPrefix(draft.reference.base, typed);
  const ordered = [
    ...entities.filter((entity) => inDraft.has(entity)),
    ...entities.filter((entity) => !inDraft.has(entity)),
  ];
  return ordered
    .flatMap((entity) => nameChoices(entity, typed, ahead, draft, context))
    .slice(0, MAX_ITEMS)
    .map((choice, index) => itemOf(choice, index, draft, context));
}

interface NameChoice {
  readonly entity: Entity;
  readonly name: string;
  /** The text before the cursor that it replaces: the typed word and the words of the name before it. */
  readonly replaced: string;
}

function nameChoices(
  entity: Entity,
  typed: string,
  ahead: string,
  draft: Draft,
  context: CompletionContext,
): readonly NameChoice[] {
  const { typedPart, isSurname } = typedPartOf(entity, typed, ahead, context);
  const choose = (name: string, replaced = typed): NameChoice[] =>
    name === replaced ? [] : [{ entity, name, replaced }];
  if (isSurname) {
    const aheadOfPart = ahead.slice(0, ahead.length + typed.length - typedPart.length);
    const isKnown = isMentionedBefore(entity, draft, context.offset - typedPart.length);
    const surname = shortFormsOf(entity).find((form) => fold(form).startsWith(fold(typedPart)));
    const afterTitle = isHonorific(wordBefore(aheadOfPart));
    return choose((isKnown || afterTitle ? surname : undefined) ?? entity.name, typedPart);
  }
  if (typedPart !== typed) return choose(entity.name, typedPart);
  const prefix = fold(typed);
  const short = shortFormsOf(entity);
  const isStart = [entity.name, ...short].some((name) => fold(name).startsWith(prefix));
  if (entity.kind !== 'person' && !isStart) return [];
  const before = wordBefore(ahead);
  const titled = entity.kind === 'person' && isHonorific(before);
  if (entity.kind === 'person' && isOtherPersonsName(before, ahead, context)) return [];
  if (!titled && !isMentionedBefore(entity, draft, context.offset - typed.length)) {
    return choose(entity.name);
  }
  const matching = short.find((form) => fold(form).startsWith(prefix));
  if (matching !== undefined) return choose(matching);
  return [...short.slice(0, 1), ...(titled ? [] : [entity.name])].flatMap((name) => choose(name));
}

/** The word before a text and the space after it; empty if there is none. */
function wordBefore(ahead: string): string {
  return /(?<![\p{L}\p{M}.’'‑-])(\p{L}[\p{L}\p{M}.’'‑-]*) $/u.exec(ahead)?.[1] ?? '';
}

interface TypedPart {
  /** The typed word and the words of the name before it. */
  readonly typedPart: string;
  /** True if it starts with a later word of the name than the first, such as the “van” of a surname. */
  readonly isSurname: boolean;
}

/** The text before the cursor that belongs to the name. */
function typedPartOf(
  { name }: Entity,
  typed: string,
  ahead: string,
  context: CompletionContext,
): TypedPart {
  const words = name.split(/\s+/u);
  const prefix = fold(typed);
  for (let at = words.length - 1; at > 0; at--) {
    if (!fold(words[at] ?? '').startsWith(prefix)) continue;
    for (let from = 0; from < at; from++) {
      if (from > 0 && !isSurnamePrefix(fold(words[from] ?? ''))) continue;
      const expected = `${words.slice(from, at).join(' ')} `;
      const written = ahead.slice(-expected.length);
      const isWhole = !/[\p{L}\p{N}]$/u.test(ahead.slice(0, -written.length));
      const typedPart = written + typed;
      if (fold(written) === fold(expected) && isWhole && endsWith(context, typedPart)) {
        return { typedPart, isSurname: from > 0 };
      }
    }
  }
  return { typedPart: typed, isSurname: false };
}

/** True if the words precede the cursor without markup or a line break, so that one edit can replace them. */
function endsWith({ text, offset }: CompletionContext, words: string): boolean {
  return text.slice(Math.max(0, offset - words.length), offset) === words;
}

/** True if the word before makes this another person's name: “Luka” before “Vranić”. */
function isOtherPersonsName(before: string, ahead: string, context: CompletionContext): boolean {
  if (!/^\p{Lu}/u.test(before) || isPersonTitle(before)) return false;
  if (isGivenName(before)) return true;
  const further = ahead.slice(0, -before.length - 1);
  // “On Thursday Ka…”, “In Lund Ka…”, “for UNICEF Ka…” continue with another name.
  if (isCalendarWord(before) || isKnownPlace(before) || placeOfDemonym(before) !== undefined)
    return false;
  if (isBodyHead(before) || isAllCapitals(before)) return false;
  if (/(?:^|\s)(?:in|at|near|outside|across)\s$/iu.test(further)) return false;
  return !isEnglishWord(before) && !opensSentence(further, context);
}

/** True where any word is capitalised, so that a capital does not suggest a name. */
function opensSentence(ahead: string, { inHeading }: CompletionContext): boolean {
  const before = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]*\.) $/u.exec(ahead)?.[1];
  if (before !== undefined && (isPersonTitle(before) || before.length === 2)) return inHeading;
  return inHeading || /(?:^|[.!?…:]["”’'»)\]]*\s+|["“‘«([—–]\s?)$/u.test(ahead);
}

function isDistinctive(typed: string): boolean {
  return typed.length >= MIN_LETTERS_AT_START && !isEnglishWord(typed);
}

function itemOf(
  { entity, name, replaced }: NameChoice,
  index: number,
  draft: Draft,
  context: CompletionContext,
): CompletionItem {
  const data: CompletionData = { uri: draft.uri, name: entity.name };
  const role = leadingRoleOf(entity);
  return {
    label: name,
    kind: ICONS[entity.kind],
    ...(role === '' ? {} : { detail: role }),
    // The match ignores diacritics, which a client's own filter may not.
    filterText: replaced,
    sortText: `2${String(index).padStart(3, '0')}`,
    textEdit: replaceTyped(context, context.offset - replaced.length, name),
    data,
  };
}
