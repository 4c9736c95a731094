import type { Quotation } from './quotations.js';
import { type SpeechVerb, speechVerb } from '../../lexicon/speechVerbs.js';
import type { Span } from '../span.js';
import type { Token } from '../tokens.js';

/** How a speaker is named: by a name, by “he” or “she”, or by what they are (“the coach”, “police”). */
export type SpeakerForm = 'name' | 'pronoun' | 'description';

/** Words that say who speaks, as they stand in a block's prose. */
export interface SpeakerMention {
  readonly form: SpeakerForm;
  /** UTF-16 units of the block's prose; an honorific or a title with a capital letter is within. */
  readonly span: Span;
  readonly text: string;
}

/** “Ms. Roe said”, “according to Ms. Roe”, “Ms. Roe:”, as it stands in a block's prose. */
export interface Attribution {
  /**
   * UTF-16 units of the block's prose: from the speaker to the verb, or the other way round; the
   * verb alone where its speaker stands further off (“He praised the plan, saying …”).
   */
  readonly span: Span;
  readonly speaker: SpeakerMention;
}

/** A sentence as speech verbs see it: its words and marks, each quotation in it one closed thing. */
interface Item {
  readonly text: string;
  readonly span: Span;
  /** Undefined for a quotation. */
  readonly token: Token | undefined;
}

/** What stands between `from` and `to` in one sentence, first to last item, both included. */
interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly form: SpeakerForm;
}

/**
 * Who says what stands in a sentence, outside its quotations and in order. `sentence` is the
 * sentence's tokens, `text` and `quotations` are its block's.
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

/** The name at the head of the line below a quotation: “— Ada Roe, director”. */
export function signatureIn(tokens: readonly Token[], text: string): Attribution | undefined {
  const items = itemsOf(tokens, []);
  const first = items.findIndex(({ text: word }) => !DASH.test(word));
  const last = first < 0 ? -1 : nameFrom(items, first);
  if (last < first) return undefined;
  const speaker: Phrase = { first, last, form: 'name' };
  return { span: spanOf(items, 0, last), speaker: mentionOf(items, speaker, text) };
}

/**
 * The persons' and bodies' names of a sentence outside its quotations, in order; the words at a
 * sentence's head are none for their capital alone.
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

interface Found {
  readonly speaker: Phrase;
  /** True where more than an apposition parts the speaker from the verb. */
  readonly distant?: boolean;
}

function attributionAt(items: readonly Item[], index: number): Found | undefined {
  const item = items[index];
  if (item?.token === undefined) return undefined;
  if (item.text === ':') return labelBefore(items, index);
  if (/^according$/iu.test(item.text) && items[index + 1]?.text === 'to') {
    return asFound(phraseFrom(items, index + 2));
  }
  const verb = speechVerb(item.text);
  if (verb === undefined || !isVerb(item.token)) return undefined;
  const found = speakerOf(items, index, verb);
  return READS.test(item.text) && found?.speaker.form !== 'description' ? undefined : found;
}

/** A notice that reads so has the words; whoever reads them out has them from another. */
const READS = /^read(?:s|ing)?$/iu;

function asFound(speaker: Phrase | undefined, distant = false): Found | undefined {
  return speaker === undefined ? undefined : { speaker, distant };
}

function isVerb({ tag, text }: Token): boolean {
  return (
    tag === 'VERB' || tag === 'AUX' || /^(?:said|says|told|tells|added|asked|wrote)$/iu.test(text)
  );
}

function speakerOf(items: readonly Item[], index: number, verb: SpeechVerb): Found | undefined {
  const before = items[index - 1];
  if (isPassive(items, index)) {
    return items[index + 1]?.text === 'by' ? asFound(phraseFrom(items, index + 2)) : undefined;
  }
  if (verb.participle) {
    return before?.text === 'as'
      ? asFound(quotedAs(items, index - 1))
      : asFound(subjectOfClause(items, index), true);
  }
  // “He agreed, but added”
  if (before?.token?.tag === 'CCONJ') return asFound(subjectOfClause(items, index), true);
  return asFound(
    subjectBefore(items, index) ?? (verb.inverts ? subjectAfter(items, index) : undefined),
  );
}

/** “Ms. Roe was told”: who is told does not speak. “Is quoted” has the speaker for its subject. */
function isPassive(items: readonly Item[], verb: number): boolean {
  if (/^(?:quoted|cited)$/iu.test(items[verb]?.text ?? '')) return false;
  if (!/(?:ed|told|said|written|found|thought|spoken)$/iu.test(items[verb]?.text ?? ''))
    return false;
  for (let at = verb - 1; at >= 0 && isBetweenSubjectAndVerb(items[at]); at--) {
    if (/^(?:is|are|was|were|be|been|being)$/iu.test(items[at]?.text ?? '')) return true;
  }
  return false;
}

/** “Ms. Roe:” before a quotation, and “Ms. Roe's verdict:”. */
function labelBefore(items: readonly Item[], colon: number): Found | undefined {
  if (items[colon + 1] === undefined || items[colon + 1]?.token !== undefined) return undefined;
  let last = colon - 1;
  const owner = UTTERANCE.test(items[last]?.text ?? '')
    ? [1, 2, 3].find((back) => isPossessive(items[last - back]))
    : undefined;
  if (owner !== undefined) last = colon - 2 - owner;
  const first = nameUpTo(items, last);
  if (first < 0 || !startsClause(items, first)) return undefined;
  return { speaker: { first, last, form: 'name' } };
}

/** What somebody says, by what it is called; “Ms. Roe's son:” has another speaker. */
const UTTERANCE =
  /^(?:advice|answer|appeal|argument|comment|complaint|conclusion|explanation|line|message|motto|plea|point|promise|question|remark|repl(?:y|ie)|response|statement|thought|tweet|verdict|view|vow|warning|word)s?$/iu;

/** The speaker in “Ms. Roe quoted him as saying”: the one before “as”, or the subject of “was quoted”. */
function quotedAs(items: readonly Item[], as: number): Phrase | undefined {
  const first = nameUpTo(items, as - 1);
  if (first >= 0) return { first, last: as - 1, form: 'name' };
  return items[as - 1]?.token?.tag === 'VERB' ? subjectBefore(items, as - 1) : undefined;
}

/** The subject of the clause that a participle hangs on: “He praised the plan, saying …”. */
function subjectOfClause(items: readonly Item[], participle: number): Phrase | undefined {
  let skip = items[0]?.token?.tag === 'SCONJ' ? 1 : 0;
  for (let index = 0; index < participle && index < LONGEST_CLAUSE; index++) {
    if (!isFinite(items[index]) || /ing$/iu.test(items[index]?.text ?? '') || skip-- > 0) continue;
    const subject = subjectBefore(items, index);
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** The subject right before a verb and its auxiliaries, an apposition stepped over. */
function subjectBefore(items: readonly Item[], verb: number): Phrase | undefined {
  let last = verb - 1;
  while (last >= 0 && isBetweenSubjectAndVerb(items[last])) last--;
  const item = items[last];
  if (item?.token === undefined) return undefined;
  if (isNominative(item)) return { first: last, last, form: 'pronoun' };
  if (item.text === ',' || DASH.test(item.text)) return subjectBeforeApposition(items, last);
  if (item.token.kind !== 'word') return undefined;
  const first = nameUpTo(items, last);
  if (first >= 0 && !isTail(items, first) && !isPluralHead(items, first, last)) {
    return { first, last, form: 'name' };
  }
  const description = descriptionUpTo(items, last);
  return personAtHead(items, description) ?? description;
}

/** “Ada Roe of the Harbour Board”: a name of two words or more, and where its bearer is from. */
function personAtHead(items: readonly Item[], { first, last }: Phrase): Phrase | undefined {
  let from = first;
  while (from < last && nameFrom(items, from) <= from) {
    if (isPreposition(items[from])) return undefined;
    from++;
  }
  const end = nameFrom(items, from);
  if (end <= from || !startsClause(items, from)) return undefined;
  if (!/^(?:of|from|at)$/u.test(items[end + 1]?.text ?? '')) return undefined;
  // “Ada Roe of Lund and Bo Ek of Uppsala” are two.
  const isOne = items.slice(end, last).every(({ text }) => !/^(?:and|&)$/u.test(text));
  return isOne ? { first: from, last: end, form: 'name' } : undefined;
}

/** True where the name that begins at `first` is only the end of what speaks: “the mayor of the Hague”, “Roe and Doe”, “an ex-MP”. */
function isTail(items: readonly Item[], first: number): boolean {
  const before = items[first - 1];
  if (/^(?:and|&|[-‐‑])$/u.test(before?.text ?? '') || isPreposition(before)) return true;
  return /^(?:the|a|an)$/u.test(before?.text ?? '') && isPreposition(items[first - 2]);
}

/** The name before “, a professor at King's College, said”. */
function subjectBeforeApposition(items: readonly Item[], comma: number): Phrase | undefined {
  let from = comma;
  while (from > 0 && items[from - 1]?.token !== undefined && comma - from < LONGEST_APPOSITION)
    from--;
  if (items.slice(from, comma).some(({ text }) => READS.test(text))) return undefined;
  for (let index = from; index < comma; index++) {
    if (items[index]?.text !== ',' && !DASH.test(items[index]?.text ?? '')) continue;
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

const LONGEST_APPOSITION = 60;
const LONGEST_CLAUSE = 60;

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
  // “Ada Roe's son, Ian”: the owner does not speak.
  const owned =
    nameEnd >= first && isPossessive(items[nameEnd + 1])
      ? phraseFrom(items, nameEnd + 2)
      : undefined;
  if (owned !== undefined) return owned;
  if (nameEnd >= first && !isNoun(items[nameEnd + 1])) {
    return { first, last: nameEnd, form: 'name' };
  }
  let last = first - 1;
  let preposition = false;
  while (isInPhrase(items[last + 1]) && last - first < LONGEST_DESCRIPTION) {
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

const LONGEST_DESCRIPTION = 16;

function isInPhrase(item: Item | undefined): boolean {
  return (
    item?.token !== undefined &&
    (item.token.kind === 'word' || item.token.kind === 'number' || /^[-‐‑]$/u.test(item.text)) &&
    !isFinite(item)
  );
}

function descriptionUpTo(items: readonly Item[], last: number): Phrase {
  let first = last;
  while (isInPhrase(items[first - 1]) && last - first < LONGEST_DESCRIPTION) {
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

function isPossessive(item: Item | undefined): boolean {
  return /^['’]s?$/u.test(item?.text ?? '');
}

function isNominative(item: Item | undefined): boolean {
  return item?.token !== undefined && /^(?:he|she|they|it|we|i)$/iu.test(item.text);
}

function isPreposition(item: Item | undefined): boolean {
  return /^(?:about|after|against|at|before|by|for|from|in|into|like|near|of|on|over|to|under|with|without)$/iu.test(
    item?.text ?? '',
  );
}

/** Players, who are read as adverbs before a verb: “the Dutch forward told”. */
const PLAYER = /(?:forward|back)$/u;

function isBetweenSubjectAndVerb(item: Item | undefined): boolean {
  return (
    item?.token !== undefined &&
    !PLAYER.test(item.text) &&
    (item.token.tag === 'AUX' ||
      item.token.tag === 'ADV' ||
      /^(?:n['’]t|not|has|have|had|is|was|were|are|also|then|later|once)$/iu.test(item.text)) &&
    !isCapital(item)
  );
}

/** True where a name that begins here can be a subject: at the head of the sentence, after a mark, a quotation or a conjunction. */
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

/** Words that have a capital at a sentence's head without being a name. */
const ORDINARY = new Set(
  (
    'a about according after again all also although among an and another any as asked at be because before both but by can ' +
    'city could despite did do during each early either even every few finally first following for from had has have he her here his how ' +
    'however i if in instead into is it its just last late later like many meanwhile more most much my neither never no nor not ' +
    'now of officials said says on once one only or other our over people police recently she since so some soon still such than that the their then ' +
    'there these they this those though through thus to today tomorrow two under unlike until up was we were what when where ' +
    'whether which while who why with without would yesterday yet you your monday tuesday wednesday thursday friday saturday ' +
    'sunday january february march april june july august september october november december'
  ).split(' '),
);

const PARTICLE =
  /^(?:af|al|bin|da|dal|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)$/u;

function isCapital(item: Item | undefined): boolean {
  return (
    item?.token?.kind === 'word' &&
    /^\p{Lu}/u.test(item.text) &&
    !ORDINARY.has(item.text.toLowerCase())
  );
}

/** True for “Reports said”: a plural at the sentence's head has its capital from there. */
function isPluralHead(items: readonly Item[], first: number, last: number): boolean {
  const { text, token } = items[first] ?? {};
  return first === 0 && last === 0 && token?.tag === 'NOUN' && text?.endsWith('s') === true;
}

/** The last item of the name that begins at `first`; `first - 1` where none does. */
function nameFrom(items: readonly Item[], first: number): number {
  if (!isCapital(items[first])) return first - 1;
  let last = first;
  for (;;) {
    if (isCapital(items[last + 1])) last++;
    else if (joins(items, last + 1) && isCapital(items[last + 2])) last += 2;
    else if (joins(items, last + 1) && joins(items, last + 2) && isCapital(items[last + 3]))
      last += 3;
    else return last;
  }
}

/** The first item of the name that ends at `last`; -1 where none does. */
function nameUpTo(items: readonly Item[], last: number): number {
  if (!isCapital(items[last])) return -1;
  let first = last;
  for (;;) {
    if (isCapital(items[first - 1])) first--;
    else if (joins(items, first - 1) && isCapital(items[first - 2])) first -= 2;
    else if (joins(items, first - 1) && joins(items, first - 2) && isCapital(items[first - 3]))
      first -= 3;
    else if (PARTICLE.test(items[first - 1]?.text ?? '') && joins(items, first)) first--;
    else return first;
  }
}

/** True for a hyphen without spaces and for a particle: what stands inside a name without a capital. */
function joins(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.token === undefined) return false;
  if (PARTICLE.test(item.text)) return true;
  return (
    /^[-‐‑]$/u.test(item.text) &&
    items[index - 1]?.span.end === item.span.start &&
    items[index + 1]?.span.start === item.span.end
  );
}

function spanOf(items: readonly Item[], first: number, last: number): Span {
  const start = items[first]?.span.start ?? 0;
  return { start, end: items[last]?.span.end ?? start };
}

function mentionOf(items: readonly Item[], phrase: Phrase, text: string): SpeakerMention {
  const span = spanOf(items, phrase.first, phrase.last);
  return { form: phrase.form, span, text: text.slice(span.start, span.end) };
}
