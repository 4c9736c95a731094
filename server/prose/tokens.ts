import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';
import type { Tag } from './grammar/tag.js';
import { OBJECT } from './markdown.js';

/** `object` is what stands in the prose for a code span or a bare address. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol' | 'object';

/**
 * A word, number or mark. Contractions and possessives are cut as the treebanks cut them: `did`
 * `n't`, `Modi` `'s`; so are hyphenated words.
 */
export interface Token {
  readonly text: string;
  /** UTF-16 offsets into the prose of the block. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly tag: Tag;
  /** The dictionary form, in lower case. */
  readonly lemma: string;
}

/** Tokens in the groups that the tokenizer takes for sentences. */
export type TokenGroups = readonly (readonly Token[])[];

/** The tokenizer remembers every new word for good; after this many texts it starts anew. */
const TEXTS = 20_000;
let texts = 0;
let loaded: WinkMethods | undefined;

/** Loading the model takes a tenth of a second, so it waits for the first text. */
function wink(): WinkMethods {
  if (texts++ % TEXTS === 0 || loaded === undefined) loaded = winkNLP(model, ['sbd', 'pos']);
  return loaded;
}

/** Tokens of a block's prose, tagged, in rough sentences. Cannot throw. */
export function tokenize(text: string): TokenGroups {
  const nlp = wink();
  const { its } = nlp;
  const plain = plainLetters(text);
  // The tokenizer knows contractions by the straight apostrophe only.
  const document = nlp.readDoc(inReach(plain.replace(/(?<=\p{L})’(?=\p{L})/gu, "'")));
  const straight = plain.replaceAll('’', "'");
  const all = document.tokens();
  const values = all.out();
  const tags = all.out(its.pos) as readonly Tag[];
  const lemmas = all.out(its.lemma as ItsFunction<string>);
  const types = all.out(its.type) as readonly string[];
  const tokens: Token[][] = values.map(() => []);
  let at = 0;
  for (const [index, value] of values.entries()) {
    const sought = value.replaceAll('’', "'");
    const ahead = straight.slice(at, at + value.length + FARTHEST).indexOf(sought);
    if (ahead < 0) continue;
    const start = at + ahead;
    at = start + value.length;
    const object = value === OBJECT;
    tokens[index] = splitWord({
      text: text.slice(start, at),
      start,
      end: at,
      kind: object ? 'object' : kindOf(types[index] ?? 'word'),
      tag: tags[index] ?? 'X',
      lemma: lemmaOf(text.slice(start, at), value, lemmas[index] ?? value),
    });
  }
  const spans = document.sentences().out(its.span) as unknown as readonly [number, number][];
  return spans
    .map(([first, last]) => tokens.slice(first, last + 1).flat())
    .filter((group) => group.length > 0);
}

/** Between two tokens stands at most a space; a little more for what the tokenizer passes over. */
const FARTHEST = 100;

/** No word is as long as this, and the tokenizer's time grows with the square of a word's length. */
const LONGEST_WORD = 100;

/** The text with longer words cut by spaces, for the tokenizer's eyes only. */
function inReach(text: string): string {
  return text.replace(TOO_LONG, '$& ');
}

const TOO_LONG = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu');

/**
 * The text with each letter that the tokenizer does not know, which are all beyond Latin-1, turned
 * into one it knows, so that “Vranić” and “Nguyễn” stay whole. Offsets stay as they are.
 */
function plainLetters(text: string): string {
  return text.replace(/(?![\u0000-\u00FF])[\p{L}\p{M}]/gu, (letter) => {
    if (letter.length > 1) return letter;
    const base = letter.normalize('NFD').charAt(0);
    if (base < '\u0100') return base;
    return /\p{Lu}/u.test(letter) ? 'X' : 'x';
  });
}

/** A word with letters that the tokenizer does not know is in no dictionary of its. */
function lemmaOf(written: string, read: string, lemma: string): string {
  const known = written.replaceAll('’', "'") === read.replaceAll('’', "'");
  return (known ? lemma : written).toLowerCase();
}

/** What the tokenizer leaves whole: a possessive before a full stop, “I'm”, and “a.” and “in.”, which it takes for measures. */
const WHOLE = /^(.*[\p{L}\p{N}.](?=['’])|[iI](?=['’])|[aA]|in|at)(['’][sS]|['’]m|\.)$/u;

/** Cuts a word that the tokenizer left whole. */
function splitWord(token: Token): Token[] {
  const match = token.kind === 'word' ? WHOLE.exec(token.text) : null;
  const [, first, second] = match ?? [];
  if (first === undefined || second === undefined) return [token];
  const cut = token.start + first.length;
  const head = { ...token, text: first, end: cut, lemma: token.lemma.slice(0, first.length) };
  const tail = { ...token, text: second, start: cut };
  if (second === '.') return [head, { ...tail, kind: 'punctuation', tag: 'PUNCT', lemma: '.' }];
  return second.endsWith('m')
    ? [
        { ...head, tag: 'PRON' },
        { ...tail, tag: 'AUX', lemma: 'be' },
      ]
    : [head, { ...tail, tag: 'PART', lemma: "'s" }];
}

function kindOf(type: string): TokenKind {
  switch (type) {
    case 'number':
    case 'decade':
    case 'ordinal':
    case 'time':
      return 'number';
    case 'punctuation':
      return 'punctuation';
    case 'word':
    case 'unk':
    case 'alpha':
    case 'shortForm':
    case 'mention':
      return 'word';
    default:
      return 'symbol';
  }
}
