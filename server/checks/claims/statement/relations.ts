import {
  isNegation,
  isPossessiveEnding,
  isRelativePronoun,
} from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import type { Token } from '../../../prose/tokens.js';
import type { Term } from './terms.js';
import type { TokenRange } from '../../../prose/tokenRange.js';

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
  return new TreeReader(tokens, terms, analysis).read();
}

/** Verbs that only qualify how certain or wanted the following infinitive is. */
const OPEN_VERBS = wordSet(
  'be expect plan schedule intend set seem appear want hope aim try attempt propose threaten promise pledge vow agree due prepare look seek wish decide ask urge tend continue begin start go have use need likely fail refuse decline',
);
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
/** Relations of a verb that does not form a clause: “growing influence”, “according to”. */
const NO_CLAUSE =
  /^(?:amod|compound|fixed|flat|goeswith|case|mark|aux|cop|det|nummod|advmod|punct)/u;

/** True for “not”, “never”, “hardly” and the like. */
function negates(token: Token | undefined): boolean {
  return isNegation(token) || NEAR_NEGATION.test(token?.lower ?? '');
}

class TreeReader {
  readonly #tokens: readonly Token[];
  readonly #tree: Analysis;
  /** The last token of the name that covers a token, or -1. */
  readonly #named: Int32Array;

  constructor(tokens: readonly Token[], terms: readonly Term[], tree: Analysis) {
    this.#tokens = tokens;
    this.#tree = tree;
    this.#named = new Int32Array(tokens.length).fill(-1);
    for (const { kind, first, last } of terms) {
      if (kind === 'name') this.#named.fill(last, first, last + 1);
    }
  }

  read(): ClauseGrammar {
    const all = this.#tokens.map((_, at) => at);
    const predicates = all.filter((at) => this.#isPredicate(at) && !this.#isOpening(at));
    return {
      clauses: this.#clauses(predicates),
      relations: [
        ...predicates.flatMap((at) => this.#verbRelations(at)),
        ...all
          .filter((at) => !this.#isPredicate(at) || this.#tree.upos(at) !== 'VERB')
          .flatMap((at) => this.#nounRelations(at)),
      ],
    };
  }

  #children(at: number, relation: RegExp): readonly number[] {
    return this.#tree.childrenOf(at).filter((child) => relation.test(this.#tree.relation(child)));
  }

  #isPredicate(at: number): boolean {
    const relation = this.#tree.relation(at);
    if (this.#children(at, /^cop/u).length > 0) return true;
    const tag = this.#tree.upos(at);
    return (tag === 'VERB' || tag === 'AUX') && !NO_CLAUSE.test(relation);
  }

  /** True for “plans” in “plans to travel”, which only qualifies the verb that depends on it. */
  #isOpening(at: number): boolean {
    return this.#openedBy(at) !== undefined;
  }

  #openedBy(at: number): number | undefined {
    if (!OPEN_VERBS.has(this.#tree.lemma(at))) return undefined;
    if (this.#children(at, /^(?:obj|cop)/u).length > 0) return undefined;
    return this.#children(at, /^xcomp/u).find(
      (child) =>
        this.#isPredicate(child) &&
        this.#children(child, /^mark/u).some((mark) => this.#tree.lemma(mark) === 'to'),
    );
  }

  /** The verb that qualifies a predicate, if any. */
  #opening(at: number): number | undefined {
    const head = this.#tree.head(at);
    return head >= 0 && this.#isPredicate(head) && this.#openedBy(head) === at ? head : undefined;
  }

  /** The token that represents a clause: the verb, or a form of “be”; in “is to open” the verb. */
  #verbOf(at: number): number {
    if (this.#tree.upos(at) === 'VERB') return at;
    return this.#children(at, /^cop/u).at(-1) ?? at;
  }

  #clauses(predicates: readonly number[]): readonly RelationClause[] {
    const owner = this.#owners(predicates);
    const first = new Map<number, number>();
    const last = new Map<number, number>();
    for (const [at, predicate] of owner.entries()) {
      if (this.#tree.upos(at) === 'PUNCT') continue;
      if (!first.has(predicate)) first.set(predicate, at);
      last.set(predicate, at);
    }
    return predicates
      .map((at) => ({
        first: first.get(at) ?? at,
        last: last.get(at) ?? at,
        head: this.#verbOf(at),
        group: this.#group(at),
        link: this.#link(this.#opening(at) ?? at),
        subjects: this.#subjects(at),
      }))
      .sort((a, b) => a.first - b.first || b.last - a.last);
  }

  /** For each token the predicate whose clause it belongs to, or -1. */
  #owners(predicates: readonly number[]): readonly number[] {
    const known = new Set(predicates);
    return this.#tokens.map((_, token) => {
      for (let at = token, steps = 0; at >= 0 && steps < this.#tokens.length; steps++) {
        if (known.has(at)) return at;
        at = this.#openedBy(at) ?? this.#tree.head(at);
      }
      return -1;
    });
  }

  #group(at: number): VerbGroup {
    const opening = this.#opening(at);
    const verb = this.#verbOf(at);
    const parts = [verb];
    for (const of of opening === undefined ? [at] : [opening, at]) {
      if (of !== at) parts.push(this.#verbOf(of));
      parts.push(...this.#helpers(of));
    }
    const lemma = opening === undefined ? '' : this.#tree.lemma(opening);
    return {
      first: Math.min(...parts),
      last: Math.max(...parts.filter((part) => part <= verb + 1)),
      negated:
        REFUSALS.has(lemma) ||
        this.#isNoLonger(at) ||
        parts.some((part) => negates(this.#tokens[part])),
      copula:
        this.#tree.lemma(verb) === 'be' &&
        parts.every((part) => this.#tree.upos(part) !== 'VERB' || part === verb),
      certainty: this.#certainty(at, opening, parts),
    };
  }

  #isNoLonger(at: number): boolean {
    return this.#tree
      .childrenOf(at)
      .some(
        (child) => this.#tokens[child]?.text === 'longer' && this.#tokens[child - 1]?.text === 'no',
      );
  }

  #certainty(at: number, opening: number | undefined, parts: readonly number[]): Certainty {
    const has = (words: RegExp): boolean =>
      parts.some((part) => words.test(this.#tokens[part]?.text ?? ''));
    const colour = opening === undefined ? '' : this.#tree.lemma(opening);
    const supposed = this.#children(at, /^mark/u).some((mark) =>
      /^(?:if|unless|whether)$/iu.test(this.#tokens[mark]?.text ?? ''),
    );
    const nearly = this.#children(at, /^advmod/u).some((child) =>
      /^(?:nearly|almost)$/iu.test(this.#tokens[child]?.text ?? ''),
    );
    if (has(MAY) || TRIES.has(colour) || supposed || nearly) return 'possible';
    if (has(WILL) || (opening !== undefined && !DOES.has(colour))) return 'planned';
    // “Going to open” is still to happen, “went to live there” is not.
    if (colour === 'go' && this.#tree.xpos(opening ?? at) === 'VBG') return 'planned';
    if (opening === undefined && this.#isProspect(at, parts)) return 'planned';
    if (this.#isDemanded(at, parts)) return 'planned';
    if (parts.some((part) => this.#tree.xpos(part).startsWith('VBD'))) return 'past';
    const done = parts.some((part) => this.#tree.xpos(part) === 'VBN');
    // “Has been paved” is past, “is paved” is present.
    const is = parts.some(
      (part) =>
        this.#tree.lemma(part) === 'be' &&
        this.#tree.xpos(part) !== 'VBN' &&
        part !== this.#verbOf(at),
    );
    return done && !is ? 'past' : 'present';
  }

  /** True for “to open” in “a plan to open”, “due to open”, “voted to open”, “is to open”. */
  #isProspect(at: number, parts: readonly number[]): boolean {
    const to = parts.find((part) => this.#tokens[part]?.lower === 'to');
    // A tree with “plans” as a noun (“the city plans to build”) has no marker.
    const first = to ?? (this.#tokens[at - 1]?.lower === 'to' ? at - 1 : undefined);
    if (first === undefined) return false;
    const before = this.#tree.lemma(first - 1);
    return (
      PROSPECTS.has(before) ||
      (before !== 'have' && OPEN_VERBS.has(before) && !DOES.has(before)) ||
      PROSPECTS.has(this.#tree.lemma(this.#tree.head(at)))
    );
  }

  /** True for a subjunctive: “on condition that the choir sell”, “asked that no school be closed”. */
  #isDemanded(at: number, parts: readonly number[]): boolean {
    const isIn = this.#children(at, /^mark/u).some((mark) => this.#tokens[mark]?.lower === 'that');
    if (!isIn) return false;
    const first = Math.min(...parts.filter((part) => !negates(this.#tokens[part])));
    const [subject = -1] = this.#children(at, /^nsubj/u);
    return (
      this.#tokens[first]?.lower === 'be' ||
      (first === this.#verbOf(at) &&
        this.#tokens[first]?.lower === this.#tree.lemma(first) &&
        /^VBP?$/u.test(this.#tree.xpos(first)) &&
        (/^NNP?$/u.test(this.#tree.xpos(subject)) ||
          /^(?:he|she|it)$/u.test(this.#tokens[subject]?.lower ?? '')))
    );
  }

  /** Auxiliaries, “not” and the “to” of an infinitive. */
  #helpers(at: number): readonly number[] {
    return this.#tree.childrenOf(at).filter((child) => {
      const relation = this.#tree.relation(child);
      if (/^(?:aux|cop)/u.test(relation)) return true;
      if (relation === 'mark') return this.#tree.lemma(child) === 'to';
      return relation === 'advmod' && negates(this.#tokens[child]);
    });
  }

  #link(at: number): RelationClause['link'] {
    const relation = this.#tree.relation(at);
    if (relation.startsWith('acl:relcl') || this.#hasRelative(at)) return 'relative';
    if (relation.startsWith('conj')) return 'coordinate';
    if (relation.startsWith('xcomp')) return 'infinitive';
    if (/^(?:ccomp|csubj)/u.test(relation)) return 'complement';
    if (relation === 'root' || relation.startsWith('parataxis')) return 'main';
    if (
      this.#children(at, /^mark/u).some((mark) => this.#tree.lemma(mark) === 'to') &&
      !this.#hasSubject(at)
    )
      return 'infinitive';
    if (this.#children(at, /^(?:nsubj|csubj|aux|cop|mark)/u).length === 0) return 'participle';
    return this.#children(at, /^cc/u).length > 0 ? 'coordinate' : 'subordinate';
  }

  /** True for “on whom it relies”, even if the tree misses it. */
  #hasRelative(at: number): boolean {
    return this.#children(at, /^(?:nsubj|obj|obl)/u).some((child) =>
      /^(?:who|whom|which)$/u.test(this.#tokens[child]?.text ?? ''),
    );
  }

  #hasSubject(at: number): boolean {
    return this.#children(at, /^(?:nsubj|csubj)/u).length > 0;
  }

  /** The subjects, of the clause or of the one that it depends on. */
  #subjects(at: number, depth = 0): readonly number[] {
    const opening = this.#opening(at);
    const own = this.#children(at, /^(?:nsubj|csubj)/u).filter(
      (child) => !this.#isPredicate(child) && !this.#isOwner(child),
    );
    // Of two subjects before the verb, the nearer is more often right.
    const subject = own.findLast((child) => child < at) ?? own[0];
    if (subject !== undefined) {
      const antecedent = this.#antecedent(at, subject);
      return antecedent ?? this.#joined(subject);
    }
    const head = this.#tree.head(at);
    if (depth > 8 || head < 0) return [];
    if (opening !== undefined) return this.#subjects(opening, depth + 1);
    const relation = this.#tree.relation(at);
    if (relation.startsWith('acl')) {
      return relation.startsWith('acl:relcl') ? [] : [this.#bearer(head)];
    }
    if (relation.startsWith('xcomp')) {
      const [object] = this.#children(head, /^obj/u);
      if (object !== undefined) return this.#joined(object);
    }
    return /^(?:xcomp|conj|advcl|parataxis)/u.test(relation) && this.#isPredicate(head)
      ? this.#subjects(head, depth + 1)
      : [];
  }

  /** True for a noun with “'s”, even if the tree misses it. */
  #isOwner(at: number): boolean {
    return this.#children(at, /^case/u).some((mark) => isPossessiveEnding(this.#tokens[mark]));
  }

  /** The antecedents of a relative pronoun. */
  #antecedent(at: number, pronoun: number): readonly number[] | undefined {
    if (!isRelativePronoun(this.#tokens[pronoun])) return undefined;
    for (let clause = at, steps = 0; clause >= 0 && steps < 4; steps++) {
      if (this.#tree.relation(clause).startsWith('acl'))
        return [this.#bearer(this.#tree.head(clause))];
      if (!this.#tree.relation(clause).startsWith('conj')) return undefined;
      clause = this.#tree.head(clause);
    }
    return undefined;
  }

  /** A noun and those coordinated with it. */
  #joined(at: number): readonly number[] {
    return [
      this.#bearer(at),
      ...this.#children(at, /^conj/u)
        .filter((child) => !this.#isPredicate(child))
        .map((child) => this.#bearer(child)),
    ];
  }

  /** The token that represents a noun phrase: the name in “Mr. Roe” and “Judge Roe”. */
  #bearer(at: number): number {
    const name = this.#named[at] ?? -1;
    if (name >= 0) return name;
    const flat = this.#children(at, /^flat/u).find((child) => (this.#named[child] ?? -1) >= 0);
    return flat === undefined ? at : (this.#named[flat] ?? at);
  }

  #isPassive(at: number): boolean {
    if (this.#children(at, /:pass/u).length > 0) return true;
    return (
      this.#tree.xpos(at) === 'VBN' &&
      /^(?:acl|advcl)$/u.test(this.#tree.relation(at)) &&
      this.#children(at, /^(?:aux|nsubj|obj)/u).length === 0
    );
  }

  #verbRelations(at: number): readonly Relation[] {
    const verb = this.#verbOf(at);
    const passive = this.#isPassive(at);
    const relations: Relation[] = [];
    const relate = (kind: string, dependents: readonly number[]): void => {
      for (const dependent of dependents.flatMap((one) => [one, ...this.#nameOf(one)])) {
        if (dependent !== verb) relations.push({ kind, head: verb, dependent });
      }
    };
    const winner = this.#winnerOver(at);
    relate(passive || winner !== undefined ? 'object' : 'subject', this.#subjects(at));
    if (verb !== at) relate('is', this.#joined(at));
    const opening = this.#opening(at);
    for (const child of [
      ...this.#tree.childrenOf(at),
      ...(opening === undefined ? [] : this.#tree.childrenOf(opening)),
    ]) {
      const relation = this.#tree.relation(child);
      if (!/^(?:obj|iobj|obl|xcomp)/u.test(relation) || this.#isPredicate(child)) continue;
      const kind = this.#preposition(child);
      if (kind !== undefined) {
        const isDoer = (kind === 'by' && passive) || child === winner;
        relate(isDoer ? 'subject' : kind, this.#joined(child));
      } else if (relation === 'obl:agent') relate('subject', this.#joined(child));
      else if (!relation.startsWith('obl')) relate('object', this.#objects(at, child));
    }
    relations.push(...this.#eitherWay(at));
    return relations;
  }

  /** The name in apposition to a noun: “the holder, Piotr Zych”. */
  #nameOf(noun: number): readonly number[] {
    if (this.#named[noun] !== -1) return [];
    return this.#children(noun, /^appos/u).filter((child) => this.#named[child] !== -1);
  }

  /** The winner after “lost to”: the agent, as in a passive. */
  #winnerOver(at: number): number | undefined {
    if (this.#tree.lemma(at) !== 'lose') return undefined;
    return this.#children(at, /^obl/u).find(
      (child) => this.#preposition(child) === 'to' && this.#named[child] !== -1,
    );
  }

  /**
   * Prepositional attachment is a tree's most frequent error, so what follows a noun of the clause
   * (“pay a visit to Lima”) is attached to both the verb and the noun.
   */
  #eitherWay(at: number): readonly Relation[] {
    const verb = this.#verbOf(at);
    const nouns = this.#children(at, /^(?:obj|iobj|obl|nsubj)/u).filter(
      (child) => !this.#isPredicate(child),
    );
    return nouns.flatMap((noun) => [
      ...this.#children(noun, /^nmod(?!:poss)/u).flatMap((below) => this.#with(verb, below)),
      ...nouns
        .filter((other) => other > noun && noun > verb && this.#beginOf(other) === noun + 1)
        .flatMap((other) => this.#with(this.#bearer(noun), other)),
    ]);
  }

  #with(head: number, noun: number): readonly Relation[] {
    const kind = this.#preposition(noun);
    if (kind === undefined || kind === 'of' || noun < head) return [];
    return this.#joined(noun).map((dependent) => ({ kind, head, dependent }));
  }

  /** The first token of a noun phrase, with its preposition, article and modifiers. */
  #beginOf(noun: number): number {
    return Math.min(noun, ...this.#tree.childrenOf(noun));
  }

  #objects(at: number, object: number): readonly number[] {
    return this.#antecedent(at, object) ?? this.#joined(object);
  }

  #preposition(at: number): string | undefined {
    const [word] = this.#children(at, /^case/u);
    return word === undefined ? undefined : this.#tokens[word]?.lower;
  }

  /** The owners, prepositional phrases and name modifiers of a noun. */
  #nounRelations(at: number): readonly Relation[] {
    const head = this.#bearer(at);
    const relations: Relation[] = [];
    const relate = (kind: string, dependents: readonly number[]): void => {
      for (const dependent of dependents) {
        if (dependent !== head) relations.push({ kind, head, dependent });
      }
    };
    if (this.#isOwner(at) && !this.#tree.relation(at).startsWith('nmod')) {
      const owned = this.#ownedAfter(at);
      if (owned !== undefined) relations.push({ kind: 'of', head: owned, dependent: head });
    }
    for (const child of this.#tree.childrenOf(at)) {
      const relation = this.#tree.relation(child);
      if (relation.startsWith('nmod:poss') || this.#isOwner(child))
        relate('of', this.#joined(child));
      else if (relation.startsWith('appos')) relate('apposition', [this.#bearer(child)]);
      else if (relation.startsWith('nmod')) {
        const kind = this.#preposition(child);
        if (kind !== undefined) relate(kind, this.#joined(child));
        else this.#modify(relate, child, at);
      } else if (/^(?:amod|compound)/u.test(relation)) this.#modify(relate, child, at);
    }
    return relations;
  }

  /** The head noun after an owner. */
  #ownedAfter(at: number): number | undefined {
    let noun: number | undefined;
    for (let next = at + 2; next < this.#tokens.length; next++) {
      const tag = this.#tree.upos(next);
      if (tag === 'NOUN') noun = next;
      else if (!/^(?:ADJ|ADV|NUM)$/u.test(tag)) break;
    }
    return noun;
  }

  #modify(
    relate: (kind: string, dependents: readonly number[]) => void,
    child: number,
    noun: number,
  ): void {
    const name = this.#named[child] ?? -1;
    if (name >= 0 && name !== (this.#named[noun] ?? -1)) relate('modifier', [name]);
  }
}
