import type { ConlluSentence } from '../../server/prose/grammar/conllu.js';
import { finiteMainVerb } from '../../server/prose/grammar/morphology.js';
import type { Grammar } from '../../server/prose/grammar/grammar.js';

/**
 * The accuracy of a grammar on a treebank; shares from 0 to 1. Trees are measured without
 * punctuation.
 */
export interface Score {
  readonly words: number;
  readonly upos: number;
  readonly lemmas: number;
  /** Unlabelled attachment score: correct heads. */
  readonly uas: number;
  /**
   * Labelled attachment score: correct heads and relations, ignoring subtypes, as in the CoNLL 2018
   * task.
   */
  readonly las: number;
  readonly lasWithSubtypes: number;
  /** Sentences correctly found to have a finite main verb, or not to have one. */
  readonly withMainVerb: number;
  /** Sentences whose finite main verb was correctly identified, or correctly found missing. */
  readonly mainVerbs: number;
}

/** Measures a grammar on sentences with the treebank's own tokens. */
export function measureGrammar(grammar: Grammar, sentences: readonly ConlluSentence[]): Score {
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

/**
 * The index of the finite main verb by the treebank's features: the root, or its auxiliary or
 * copula; -1 if none.
 */
function finiteMainVerbOf({ words }: ConlluSentence): number {
  const root = words.findIndex(({ head }) => head === 0);
  const auxiliary = words.findIndex(
    ({ head, relation, feats }) =>
      head === root + 1 && /^(?:aux|cop)/u.test(relation) && feats.includes('VerbForm=Fin'),
  );
  if (auxiliary >= 0) return auxiliary;
  return (words[root]?.feats ?? '').includes('VerbForm=Fin') ? root : -1;
}

/** The score as one line of text. */
export function formatScore(name: string, score: Score): string {
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  return [
    `${name}: ${score.words} words`,
    `UPOS ${percent(score.upos)}`,
    `UAS ${percent(score.uas)}`,
    `LAS ${percent(score.las)} (with subtypes ${percent(score.lasWithSubtypes)})`,
    `lemmas ${percent(score.lemmas)}`,
    `main verb or none ${percent(score.withMainVerb)} (exact word ${percent(score.mainVerbs)})`,
  ].join(', ');
}
