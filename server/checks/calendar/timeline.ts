import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Prose, draftSpanOf, sentencesOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { tokensOfFact } from '../../reference/indexedFacts.js';
import type { Reference } from '../../reference/reference.js';
import { datelineLength, mayOnlyDate } from './datelines.js';
import { dayOfDraft } from './dayOfDraft.js';
import { isOnDay, momentsIn } from './moments.js';

/** A sentence of the draft or of a source, at a time that it names. */
export interface TimelineEntry {
  /** As `momentsIn` has it: “2024-07-22T14:10”. */
  readonly moment: string;
  readonly text: string;
  /** Of the draft, its place in UTF-16 units; of a source, its name and 1-based line. */
  readonly place: Span | { readonly source: string; readonly line: number };
}

/** The most sentences of sources that are read for their times. */
const MOST_FACTS = 20_000;

/** Spares most sentences being read: a figure, a day, a month, or a word such as “yesterday”. */
const TIMED =
  /\d|day\b|\b(?:tomorrow|tonight)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/**
 * The times that a draft and its sources name, in order, those of the draft first. The draft is of the day that it gives
 * itself, or of the last day of its sources. Yields after each sentence.
 */
export function* timelineOf(
  draft: Prose,
  { base }: Reference,
): CooperativeTask<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  const written = dayOfDraft(draft, base);
  for (const { block, sentence } of sentencesOf(draft)) {
    if (!/^(?:prose|heading|attribution)$/u.test(sentence.role) || !TIMED.test(sentence.text))
      continue;
    for (const moment of momentsOf(sentence.text, sentence.tokens, written))
      entries.push({ moment, text: sentence.text, place: draftSpanOf(block, sentence) });
    yield;
  }
  for (let index = 0; index < Math.min(base.facts.length, MOST_FACTS); index++) {
    const fact = base.facts.at(index);
    if (fact === undefined || !TIMED.test(fact.text)) continue;
    const { source, line } = fact.citation;
    const day = base.days?.get(source);
    for (const moment of momentsOf(fact.text, tokensOfFact(fact), day))
      entries.push({ moment, text: fact.text, place: { source, line } });
    yield;
  }
  // Stable, so that entries of one time stay in the order of the texts.
  return entries.sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

/** The times that a sentence tells of, given the day on which it was written. */
function momentsOf(
  text: string,
  tokens: readonly Token[],
  written: string | undefined,
): readonly string[] {
  const told = tokens.slice(datelineLength(tokens, written));
  const moments = momentsIn(told, written);
  return mayOnlyDate(text, told) ? moments.filter((moment) => !isOnDay(moment, written)) : moments;
}
