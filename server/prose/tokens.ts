import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';
import { OBJECT } from './markdown.js';

/** The universal part-of-speech tags (https://universaldependencies.org/u/pos/). */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

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

let loaded: WinkMethods | undefined;

/** Loading the model takes a tenth of a second, so it waits for the first text. */
function wink(): WinkMethods {
  loaded ??= winkNLP(model, ['sbd', 'pos']);
  return loaded;
}

/** Tokens of a block's prose, tagged, in rough sentences. Cannot throw. */
export function tokenize(text: string): TokenGroups {
  const nlp = wink();
  const { its } = nlp;
  // The tokenizer knows contractions by the straight apostrophe only.
  const document = nlp.readDoc(text.replace(/(?<=\p{L})’(?=\p{L})/gu, "'"));
  const straight = text.replaceAll('’', "'");
  const all = document.tokens();
  const values = all.out();
  const tags = all.out(its.pos) as readonly Tag[];
  const lemmas = all.out(its.lemma as ItsFunction<string>);
  const types = all.out(its.type) as readonly string[];
  const tokens: Token[][] = values.map(() => []);
  let at = 0;
  for (const [index, value] of values.entries()) {
    const start = straight.indexOf(value.replaceAll('’', "'"), at);
    if (start < 0) continue;
    at = start + value.length;
    const object = value === OBJECT;
    tokens[index] = splitPossessive({
      text: text.slice(start, at),
      start,
      end: at,
      kind: object ? 'object' : kindOf(types[index] ?? 'word'),
      tag: tags[index] ?? 'X',
      lemma: (lemmas[index] ?? value).toLowerCase(),
    });
  }
  const spans = document.sentences().out(its.span) as unknown as readonly [number, number][];
  return spans
    .map(([first, last]) => tokens.slice(first, last + 1).flat())
    .filter((group) => group.length > 0);
}

/** Cuts a possessive that the tokenizer left on its noun, as it does before a full stop. */
function splitPossessive(token: Token): Token[] {
  const match = /^(.*[\p{L}\p{N}.])(['’][sS])$/u.exec(token.text);
  const owner = match?.[1];
  const ending = match?.[2];
  if (owner === undefined || ending === undefined || token.kind !== 'word') return [token];
  const cut = token.start + owner.length;
  return [
    { ...token, text: owner, end: cut, lemma: token.lemma.replace(/['’]s$/u, '') },
    { ...token, text: ending, start: cut, tag: 'PART', lemma: "'s" },
  ];
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
