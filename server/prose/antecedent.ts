import type { Block, Prose } from './prose.js';
import type { Sentence } from './sentences.js';
import { type SpeakerMention, attributionsIn, namesIn } from './speaker.js';

/** Tells whether a name is a person's; undefined where nobody knows. Cannot throw. */
export type PersonTest = (name: string) => boolean | undefined;

/** A person's name in a text, and the block it stands in. */
export interface PlacedName {
  readonly block: Block;
  readonly mention: SpeakerMention;
}

/** How many paragraphs back “he” may reach. */
const REACH = 2;

const MAN = /^(?:Mr|Sir|Lord|Herr|Señor|King|Prince|Father)\.?\s/u;
const WOMAN = /^(?:Mrs|Ms|Miss|Dame|Lady|Frau|Señora|Queen|Princess|Sister)\.?\s/u;
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Sen|Senator|Rep|Gov|Gen|Capt|Sgt|Rev|Judge|Justice|President|Chancellor|Minister|Mayor|Coach|Detective|Inspector)\.?\s/u;

/** Finds whom “he” and “she” stand for in a text. */
export class Antecedents {
  readonly #blocks: readonly Block[];
  readonly #isPerson: PersonTest;
  readonly #speakers = new Set<string>();
  readonly #men = new Set<string>();
  readonly #women = new Set<string>();

  constructor(prose: Prose, isPerson: PersonTest) {
    this.#blocks = prose.blocks;
    this.#isPerson = isPerson;
    for (const { text, sentences, quotations } of prose.blocks) {
      for (const { tokens } of sentences) {
        for (const { text: name } of namesIn(tokens, text, quotations)) {
          if (MAN.test(name)) this.#men.add(surname(name));
          if (WOMAN.test(name)) this.#women.add(surname(name));
        }
        for (const { speaker } of attributionsIn(tokens, text, quotations)) {
          if (speaker.form === 'name') this.#speakers.add(surname(speaker.text));
        }
      }
    }
  }

  /**
   * The person that a pronoun before offset `before` of a block's prose stands for: the last one
   * named as a speaker or a subject, or the only one named. Undefined where that is not plain.
   * Cannot throw.
   */
  of(pronoun: string, block: Block, before: number): PlacedName | undefined {
    const fits = this.#fitting(pronoun.toLowerCase());
    if (fits === undefined) return undefined;
    const at = this.#blocks.indexOf(block);
    for (let index = at, back = 0; index >= 0 && back <= REACH; index--) {
      const candidate = this.#blocks[index];
      if (candidate === undefined || candidate.role !== 'prose') continue;
      if (index !== at) back++;
      const limit = index === at ? before : candidate.text.length;
      const mention = lastIn(candidate, limit, pronoun, fits);
      if (mention === 'several') return undefined;
      if (mention !== undefined) return { block: candidate, mention };
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
      return this.#isPerson(name) ?? (TITLE.test(name) || this.#speakers.has(surname(name)));
    };
  }
}

/** The person whom the last sentence before `limit` that names a fitting one is about. */
function lastIn(
  block: Block,
  limit: number,
  pronoun: string,
  fits: (name: string) => boolean,
): SpeakerMention | 'several' | undefined {
  for (const sentence of [...block.sentences].reverse()) {
    if (sentence.start >= limit || sentence.role !== 'prose') continue;
    const speakers = attributionsIn(sentence.tokens, block.text, block.quotations)
      .filter(({ span }) => span.end <= limit)
      .map(({ speaker }) => speaker);
    const speaker = speakers.findLast(({ form, text }) => form === 'name' && fits(text));
    if (speaker !== undefined) return speaker;
    if (speakers.some(isNameless)) return 'several';
    if (opensWith(sentence, pronoun, limit)) continue;
    const names = namesIn(sentence.tokens, block.text, block.quotations).filter(
      ({ span, text }) => span.end <= limit && fits(text),
    );
    const subject = names.find(({ span }) => isSubject(sentence, span.start, span.end));
    const different = new Set(names.map(({ text }) => surname(text)));
    if (subject !== undefined) return subject;
    if (different.size > 1) return 'several';
    if (names[0] !== undefined) return names[0];
  }
  return undefined;
}

/** True for “a lawyer”: somebody whom “he” may mean and whose name nobody tells. */
function isNameless({ form, text }: SpeakerMention): boolean {
  return form === 'description' && /^(?:an?|one|the|his|her|their)\s/iu.test(text);
}

/** True where a sentence is already about the same “he”, so that its other names are not meant. */
function opensWith({ tokens, end }: Sentence, pronoun: string, limit: number): boolean {
  return end <= limit && tokens.slice(0, 2).some(({ text }) => text.toLowerCase() === pronoun);
}

/** True for a name that a verb follows, at once or after an apposition, and no preposition precedes. */
function isSubject({ tokens }: Sentence, start: number, end: number): boolean {
  const before = tokens.filter((token) => token.end <= start).at(-1);
  if (before?.tag === 'ADP' || before?.tag === 'VERB') return false;
  const after = tokens.find((token) => token.start >= end);
  return after?.tag === 'VERB' || after?.tag === 'AUX' || after?.tag === 'ADV' || after?.text === ',';
}

/** The last word of a name, in lower case and without a full stop. Cannot throw. */
export function surname(name: string): string {
  return (name.split(/\s+/u).at(-1) ?? name).toLowerCase().replace(/[.’']s?$/u, '');
}
