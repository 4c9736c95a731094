import { type EntitySummary, entitySummariesOf } from '../features/hover/entitySummary.js';
import type { Citation } from '../reference/model.js';
import { createBase } from '../reference/sourceIndex.js';
import { storeIndexes } from '../reference/storedIndexes.js';
import { createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { descriptionOf, knownFrom, learnedFrom, sourcesNamed } from './known.js';
import { readOptions } from './options.js';

/**
 * `copydesk reference build` and `copydesk reference show`. Resolves to the exit status; rejects with
 * a `UsageError` or an `UnreadableError`.
 */
export async function reference(host: Host, args: readonly string[]): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'build') return build(host, rest);
  if (action === 'show') return show(host, rest);
  throw new UsageError(
    action === undefined
      ? 'say what to do with the reference: build or show'
      : `the reference knows build and show, not “${action}”`,
  );
}

async function build(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    out: { type: 'string' },
    cache: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('name the sources to learn from');
  if (values.out === undefined) throw new UsageError('say where to store the base: --out FILE');
  const { out } = values;
  const sources = await sourcesNamed(host, positionals);
  if (sources.some((path) => host.workspace.uriOf(path) === host.workspace.uriOf(out))) {
    throw new UsageError(
      `${out} is one of the sources: store the base under another name, or elsewhere`,
    );
  }
  const { lessons, read, sound } = await learnedFrom(host, positionals, sources, values.cache);
  if (read.length === 0) {
    host.tell(`copydesk: no source could be read, so ${out} is left as it was`);
    return EXIT.unusable;
  }
  await host.save(out, storeIndexes(lessons));
  const description = descriptionOf(read, { base: createBase(lessons) });
  await host.write(`${out}: learned from ${description}\n`);
  return sound ? EXIT.clean : EXIT.unusable;
}

async function show(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
  });
  const name = positionals.join(' ');
  if (name.trim() === '') throw new UsageError('name whom to show');
  const known = await knownFrom(host, values.sources, values.cache);
  const cards = entitySummariesOf(name, known.reference);
  if (cards.length === 0) {
    host.tell(`copydesk: nobody and nothing called “${name}” in ${known.description}`);
    return EXIT.found;
  }
  await host.write(cards.map((card) => cardText(card, host.colour)).join('\n'));
  return known.sound ? EXIT.clean : EXIT.unusable;
}

function cardText({ entity, roles, quotes }: EntitySummary, colour: boolean): string {
  const paint = createPaint(colour);
  const place = (citation: Citation): string => paint.dim(printable(citationText(citation)));
  const lines = [
    paint.bold(printable(entity.name)),
    ...roles.map((role) => `  ${printable(role.text)}`),
    ...(entity.forms.length === 0 ? [] : [`  also: ${printable(entity.forms.join('; '))}`]),
    ...(entity.demonyms.length === 0 ? [] : [`  people: ${printable(entity.demonyms.join('; '))}`]),
    ...(entity.bio === '' ? [] : [`  ${printable(entity.bio)}`]),
    ...quotes.map(({ text, citation }) => `  said: “${printable(text)}” ${place(citation)}`),
    `  ${place(entity.citation)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function citationText({ source, line, passage }: Citation): string {
  return `${source}:${line}${passage === undefined ? '' : `, ${passage}`}`;
}
