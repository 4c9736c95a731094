import { type Prose, placeOf } from '../../prose/prose.js';
import { isShaky } from '../../prose/soundness/soundness.js';
import type { Fact } from '../model.js';

/**
 * The sentences of an article that tell something as so, each with its line. Headings, datelines,
 * bylines, credits and questions tell nothing; a broken sentence is shaky. Cannot throw.
 */
export function learnFacts(source: string, prose: Prose): readonly Fact[] {
  const facts: Fact[] = [];
  for (const block of prose.blocks) {
    for (const sentence of block.sentences) {
      if (sentence.role !== 'prose' || /\?["”’)\]]*$/u.test(sentence.text)) continue;
      const line = prose.lines.position(placeOf(block, sentence).start).line + 1;
      facts.push({
        text: sentence.text,
        citation: { source, line },
        shaky: isShaky(block, sentence),
      });
    }
  }
  return facts;
}
