import { isArticle, isPreposition } from '../../../lexicon/functionWords.js';
import type { GrammarErrorKind } from '../grammarError.js';
import type { Repair } from './repairs.js';
import type { Suspect } from './suspect.js';

/** The wording of a kind of damage for reporters. */
export interface Damage {
  readonly kind: GrammarErrorKind;
  /** The error, as the rest of a sentence: “a verb is missing here”. */
  readonly reason: string;
  /** The remedy if no repair is known: “add it”. */
  readonly remedy: string;
  /**
   * True for damage that may be a speaker's manner: grammar, fragments, repetition. No speaker
   * loses words.
   */
  readonly isSpeakersOwn?: true;
}

const DAMAGES: Readonly<Record<string, Damage>> = {
  'missing-verb': { kind: 'missing-verb', reason: 'a verb is missing here', remedy: 'add it' },
  'missing-subject': {
    kind: 'missing-subject',
    reason: 'the subject is missing here',
    remedy: 'say who or what',
    isSpeakersOwn: true,
  },
  'missing-word': { kind: 'garbled', reason: 'a word is missing here', remedy: 'add it' },
  swapped: {
    kind: 'swapped-words',
    reason: 'two words have changed places',
    remedy: 'put them in order',
  },
  'verb-form': {
    kind: 'wrong-form',
    reason: 'the verb has the wrong form',
    remedy: 'use the one that goes with the words around it',
    isSpeakersOwn: true,
  },
  'run-on': {
    kind: 'run-on',
    reason: 'two sentences run on as one',
    remedy: 'divide them with a full stop, or join them with a conjunction',
    isSpeakersOwn: true,
  },
  fragment: {
    kind: 'fragment',
    reason: 'this clause cannot stand alone',
    remedy: 'join it to the sentence before or after it',
    isSpeakersOwn: true,
  },
  garbled: {
    kind: 'garbled',
    reason: 'the words do not fit together',
    remedy: 'delete what is left of an earlier version, or add what was lost',
  },
  'cut-off': {
    kind: 'fragment',
    reason: 'the sentence breaks off here',
    remedy: 'finish it',
    isSpeakersOwn: true,
  },
  agreement: {
    kind: 'agreement',
    reason: 'the verb does not agree with its subject',
    remedy: 'make both singular or both plural',
    isSpeakersOwn: true,
  },
  repeated: {
    kind: 'repeated-word',
    reason: 'the same words occur twice',
    remedy: 'delete one of the two',
    isSpeakersOwn: true,
  },
  'duplicate-item': {
    kind: 'duplicate-item',
    reason: 'the list has this already',
    remedy: 'delete one of the two',
  },
};

/** The damage of a suspect; `undefined` if rules see it better. A missing word has the kind of the word. */
export function damageOf({ kind, word }: Suspect): Damage | undefined {
  const [edit = '', text = ''] = word.edits[0]?.name.split(':') ?? [];
  if (kind === 'missing-word' && edit === 'append') {
    if (text === 'to') return missing('missing-to', '“to”');
    if (isArticle({ text })) return missing('missing-article', 'an article');
    if (isPreposition({ text })) return missing('missing-preposition', 'a preposition');
  }
  // “A barracks”: the reader knows too little about the number of nouns.
  if (kind === 'agreement' && edit === 'number') return undefined;
  return DAMAGES[kind];
}

function missing(kind: GrammarErrorKind, word: string): Damage {
  return { kind, reason: `${word} is missing here`, remedy: 'add it' };
}

/**
 * The message about a damage in one sentence: the words at issue, the error, and the right form, if
 * there is a repair that is no guess.
 */
export function messageOf(
  text: string,
  { reason, remedy }: Damage,
  suspect: Suspect,
  repair?: Repair,
): string {
  if (repair === undefined) return `“${quoted(wordsAt(text, suspect))}”: ${reason}; ${remedy}.`;
  const from = wordStart(text, repair.start);
  const to = wordEnd(text, repair.end);
  const after = text.slice(from, repair.start) + repair.newText + text.slice(repair.end, to);
  const wrong = quoted(text.slice(from, to));
  return `“${wrong}” should perhaps be “${quoted(after)}”: ${reason}.`;
}

/** The longest words in a message, in UTF-16 units. */
const LONGEST_QUOTED = 60;

/** Words for a message: short, without control characters or marks that have no partner there. */
function quoted(words: string): string {
  const plain = words
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[“”„"«»()[\]]/gu, '')
    .trim();
  return plain.length <= LONGEST_QUOTED ? plain : `${plain.slice(0, LONGEST_QUOTED).trimEnd()}…`;
}

/**
 * The words by which a reporter finds the place: the suspected ones, and for a missing word those
 * beside its place.
 */
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
