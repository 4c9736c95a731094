import { isArticle, isPossessiveDeterminer } from '../../lexicon/functionWords.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import { isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { sourceTextOf } from './mentions.js';
import type { NamedSentence } from './nameRun.js';
import { type Office, type ParsedOffices, isHeld, objectOf, parseOffices } from './officePhrase.js';
import { isNext } from './words.js';

/** Activities of office holders, by the forms of the verb. */
const HOLDERS: readonly (readonly [verb: RegExp, title: string])[] = [
  [/^chair(?:s|ed)?$/u, 'chair'],
  [/^(?:leads?|led)$/u, 'leader'],
  [/^head(?:s|ed)?$/u, 'head'],
  [/^manage[sd]?$/u, 'manager'],
  [/^direct(?:s|ed)?$/u, 'director'],
  [/^edit(?:s|ed)?$/u, 'editor'],
  [/^owns?$/u, 'owner'],
  [/^found(?:s|ed)$/u, 'founder'],
];

/** Verbs for taking up or laying down an office, whose last complement is the office. */
const AS =
  /^(?:serves?|served|works?|worked|acts?|acted|appointed|elected|named|re-?elected|retires?|retired|resigns?|resigned|steps?|stepped|stands?|stood|takes?|took|joins?|joined|returns?|returned)$/u;

/**
 * The offices that a predicate gives its subject, from its verb on: “is the mayor and chairs the
 * port board”, “stood down as head gardener”, “runs”.
 */
export function statedOffices(sentence: NamedSentence, from: number): readonly Office[] {
  const { words } = sentence;
  const verb = words[from];
  if (verb === undefined) return [];
  let parsed: ParsedOffices | undefined;
  const as = words.findIndex(({ text }, at) => at > from && at < from + 4 && text === 'as');
  if (/^(?:is|was|am|became|remains|remained)$/u.test(verb.text)) {
    const at = from + 1;
    const isNamed = isArticle(words[at]) || isPossessiveDeterminer(words[at]);
    const named = officesNamed(sentence, at);
    // “Was mayor of Lund”, “became mayor in May”, but not “is head over heels in love”
    const isWhole =
      named !== undefined && (named.last > named.head || !isNext(words, named.last + 1));
    parsed = isNamed || isWhole || verb.text === 'became' ? named : undefined;
  } else if (AS.test(verb.text) && as >= 0) {
    parsed = officesNamed(sentence, as + 1);
  } else if (verb.text === 'as') {
    const before = words[from - 1];
    const isTaken = words.slice(0, from).some(({ text }) => AS.test(text) && text !== before?.text);
    parsed = isTaken ? officesNamed(sentence, from + 1) : undefined;
  } else {
    parsed = officeDone(sentence, from);
  }
  return parsed === undefined
    ? []
    : [...parsed.offices, ...furtherOffices(sentence, parsed.last + 1)].filter(isHeld);
}

/** The offices that go on a list: “president, chief executive and director”, “the mayor and chairs the port board”. */
function furtherOffices(sentence: NamedSentence, from: number): readonly Office[] {
  const { words } = sentence;
  const isAnd = words[from]?.text === 'and';
  const isListed = /^,? $/u.test(words[from]?.gap ?? '') && (isAnd || words[from]?.gap === ', ');
  if (!isListed) return [];
  const at = isAnd ? from + 1 : from;
  const stated = isAnd ? statedOffices(sentence, at) : [];
  if (stated.length > 0) return stated;
  const next = officesNamed(sentence, at);
  return next === undefined ? [] : [...next.offices, ...furtherOffices(sentence, next.last + 1)];
}

/** The office after “as” at the head of a sentence: “As a councillor I voted against it”. */
export function officesAs(sentence: NamedSentence, as: number): readonly Office[] {
  return officesNamed(sentence, as + 1)?.offices ?? [];
}

/** An office whose noun can be nothing else; “She is a friend of mine” has none. */
export function officesNamed(sentence: NamedSentence, from: number): ParsedOffices | undefined {
  const parsed = parseOffices(sentence, from, true);
  if (parsed === undefined) return undefined;
  const before = isNext(sentence.words, parsed.head) ? sentence.words[parsed.head - 1] : undefined;
  // “The shift supervisor”, “a former pilot”, but not “a good sport”
  const isDescribed = before?.tag === 'NOUN' || isRoleQualifier(before?.text ?? '');
  const offices = parsed.offices.filter(
    ({ title, affiliation }) =>
      isDescribed || affiliation !== undefined || title.split(' ').some(isRoleNoun),
  );
  return offices.length === 0 ? undefined : { ...parsed, offices };
}

/** “Chairs the north planning committee”, “manages the Quayside branch”. */
function officeDone(sentence: NamedSentence, from: number): ParsedOffices | undefined {
  const { words } = sentence;
  const title = HOLDERS.find(([verb]) => verb.test(words[from]?.text ?? ''))?.[1];
  const object = title === undefined ? undefined : objectOf(sentence, from + 1);
  if (title === undefined || object === undefined || !isNext(words, from + 1)) return undefined;
  const first = from + (isArticle(words[from + 1]) ? 2 : 1);
  const head = words[object.last]?.text ?? '';
  const branch = isNext(words, object.last + 1) ? (words[object.last + 1]?.text ?? '') : '';
  if (object.held !== undefined && !isGroup(branch))
    return { offices: [{ title, affiliation: object.held }], head: from, last: object.last };
  const last = object.held === undefined ? object.last : object.last + 1;
  if (!isGroup(words[last]?.text ?? head)) return undefined;
  const text = sourceTextOf(sentence, first, last);
  const isKnown = first === last && isArticle(words[first - 1]);
  const home = isKnown ? { owner: text } : { affiliation: text };
  return { offices: [{ title, ...home }], head: from, last };
}

/** True for a noun for people who belong together: “committee”, “branch”. */
function isGroup(word: string): boolean {
  return /^\p{Ll}/u.test(word) && (isBodyHead(word) || word === 'branch');
}
