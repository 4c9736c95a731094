import { isBodyHead } from '../../lexicon/nameWords.js';
import { isPersonTitle, isRoleNoun } from '../../lexicon/roleWords.js';
import { genderOfTitle } from '../../lexicon/honorifics.js';
import { memoize } from '../memoize.js';
import type { Block } from '../prose.js';
import type { Sentence } from '../sentences.js';
import type { CooperativeTask } from '../cooperativeTask.js';
import { type Span, contains } from '../span.js';
import type { SpeakerMention } from './speaker.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import type { SpokenBlock, SpokenSentence } from './speech.js';
import type { Token } from '../tokens.js';

/** Decides whether a name is a person's; `undefined` if that is unknown. */
export type PersonTest = (name: string) => boolean | undefined;

/** A person's name in a text and the block that contains it. */
export interface PlacedName {
  readonly block: Block;
  readonly mention: SpeakerMention;
}

/** How many paragraphs and sentences back “he” can refer. */
const MAX_PARAGRAPHS_BACK = 2;
const MAX_SENTENCES_BACK = 12;

/**
 * Surnames that a text marks as a man's, a woman's, or a person's: a speaker, or someone whose age
 * is given.
 */
interface Surnames {
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

/** Prepares a text for resolving its pronouns, one block per slice. */
export function* antecedentsIn(
  blocks: readonly SpokenBlock[],
  isPerson: PersonTest,
): CooperativeTask<Antecedents> {
  const all = { men: new Set<string>(), women: new Set<string>(), people: new Set<string>() };
  for (const { sentences } of blocks) {
    for (const sentence of sentences) {
      const { men, women, people } = surnamesIn(sentence);
      for (const name of men) all.men.add(name);
      for (const name of women) all.women.add(name);
      for (const name of people) all.people.add(name);
    }
    yield;
  }
  return new Antecedents(blocks, isPerson, all);
}

/** Resolves “he” and “she” in a text. */
export class Antecedents {
  readonly #blocks: readonly SpokenBlock[];
  readonly #isPerson: PersonTest;
  readonly #people: ReadonlySet<string>;
  readonly #men: ReadonlySet<string>;
  readonly #women: ReadonlySet<string>;

  constructor(
    blocks: readonly SpokenBlock[],
    isPerson: PersonTest,
    { men, women, people }: Surnames,
  ) {
    this.#blocks = blocks;
    this.#isPerson = isPerson;
    this.#men = men;
    this.#women = women;
    this.#people = people;
  }

  /**
   * The person that a pronoun before offset `before` in the prose of block `index` refers to: the
   * last person named, or described by a role, as a speaker or subject, or the only one named.
   * `undefined` if that is ambiguous.
   */
  resolve(pronoun: string, index: number, before: number): PlacedName | undefined {
    const fits = this.#fitting(pronoun.toLowerCase());
    if (fits === undefined) return undefined;
    const others: string[] = [];
    let sentencesBack = 0;
    for (let at = index, back = 0; at >= 0 && back <= MAX_PARAGRAPHS_BACK; at--) {
      const candidate = this.#blocks[at];
      if (candidate?.block.role !== 'prose') continue;
      if (at !== index) back++;
      const limit = at === index ? before : candidate.block.text.length;
      for (let last = candidate.lastBefore(limit); last >= 0; last--) {
        const sentence = candidate.sentences[last];
        if (sentence === undefined || sentencesBack++ > MAX_SENTENCES_BACK) return undefined;
        const openingEnd = openingPhraseEnd(sentence.sentence, pronoun, limit);
        if (openingEnd > 0) {
          others.push(
            ...sentence.names.filter(({ span }) => span.end <= openingEnd).map(({ text }) => text),
          );
        }
        const mention = personIn(
          sentence,
          { start: openingEnd, end: limit },
          pronoun,
          (name) => fits(name) && !others.some((other) => isSameName(name, other)),
        );
        if (mention === 'several') return undefined;
        if (mention !== undefined) return { block: candidate.block, mention };
      }
    }
    return undefined;
  }

  #fitting(pronoun: string): ((name: string) => boolean) | undefined {
    if (pronoun !== 'he' && pronoun !== 'she') return undefined;
    const [own, other] = pronoun === 'he' ? [this.#men, this.#women] : [this.#women, this.#men];
    return (name) => {
      const words = name.split(/\s+/u).map(surname);
      if (words.some((word) => own.has(word))) return true;
      if (words.some((word) => other.has(word))) return false;
      const isBody = isBodyHead(words.at(-1) ?? '');
      return (
        this.#isPerson(name) ?? (hasTitle(name) || (!isBody && this.#people.has(surname(name))))
      );
    };
  }
}

/** The surnames that a sentence marks as a man's, a woman's, or a person's. */
const surnamesIn = memoize(({ names, attributions, sentence: { tokens } }: SpokenSentence) => {
  const titled = (gender: string): readonly string[] =>
    names.flatMap(({ text }) => {
      const [title = '', ...rest] = text.split(/\s+/u);
      return rest.length > 0 && genderOfTitle(title) === gender ? [surname(text)] : [];
    });
  return {
    men: titled('masculine'),
    women: titled('feminine'),
    people: [
      ...attributions.flatMap(({ speaker }) =>
        speaker.form === 'name' ? [surname(speaker.text)] : [],
      ),
      ...names.filter(({ span }) => hasAge(tokens, span.end)).map(({ text }) => surname(text)),
    ],
  };
});

/** True for “Roe, 22, …”: the name that ends at offset `end` is followed by an age. */
function hasAge(tokens: readonly Token[], end: number): boolean {
  const at = tokens.findIndex(({ start }) => start >= end);
  return (
    tokens[at]?.text === ',' &&
    /^\d{1,3}$/u.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.text === ','
  );
}

/**
 * The matching person that a sentence is about, looking only within `reach`; “several” if that is
 * ambiguous.
 */
function personIn(
  { sentence, attributions, names }: SpokenSentence,
  reach: Span,
  pronoun: string,
  fits: (name: string) => boolean,
): SpeakerMention | 'several' | undefined {
  const speakers = attributions
    .filter(({ span }) => contains(reach, span))
    .map(({ speaker }) => speaker);
  const speaker = speakers.findLast(({ form, text }) => form === 'name' && fits(text));
  if (speaker !== undefined) {
    return refersToAnother(sentence, pronoun, speaker.span.end, reach.end) ? 'several' : speaker;
  }
  const [unnamed, another] = speakers.filter(isUnnamed);
  if (unnamed !== undefined)
    return another === undefined && /^the\s/iu.test(unnamed.text) ? unnamed : 'several';
  if (hasPronounSubject(sentence, pronoun, reach)) return undefined;
  const fitting = names.filter(({ span, text }) => contains(reach, span) && fits(text));
  const subject =
    fitting.find(({ span }) => isSubject(sentence, span.start, span.end)) ??
    roleAsSubject(sentence, reach);
  if (subject !== undefined) {
    return refersToAnother(sentence, pronoun, subject.span.end, reach.end) ? 'several' : subject;
  }
  return new Set(fitting.map(({ text }) => surname(text))).size > 1 ? 'several' : fitting[0];
}

/** “The director” before a verb: a person in the role that the text has named before. */
function roleAsSubject({ tokens, text, start }: Sentence, reach: Span): SpeakerMention | undefined {
  const noun = tokens.findIndex(
    ({ tag, lemma, text: word }, at) =>
      tag === 'NOUN' &&
      word === lemma &&
      isRoleNoun(word) &&
      /^the$/iu.test(tokens[at - 1]?.text ?? '') &&
      /^(?:VERB|AUX)$/u.test(tokens[at + 1]?.tag ?? '') &&
      !/^(?:ADP|VERB|AUX)$/u.test(tokens[at - 2]?.tag ?? ''),
  );
  const [first, last] = [tokens[noun - 1], tokens[noun]];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.start, end: last.end };
  if (!contains(reach, span)) return undefined;
  return { form: 'description', span, text: text.slice(span.start - start, span.end - start) };
}

/** True for “a lawyer”: someone that “he” can refer to but who is not named. */
function isUnnamed({ form, text }: SpeakerMention): boolean {
  return form === 'description' && /^(?:an?|one|the|his|her|their)\s/iu.test(text);
}

/**
 * True if the same pronoun is the subject of a sentence, so that it does not refer to other names
 * in the sentence.
 */
function hasPronounSubject({ tokens, end }: Sentence, pronoun: string, reach: Span): boolean {
  if (reach.start > 0) return true;
  const wanted = pronoun.toLowerCase();
  return end <= reach.end && tokens.slice(0, 2).some(({ text }) => text.toLowerCase() === wanted);
}

/** The maximum number of words before a participle that opens a sentence: “Later, when asked”. */
const MAX_WORDS_BEFORE_PARTICIPLE = 3;

/**
 * The offset of the pronoun that is the subject of a sentence opening with a participle (“Asked by
 * Ms. Roe, she …”, “After meeting Ms. Roe, she …”); 0 if there is none. The participle shares the
 * subject of its sentence, so “she” is none of the people named before it.
 */
function openingPhraseEnd({ tokens }: Sentence, pronoun: string, limit: number): number {
  const opening = tokens.findIndex(
    ({ tag, text }) => !/^(?:ADP|ADV|SCONJ)$/u.test(tag) && text !== ',',
  );
  // “Cross-examined”
  const head = /^[-‐‑]$/u.test(tokens[opening + 1]?.text ?? '') ? opening + 2 : opening;
  if (opening > MAX_WORDS_BEFORE_PARTICIPLE || tokens[head]?.tag !== 'VERB') return 0;
  const wanted = pronoun.toLowerCase();
  const subject = tokens.findIndex(
    ({ text }, at) => at > head && text.toLowerCase() === wanted && tokens[at - 1]?.text === ',',
  );
  const { start } = tokens[subject] ?? { start: Infinity };
  if (start > limit) return 0;
  // “Asked about it, Ms. Roe nodded, she said later”: here the participle belongs to Ms. Roe.
  const isNamed = tokens
    .slice(head, subject)
    .some(({ tag }, at, clause) => /^(?:VERB|AUX)$/u.test(tag) && hasNamedSubject(clause, at));
  return isNamed ? 0 : start;
}

/**
 * True for the verb in “, the club's captain Ada Roe later said” and in “, Ada Roe, the captain,
 * said”.
 */
function hasNamedSubject(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (tokens[at]?.tag === 'ADV') at--;
  if (tokens[at]?.text === ',') return speechVerb(tokens[verb]?.text ?? '')?.participle === false;
  if (tokens[at]?.tag !== 'PROPN') return false;
  while (at >= 0 && !/^(?:VERB|AUX|PRON|SCONJ|PUNCT)$/u.test(tokens[at]?.tag ?? '')) at--;
  return tokens[at]?.text === ',';
}

/** True for “Ms. Roe asked her”: the person asked is not Ms. Roe, and either may speak next. */
function refersToAnother(
  { tokens }: Sentence,
  pronoun: string,
  from: number,
  limit: number,
): boolean {
  const object = pronoun.toLowerCase() === 'he' ? 'him' : 'her';
  const rest = tokens.filter(({ start, end }) => start >= from && end <= limit);
  const at = rest.findIndex(
    ({ text }, index) => text.toLowerCase() === object && rest[index - 1]?.tag === 'VERB',
  );
  if (at < 0) return false;
  // “told her story”
  if (object === 'her' && /^(?:NOUN|ADJ|PROPN|NUM|VERB)$/u.test(rest[at + 1]?.tag ?? ''))
    return false;
  // “Ms. Roe said the board failed her”: the verb before “her” has another subject.
  return (
    rest[at - 2]?.tag === 'CCONJ' ||
    rest.slice(0, at - 1).every(({ tag, text }) => tag !== 'VERB' || text.endsWith('ing'))
  );
}

/** True if one name contains all words of the other, apart from titles: “Mr. Roe” and “Ian Roe”. */
function isSameName(name: string, other: string): boolean {
  const [a, b] = [wordsOf(name), wordsOf(other)];
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

function wordsOf(name: string): readonly string[] {
  const words = name.toLowerCase().split(/\s+/u);
  return hasTitle(name) ? words.slice(1) : words;
}

/** True for a name that begins with an honorific or a job title: “Ms. Roe”, “Judge Roe”. */
function hasTitle(name: string): boolean {
  const [title = '', ...rest] = name.split(/\s+/u);
  return rest.length > 0 && isPersonTitle(title);
}

/**
 * True for a name that is followed by a verb, directly or after an apposition, and not preceded by
 * a preposition.
 */
function isSubject({ tokens }: Sentence, start: number, end: number): boolean {
  const before = tokens.findLast((token) => token.end <= start);
  if (before?.tag === 'ADP' || before?.tag === 'VERB') return false;
  const after = tokens.find((token) => token.start >= end);
  return (
    after?.tag === 'VERB' || after?.tag === 'AUX' || after?.tag === 'ADV' || after?.text === ','
  );
}

/** The last word of a name in lower case, without a full stop or possessive ending. */
function surname(name: string): string {
  return (name.split(/\s+/u).at(-1) ?? name).toLowerCase().replace(/(?:\.|['’]s?)$/u, '');
}
