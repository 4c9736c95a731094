import type { Location } from 'vscode-languageserver';
import type { Draft } from '../checks/draft.js';
import { mentionAt } from '../features/navigation/mentions.js';
import { type ReadText, mayName, referencesIn } from '../features/navigation/references.js';
import { formatOf, readProse } from '../prose/prose.js';
import type { Base, Entity } from '../reference/model.js';
import type { TextFiles } from './textFiles.js';
import { plainAddress } from '../workspace/workspace.js';

/** The sources that a base was learned from, by name; found once for each base. */
const known = new WeakMap<Base, readonly string[]>();

/**
 * Where the one whom the name at a UTF-16 offset of a draft means is named: in this draft, in others
 * at the addresses given, and in the sources. Without `declaration` the place is left out that go to
 * definition leads to. Does not reject.
 */
export async function mentionsAnywhere(
  draft: Draft,
  offset: number,
  others: readonly string[],
  files: TextFiles,
  declaration: boolean,
): Promise<Location[]> {
  const { reference, addressOf, uri, prose } = draft;
  const entity = mentionAt(draft, offset)?.mention.entity;
  if (entity === undefined) return [];
  const sources = sourcesOf(reference.base).flatMap((source) => addressOf(source) ?? []);
  const addresses = new Map([...others, ...sources].map((one) => [plainAddress(one), one]));
  addresses.delete(plainAddress(uri));
  const texts = await Promise.all([...addresses.values()].map((one) => read(one, entity, files)));
  const declared = addressOf(entity.citation.source);
  return [{ uri, prose }, ...texts.flatMap((text) => text ?? [])]
    .flatMap((text) => referencesIn(text, reference.names, entity))
    .filter(
      ({ uri: address, range }) =>
        declaration || address !== declared || range.start.line !== entity.citation.line - 1,
    );
}

async function read(uri: string, entity: Entity, files: TextFiles): Promise<ReadText | undefined> {
  const text = await files.text(uri);
  if (text === undefined || !mayName(text, entity)) return undefined;
  return { uri, prose: readProse(text, formatOf(uri)) };
}

function sourcesOf(base: Base): readonly string[] {
  let sources = known.get(base);
  if (sources === undefined) {
    const cited = [...base.entities, ...base.facts, ...base.quotes];
    sources = [...new Set(cited.map(({ citation }) => citation.source))];
    known.set(base, sources);
  }
  return sources;
}
