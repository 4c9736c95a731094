import type { Base } from './model.js';

/** Goes up whenever a base that was stored before can no longer be read. */
const VERSION = 1;

/** Writes a base down. Cannot throw. */
export function storeBase(base: Base): string {
  return `${JSON.stringify({ copydesk: VERSION, ...base })}\n`;
}

/** Reads a base that `storeBase` wrote; `undefined` where the text is none, or of another version. Cannot throw. */
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

/** The version vouches for the shape of the items: only `storeBase` writes it. */
function isStoredBase(value: unknown): value is Base {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'copydesk' in value &&
    value.copydesk === VERSION &&
    'entities' in value &&
    Array.isArray(value.entities) &&
    'facts' in value &&
    Array.isArray(value.facts) &&
    'quotes' in value &&
    Array.isArray(value.quotes)
  );
}
