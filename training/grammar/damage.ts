import type { ConlluSentence, ConlluWord } from '../../server/prose/grammar/conllu.js';

/** Of so many sentences one is learnt a second time in small letters, and one as a headline. */
const EVERY = 16;

/** The sentences with some of them a second time, written as drafts at times are: names in small letters, headlines. */
export function withDamaged(sentences: readonly ConlluSentence[]): readonly ConlluSentence[] {
  return sentences.flatMap((sentence, index) => {
    if (index % EVERY === 3) return [sentence, inSmallLetters(sentence)];
    if (index % EVERY === 11) return [sentence, asHeadline(sentence)];
    return [sentence];
  });
}

function inSmallLetters({ comments, words }: ConlluSentence): ConlluSentence {
  return {
    comments: untitled(comments),
    words: words.map((word) => ({ ...word, form: word.form.toLowerCase() })),
  };
}

/** Headlines capitalise all but the small words and end without a stop. */
function asHeadline({ comments, words }: ConlluSentence): ConlluSentence {
  const last = words.at(-1);
  const stops = words.length > 1 && last?.form === '.';
  return {
    comments: untitled(comments),
    words: (stops ? words.slice(0, -1) : words).map((word, index) => ({
      ...word,
      form: index === 0 || isLarge(word) ? capitalised(word.form) : word.form,
    })),
  };
}

function isLarge({ form, upos }: ConlluWord): boolean {
  return form.length > 3 || /^(?:NOUN|VERB|ADJ|PRON|ADV)$/u.test(upos);
}

function capitalised(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}

/** A copy stands in the document of its model, so it opens none. */
function untitled(comments: readonly string[]): readonly string[] {
  return comments.filter((line) => !line.startsWith('# newdoc'));
}
