import { isCourtesyTitle } from '../../../lexicon/honorifics.js';
import { isPersonTitle } from '../../../lexicon/roleWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import { isEnglishWordOrPlural } from '../../../prose/dictionary.js';
import type { Token } from '../../../prose/tokens.js';
import { type KnownPlace, placeNamed, placeOfDemonym } from '../../../reference/gazetteer.js';
import type { Entity } from '../../../reference/model.js';
import type { Mention } from '../../../reference/nameIndex.js';
import type { TimeExpression } from '../../../values/dates.js';
import { isThesaurusWord } from '../words/lexicalRelations.js';
import type { Quantity } from '../../../values/figures.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import { isMeasure } from '../../../values/units.js';

/** A content word or name of a sentence; figures and times are separate. */
export interface Term extends TokenRange {
  readonly kind: 'name' | 'noun' | 'verb' | 'modifier';
  /** The dictionary form; for a name, its words in lower case, as written or in the known form. */
  readonly word: string;
  readonly entity?: Entity;
  /** Others who share the name: for “Roe”, everybody of that surname. Absent if there are none. */
  readonly others?: readonly Entity[];
  /** The well-known place of this name, if it is not in the sources. */
  readonly place?: KnownPlace;
  /** True for “Kazakh” as a form of Kazakhstan. */
  readonly demonym: boolean;
  /** True for the antecedent of a pronoun or of “the group”. */
  readonly resolved: boolean;
  /** Its weight in the sentence, 0 to 1, regardless of rarity. */
  readonly weight: number;
}

/** Light words, which any sentence may have. */
const LIGHT_WORDS = wordSet(
  'be have do make take get go come give put use say tell add report state announce note suggest explain describe accord think believe know see show become remain seem appear include involve continue begin start keep set let bring hold way part lot kind sort thing time year day week month people man woman number other more most many much some such also just only even still yet again now then here there as than about very well back so too however meanwhile ago later earlier recently last next first new several same own likely able one',
);

const WEIGHTS = { name: 1, noun: 0.8, verb: 0.7, modifier: 0.5 } as const;
/** The weight of a light word; all others weigh more. */
export const LIGHT_WEIGHT = 0.2;

/** Plurals that the tagger may take for names at the head of a sentence. */
const PLURALS = new Map([
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
]);

/** The terms of a sentence, in order. The words of `taken`, its figures and times, are left out. */
export function termsIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  taken: readonly (TimeExpression | Quantity)[],
): readonly Term[] {
  const used = new Uint8Array(tokens.length);
  for (const { first, last } of taken) used.fill(1, first, last + 1);
  const terms: Term[] = [];
  for (const figure of taken) {
    const unit = unitOf(figure);
    if (unit === undefined) continue;
    used.fill(1, unit.first, unit.last + 1);
    // One word for “km” and “kilometres”.
    terms.push(wordTerm('noun', unit.first, unit.last, unit.name));
  }
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
    // In “Mayor Ida Ruud” the title is not another name.
    if (people.has(name.last + 1) && isPersonTitle(tokens[name.last]?.text ?? '')) continue;
    used.fill(1, name.first, name.last + 1);
    terms.push(name);
  }
  for (const [at, token] of tokens.entries()) {
    if (used[at] === 1 || token.kind !== 'word') continue;
    const kind = kindOf(token);
    // The verb “miss” is not the title.
    if (kind === undefined || (isCourtesyTitle(token.text) && token.tag !== 'VERB')) continue;
    const word = PLURALS.get(token.lemma) ?? token.lemma.toLowerCase();
    terms.push(wordTerm(kind, at, at, word));
  }
  return terms.sort((a, b) => a.first - b.first);
}

function unitOf(
  figure: TimeExpression | Quantity,
): (TokenRange & { readonly name: string }) | undefined {
  if (!('unitTokens' in figure) || !isMeasure(figure.unit)) return undefined;
  return { ...figure.unitTokens, name: figure.unit };
}

function wordTerm(
  kind: Exclude<Term['kind'], 'name'>,
  first: number,
  last: number,
  word: string,
): Term {
  const isLight = LIGHT_WORDS.has(word) || word.length < 2;
  const weight = isLight ? LIGHT_WEIGHT : WEIGHTS[kind];
  return { kind, first, last, word, demonym: false, resolved: false, weight };
}

function withoutPossessive(tokens: readonly Token[], last: number): number {
  return tokens[last]?.lemma === "'s" ? last - 1 : last;
}

function kindOf(token: Token): Exclude<Term['kind'], 'name'> | undefined {
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

/** Runs of capitalised words outside known names. */
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
    const isOpening = first === opens && first === at && place === undefined;
    if (isOpening && !mayNameAtOpening(tokens[first], word)) continue;
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

/** False for an English word at the head of a sentence, even if the tagger takes it for a name. */
function mayNameAtOpening(token: Token | undefined, word: string): boolean {
  const isPlural = word.endsWith('s') && isEnglishWordOrPlural(word);
  return (
    !isPlural &&
    !isThesaurusWord(PLURALS.get(word) ?? token?.lemma ?? '') &&
    /^(?:PROPN|NOUN|X)$/u.test(token?.tag ?? '')
  );
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
    !isCourtesyTitle(token.text)
  );
}

/** True for “of” and hyphens between capitalised words: “Bank of England”, “Nagorno-Karabakh”. */
function joins(tokens: readonly Token[], used: Uint8Array, at: number): boolean {
  const next = tokens[at + 1];
  const joint = next?.text === 'of' || (next?.text === '-' && next.start === tokens[at]?.end);
  return joint && capital(tokens, used, at + 2);
}
