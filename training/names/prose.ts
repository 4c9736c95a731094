import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The use of a stretch of prose: learning, choosing the threshold, or the reported figures. */
export type Part = 'train' | 'choose' | 'report';

/** Neighbouring paragraphs, most of them from one page or release. */
export interface Stretch {
  readonly set: string;
  readonly part: Part;
  readonly paragraphs: readonly string[];
}

/** The number of paragraphs in a stretch. */
const LENGTH = 6;
/** The number of successive stretches of the training sets of which the first tenth is held out. */
const BLOCK = 100;

/**
 * The sets for choosing the threshold, and those for the reported figures; neither is trained on.
 */
const CHOOSING = new Set(['digitalgov', '18f']);
const REPORTING = new Set(['openstax']);

/** Reads paragraphs, gzipped JSON lines with `set` and `text` in the order of their pages, as stretches. */
export function stretchesIn(file: string): readonly Stretch[] {
  const sets = new Map<string, string[]>();
  for (const line of gunzipSync(readFileSync(file)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const { set, text } = JSON.parse(line) as { readonly set: string; readonly text: string };
    const paragraphs = sets.get(set) ?? [];
    sets.set(set, paragraphs);
    paragraphs.push(text);
  }
  return [...sets].flatMap(([set, paragraphs]) =>
    Array.from({ length: Math.ceil(paragraphs.length / LENGTH) }, (_, index) => ({
      set,
      part: partOf(set, index),
      paragraphs: paragraphs.slice(index * LENGTH, (index + 1) * LENGTH),
    })),
  );
}

function partOf(set: string, index: number): Part {
  if (CHOOSING.has(set)) return 'choose';
  return REPORTING.has(set) || index % BLOCK < BLOCK / 10 ? 'report' : 'train';
}
