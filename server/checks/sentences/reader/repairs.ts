import type { Token } from '../../../prose/tokens.js';
import { isCapitalised } from '../../../prose/letterCase.js';
import type { Suspect } from './suspect.js';
import { type VerbTag, pluralOf, verbForm } from './inflection.js';

/** The most repairs of a sentence that are read. */
const MOST_REPAIRS = 3;

/** A way to repair a sentence. */
export interface Repair {
  /** What it does, as the label of a button. */
  readonly title: string;
  /** UTF-16 units of the text that was read. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** The whole text after it. */
  readonly text: string;
  /** How likely the reader holds it, 0 to 1. */
  readonly probability: number;
}

/**
 * The repairs that the reader suggests for a suspect, most likely first. `tokens` are those of the
 * sentence, with offsets into the text that was read.
 */
export function repairsOf(
  text: string,
  suspect: Suspect,
  tokens: readonly Token[],
): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const { name, probability } of suspect.word.edits) {
    const change = changeFor(name, text, suspect, tokens);
    if (change === undefined) continue;
    const repaired = text.slice(0, change.start) + change.newText + text.slice(change.end);
    if (repaired === text || repairs.some((other) => other.text === repaired)) continue;
    repairs.push({ ...change, text: repaired, probability });
    if (repairs.length === MOST_REPAIRS) break;
  }
  return repairs;
}

type Change = Omit<Repair, 'text' | 'probability'>;

function changeFor(
  edit: string,
  text: string,
  suspect: Suspect,
  tokens: readonly Token[],
): Change | undefined {
  const { start, end } = suspect.word;
  const [name = '', ...rest] = edit.split(':');
  const value = rest.join(':') || ':';
  const word = text.slice(start, end);
  switch (name) {
    case 'delete':
      return deletion(text, suspect);
    case 'append':
      return value === '*' ? undefined : insertion(text, end, value, tokens[0]);
    case 'replace':
      if (value === '*') return undefined;
      return replacement(start, end, word, isWord(value) ? cased(value, word) : value);
    case 'verb': {
      const token = tokens.find((one) => one.start === start && one.end === end);
      if (token === undefined) return undefined;
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

/** Deletes the words of the suspect with the space before them. */
function deletion(text: string, { words }: Suspect): Change | undefined {
  const deleted = words.filter(({ edits }) => edits[0]?.name === 'delete');
  const first = deleted[0];
  const last = deleted.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const title = `Delete “${text.slice(first.start, last.end)}”`;
  if (first.start === 0) {
    const after = /^\s*/u.exec(text.slice(last.end))?.[0].length ?? 0;
    const next = last.end + after;
    const letter = text.slice(next, next + 1);
    return { title, start: 0, end: next + letter.length, newText: letter.toUpperCase() };
  }
  const space = /\s*$/u.exec(text.slice(0, first.start))?.[0].length ?? 0;
  return { title, start: first.start - space, end: last.end, newText: '' };
}

/** Marks that follow a word without a space. */
const CLOSING = /^[.,;:?!”’)]/u;

function insertion(text: string, at: number, value: string, opening: Token | undefined): Change {
  const title = `Insert “${value}”`;
  if (/^[.?!]$/u.test(value)) return sentenceEnd(text, at, value);
  if (at === 0) {
    if (!isWord(value)) return { title, start: 0, end: 0, newText: value };
    const first = text.slice(0, 1);
    const kept = opening?.tag === 'PROPN' || opening?.text === 'I' ? first : first.toLowerCase();
    return { title, start: 0, end: 1, newText: `${capitalised(value)} ${kept}` };
  }
  const isAttached = CLOSING.test(value) || /^(?:['’]|n['’]t$|-$)/u.test(value);
  return { title, start: at, end: at, newText: isAttached ? value : ` ${value}` };
}

/** Ends a sentence behind a word and opens the next with a capital. */
function sentenceEnd(text: string, at: number, mark: string): Change {
  const title = mark === '.' ? 'Insert a full stop' : `Insert “${mark}”`;
  const gap = /^\s+/u.exec(text.slice(at))?.[0] ?? '';
  const next = at + gap.length;
  const letter = text.slice(next, next + 1);
  return {
    title,
    start: at,
    end: next + letter.length,
    newText: mark + gap + letter.toUpperCase(),
  };
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
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
