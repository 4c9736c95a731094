import type { Timeline, TimelineItem } from '../../protocol/timeline.js';

/** A day, month or year of a timeline, and what the draft and the sources say of it. */
export interface TimelineGroup {
  /** “Monday 22 July 2024”. */
  readonly day: string;
  readonly items: readonly TimelineItem[];
}

/** The entries of a timeline under their days, in its order. */
export function timelineGroups({ entries }: Timeline): readonly TimelineGroup[] {
  const groups = new Map<string, TimelineItem[]>();
  for (const item of entries) {
    const items = groups.get(item.day);
    if (items === undefined) groups.set(item.day, [item]);
    else items.push(item);
  }
  return [...groups].map(([day, items]) => ({ day, items }));
}

/** Where an entry stands: “line 3 of the draft”, “police.txt:7, confidential”. */
export function placeOfItem({ range, source }: TimelineItem): string {
  if (source === undefined) return `line ${(range?.start.line ?? 0) + 1} of the draft`;
  const name = source.name.split('/').at(-1) ?? source.name;
  return `${name}:${source.line}${source.isConfidential === true ? ', confidential' : ''}`;
}
