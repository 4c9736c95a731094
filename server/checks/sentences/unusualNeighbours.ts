import type { Span } from '../../prose/span.js';
import type { Passage } from './structure/passage.js';

/** Universal tags of two words that seldom follow each other: “zoo the”, “the with”, “been has”. */
const SELDOM =
  /^(?:(?:NOUN|PROPN|PRON|ADJ|NUM|PART) DET|DET (?:ADP|VERB|AUX|CCONJ|SCONJ|PRON|DET|PART|ADV)|AUX (?:SCONJ|CCONJ|AUX)|(?:ADJ|ADP|PART|DET|VERB) AUX|ADP ADP)$/u;

/** Nouns that compare: “an organ the size of a lentil”. */
const MEASURE = /^(?:size|shape|height|length|width|depth|weight|age|colou?r)$/u;

/** Hints at neighbours that have perhaps changed places (“hit polls the after”) or lost a word between them (“the end the war”). */
export function findUnusualNeighbours({ sentence: { tokens } }: Passage): readonly Span[] {
  return tokens.flatMap((one, at): readonly Span[] => {
    const two = tokens[at + 1];
    return two !== undefined &&
      SELDOM.test(`${one.tag} ${two.tag}`) &&
      !(two.lower === 'the' && MEASURE.test(tokens[at + 2]?.lower ?? ''))
      ? [{ start: one.start, end: two.end }]
      : [];
  });
}
