import type { Analysis } from './analysis.js';
import type { ConlluSentence, ConlluWord } from './conllu.js';
import { featsOf } from './morphology.js';

/**
 * An analysis as CoNLL-U. Comments, multiword token lines and the last column are taken from
 * `kept`, the sentence that the words came from.
 */
export function toConllu(
  analysis: Analysis,
  kept: Pick<ConlluSentence, 'comments'> & { readonly words: readonly Kept[] },
): ConlluSentence {
  return {
    comments: kept.comments,
    words: analysis.words.map((form, index) => ({
      form,
      lemma: analysis.lemma(index),
      upos: analysis.upos(index),
      xpos: analysis.xpos(index) || '_',
      feats: featsOf(analysis, index),
      head: analysis.head(index) + 1,
      relation: analysis.relation(index),
      misc: kept.words[index]?.misc ?? '_',
      before: kept.words[index]?.before ?? [],
    })),
  };
}

/** The columns of a word that the file keeps. */
type Kept = Pick<ConlluWord, 'misc' | 'before'>;
