import { isEnglishWord } from '../../../prose/dictionary.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import { grammar } from '../../../prose/grammar/grammar.js';
import type { Token } from '../../../prose/tokens.js';
import { type GrammaticalNumber, numberOfNoun } from './nounNumber.js';
import { childBy, predicateOf, reachOf } from './tree.js';
import {
  isCapitalised,
  isCoordinator,
  isMark,
  isNominal,
  isSubjectPronoun,
  lower,
} from './words.js';

/** What a verb speaks of, as a tree has it. */
export interface Subject {
  /** The index of its head. */
  readonly at: number;
  /** The index of the word that shares it out, as “half” does in “half of the towns”; else its own. */
  readonly from: number;
  readonly head: Token;
  readonly number: GrammaticalNumber;
  /** How it stands to the verb: before it, after “there is”, or described by a clause that the verb is in. */
  readonly place: 'before' | 'after' | 'described';
}

/** What the verb at `index` speaks of; `undefined` where another verb governs it, or the tree has nothing. */
export function subjectOf(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
): Subject | undefined {
  if (!/^VB[ZPD]?$/u.test(tree.xpos(index))) return undefined;
  // “Which bus are they on?”
  if (isSubjectPronoun(tokens[index + 1]) || lower(tokens[index + 1]) === 'you') return undefined;
  const predicate = predicateOf(tree, index);
  if (hangsOn(tree, predicate, index)) return undefined;
  const there = childBy(tree, predicate, /^expl/u);
  if (there !== undefined && lower(tokens[there]) === 'there' && there < index) {
    const what = tree
      .childrenOf(predicate)
      .find((child) => child > index && /^(?:nsubj|obj)/u.test(tree.relation(child)));
    return what === undefined ? undefined : subjectAt(tree, tokens, what, tokens.length, 'after');
  }
  const subject = tree
    .childrenOf(predicate)
    .findLast((child) => child < index && /^[nc]subj/u.test(tree.relation(child)));
  if (subject === undefined || childBy(tree, subject, /^case/u) !== undefined) return undefined;
  if (/^(?:who|which|that)$/u.test(lower(tokens[subject])) && tree.upos(subject) === 'PRON') {
    const described = tree.head(predicate);
    if (tree.relation(predicate) === 'acl:relcl')
      return subjectAt(tree, tokens, described, index, 'described');
  }
  return subjectAt(tree, tokens, subject, index, 'before');
}

/** True where an auxiliary, modal or “to” before the verb takes its form from it. */
function hangsOn(tree: Analysis, predicate: number, index: number): boolean {
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
  place: Subject['place'],
): Subject | undefined {
  const shared = isShare(tokens[index]) ? childBy(tree, index, /^nmod/u) : undefined;
  const at = shared ?? index;
  const head = tokens[at];
  if (head === undefined) return undefined;
  return { at, from: index, head, number: numberAt(tree, tokens, at, verb), place };
}

/** “99 percent of the trade”, “most of the towns”: the number is that of what is shared. */
function isShare(token: Token | undefined): boolean {
  return /^(?:percent|cent|%|most|all|some|half|part|much|rest)$/u.test(lower(token));
}

/** “One of the drivers is”, “each of the houses has”. */
function isOneOfMany(tree: Analysis, tokens: readonly Token[], index: number): boolean {
  return (
    /^(?:one|each)$/u.test(lower(tokens[index])) &&
    lower(tokens[index + 1]) === 'of' &&
    tree.head(index + 1) > index
  );
}

/** Whether the noun phrase around the noun or pronoun at `index` is one or many for the verb at `verb`; `undefined` where that is open. */
export function numberAt(
  tree: Analysis,
  tokens: readonly Token[],
  index: number,
  verb: number,
): GrammaticalNumber {
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (isOneOfMany(tree, tokens, index)) return 'singular';
  const joined = tree
    .childrenOf(index)
    .filter((child) => tree.relation(child) === 'conj' && child < verb && isNominal(tokens[child]));
  if (joined.length > 0) return numberOfJoined(tree, tokens, [index, ...joined]);
  if (token.tag === 'PRON' || token.tag === 'DET') return numberOfPronoun(lower(token));
  const determiners = tree
    .childrenOf(index)
    .filter((child) => tree.relation(child).startsWith('det') && child < index)
    .map((child) => lower(tokens[child]));
  const number = numberOfNoun(token);
  if (number !== undefined && isTaggedOtherwise(tree.xpos(index), token, number)) return undefined;
  // “Barnes was …”: a surname. “Calder Ferries is …”: a firm.
  if (
    number === 'plural' &&
    isCapitalised(token) &&
    !(opens(tokens, index) && isUsualPlural(token))
  )
    return undefined;
  if (token.tag === 'PROPN') return isPerson(tree, tokens, index) ? 'singular' : undefined;
  if (number === 'singular') {
    // “Spring and late autumn are …”: the parser may see one noun.
    const { first } = reachOf(tree, index);
    if (tokens.slice(first, index).some(isCoordinator)) return undefined;
    // A capital makes it a name, which may be a team's: “City were ahead”.
    if (isCapitalised(token) && index > 0) return undefined;
    const counted = tree
      .childrenOf(index)
      .some((child) => tree.relation(child).startsWith('nummod'));
    if (
      counted ||
      determiners.some((word) => /^(?:these|those|both|many|several|few|all)$/u.test(word))
    )
      return undefined;
  }
  // “An investigator wheels away …”: the last word may be a verb.
  if (
    number === 'plural' &&
    determiners.some((word) => /^(?:a|an|this|that|another|every|each)$/u.test(word))
  )
    return undefined;
  return number;
}

/** True for a word without which no subject is of that number, see `numberAt`: one that has it itself, or joins several. */
export function mayMakeSubject(token: Token, number: 'singular' | 'plural'): boolean {
  const word = lower(token);
  return (
    numberOfNoun(token) === number ||
    numberOfPronoun(word) === number ||
    (number === 'plural' ? isCoordinator(token) : /^(?:one|each)$/u.test(word) || isOfPerson(token))
  );
}

/** True for the first word of a sentence, which has its capital from there. */
function opens(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(0, index).every(isMark);
}

/** True for a word that is seldom anything but a plural noun. */
function isUsualPlural({ text }: Token): boolean {
  return grammar().usualTags(text.toLowerCase())[0] === 'NOUN/NNS';
}

/** True where the ending told one number and the tag tells the other. */
function isTaggedOtherwise(tag: string, token: Token, number: GrammaticalNumber): boolean {
  if (number === 'singular') return tag !== 'NN' || !isEnglishWord(token.text);
  return tag !== 'NNS' && lower(token).endsWith('s');
}

/** Several joined by “and” are many where each is, or where each has its own “the”. */
function numberOfJoined(
  tree: Analysis,
  tokens: readonly Token[],
  heads: readonly number[],
): GrammaticalNumber {
  const plain = heads.slice(1).every((head) => {
    const joint = childBy(tree, head, /^cc/u);
    return joint === undefined || lower(tokens[joint]) === 'and';
  });
  if (heads.some((head) => childBy(tree, head, /^case/u) !== undefined)) return undefined;
  const [first = 0] = heads;
  const opens = tree.childrenOf(first).some((child) => tree.relation(child) === 'cc:preconj');
  const last = heads.at(-1) ?? first;
  const parted = tokens.slice(first, last).some(({ text }) => /^(?:-|–|—|--|;|:)$/u.test(text));
  if (!plain || opens || parted) return undefined;
  return heads.every((head) => {
    const token = tokens[head];
    if (token?.tag !== 'NOUN') return false;
    const determiner = childBy(tree, head, /^(?:det|nmod:poss)/u);
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

/** One person: a name with an honorific, an office or an initial. */
function isPerson(tree: Analysis, tokens: readonly Token[], index: number): boolean {
  const parts = tree
    .childrenOf(index)
    .filter((child) => /^(?:flat|compound|amod|nmod:desc)/u.test(tree.relation(child)));
  return [index, ...parts].some((at) => isOfPerson(tokens[at]));
}

/** True for an honorific, an office or an initial. */
export function isOfPerson(token: Token | undefined): boolean {
  return /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Professor|President|Senator|Minister|Judge|Justice|Governor|Mayor)\.?$|^\p{Lu}\.$/u.test(
    token?.text ?? '',
  );
}
