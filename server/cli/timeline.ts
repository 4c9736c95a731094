import { momentText, weekdayText } from '../checks/calendar/moments.js';
import { type TimelineEntry, timelineOf } from '../checks/calendar/timeline.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { type LineMap } from '../prose/sourceMap.js';
import { formatOf, readProse } from '../prose/prose.js';
import { shareablePassage } from '../reference/confidential.js';
import type { Base } from '../reference/model.js';
import { type Paint, createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { loadReference } from './loadSources.js';
import { oneOf, readOptions } from './options.js';

/** An entry as it is printed. */
interface PrintedEntry {
  /** “2024-07-22T14:10”, or less if the text gives less. */
  readonly when: string;
  readonly text: string;
  /** The path of the draft, or the name of the source. */
  readonly file: string;
  readonly line: number;
  readonly in: 'draft' | 'source';
}

/**
 * `copydesk timeline`: lists the times that a draft and its sources name, in order. Resolves to the exit status; rejects
 * with a `UsageError` or an `UnreadableError`.
 */
export async function timeline(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
  });
  const format = oneOf('--format', ['pretty', 'json'], values.format);
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError('name one draft');
  const text = await host.workspace.readNamed(path);
  const { reference, isComplete } = await loadReference(
    host,
    values.sources,
    values.cache,
    positionals,
  );
  const prose = readProse(text, formatOf(path));
  host.showProgress('Reading dates');
  const entries = runToCompletion(timelineOf(prose, reference)).map((entry) =>
    printedEntry(entry, path, prose.lines, reference.base),
  );
  host.showProgress('');
  await host.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, path, entries })}\n`
      : prettyTimeline(entries, createPaint(host.colour)),
  );
  return isComplete ? EXIT.clean : EXIT.unusable;
}

function printedEntry(
  { moment: when, text, place }: TimelineEntry,
  path: string,
  lines: LineMap,
  base: Base,
): PrintedEntry {
  if ('start' in place) {
    return { when, text, file: path, line: lines.position(place.start).line + 1, in: 'draft' };
  }
  const shared = shareablePassage({ ...place, text }, base);
  return { when, text: shared.text, file: shared.source, line: shared.line, in: 'source' };
}

/** The entries under their days. */
function prettyTimeline(entries: readonly PrintedEntry[], paint: Paint): string {
  if (entries.length === 0) return 'No dates in the draft or its sources.\n';
  const lines: string[] = [];
  let before = '';
  for (const { when, text, file, line, in: origin } of entries) {
    const [day = '', clock] = momentText(when).split(', ');
    if (day !== before) {
      const weekday = weekdayText(when);
      lines.push(
        ...(before === '' ? [] : ['']),
        paint.bold(`${weekday === '' ? '' : `${weekday} `}${day}`),
      );
    }
    before = day;
    const place = `${origin.padEnd('source'.length)}  ${printable(`${file}:${line}`)}`;
    lines.push(
      `  ${clock === undefined ? '' : `${clock}  `}${printable(text.replace(/\s+/gu, ' '))}`,
      `    ${paint.dim(place)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
