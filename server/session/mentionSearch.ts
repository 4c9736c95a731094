import type { Location } from 'vscode-languageserver';
import type { Draft } from '../checks/draft.js';
import { mentionAt } from '../features/navigation/mentions.js';
import { type ParsedText, mayMention, referencesIn } from '../features/navigation/references.js';
import { memoize } from '../prose/memoize.js';
import { formatOf, readProse } from '../prose/prose.js';
import type { Base, Entity } from '../reference/model.js';
import { uriKey } from '../workspace/uris.js';
import type { TextFiles } from './textFiles.js';

/**
 * Finds all mentions of the entity named at a UTF-16 offset of a draft: in this draft, in the files
 * `others` and in the sources. Without `declaration`, the mention that “Go to Definition” opens is
 * left out. Does not reject.
 */
export async function findMentions(
  draft: Draft,
  offset: number,
  others: readonly string[],
  files: TextFiles,
  declaration: boolean,
): Promise<Location[]> {
  const { reference, uriOfSource, uri, prose } = draft;
  const entity = mentionAt(draft, offset)?.mention.entity;
  if (entity === undefined) return [];
  const sources = sourcesOf(reference.base).flatMap((source) => uriOfSource(source) ?? []);
  const uris = new Map([...others, ...sources].map((one) => [uriKey(one), one]));
  uris.delete(uriKey(uri));
  const texts = await Promise.all([...uris.values()].map((one) => parse(one, entity, files)));
  const declared = uriOfSource(entity.citation.source);
  return [{ uri, prose }, ...texts.flatMap((text) => text ?? [])]
    .flatMap((text) => referencesIn(text, reference.names, entity))
    .filter(
      (found) =>
        declaration ||
        found.uri !== declared ||
        found.range.start.line !== entity.citation.line - 1,
    );
}

async function parse(
  uri: string,
  entity: Entity,
  files: TextFiles,
): Promise<ParsedText | undefined> {
  const text = await files.text(uri);
  if (text === undefined || !mayMention(text, entity)) return undefined;
  return { uri, prose: readProse(text, formatOf(uri)) };
}

/** The names of all sources that a base cites. */
const sourcesOf = memoize((base: Base): readonly string[] => {
  const cited = [...base.entities, ...base.facts, ...base.quotes];
  return [...new Set(cited.map(({ citation }) => citation.source))];
});
