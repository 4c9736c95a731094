import type { Analysis } from './analysis.js';
import type { ConlluSentence, ConlluWord } from './conllu.js';
import { featsOf } from './morphology.js';

/**
 * An analysis as CoNLL-U. Of `kept`, the sentence that the words came from, comments, the lines of
 * multiword tokens and the last column stay as they are.
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

/** What a word of the file keeps. */
type Kept = Pick<ConlluWord, 'misc' | 'before'>;
