import { isNegation } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import type { TokenRange } from '../../../prose/tokenRange.js';
import type { Token } from '../../../prose/tokens.js';
import { type ClauseTree, OPEN_VERBS } from './clauseTree.js';

/** A verb with its auxiliaries and its “not”. */
export interface VerbGroup extends TokenRange {
  readonly negated: boolean;
  /** True if the group is only a form of “be”. */
  readonly copula: boolean;
  readonly certainty: Certainty;
}

/**
 * The certainty of a verb group: something happened (`past`), happens (`present`), is to happen
 * (`planned`: “will open”, “plans to open”) or may happen (`possible`).
 */
export type Certainty = 'past' | 'present' | 'planned' | 'possible';

const REFUSALS = wordSet('fail refuse decline');
/** Those that leave the outcome open, and those that assert it. */
const TRIES = wordSet('seem appear hope try attempt threaten wish ask urge');
const DOES = wordSet('tend continue begin start go have use need fail refuse decline decide');
/**
 * Heads of infinitives that are still to happen. After the event-selecting predicates of Saurí and
 * Pustejovsky (2009).
 */
const PROSPECTS = wordSet(
  'plan proposal decision bid attempt effort promise pledge offer call intention permission order deal agreement ' +
    'chance right deadline vote due likely unlikely ready about set bound eager keen ask tell urge request',
);
const WILL = /^(?:will|would|shall|should|must|ought|['’](?:ll|d))$/iu;
const MAY = /^(?:may|might|could)$/iu;
const NEAR_NEGATION = /^(?:hardly|scarcely|barely)$/u;
/** True for “not”, “never”, “hardly” and the like. */
function negates(token: Token | undefined): boolean {
  return isNegation(token) || NEAR_NEGATION.test(token?.lower ?? '');
}

/** The group of a predicate. */
export function verbGroup(tree: ClauseTree, at: number): VerbGroup {
  const opening = tree.opening(at);
  const verb = tree.verbOf(at);
  const parts = [verb];
  for (const of of opening === undefined ? [at] : [opening, at]) {
    if (of !== at) parts.push(tree.verbOf(of));
    parts.push(...helpers(tree, of));
  }
  const lemma = opening === undefined ? '' : tree.analysis.lemma(opening);
  return {
    first: Math.min(...parts),
    last: Math.max(...parts.filter((part) => part <= verb + 1)),
    negated:
      REFUSALS.has(lemma) ||
      isNoLonger(tree, at) ||
      parts.some((part) => negates(tree.tokens[part])),
    copula:
      tree.analysis.lemma(verb) === 'be' &&
      parts.every((part) => tree.analysis.upos(part) !== 'VERB' || part === verb),
    certainty: certainty(tree, at, opening, parts),
  };
}

function isNoLonger(tree: ClauseTree, at: number): boolean {
  return tree.analysis
    .childrenOf(at)
    .some(
      (child) => tree.tokens[child]?.text === 'longer' && tree.tokens[child - 1]?.text === 'no',
    );
}

function certainty(
  tree: ClauseTree,
  at: number,
  opening: number | undefined,
  parts: readonly number[],
): Certainty {
  const has = (words: RegExp): boolean =>
    parts.some((part) => words.test(tree.tokens[part]?.text ?? ''));
  const colour = opening === undefined ? '' : tree.analysis.lemma(opening);
  const supposed = tree
    .children(at, /^mark/u)
    .some((mark) => /^(?:if|unless|whether)$/iu.test(tree.tokens[mark]?.text ?? ''));
  const nearly = tree
    .children(at, /^advmod/u)
    .some((child) => /^(?:nearly|almost)$/iu.test(tree.tokens[child]?.text ?? ''));
  if (has(MAY) || TRIES.has(colour) || supposed || nearly) return 'possible';
  if (has(WILL) || (opening !== undefined && !DOES.has(colour))) return 'planned';
  // “Going to open” is still to happen, “went to live there” is not.
  if (colour === 'go' && tree.analysis.xpos(opening ?? at) === 'VBG') return 'planned';
  if (opening === undefined && isProspect(tree, at, parts)) return 'planned';
  if (isDemanded(tree, at, parts)) return 'planned';
  if (parts.some((part) => tree.analysis.xpos(part).startsWith('VBD'))) return 'past';
  const done = parts.some((part) => tree.analysis.xpos(part) === 'VBN');
  // “Has been paved” is past, “is paved” is present.
  const is = parts.some(
    (part) =>
      tree.analysis.lemma(part) === 'be' &&
      tree.analysis.xpos(part) !== 'VBN' &&
      part !== tree.verbOf(at),
  );
  return done && !is ? 'past' : 'present';
}

/** True for “to open” in “a plan to open”, “due to open”, “voted to open”, “is to open”. */
function isProspect(tree: ClauseTree, at: number, parts: readonly number[]): boolean {
  const to = parts.find((part) => tree.tokens[part]?.lower === 'to');
  // A tree with “plans” as a noun (“the city plans to build”) has no marker.
  const first = to ?? (tree.tokens[at - 1]?.lower === 'to' ? at - 1 : undefined);
  if (first === undefined) return false;
  const before = tree.analysis.lemma(first - 1);
  return (
    PROSPECTS.has(before) ||
    (before !== 'have' && OPEN_VERBS.has(before) && !DOES.has(before)) ||
    PROSPECTS.has(tree.analysis.lemma(tree.analysis.head(at)))
  );
}

/** True for a subjunctive: “on condition that the choir sell”, “asked that no school be closed”. */
function isDemanded(tree: ClauseTree, at: number, parts: readonly number[]): boolean {
  const isIn = tree.children(at, /^mark/u).some((mark) => tree.tokens[mark]?.lower === 'that');
  if (!isIn) return false;
  const first = Math.min(...parts.filter((part) => !negates(tree.tokens[part])));
  const [subject = -1] = tree.children(at, /^nsubj/u);
  return (
    tree.tokens[first]?.lower === 'be' ||
    (first === tree.verbOf(at) &&
      tree.tokens[first]?.lower === tree.analysis.lemma(first) &&
      /^VBP?$/u.test(tree.analysis.xpos(first)) &&
      (/^NNP?$/u.test(tree.analysis.xpos(subject)) ||
        /^(?:he|she|it)$/u.test(tree.tokens[subject]?.lower ?? '')))
  );
}

/** Auxiliaries, “not” and the “to” of an infinitive. */
function helpers(tree: ClauseTree, at: number): readonly number[] {
  return tree.analysis.childrenOf(at).filter((child) => {
    const relation = tree.analysis.relation(child);
    if (/^(?:aux|cop)/u.test(relation)) return true;
    if (relation === 'mark') return tree.analysis.lemma(child) === 'to';
    return relation === 'advmod' && negates(tree.tokens[child]);
  });
}
