import type { Token } from '../../prose/tokens.js';
import type { Entity } from '../model.js';
import { isParticle } from '../../lexicon/nameWords.js';
import { type Alignment, align, fits } from './alignment.js';
import type { FormTable } from './formTable.js';
import { lettersApart, lettersOf } from './letters.js';
import { lostItsCapital } from './lowerCase.js';
import {
  type Beside,
  OTHER_LINK,
  isLink,
  isMeant,
  isMeantAlone,
  isRightAlone,
  mayBeMeantAlone,
} from './nearMiss.js';
import { givenNameSlip, isGathering, mixedUp, orderSlip, renamedBody } from './otherPart.js';
import { type ReadWord, readWords } from './reading.js';
import type { Slip } from './slips.js';
import { fold, isAllCapitals, isCapitalised } from './spelling.js';
import { Surroundings } from './surroundings.js';
import { isHonorific } from './titles.js';
import { weightInName } from './weightInName.js';

/** A name found in a sentence. */
export interface NameMatch {
  readonly form: number;
  /** All forms, of whomever, that are written so. */
  readonly forms: readonly number[];
  /** The first and the last word. */
  readonly first: ReadWord;
  readonly last: ReadWord;
  /** Indices into the sentence's words; `to` is not included. */
  readonly from: number;
  readonly to: number;
  readonly slips: readonly Slip[];
  /** True where the last word's possessive ending belongs to the name. */
  readonly owned: boolean;
  /**
   * What speaks for it where it is a near miss: other words of the `name`, a `title` before it, or
   * nothing.
   */
  readonly grounds: 'name' | 'title' | 'none';
  /** True for a body whose last word is replaced by another for the same thing. */
  readonly renamed: boolean;
  /** True for a near miss that is too far off to be told by itself. */
  readonly guessed: boolean;
}

/** A near miss that is not yet chosen among others. */
interface Candidate extends Alignment {
  readonly grounds: NameMatch['grounds'];
  readonly guessed: boolean;
}

/** Finds the names of one sentence. */
export class SentenceReader {
  readonly #table: FormTable;
  readonly #words: readonly ReadWord[];
  readonly #around: Surroundings;
  readonly #near = new Map<number, ReadonlyMap<number, number>>();
  /** Whether a name of one word, somebody's or not, may stand at a word, by twice the word's index. */
  readonly #alone = new Map<number, boolean>();
  /** The match that each word belongs to, by the word's index. */
  readonly #matches = new Map<number, NameMatch>();

  constructor(table: FormTable, tokens: readonly Token[]) {
    this.#table = table;
    this.#words = readWords(tokens, table);
    this.#around = new Surroundings(this.#words);
  }

  /** The names in order, none overlapping another. */
  matches(): readonly NameMatch[] {
    for (let at = 0; at < this.#words.length;) at = this.#addExact(at);
    for (const [at, word] of this.#words.entries()) {
      if (isCapitalised(word.text) && word.key.length > 1 && !this.#matches.has(at))
        this.#addNear(at);
    }
    for (const [at, word] of this.#words.entries()) {
      if (isCapitalised(word.text) && word.known >= 0) this.#addOtherPart(at);
    }
    return [...new Set(this.#matches.values())].sort((a, b) => a.from - b.from);
  }

  /** Adds a match in the place of those that it overlaps. */
  #add(match: Omit<NameMatch, 'first' | 'last'>): void {
    const first = this.#words[match.from];
    const last = this.#words[match.to - 1];
    if (first === undefined || last === undefined) return;
    for (let at = match.from; at < match.to; at++) {
      const other = this.#matches.get(at);
      for (let each = other?.from ?? 0; each < (other?.to ?? 0); each++) this.#matches.delete(each);
    }
    const whole = { ...match, first, last };
    for (let at = match.from; at < match.to; at++) this.#matches.set(at, whole);
  }

  #isTaken({ from, to }: Alignment): boolean {
    for (let at = from; at < to; at++) {
      const other = this.#matches.get(at);
      if (other !== undefined && other.grounds !== 'none') return true;
    }
    return false;
  }

  /**
   * Adds the longest name that is written letter for letter from `at` on; the index of the word to
   * go on with.
   */
  #addExact(at: number): number {
    const word = this.#words[at];
    if (word === undefined || !isKnown(word)) return at + 1;
    const ends: { readonly form: number; readonly to: number }[] = [];
    const isNoName = this.#isNoNameAlone(word, at);
    for (const number of numbersOf(word)) {
      this.#table.forOpenings(number, (form, second) => {
        if (
          second < 0
            ? isNoName && isCapitalised(this.#table.text(form))
            : !this.#mayGoOn(second, at)
        )
          return;
        const to = second < 0 ? at + 1 : fits(this.#table, this.#words, form, at);
        if (to > 0) ends.push({ form, to });
      });
    }
    if (ends.length === 0) return at + 1;
    ends.sort((a, b) => b.to - a.to);
    const refused = new Set<number>();
    // As many people as bear a surname: whether someone else is meant is asked once.
    const standing = new Map<number, boolean>();
    const surnameStands = (to: number): boolean => {
      const stands = standing.get(to) ?? this.#surnameStands(at, to);
      standing.set(to, stands);
      return stands;
    };
    for (const { form, to } of ends) {
      if (refused.has(this.#soleWord(form))) continue;
      if (!(this.#isSurname(form) ? surnameStands(to) : this.#stands(form, at))) continue;
      const alignment = align(this.#table, this.#words, form, at, () => Infinity);
      if (alignment === undefined) {
        if (this.#table.length(form) === 1) refused.add(this.#soleWord(form));
        continue;
      }
      const forms = ends
        .filter((other) => other.to === to && !this.#isPart(other.form))
        .map((other) => other.form);
      if (this.#isPart(form)) {
        if (forms.length > 0 || !this.#addPart(alignment)) continue;
        return to;
      }
      this.#add({ ...alignment, forms, grounds: 'none', renamed: false, guessed: false });
      return to;
    }
    return at + 1;
  }

  /**
   * True for a word in small letters that by itself is nobody's name: hundreds are called Day, Long or Will, and
   * no draft has a line without a day, a long or a will.
   */
  #isNoNameAlone(word: ReadWord, at: number): boolean {
    if (at === 0 || isCapitalised(word.text) || word.joint === 'none') return false;
    if (isParticle(word.text) || this.#around.hasHonorific(at)) return false;
    return !lostItsCapital(word.text, word.text.charAt(0).toUpperCase() + word.text.slice(1));
  }

  /** False where the word behind the one at `at` is neither a form's second word nor an initial between. */
  #mayGoOn(second: number, at: number): boolean {
    const next = this.#words[at + 1];
    return next !== undefined && (next.key.length === 1 || isNumber(next, second));
  }

  #isPart(form: number): boolean {
    return this.#table.kind(form) === 'part';
  }

  /** Adds a full name that lacks a part; false where it goes on, and may be another. */
  #addPart({ form, from, to }: Alignment): boolean {
    const [first, last, next] = [this.#words[from], this.#words[to - 1], this.#words[to]];
    if (first === undefined || last === undefined) return false;
    const touches = next !== undefined && next.joint !== 'space' && next.start - last.end < 2;
    if (touches || this.#around.headline || this.#around.goesOn(to)) return false;
    const right = this.#table.entity(form)?.name ?? '';
    const slip = { start: first.start, end: last.end, written: this.#table.text(form), right };
    this.#addSlip(form, from, to, { ...slip, kind: 'part', weight: 0 }, 'name');
    return true;
  }

  /** False for initials that are not written in capitals. */
  #stands(form: number, from: number): boolean {
    return this.#table.kind(form) !== 'initials' || isAllCapitals(this.#words[from]?.text ?? '');
  }

  #isSurname(form: number): boolean {
    return this.#table.kind(form) === 'short' && this.#table.entity(form)?.kind === 'person';
  }

  /** True where nothing beside a surname tells that someone else is meant. */
  #surnameStands(from: number, to: number): boolean {
    if (this.#around.hasTitle(from)) return true;
    return (
      this.#around.givenNameBefore(from) === undefined && this.#around.nameAfter(to) === undefined
    );
  }

  /**
   * Adds the name that the word at `at`, which stands in none, is most likely a misspelled part of.
   */
  #addNear(at: number): void {
    const word = this.#words[at];
    if (word === undefined || isHonorific(word.text)) return;
    let best: Candidate | undefined;
    const alike = new Map<number, number[]>();
    const before = this.#mayStandFor(at - 1);
    const after = this.#mayStandFor(at + 1);
    const consider = (form: number, index: number, beside: number): void => {
      if (at < index) return;
      if (beside >= 0 && !(index > 0 ? before(beside) : after(beside))) return;
      if (!this.#mayBeMissed(form)) return;
      if (beside < 0) {
        // A surname is as far off whosever it is.
        const word = this.#soleWord(form);
        const same = alike.get(word);
        if (same !== undefined) return void same.push(form);
        alike.set(word, [form]);
      }
      const found = this.#nearAt(form, at - index);
      if (found !== undefined && (best === undefined || isBetter(found, best))) best = found;
    };
    const numbers = [...this.#nearWords(at).keys()];
    if (word.known >= 0) numbers.unshift(word.known);
    for (const number of numbers) {
      if (this.#hasCompany(at)) this.#table.forPlaces(number, consider);
      else this.#table.forAlone(number, (form) => consider(form, 0, -1));
    }
    if (best === undefined) return;
    const { form } = best;
    const forms = [...alike.values()].find((same) => same.includes(form)) ?? [form];
    this.#add({ ...best, forms, renamed: false });
  }

  /** True where a word stands beside the one at `at` that may belong to the same name. */
  #hasCompany(at: number): boolean {
    const [before, word, after] = [this.#words[at - 1], this.#words[at], this.#words[at + 1]];
    return (
      (before !== undefined && word?.joint !== 'apart' && mayBeOfName(before)) ||
      (after !== undefined && after.joint !== 'apart' && mayBeOfName(after))
    );
  }

  /**
   * Tells of known words whether the word at `at` may be meant for them; what spares most of the forms that a
   * common given name is in.
   */
  #mayStandFor(at: number): (right: number) => boolean {
    const word = this.#words[at];
    if (word === undefined) return () => false;
    if (word.key.length === 1) return () => true;
    const table = this.#table;
    let near: ReadonlyMap<number, number> | undefined;
    const initial = word.key.charCodeAt(0);
    const letters = lettersOf(word.key);
    const link = isLink(word.key);
    return (right) => {
      if (isNumber(word, right)) return true;
      if (
        table.initial(right) === initial &&
        lettersApart(letters, table.letters(right)) <= MOST_OTHER_LETTERS &&
        isOfLikeLength(word.key, table.key(right))
      )
        return true;
      near ??= this.#nearWords(at);
      if (near.has(right)) return true;
      return link && isLink(table.key(right));
    };
  }

  #mayBeMissed(form: number): boolean {
    const kind = this.#table.kind(form);
    return kind !== 'initials' && kind !== 'avoided' && kind !== 'part';
  }

  /** A number that forms of one word share where they fit alike, whosever they are; -1 for longer. */
  #soleWord(form: number): number {
    if (this.#table.length(form) > 1) return -1;
    return this.#table.word(form, 0) * 2 + (this.#table.entity(form)?.kind === 'person' ? 1 : 0);
  }

  /** The known words that the word at `at` may be a misspelling of, each with how far it is. */
  #nearWords(at: number): ReadonlyMap<number, number> {
    let near = this.#near.get(at);
    if (near === undefined) {
      near = this.#table.nearTo(fold(this.#words[at]?.text ?? ''));
      this.#near.set(at, near);
    }
    return near;
  }

  /** How far the word at `at` is from a known one that should stand there. */
  #weigh(at: number, number: number): number {
    const known = this.#nearWords(at).get(number);
    if (known !== undefined) return known;
    const written = this.#words[at]?.key ?? '';
    const right = this.#table.key(number);
    if (isLink(written) && isLink(right)) return OTHER_LINK;
    return right.startsWith(written.charAt(0)) && isOfLikeLength(written, right)
      ? weightInName(written, right)
      : Infinity;
  }

  #nearAt(form: number, from: number): Candidate | undefined {
    const entity = this.#table.entity(form);
    const alone = this.#table.length(form) === 1;
    if (entity === undefined) return undefined;
    const person = entity.kind === 'person';
    if (alone && !(this.#mayStandAlone(from, person) && this.#mayBeMeantAlone(form, from)))
      return undefined;
    const found = align(this.#table, this.#words, form, from, (at, right) =>
      this.#weigh(at, right),
    );
    if (found === undefined || found.slips.length === 0) return undefined;
    if (this.#isTaken(found) || (person && this.#around.goesOn(found.to))) return undefined;
    if (alone) return this.#nearAlone(found, person);
    return isMeant(found, entity) ? { ...found, grounds: 'name', guessed: false } : undefined;
  }

  /** True where nothing about the word at `at`, or beside it, tells that no name of one word is meant. */
  #mayStandAlone(at: number, person: boolean): boolean {
    const place = at * 2 + (person ? 1 : 0);
    const known = this.#alone.get(place) ?? this.#readAlone(at, person);
    this.#alone.set(place, known);
    return known;
  }

  #readAlone(at: number, person: boolean): boolean {
    const titled = this.#around.hasHonorific(at);
    if (this.#words[at]?.joint === 'none' || (titled && !person)) return false;
    if (this.#around.nameAfter(at + 1) !== undefined || this.#around.goesOnAsName(at + 1))
      return false;
    if (person && !titled && this.#around.givenNameBefore(at) !== undefined) return false;
    return !this.#isRightAlone(at, person);
  }

  /** True for a word that is written as it should be, whatever one-word name it is like. */
  #isRightAlone(at: number, person: boolean): boolean {
    const word = this.#words[at];
    const isWhole = word?.owned === undefined && this.#words[at + 1]?.first !== word?.first;
    if (word === undefined || !isWhole || word.rejoined) return false;
    return isRightAlone(word.text, this.#beside(at, person));
  }

  #beside(at: number, person: boolean): Beside {
    const titled = person && this.#around.hasHonorific(at);
    return { titled, person, speaks: this.#around.speaks(at) };
  }

  #mayBeMeantAlone(form: number, at: number): boolean {
    const weight = this.#nearWords(at).get(this.#table.word(form, 0));
    const written = fold(this.#words[at]?.text ?? '');
    return weight === undefined || mayBeMeantAlone(written, fold(this.#table.text(form)), weight);
  }

  #nearAlone(found: Alignment, person: boolean): Candidate | undefined {
    const [slip] = found.slips;
    const titled = this.#around.hasHonorific(found.from);
    const meant = slip === undefined ? 'no' : isMeantAlone(slip, this.#beside(found.from, person));
    if (meant === 'no') return undefined;
    return { ...found, grounds: titled ? 'title' : 'none', guessed: meant === 'perhaps' };
  }

  /** Adds a name that has the word at `at` rightly and another part of it not. */
  #addOtherPart(at: number): void {
    const word = this.#words[at];
    if (word === undefined) return;
    const next = this.#words[at + 1];
    const nextNumber = next?.known ?? -1;
    const given = this.#around.givenNameBefore(at) !== undefined;
    const mayBeRenamed = next !== undefined && isGathering(next.key);
    // A common given name is in many forms: they are looked at only where one of them may be meant.
    if (nextNumber < 0 && !given && !mayBeRenamed) return;
    this.#table.forPlaces(word.known, (form, index, beside) => {
      const length = this.#table.length(form);
      const goesOn =
        nextNumber >= 0 &&
        (beside === nextNumber || (length > 2 && this.#table.has(form, nextNumber)));
      if (beside < 0 ? !given : !goesOn && !mayBeRenamed) return;
      const entity = this.#table.entity(form);
      if (entity?.kind === 'person' && this.#table.kind(form) === 'short' && index === 0) {
        if (given) this.#addOtherGiven(entity, form, at);
      } else if (goesOn && length > 1 && this.#addMixedUp(form, index, at)) {
        return;
      } else if (entity?.kind === 'person' && length === 2 && index === 1) {
        const slip = orderSlip(this.#table, this.#words, this.#around, form, at);
        if (slip !== undefined) this.#addSlip(form, at, at + 2, slip, 'name');
      } else if (entity?.kind === 'body' && length > 2 && index === length - 2) {
        const from = renamedBody(this.#table, this.#words, form, at);
        if (from === undefined) return;
        const found = { form, forms: [form], from, to: at + 2, slips: [], owned: false };
        this.#add({ ...found, grounds: 'none', renamed: true, guessed: false });
      }
    });
  }

  /** Adds a name whose words stand from `at` on in another order; true where there is one. */
  #addMixedUp(form: number, index: number, at: number): boolean {
    const next = this.#words[at + 1]?.known ?? -1;
    if (index === 0 && next === this.#table.word(form, 1)) return false;
    const to = at + this.#table.length(form);
    if (!this.#mayBeMissed(form) || this.#isWhole(at, to)) return false;
    // In “at the Economic Crime Bureau Garda officers stood” the last word is the next name's.
    const body = this.#table.entity(form)?.kind === 'body';
    if (body && this.#words[to - 1]?.known === this.#table.word(form, 0)) return false;
    if (this.#around.goesOn(to)) return false;
    const slip = mixedUp(this.#table, this.#words, form, at);
    if (slip !== undefined) this.#addSlip(form, at, to, slip, 'name');
    return slip !== undefined;
  }

  /** True where the words from `at` up to `to` are already one name in its order. */
  #isWhole(at: number, to: number): boolean {
    const match = this.#matches.get(at);
    return (match?.from ?? Infinity) <= at && (match?.to ?? 0) >= to;
  }

  /** Adds a surname from `at` on that stands behind somebody else's given name. */
  #addOtherGiven(entity: Entity, form: number, at: number): void {
    const to = this.#matches.has(at) ? -1 : fits(this.#table, this.#words, form, at);
    if (to < 0) return;
    const found = givenNameSlip(entity, this.#words, this.#around, at, to);
    if (found !== undefined)
      this.#addSlip(form, at - 1, to, found.slip, found.sure ? 'title' : 'none');
  }

  #addSlip(
    form: number,
    from: number,
    to: number,
    slip: Slip,
    grounds: NameMatch['grounds'],
  ): void {
    const found = { form, forms: [form], from, to, slips: [slip], owned: false };
    this.#add({ ...found, grounds, renamed: false, guessed: false });
  }
}

/** The numbers that the table has for a word as it is written. */
function numbersOf({ known, knownOwned, knownSingular }: ReadWord): Iterable<number> {
  return new Set([known, knownOwned, knownSingular].filter((number) => number >= 0));
}

function isKnown({ known, knownOwned, knownSingular }: ReadWord): boolean {
  return known >= 0 || knownOwned >= 0 || knownSingular >= 0;
}

/** Three letters in the place of three others; a misspelled word has no more. */
const MOST_OTHER_LETTERS = 6;

/** True where two words may still be one that was misspelled. */
function isOfLikeLength(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 2;
}

function isNumber({ known, knownOwned, knownSingular }: ReadWord, number: number): boolean {
  return known === number || knownOwned === number || knownSingular === number;
}

function mayBeOfName(word: ReadWord): boolean {
  return word.known >= 0 || word.knownOwned >= 0 || isCapitalised(word.text);
}

/** More words before fewer, then the lighter slips. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.right.length !== b.right.length) return a.right.length > b.right.length;
  return weightOf(a) < weightOf(b);
}

function weightOf({ slips }: Candidate): number {
  return slips.reduce((sum, slip) => sum + slip.weight, 0);
}
