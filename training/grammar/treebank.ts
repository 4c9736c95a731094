import type { ConlluSentence } from '../../server/prose/grammar/conllu.js';
import type { Vocabulary, VocabularyWord } from '../../server/prose/grammar/vocabulary.js';

/** A sentence of a treebank, with its tags, heads and relations as numbers. */
export interface TreebankSentence {
  readonly source: ConlluSentence;
  readonly document: string;
  /** Indices into the treebank's tags. */
  readonly tags: Uint8Array;
  /** 0-based heads; the number of words stands for the root. */
  readonly heads: Int32Array;
  /** Indices into the treebank's relations. */
  readonly relations: Uint8Array;
}

/** A training sentence with its words looked up in a vocabulary. */
export interface Example extends TreebankSentence {
  readonly words: readonly VocabularyWord[];
  /** The second-best tag of a word whose tag is in doubt, otherwise the same tag. */
  readonly seconds: Uint8Array;
}

/** Numbers names in the order of their first occurrence. */
export class Names {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
}

const NATURAL: Readonly<Record<string, RegExp>> = {
  ADJ: /^JJ[RS]?$/u,
  ADV: /^(?:RB[RS]?|WRB)$/u,
  NOUN: /^NNS?$/u,
  PROPN: /^NNPS?$/u,
  VERB: /^VB[DGNPZ]?$/u,
  AUX: /^(?:VB[DGNPZ]?|MD)$/u,
  PRON: /^(?:PRP\$?|WP\$?|DT|EX|WDT|NN)$/u,
  DET: /^(?:DT|PDT|WDT)$/u,
  PART: /^(?:TO|POS|RB)$/u,
  ADP: /^(?:IN|RP)$/u,
};

const USUAL: Readonly<Record<string, string>> = {
  ADJ: 'JJ',
  ADV: 'RB',
  NOUN: 'NN',
  PROPN: 'NNP',
  VERB: 'VB',
  AUX: 'VB',
  PRON: 'PRP',
  DET: 'DT',
  PART: 'RB',
  ADP: 'IN',
};

/**
 * The fine tag to learn: the universal tag, with the Penn tag (`VERB/VBZ`) if it adds information.
 */
function tagOf(upos: string, xpos: string, feats: string): string {
  const natural = NATURAL[upos];
  if (natural === undefined) return upos;
  if (natural.test(xpos)) return `${upos}/${xpos}`;
  if (upos === 'NOUN' || upos === 'PROPN') {
    return `${upos}/${USUAL[upos] ?? ''}${feats.includes('Number=Plur') ? 'S' : ''}`;
  }
  if (upos === 'VERB' || upos === 'AUX') return `${upos}/${verbTag(feats)}`;
  return `${upos}/${USUAL[upos] ?? ''}`;
}

function verbTag(feats: string): string {
  if (feats.includes('VerbForm=Ger') || feats.includes('Tense=Pres|VerbForm=Part')) return 'VBG';
  if (feats.includes('VerbForm=Part')) return 'VBN';
  if (feats.includes('Tense=Past')) return 'VBD';
  if (feats.includes('Number=Sing|Person=3')) return 'VBZ';
  return feats.includes('Tense=Pres') ? 'VBP' : 'VB';
}

/** The document of each sentence, by its `# newdoc` line. */
export function documentOf(sentences: readonly ConlluSentence[]): readonly string[] {
  let document = '';
  return sentences.map(({ comments }) => {
    const named = comments.find((line) => line.startsWith('# newdoc'));
    if (named !== undefined) document = named.replace(/^.*=\s*/u, '');
    return document;
  });
}

/** Sentences with their tags and relations as numbers, which `tags` and `relations` assign. */
export function numbered(
  sentences: readonly ConlluSentence[],
  tags: Names,
  relations: Names,
): TreebankSentence[] {
  const documents = documentOf(sentences);
  return sentences.map((source, index) => {
    const { words } = source;
    return {
      source,
      document: documents[index] ?? '',
      tags: Uint8Array.from(words, (word) =>
        tags.numberOf(tagOf(word.upos, word.xpos, word.feats)),
      ),
      heads: Int32Array.from(words, ({ head }) => (head <= 0 ? words.length : head - 1)),
      relations: Uint8Array.from(words, ({ relation }) => relations.numberOf(relation)),
    };
  });
}

/** The sentences with their words looked up. */
export function examplesOf(
  sentences: readonly TreebankSentence[],
  vocabulary: Vocabulary,
): Example[] {
  return sentences.map((sentence) => ({
    ...sentence,
    words: sentence.source.words.map((word) => vocabulary.wordOf(word.form)),
    seconds: sentence.tags,
  }));
}
