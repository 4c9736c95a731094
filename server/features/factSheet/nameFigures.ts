import type { Analysis } from '../../prose/grammar/analysis.js';
import type { Block } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { type Span, contains, overlaps } from '../../prose/span.js';
import { type Token, analysisOf } from '../../prose/tokens.js';

/** An age after a name: “Ana Roe, 43, said”, “Ana Roe (43)”, “Ana Roe, aged 43”. */
const AGE_AFTER = /^(?:, (?:aged |now |who is )?|\s\((?:aged )?)(\d{1,3})(?=[,.);]|\sand\b|$)/u;

/** An age before a name: “43-year-old Ana Roe”, “the 43-year-old harbour master Ana Roe”. */
const AGE_BEFORE = /(\d{1,3}[-‐‑ ]year[-‐‑ ]old)(?: [\p{L}’'-]+){0,5},? $/u;

/** How far before and after a name an age is looked for, in UTF-16 units. */
const AGE_DISTANCE = 80;

/** The characters that may belong to a figure: “£4.2m”, “43-year-old”, “12th”. */
const FIGURE = /[$£€]?\d[\d.,:]*(?:[-‐‑]?\p{L})*%?/uy;

/** The maximum number of words from a number to the noun that it counts: “44 elected members”. */
const NOUN_DISTANCE = 4;

/**
 * The age and the figures that a sentence attaches to a name: those in its apposition, its relative
 * clause or its modifiers by the tree of the sentence. UTF-16 offsets into the block's prose, in
 * order, without overlaps.
 */
export function figuresAttachedTo(name: Span, sentence: Sentence, block: Block): readonly Span[] {
  const found = [...agesBeside(name, block.text), ...numbersBelow(name, sentence, block.text)];
  const kept: Span[] = [];
  for (const figure of found) {
    if (!overlaps(figure, name) && !kept.some((other) => overlaps(other, figure)))
      kept.push(figure);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function agesBeside({ start, end }: Span, text: string): readonly Span[] {
  const after = AGE_AFTER.exec(text.slice(end, end + AGE_DISTANCE));
  const from = Math.max(0, start - AGE_DISTANCE);
  const before = AGE_BEFORE.exec(text.slice(from, start));
  const [age = '', compound = ''] = [after?.[1], before?.[1]];
  const ageEnd = end + (after?.[0].length ?? 0);
  const compoundStart = from + (before?.index ?? 0);
  return [
    ...(after === null ? [] : [{ start: ageEnd - age.length, end: ageEnd }]),
    ...(before === null ? [] : [{ start: compoundStart, end: compoundStart + compound.length }]),
  ];
}

function numbersBelow(name: Span, { tokens }: Sentence, text: string): readonly Span[] {
  const tree = analysisOf(tokens);
  const isInName = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && contains(name, token);
  };
  const heads = tokens.flatMap((_, index) =>
    isInName(index) && !isInName(tree.head(index)) ? [headOfName(index, tree)] : [],
  );
  // Everything below the root would be the whole sentence. The list grows during the loop.
  const below = heads.filter((head) => tree.head(head) >= 0);
  const figures: Span[] = [];
  for (const index of below) {
    const children = tree.childrenOf(index).filter((child) => !isInName(child));
    below.push(...children.filter((child) => !isAside(tree.relation(child))));
    const token = tokens[index];
    if (token === undefined || isInName(index) || !/\d/u.test(token.text)) continue;
    const head = tree.head(index);
    figures.push(figureAt(token, tokens[head], head - index, text));
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** The head of a name with its title: “Ms” of “Ms Roe”, “teacher” of “a teacher, Ana Roe,”. */
function headOfName(index: number, tree: Analysis): number {
  const head = tree.head(index);
  return head >= 0 && /^(?:flat|appos)\b/u.test(tree.relation(index)) ? head : index;
}

/** True for a relation to another name or clause of its own, whose figures are not this name's. */
function isAside(relation: string): boolean {
  return /^(?:conj|parataxis|list|dep)\b/u.test(relation);
}

/** A number with its unit or the noun that it counts. */
function figureAt(number: Token, head: Token | undefined, distance: number, text: string): Span {
  const start = /[$£€]/u.test(text.charAt(number.start - 1)) ? number.start - 1 : number.start;
  FIGURE.lastIndex = start;
  const end = start + (FIGURE.exec(text)?.[0].replace(/[.,:]$/u, '').length ?? 0);
  const counts = head?.tag === 'NOUN' && distance > 0 && distance <= NOUN_DISTANCE;
  return { start, end: Math.max(end, number.end, counts ? head.end : 0) };
}
