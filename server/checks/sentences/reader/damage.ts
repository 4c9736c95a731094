import { isArticle, isPreposition } from '../../../lexicon/functionWords.js';
import type { GrammarErrorKind } from '../grammarError.js';
import type { Repair } from './repairs.js';
import type { Suspect } from './suspect.js';

/** What the reader calls a kind of damage, in the terms of the field. */
export interface Damage {
  readonly kind: GrammarErrorKind;
  readonly term: string;
  /** True for what may be a speaker's way to speak: grammar, fragments, one sentence after another. No speaker loses or doubles words. */
  readonly isSpeakersOwn?: true;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'missing-verb': { kind: 'missing-verb', term: 'missing verb' },
  'missing-subject': { kind: 'missing-subject', term: 'missing subject', isSpeakersOwn: true },
  'missing-word': { kind: 'garbled', term: 'missing word' },
  swapped: { kind: 'swapped-words', term: 'swapped words' },
  'verb-form': { kind: 'wrong-form', term: 'wrong verb form', isSpeakersOwn: true },
  'run-on': { kind: 'run-on', term: 'two sentences run together', isSpeakersOwn: true },
  fragment: {
    kind: 'fragment',
    term: 'sentence fragment, without a main clause',
    isSpeakersOwn: true,
  },
  garbled: { kind: 'garbled', term: 'the words do not fit together' },
  'cut-off': { kind: 'fragment', term: 'the sentence breaks off here', isSpeakersOwn: true },
  agreement: {
    kind: 'agreement',
    term: 'the verb does not agree with its subject',
    isSpeakersOwn: true,
  },
  'duplicate-item': { kind: 'duplicate-item', term: 'the list has this already' },
};

/** The kind and the term of a suspect’s damage; `undefined` if rules see it better. A missing word has the kind of the word. */
export function damageOf({ kind, word }: Suspect): Damage | undefined {
  const [edit = '', text = ''] = word.edits[0]?.name.split(':') ?? [];
  if (kind === 'missing-word' && edit === 'append') {
    if (text === 'to') return { kind: 'missing-to', term: 'missing “to”' };
    if (isArticle({ text })) return { kind: 'missing-article', term: 'missing article' };
    if (isPreposition({ text }))
      return { kind: 'missing-preposition', term: 'missing preposition' };
  }
  // “A barracks”: of the number of a noun the reader knows too little.
  if (kind === 'agreement' && edit === 'number') return undefined;
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
