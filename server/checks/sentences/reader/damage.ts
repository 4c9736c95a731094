import type { GrammarErrorKind } from '../grammarError.js';
import type { Repair } from './repairs.js';
import type { Suspect } from './suspect.js';

/** What the reader calls a kind of damage, in the terms of the field. */
interface Damage {
  readonly kind: GrammarErrorKind;
  readonly term: string;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'missing-verb': { kind: 'missing-verb', term: 'missing verb' },
  'missing-subject': { kind: 'missing-subject', term: 'missing subject' },
  'missing-word': { kind: 'garbled', term: 'missing word' },
  repeated: { kind: 'repeated-word', term: 'repeated words' },
  'duplicate-item': { kind: 'duplicate-item', term: 'duplicate item' },
  swapped: { kind: 'swapped-words', term: 'swapped words' },
  agreement: { kind: 'agreement', term: 'subject and verb do not agree' },
  'verb-form': { kind: 'wrong-form', term: 'wrong verb form' },
  confused: { kind: 'garbled', term: 'wrong word' },
  capital: { kind: 'stray-capital', term: 'unexpected capital' },
  'run-on': { kind: 'run-on', term: 'two sentences run together' },
  fragment: { kind: 'fragment', term: 'sentence fragment, without a main clause' },
  garbled: { kind: 'garbled', term: 'the words do not fit together' },
  'cut-off': { kind: 'fragment', term: 'the sentence breaks off here' },
  punctuation: { kind: 'missing-end', term: 'missing or wrong punctuation' },
  unbalanced: { kind: 'unbalanced-quote', term: 'unbalanced quotation mark or bracket' },
  'run-together': { kind: 'run-together', term: 'missing or extra space' },
};

const ARTICLE = /^append:(?:an?|the)$/u;
const PREPOSITION =
  /^append:(?:of|in|on|at|for|with|by|from|about|into|through|over|under|between|during|across|against|within|without|among|toward|towards|upon|outside|near|behind|above|below|beyond)$/u;

/** The kind and the term of a suspect’s damage. A missing word has the kind of the word. */
export function damageOf({ kind, word }: Suspect): Damage | undefined {
  const edit = word.edits[0]?.name ?? '';
  if (kind === 'missing-word') {
    if (edit === 'append:to') return { kind: 'missing-to', term: 'missing “to”' };
    if (ARTICLE.test(edit)) return { kind: 'missing-article', term: 'missing article' };
    if (PREPOSITION.test(edit)) return { kind: 'missing-preposition', term: 'missing preposition' };
  }
  if (kind === 'agreement' && edit.startsWith('number:')) {
    return { kind: 'agreement', term: 'singular and plural do not fit' };
  }
  if (kind === 'capital' && edit === 'case:title') {
    return { kind: 'lowercase-start', term: 'missing capital' };
  }
  return DAMAGES[kind];
}

/**
 * The message about a damage in one sentence: the words at issue, their right form if there is a repair
 * that is no guess, and what is wrong in the terms of the field.
 */
export function messageOf(
  text: string,
  { term }: Damage,
  suspect: Suspect,
  repair?: Repair,
): string {
  if (repair === undefined) return `“${quoted(wordsAt(text, suspect))}”: ${term}.`;
  const from = wordStart(text, repair.start);
  const to = wordEnd(text, repair.end);
  const after = text.slice(from, repair.start) + repair.newText + text.slice(repair.end, to);
  const wrong = quoted(text.slice(from, to));
  return `“${wrong}” should perhaps be “${quoted(after)}”: ${term}.`;
}

/** The longest words in a message, in UTF-16 units. */
const LONGEST_QUOTED = 60;

/** Words as they stand in a message: short, without control characters or marks that have no partner there. */
function quoted(words: string): string {
  const plain = words
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[“”„"«»()[\]]/gu, '')
    .trim();
  return plain.length <= LONGEST_QUOTED ? plain : `${plain.slice(0, LONGEST_QUOTED).trimEnd()}…`;
}

/** The words by which a reporter finds the place: those suspected, and where one is missing those beside it. */
function wordsAt(text: string, { kind, words }: Suspect): string {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  if (kind === 'fragment' || end === 0) {
    return text.slice(start, wordEnd(text, wordEnd(text, Math.max(end, start + 1))));
  }
  const hasNext = /^(?:missing|run-on|swapped)/u.test(kind);
  return text.slice(start, hasNext ? wordEnd(text, end) : end);
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
