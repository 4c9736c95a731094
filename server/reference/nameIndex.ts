import type { Token } from '../prose/tokens.js';
import type { Entity } from './model.js';
import { type Alignment, type Slip, align, fits } from './names/alignment.js';
import { FormTable } from './names/formTable.js';
import { misspelling } from './names/misspelling.js';
import { isMeant, isMeantAlone, slackInName } from './names/nearMiss.js';
import { type ReadWord, readWords } from './names/reading.js';
import { isAllCapitals, isCapitalised } from './names/spelling.js';
import { Surroundings } from './names/surroundings.js';
import { isTitle } from './names/titles.js';

/** A known name where it stands in a sentence, rightly written or nearly so. */
export interface Mention {
  /** Indices into the sentence's tokens, both included. Honorifics and possessive endings are left out. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
  readonly entity: Entity;
  /** Others whom the same words may name, as where two people share a surname; most often none. */
  readonly others: readonly Entity[];
  /** What should stand here: the known form that is written, or meant. */
  readonly form: string;
  /** False where what stands here is a near miss of `form`. */
  readonly exact: boolean;
  /** True for an adjective or the name of a place's people (“Kazakh”) rather than the name itself. */
  readonly demonym: boolean;
  /** True for a form that the reference tells not to use. */
  readonly avoided: boolean;
  /** The wrong places, in order; none where `exact`. */
  readonly slips: readonly Slip[];
  /** What speaks for a near miss: other words of the `name` stand there rightly, a `title` stands before it, or nothing. */
  readonly grounds: 'name' | 'title' | 'none';
}

/** Finds known names. */
export interface NameIndex {
  /** The names in one sentence, in order, none overlapping another. Cannot throw. */
  mentionsIn(tokens: readonly Token[]): readonly Mention[];
}

/** Builds the index of a base's names. Cannot throw. */
export function createNameIndex(entities: readonly Entity[]): NameIndex {
  const table = new FormTable(entities);
  const found = new WeakMap<readonly Token[], readonly Mention[]>();
  return {
    mentionsIn: (tokens) => {
      const known = found.get(tokens);
      if (known !== undefined) return known;
      const mentions = entities.length === 0 ? [] : new Reader(table, tokens).mentions();
      found.set(tokens, mentions);
      return mentions;
    },
  };
}

interface Match extends Alignment {
  readonly grounds: Mention['grounds'];
  readonly forms: readonly number[];
}

/** Finds the names of one sentence. */
class Reader {
  readonly #table: FormTable;
  readonly #words: readonly ReadWord[];
  readonly #around: Surroundings;
  readonly #near = new Map<number, ReadonlyMap<number, number>>();

  constructor(table: FormTable, tokens: readonly Token[]) {
    this.#table = table;
    this.#words = readWords(tokens, table);
    this.#around = new Surroundings(this.#words);
  }

  mentions(): readonly Mention[] {
    const exact = this.#exactMatches();
    const covered = new Map<number, Match>();
    for (const match of exact) for (let at = match.from; at < match.to; at++) covered.set(at, match);
    const near: Match[] = [];
    for (const [at, word] of this.#words.entries()) {
      if (covered.has(at) || !isCapitalised(word.text) || word.key.length < 2) continue;
      const match = this.#nearMatch(at);
      if (match !== undefined && !near.some((other) => other.from < match.to && match.from < other.to)) {
        near.push(match);
      }
    }
    const kept = exact.filter((match) =>
      near.every((other) => match.to <= other.from || other.to <= match.from),
    );
    return [...kept, ...near].sort((a, b) => a.from - b.from).flatMap((match) => this.#mention(match));
  }

  /** Names written letter for letter, the longest first found from the left. */
  #exactMatches(): readonly Match[] {
    const matches: Match[] = [];
    for (let at = 0; at < this.#words.length; ) {
      const match = this.#exactMatch(at);
      if (match !== undefined) matches.push(match);
      at = match?.to ?? at + 1;
    }
    return matches;
  }

  #exactMatch(at: number): Match | undefined {
    const word = this.#words[at];
    if (word === undefined) return undefined;
    const ends: { readonly form: number; readonly to: number }[] = [];
    for (const number of new Set([word.known, word.knownOwned, word.knownSingular])) {
      if (number < 0) continue;
      this.#table.forPlaces(number, (form, index) => {
        const to = index === 0 ? fits(this.#table, this.#words, form, at) : -1;
        if (to > 0) ends.push({ form, to });
      });
    }
    ends.sort((a, b) => b.to - a.to);
    for (const { form, to } of ends) {
      const alignment = align(this.#table, this.#words, form, at, () => Infinity);
      if (alignment === undefined || !this.#stands(alignment)) continue;
      const forms = ends.filter((other) => other.to === to).map((other) => other.form);
      return { ...alignment, grounds: 'none', forms };
    }
    return undefined;
  }

  /** True where nothing beside a short form tells that someone else is meant. */
  #stands({ form, from, to }: Alignment): boolean {
    const kind = this.#table.kind(form);
    const word = this.#words[from];
    if (kind === 'initials') return word !== undefined && isAllCapitals(word.text);
    if (kind !== 'short' || this.#table.entity(form)?.kind !== 'person') return true;
    if (this.#around.hasTitle(from)) return true;
    return this.#around.givenNameBefore(from) === undefined && this.#around.nameAfter(to) === undefined;
  }

  #nearMatch(at: number): Match | undefined {
    const word = this.#words[at];
    if (word === undefined || isTitle(word.text)) return undefined;
    let best: Match | undefined;
    const consider = (form: number, index: number): void => {
      const match = this.#nearAt(form, at - index);
      if (match !== undefined && (best === undefined || isBetter(match, best))) best = match;
    };
    if (word.known >= 0) this.#table.forPlaces(word.known, consider);
    for (const number of this.#nearWords(at).keys()) this.#table.forPlaces(number, consider);
    return best;
  }

  /** How far the word at `at` is from a known one that should stand there. */
  #weigh(at: number, number: number): number {
    const near = this.#nearWords(at);
    const known = near.get(number);
    if (known !== undefined) return known;
    const written = this.#words[at]?.key ?? '';
    const right = this.#table.key(number);
    const alike = written[0] === right[0] && Math.abs(written.length - right.length) < 3;
    const slack = alike ? slackInName(written, right) : 0;
    const weight = slack > 0 ? misspelling(written, right, slack) : Infinity;
    return weight > slack ? Infinity : weight;
  }

  /** The known words that the word at `at` may be a misspelling of, each with how far it is. */
  #nearWords(at: number): ReadonlyMap<number, number> {
    const done = this.#near.get(at);
    if (done !== undefined) return done;
    const near = new Map<number, number>();
    const word = this.#words[at];
    if (word !== undefined && word.key.length > 1) {
      for (const number of this.#table.near(word.key)) {
        const right = this.#table.key(number);
        const slack = slackInName(word.key, right);
        const weight = misspelling(word.key, right, slack);
        if (weight > 0 && weight <= slack) near.set(number, weight);
      }
    }
    this.#near.set(at, near);
    return near;
  }

  #nearAt(form: number, from: number): Match | undefined {
    const kind = this.#table.kind(form);
    if (from < 0 || kind === 'initials' || kind === 'avoided') return undefined;
    const alignment = align(
      this.#table,
      this.#words,
      form,
      from,
      (at, right) => this.#weigh(at, right),
    );
    if (alignment === undefined || alignment.slips.length === 0) return undefined;
    const person = this.#table.entity(form)?.kind === 'person';
    if (person && this.#around.goesOn(alignment.to)) return undefined;
    if (this.#table.length(form) > 1) {
      return isMeant(alignment, person) ? { ...alignment, grounds: 'name', forms: [form] } : undefined;
    }
    return this.#nearAlone(alignment, person);
  }

  #nearAlone(alignment: Alignment, person: boolean): Match | undefined {
    const { form, from, to, slips } = alignment;
    const [slip] = slips;
    const titled = this.#around.hasHonorific(from);
    if (slip === undefined || !isMeantAlone(slip, titled && person)) return undefined;
    if (this.#words[from]?.joint === 'none' || (titled && !person)) return undefined;
    if (this.#around.nameAfter(to) !== undefined) return undefined;
    if (person && !titled && this.#around.givenNameBefore(from) !== undefined) return undefined;
    return { ...alignment, grounds: titled ? 'title' : 'none', forms: [form] };
  }

  #mention(match: Match): readonly Mention[] {
    const first = this.#words[match.from];
    const last = this.#words[match.to - 1];
    const [entity, ...others] = [
      ...new Set(match.forms.flatMap((form) => this.#table.entity(form) ?? [])),
    ];
    if (first === undefined || last === undefined || entity === undefined) return [];
    const kind = this.#table.kind(match.form);
    return [
      {
        first: first.first,
        last: last.last + (match.owned ? 1 : 0),
        start: first.start,
        end: match.owned ? (last.owned?.end ?? last.end) : last.end,
        entity,
        others,
        form: kind === 'avoided' ? entity.name : this.#table.text(match.form),
        exact: match.slips.length === 0,
        demonym: kind === 'demonym',
        avoided: kind === 'avoided',
        slips: match.slips,
        grounds: match.grounds,
      },
    ];
  }
}

/** More words before fewer, then the lighter slips. */
function isBetter(a: Match, b: Match): boolean {
  if (a.right.length !== b.right.length) return a.right.length > b.right.length;
  return weightOf(a) < weightOf(b);
}

function weightOf({ slips }: Match): number {
  return slips.reduce((sum, slip) => sum + slip.weight, 0);
}
