import { shareableSides, sidesInWords } from '../checks/differingSources.js';
import type { Evidence } from '../checks/finding.js';
import { sourceConflicts } from '../checks/sourceConflicts.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { referenceFromIndexes } from '../reference/reference.js';
import type { SourceIndex } from '../reference/sourceIndex.js';
import { CONFIDENTIAL_SOURCE } from '../reference/confidential.js';
import { countWithNoun } from '../reference/summary.js';
import { UnreadableError } from '../workspace/workspace.js';
import { type Paint, createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { loadSources } from './loadSources.js';
import { oneOf, readOptions } from './options.js';

/** A source as it is listed. */
interface ListedSource {
  readonly name: string;
  /** Present on one that is not named. */
  readonly confidential?: true;
  /** “2024-07-22”; absent if the source is not dated. */
  readonly date?: string;
  readonly kind: SourceIndex['kind'];
  /** The number of people that it names. */
  readonly people: number;
  readonly words: number;
}

/** A difference between sources, as it is listed. */
interface ListedConflict {
  readonly message: string;
  readonly evidence: readonly Evidence[];
}

/**
 * `copydesk sources`: lists the sources, and where they differ. Resolves to the exit status; rejects with a
 * `UsageError` or an `UnreadableError`.
 */
export async function sources(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
  });
  const format = oneOf('--format', ['pretty', 'json'], values.format);
  if (positionals.length > 0) throw new UsageError('name sources with --sources GLOB');
  const loaded = await loadSources(host, values.sources, values.cache);
  if (loaded === undefined)
    throw new UnreadableError(
      'there is no folder “sources” here: name sources with --sources GLOB',
    );
  const { indexes, unreadable, isComplete } = loaded;
  const reference = referenceFromIndexes(indexes, 'sources', unreadable);
  const { base } = reference;
  const dayOf = (source: string): string | undefined => base.days?.get(source);
  const listed = indexes.map((index) => listedSource(index, dayOf(index.source)));
  host.showProgress(`Comparing ${countWithNoun(indexes.length, 'source')}`);
  const conflicts = runToCompletion(sourceConflicts(reference)).map((sides) => {
    const shareable = shareableSides(sides, base);
    const message = `Sources differ: ${sidesInWords(shareable, dayOf)}.`;
    return { message, evidence: shareable.map(({ evidence }) => evidence) };
  });
  host.showProgress('');
  await host.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, sources: listed, conflicts })}\n`
      : prettySources(listed, conflicts, createPaint(host.colour)),
  );
  return isComplete ? EXIT.clean : EXIT.unusable;
}

function listedSource(
  { source, isConfidential, kind, entities, words }: SourceIndex,
  date: string | undefined,
): ListedSource {
  const people = entities.filter((entity) => entity.kind === 'person').length;
  const name =
    isConfidential === undefined
      ? { name: source }
      : { name: CONFIDENTIAL_SOURCE, confidential: isConfidential };
  return { ...name, ...(date === undefined ? {} : { date }), kind, people, words };
}

function prettySources(
  listed: readonly ListedSource[],
  conflicts: readonly ListedConflict[],
  paint: Paint,
): string {
  const rows = listed.map(({ name, date, kind, people, words }) => [
    printable(name),
    date ?? 'no date',
    kind,
    countWithNoun(people, 'person', 'people'),
    countWithNoun(words, 'word'),
  ]);
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const differing = conflicts.flatMap(({ message, evidence }) => [
    '',
    printable(message),
    ...evidence.map(
      ({ source, line, text: said }) =>
        `    ${paint.blue('source')}  ${printable(`${source}:${line}`)}  ${paint.dim(printable(said))}`,
    ),
  ]);
  const summary = `${countWithNoun(listed.length, 'source')}, ${countWithNoun(conflicts.length, 'conflict')}`;
  return [...lines, ...differing, '', summary, ''].join('\n');
}
