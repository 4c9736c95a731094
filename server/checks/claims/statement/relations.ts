import type { TokenRange } from '../../../prose/tokenRange.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import type { Token } from '../../../prose/tokens.js';
import { ClauseTree } from './clauseTree.js';
import type { Term } from './terms.js';
import { type VerbGroup, verbGroup } from './verbGroups.js';

/** A verb with its clause; other clauses may be nested between its first and its last token. */
export interface RelationClause extends TokenRange {
  /** The token of the main verb; for “is a teacher”, that of “is”. */
  readonly head: number;
  readonly group: VerbGroup;
  /** How the clause depends on another. */
  readonly link:
    'main' | 'coordinate' | 'relative' | 'subordinate' | 'complement' | 'participle' | 'infinitive';
  /** The head tokens of the subject; more than one if they are coordinated. */
  readonly subjects: readonly number[];
}

/**
 * A relation between two words, as token indices. `subject` is the agent and `object` the patient,
 * in the passive too; `modifier` is a name before its noun; `is` links a subject to its complement;
 * `of` is an owner, or a noun's “of”; `apposition` is a noun after a comma; all others are
 * prepositions as written.
 */
export interface Relation {
  readonly kind: string;
  readonly head: number;
  readonly dependent: number;
}

/** The grammar of a sentence, as far as claims need it. */
export interface ClauseGrammar {
  /** In order of their first tokens. */
  readonly clauses: readonly RelationClause[];
  readonly relations: readonly Relation[];
}

/**
 * Reads the clauses and relations of a sentence from its dependency tree; `analysis` is of the same
 * tokens.
 */
export function grammarOf(
  tokens: readonly Token[],
  terms: readonly Term[],
  analysis: Analysis,
): ClauseGrammar {
  const tree = new ClauseTree(tokens, terms, analysis);
  const all = tree.tokens.map((_, at) => at);
  const predicates = all.filter((at) => tree.isPredicate(at) && !tree.isOpening(at));
  return {
    clauses: clauses(tree, predicates),
    relations: [
      ...predicates.flatMap((at) => verbRelations(tree, at)),
      ...all
        .filter((at) => !tree.isPredicate(at) || tree.analysis.upos(at) !== 'VERB')
        .flatMap((at) => nounRelations(tree, at)),
    ],
  };
}

function clauses(tree: ClauseTree, predicates: readonly number[]): readonly RelationClause[] {
  const owner = owners(tree, predicates);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [at, predicate] of owner.entries()) {
    if (tree.analysis.upos(at) === 'PUNCT') continue;
    if (!first.has(predicate)) first.set(predicate, at);
    last.set(predicate, at);
  }
  return predicates
    .map((at) => ({
      first: first.get(at) ?? at,
      last: last.get(at) ?? at,
      head: tree.verbOf(at),
      group: verbGroup(tree, at),
      link: link(tree, tree.opening(at) ?? at),
      subjects: tree.subjects(at),
    }))
    .sort((a, b) => a.first - b.first || b.last - a.last);
}

/** For each token the predicate whose clause it belongs to, or -1. */
function owners(tree: ClauseTree, predicates: readonly number[]): readonly number[] {
  const known = new Set(predicates);
  return tree.tokens.map((_, token) => {
    for (let at = token, steps = 0; at >= 0 && steps < tree.tokens.length; steps++) {
      if (known.has(at)) return at;
      at = tree.openedBy(at) ?? tree.analysis.head(at);
    }
    return -1;
  });
}

function link(tree: ClauseTree, at: number): RelationClause['link'] {
  const relation = tree.analysis.relation(at);
  if (relation.startsWith('acl:relcl') || tree.hasRelative(at)) return 'relative';
  if (relation.startsWith('conj')) return 'coordinate';
  if (relation.startsWith('xcomp')) return 'infinitive';
  if (/^(?:ccomp|csubj)/u.test(relation)) return 'complement';
  if (relation === 'root' || relation.startsWith('parataxis')) return 'main';
  if (
    tree.children(at, /^mark/u).some((mark) => tree.analysis.lemma(mark) === 'to') &&
    !tree.hasSubject(at)
  )
    return 'infinitive';
  if (tree.children(at, /^(?:nsubj|csubj|aux|cop|mark)/u).length === 0) return 'participle';
  return tree.children(at, /^cc/u).length > 0 ? 'coordinate' : 'subordinate';
}

function verbRelations(tree: ClauseTree, at: number): readonly Relation[] {
  const verb = tree.verbOf(at);
  const passive = tree.isPassive(at);
  const relations: Relation[] = [];
  const relate = (kind: string, dependents: readonly number[]): void => {
    for (const dependent of dependents.flatMap((one) => [one, ...nameOf(tree, one)])) {
      if (dependent !== verb) relations.push({ kind, head: verb, dependent });
    }
  };
  const winner = winnerOver(tree, at);
  relate(passive || winner !== undefined ? 'object' : 'subject', tree.subjects(at));
  if (verb !== at) relate('is', tree.joined(at));
  const opening = tree.opening(at);
  for (const child of [
    ...tree.analysis.childrenOf(at),
    ...(opening === undefined ? [] : tree.analysis.childrenOf(opening)),
  ]) {
    const relation = tree.analysis.relation(child);
    if (!/^(?:obj|iobj|obl|xcomp)/u.test(relation) || tree.isPredicate(child)) continue;
    const kind = tree.preposition(child);
    if (kind !== undefined) {
      const isDoer = (kind === 'by' && passive) || child === winner;
      relate(isDoer ? 'subject' : kind, tree.joined(child));
    } else if (relation === 'obl:agent') relate('subject', tree.joined(child));
    else if (!relation.startsWith('obl')) relate('object', objects(tree, at, child));
  }
  relations.push(...eitherWay(tree, at));
  return relations;
}

/** The name in apposition to a noun: “the holder, Piotr Zych”. */
function nameOf(tree: ClauseTree, noun: number): readonly number[] {
  if (tree.named[noun] !== -1) return [];
  return tree.children(noun, /^appos/u).filter((child) => tree.named[child] !== -1);
}

/** The winner after “lost to”: the agent, as in a passive. */
function winnerOver(tree: ClauseTree, at: number): number | undefined {
  if (tree.analysis.lemma(at) !== 'lose') return undefined;
  return tree
    .children(at, /^obl/u)
    .find((child) => tree.preposition(child) === 'to' && tree.named[child] !== -1);
}

/**
 * Prepositional attachment is a tree's most frequent error, so what follows a noun of the clause
 * (“pay a visit to Lima”) is attached to both the verb and the noun.
 */
function eitherWay(tree: ClauseTree, at: number): readonly Relation[] {
  const verb = tree.verbOf(at);
  const nouns = tree
    .children(at, /^(?:obj|iobj|obl|nsubj)/u)
    .filter((child) => !tree.isPredicate(child));
  return nouns.flatMap((noun) => [
    ...tree.children(noun, /^nmod(?!:poss)/u).flatMap((below) => prepositional(tree, verb, below)),
    ...nouns
      .filter((other) => other > noun && noun > verb && tree.beginOf(other) === noun + 1)
      .flatMap((other) => prepositional(tree, tree.bearer(noun), other)),
  ]);
}

function prepositional(tree: ClauseTree, head: number, noun: number): readonly Relation[] {
  const kind = tree.preposition(noun);
  if (kind === undefined || kind === 'of' || noun < head) return [];
  return tree.joined(noun).map((dependent) => ({ kind, head, dependent }));
}

function objects(tree: ClauseTree, at: number, object: number): readonly number[] {
  return tree.antecedent(at, object) ?? tree.joined(object);
}

/** The owners, prepositional phrases and name modifiers of a noun. */
function nounRelations(tree: ClauseTree, at: number): readonly Relation[] {
  const head = tree.bearer(at);
  const relations: Relation[] = [];
  const relate = (kind: string, dependents: readonly number[]): void => {
    for (const dependent of dependents) {
      if (dependent !== head) relations.push({ kind, head, dependent });
    }
  };
  if (tree.isOwner(at) && !tree.analysis.relation(at).startsWith('nmod')) {
    const owned = ownedAfter(tree, at);
    if (owned !== undefined) relations.push({ kind: 'of', head: owned, dependent: head });
  }
  for (const child of tree.analysis.childrenOf(at)) {
    const relation = tree.analysis.relation(child);
    if (relation.startsWith('nmod:poss') || tree.isOwner(child)) relate('of', tree.joined(child));
    else if (relation.startsWith('appos')) relate('apposition', [tree.bearer(child)]);
    else if (relation.startsWith('nmod')) {
      const kind = tree.preposition(child);
      if (kind !== undefined) relate(kind, tree.joined(child));
      else relate('modifier', nameBefore(tree, child, at));
    } else if (/^(?:amod|compound)/u.test(relation))
      relate('modifier', nameBefore(tree, child, at));
  }
  return relations;
}

/** The name that modifies a noun, unless the noun belongs to it: “Peru” in “the Peru delegation”. */
function nameBefore(tree: ClauseTree, child: number, noun: number): readonly number[] {
  const name = tree.named[child] ?? -1;
  return name >= 0 && name !== (tree.named[noun] ?? -1) ? [name] : [];
}

/** The head noun after an owner. */
function ownedAfter(tree: ClauseTree, at: number): number | undefined {
  let noun: number | undefined;
  for (let next = at + 2; next < tree.tokens.length; next++) {
    const tag = tree.analysis.upos(next);
    if (tag === 'NOUN') noun = next;
    else if (!/^(?:ADJ|ADV|NUM)$/u.test(tag)) break;
  }
  return noun;
}
