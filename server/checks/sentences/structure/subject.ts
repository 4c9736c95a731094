import { isEnglishWord } from '../../../prose/dictionary.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import { grammar } from '../../../prose/grammar/grammar.js';
import type { Token } from '../../../prose/tokens.js';
import { type GrammaticalNumber, numberOfNoun } from './nounNumber.js';
import { childWithRelation, predicateOf, subtreeOf } from './tree.js';
import { isCoordinator, isSubjectPronoun } from '../../../lexicon/functionWords.js';
import { startsWithCapital } from '../../../prose/letterCase.js';
import { isPunctuation, isNominal, lower, marksPerson } from './words.js';

/** The subject of a verb, according to a dependency tree. */
export interface Subject {
  /** The index of its head. */
  readonly at: number;
  readonly head: Token;
  readonly number: GrammaticalNumber;
}

/**
 * The subject of the verb at `index`; `undefined` if another verb governs it or the tree has none.
 */
export function subjectOf(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
): Subject | undefined {
  if (!/^VB[ZPD]?$/u.test(tree.xpos(index))) return undefined;
  // “Which bus are they on?”
  if (isSubjectPronoun(tokens[index + 1]) || lower(tokens[index + 1]) === 'you') return undefined;
  const predicate = predicateOf(tree, index);
  if (hasAuxiliaryBefore(tree, predicate, index)) return undefined;
  const there = childWithRelation(tree, predicate, /^expl/u);
  if (there !== undefined && lower(tokens[there]) === 'there' && there < index) {
    const what = tree
      .childrenOf(predicate)
      .find((child) => child > index && /^(?:nsubj|obj)/u.test(tree.relation(child)));
    return what === undefined ? undefined : subjectAt(tree, tokens, what, tokens.length);
  }
  const subject = tree
    .childrenOf(predicate)
    .findLast((child) => child < index && /^[nc]subj/u.test(tree.relation(child)));
  if (subject === undefined || childWithRelation(tree, subject, /^case/u) !== undefined)
    return undefined;
  const isRelative =
    /^(?:who|which|that)$/u.test(lower(tokens[subject])) &&
    tree.relation(predicate) === 'acl:relcl';
  return subjectAt(tree, tokens, isRelative ? tree.head(predicate) : subject, index);
}

/** True if an auxiliary, modal or “to” before the verb carries the agreement instead. */
function hasAuxiliaryBefore(tree: Analysis, predicate: number, index: number): boolean {
  return tree
    .childrenOf(predicate)
    .some(
      (child) =>
        child < index && (tree.relation(child).startsWith('aux') || tree.xpos(child) === 'TO'),
    );
}

function subjectAt(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  verb: number,
): Subject | undefined {
  const quantified = isQuantifier(tokens[index])
    ? childWithRelation(tree, index, /^nmod/u)
    : undefined;
  const at = quantified ?? index;
  const head = tokens[at];
  if (head === undefined) return undefined;
  return { at, head, number: numberOfPhraseAt(tree, tokens, at, verb) };
}

/** “99 percent of the trade”, “most of the towns”: the number is that of the noun after “of”. */
function isQuantifier(token: Token | undefined): boolean {
  return /^(?:percent|cent|%|most|all|some|half|part|much|rest)$/u.test(lower(token));
}

/**
 * The number of the noun phrase around the noun or pronoun at `index`, as the subject of the verb
 * at `verb`; `undefined` if either number is possible.
 */
export function numberOfPhraseAt(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  verb: number,
): GrammaticalNumber {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (lower(tokens[index + 1]) === 'of') {
    // “One of the drivers is”, “each of the houses has”; “two of the roads are”
    if (/^(?:one|each)$/u.test(lower(token))) return 'singular';
    if (token.tag === 'NUM') return 'plural';
  }
  const joined = tree
    .childrenOf(index)
    .filter((child) => tree.relation(child) === 'conj' && child < verb && isNominal(tokens[child]));
  if (joined.length > 0) return numberOfCoordination(tree, tokens, [index, ...joined]);
  if (token.tag === 'PRON' || token.tag === 'DET') return numberOfPronoun(lower(token));
  const determiners = tree
    .childrenOf(index)
    .filter((child) => tree.relation(child).startsWith('det'))
    .map((child) => lower(tokens[child]));
  const number = numberOfNoun(token);
  if (number === 'singular' && (tree.xpos(index) !== 'NN' || !isEnglishWord(token.text)))
    return undefined;
  if (number === 'plural' && tree.xpos(index) !== 'NNS' && token.lower.endsWith('s'))
    return undefined;
  // “Barnes was …”: a surname. “Calder Ferries is …”: a company.
  if (
    number === 'plural' &&
    startsWithCapital(token) &&
    !(isFirstWord(tokens, index) && isUsuallyPluralNoun(token))
  )
    return undefined;
  if (token.tag === 'PROPN') return isPerson(tree, tokens, index) ? 'singular' : undefined;
  // “An investigator wheels away …”: the plural may be a verb.
  const contrary = number === 'singular' ? PLURAL_DETERMINER : SINGULAR_DETERMINER;
  if (determiners.some((word) => contrary.test(word))) return undefined;
  if (number !== 'singular') return number;
  // “Spring and late autumn are …”: the parser may read this as one noun.
  const isOneOfSeveral = tokens.slice(subtreeOf(tree, index).first, index).some(isCoordinator);
  // A capitalised noun is a name, perhaps of a team: “City were ahead”.
  const isName = startsWithCapital(token) && index > 0;
  const isCounted = childWithRelation(tree, index, /^nummod/u) !== undefined;
  return isOneOfSeveral || isName || isCounted ? undefined : number;
}

const PLURAL_DETERMINER = /^(?:these|those|both|many|several|few|all)$/u;
const SINGULAR_DETERMINER = /^(?:a|an|this|that|another|every|each)$/u;

/** True for the first word of a sentence, whose capital says nothing about the word. */
function isFirstWord(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).every(isPunctuation);
}

/** True for a word whose most common tag is plural noun. */
function isUsuallyPluralNoun({ text }: Token): boolean {
  return grammar().usualTags(text.toLowerCase())[0] === 'NOUN/NNS';
}

/** Nouns joined by “and” are plural if each is plural or has a determiner of its own. */
function numberOfCoordination(
  tree: Analysis,
  tokens: readonly Token[],
  heads: readonly number[],
): GrammaticalNumber {
  const isPlainAnd = heads.slice(1).every((head) => {
    const coordinator = childWithRelation(tree, head, /^cc/u);
    return coordinator === undefined || lower(tokens[coordinator]) === 'and';
  });
  if (heads.some((head) => childWithRelation(tree, head, /^case/u) !== undefined)) return undefined;
  const [first = 0] = heads;
  const hasPreconjunction = childWithRelation(tree, first, /^cc:preconj$/u) !== undefined;
  const last = heads.at(-1) ?? first;
  const isSeparated = tokens
    .slice(first, last)
    .some(({ text }) => /^(?:-|–|—|--|;|:)$/u.test(text));
  if (!isPlainAnd || hasPreconjunction || isSeparated) return undefined;
  return heads.every((head) => {
    const token = tokens[head];
    if (token?.tag !== 'NOUN') return false;
    const determiner = childWithRelation(tree, head, /^(?:det|nmod:poss)/u);
    return (
      numberOfNoun(token) === 'plural' ||
      (determiner !== undefined && /^(?:the|his|her|their|its)$/u.test(lower(tokens[determiner])))
    );
  })
    ? 'plural'
    : undefined;
}

function numberOfPronoun(word: string): GrammaticalNumber {
  if (
    /^(?:he|she|it|this|every(?:one|body|thing)|some(?:one|body|thing)|any(?:one|body|thing)|no(?:body|thing))$/u.test(
      word,
    )
  )
    return 'singular';
  return /^(?:they|we|these|those)$/u.test(word) ? 'plural' : undefined;
}

/** True for the name of one person, shown by an honorific, an office or an initial. */
function isPerson(tree: Analysis, tokens: readonly Token[], index: number): boolean {
  const parts = tree
    .childrenOf(index)
    .filter((child) => /^(?:flat|compound|amod|nmod:desc)/u.test(tree.relation(child)));
  return [index, ...parts].some((at) => marksPerson(tokens[at]));
}
