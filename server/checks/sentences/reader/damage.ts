import type { GrammarErrorKind } from '../grammarError.js';
import type { Repair } from './repairs.js';
import type { Suspect } from './suspect.js';

/** What the reader calls a kind of damage, in the terms of the field. */
interface Damage {
  readonly kind: GrammarErrorKind;
  readonly term: string;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'missing-verb': { kind: 'missing-verb', term: 'Missing verb' },
  'missing-subject': { kind: 'missing-subject', term: 'Missing subject' },
  'missing-word': { kind: 'garbled', term: 'Missing word' },
  repeated: { kind: 'repeated-word', term: 'Repeated words' },
  'duplicate-item': { kind: 'duplicate-item', term: 'Duplicate item' },
  swapped: { kind: 'swapped-words', term: 'Swapped words' },
  agreement: { kind: 'agreement', term: 'Wrong number' },
  'verb-form': { kind: 'wrong-form', term: 'Wrong verb form' },
  confused: { kind: 'garbled', term: 'Wrong word' },
  capital: { kind: 'stray-capital', term: 'Unexpected capital' },
  'run-on': { kind: 'run-on', term: 'Two sentences run together' },
  fragment: { kind: 'fragment', term: 'Sentence fragment' },
  garbled: { kind: 'garbled', term: 'Garbled words' },
  'cut-off': { kind: 'fragment', term: 'The sentence breaks off here' },
  punctuation: { kind: 'missing-end', term: 'Missing or wrong punctuation' },
  unbalanced: { kind: 'unbalanced-quote', term: 'Unbalanced quotation mark or bracket' },
  'run-together': { kind: 'run-together', term: 'Missing or extra space' },
};

const ARTICLE = /^append:(?:an?|the)$/u;
const PREPOSITION =
  /^append:(?:of|in|on|at|for|with|by|from|about|into|through|over|under|between|during|across|against|within|without|among|toward|towards|upon|outside|near|behind|above|below|beyond)$/u;

/** The kind and the term of a suspect’s damage. A missing word has the kind of the word. */
export function damageOf({ kind, word }: Suspect): Damage | undefined {
  const edit = word.edits[0]?.name ?? '';
  if (kind === 'missing-word') {
    if (edit === 'append:to') return { kind: 'missing-to', term: 'Missing “to”' };
    if (ARTICLE.test(edit)) return { kind: 'missing-article', term: 'Missing article' };
    if (PREPOSITION.test(edit)) return { kind: 'missing-preposition', term: 'Missing preposition' };
  }
  if (kind === 'capital' && edit === 'case:title') {
    return { kind: 'lowercase-start', term: 'Missing capital' };
  }
  return DAMAGES[kind];
}

/**
 * The message about a damage in one sentence: the words at issue, their right form if there is a repair,
 * and what is wrong in the terms of the field.
 */
export function messageOf(
  text: string,
  { term }: Damage,
  suspect: Suspect,
  repair?: Repair,
): string {
  const wrong = term.charAt(0).toLowerCase() + term.slice(1);
  if (repair === undefined) return `“${wordsAt(text, suspect)}”: ${wrong}.`;
  const from = wordStart(text, repair.start);
  const to = wordEnd(text, repair.end);
  const after = text.slice(from, repair.start) + repair.newText + text.slice(repair.end, to);
  return `“${text.slice(from, to)}” should perhaps be “${after}”: ${wrong}.`;
}

/** The words by which a reporter finds the place: those suspected, and where one is missing those beside it. */
function wordsAt(text: string, { kind, words }: Suspect): string {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  if (kind === 'fragment' || end === 0) {
    return text.slice(start, wordEnd(text, wordEnd(text, Math.max(end, start + 1))));
  }
  return text.slice(start, /^(?:missing|run-on)/u.test(kind) ? wordEnd(text, end) : end);
}

/** The start of the word that ends at an offset, or of the one before the space there. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isSpace(text[start - 1])) start--;
  while (start > 0 && !isSpace(text[start - 1])) start--;
  return start;
}

/** The end of the word that begins at an offset, or of the one behind the space there. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text[end])) end++;
  while (end < text.length && !isSpace(text[end])) end++;
  return end;
}

function isSpace(character: string | undefined): boolean {
  return character?.trim() === '';
}
