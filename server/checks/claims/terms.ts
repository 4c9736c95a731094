import { isEnglishWordOrPlural } from '../../prose/dictionary.js';
import type { Token } from '../../prose/tokens.js';
import { type KnownPlace, placeNamed, placeOfDemonym } from '../../reference/gazetteer.js';
import type { Entity } from '../../reference/model.js';
import { isPersonTitle } from '../../reference/names/titles.js';
import type { Mention } from '../../reference/nameIndex.js';
import type { When } from './dates.js';
import { isCommon } from './kinship.js';
import type { Quantity } from './numbers.js';

/** A word or a name that says what a sentence speaks of; figures and times are kept apart. */
export interface Term {
  readonly kind: 'name' | 'noun' | 'verb' | 'modifier';
  /** Indices into the sentence's tokens, both included. */
  readonly first: number;
  readonly last: number;
  /** The dictionary form; of a name, its words in lower case as they stand or as they are meant. */
  readonly word: string;
  readonly entity?: Entity;
  /** Others whom the same words may name: of “Roe” all who are called so. None where it is absent. */
  readonly others?: readonly Entity[];
  /** The place that every desk knows by this name, where the sources do not know it. */
  readonly place?: KnownPlace;
  /** True for “Kazakh” where the name is Kazakhstan's. */
  readonly demonym: boolean;
  /** True where the name stands in for a pronoun or for “the group”. */
  readonly resolved: boolean;
  /** How much the sentence leans on it, 0 to 1, before its rarity is known. */
  readonly weight: number;
}

/** Verbs and nouns that carry little: any sentence may have them. */
const LIGHT_WORDS = new Set(
  'be have do make take get go come give put use say tell add report state announce note suggest explain describe accord think believe know see show become remain seem appear include involve continue begin start keep set let bring hold way part lot kind sort thing time year day week month people man woman number other more most many much some such also just only even still yet again now then here there as than about very well back so too however meanwhile ago later earlier recently last next first new several same own likely able one'.split(
    ' ',
  ),
);

const WEIGHTS = { name: 1, noun: 0.8, verb: 0.7, modifier: 0.5 } as const;
/** What a word weighs that any sentence may have; nothing that says more weighs as little. */
export const LIGHT = 0.2;

const HONORIFICS = new Set(
  'mr mrs ms miss dr sir lord lady dame prof mr. mrs. ms. dr. prof.'.split(' '),
);

/** True for “Mr.” and its like. */
export function isHonorificTerm(word: string): boolean {
  return HONORIFICS.has(word.toLowerCase());
}

/** Plurals that keep their form where the tagger takes them for names, as at a sentence's head. */
const PLURALS = new Map([
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
]);

/** The terms of a sentence, in order; `taken` are figures and times, whose words are no terms. */
export function termsIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  taken: readonly (When | Quantity)[],
): readonly Term[] {
  const used = new Uint8Array(tokens.length);
  for (const { first, last } of taken) used.fill(1, first, last + 1);
  const terms: Term[] = [];
  for (const mention of mentions) {
    used.fill(1, mention.first, mention.last + 1);
    terms.push({
      kind: 'name',
      first: mention.first,
      last: withoutPossessive(tokens, mention.last),
      word: mention.form.toLowerCase(),
      entity: mention.entity,
      ...(mention.others.length === 0 ? {} : { others: mention.others }),
      demonym: mention.demonym,
      resolved: false,
      weight: WEIGHTS.name,
    });
  }
  const people = new Set(
    mentions.filter(({ entity }) => entity.kind === 'person').map(({ first }) => first),
  );
  for (const name of capitalised(tokens, used)) {
    // “Mayor Ida Ruud”: what stands before somebody's name is no other name.
    if (people.has(name.last + 1) && isPersonTitle(tokens[name.last]?.text ?? '')) continue;
    used.fill(1, name.first, name.last + 1);
    terms.push(name);
  }
  for (const [at, token] of tokens.entries()) {
    if (used[at] === 1 || token.kind !== 'word') continue;
    const kind = kindOf(token);
    // To miss is no Miss.
    if (kind === undefined || (isHonorificTerm(token.text) && token.tag !== 'VERB')) continue;
    const word = PLURALS.get(token.lemma) ?? token.lemma.toLowerCase();
    terms.push({
      kind,
      first: at,
      last: at,
      word,
      demonym: false,
      resolved: false,
      weight: LIGHT_WORDS.has(word) || word.length < 2 ? LIGHT : WEIGHTS[kind],
    });
  }
  return terms.sort((a, b) => a.first - b.first);
}

function withoutPossessive(tokens: readonly Token[], last: number): number {
  return tokens[last]?.lemma === "'s" ? last - 1 : last;
}

function kindOf(token: Token): Term['kind'] | undefined {
  switch (token.tag) {
    case 'NOUN':
    case 'PROPN':
      return 'noun';
    case 'VERB':
      return 'verb';
    case 'ADJ':
    case 'ADV':
      return 'modifier';
    default:
      return undefined;
  }
}

/** Runs of capitalised words that no known name covers. */
function* capitalised(tokens: readonly Token[], used: Uint8Array): Generator<Term> {
  const opens = tokens.findIndex((token) => token.kind === 'word' || token.kind === 'number');
  for (let at = 0; at < tokens.length; at++) {
    if (!capital(tokens, used, at)) continue;
    const first = at;
    while (capital(tokens, used, at + 1) || joins(tokens, used, at)) at++;
    const text = textOf(tokens, first, at);
    const word = text.toLowerCase();
    const people = placeOfDemonym(text);
    const place = placeNamed(text) ?? people;
    if (
      first === opens &&
      first === at &&
      place === undefined &&
      (isCommon(PLURALS.get(word) ?? tokens[first]?.lemma ?? '') || isPlural(word))
    )
      continue;
    if (
      first === opens &&
      first === at &&
      place === undefined &&
      !/^(?:PROPN|NOUN|X)$/u.test(tokens[first]?.tag ?? '')
    ) {
      continue;
    }
    yield {
      kind: 'name',
      first,
      last: at,
      word,
      ...(place === undefined ? {} : { place }),
      demonym: people !== undefined && placeNamed(text) === undefined,
      resolved: false,
      weight: WEIGHTS.name,
    };
  }
}

/** “Passengers”: a plural of the language, whatever the tagger takes it for. */
function isPlural(word: string): boolean {
  return word.endsWith('s') && isEnglishWordOrPlural(word);
}

function textOf(tokens: readonly Token[], first: number, last: number): string {
  return tokens
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ')
    .replace(/ - /gu, '-');
}

function capital(tokens: readonly Token[], used: Uint8Array, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    used[at] !== 1 &&
    token.kind === 'word' &&
    /^\p{Lu}/u.test(token.text) &&
    !/^(?:PRON|DET|AUX|CCONJ|SCONJ|ADP|PART|PUNCT)$/u.test(token.tag) &&
    !isHonorificTerm(token.text)
  );
}

/** “of” between capitals, and hyphens: “Bank of England”, “Nagorno-Karabakh”. */
function joins(tokens: readonly Token[], used: Uint8Array, at: number): boolean {
  const next = tokens[at + 1];
  const joint = next?.text === 'of' || (next?.text === '-' && next.start === tokens[at]?.end);
  return joint && capital(tokens, used, at + 2);
}
