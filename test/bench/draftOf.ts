import { ARTICLE_WORDS, type Article, corpus } from './corpus.js';
import { Draw } from './draw.js';

/** The distance between the first articles of two drafts, so that no two drafts share one. */
const APART = 500;

/** The articles that a draft is based on. */
export function sourcesOf(words: number, number: number): readonly Article[] {
  return [...corpus(Math.ceil(words / ARTICLE_WORDS), number * APART)];
}

/**
 * A draft of about this many words, the same in every run, and different for each number. It
 * repeats its sources, often in fewer words, sometimes with another figure, and has the errors of
 * hasty editing.
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
        const written = damaged(rewritten(sentence, draw), draw);
        sentences.push(written);
        left -= written.split(' ').length;
      }
      if (sentences.length > 0) paragraphs.push(sentences.join(' '));
    }
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** A source sentence as a draft would repeat it: without the reason, or with another figure. */
function rewritten(sentence: string, draw: Draw): string {
  if (draw.chance(0.4)) {
    return sentence.replace(/, (?:because|after|when|although|before|while|since) [^,.]+/u, '');
  }
  if (draw.chance(0.15)) return sentence.replace(/\d+/u, (figure) => `${Number(figure) + 3}`);
  return sentence;
}

function damaged(sentence: string, draw: Draw): string {
  if (draw.chance(0.03)) return sentence.replace(/ the /u, ' the the ');
  if (draw.chance(0.03)) return sentence.replace(/(?<=[A-Z][a-z]+)([a-z])([a-z])\b/u, '$2$1');
  if (draw.chance(0.02)) return sentence.replace(/ (?:was|were|had|said) /u, ' ');
  return sentence;
}
