import { wordSet } from '../../lexicon/wordSet.js';
import { isParticle } from '../../lexicon/nameWords.js';
import { isMonth, isWeekday } from '../../lexicon/calendar.js';
import {
  isArticle,
  isBe,
  isPossessiveEnding,
  isPreposition,
  isSubjectPronoun,
} from '../../lexicon/functionWords.js';
import type { Quotation } from './quotations.js';
import { type SpeechVerb, speechVerb } from '../../lexicon/speechVerbs.js';
import type { Span } from '../span.js';
import type { Token } from '../tokens.js';

/**
 * How a speaker is identified: by name, by “he” or “she”, or by a description (“the coach”,
 * “police”).
 */
export type SpeakerForm = 'name' | 'pronoun' | 'description';

/** The words that identify a speaker, as written in a block's prose. */
export interface SpeakerMention {
  readonly form: SpeakerForm;
  /** UTF-16 units of the block's prose, including an honorific or a capitalised title. */
  readonly span: Span;
  readonly text: string;
}

/** “Ms. Roe said”, “according to Ms. Roe”, “Ms. Roe:”, as written in a block's prose. */
export interface Attribution {
  /**
   * UTF-16 units of the block's prose: from the speaker to the verb or the other way round; only
   * the verb if its speaker is further away (“He praised the plan, saying …”).
   */
  readonly span: Span;
  readonly speaker: SpeakerMention;
}

/** A word, mark or whole quotation of a sentence: quotations are opaque to attributions. */
interface Item {
  readonly text: string;
  readonly span: Span;
  /** `undefined` for a quotation. */
  readonly token: Token | undefined;
}

/** A range of items in one sentence, `first` and `last` inclusive. */
interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly form: SpeakerForm;
}

/**
 * The attributions in a sentence, outside its quotations and in order. `tokens` are those of the
 * sentence, `text` and `quotations` those of its block.
 */
export function attributionsIn(
  tokens: readonly Token[],
  text: string,
  quotations: readonly Quotation[],
): readonly Attribution[] {
  const items = itemsOf(tokens, quotations);
  const found: Attribution[] = [];
  for (const index of items.keys()) {
    const phrase = attributionAt(items, index);
    if (phrase === undefined) continue;
    const { speaker, distant } = phrase;
    const first = distant === true ? index : Math.min(speaker.first, index);
    const last = distant === true ? index : Math.max(speaker.last, index);
    found.push({ span: spanOf(items, first, last), speaker: mentionOf(items, speaker, text) });
  }
  return found;
}

/** The name at the start of the line below a quotation: “— Ada Roe, director”. */
export function signatureIn(tokens: readonly Token[], text: string): Attribution | undefined {
  const items = itemsOf(tokens, []);
  const first = items.findIndex(({ text: word }) => !DASH.test(word));
  const last = first < 0 ? -1 : nameFrom(items, first);
  if (last < first) return undefined;
  const speaker: Phrase = { first, last, form: 'name' };
  return { span: spanOf(items, 0, last), speaker: mentionOf(items, speaker, text) };
}

/**
 * The names of persons and organisations in a sentence, outside its quotations and in order. A
 * capital at the start of the sentence does not make a word a name.
 */
export function namesIn(
  tokens: readonly Token[],
  text: string,
  quotations: readonly Quotation[],
): readonly SpeakerMention[] {
  const items = itemsOf(tokens, quotations);
  const names: SpeakerMention[] = [];
  for (let index = 0; index < items.length; index++) {
    const last = nameFrom(items, index);
    if (last < index) continue;
    names.push(mentionOf(items, { first: index, last, form: 'name' }, text));
    index = last;
  }
  return names;
}

const DASH = /^(?:—|–|--?)$/u;

function itemsOf(tokens: readonly Token[], quotations: readonly Quotation[]): readonly Item[] {
  const items: Item[] = [];
  let next = 0;
  for (const token of tokens) {
    while ((quotations[next]?.outer.end ?? Infinity) <= token.start) next++;
    const around = quotations[next]?.outer;
    if (around === undefined || token.end <= around.start) {
      items.push({ text: token.text, span: token, token });
    } else if (items.at(-1)?.span !== around) {
      items.push({ text: '', span: around, token: undefined });
    }
  }
  return items;
}

interface FoundSpeaker {
  readonly speaker: Phrase;
  /** True if more than an apposition separates the speaker from the verb. */
  readonly distant?: boolean;
}

function attributionAt(items: readonly Item[], index: number): FoundSpeaker | undefined {
  const item = items[index];
  if (item?.token === undefined) return undefined;
  if (item.text === ':') return labelBefore(items, index);
  if (/^according$/iu.test(item.text) && items[index + 1]?.text === 'to') {
    return foundSpeaker(phraseFrom(items, index + 2));
  }
  const verb = speechVerb(item.text);
  if (verb === undefined || !isVerb(item.token)) return undefined;
  const found = speakerOf(items, index, verb);
  return READ_VERB.test(item.text) && found?.speaker.form !== 'description' ? undefined : found;
}

/**
 * “Read” attributes words only to a notice or the like; a person who reads something out did not
 * say it.
 */
const READ_VERB = /^read(?:s|ing)?$/iu;

function foundSpeaker(speaker: Phrase | undefined, distant = false): FoundSpeaker | undefined {
  return speaker === undefined ? undefined : { speaker, distant };
}

function isVerb({ tag, text }: Token): boolean {
  return (
    tag === 'VERB' || tag === 'AUX' || /^(?:said|says|told|tells|added|asked|wrote)$/iu.test(text)
  );
}

function speakerOf(
  items: readonly Item[],
  index: number,
  verb: SpeechVerb,
): FoundSpeaker | undefined {
  const before = items[index - 1];
  if (isPassive(items, index)) {
    return items[index + 1]?.text === 'by' ? foundSpeaker(phraseFrom(items, index + 2)) : undefined;
  }
  if (verb.participle) {
    return before?.text === 'as'
      ? foundSpeaker(quotedAs(items, index - 1))
      : foundSpeaker(subjectOfClause(items, index), true);
  }
  // “He agreed, but added”
  if (before?.token?.tag === 'CCONJ') return foundSpeaker(subjectOfClause(items, index), true);
  return foundSpeaker(
    subjectBefore(items, index) ?? (verb.inverts ? subjectAfter(items, index) : undefined),
  );
}

/**
 * True for “Ms. Roe was told”: the person told is not the speaker. The subject of “is quoted” is.
 */
function isPassive(items: readonly Item[], verb: number): boolean {
  if (/^(?:quoted|cited)$/iu.test(items[verb]?.text ?? '')) return false;
  if (!/(?:ed|told|said|written|found|thought|spoken)$/iu.test(items[verb]?.text ?? ''))
    return false;
  for (let at = verb - 1; at >= 0 && isBetweenSubjectAndVerb(items[at]); at--) {
    if (isBe(items[at])) return true;
  }
  return false;
}

/** “Ms. Roe:” before a quotation, and “Ms. Roe's verdict:”. */
function labelBefore(items: readonly Item[], colon: number): FoundSpeaker | undefined {
  if (items[colon + 1] === undefined || items[colon + 1]?.token !== undefined) return undefined;
  const titled = nameInLabel(items, colon);
  if (titled !== undefined) return { speaker: titled };
  let last = colon - 1;
  const owner = UTTERANCE_NOUN.test(items[last]?.text ?? '')
    ? [1, 2, 3].find((back) => isPossessiveEnding(items[last - back]))
    : undefined;
  if (owner !== undefined) last = colon - 2 - owner;
  const first = nameUpTo(items, last);
  if (first < 0 || !startsClause(items, first)) return undefined;
  return { speaker: { first, last, form: 'name' } };
}

/** The name in a script's label with an office after it: “CLIP, ADA ROE, owner, Roe Tiles:”. */
function nameInLabel(items: readonly Item[], colon: number): Phrase | undefined {
  if (items.slice(0, colon).some(isFinite)) return undefined;
  for (let first = 0; first < colon; first++) {
    if (first > 0 && items[first - 1]?.text !== ',') continue;
    const last = nameFrom(items, first);
    if (last > first && items[last + 1]?.text === ',') return { first, last, form: 'name' };
  }
  return undefined;
}

/** Nouns for an utterance. “Ms. Roe's son:” introduces another speaker. */
const UTTERANCE_NOUN =
  /^(?:advice|answer|appeal|argument|comment|complaint|conclusion|explanation|line|message|motto|plea|point|promise|question|remark|repl(?:y|ie)|response|statement|thought|tweet|verdict|view|vow|warning|word)s?$/iu;

/**
 * The speaker in “Ms. Roe quoted him as saying”: the name before “as”, or the subject of “was
 * quoted”.
 */
function quotedAs(items: readonly Item[], as: number): Phrase | undefined {
  const first = nameUpTo(items, as - 1);
  if (first >= 0) return { first, last: as - 1, form: 'name' };
  return items[as - 1]?.token?.tag === 'VERB' ? subjectBefore(items, as - 1) : undefined;
}

/** The subject of the clause that a participle belongs to: “He praised the plan, saying …”. */
function subjectOfClause(items: readonly Item[], participle: number): Phrase | undefined {
  let skip = items[0]?.token?.tag === 'SCONJ' ? 1 : 0;
  for (let index = 0; index < participle && index < MAX_CLAUSE_ITEMS; index++) {
    if (!isFinite(items[index]) || /ing$/iu.test(items[index]?.text ?? '') || skip-- > 0) continue;
    const subject = subjectBefore(items, index);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** The subject right before a verb and its auxiliaries, skipping an apposition. */
function subjectBefore(items: readonly Item[], verb: number): Phrase | undefined {
  let last = verb - 1;
  while (last >= 0 && isBetweenSubjectAndVerb(items[last])) last--;
  const item = items[last];
  if (item?.token === undefined) return undefined;
  if (isNominative(item)) return { first: last, last, form: 'pronoun' };
  if (item.text === ',' || isDash(items, last)) return subjectBeforeApposition(items, last);
  if (item.token.kind !== 'word') return undefined;
  const first = nameUpTo(items, last);
  if (first >= 0 && !isEndOfLongerPhrase(items, first) && !isPluralHead(items, first, last)) {
    return { first, last, form: 'name' };
  }
  const description = descriptionUpTo(items, last);
  return personAtHead(items, description) ?? description;
}

/** “Ada Roe of the Harbour Board”: a name of at least two words, and where the person is from. */
function personAtHead(items: readonly Item[], { first, last }: Phrase): Phrase | undefined {
  let from = first;
  while (from < last && nameFrom(items, from) <= from) {
    if (isPreposition(items[from])) return undefined;
    from++;
  }
  const end = nameFrom(items, from);
  if (end <= from || !startsClause(items, from)) return undefined;
  if (!/^(?:of|from|at)$/u.test(items[end + 1]?.text ?? '')) return undefined;
  // “Ada Roe of Lund and Bo Ek of Uppsala” are two people.
  const isOne = items.slice(end, last).every(({ text }) => !/^(?:and|&)$/u.test(text));
  return isOne ? { first: from, last: end, form: 'name' } : undefined;
}

/**
 * True if the name that begins at `first` is only the end of a longer speaker phrase: “the mayor of
 * the Hague”, “Roe and Doe”, “an ex-MP”.
 */
function isEndOfLongerPhrase(items: readonly Item[], first: number): boolean {
  const before = items[first - 1];
  if (/^(?:and|&|[-‐‑])$/u.test(before?.text ?? '') || isPreposition(before)) return true;
  return isArticle(before) && isPreposition(items[first - 2]);
}

/** The name before “, a professor at King's College, said”. */
function subjectBeforeApposition(items: readonly Item[], comma: number): Phrase | undefined {
  let from = comma;
  while (from > 0 && items[from - 1]?.token !== undefined && comma - from < MAX_APPOSITION_ITEMS)
    from--;
  if (items.slice(from, comma).some(({ text }) => READ_VERB.test(text))) return undefined;
  for (let index = from; index < comma; index++) {
    if (items[index]?.text !== ',' && !isDash(items, index)) continue;
    const first = nameUpTo(items, index - 1);
    if (first >= from && startsClause(items, first))
      return { first, last: index - 1, form: 'name' };
  }
  // “The director, Ada Roe, said”
  const first = nameUpTo(items, comma - 1);
  return first > 0 && items[first - 1]?.text === ','
    ? { first, last: comma - 1, form: 'name' }
    : undefined;
}

const MAX_APPOSITION_ITEMS = 60;
const MAX_CLAUSE_ITEMS = 60;

/** The speaker after an inverted verb: “said Ada Roe”, “said the director, Ada Roe”. */
function subjectAfter(items: readonly Item[], verb: number): Phrase | undefined {
  const before = items[verb - 1];
  if (before?.token !== undefined && !/^[,—–-]$/u.test(before.text)) return undefined;
  return phraseFrom(items, verb + 1);
}

function phraseFrom(items: readonly Item[], first: number): Phrase | undefined {
  const item = items[first];
  if (item?.token === undefined) return undefined;
  if (isNominative(item)) return { first, last: first, form: 'pronoun' };
  const nameEnd = nameFrom(items, first);
  // “Ada Roe's son, Ian”: the owner is not the speaker.
  const owned =
    nameEnd >= first && isPossessiveEnding(items[nameEnd + 1])
      ? phraseFrom(items, nameEnd + 2)
      : undefined;
  if (owned !== undefined) return owned;
  if (nameEnd >= first && !isNoun(items[nameEnd + 1])) {
    return { first, last: nameEnd, form: 'name' };
  }
  let last = first - 1;
  let preposition = false;
  while (isInPhrase(items[last + 1]) && last - first < MAX_DESCRIPTION_ITEMS) {
    last++;
    preposition ||= isPreposition(items[last]);
  }
  if (last < first) return undefined;
  const inner = preposition ? -1 : nameUpTo(items, last);
  if (inner > first) return { first: inner, last, form: 'name' };
  if (items[last + 1]?.text === ',') {
    const end = nameFrom(items, last + 2);
    const closes = /^[,.;]?$/u.test(items[end + 1]?.text ?? '');
    if (end >= last + 2 && closes) return { first: last + 2, last: end, form: 'name' };
  }
  return { first, last, form: 'description' };
}

const MAX_DESCRIPTION_ITEMS = 16;

function isInPhrase(item: Item | undefined): boolean {
  return (
    item?.token !== undefined &&
    (item.token.kind === 'word' || item.token.kind === 'number' || /^[-‐‑]$/u.test(item.text)) &&
    !isFinite(item)
  );
}

function descriptionUpTo(items: readonly Item[], last: number): Phrase {
  let first = last;
  while (isInPhrase(items[first - 1]) && last - first < MAX_DESCRIPTION_ITEMS) {
    if (items[first]?.token?.tag === 'SCONJ' || isNominative(items[first - 1])) break;
    first--;
  }
  return { first, last, form: 'description' };
}

function isFinite(item: Item | undefined): boolean {
  return item?.token?.tag === 'VERB' || item?.token?.tag === 'AUX';
}

function isNoun(item: Item | undefined): boolean {
  return item?.token?.tag === 'NOUN';
}

function isNominative(item: Item | undefined): boolean {
  return item?.token !== undefined && (isSubjectPronoun(item) || /^it$/iu.test(item.text));
}

/** Nouns for players that are tagged as adverbs before a verb: “the Dutch forward told”. */
const PLAYER_NOUN = /(?:forward|back)$/u;

function isBetweenSubjectAndVerb(item: Item | undefined): boolean {
  return (
    item?.token !== undefined &&
    !PLAYER_NOUN.test(item.text) &&
    (item.token.tag === 'AUX' ||
      item.token.tag === 'ADV' ||
      /^(?:n['’]t|not|has|have|had|is|was|were|are|also|then|later|once)$/iu.test(item.text)) &&
    !isCapitalised(item)
  );
}

/**
 * True if a name that begins here can be a subject: at the start of the sentence, or after a mark,
 * a quotation or a conjunction.
 */
function startsClause(items: readonly Item[], first: number): boolean {
  const before = items[first - 1];
  if (before?.token === undefined || before.token.kind === 'punctuation') return true;
  const { tag } = before.token;
  return (
    tag === 'CCONJ' ||
    tag === 'SCONJ' ||
    tag === 'NOUN' ||
    tag === 'ADJ' ||
    tag === 'ADV' ||
    before.text === 'that'
  );
}

/** Words that are capitalised at the start of a sentence without being names. */
const ORDINARY_WORDS = wordSet(
  'a about according after again all also although among an and another any as asked at be because before both but by can ' +
    'city could despite did do during each early either even every few finally first following for from had has have he her here his how ' +
    'however i if in instead into is it its just last late later like many meanwhile more most much my neither never no nor not ' +
    'now of officials said says on once one only or other our over people police recently she since so some soon still such than that the their then ' +
    'there these they this those though through thus to today tomorrow two under unlike until up was we were what when where ' +
    'whether which while who why with without would yesterday yet you your',
);

/** “May” is a name as often as a month. */
function isOrdinaryWord(word: string): boolean {
  return ORDINARY_WORDS.has(word) || isWeekday(word) || (isMonth(word) && word !== 'may');
}

function opensWithCapital(items: readonly Item[], index: number): boolean {
  if (isCapitalised(items[index])) return true;
  // The second part of “Ms. Hope-Before” is a name too.
  const isPart = isHyphen(items, index - 1) && isCapitalised(items[index - 2]);
  return isPart && /^\p{Lu}/u.test(items[index]?.text ?? '');
}

function isCapitalised(item: Item | undefined): boolean {
  return (
    item?.token?.kind === 'word' &&
    /^\p{Lu}/u.test(item.text) &&
    !isOrdinaryWord(item.text.toLowerCase())
  );
}

/** True for “Reports said”: a plural capitalised because it starts the sentence. */
function isPluralHead(items: readonly Item[], first: number, last: number): boolean {
  const { text, token } = items[first] ?? {};
  return first === 0 && last === 0 && token?.tag === 'NOUN' && text?.endsWith('s') === true;
}

/** The last item of the name that begins at `first`; `first - 1` if there is none. */
function nameFrom(items: readonly Item[], first: number): number {
  if (!opensWithCapital(items, first)) return first - 1;
  let last = first;
  for (;;) {
    if (opensWithCapital(items, last + 1)) last++;
    else if (joinsName(items, last + 1) && opensWithCapital(items, last + 2)) last += 2;
    else if (
      joinsName(items, last + 1) &&
      joinsName(items, last + 2) &&
      opensWithCapital(items, last + 3)
    )
      last += 3;
    else return last;
  }
}

/** The first item of the name that ends at `last`; -1 if there is none. */
function nameUpTo(items: readonly Item[], last: number): number {
  if (!opensWithCapital(items, last)) return -1;
  let first = last;
  for (;;) {
    if (opensWithCapital(items, first - 1)) first--;
    else if (joinsName(items, first - 1) && opensWithCapital(items, first - 2)) first -= 2;
    else if (
      joinsName(items, first - 1) &&
      joinsName(items, first - 2) &&
      opensWithCapital(items, first - 3)
    )
      first -= 3;
    else if (isParticle(items[first - 1]?.text ?? '') && joinsName(items, first)) first--;
    else return first;
  }
}

/**
 * True for a hyphen or an en dash without spaces and for a particle: the parts of a name that are not
 * capitalised.
 */
function joinsName(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.token === undefined) return false;
  return isParticle(item.text) || isHyphen(items, index);
}

/** True for a hyphen, or an en dash in its place, without spaces. */
function isHyphen(items: readonly Item[], index: number): boolean {
  return /^[-‐‑–]$/u.test(items[index]?.text ?? '') && isWithoutSpaces(items, index);
}

function isWithoutSpaces(items: readonly Item[], index: number): boolean {
  const span = items[index]?.span;
  return (
    span !== undefined &&
    items[index - 1]?.span.end === span.start &&
    items[index + 1]?.span.start === span.end
  );
}

/**
 * True for a dash between phrases. One that joins the parts of a name or of another word is none.
 */
function isDash(items: readonly Item[], index: number): boolean {
  const text = items[index]?.text ?? '';
  const isJoint = isHyphen(items, index) && (text === '-' || opensWithCapital(items, index + 1));
  return DASH.test(text) && !isJoint;
}

function spanOf(items: readonly Item[], first: number, last: number): Span {
  const start = items[first]?.span.start ?? 0;
  return { start, end: items[last]?.span.end ?? start };
}

function mentionOf(items: readonly Item[], phrase: Phrase, text: string): SpeakerMention {
  const span = spanOf(items, phrase.first, phrase.last);
  return { form: phrase.form, span, text: text.slice(span.start, span.end) };
}
