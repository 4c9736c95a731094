import type { ConlluSentence, ConlluWord } from '../../server/prose/grammar/conllu.js';

/** One in `EVERY` sentences is added in lower case, and one as a headline. */
const EVERY = 16;

/** The sentences, and copies of some in lower case or as headlines, because drafts contain both. */
export function withDamaged(sentences: readonly ConlluSentence[]): readonly ConlluSentence[] {
  return sentences.flatMap((sentence, index) => {
    if (index % EVERY === 3) return [sentence, inLowerCase(sentence)];
    if (index % EVERY === 11) return [sentence, asHeadline(sentence)];
    return [sentence];
  });
}

function inLowerCase({ comments, words }: ConlluSentence): ConlluSentence {
  return {
    comments: untitled(comments),
    words: words.map((word) => ({ ...word, form: word.form.toLowerCase() })),
  };
}

/** Headlines capitalise all but short function words and have no full stop. */
function asHeadline({ comments, words }: ConlluSentence): ConlluSentence {
  const last = words.at(-1);
  const hasFullStop = words.length > 1 && last?.form === '.';
  return {
    comments: untitled(comments),
    words: (hasFullStop ? words.slice(0, -1) : words).map((word, index) => ({
      ...word,
      form: index === 0 || isCapitalisedInHeadline(word) ? capitalised(word.form) : word.form,
    })),
  };
}

function isCapitalisedInHeadline({ form, upos }: ConlluWord): boolean {
  return form.length > 3 || /^(?:NOUN|VERB|ADJ|PRON|ADV)$/u.test(upos);
}

function capitalised(form: string): string {
  return form.slice(0, 1).toUpperCase() + form.slice(1);
}

/** A copy belongs to the document of its original, so it does not start one. */
function untitled(comments: readonly string[]): readonly string[] {
  return comments.filter((line) => !line.startsWith('# newdoc'));
}
