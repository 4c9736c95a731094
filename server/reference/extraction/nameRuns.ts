import {
  isEnglishWord,
  isEnglishWordOrPlural,
  isPersonNoun,
  isThirdOrPastForm,
} from '../../prose/dictionary.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import { isHonorific } from '../../lexicon/honorifics.js';
import { isCalendarWord } from '../../lexicon/calendar.js';
import { isArticle } from '../../lexicon/functionWords.js';
import {
  isBodyHead,
  isCompanyForm,
  isEventHead,
  isNeverName,
  isParticle,
  isPlaceHead,
  isPlaceStart,
  isTopicNoun,
} from '../../lexicon/nameWords.js';
import { bodyInHeading, headOfBody } from './capitals.js';
import { inReadingOrder, namesInCells } from '../tables/cellNames.js';
import { pairedNamesIn } from './pairedNames.js';
import { creditedNames, capitaliseWords } from './credits.js';
import { headingsOfCells } from '../tables/cellTexts.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import {
  isNameLikeRole,
  isRoleNoun,
  isRoleQualifier,
  isPersonTitle,
} from '../../lexicon/roleWords.js';
import { isAllCapsLabel, transcriptTurnsIn, inNameCase } from './transcript.js';
import { expandedOffice } from '../../lexicon/titleAbbreviations.js';
import { startsWithCapital } from '../../prose/letterCase.js';
import {
  type SourceWord,
  type WordSentence,
  type WordSpan,
  isAdjacent,
  sourceWordsOf,
} from './words.js';

/** Consecutive words that are written as a name, including an office before it (“President Amina Diallo”). */
export interface NameRun {
  readonly sentence: WordSentence;
  /** Indices of the sentence's words, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** The text as written; in a credit line, dateline or transcript, with the capitals of a name. */
  readonly text: string;
  /**
   * `joined` is a body's name with function words (“University of Ghana”), `credited` a person named in a credit line, a
   * byline or a transcript label, `dateline` the place of a report.
   */
  readonly runKind: 'plain' | 'joined' | 'credited' | 'dateline';
}

/** A sentence of a source with its words and the runs that are written as names. */
export interface NamedSentence extends WordSentence {
  readonly runs: readonly NameRun[];
  /** The runs by the index of their first word. */
  readonly runFrom: ReadonlyMap<number, NameRun>;
  /** The runs by the index of their last word. */
  readonly runTo: ReadonlyMap<number, NameRun>;
}

/** The sentences of a source that may contain names, with the runs that are written as names. Yields after each. */
export function* readNameRuns(prose: Prose): CooperativeTask<readonly NamedSentence[]> {
  const usage = usageOf(prose);
  yield;
  const labels = labelsIn(prose, usage);
  const headings = headingsOfCells(prose);
  const cells = namesInCells(headings);
  const sentences = prose.blocks
    .filter((block) => block.kind !== 'heading')
    .flatMap((block) =>
      block.sentences
        .filter((sentence) => cells.has(block) || mayContainNames(sentence, labels))
        .map((sentence) => ({
          block,
          sentence,
          words: sourceWordsOf(block, sentence, (word) => usage.inside.has(word)),
        })),
    );
  yield;
  const named: (WordSentence & Pick<NamedSentence, 'runs'>)[] = [];
  for (const sentence of sentences) {
    const kind = cells.get(sentence.block);
    const runs =
      kind === undefined
        ? runsIn(sentence, usage, labels.get(sentence.sentence), headings.has(sentence.block))
        : wholeCell(sentence, kind);
    named.push({ ...sentence, runs });
    yield;
  }
  const pairs = pairedNamesIn(named);
  yield;
  return [...headingsOf(prose, usage), ...named].map((sentence) => {
    const runs = withPairs(sentence, sentence.runs, pairs.get(sentence) ?? []);
    return {
      ...sentence,
      runs,
      runFrom: new Map(runs.map((run) => [run.first, run])),
      runTo: new Map(runs.map((run) => [run.last, run])),
    };
  });
}

/**
 * Headings in capitals that are the name of a body to which the source refers: “COASTAL PLANNING OFFICE” above a
 * text about “the commission”. Other headings have too many capitals to find names in them.
 */
function headingsOf(
  prose: Prose,
  { referred }: CapitalUsage,
): readonly (WordSentence & { readonly runs: readonly NameRun[] })[] {
  return prose.blocks.flatMap((block) => {
    const name = bodyInHeading(block.text);
    const [sentence] = block.sentences;
    if (name === undefined || sentence === undefined) return [];
    if (!referred.has(headOfBody(name) ?? '')) return [];
    const words = sourceWordsOf(block, sentence, () => false);
    const whole = { block, sentence, words };
    const last = name.split(' ').length - 1;
    return words.length > last
      ? [{ ...whole, runs: [{ ...runOf(whole, 0, last, 'joined'), text: name }] }]
      : [];
  });
}

/** The name that a cell is. */
function wholeCell(sentence: WordSentence, runKind: NameRun['runKind']): readonly NameRun[] {
  const { words } = sentence;
  if (words.length === 0) return [];
  const run = runOf(sentence, 0, words.length - 1, runKind);
  if (runKind !== 'credited') return [run];
  const text = inReadingOrder(run.text);
  return [
    {
      ...run,
      text: text
        .split(' ')
        .map((word) => (isAllCapsLabel(word) ? inNameCase(word) : word))
        .join(' '),
    },
  ];
}

/** The runs, with those that are one name with “and” as one. */
function withPairs(
  sentence: WordSentence,
  runs: readonly NameRun[],
  pairs: readonly WordSpan[],
): readonly NameRun[] {
  if (pairs.length === 0) return runs;
  const rest = runs.filter(
    (run) => !pairs.some(({ first, last }) => first <= run.first && run.last <= last),
  );
  const joined = pairs.map(({ first, last }) => runOf(sentence, first, last, 'joined'));
  return [...rest, ...joined].sort((a, b) => a.first - b.first);
}

function mayContainNames(sentence: Sentence, labels: ReadonlyMap<Sentence, Label>): boolean {
  const { role, text } = sentence;
  return role === 'dateline' || labels.has(sentence) || !isHeadline(text);
}

/** The label in capitals before a turn of a transcript: “ADA ROE (mayor):”. */
interface Label {
  readonly length: number;
  /** The name in its usual case; `undefined` for a generic label such as “REPORTER”. */
  readonly name: string | undefined;
}

function labelsIn(prose: Prose, { inside }: CapitalUsage): ReadonlyMap<Sentence, Label> {
  const turns = transcriptTurnsIn(prose).filter(({ speaker }) => isAllCapsLabel(speaker));
  if (turns.length === 0) return new Map();
  const written = new Map(
    [...inside].filter((word) => !isAllCapsLabel(word)).map((word) => [word.toLowerCase(), word]),
  );
  return new Map(
    turns.map(({ sentence, speaker, name }) => [
      sentence,
      {
        length: speaker.length,
        name: name === speaker ? inNameCase(withoutTitles(name), written) : name,
      },
    ]),
  );
}

function withoutTitles(name: string): string {
  const words = name.split(' ');
  return words.slice(words.findIndex((word) => !isPersonTitle(word))).join(' ');
}

/** How a source capitalises its words. */
interface CapitalUsage {
  /** Words that occur in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Words that occur with a capital within a sentence. */
  readonly inside: ReadonlySet<string>;
  /** Words of `inside` that also occur without a possessive ending. */
  readonly plain: ReadonlySet<string>;
  /** Words, in lower case, that occur after “the”. */
  readonly referred: ReadonlySet<string>;
}

function usageOf(prose: Prose): CapitalUsage {
  const lower = new Set<string>();
  const inside = new Set<string>();
  const plain = new Set<string>();
  const referred = new Set<string>();
  for (const block of prose.blocks) {
    if (block.kind === 'heading') continue;
    for (const { tokens, text } of block.sentences) {
      if (isHeadline(text)) continue;
      // After an item's mark, a day or a time too: “4. Borehole”, “Fri 23:14 Mayday”.
      let isHead = true;
      for (const [index, token] of tokens.entries()) {
        const isFirst = isHead;
        isHead = isHead && !isOfLine(token.text);
        if (/^the$/iu.test(tokens[index - 1]?.text ?? '')) referred.add(token.text.toLowerCase());
        if (/^\p{Ll}/u.test(token.text)) lower.add(token.text);
        else if (!/^\p{Lu}/u.test(token.text) || isFirst) continue;
        else if (opensSentence(tokens[index - 1]?.text ?? '')) continue;
        else if (!isNeverName(token.text, true)) {
          inside.add(token.text);
          if (!/^['’]/u.test(tokens[index + 1]?.text ?? '')) plain.add(token.text);
        }
      }
    }
  }
  return { lower, inside, plain, referred };
}

function opensSentence(mark: string): boolean {
  return /^["“”‘:—–•*]$/u.test(mark);
}

/** True for a word of a line, unlike the mark, the day or the time at its head. */
function isOfLine(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !isCalendarWord(word) && !SHORT_DAY.test(word);
}

/** Short names of days and months that are other words as well. */
const SHORT_DAY = /^(?:Mon|Sat|Sun|Mar)\.?$/u;

/** True for a line in capitals or title case, where a capital does not identify a name. */
function isHeadline(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (text.length > 8 && capitals * 2 > (text.match(/\p{L}/gu)?.length ?? 0)) return true;
  if (/[.!?]["”’)]*$/u.test(text)) return false;
  // A list of names: “Present: Cllr Ada Roe, Cllr Bo Tarn, Una Lind”
  if ((text.match(/[,;]/gu)?.length ?? 0) > 1) return false;
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  return (
    longer.length > 5 && longer.filter((word) => /^\p{Lu}/u.test(word)).length > longer.length * 0.8
  );
}

function isStart(words: readonly SourceWord[], index: number): boolean {
  return (
    !words.slice(0, index).some(({ text }) => isOfLine(text)) ||
    /["“‘:—–•*]\s*$|(?:^|\s)'$/u.test(words[index]?.gap ?? '')
  );
}

/** True for the first word of a place such as “New Zealand”. */
function startsPlace(words: readonly SourceWord[], index: number): boolean {
  const next = words[index + 1];
  if (next === undefined || !isAdjacent(next)) return false;
  const two = `${words[index]?.text ?? ''} ${next.text}`;
  return placeNamed(two) !== undefined || placeOfDemonym(two) !== undefined;
}

/** Months that are also surnames: “Theresa May”. */
const MONTH_SURNAMES = /^(?:March|May|June|August)$/u;

/** True for a given name followed by a surname: “Jan van der Meer”. */
function startsFullName(words: readonly SourceWord[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (word === undefined || next === undefined || !isGivenName(word.text) || !isAdjacent(next))
    return false;
  if (isParticle(next.text)) return true;
  return startsWithCapital(next) && !isCalendarWord(next.text) && !isEnglishWord(next.text);
}

function isNameWord(words: readonly SourceWord[], index: number, inRun: boolean): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (
    !startsWithCapital(word) ||
    /^I(?:['’]|$)/u.test(word.text) ||
    /^[RDI]-\p{Lu}/u.test(word.text)
  )
    return false;
  // “Mon, 9 Nov”
  if (SHORT_DAY.test(word.text) && /^\d/u.test(words[index + 1]?.text ?? '')) return false;
  if (isNeverName(word.text, isStart(words, index)) && !startsPlace(words, index)) return false;
  if (!isCalendarWord(word.text)) return true;
  return inRun ? MONTH_SURNAMES.test(word.text) : startsFullName(words, index);
}

function runsIn(
  sentence: WordSentence,
  usage: CapitalUsage,
  label: Label | undefined,
  isValue: boolean,
): readonly NameRun[] {
  if (sentence.sentence.role === 'credit' || sentence.sentence.role === 'byline') {
    return creditedNames(sentence.words).map(({ first, last }) => {
      const run = runOf(sentence, first, last, 'credited');
      return { ...run, text: capitaliseWords(run.text) };
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
    if (first <= last && label.name !== undefined) {
      runs.push({ ...runOf(sentence, first, last, 'credited'), text: label.name });
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
    const isCell = isValue && last === words.length - 1 && !/\d/u.test(word.text);
    const first = isStart(words, index) ? startOfRun(words, index, last, usage, isCell) : index;
    if (first <= last) runs.push(runOf(sentence, first, last, 'plain'));
    index = last + 1;
  }
  return joinBodies(sentence, runs, usage);
}

/** The runs of a dateline (“LAGOS, Nigeria —”): the city in capitals, and any well-known places after it. */
function datelineRuns(sentence: WordSentence): readonly NameRun[] {
  const runs: NameRun[] = [];
  const { words, block } = sentence;
  if (bodyInHeading(block.text) !== undefined) return [];
  for (let first = 0; first < words.length;) {
    let last = first;
    while (last + 1 < words.length && isNext(words, last + 1)) last++;
    const run = runOf(sentence, first, last, 'dateline');
    if (first === 0) runs.push({ ...run, text: capitaliseWords(run.text.toLowerCase()) });
    else if (placeNamed(run.text) !== undefined) runs.push(run);
    first = last + 1;
  }
  return runs;
}

function runOf(
  sentence: WordSentence,
  first: number,
  last: number,
  runKind: NameRun['runKind'],
): NameRun {
  const start = sentence.words[first]?.start ?? 0;
  const end = sentence.words[last]?.end ?? start;
  return { sentence, first, last, text: sentence.block.text.slice(start, end), runKind };
}

/** The maximum number of words in a name. */
const MAX_RUN = 12;

/** The last word of the run that starts at `first`: consecutive capitalised words with particles between them. */
function endOfRun(words: readonly SourceWord[], first: number): number {
  let last = first;
  for (let index = first + 1; index < Math.min(words.length, first + MAX_RUN); index++) {
    const word = words[index];
    const before = words[index - 1];
    if (word === undefined || before === undefined) break;
    if (before.possessive || before.compoundRest !== undefined) break;
    if (!isAdjacent(word) && word.gap !== ' & ') break;
    if (before.text.endsWith('.') && endsSentence(words, index - 1)) break;
    if (index - first > 1 && isBodyHead(before.text) && isGivenName(word.text)) break;
    if (isCompanyForm(word.text)) return index;
    if (isNameWord(words, index, true) || isNameEndingInFunctionWord(words, first, index))
      last = index;
    else if (WITH_PARTICLE.test(word.text)) last = index;
    else if (!isParticle(word.text) || index - last > 3) break;
  }
  return last;
}

/** True if a function word with a capital ends a name of three words, because nothing follows it: “Nguyen Van An is”. */
function isNameEndingInFunctionWord(
  words: readonly SourceWord[],
  first: number,
  index: number,
): boolean {
  const next = words[index + 1];
  return (
    index - first > 1 &&
    /^(?:A|An|My|Than)$/u.test(words[index]?.text ?? '') &&
    (next === undefined ||
      !isAdjacent(next) ||
      (!startsWithCapital(next) && isNeverName(next.text, false)))
  );
}

/** A name word with a leading particle: “al-Khatib”, “d'Estaing”. */
const WITH_PARTICLE = /^(?:al|el|an|ar|as|at|ad|ibn|bin|de|da|d|l)[-‐‑'’]\p{Lu}/u;

/** True if the full stop after a word ends the run: not in “U.S. Officials”, but in “plc. Osei”. */
function endsSentence(words: readonly SourceWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  return !(
    /^(?:\p{L}\.)+$/u.test(word.text) ||
    isHonorific(word.text) ||
    expandedOffice(word.text) !== undefined ||
    /^(?:St|Mt|Jr|Sr)\.$/u.test(word.text)
  );
}

/** The first word of a run at the start of a sentence, where the first word always has a capital. */
function startOfRun(
  words: readonly SourceWord[],
  first: number,
  last: number,
  { lower, inside }: CapitalUsage,
  isCell: boolean,
): number {
  const word = words[first];
  if (word === undefined) return first;
  const { text } = word;
  if (startsPlace(words, first)) return first;
  if (inside.has(text) || placeNamed(text) !== undefined || placeOfDemonym(text) !== undefined) {
    return first;
  }
  if (
    /^(?:(?:\p{Lu}\.?)+|(?:St|Mt)\.?)$/u.test(text) ||
    isHonorific(text) ||
    expandedOffice(text) !== undefined
  ) {
    return first;
  }
  const next = words[first + 1]?.text ?? '';
  if (/^(?:Upper|Lower|Nether)$/u.test(text) && last === first + 1 && !isEnglishWord(next))
    return first;
  if (first === last) {
    // “Bank of the Isles”
    const of = words.slice(first + 1, first + 4);
    const isHead = /^(?:of|for)$/u.test(next) && isBodyHead(text) && of.some(startsWithCapital);
    if (isHead) return first;
    const isOwner = word.possessive || word.compoundRest !== undefined;
    const plain = lower.has(text.toLowerCase()) || isEnglishWord(text);
    // “Suharti, an interpreter”, but not “Metaldehyde, used against slugs”
    const after = words[last + 1];
    const isDescribed =
      after?.gap === ', ' && (isArticle(after) || /^(?:\d{1,3}|who)$/u.test(after.text));
    const isAlone = isCell || isOwner || isDescribed;
    return isAlone && !plain ? first : first + 1;
  }
  if (isRoleNoun(text) || isPersonNoun(text) || isGivenName(text)) return first;
  if (isCompanyForm(words[last]?.text ?? '')) return first;
  // A line that is a name: “Prisons Directorate”
  if (first === 0 && last === words.length - 1 && isBodyHead(words[last]?.text ?? '')) return first;
  const office = words.slice(first + 1, last + 1).some((other) => isRoleNoun(other.text));
  if (office && (isRoleQualifier(text) || isTitleNoun(word))) return first;
  if (!isEnglishWord(text)) return lower.has(text.toLowerCase()) ? first + 1 : first;
  if (lower.has(text.toLowerCase()) || isRoleQualifier(text)) return first + 1;
  return startsName(words, first, last, inside) ? first : first + 1;
}

/** True for a noun that may describe an office: “Station Manager”, but not “Ask Minister”. */
function isTitleNoun({ text, tag }: SourceWord): boolean {
  return isEnglishWord(text) && /^(?:NOUN|PROPN)$/u.test(tag);
}

/** True if an English word at the start of a sentence is part of a name: “White House”, “Rose Osei, 54,”. */
function startsName(
  words: readonly SourceWord[],
  first: number,
  last: number,
  inside: ReadonlySet<string>,
): boolean {
  const second = words[first + 1]?.text ?? '';
  if (/^\p{Lu}\.$/u.test(second)) return true;
  if (last > first + 1) return false;
  // “Knew Lindqvist, he said.”
  if (words[first]?.tag === 'VERB' && isThirdOrPastForm(words[first].text)) return false;
  return isEnglishWord(second) || !inside.has(second) || words[last + 1]?.gap === ', ';
}

/** Joins runs that are the name of one body: “Ministry” of “Health”, “King's” “College London”. */
function joinBodies(
  sentence: WordSentence,
  runs: readonly NameRun[],
  usage: CapitalUsage,
): readonly NameRun[] {
  const joined: NameRun[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run === undefined) continue;
    let end = index;
    if (isOwnerOf(sentence.words, run, runs[index + 1], usage)) end = index + 1;
    const head =
      end === index ? run : runOf(sentence, run.first, runs[end]?.last ?? run.last, 'joined');
    end = lastRunAfterOf(sentence.words, head, runs, end);
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

function isOwnerOf(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
  { plain }: CapitalUsage,
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

/** The index of the last run that an “of” or “for” joins to the name that starts with `run`. */
function lastRunAfterOf(
  words: readonly SourceWord[],
  run: NameRun,
  runs: readonly NameRun[],
  from: number,
): number {
  const head = words[run.last];
  const next = runs[from + 1];
  if (head === undefined || next === undefined || head.possessive) return from;
  if (head.compoundRest !== undefined || run.last - run.first > 4) return from;
  if (isCompanyForm(head.text)) return from;
  if (!isBodyHead(head.text) && !isEventHead(head.text) && !isPlaceStart(head.text)) return from;
  const link = words[run.last + 1];
  if (link === undefined || !OF.test(link.text) || !isAdjacent(link)) return from;
  const article = words[run.last + 2]?.text === 'the' ? 1 : 0;
  if (next.first !== run.last + 2 + article || !isNext(words, next.first)) return from;
  if (isTitledPerson(words, next)) return from;
  const end = lastRunOfList(words, runs, from + 1);
  // “Centre for the Study of Glaciers”: the subject requires a complement.
  const last = runs[end];
  const further = runs[end + 1];
  const open = last !== undefined && isOpenSubject(words[last.last]?.text ?? '');
  if (!open || further?.first !== last.last + 2 || !isNext(words, further.first)) return end;
  return words[last.last + 1]?.text === 'of' ? lastRunOfList(words, runs, end + 1) : end;
}

/**
 * True for a run that is a title and a person's name, which are never part of an organisation's: “Union of Premier Ada
 * Roe”, but not “Party of Nurse Educators” or “Order of King Leopold”.
 */
function isTitledPerson(words: readonly SourceWord[], { first, last }: NameRun): boolean {
  let at = first;
  while (at < last && isRoleQualifier(words[at]?.text ?? '')) at++;
  const title = words[at]?.text ?? '';
  if (at >= last || !isPersonTitle(title)) return false;
  const end = words[last]?.text ?? '';
  if (isBodyHead(end) || isEventHead(end) || isPlaceHead(end)) return false;
  while (at < last && isPersonTitle(words[at]?.text ?? '')) at++;
  const name = words.slice(at, last + 1).map(({ text }) => text);
  const personal = (word: string): boolean => isGivenName(word) || !isEnglishWord(word);
  if (!name.some(personal)) return false;
  return isNameLikeRole(title) ? name.length > 1 && !name.some(isRegnal) : true;
}

/** True for the number of a monarch: “III”. */
function isRegnal(word: string): boolean {
  return /^[IVX]+$/u.test(word);
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

/** The index of the last run of a list of subjects: “Culture, Media and Sport”. */
function lastRunOfList(
  words: readonly SourceWord[],
  runs: readonly NameRun[],
  from: number,
): number {
  let end = from;
  for (let index = from; index + 1 < runs.length; index++) {
    const run = runs[index];
    const next = runs[index + 1];
    if (run === undefined || next === undefined || words[run.last]?.possessive === true) break;
    const gap = words.slice(run.last + 1, next.first + 1);
    const comma = gap.length === 1 && /^,? (?:& )?$/u.test(gap[0]?.gap ?? '');
    const and = gap.length === 2 && gap[0]?.text === 'and' && /^,? $/u.test(gap[0].gap);
    if (!comma && !and) break;
    if (isTopicNoun(words[next.last]?.text ?? '')) end = index + 1;
    else if (and || next.last > next.first) break;
  }
  return end;
}

/** True for a subject, “and”, and a run that ends like a body's name: “Food and Drug Administration”, “Fire and Rescue Service”. */
function joinsByAnd(
  words: readonly SourceWord[],
  run: NameRun,
  next: NameRun | undefined,
): boolean {
  const country = run.last > run.first && /^(?:\p{Lu}\.?){2,}$/u.test(words[run.first]?.text ?? '');
  if (next === undefined) return false;
  const article = words[run.first - 1]?.text.toLowerCase() === 'the';
  const subjects = [words[run.last], words[next.first]].map((word) => word?.text ?? '');
  const isNamed = subjects.every((word) => isEnglishWordOrPlural(word) && !isBodyHead(word));
  if (!article && !country && !isNamed) return false;
  if (!isNamed && run.last - run.first !== (country ? 1 : 0)) return false;
  const link = words[run.last + 1];
  if (link?.text !== 'and' || !isAdjacent(link) || next.first !== run.last + 2) return false;
  return (
    (isNamed || isTopicNoun(words[run.last]?.text ?? '')) &&
    next.last > next.first &&
    isBodyHead(words[next.last]?.text ?? '')
  );
}
