import type { Prose } from '../../prose/prose.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import {
  isBodyHead,
  isCalendarWord,
  isEventHead,
  isNoName,
  isParticle,
  isPlaceStart,
  isTopic,
} from './nameWords.js';
import { isHonorific, isRoleNoun, shortenedOffice } from './roleWords.js';
import { type Word, type WordSentence, isAdjacent, isCapital, wordsOf } from './words.js';

/** Words in a row that are written as a name, an office before it included (“President Amina Diallo”). */
export interface NameRun {
  readonly sentence: WordSentence;
  /** Indices into the sentence's words, both included. */
  readonly first: number;
  readonly last: number;
  /** As it stands in the prose. */
  readonly text: string;
  /** True where words were joined that only a body's name joins: “University of Ghana”. */
  readonly joined: boolean;
}

/** A source's sentences cut into words, with the names that are written in them. */
export interface NamedSentence extends WordSentence {
  readonly runs: readonly NameRun[];
}

/** The sentences of a source that can hold names, with what is written as a name in each. Cannot throw. */
export function readNames(prose: Prose): readonly NamedSentence[] {
  const habits = habitsOf(prose);
  const sentences = prose.blocks
    .filter((block) => block.kind !== 'heading')
    .flatMap((block) =>
      block.sentences
        .filter((sentence) => !isShouted(sentence.text))
        .map((sentence) => ({
          block,
          sentence,
          words: wordsOf(block, sentence, (word) => habits.inside.has(word)),
        })),
    );
  return sentences.map((sentence) => ({ ...sentence, runs: runsIn(sentence, habits) }));
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
      if (isShouted(text)) continue;
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

/** A line in capitals tells nothing of what is a name. */
function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return text.length > 8 && capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

function opens(word: Word, index: number): boolean {
  return index === 0 || /["“‘:—–•*]\s*$/u.test(word.gap);
}

function isNameWord(word: Word, index: number, inRun: boolean): boolean {
  if (!isCapital(word) || word.text === 'I') return false;
  if (isNoName(word.text, opens(word, index))) return false;
  return inRun || !isCalendarWord(word.text);
}

function runsIn(sentence: WordSentence, habits: Habits): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { words } = sentence;
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined || !isNameWord(word, index, false)) {
      index++;
      continue;
    }
    const last = endOfRun(words, index);
    const first = opens(word, index) ? openingOf(words, index, last, habits) : index;
    if (first <= last) runs.push(runOf(sentence, first, last, false));
    index = last + 1;
  }
  return joinBodies(sentence, runs, habits);
}

function runOf(sentence: WordSentence, first: number, last: number, joined: boolean): NameRun {
  const start = sentence.words[first]?.start ?? 0;
  const end = sentence.words[last]?.end ?? start;
  return { sentence, first, last, text: sentence.block.text.slice(start, end), joined };
}

/** The last word of the run that begins at `first`: capitals in a row, with particles between them. */
function endOfRun(words: readonly Word[], first: number): number {
  let last = first;
  for (let index = first + 1; index < words.length; index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) break;
    if (before.possessive || before.compound !== undefined) break;
    if (!isAdjacent(word) && word.gap !== ' & ') break;
    if (/\.$/u.test(before.text) && endsSentence(words, index - 1)) break;
    if (isNameWord(word, index, true)) last = index;
    else if (!isParticle(word.text) || index - last > 3) break;
  }
  return last;
}

/** True where the full stop of an abbreviation may as well end the run: “U.S. Officials” keeps, “plc. Osei” parts. */
function endsSentence(words: readonly Word[], index: number): boolean {
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
  words: readonly Word[],
  first: number,
  last: number,
  { lower, inside }: Habits,
): number {
  const word = words[first];
  if (word === undefined) return first;
  const { text } = word;
  if (inside.has(text) || placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined) {
    return first;
  }
  if (/^(?:\p{Lu}\.?)+$/u.test(text) || isHonorific(text) || shortenedOffice(text) !== undefined) {
    return first;
  }
  if (first === last) {
    const owner = word.possessive || word.compound !== undefined;
    return owner && word.tag === 'PROPN' && !lower.has(text.toLowerCase()) ? first : first + 1;
  }
  if (isRoleNoun(text)) return first;
  const common = lower.has(text.toLowerCase()) || !/^(?:PROPN|NOUN|ADJ|X)$/u.test(word.tag);
  return common ? first + 1 : first;
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
    const head = end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, true);
    end = afterOf(sentence.words, head, runs, end);
    if (end === index && joinsByAnd(sentence.words, run, runs[index + 1])) end = index + 1;
    joined.push(
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, true),
    );
    index = end;
  }
  return joined;
}

const OWNERS =
  /^(?:People|Women|Men|Children|Girls|Boys|Workers|Farmers|Veterans|Students|Teachers|Players|Citizens|Doctors|Ladies|Mothers|Lawyers|Writers|Pensioners|Taxpayers|Consumers)$/iu;

function owns(
  words: readonly Word[],
  run: NameRun,
  next: NameRun | undefined,
  { plain }: Habits,
): boolean {
  const owner = words[run.last];
  const head = next === undefined ? undefined : words[next.first];
  if (owner?.possessive !== true || head === undefined || next === undefined) return false;
  if (next.first !== run.last + 1 || !isAdjacent(head)) return false;
  const ends = words[next.last]?.text ?? '';
  if (OWNERS.test(owner.text)) return isBodyHead(ends) || isEventHead(ends) || isBodyHead(head.text);
  if (placeNamed(run.text) !== undefined || plain.has(owner.text)) return false;
  return isBodyHead(head.text);
}

const OF = /^(?:of|for|on)$/u;

/** The last of the runs that belong to the name that `run` begins, by “of” or “for”. */
function afterOf(
  words: readonly Word[],
  run: NameRun,
  runs: readonly NameRun[],
  from: number,
): number {
  const head = words[run.last];
  const next = runs[from + 1];
  if (head === undefined || next === undefined || head.possessive) return from;
  if (head.compound !== undefined || run.last - run.first > 4) return from;
  if (!isBodyHead(head.text) && !isEventHead(head.text) && !isPlaceStart(head.text)) return from;
  const link = words[run.last + 1];
  if (link === undefined || !OF.test(link.text) || !isAdjacent(link)) return from;
  const article = words[run.last + 2]?.text === 'the' ? 1 : 0;
  if (next.first !== run.last + 2 + article || !isNext(words, next.first)) return from;
  return afterList(words, runs, from + 1);
}

function isNext(words: readonly Word[], index: number): boolean {
  const word = words[index];
  return word !== undefined && isAdjacent(word);
}

/** Goes on over “Culture, Media and Sport”, where the list ends in a subject. */
function afterList(words: readonly Word[], runs: readonly NameRun[], from: number): number {
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
function joinsByAnd(words: readonly Word[], run: NameRun, next: NameRun | undefined): boolean {
  const article = words[run.first - 1]?.text.toLowerCase() === 'the';
  if (!article || next === undefined || run.first !== run.last) return false;
  const link = words[run.last + 1];
  if (link?.text !== 'and' || !isAdjacent(link) || next.first !== run.last + 2) return false;
  return (
    isTopic(words[run.last]?.text ?? '') &&
    next.last > next.first &&
    isBodyHead(words[next.last]?.text ?? '')
  );
}
