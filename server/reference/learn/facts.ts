import type { Prose } from '../../prose/prose.js';
import { isShaky } from '../../prose/soundness/soundness.js';
import type { Fact } from '../model.js';
import type { Cite } from './cite.js';

/**
 * The sentences of an article that tell something as so, each with its line. Headings, datelines,
 * bylines, credits and questions tell nothing; a broken sentence is shaky. Cannot throw.
 */
export function learnFacts(prose: Prose, cite: Cite): readonly Fact[] {
  const facts: Fact[] = [];
  for (const block of prose.blocks) {
    for (const sentence of block.sentences) {
      if (sentence.role !== 'prose' || /\?["”’)\]]*$/u.test(sentence.text)) continue;
      facts.push({
        text: sentence.text,
        citation: cite(block, sentence.start),
        shaky: isShaky(block, sentence),
      });
    }
  }
  return facts;
}
