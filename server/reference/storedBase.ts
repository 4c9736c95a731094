import type { Base, Citation, Entity, EntityKind, Fact, Quote, Role } from './model.js';

/** Goes up whenever a base that was stored before can no longer be read. */
const VERSION = 1;

/** Writes a base down. Cannot throw. */
export function storeBase(base: Base): string {
  return `${JSON.stringify({ copydesk: VERSION, ...base })}\n`;
}

/** Reads a base that `storeBase` wrote; `undefined` where the text is none, damaged, or of another version. Cannot throw. */
export function restoreBase(text: string): Base | undefined {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isStoredBase(stored)
    ? { entities: stored.entities, facts: stored.facts, quotes: stored.quotes }
    : undefined;
}

/** A file can be cut short or written by anybody, so every item is looked at. */
function isStoredBase(value: unknown): value is Base {
  return (
    isRecord(value) &&
    value.copydesk === VERSION &&
    isList(value.entities, isEntity) &&
    isList(value.facts, isFact) &&
    isList(value.quotes, isQuote)
  );
}

const KINDS: ReadonlySet<unknown> = new Set<EntityKind>(['person', 'body', 'place', 'event']);

function isEntity(value: unknown): value is Entity {
  return (
    isRecord(value) &&
    KINDS.has(value.kind) &&
    isText(value.name) &&
    isList(value.forms, isText) &&
    (value.avoided === undefined || isList(value.avoided, isText)) &&
    isList(value.demonyms, isText) &&
    isList(value.roles, isRole) &&
    isText(value.bio) &&
    isTextOrNone(value.seat) &&
    isCitation(value.citation)
  );
}

function isRole(value: unknown): value is Role {
  return (
    isRecord(value) &&
    isText(value.title) &&
    isTextOrNone(value.affiliation) &&
    isCitation(value.citation)
  );
}

function isFact(value: unknown): value is Fact {
  return (
    isRecord(value) &&
    isText(value.text) &&
    typeof value.shaky === 'boolean' &&
    isCitation(value.citation)
  );
}

function isQuote(value: unknown): value is Quote {
  return isFact(value) && 'speaker' in value ? isTextOrNone(value.speaker) : isFact(value);
}

function isCitation(value: unknown): value is Citation {
  return (
    isRecord(value) &&
    isText(value.source) &&
    Number.isSafeInteger(value.line) &&
    isTextOrNone(value.passage)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTextOrNone(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}

function isList<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}
