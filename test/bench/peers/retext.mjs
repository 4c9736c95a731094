import dictionary from 'dictionary-en';
import { retext } from 'retext';
import contractions from 'retext-contractions';
import indefiniteArticle from 'retext-indefinite-article';
import quotes from 'retext-quotes';
import redundantAcronyms from 'retext-redundant-acronyms';
import repeatedWords from 'retext-repeated-words';
import sentenceSpacing from 'retext-sentence-spacing';
import spell from 'retext-spell';

export function start() {
  const processor = retext()
    .use(contractions)
    .use(indefiniteArticle)
    .use(quotes)
    .use(redundantAcronyms)
    .use(repeatedWords)
    .use(sentenceSpacing)
    .use(spell, { dictionary });
  return async (text) => {
    const { messages } = await processor.process(text);
    return messages.map(({ place }) => [place.start.offset, place.end.offset]);
  };
}
