import { ARTICLE_WORDS, type Article, corpus } from './corpus.js';
import { Draw } from './draw.js';

/** Articles between the first of one draft and the first of the next: no two drafts share any. */
const APART = 500;

/** The articles that a draft was written from, and that cover it. */
export function sourcesOf(words: number, number: number): readonly Article[] {
  return [...corpus(Math.ceil(words / ARTICLE_WORDS), number * APART)];
}

/**
 * A draft of as many words, a sentence more or less, the same in every run and unlike those of other
 * numbers. It tells what its sources tell, often in fewer words, sometimes with another figure, and has
 * the slips of haste.
 */
export function draftOf(words: number, number: number): string {
  const draw = new Draw(number);
  const paragraphs: string[] = [];
  let left = words;
  for (const { text } of sourcesOf(words, number)) {
    const [title = '', ...rest] = text.trim().split('\n\n');
    paragraphs.push(paragraphs.length === 0 ? title : `#${title}`);
    for (const paragraph of rest) {
      const sentences: string[] = [];
      for (const sentence of paragraph.split(/(?<=[.”]) (?=[A-Z“])/u)) {
        if (left <= 0) break;
        const told = slip(retold(sentence, draw), draw);
        sentences.push(told);
        left -= told.split(' ').length;
      }
      if (sentences.length > 0) paragraphs.push(sentences.join(' '));
    }
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** What a source says, as a draft says it: without the reason, or with a figure that is not the source's. */
function retold(sentence: string, draw: Draw): string {
  if (draw.chance(0.4)) {
    return sentence.replace(/, (?:because|after|when|although|before|while|since) [^,.]+/u, '');
  }
  if (draw.chance(0.15)) return sentence.replace(/\d+/u, (figure) => `${Number(figure) + 3}`);
  return sentence;
}

function slip(sentence: string, draw: Draw): string {
  if (draw.chance(0.03)) return sentence.replace(/ the /u, ' the the ');
  if (draw.chance(0.03)) return sentence.replace(/(?<=[A-Z][a-z]+)([a-z])([a-z])\b/u, '$2$1');
  if (draw.chance(0.02)) return sentence.replace(/ (?:was|were|had|said) /u, ' ');
  return sentence;
}
