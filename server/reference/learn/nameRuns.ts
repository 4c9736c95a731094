import { isEnglishWord } from '../../prose/dictionary.js';
import type { Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import {
  isBodyHead,
  isCalendarWord,
  isCompanyForm,
  isEventHead,
  isNoName,
  isParticle,
  isPlaceStart,
  isTopic,
} from '../../lexicon/nameWords.js';
import { isHonorific, isPersonTitle } from '../names/titles.js';
import { creditedIn, withCapitals } from './credits.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isIntroduced } from './introduction.js';
import { isRoleNoun, isRoleQualifier, shortenedOffice } from '../../lexicon/roleWords.js';
import { isInCapitals, isNobody, turnsIn, usualCase } from './transcript.js';
import {
  type SourceWord,
  type WordSentence,
  isAdjacent,
  isCapital,
  sourceWordsOf,
} from './words.js';

/** Words in a row that are written as a name, an office before it included (“President Amina Diallo”). */
export interface NameRun {
  readonly sentence: WordSentence;
  /** Indices into the sentence's words, both included. */
  readonly first: number;
  readonly last: number;
  /** As it stands in the prose; in a credit line, a dateline or a transcript with the capitals of a name. */
  readonly text: string;
  /**
   * `joined` holds words that only a body's name joins (“University of Ghana”), `credited` stands in a
   * credit line, a byline or before a turn of a transcript and is a person's, `dateline` is the place that a report comes from.
   */
  readonly nature: 'plain' | 'joined' | 'credited' | 'dateline';
}

/** A source's sentences cut into words, with the names that are written in them. */
export interface NamedSentence extends WordSentence {
  readonly runs: readonly NameRun[];
  /** The runs by the index of their first word. */
  readonly runFrom: ReadonlyMap<number, NameRun>;
  /** The runs by the index of their last word. */
  readonly runTo: ReadonlyMap<number, NameRun>;
}

/** The sentences of a source that can hold names, with what is written as a name in each. */
export function readNames(prose: Prose): readonly NamedSentence[] {
  const habits = habitsOf(prose);
  const labels = labelsIn(prose, habits);
  const sentences = prose.blocks
    .filter((block) => block.kind !== 'heading')
    .flatMap((block) =>
      block.sentences
        .filter((sentence) => canName(sentence, labels))
        .map((sentence) => ({
          block,
          sentence,
          words: sourceWordsOf(block, sentence, (word) => habits.inside.has(word)),
        })),
    );
  return sentences.map((sentence) => {
    const runs = runsIn(sentence, habits, labels.get(sentence.sentence));
    return {
      ...sentence,
      runs,
      runFrom: new Map(runs.map((run) => [run.first, run])),
      runTo: new Map(runs.map((run) => [run.last, run])),
    };
  });
}

function canName(sentence: Sentence, labels: ReadonlyMap<Sentence, Label>): boolean {
  const { role, text } = sentence;
  return role === 'dateline' || labels.has(sentence) || !isHeadline(text);
}

/** What stands in capitals before a turn of a transcript: “ADA ROE (mayor):”. */
interface Label {
  readonly length: number;
  /** False for “REPORTER”. */
  readonly isName: boolean;
  /** Words as the source writes them elsewhere, by their lower case. */
  readonly written: ReadonlyMap<string, string>;
}

function labelsIn(prose: Prose, { inside }: Habits): ReadonlyMap<Sentence, Label> {
  const turns = turnsIn(prose).filter(({ speaker }) => isInCapitals(speaker));
  if (turns.length === 0) return new Map();
  const written = new Map(
    [...inside].filter((word) => !isInCapitals(word)).map((word) => [word.toLowerCase(), word]),
  );
  return new Map(
    turns.map(({ sentence, speaker }) => [
      sentence,
      { length: speaker.length, isName: !isNobody(speaker), written },
    ]),
  );
}

/** How a source writes its words. */
interface Habits {
  /** Words written in lower case anywhere. */
  readonly lower: ReadonlySet<string>;
  /** Words written with a capital inside a sentence. */
  readonly inside: ReadonlySet<string>;
  /** Words of `inside` that also stand without a possessive ending. */
  readonly plain: ReadonlySet<string>;
}

function habitsOf(prose: Prose): Habits {
  const lower = new Set<string>();
  const inside = new Set<string>();
  const plain = new Set<string>();
  for (const block of prose.blocks) {
    if (block.kind === 'heading') continue;
    for (const { tokens, text } of block.sentences) {
      if (isHeadline(text)) continue;
      for (const [index, token] of tokens.entries()) {
        if (/^\p{Ll}/u.test(token.text)) lower.add(token.text);
        else if (!/^\p{Lu}/u.test(token.text) || opensAt(tokens[index - 1]?.text)) continue;
        else if (!isNoName(token.text, true)) {
          inside.add(token.text);
          if (!/^['’]/u.test(tokens[index + 1]?.text ?? '')) plain.add(token.text);
        }
      }
    }
  }
  return { lower, inside, plain };
}

function opensAt(before: string | undefined): boolean {
  return before === undefined || /^["“”‘:—–•*]$/u.test(before);
}

/** A line in capitals, or with a capital on every longer word, tells nothing of what is a name. */
function isHeadline(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (text.length > 8 && capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0)) return true;
  if (/[.!?]["”’)]*$/u.test(text)) return false;
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    longer.length > 5 && longer.filter((word) => /^\p{Lu}/u.test(word)).length > longer.length * 0.8
  );
}

function opens(word: SourceWord, index: number): boolean {
  return index === 0 || /["“‘:—–•*]\s*$|(?:^|\s)'$/u.test(word.gap);
}

/** “New Zealand” at the head of a sentence. */
function opensPlace(words: readonly SourceWord[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !isAdjacent(next)) return false;
  const two = `${words[index]?.text ?? ''} ${next.text}`;
  return placeNamed(two) !== undefined || placeOfDemonym(two) !== undefined;
}

/** Months that are surnames too: “Theresa May”. */
const SURNAMES_OF_MONTHS = /^(?:March|May|June|August)$/u;

/** “Jan van der Meer”: a given name that a surname follows. */
function opensFullName(words: readonly SourceWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || !isGivenName(word.text) || !isAdjacent(next))
    return false;
  if (isParticle(next.text)) return true;
  return isCapital(next) && !isCalendarWord(next.text) && !isEnglishWord(next.text);
}

function isNameWord(words: readonly SourceWord[], index: number, inRun: boolean): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (!isCapital(word) || /^I(?:['’]|$)/u.test(word.text) || /^[RDI]-\p{Lu}/u.test(word.text))
    return false;
  if (isNoName(word.text, opens(word, index)) && !opensPlace(words, index)) return false;
  if (!isCalendarWord(word.text)) return true;
  return inRun ? SURNAMES_OF_MONTHS.test(word.text) : opensFullName(words, index);
}

function runsIn(
  sentence: WordSentence,
  habits: Habits,
  label: Label | undefined,
): readonly NameRun[] {
  if (sentence.sentence.role === 'credit' || sentence.sentence.role === 'byline') {
    return creditedIn(sentence.words).map(({ first, last }) => {
      const run = runOf(sentence, first, last, 'credited');
      return { ...run, text: withCapitals(run.text) };
    });
  }
  if (sentence.sentence.role === 'dateline') return datelineRuns(sentence);
  const runs: NameRun[] = [];
  const { words } = sentence;
  let index = 0;
  if (label !== undefined) {
    const { start } = sentence.sentence;
    const last = words.findLastIndex(({ end }) => end <= start + label.length);
    const first = words.findIndex(({ text }) => !isPersonTitle(text));
    if (first <= last && label.isName) {
      const run = runOf(sentence, first, last, 'credited');
      runs.push({ ...run, text: usualCase(run.text, label.written) });
    }
    if (isHeadline(sentence.sentence.text.slice(label.length))) return runs;
    index = last + 1;
  }
  while (index < words.length) {
    const word = words[index];
    if (word === undefined || !isNameWord(words, index, false)) {
      index++;
      continue;
    }
    const last = endOfRun(words, index);
    const first = opens(word, index) ? openingOf(words, index, last, habits) : index;
    if (first <= last) runs.push(runOf(sentence, first, last, 'plain'));
    index = last + 1;
  }
  return joinBodies(sentence, runs, habits);
}

/** “LAGOS, Nigeria —”: the city is set in capitals, what else is a place is one that every desk knows. */
function datelineRuns(sentence: WordSentence): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { words } = sentence;
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last + 1 < words.length && isNext(words, last + 1)) last++;
    const run = runOf(sentence, first, last, 'dateline');
    if (first === 0) runs.push({ ...run, text: withCapitals(run.text.toLowerCase()) });
    else if (placeNamed(run.text) !== undefined) runs.push(run);
    first = last + 1;
  }
  return runs;
}

function runOf(
  sentence: WordSentence,
  first: number,
  last: number,
  nature: NameRun['nature'],
): NameRun {
  const start = sentence.words[first]?.start ?? 0;
  const end = sentence.words[last]?.end ?? start;
  return { sentence, first, last, text: sentence.block.text.slice(start, end), nature };
}

/** No name has more words than this. */
const LONGEST_RUN = 12;

/** The last word of the run that begins at `first`: capitals in a row, with particles between them. */
function endOfRun(words: readonly SourceWord[], first: number): number {
  let last = first;
  for (let index = first + 1; index < Math.min(words.length, first + LONGEST_RUN); index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) break;
    if (before.possessive || before.compound !== undefined) break;
    if (!isAdjacent(word) && word.gap !== ' & ') break;
    if (before.text.endsWith('.') && endsSentence(words, index - 1)) break;
    if (index - first > 1 && isBodyHead(before.text) && isGivenName(word.text)) break;
    if (isNameWord(words, index, true) || endsLikeWord(words, first, index)) last = index;
    else if (PARTICLED.test(word.text)) last = index;
    else if (!isParticle(word.text) || index - last > 3) break;
  }
  return last;
}

/**
 * True for “Nguyen Van An is”: an article or “than” with a capital that ends a name of three words, since
 * nothing follows that it could belong to.
 */
function endsLikeWord(words: readonly SourceWord[], first: number, index: number): boolean {
  const next = words[index + 1];
  return (
    index - first > 1 &&
    /^(?:A|An|My|Than)$/u.test(words[index]?.text ?? '') &&
    (next === undefined || !isAdjacent(next) || (!isCapital(next) && isNoName(next.text, false)))
  );
}

/** “al-Khatib”, “d'Estaing”. */
const PARTICLED = /^(?:al|el|an|ar|as|at|ad|ibn|bin|de|da|d|l)[-‐‑'’]\p{Lu}/u;

/** True where the full stop of an abbreviation may as well end the run: “U.S. Officials” keeps, “plc. Osei” parts. */
function endsSentence(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  return !(
    /^(?:\p{L}\.)+$/u.test(word.text) ||
    isHonorific(word.text) ||
    shortenedOffice(word.text) !== undefined ||
    /^(?:St|Mt|Jr|Sr)\.$/u.test(word.text)
  );
}

/** Where a run that opens a sentence begins: its first word may have a capital for that alone. */
function openingOf(
  words: readonly SourceWord[],
  first: number,
  last: number,
  { lower, inside }: Habits,
): number {
  const word = words[first];
  if (word === undefined) return first;
  const { text } = word;
  if (opensPlace(words, first)) return first;
  if (inside.has(text) || placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined) {
    return first;
  }
  if (
    /^(?:(?:\p{Lu}\.?)+|(?:St|Mt)\.?)$/u.test(text) ||
    isHonorific(text) ||
    shortenedOffice(text) !== undefined
  ) {
    return first;
  }
  if (first === last) {
    const owner = word.possessive || word.compound !== undefined;
    const plain = lower.has(text.toLowerCase()) || isEnglishWord(text);
    return (owner || isIntroduced(words, last)) && !plain ? first : first + 1;
  }
  if (isRoleNoun(text) || isGivenName(text)) return first;
  const office = words.slice(first + 1, last + 1).some((other) => isRoleNoun(other.text));
  if (office && isRoleQualifier(text)) return first;
  if (!isEnglishWord(text)) return lower.has(text.toLowerCase()) ? first + 1 : first;
  if (lower.has(text.toLowerCase()) || isRoleQualifier(text)) return first + 1;
  return isTakenForName(words, first, last, inside) ? first : first + 1;
}

/** True where a plain word that opens a sentence still is the first of a name: “White House”, “Rose Osei, 54,”. */
function isTakenForName(
  words: readonly SourceWord[],
  first: number,
  last: number,
  inside: ReadonlySet<string>,
): boolean {
  const second = words[first + 1]?.text ?? '';
  if (/^\p{Lu}\.$/u.test(second)) return true;
  if (last > first + 1) return false;
  return isEnglishWord(second) || !inside.has(second) || words[last + 1]?.gap === ', ';
}

/** Joins the runs that together are the name of one body: “Ministry” of “Health”, “King's” “College London”. */
function joinBodies(
  sentence: WordSentence,
  runs: readonly NameRun[],
  habits: Habits,
): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) continue;
    let end = index;
    if (owns(sentence.words, run, runs[index + 1], habits)) end = index + 1;
    const head =
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, 'joined');
    end = afterOf(sentence.words, head, runs, end);
    if (end === index && joinsByAnd(sentence.words, run, runs[index + 1])) end = index + 1;
    joined.push(
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, 'joined'),
    );
    index = end;
  }
  return joined;
}

const OWNERS =
  /^(?:People|Women|Men|Children|Girls|Boys|Workers|Farmers|Veterans|Students|Teachers|Players|Citizens|Doctors|Ladies|Mothers|Lawyers|Writers|Pensioners|Taxpayers|Consumers)$/iu;

function owns(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
  { plain }: Habits,
): boolean {
  const owner = words[run.last];
  const head = next === undefined ? undefined : words[next.first];
  if (owner?.possessive !== true || head === undefined || next === undefined) return false;
  if (next.first !== run.last + 1 || !isAdjacent(head)) return false;
  const ends = words[next.last]?.text ?? '';
  if (OWNERS.test(owner.text))
    return isBodyHead(ends) || isEventHead(ends) || isBodyHead(head.text);
  if (placeNamed(run.text) !== undefined || plain.has(owner.text)) return false;
  return isBodyHead(head.text);
}

const OF = /^(?:of|for|on)$/u;

/** The last of the runs that belong to the name that `run` begins, by “of” or “for”. */
function afterOf(
  words: readonly SourceWord[],
  run: NameRun,
  runs: readonly NameRun[],
  from: number,
): number {
  const head = words[run.last];
  const next = runs[from + 1];
  if (head === undefined || next === undefined || head.possessive) return from;
  if (head.compound !== undefined || run.last - run.first > 4) return from;
  if (isCompanyForm(head.text)) return from;
  if (!isBodyHead(head.text) && !isEventHead(head.text) && !isPlaceStart(head.text)) return from;
  const link = words[run.last + 1];
  if (link === undefined || !OF.test(link.text) || !isAdjacent(link)) return from;
  const article = words[run.last + 2]?.text === 'the' ? 1 : 0;
  if (next.first !== run.last + 2 + article || !isNext(words, next.first)) return from;
  const end = afterList(words, runs, from + 1);
  // “Centre for the Study of Glaciers”: a subject that asks for another.
  const last = runs[end];
  const further = runs[end + 1];
  const open = last !== undefined && isOpenSubject(words[last.last]?.text ?? '');
  if (!open || further?.first !== last.last + 2 || !isNext(words, further.first)) return end;
  return words[last.last + 1]?.text === 'of' ? afterList(words, runs, end + 1) : end;
}

function isOpenSubject(word: string): boolean {
  return /^(?:Study|Studies|Protection|Prevention|Promotion|Advancement|Defen[cs]e|Treatment|Status|Rights|Council|Conservation|Preservation|Abolition|Freedom|Friends|House|University)$/u.test(
    word,
  );
}

function isNext(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isAdjacent(word);
}

/** Goes on over “Culture, Media and Sport”, where the list ends in a subject. */
function afterList(words: readonly SourceWord[], runs: readonly NameRun[], from: number): number {
  let end = from;
  for (let index = from; index + 1 < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (run === undefined || next === undefined || words[run.last]?.possessive === true) break;
    const gap = words.slice(run.last + 1, next.first + 1);
    const comma = gap.length === 1 && /^,? (?:& )?$/u.test(gap[0]?.gap ?? '');
    const and = gap.length === 2 && gap[0]?.text === 'and' && /^,? $/u.test(gap[0].gap);
    if (!comma && !and) break;
    if (isTopic(words[next.last]?.text ?? '')) end = index + 1;
    else if (and || next.last > next.first) break;
  }
  return end;
}

/** True for “Food and Drug Administration”: a subject, “and”, and a run that ends as a body's name does. */
function joinsByAnd(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
): boolean {
  const country = run.last > run.first && /^(?:\p{Lu}\.?){2,}$/u.test(words[run.first]?.text ?? '');
  const article = words[run.first - 1]?.text.toLowerCase() === 'the';
  if ((!article && !country) || next === undefined) return false;
  if (run.last - run.first !== (country ? 1 : 0)) return false;
  const link = words[run.last + 1];
  if (link?.text !== 'and' || !isAdjacent(link) || next.first !== run.last + 2) return false;
  return (
    isTopic(words[run.last]?.text ?? '') &&
    next.last > next.first &&
    isBodyHead(words[next.last]?.text ?? '')
  );
}
