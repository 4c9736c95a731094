import { type EntitySummary, entitySummariesOf, similarNames } from '../reference/entitySummary.js';
import { CONFIDENTIAL_SOURCE, isConfidential } from '../reference/confidential.js';
import type { Citation } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import { createBase } from '../reference/base.js';
import { storeIndexes } from '../reference/storedIndexes.js';
import { createPaint, printable } from './colour.js';
import { EXIT, type Host, UsageError } from './host.js';
import { describeSources, loadReference, indexSources, resolveSources } from './loadSources.js';
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
      ? 'name what to do with the reference: build or show'
      : `reference takes build or show, not “${action}”`,
  );
}

async function build(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    out: { type: 'string' },
    cache: { type: 'string' },
  });
  if (positionals.length === 0) throw new UsageError('name the sources to build from');
  if (values.out === undefined)
    throw new UsageError('name a file to store the base in: --out FILE');
  const { out } = values;
  const sources = await resolveSources(host, positionals);
  if (sources.some((path) => host.workspace.uriOf(path) === host.workspace.uriOf(out))) {
    throw new UsageError(
      `${out} is one of the sources: choose another name or folder for the base`,
    );
  }
  const { indexes, read, isComplete } = await indexSources(
    host,
    positionals,
    sources,
    values.cache,
  );
  if (read.length === 0) {
    host.warn(`copydesk: no source could be read, so ${out} was not written`);
    return EXIT.unusable;
  }
  await host.save(out, storeIndexes(indexes));
  const description = describeSources(read, { base: createBase(indexes) });
  await host.write(`${out}: built from ${description}\n`);
  return isComplete ? EXIT.clean : EXIT.unusable;
}

async function show(host: Host, args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    sources: { type: 'string', multiple: true },
    cache: { type: 'string' },
  });
  const name = positionals.join(' ');
  if (name.trim() === '') throw new UsageError('name a person, organisation or place to show');
  const loaded = await loadReference(host, values.sources, values.cache);
  const summaries = entitySummariesOf(name, loaded.reference);
  if (summaries.length === 0) {
    const similar = similarNames(name, loaded.reference).map((one) => `“${printable(one)}”`);
    const suggestion = similar.length === 0 ? '' : `; did you mean ${similar.join(' or ')}?`;
    host.warn(`copydesk: nothing is known about “${name}” in ${loaded.description}${suggestion}`);
    return EXIT.found;
  }
  await host.write(
    summaries
      .map((one) => entitySummaryText(shareableSummary(one, loaded.reference), host.colour))
      .join('\n'),
  );
  return loaded.isComplete ? EXIT.clean : EXIT.unusable;
}

/**
 * An entity without confidential text: no role, quote or form of its name that only a confidential
 * source may have.
 */
function shareableSummary(
  { entity, roles, quotes }: EntitySummary,
  { base }: Reference,
): EntitySummary {
  const isShown = ({ citation }: { readonly citation: Citation }): boolean =>
    !isConfidential(base, citation.source);
  return {
    entity: isShown(entity)
      ? entity
      : { ...entity, forms: [], bio: '', citation: { source: CONFIDENTIAL_SOURCE, line: 1 } },
    roles: roles.filter(isShown),
    quotes: quotes.filter(isShown),
  };
}

function entitySummaryText({ entity, roles, quotes }: EntitySummary, colour: boolean): string {
  const paint = createPaint(colour);
  const place = (citation: Citation): string => paint.dim(printable(citationText(citation)));
  const lines = [
    paint.bold(printable(entity.name)),
    ...roles.map((role) => `  ${printable(role.text)}`),
    ...(entity.forms.length === 0
      ? []
      : [`  also known as: ${printable(entity.forms.join('; '))}`]),
    ...(entity.demonyms.length === 0
      ? []
      : [`  demonyms: ${printable(entity.demonyms.join('; '))}`]),
    ...(entity.bio === '' ? [] : [`  ${printable(entity.bio)}`]),
    ...quotes.map(({ text, citation }) => `  said: “${printable(text)}” ${place(citation)}`),
    `  ${place(entity.citation)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function citationText({ source, line, passage }: Citation): string {
  return `${source}:${line}${passage === undefined ? '' : `, ${passage}`}`;
}
