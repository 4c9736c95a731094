import type { Edit, Finding, Fix } from '../../checks/finding.js';
import { type Family, familyOf } from '../../checks/rules.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';

/** What to verify, by family of findings; other families get no note. */
const VERIFIABLE: ReadonlyMap<Family, string> = new Map([
  ['name', 'name'],
  ['claim', 'claim'],
  ['quote', 'quote'],
]);

/** A TK mark, with what it says if it says anything: “TK”, “[TK]”, “[TK: verify claim]”. */
const MARK = /\[TK\b(?:[^[\]\n]|\[[^[\]\n]*\])*\]|\bTK\b/gu;

/**
 * The fix that puts a note after the words of a finding that says what to verify. It replaces what TK notes the words have
 * already; `undefined` if one of them says the same, or if there is nothing to verify.
 */
export function tkNoteFix({ code, span }: Finding, { text, notes }: Prose): Fix | undefined {
  const what = VERIFIABLE.get(familyOf(code));
  if (what === undefined) return undefined;
  const note = `[TK: verify ${what}]`;
  const place = placeOf(span, text);
  const old = [
    ...notes.filter(({ start, end }) => span.start <= start && end < place),
    ...markAt(place, text),
  ];
  if (old.some(({ start, end }) => text.slice(start, end) === note)) return undefined;
  return {
    title: `Insert TK note: ${note}`,
    preferred: false,
    edits: editsOf(note, place, old, text),
  };
}

/** Where a note belongs: before the final mark of a sentence, after a possessive ending. */
function placeOf({ start, end }: Span, text: string): number {
  if (/[.!?…]$/u.test(text.slice(start, end))) return end - 1;
  return end + (/^['’]s\b/u.exec(text.slice(end, end + 3))?.[0].length ?? 0);
}

/** How far around a place a mark is looked for, in UTF-16 units. */
const REACH = 200;

/** The mark that ends or starts at a place, with only a space between. */
function markAt(place: number, text: string): readonly Span[] {
  const from = Math.max(0, place - REACH);
  return [...text.slice(from, place + REACH).matchAll(MARK)]
    .map(({ 0: mark, index }) => ({ start: from + index, end: from + index + mark.length }))
    .filter(({ start, end }) => {
      const between = end <= place ? text.slice(end, place) : text.slice(place, start);
      return (end <= place || place <= start) && /^ ?$/u.test(between);
    })
    .slice(0, 1);
}

/** Deletes the old notes, each with the space before it, and writes the new one. */
function editsOf(note: string, place: number, old: readonly Span[], text: string): readonly Edit[] {
  const last = old.at(-1);
  const isNear =
    last !== undefined && (/^ ?$/u.test(text.slice(last.end, place)) || last.start >= place);
  const deleted = isNear ? old.slice(0, -1) : old;
  return [
    ...deleted.map(({ start, end }) => ({
      span: { start: text.charAt(start - 1) === ' ' ? start - 1 : start, end },
      newText: '',
    })),
    isNear
      ? { span: last, newText: note }
      : { span: { start: place, end: place }, newText: ` ${note}` },
  ];
}
