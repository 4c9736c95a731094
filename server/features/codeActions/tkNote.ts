import type { Finding, Fix } from '../../checks/finding.js';
import { type Family, familyOf } from '../../checks/rules.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';

/** What to verify, by family of findings; other families get no note. */
const VERIFIABLE: ReadonlyMap<Family, string> = new Map([
  ['name', 'name'],
  ['claim', 'claim'],
  ['quote', 'quote'],
]);

/** The notes that the fix writes. Other text in brackets is the reporter's. */
const OWN_NOTE = new RegExp(
  String.raw`\[TK: verify (?:${[...VERIFIABLE.values()].join('|')})\]`,
  'gu',
);

/**
 * The fix that puts a note about what to verify after the words of a finding. It replaces its own
 * note at that place; `undefined` if the words have the same one already, or if there is nothing to
 * verify.
 */
export function tkNoteFix({ code, span }: Finding, { text }: Prose): Fix | undefined {
  const what = VERIFIABLE.get(familyOf(code));
  if (what === undefined) return undefined;
  const note = `[TK: verify ${what}]`;
  const place = placeOf(span, text);
  const old = ownNoteAt(place, text);
  const noted = text.slice(span.start, Math.max(place, old?.end ?? 0));
  if (noted.includes(note)) return undefined;
  return {
    title: `Insert TK note: ${note}`,
    preferred: false,
    edits: [
      old === undefined
        ? { span: { start: place, end: place }, newText: ` ${note}` }
        : { span: old, newText: note },
    ],
  };
}

/** The place for a note: before the final mark of a sentence, after a possessive ending. */
function placeOf({ start, end }: Span, text: string): number {
  if (/[.!?…]$/u.test(text.slice(start, end))) return end - 1;
  return end + (/^['’]s\b/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
}

/** How far from a place a note is looked for, in UTF-16 units. */
const REACH = 40;

/** Our note that ends or starts at a place, with only a space between. */
function ownNoteAt(place: number, text: string): Span | undefined {
  const from = Math.max(0, place - REACH);
  return [...text.slice(from, place + REACH).matchAll(OWN_NOTE)]
    .map(({ 0: mark, index }) => ({ start: from + index, end: from + index + mark.length }))
    .find(({ start, end }) => {
      const between = end <= place ? text.slice(end, place) : text.slice(place, start);
      return (end <= place || place <= start) && /^ ?$/u.test(between);
    });
}
