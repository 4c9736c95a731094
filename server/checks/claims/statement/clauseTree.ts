import { isPossessiveEnding, isRelativePronoun } from '../../../lexicon/functionWords.js';
import { wordSet } from '../../../lexicon/wordSet.js';
import type { Analysis } from '../../../prose/grammar/analysis.js';
import type { Token } from '../../../prose/tokens.js';
import type { Term } from './terms.js';

/** Verbs that only qualify how certain or wanted the following infinitive is. */
export const OPEN_VERBS = wordSet(
  'be expect plan schedule intend set seem appear want hope aim try attempt propose threaten promise pledge vow agree due prepare look seek wish decide ask urge tend continue begin start go have use need likely fail refuse decline',
);
/** Relations of a verb that does not form a clause: “growing influence”, “according to”. */
const NO_CLAUSE =
  /^(?:amod|compound|fixed|flat|goeswith|case|mark|aux|cop|det|nummod|advmod|punct)/u;

/** The dependency tree of a sentence, read for its predicates, their subjects and its names. Token indices. */
export class ClauseTree {
  readonly tokens: readonly Token[];
  readonly analysis: Analysis;
  /** The last token of the name that covers a token, or -1. */
  readonly named: Int32Array;

  constructor(tokens: readonly Token[], terms: readonly Term[], analysis: Analysis) {
    this.tokens = tokens;
    this.analysis = analysis;
    this.named = new Int32Array(tokens.length).fill(-1);
    for (const { kind, first, last } of terms) {
      if (kind === 'name') this.named.fill(last, first, last + 1);
    }
  }

  /** The words that depend on another in a relation that matches. */
  children(at: number, relation: RegExp): readonly number[] {
    return this.analysis
      .childrenOf(at)
      .filter((child) => relation.test(this.analysis.relation(child)));
  }

  /** True for a verb or complement that forms a clause. */
  isPredicate(at: number): boolean {
    const relation = this.analysis.relation(at);
    if (this.children(at, /^cop/u).length > 0) return true;
    const tag = this.analysis.upos(at);
    return (tag === 'VERB' || tag === 'AUX') && !NO_CLAUSE.test(relation);
  }

  /** True for “plans” in “plans to travel”, which only qualifies the verb that depends on it. */
  isOpening(at: number): boolean {
    return this.openedBy(at) !== undefined;
  }

  /** The verb that a qualifying verb such as “plans” opens; `undefined` for any other. */
  openedBy(at: number): number | undefined {
    if (!OPEN_VERBS.has(this.analysis.lemma(at))) return undefined;
    if (this.children(at, /^(?:obj|cop)/u).length > 0) return undefined;
    return this.children(at, /^xcomp/u).find(
      (child) =>
        this.isPredicate(child) &&
        this.children(child, /^mark/u).some((mark) => this.analysis.lemma(mark) === 'to'),
    );
  }

  /** The verb that qualifies a predicate, if any. */
  opening(at: number): number | undefined {
    const head = this.analysis.head(at);
    return head >= 0 && this.isPredicate(head) && this.openedBy(head) === at ? head : undefined;
  }

  /** The token that represents a clause: the verb, or a form of “be”; in “is to open” the verb. */
  verbOf(at: number): number {
    if (this.analysis.upos(at) === 'VERB') return at;
    return this.children(at, /^cop/u).at(-1) ?? at;
  }

  /** True for “on whom it relies”, even if the tree misses it. */
  hasRelative(at: number): boolean {
    return this.children(at, /^(?:nsubj|obj|obl)/u).some((child) =>
      /^(?:who|whom|which)$/u.test(this.tokens[child]?.text ?? ''),
    );
  }

  /** True for a predicate with a subject of its own. */
  hasSubject(at: number): boolean {
    return this.children(at, /^(?:nsubj|csubj)/u).length > 0;
  }

  /** The subjects, of the clause or of the one that it depends on. */
  subjects(at: number, depth = 0): readonly number[] {
    const opening = this.opening(at);
    const own = this.children(at, /^(?:nsubj|csubj)/u).filter(
      (child) => !this.isPredicate(child) && !this.isOwner(child),
    );
    // Of two subjects before the verb, the nearer is more often right.
    const subject = own.findLast((child) => child < at) ?? own[0];
    if (subject !== undefined) {
      const antecedent = this.antecedent(at, subject);
      return antecedent ?? this.joined(subject);
    }
    const head = this.analysis.head(at);
    if (depth > 8 || head < 0) return [];
    if (opening !== undefined) return this.subjects(opening, depth + 1);
    const relation = this.analysis.relation(at);
    if (relation.startsWith('acl')) {
      return relation.startsWith('acl:relcl') ? [] : [this.bearer(head)];
    }
    if (relation.startsWith('xcomp')) {
      const [object] = this.children(head, /^obj/u);
      if (object !== undefined) return this.joined(object);
    }
    return /^(?:xcomp|conj|advcl|parataxis)/u.test(relation) && this.isPredicate(head)
      ? this.subjects(head, depth + 1)
      : [];
  }

  /** True for a noun with “'s”, even if the tree misses it. */
  isOwner(at: number): boolean {
    return this.children(at, /^case/u).some((mark) => isPossessiveEnding(this.tokens[mark]));
  }

  /** The antecedents of a relative pronoun. */
  antecedent(at: number, pronoun: number): readonly number[] | undefined {
    if (!isRelativePronoun(this.tokens[pronoun])) return undefined;
    for (let clause = at, steps = 0; clause >= 0 && steps < 4; steps++) {
      if (this.analysis.relation(clause).startsWith('acl'))
        return [this.bearer(this.analysis.head(clause))];
      if (!this.analysis.relation(clause).startsWith('conj')) return undefined;
      clause = this.analysis.head(clause);
    }
    return undefined;
  }

  /** A noun and those coordinated with it. */
  joined(at: number): readonly number[] {
    return [
      this.bearer(at),
      ...this.children(at, /^conj/u)
        .filter((child) => !this.isPredicate(child))
        .map((child) => this.bearer(child)),
    ];
  }

  /** The token that represents a noun phrase: the name in “Mr. Roe” and “Judge Roe”. */
  bearer(at: number): number {
    const name = this.named[at] ?? -1;
    if (name >= 0) return name;
    const flat = this.children(at, /^flat/u).find((child) => (this.named[child] ?? -1) >= 0);
    return flat === undefined ? at : (this.named[flat] ?? at);
  }

  /** True for a verb in the passive. */
  isPassive(at: number): boolean {
    if (this.children(at, /:pass/u).length > 0) return true;
    return (
      this.analysis.xpos(at) === 'VBN' &&
      /^(?:acl|advcl)$/u.test(this.analysis.relation(at)) &&
      this.children(at, /^(?:aux|nsubj|obj)/u).length === 0
    );
  }

  /** The preposition before a noun, in lower case. */
  preposition(at: number): string | undefined {
    const [word] = this.children(at, /^case/u);
    return word === undefined ? undefined : this.tokens[word]?.lower;
  }

  /** The first token of a noun phrase, with its preposition, article and modifiers. */
  beginOf(noun: number): number {
    return Math.min(noun, ...this.analysis.childrenOf(noun));
  }
}
