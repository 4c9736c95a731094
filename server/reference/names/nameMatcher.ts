import type { Token } from '../../prose/tokens.js';
import type { Entity } from '../model.js';
import { isParticle } from '../../lexicon/nameWords.js';
import { type Alignment, align, endOfExactMatch } from './alignment.js';
import type { FormTable } from './formTable.js';
import { letterSetDistance, letterSetOf } from './letterSets.js';
import { isMissingCapital, standsAsName } from './missingCapital.js';
import {
  type SingleWordContext,
  LINK_WORD_DISTANCE,
  isLinkWord,
  matchSeveral,
  matchAlone,
  isCorrectAlone,
  mayMatchAlone,
} from './matchLimits.js';
import {
  wrongGivenName,
  isMembershipNoun,
  reorderedWords,
  swappedNameParts,
  renamedBodyStart,
} from './partialMatch.js';
import { type TableWord, tableWordsOf } from './tableWords.js';
import type { Misspelling } from './misspellings.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { fold, isAllCapitals } from './spelling.js';
import { NameContext } from './nameContext.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { distanceBeside } from './nameDistance.js';

/** A name found in a sentence. */
export interface NameMatch {
  /** The form of the table that it matches. */
  readonly form: number;
  /** All forms of any entity that are written the same, `form` included. */
  readonly forms: readonly number[];
  /** Its first and last word. */
  readonly first: TableWord;
  readonly last: TableWord;
  /** Indices of the sentence's words; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly misspellings: readonly Misspelling[];
  /** True if the last word's possessive ending is part of the name. */
  readonly includesPossessive: boolean;
  /** What supports an inexact match: other words of the `name`, a `title` before it, or nothing. */
  readonly grounds: 'name' | 'title' | 'none';
  /** True for a body whose last word is replaced by a similar noun. */
  readonly isRenamed: boolean;
  /** True for an inexact match that needs support from the rest of the draft. */
  readonly isTentative: boolean;
}

/** An inexact match that competes with others. */
interface FuzzyCandidate extends Alignment {
  readonly grounds: NameMatch['grounds'];
  readonly isTentative: boolean;
}

/** Finds the names of one sentence. */
export class NameMatcher {
  readonly #table: FormTable;
  readonly #words: readonly TableWord[];
  readonly #context: NameContext;
  readonly #candidatesAt = new Map<number, ReadonlyMap<number, number>>();
  /** Whether a single-word name can be at a word, by twice the word's index, plus one for a person's name. */
  readonly #singleWord = new Map<number, boolean>();
  /** The match that contains each word, by the word's index. */
  readonly #matches = new Map<number, NameMatch>();

  constructor(table: FormTable, tokens: readonly Token[]) {
    this.#table = table;
    this.#words = tableWordsOf(tokens, table);
    this.#context = new NameContext(this.#words);
  }

  /** The names in order, without overlaps. */
  matches(): readonly NameMatch[] {
    for (let at = 0; at < this.#words.length;) at = this.#addExact(at);
    for (const [at, word] of this.#words.entries()) {
      if (isCapitalised(word.text) && word.key.length > 1 && !this.#matches.has(at))
        this.#addFuzzy(at);
    }
    for (const [at, word] of this.#words.entries()) {
      if (isCapitalised(word.text) && word.wordId >= 0) this.#addPartial(at);
    }
    return [...new Set(this.#matches.values())].sort((a, b) => a.from - b.from);
  }

  /** Adds a match, replacing all that it overlaps. */
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

  /** True if the words already belong to a supported inexact match. */
  #isTaken({ from, to }: Alignment): boolean {
    for (let at = from; at < to; at++) {
      const other = this.#matches.get(at);
      if (other !== undefined && other.grounds !== 'none') return true;
    }
    return false;
  }

  #hasMatch({ from, to }: Alignment): boolean {
    for (let at = from; at < to; at++) if (this.#matches.has(at)) return true;
    return false;
  }

  /** Adds the longest exactly written name from `at` on, and returns the index of the word to continue with. */
  #addExact(at: number): number {
    const word = this.#words[at];
    if (word === undefined || !isKnown(word)) return at + 1;
    const ends: { readonly form: number; readonly to: number }[] = [];
    const isCommonWord = this.#isCommonWord(word, at);
    for (const id of idsOf(word)) {
      this.#table.forEachOpening(id, (form, second) => {
        if (
          second < 0
            ? isCommonWord && isCapitalised(this.#table.text(form)) && !this.#standsAsName(form, at)
            : !this.#mayContinue(second, at)
        )
          return;
        const to = second < 0 ? at + 1 : endOfExactMatch(this.#table, this.#words, form, at);
        if (to > 0) ends.push({ form, to });
      });
    }
    if (ends.length === 0) return at + 1;
    ends.sort((a, b) => b.to - a.to);
    const rejected = new Set<number>();
    // Many people may share the surname; the context is checked only once.
    const acceptedSurnames = new Map<number, boolean>();
    const acceptsSurname = (to: number): boolean => {
      const accepted = acceptedSurnames.get(to) ?? this.#acceptsSurname(at, to);
      acceptedSurnames.set(to, accepted);
      return accepted;
    };
    for (const { form, to } of ends) {
      if (rejected.has(this.#singleWordKey(form))) continue;
      if (!(this.#isSurname(form) ? acceptsSurname(to) : this.#acceptsForm(form, at))) continue;
      const alignment = align(this.#table, this.#words, form, at, () => Infinity);
      if (alignment === undefined) {
        if (this.#table.length(form) === 1) rejected.add(this.#singleWordKey(form));
        continue;
      }
      const forms = ends
        .filter((other) => other.to === to && !this.#isPart(other.form))
        .map((other) => other.form);
      if (this.#isPart(form)) {
        if (forms.length > 0 || !this.#addPart(alignment)) continue;
        return to;
      }
      this.#add({ ...alignment, forms, grounds: 'none', isRenamed: false, isTentative: false });
      return to;
    }
    return at + 1;
  }

  /**
   * True for a lower-case word that is not a name by itself: people are called Day, Long or Will, but these words are
   * in every draft.
   */
  #isCommonWord(word: TableWord, at: number): boolean {
    if (at === 0 || isCapitalised(word.text) || word.joint === 'none') return false;
    if (isParticle(word.text) || this.#context.hasHonorific(at)) return false;
    const singular = word.wordId < 0 ? word.text.replace(/s$/u, '') : word.text;
    return !isMissingCapital(word.text, singular.charAt(0).toUpperCase() + singular.slice(1));
  }

  #standsAsName(form: number, at: number): boolean {
    const entity = this.#table.entity(form);
    return entity !== undefined && standsAsName(this.#words, at, entity.kind);
  }

  /** True if the word after the one at `at` is the form's second word, or an initial before it. */
  #mayContinue(second: number, at: number): boolean {
    const next = this.#words[at + 1];
    return next !== undefined && (next.key.length === 1 || isTableWord(next, second));
  }

  #isPart(form: number): boolean {
    return this.#table.kind(form) === 'part';
  }

  /** Adds a full name without one of its parts; false if the name continues and may be another. */
  #addPart({ form, from, to }: Alignment): boolean {
    const [first, last, next] = [this.#words[from], this.#words[to - 1], this.#words[to]];
    if (first === undefined || last === undefined) return false;
    const touches = next !== undefined && next.joint !== 'space' && next.start - last.end < 2;
    if (touches || this.#context.isHeadline || this.#context.isContinued(to)) return false;
    const right = this.#table.entity(form)?.name ?? '';
    const written = this.#table.text(form);
    const misspelling = { start: first.start, end: last.end, written, right } as const;
    this.#addMisspelled(form, from, to, { ...misspelling, kind: 'part', distance: 0 }, 'name');
    return true;
  }

  /** False for the initials of a body that are not written in capitals. */
  #acceptsForm(form: number, from: number): boolean {
    return this.#table.kind(form) !== 'initials' || isAllCapitals(this.#words[from]?.text ?? '');
  }

  #isSurname(form: number): boolean {
    return this.#table.kind(form) === 'short' && this.#table.entity(form)?.kind === 'person';
  }

  /** True if nothing next to a surname shows that someone else is meant. */
  #acceptsSurname(from: number, to: number): boolean {
    if (this.#context.hasTitle(from)) return true;
    return (
      this.#context.givenNameBefore(from) === undefined && this.#context.nameAfter(to) === undefined
    );
  }

  /** Adds the name of which the unmatched word at `at` is most likely a misspelled part. */
  #addFuzzy(at: number): void {
    const word = this.#words[at];
    if (word === undefined || isHonorific(word.text)) return;
    let best: FuzzyCandidate | undefined;
    const sameWord = new Map<number, number[]>();
    const before = this.#mayBeMisspelled(at - 1);
    const after = this.#mayBeMisspelled(at + 1);
    const consider = (form: number, index: number, neighbour: number): void => {
      if (at < index) return;
      if (neighbour >= 0 && !(index > 0 ? before(neighbour) : after(neighbour))) return;
      if (!this.#allowsFuzzyMatch(form)) return;
      if (neighbour < 0) {
        // The distance of a surname is the same for everyone who has it.
        const word = this.#singleWordKey(form);
        const same = sameWord.get(word);
        if (same !== undefined) return void same.push(form);
        sameWord.set(word, [form]);
      }
      const found = this.#fuzzyMatchAt(form, at - index);
      if (found !== undefined && (best === undefined || isBetter(found, best))) best = found;
    };
    const wordIds = [...this.#candidates(at).keys()];
    if (word.wordId >= 0) wordIds.unshift(word.wordId);
    for (const wordId of wordIds) {
      if (this.#hasNeighbour(at)) this.#table.forEachOccurrence(wordId, consider);
      else this.#table.forEachSingleWordForm(wordId, (form) => consider(form, 0, -1));
    }
    if (best === undefined) return;
    const { form } = best;
    const forms = [...sameWord.values()].find((same) => same.includes(form)) ?? [form];
    this.#add({ ...best, forms, isRenamed: false });
  }

  /** True if a word next to the one at `at` may belong to the same name. */
  #hasNeighbour(at: number): boolean {
    const [before, word, after] = [this.#words[at - 1], this.#words[at], this.#words[at + 1]];
    return (
      (before !== undefined && word?.joint !== 'apart' && mayBePartOfName(before)) ||
      (after !== undefined && after.joint !== 'apart' && mayBePartOfName(after))
    );
  }

  /**
   * A quick test whether the word at `at` may be a misspelling of a table word, which rules out most of the forms that
   * contain a common given name.
   */
  #mayBeMisspelled(at: number): (right: number) => boolean {
    const word = this.#words[at];
    if (word === undefined) return () => false;
    if (word.key.length === 1) return () => true;
    const table = this.#table;
    let candidates: ReadonlyMap<number, number> | undefined;
    const initial = word.key.charCodeAt(0);
    const letters = letterSetOf(word.key);
    const link = isLinkWord(word.key);
    return (right) => {
      if (isTableWord(word, right)) return true;
      if (
        table.initial(right) === initial &&
        letterSetDistance(letters, table.letterSet(right)) <= MAX_LETTER_DIFFERENCE &&
        isOfSimilarLength(word.key, table.key(right))
      )
        return true;
      candidates ??= this.#candidates(at);
      if (candidates.has(right)) return true;
      return link && isLinkWord(table.key(right));
    };
  }

  #allowsFuzzyMatch(form: number): boolean {
    const kind = this.#table.kind(form);
    return kind !== 'initials' && kind !== 'avoided' && kind !== 'part';
  }

  /** A number shared by the single-word forms that match under the same conditions; -1 for longer forms. */
  #singleWordKey(form: number): number {
    if (this.#table.length(form) > 1) return -1;
    return this.#table.word(form, 0) * 2 + (this.#table.entity(form)?.kind === 'person' ? 1 : 0);
  }

  /** The table words that the word at `at` may be a misspelling of, with the distance of each. */
  #candidates(at: number): ReadonlyMap<number, number> {
    let candidates = this.#candidatesAt.get(at);
    if (candidates === undefined) {
      candidates = this.#table.candidates(fold(this.#words[at]?.text ?? ''));
      this.#candidatesAt.set(at, candidates);
    }
    return candidates;
  }

  /** The distance of the word at `at` from the table word that should be there. */
  #distance(at: number, wordId: number): number {
    const distance = this.#candidates(at).get(wordId);
    if (distance !== undefined) return distance;
    const written = this.#words[at]?.key ?? '';
    const right = this.#table.key(wordId);
    if (isLinkWord(written) && isLinkWord(right)) return LINK_WORD_DISTANCE;
    return right.startsWith(written.charAt(0)) && isOfSimilarLength(written, right)
      ? distanceBeside(written, right)
      : Infinity;
  }

  #fuzzyMatchAt(form: number, from: number): FuzzyCandidate | undefined {
    const entity = this.#table.entity(form);
    const alone = this.#table.length(form) === 1;
    if (entity === undefined) return undefined;
    const person = entity.kind === 'person';
    if (alone && !(this.#allowsSingleWord(from, person) && this.#mayMatchAlone(form, from)))
      return undefined;
    const found = align(this.#table, this.#words, form, from, (at, right) =>
      this.#distance(at, right),
    );
    if (found === undefined || found.misspellings.length === 0) return undefined;
    if (this.#isTaken(found) || (person && this.#context.isContinued(found.to))) return undefined;
    if (alone) return this.#fuzzySingleWord(found, person);
    const match = matchSeveral(found, entity, this.#context.isWholeName(found.from, found.to));
    const isTentative = match === 'possible';
    // A match that needs support never replaces an exact name.
    if (match === 'no' || (isTentative && this.#hasMatch(found))) return undefined;
    return { ...found, grounds: 'name', isTentative };
  }

  /** True if the word at `at` and its neighbours allow a single-word name there. */
  #allowsSingleWord(at: number, person: boolean): boolean {
    const key = at * 2 + (person ? 1 : 0);
    const allowed = this.#singleWord.get(key) ?? this.#checkSingleWord(at, person);
    this.#singleWord.set(key, allowed);
    return allowed;
  }

  #checkSingleWord(at: number, person: boolean): boolean {
    const titled = this.#context.hasHonorific(at);
    if (this.#words[at]?.joint === 'none' || (titled && !person)) return false;
    if (this.#context.nameAfter(at + 1) !== undefined || this.#context.isContinuedAsName(at + 1))
      return false;
    if (person && !titled && this.#context.givenNameBefore(at) !== undefined) return false;
    return !this.#isCorrectAlone(at, person);
  }

  /** True for a word that is correct by itself, although it is similar to a single-word name. */
  #isCorrectAlone(at: number, person: boolean): boolean {
    const word = this.#words[at];
    const isWhole = word?.possessive === undefined && this.#words[at + 1]?.first !== word?.first;
    if (word === undefined || !isWhole || word.rejoined) return false;
    return isCorrectAlone(word.text, this.#singleWordContext(at, person));
  }

  #singleWordContext(at: number, person: boolean): SingleWordContext {
    const titled = person && this.#context.hasHonorific(at);
    return { titled, person, speaks: this.#context.isSpeaker(at) };
  }

  #mayMatchAlone(form: number, at: number): boolean {
    const distance = this.#candidates(at).get(this.#table.word(form, 0));
    const written = fold(this.#words[at]?.text ?? '');
    return distance === undefined || mayMatchAlone(written, fold(this.#table.text(form)), distance);
  }

  #fuzzySingleWord(found: Alignment, person: boolean): FuzzyCandidate | undefined {
    const [misspelling] = found.misspellings;
    const titled = this.#context.hasHonorific(found.from);
    const match =
      misspelling === undefined
        ? 'no'
        : matchAlone(misspelling, this.#singleWordContext(found.from, person));
    if (match === 'no') return undefined;
    return { ...found, grounds: titled ? 'title' : 'none', isTentative: match === 'possible' };
  }

  /** Adds a name of which the word at `at` is correct and another part is not. */
  #addPartial(at: number): void {
    const word = this.#words[at];
    if (word === undefined) return;
    const next = this.#words[at + 1];
    const nextId = next?.wordId ?? -1;
    const given = this.#context.givenNameBefore(at) !== undefined;
    const mayBeRenamed = next !== undefined && isMembershipNoun(next.key);
    // A common given name is in many forms, which are visited only if one of them can match.
    if (nextId < 0 && !given && !mayBeRenamed) return;
    this.#table.forEachOccurrence(word.wordId, (form, index, neighbour) => {
      const length = this.#table.length(form);
      const continues =
        nextId >= 0 && (neighbour === nextId || (length > 2 && this.#table.has(form, nextId)));
      if (neighbour < 0 ? !given : !continues && !mayBeRenamed) return;
      const entity = this.#table.entity(form);
      if (entity?.kind === 'person' && this.#table.kind(form) === 'short' && index === 0) {
        if (given) this.#addWrongGivenName(entity, form, at);
      } else if (continues && length > 1 && this.#addReordered(form, index, at)) {
        return;
      } else if (entity?.kind === 'person' && length === 2 && index === 1) {
        const misspelling = swappedNameParts(this.#table, this.#words, this.#context, form, at);
        if (misspelling !== undefined) this.#addMisspelled(form, at, at + 2, misspelling, 'name');
      } else if (entity?.kind === 'body' && length > 2 && index === length - 2) {
        const from = renamedBodyStart(this.#table, this.#words, form, at);
        if (from === undefined) return;
        const found = {
          form,
          forms: [form],
          from,
          to: at + 2,
          misspellings: [],
          includesPossessive: false,
        };
        this.#add({ ...found, grounds: 'none', isRenamed: true, isTentative: false });
      }
    });
  }

  /** Adds a name whose words are in the wrong order from `at` on; true if there is one. */
  #addReordered(form: number, index: number, at: number): boolean {
    const next = this.#words[at + 1]?.wordId ?? -1;
    if (index === 0 && next === this.#table.word(form, 1)) return false;
    const to = at + this.#table.length(form);
    if (!this.#allowsFuzzyMatch(form) || this.#isMatched(at, to)) return false;
    // In “at the Economic Crime Bureau Garda officers stood” the last word belongs to the next name.
    const body = this.#table.entity(form)?.kind === 'body';
    if (body && this.#words[to - 1]?.wordId === this.#table.word(form, 0)) return false;
    if (this.#context.isContinued(to)) return false;
    const misspelling = reorderedWords(this.#table, this.#words, form, at);
    if (misspelling !== undefined) this.#addMisspelled(form, at, to, misspelling, 'name');
    return misspelling !== undefined;
  }

  /** True if the words from `at` up to `to` are already matched as one name. */
  #isMatched(at: number, to: number): boolean {
    const match = this.#matches.get(at);
    return (match?.from ?? Infinity) <= at && (match?.to ?? 0) >= to;
  }

  /** Adds a known surname from `at` on that follows a wrong given name. */
  #addWrongGivenName(entity: Entity, form: number, at: number): void {
    const to = this.#matches.has(at) ? -1 : endOfExactMatch(this.#table, this.#words, form, at);
    if (to < 0) return;
    const found = wrongGivenName(entity, this.#words, this.#context, at, to);
    if (found !== undefined)
      this.#addMisspelled(form, at - 1, to, found.misspelling, found.sure ? 'title' : 'none');
  }

  #addMisspelled(
    form: number,
    from: number,
    to: number,
    misspelling: Misspelling,
    grounds: NameMatch['grounds'],
  ): void {
    const found = {
      form,
      forms: [form],
      from,
      to,
      misspellings: [misspelling],
      includesPossessive: false,
    };
    this.#add({ ...found, grounds, isRenamed: false, isTentative: false });
  }
}

/** The table words for a written word. */
function idsOf({ wordId, possessiveId, singularId }: TableWord): Iterable<number> {
  return new Set([wordId, possessiveId, singularId].filter((id) => id >= 0));
}

function isKnown({ wordId, possessiveId, singularId }: TableWord): boolean {
  return wordId >= 0 || possessiveId >= 0 || singularId >= 0;
}

/** Three letters replaced by three others; no misspelled word differs more. */
const MAX_LETTER_DIFFERENCE = 6;

/** True if the lengths of two words allow one to be a misspelling of the other. */
function isOfSimilarLength(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= 2;
}

function isTableWord({ wordId, possessiveId, singularId }: TableWord, id: number): boolean {
  return wordId === id || possessiveId === id || singularId === id;
}

function mayBePartOfName(word: TableWord): boolean {
  return word.wordId >= 0 || word.possessiveId >= 0 || isCapitalised(word.text);
}

/** Prefers matches that need no support, then more correct words, then the smaller distance. */
function isBetter(a: FuzzyCandidate, b: FuzzyCandidate): boolean {
  if (a.isTentative !== b.isTentative) return b.isTentative;
  if (a.correctWords.length !== b.correctWords.length)
    return a.correctWords.length > b.correctWords.length;
  return totalDistance(a) < totalDistance(b);
}

function totalDistance({ misspellings }: FuzzyCandidate): number {
  return misspellings.reduce((sum, { distance }) => sum + distance, 0);
}
