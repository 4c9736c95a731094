import { memoize } from '../memoize.js';
import type { Block } from '../prose.js';
import type { Sentence } from '../sentences.js';
import type { CooperativeTask } from '../cooperativeTask.js';
import { type Span, contains } from '../span.js';
import type { SpeakerMention } from './speaker.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import type { SpokenBlock, SpokenSentence } from './speech.js';
import type { Token } from '../tokens.js';

/** Tells whether a name is a person's; undefined where nobody knows. */
export type PersonTest = (name: string) => boolean | undefined;

/** A person's name in a text, and the block it stands in. */
export interface PlacedName {
  readonly block: Block;
  readonly mention: SpeakerMention;
}

/** How many paragraphs and how many sentences back “he” may reach. */
const PARAGRAPHS_BACK = 2;
const SENTENCES_BACK = 12;

const MAN = /^(?:Mr|Sir|Lord|Herr|Señor|King|Prince|Father)\.?\s/u;
const WOMAN = /^(?:Mrs|Ms|Miss|Dame|Lady|Frau|Señora|Queen|Princess|Sister)\.?\s/u;
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Sen|Senator|Rep|Gov|Gen|Capt|Sgt|Rev|Judge|Justice|President|Chancellor|Minister|Mayor|Coach|Detective|Inspector)\.?\s/u;

/** The surnames of those whom a text calls a man, a woman, or a speaker, or of whom it gives an age. */
interface Surnames {
  readonly men: ReadonlySet<string>;
  readonly women: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

/** Gets ready to find whom pronouns stand for in a text, with a block to a slice. */
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

/** Finds whom “he” and “she” stand for in a text. */
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
   * The person that a pronoun before offset `before` of the prose of block `index` stands for: the
   * last one named as a speaker or a subject, or the only one named. Undefined where that is not
   * plain.
   */
  of(pronoun: string, index: number, before: number): PlacedName | undefined {
    const fits = this.#fitting(pronoun.toLowerCase());
    if (fits === undefined) return undefined;
    const others: string[] = [];
    let sentencesBack = 0;
    for (let at = index, back = 0; at >= 0 && back <= PARAGRAPHS_BACK; at--) {
      const candidate = this.#blocks[at];
      if (candidate?.block.role !== 'prose') continue;
      if (at !== index) back++;
      const limit = at === index ? before : candidate.block.text.length;
      for (let last = candidate.lastBefore(limit); last >= 0; last--) {
        const sentence = candidate.sentences[last];
        if (sentence === undefined || sentencesBack++ > SENTENCES_BACK) return undefined;
        const adjunct = adjunctIn(sentence.sentence, pronoun, limit);
        if (adjunct > 0) {
          others.push(
            ...sentence.names.filter(({ span }) => span.end <= adjunct).map(({ text }) => text),
          );
        }
        const mention = personOf(
          sentence,
          { start: adjunct, end: limit },
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
      return this.#isPerson(name) ?? (TITLE.test(name) || this.#people.has(surname(name)));
    };
  }
}

/** The surnames of those whom a sentence calls a man, a woman, or a speaker, or of whom it gives an age. */
const surnamesIn = memoize(({ names, attributions, sentence: { tokens } }: SpokenSentence) => {
  const titled = (title: RegExp): readonly string[] =>
    names.flatMap(({ text }) => (title.test(text) ? [surname(text)] : []));
  return {
    men: titled(MAN),
    women: titled(WOMAN),
    people: [
      ...attributions.flatMap(({ speaker }) =>
        speaker.form === 'name' ? [surname(speaker.text)] : [],
      ),
      ...names.filter(({ span }) => isAged(tokens, span.end)).map(({ text }) => surname(text)),
    ],
  };
});

/** True for “Roe, 22, …”: an age stands behind the name that ends at an offset. */
function isAged(tokens: readonly Token[], end: number): boolean {
  const at = tokens.findIndex(({ start }) => start >= end);
  return (
    tokens[at]?.text === ',' &&
    /^\d{1,3}$/u.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.text === ','
  );
}

/** The fitting person whom a sentence, within `reach`, is about; “several” where that is not plain. */
function personOf(
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
    return isOfAnother(sentence, pronoun, speaker.span.end, reach.end) ? 'several' : speaker;
  }
  if (speakers.some(isNameless)) return 'several';
  if (isAboutTheSame(sentence, pronoun, reach)) return undefined;
  const fitting = names.filter(({ span, text }) => contains(reach, span) && fits(text));
  const subject = fitting.find(({ span }) => isSubject(sentence, span.start, span.end));
  if (subject !== undefined) {
    return isOfAnother(sentence, pronoun, subject.span.end, reach.end) ? 'several' : subject;
  }
  return new Set(fitting.map(({ text }) => surname(text))).size > 1 ? 'several' : fitting[0];
}

/** True for “a lawyer”: somebody whom “he” may mean and whose name nobody tells. */
function isNameless({ form, text }: SpeakerMention): boolean {
  return form === 'description' && /^(?:an?|one|the|his|her|their)\s/iu.test(text);
}

/** True where the same pronoun is a sentence's subject, so that its other names are not meant. */
function isAboutTheSame({ tokens, end }: Sentence, pronoun: string, reach: Span): boolean {
  if (reach.start > 0) return true;
  const wanted = pronoun.toLowerCase();
  return end <= reach.end && tokens.slice(0, 2).some(({ text }) => text.toLowerCase() === wanted);
}

/** How many words may stand before a participle that opens a sentence: “Later, when asked”. */
const MOST_BEFORE_PARTICIPLE = 3;

/**
 * Where the pronoun stands that a sentence's opening participle hangs on (“Asked by Ms. Roe, she …”,
 * “After meeting Ms. Roe, she …”); 0 where none does. A participle has the subject of its sentence for its
 * own, so that “she” is nobody whom it names.
 */
function adjunctIn({ tokens }: Sentence, pronoun: string, limit: number): number {
  const opening = tokens.findIndex(
    ({ tag, text }) => !/^(?:ADP|ADV|SCONJ)$/u.test(tag) && text !== ',',
  );
  // “Cross-examined”
  const head = /^[-‐‑]$/u.test(tokens[opening + 1]?.text ?? '') ? opening + 2 : opening;
  if (opening > MOST_BEFORE_PARTICIPLE || tokens[head]?.tag !== 'VERB') return 0;
  const wanted = pronoun.toLowerCase();
  const subject = tokens.findIndex(
    ({ text }, at) => at > head && text.toLowerCase() === wanted && tokens[at - 1]?.text === ',',
  );
  const { start } = tokens[subject] ?? { start: Infinity };
  if (start > limit) return 0;
  // “Asked about it, Ms. Roe nodded, she said later”: there the participle is hers.
  const isNamed = tokens
    .slice(head, subject)
    .some(({ tag }, at, clause) => /^(?:VERB|AUX)$/u.test(tag) && isOfName(clause, at));
  return isNamed ? 0 : start;
}

/** True for the verb of “, the club's captain Ada Roe later said” and of “, Ada Roe, the captain, said”. */
function isOfName(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (tokens[at]?.tag === 'ADV') at--;
  if (tokens[at]?.text === ',') return speechVerb(tokens[verb]?.text ?? '')?.participle === false;
  if (tokens[at]?.tag !== 'PROPN') return false;
  while (at >= 0 && !/^(?:VERB|AUX|PRON|SCONJ|PUNCT)$/u.test(tokens[at]?.tag ?? '')) at--;
  return tokens[at]?.text === ',';
}

/** True for “Ms. Roe asked her”: the one who is asked is not Ms. Roe. Whoever speaks next may be either. */
function isOfAnother({ tokens }: Sentence, pronoun: string, from: number, limit: number): boolean {
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

/** True where one name has all words of the other, titles left aside: “Mr. Roe” and “Ian Roe”. */
function isSameName(name: string, other: string): boolean {
  const [a, b] = [wordsOf(name), wordsOf(other)];
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

function wordsOf(name: string): readonly string[] {
  return name.replace(TITLE, '').toLowerCase().split(/\s+/u);
}

/** True for a name that a verb follows, at once or after an apposition, and no preposition precedes. */
function isSubject({ tokens }: Sentence, start: number, end: number): boolean {
  const before = tokens.findLast((token) => token.end <= start);
  if (before?.tag === 'ADP' || before?.tag === 'VERB') return false;
  const after = tokens.find((token) => token.start >= end);
  return (
    after?.tag === 'VERB' || after?.tag === 'AUX' || after?.tag === 'ADV' || after?.text === ','
  );
}

/** The last word of a name, in lower case, without a full stop or a possessive ending. */
function surname(name: string): string {
  return (name.split(/\s+/u).at(-1) ?? name).toLowerCase().replace(/(?:\.|['’]s?)$/u, '');
}
