import { compareRewrite } from '../checks/rewrite/rewrite.js';
import type { PlacedWords, RewriteChange } from '../checks/rewrite/rewriteChange.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { type Prose, formatOf, readProse } from '../prose/prose.js';
import { countWithNoun } from '../reference/summary.js';
import { type Paint, createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { oneOf, readOptions } from './options.js';

/** A text and its path. */
interface ComparedFile {
  readonly path: string;
  readonly prose: Prose;
}

/**
 * `copydesk compare`: lists the names, figures, dates, quotations and speakers that a rewrite
 * changes. Resolves to the exit status; rejects with a `UsageError` or an `UnreadableError`.
 */
export async function compare(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    format: { type: 'string', default: 'pretty' },
  });
  const format = oneOf('--format', ['pretty', 'json'], values.format);
  const [oldPath, newPath, ...others] = positionals;
  if (oldPath === undefined || newPath === undefined || others.length > 0)
    throw new UsageError('name two texts, the old one and the new one');
  const before = await readFile(host, oldPath);
  const after = await readFile(host, newPath);
  const changes = runToCompletion(compareRewrite(before.prose, after.prose));
  await host.write(
    format === 'json'
      ? `${JSON.stringify({ version: 1, changes: changes.map((change) => changeJson(change, before, after)) })}\n`
      : prettyChanges(changes, before, after, createPaint(host.colour)),
  );
  return changes.every(({ change }) => change === 'lost') ? EXIT.clean : EXIT.found;
}

async function readFile({ workspace }: Host, path: string): Promise<ComparedFile> {
  return { path, prose: readProse(await workspace.readNamed(path), formatOf(path)) };
}

function changeJson(
  { kind, change, message, before, after }: RewriteChange,
  old: ComparedFile,
  now: ComparedFile,
): object {
  return {
    ...{ kind, change, message },
    ...(before === undefined ? {} : { before: placeJson(before, old) }),
    ...(after === undefined ? {} : { after: placeJson(after, now) }),
  };
}

function placeJson({ text, span: { start, end } }: PlacedWords, { prose }: ComparedFile): object {
  return { text, offset: [start, end], line: prose.lines.position(start).line + 1 };
}

/** The lines of what was changed, added and left out, each with its places. */
function prettyChanges(
  changes: readonly RewriteChange[],
  old: ComparedFile,
  now: ComparedFile,
  paint: Paint,
): string {
  if (changes.length === 0)
    return 'The same names, figures, dates, quotations and speakers in both texts.\n';
  const place = (
    words: PlacedWords | undefined,
    { path, prose }: ComparedFile,
  ): readonly string[] =>
    words === undefined ? [] : [`${path}:${prose.lines.position(words.span.start).line + 1}`];
  const lines = changes.map(({ kind, change, message, before, after }) => {
    const places = [...place(after, now), ...place(before, old)].join(', ');
    const label = `${change.padEnd('changed'.length)}  ${kind.padEnd('attribution'.length)}`;
    return `${change === 'lost' ? paint.dim(label) : paint.bold(label)}  ${printable(message.replace(/\s+/gu, ' '))}  ${paint.dim(printable(places))}\n`;
  });
  const counts = (['changed', 'added', 'lost'] as const).map(
    (kind) => `${changes.filter(({ change }) => change === kind).length} ${kind}`,
  );
  return `${lines.join('')}\n${countWithNoun(changes.length, 'difference')}: ${counts.join(', ')}\n`;
}
