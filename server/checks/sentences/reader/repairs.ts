import type { SentenceReading, WordReading } from '../../../inference/readings.js';
import type { Sentence } from '../../../prose/sentences.js';
import type { Token } from '../../../prose/tokens.js';
import { isVerbForm } from '../../../prose/dictionary.js';
import { isCapitalised } from '../../../prose/letterCase.js';
import { likelySubjects } from './subjects.js';
import type { Suspect } from './suspect.js';
import { type VerbTag, pluralOf, verbForm } from '../structure/inflection.js';

/** Upper bound on the repairs of a sentence that are read. */
const MOST_REPAIRS = 4;

/** A word less likely to be damaged is not repaired. */
const REPAIRED_DAMAGE = 0.15;

/** An edit less likely than this is no suggestion. */
const LEAST_EDIT = 0.04;

/** The maximum distance of a repair from the suspected words, in UTF-16 units: some five words. */
const NEAR = 30;

/** A way to repair a sentence. */
export interface Repair {
  /** Its effect, as the label of a button. */
  readonly title: string;
  /** UTF-16 units of the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** The text after it: one sentence, or two if it divides the sentence. */
  readonly sentences: readonly string[];
  /** The reader's probability for it, 0 to 1. */
  readonly probability: number;
}

/** The edits that repair a sentence. */
export interface RepairContext {
  /** The tokens of the sentence, with offsets into the text that was read. */
  readonly tokens: readonly Token[];
  /** The sentence before it in its block. */
  readonly previous: Sentence | undefined;
}

/** The repairs that the reader suggests for a suspect, most likely first. */
export function repairsOf(
  text: string,
  { words }: SentenceReading,
  suspect: Suspect,
  { tokens, previous }: RepairContext,
): readonly Repair[] {
  if (suspect.kind === 'missing-subject' && suspect.word.end === 0) {
    return withSubject(text, tokens, previous);
  }
  if (suspect.kind === 'run-on') return divisions(text, suspect.word, tokens);
  const from = (suspect.words[0]?.start ?? 0) - NEAR;
  const to = (suspect.words.at(-1)?.end ?? 0) + NEAR;
  const repairs = new Map<string, Repair>();
  for (const word of words) {
    if (word.damage < REPAIRED_DAMAGE || word.start < from || word.end > to) continue;
    for (const { name, probability } of word.edits) {
      if (probability < LEAST_EDIT) continue;
      const change = changeFor(name, text, word, tokens);
      const group = name === 'delete' ? deletedWith(word, words) : undefined;
      for (const repair of [
        ...(change === undefined ? [] : [repairOf(text, change, probability)]),
        ...(group === undefined ? [] : [deletionOf(text, group)]),
      ]) {
        const repaired = repair.sentences.join(' ');
        if (repaired === text || (repairs.get(repaired)?.probability ?? 0) >= repair.probability)
          continue;
        repairs.set(repaired, repair);
      }
    }
  }
  return [...repairs.values()]
    .sort((one, other) => other.probability - one.probability)
    .slice(0, MOST_REPAIRS);
}

/** The probability of a pronoun that the sentence before calls for, and of one that is a guess. */
const KNOWN_SUBJECT = 0.9;
const GUESSED_SUBJECT = 0.2;

/**
 * Repairs that open a sentence with a pronoun. Their readings show whether it agrees with the verb.
 */
function withSubject(
  text: string,
  tokens: readonly Token[],
  previous: Sentence | undefined,
): readonly Repair[] {
  const { pronouns, isKnown } = likelySubjects(previous);
  return pronouns.slice(0, MOST_REPAIRS).map((pronoun, at) => {
    const probability = at === 0 && isKnown ? KNOWN_SUBJECT : GUESSED_SUBJECT / (at + 1);
    return repairOf(text, insertion(text, 0, pronoun, tokens[0]), probability);
  });
}

/**
 * Repairs of run-on sentences: whatever the reader would put between them, a full stop is right,
 * and a semicolon in place of a comma; “and” or “but” would add to what the writer said.
 */
function divisions(text: string, word: WordReading, tokens: readonly Token[]): readonly Repair[] {
  const mark = text.slice(word.start, word.end);
  const isComma = mark === ',';
  const end = isComma ? word.start : word.end;
  const gap = /^,?\s+/u.exec(text.slice(end))?.[0].length ?? 0;
  if (gap === 0) return [];
  const next = end + gap;
  const likely = word.edits.filter(({ name }) => DIVIDING_EDIT.test(name));
  const probability = likely.reduce((sum, edit) => sum + edit.probability, 0);
  const stop = repairOf(text, sentenceEnd(text, end, '.', next), probability);
  if (isComma) {
    const semicolon = { title: 'Use a semicolon', start: end, end: next, newText: '; ' };
    return [
      repairOf(text, semicolon, probability),
      { ...stop, title: 'Start a new sentence', probability: probability / 4 },
    ];
  }
  const conjunctions = likely.flatMap((edit): readonly Repair[] => {
    const change = /[a-z]$/u.test(edit.name) ? changeFor(edit.name, text, word, tokens) : undefined;
    return change === undefined ? [] : [repairOf(text, change, edit.probability)];
  });
  return [stop, ...conjunctions].slice(0, MOST_REPAIRS);
}

/** Edits that divide a sentence in two. */
const DIVIDING_EDIT = /^(?:append|replace):(?:[.;:,—–-]|and|but|while|so)$/u;

type Change = Omit<Repair, 'sentences' | 'probability'>;

function repairOf(text: string, change: Change, probability: number): Repair {
  const before = text.slice(0, change.start);
  const after = change.newText + text.slice(change.end);
  const [, mark = '', next = ''] = /^([.?!])\s+(\S.*)$/su.exec(after) ?? [];
  const sentences = mark === '' ? [before + after] : [before + mark, next];
  return { ...change, sentences, probability };
}

/** The change that an edit of a word means; `undefined` if it names no word. */
function changeFor(
  edit: string,
  text: string,
  { start, end }: WordReading,
  tokens: readonly Token[],
): Change | undefined {
  const [name = '', ...rest] = edit.split(':');
  const value = rest.join(':') || ':';
  const word = text.slice(start, end);
  switch (name) {
    case 'delete':
      return deletion(text, start, end);
    case 'append':
      return value === '*' ? undefined : insertion(text, end, value, tokens[0]);
    case 'replace':
      if (value === '*') return undefined;
      return replacement(start, end, word, isWord(value) ? cased(value, word) : value);
    case 'verb': {
      const token = tokens.find((one) => one.start === start && one.end === end);
      // The lemma of a form that was read as a noun is no verb: “the blocking”.
      if (token === undefined || !isVerbForm(token.lemma)) return undefined;
      return replacement(start, end, word, cased(verbForm(token.lemma, value as VerbTag), word));
    }
    case 'number': {
      const token = tokens.find((one) => one.start === start && one.end === end);
      if (token === undefined) return undefined;
      const form = value === 'plural' ? pluralOf(token.lemma) : token.lemma;
      return replacement(start, end, word, cased(form, word));
    }
    case 'case':
      return replacement(
        start,
        end,
        word,
        value === 'lower' ? word.toLowerCase() : capitalised(word),
      );
    case 'merge':
      return /^\s$/u.test(text.slice(end, end + 1))
        ? { title: 'Delete the space', start: end, end: end + 1, newText: '' }
        : undefined;
    case 'swap':
      return exchange(text, start, end);
    default:
      return undefined;
  }
}

/**
 * The words around and including the word that the reader would most likely delete; `undefined` if
 * there are none.
 */
function deletedWith(
  word: WordReading,
  words: readonly WordReading[],
): readonly WordReading[] | undefined {
  const isDeleted = (other: WordReading | undefined): boolean =>
    other !== undefined && other.damage >= REPAIRED_DAMAGE && other.edits[0]?.name === 'delete';
  const areJoined = (one: number): boolean =>
    isDeleted(words[one]) &&
    isDeleted(words[one + 1]) &&
    (words[one + 1]?.start ?? 0) - (words[one]?.end ?? 0) <= 1;
  let first = words.indexOf(word);
  while (areJoined(first - 1)) first--;
  let last = words.indexOf(word);
  while (areJoined(last)) last++;
  return first === last ? undefined : words.slice(first, last + 1);
}

/** Deletes neighbouring words together, which is as likely as the least likely of them. */
function deletionOf(text: string, group: readonly WordReading[]): Repair {
  const change = deletion(text, group[0]?.start ?? 0, group.at(-1)?.end ?? 0);
  return repairOf(text, change, Math.min(...group.map(({ edits }) => edits[0]?.probability ?? 0)));
}

/** Deletes words with the space before them. */
function deletion(text: string, start: number, end: number): Change {
  const title = `Delete “${text.slice(start, end)}”`;
  if (start === 0) {
    const after = /^\s*/u.exec(text.slice(end))?.[0].length ?? 0;
    const next = end + after;
    const letter = letterAt(text, next);
    return { title, start: 0, end: next + letter.length, newText: capitalised(letter) };
  }
  const from = text.slice(0, start).trimEnd().length;
  return { title, start: from, end, newText: '' };
}

/** Marks that follow a word without a space. */
const CLOSING = /^[.,;:?!”’)]/u;

function insertion(text: string, at: number, value: string, opening: Token | undefined): Change {
  const title = `Insert “${value}”`;
  if (/^[.?!]$/u.test(value)) return sentenceEnd(text, at, value);
  if (at === 0) {
    if (!isWord(value)) return { title, start: 0, end: 0, newText: value };
    const first = letterAt(text, 0);
    const kept = opening?.tag === 'PROPN' || opening?.text === 'I' ? first : small(first);
    return { title, start: 0, end: first.length, newText: `${capitalised(value)} ${kept}` };
  }
  const isAttached = CLOSING.test(value) || /^(?:['’]|n['’]t$|-$)/u.test(value);
  return { title, start: at, end: at, newText: isAttached ? value : ` ${value}` };
}

/** Ends a sentence behind a word, at `at`, and opens the next with a capital at `next`. */
function sentenceEnd(
  text: string,
  at: number,
  mark: string,
  next = at + (/^\s+/u.exec(text.slice(at))?.[0].length ?? 0),
): Change {
  const title = mark === '.' ? 'Insert a full stop' : `Insert “${mark}”`;
  const gap = text.slice(at, next).replace(/^,/u, '');
  const letter = letterAt(text, next);
  return { title, start: at, end: next + letter.length, newText: mark + gap + capitalised(letter) };
}

function replacement(start: number, end: number, word: string, newText: string): Change {
  return { title: `Replace “${word}” with “${newText}”`, start, end, newText };
}

/** Exchanges a word with the next one; a capital at the start of the sentence stays there. */
function exchange(text: string, start: number, end: number): Change | undefined {
  const next = /^(\s+)([\p{L}\p{M}\p{N}]+)/u.exec(text.slice(end));
  if (next === null) return undefined;
  const [whole, gap = ' ', second = ''] = next;
  const first = text.slice(start, end);
  const [one, other] =
    start === 0 && isCapitalised(first)
      ? [capitalised(second), first.toLowerCase()]
      : [second, first];
  return {
    title: `Exchange “${first}” and “${second}”`,
    start,
    end: end + whole.length,
    newText: one + gap + other,
  };
}

function isWord(value: string): boolean {
  return /^\p{L}/u.test(value);
}

/** `word` with a capital if `like` has one; the pronoun “I” always. */
function cased(word: string, like: string): string {
  return word === 'i' || isCapitalised(like) ? capitalised(word) : word;
}

function capitalised(word: string): string {
  const first = letterAt(word, 0);
  const capital = first.toUpperCase();
  // A ligature has no capital of its own.
  return capital.length === first.length ? capital + word.slice(first.length) : word;
}

/** A letter in lower case, unless that takes more than one. */
function small(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** The character at an offset, whole. */
function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}
