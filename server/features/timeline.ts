import type { Timeline, TimelineItem } from '../../protocol/timeline.js';
import { momentText, weekdayText } from '../checks/calendar/moments.js';
import { type TimelineEntry, timelineOf } from '../checks/calendar/timeline.js';
import type { Draft } from '../checks/draft.js';
import type { CooperativeTask } from '../prose/cooperativeTask.js';
import { isConfidential } from '../reference/confidential.js';
import { onOneLine } from './factSheet/signedSubject.js';

/** The timeline of a draft as the editor shows it. A cooperative task, as the sources are read for it. */
export function* draftTimeline(draft: Draft): CooperativeTask<Timeline> {
  const entries = yield* timelineOf(draft.prose, draft.reference);
  return { uri: draft.uri, entries: entries.map((entry) => itemOf(entry, draft)) };
}

function itemOf(
  { moment, text, place }: TimelineEntry,
  { prose, reference, uriOfSource }: Draft,
): TimelineItem {
  const [day = '', clock = ''] = momentText(moment).split(', ');
  const item = {
    moment,
    day: [weekdayText(moment), day].filter((part) => part !== '').join(' '),
    clock,
    text: onOneLine(text),
  };
  if ('start' in place) return { ...item, range: prose.lines.range(place) };
  const { source: name, line } = place;
  const uri = uriOfSource(name);
  return {
    ...item,
    source: {
      name,
      line,
      ...(uri === undefined ? {} : { uri }),
      ...(isConfidential(reference.base, name) ? { isConfidential: true } : {}),
    },
  };
}
