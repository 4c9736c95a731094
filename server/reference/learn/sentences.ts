import type { Prose } from '../../prose/prose.js';
import type { SourceParagraph } from '../sourceIndex.js';
import type { Cite } from './cite.js';

/** Sentences of an article as a `SourceIndex` has them, and their words. */
export interface Excerpts {
  readonly paragraphs: readonly SourceParagraph[];
  readonly sentences: readonly number[];
  readonly texts: readonly string[];
}

/**
 * The sentences of an article that tell something as so, each with its line. Headings, datelines,
 * bylines, credits and questions tell nothing.
 */
export function learnSentences(prose: Prose, cite: Cite): Excerpts {
  const paragraphs: SourceParagraph[] = [];
  const sentences: number[] = [];
  const texts: string[] = [];
  for (const block of prose.blocks) {
    const telling = block.sentences.filter(
      ({ role, text }) => role === 'prose' && !/\?["”’)\]]*$/u.test(text),
    );
    const [first] = telling;
    if (first === undefined) continue;
    for (const { start, end, text } of telling) {
      sentences.push(paragraphs.length, start, end, cite(block, start).line);
      texts.push(text);
    }
    const { passage } = cite(block, first.start);
    paragraphs.push({
      // What is all in emphasis is a label, as a caption is, and judged as one.
      kind: block.emphasised ? 'caption' : block.kind,
      text: block.text,
      ...(passage === undefined ? {} : { passage }),
    });
  }
  return { paragraphs, sentences, texts };
}
