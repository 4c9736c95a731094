import type { Timeline, TimelineItem } from '../../protocol/timeline.js';

/** A day, month or year of a timeline, with the entries of the draft and the sources. */
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

/** What a row of the timeline shows. */
export interface TimelineRowText {
  /**
   * Comes first, so that a narrow view cuts the sentence and not the place: “13:40 police.txt:7”,
   * “line 3”.
   */
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** For screen readers. */
  readonly spoken: string;
}

/** The texts of an entry’s row. */
export function timelineRowText({ clock, text, range, source }: TimelineItem): TimelineRowText {
  const isConfidential = source?.isConfidential === true;
  const place =
    source === undefined
      ? `line ${(range?.start.line ?? 0) + 1}`
      : `${source.name.split('/').at(-1) ?? source.name}:${source.line}`;
  const whole =
    source === undefined
      ? `${place} of the draft`
      : `${source.name}:${source.line}${isConfidential ? ', confidential' : ''}`;
  return {
    label: [clock, place].filter(Boolean).join(' '),
    description: text,
    tooltip: `${text}\n\n${whole}`,
    spoken: [clock, text, whole].filter(Boolean).join(', '),
  };
}
