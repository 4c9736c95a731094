import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import { type Utterance, utterancesTask } from '../../prose/speech/attribution.js';
import { placeNamed } from '../../reference/gazetteer.js';
import { quotedWords } from '../quotes/words.js';
import {
  type PlacedWords,
  type RewriteChange,
  added,
  changed,
  lost,
  placedWords,
} from './rewriteChange.js';

/** Quoted words at their place in a text. */
interface PlacedQuotation {
  readonly words: PlacedWords;
  /** Their normal forms; the parts before and after an omission are separate. */
  readonly parts: readonly (readonly string[])[];
  readonly utterance: Utterance;
}

/** The quotations that a rewrite changes, adds, leaves out, or attributes to another speaker. */
export function* changedQuotations(
  before: Prose,
  after: Prose,
): CooperativeTask<readonly RewriteChange[]> {
  const [old, now] = [yield* quotationsIn(before), yield* quotationsIn(after)];
  const spoken = ` ${keysOf(before.text).join(' ')} `;
  const changes: RewriteChange[] = [];
  const used = new Set<PlacedQuotation>();
  for (const quotation of now) {
    const same = old.find((other) => hasAll(other, quotation));
    const nearest = same ?? mostAlike(quotation, old);
    if (nearest !== undefined) used.add(nearest);
    if (nearest === undefined) changes.push(newQuotation(quotation, spoken));
    else if (same === undefined) changes.push(changed('quotation', nearest.words, quotation.words));
    if (nearest !== undefined) changes.push(...changedSpeaker(nearest, quotation));
    yield;
  }
  const missing = old.filter(
    (quotation) => !used.has(quotation) && !now.some((other) => hasAll(quotation, other)),
  );
  return [...changes, ...missing.map(({ words }) => lost('quotation', words))];
}

function* quotationsIn(prose: Prose): CooperativeTask<readonly PlacedQuotation[]> {
  return (yield* utterancesTask(prose)).flatMap((utterance) =>
    utterance.pieces.map(({ block, inner, text }) => ({
      ...{ words: placedWords(block, inner), parts: partsOf(text), utterance },
    })),
  );
}

function partsOf(text: string): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const { key, isBracketed, afterOmission } of quotedWords(text)) {
    if (afterOmission && parts.at(-1)?.length !== 0) parts.push([]);
    if (!isBracketed) parts.at(-1)?.push(key);
  }
  return parts.filter((part) => part.length > 0);
}

function keysOf(text: string): readonly string[] {
  return quotedWords(text).map(({ key }) => key);
}

/**
 * A quotation that the old text does not have: its words without quotation marks, if long only the
 * first ones.
 */
function newQuotation({ words, parts }: PlacedQuotation, oldText: string): RewriteChange {
  const isThere = parts.every((part) => oldText.includes(` ${part.join(' ')} `));
  return isThere
    ? {
        ...added('quotation', words),
        message: `“${words.text}” has no quotation marks in the old text.`,
      }
    : added('quotation', words);
}

/** True if a quotation has all words of another, in their order. */
function hasAll({ parts }: PlacedQuotation, other: PlacedQuotation): boolean {
  const words = parts.map((part) => ` ${part.join(' ')} `);
  return other.parts.every((part) => words.some((one) => one.includes(` ${part.join(' ')} `)));
}

/** The share of the words of the shorter quotation that both must have. */
const ALIKE = 0.6;

/** The old quotation from which another may have been made. */
function mostAlike(
  quotation: PlacedQuotation,
  old: readonly PlacedQuotation[],
): PlacedQuotation | undefined {
  const words = new Set(quotation.parts.flat());
  const [best] = old
    .map((other) => {
      const others = new Set(other.parts.flat());
      const shared = [...words].filter((word) => others.has(word)).length;
      return { other, shared, like: shared / Math.max(1, Math.min(words.size, others.size)) };
    })
    .filter(({ like, shared }) => like >= ALIKE && shared >= 3)
    .sort((a, b) => b.like - a.like || b.shared - a.shared);
  return best?.other;
}

function changedSpeaker(before: PlacedQuotation, after: PlacedQuotation): readonly RewriteChange[] {
  const [was, is] = [speakerOf(before), speakerOf(after)];
  if (was === undefined || is === undefined || isSamePerson(was.text, is.text)) return [];
  // A country may represent whoever speaks for it.
  if ([was, is].some(({ text }) => placeNamed(text) !== undefined)) return [];
  const message = `“${excerpt(after.words.text)}” is given to ${is.text}; it was ${was.text}.`;
  return [{ kind: 'attribution', change: 'changed', before: was, after: is, message }];
}

/** The named speaker of a quotation; for “she” the name that it refers to. */
function speakerOf({
  utterance: { speaker, attribution },
}: PlacedQuotation): PlacedWords | undefined {
  if (speaker !== undefined) return placedWords(speaker.block, speaker.mention.span);
  return attribution?.speaker.form === 'name'
    ? placedWords(attribution.block, attribution.speaker.span)
    : undefined;
}

/** True for names of which one has the last word of the other: “Ms Roe”, “Ada Roe”. */
function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.replace(/['’]s?$/u, '').split(' '));
  const [lastOne = '', lastOther = ''] = [a?.at(-1), b?.at(-1)];
  return a?.includes(lastOther) === true || b?.includes(lastOne) === true;
}

/** The maximum number of UTF-16 units of a quotation in a message. */
const LONGEST = 40;

function excerpt(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, end > 0 ? end : LONGEST)} …`;
}
