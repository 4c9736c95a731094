import type { ConlluSentence } from '../../server/prose/grammar/conllu.js';
import { finiteMainVerb } from '../../server/prose/grammar/morphology.js';
import type { Grammar } from '../../server/prose/grammar/grammar.js';

/** How well a grammar does on a treebank, each from 0 to 1. Trees are measured with punctuation apart. */
export interface Score {
  readonly words: number;
  readonly upos: number;
  readonly lemmas: number;
  /** Right heads. */
  readonly uas: number;
  /** Right heads with the right relation, subtypes apart, as in the CoNLL 2018 task. */
  readonly las: number;
  readonly lasWithSubtypes: number;
  /** Sentences that were rightly told to have a finite main verb, or to have none. */
  readonly withMainVerb: number;
  /** Sentences whose finite main verb was found, the very word, or rightly not found. */
  readonly mainVerbs: number;
}

/** Measures a grammar on sentences with their own words kept. */
export function measure(grammar: Grammar, sentences: readonly ConlluSentence[]): Score {
  let words = 0;
  let upos = 0;
  let lemmas = 0;
  let arcs = 0;
  let heads = 0;
  let relations = 0;
  let withSubtypes = 0;
  let verbs = 0;
  let verbsOrNone = 0;
  for (const sentence of sentences) {
    const analysis = grammar.analyse(sentence.words.map(({ form }) => form));
    const found = finiteMainVerb(analysis);
    const right = finiteMainVerbOf(sentence);
    if (found === right) verbs++;
    if (found < 0 === right < 0) verbsOrNone++;
    for (const [index, word] of sentence.words.entries()) {
      words++;
      if (analysis.upos(index) === word.upos) upos++;
      if (analysis.lemma(index) === word.lemma) lemmas++;
      if (word.upos === 'PUNCT') continue;
      arcs++;
      if (analysis.head(index) !== word.head - 1) continue;
      heads++;
      const relation = analysis.relation(index);
      if (relation === word.relation) withSubtypes++;
      if (universal(relation) === universal(word.relation)) relations++;
    }
  }
  return {
    words,
    upos: upos / words,
    lemmas: lemmas / words,
    uas: heads / arcs,
    las: relations / arcs,
    lasWithSubtypes: withSubtypes / arcs,
    withMainVerb: verbsOrNone / sentences.length,
    mainVerbs: verbs / sentences.length,
  };
}

function universal(relation: string): string {
  return relation.split(':')[0] ?? relation;
}

/** The finite main verb by the treebank's own features: the root, or the root's auxiliary or copula. */
function finiteMainVerbOf({ words }: ConlluSentence): number {
  const root = words.findIndex(({ head }) => head === 0);
  const helper = words.findIndex(
    ({ head, relation, feats }) =>
      head === root + 1 && /^(?:aux|cop)/u.test(relation) && feats.includes('VerbForm=Fin'),
  );
  if (helper >= 0) return helper;
  return (words[root]?.feats ?? '').includes('VerbForm=Fin') ? root : -1;
}

/** The score in words and figures, one line. */
export function describe(name: string, score: Score): string {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  return [
    `${name}: ${score.words} words`,
    `UPOS ${percent(score.upos)}`,
    `UAS ${percent(score.uas)}`,
    `LAS ${percent(score.las)} (with subtypes ${percent(score.lasWithSubtypes)})`,
    `lemmas ${percent(score.lemmas)}`,
    `main verb or none ${percent(score.withMainVerb)} (the very word ${percent(score.mainVerbs)})`,
  ].join(', ');
}
