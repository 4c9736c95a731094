import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { type Prose, draftSpanOf, sentencesOf } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Token } from '../../prose/tokens.js';
import { tokensOfFact } from '../../reference/indexedFacts.js';
import type { Base } from '../../reference/model.js';
import type { Reference } from '../../reference/reference.js';
import { datesIn } from '../../values/dates.js';
import { datelineLength, mayOnlyDate } from './datelines.js';
import { dayOfDraft } from './dayOfDraft.js';
import { isOnDay, momentsIn } from './moments.js';

/** A sentence of the draft or of a source, at a time that it names. */
export interface TimelineEntry {
  /** As in `momentsIn`: “2024-07-22T14:10”. */
  readonly moment: string;
  readonly text: string;
  /** For the draft, its place in UTF-16 units; for a source, its name and 1-based line. */
  readonly place: Span | { readonly source: string; readonly line: number };
}

/** Upper bound on the sentences of sources that are read for their times. */
const MOST_FACTS = 20_000;

/**
 * A quick test that rules most sentences out: a figure, a day, a month, or a word such as
 * “yesterday”.
 */
const TIMED =
  /\d|day\b|\b(?:tomorrow|tonight|ago|last|next)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;

/**
 * The times in a draft and its sources, in order, those of the draft first. The draft is dated by
 * itself, otherwise by the last day of its sources. Yields after each sentence.
 */
export function* timelineOf(
  draft: Prose,
  { base }: Reference,
): CooperativeTask<readonly TimelineEntry[]> {
  const entries = [...(yield* entriesOfDraft(draft, base)), ...(yield* entriesOfSources(base))];
  // Stable, so that entries of one time stay in the order of the texts.
  return entries.sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

function* entriesOfDraft(draft: Prose, base: Base): CooperativeTask<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  const written = dayOfDraft(draft, base);
  const named = new NamedDay();
  for (const { block, sentence } of sentencesOf(draft)) {
    const { role, text, tokens } = sentence;
    if (!/^(?:prose|heading|attribution)$/u.test(role) || !TIMED.test(text)) {
      named.read([]);
      continue;
    }
    const moments = momentsOf(text, tokens, written, named.day);
    named.read(moments);
    for (const moment of moments)
      entries.push({ moment, text, place: draftSpanOf(block, sentence) });
    yield;
  }
  return entries;
}

function* entriesOfSources({ facts, days }: Base): CooperativeTask<readonly TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  let named = new NamedDay();
  let [last, row]: [string | undefined, number | undefined] = [undefined, undefined];
  let ofRow = new Set<string>();
  for (let index = 0; index < Math.min(facts.length, MOST_FACTS); index++) {
    const fact = facts.at(index);
    if (fact === undefined) continue;
    const { text } = fact;
    const { source, line } = fact.citation;
    if (source !== last) named = new NamedDay();
    if (source !== last || fact.row !== row) ofRow = new Set();
    [last, row] = [source, fact.row];
    const written = days?.get(source);
    const moments = !TIMED.test(text)
      ? []
      : row === undefined
        ? momentsOf(text, tokensOfFact(fact), written, named.day)
        : momentsOfValue(tokensOfFact(fact), written);
    named.read(moments);
    for (const moment of moments) {
      // Each value of a row is of the time of the row.
      if (ofRow.has(moment)) continue;
      if (row !== undefined) ofRow.add(moment);
      entries.push({ moment, text, place: { source, line } });
    }
    yield;
  }
  return entries;
}

/** After this many sentences without a day, a time of day need not be on the last one. */
const LONGEST_DAY = 3;

/** The day that the last sentences of a text were about. */
class NamedDay {
  #day: string | undefined;
  #sentences = 0;

  /** `undefined` if they named none or several. */
  get day(): string | undefined {
    return this.#day;
  }

  /** Takes the moments of the next sentence. */
  read(moments: readonly string[]): void {
    const days = new Set(moments.map((moment) => moment.slice(0, DAY_LENGTH)).filter(isDay));
    const [day, other] = days;
    this.#sentences = day === undefined ? this.#sentences + 1 : 0;
    if (day !== undefined) this.#day = other === undefined ? day : undefined;
    if (this.#sentences > LONGEST_DAY) this.#day = undefined;
  }
}

const DAY_LENGTH = 'yyyy-mm-dd'.length;

function isDay(moment: string): boolean {
  return moment.length === DAY_LENGTH;
}

/**
 * The times in a sentence, given the day on which it was written, and the day of the sentences
 * before it.
 */
function momentsOf(
  text: string,
  tokens: readonly Token[],
  written: string | undefined,
  before: string | undefined,
): readonly string[] {
  const said = tokens.slice(datelineLength(tokens, written));
  const moments = momentsIn(said, written, before);
  return mayOnlyDate(text, said) ? moments.filter((moment) => !isOnDay(moment, written)) : moments;
}

/** The times of a value in a table; the weekday or month that heads a column may be every such day or month. */
function momentsOfValue(tokens: readonly Token[], written: string | undefined): readonly string[] {
  const isCertain = datesIn(tokens).some(({ kind }) => kind === 'day' || kind === 'year');
  return isCertain ? momentsIn(tokens, written) : [];
}
