import type { SymbolInformation } from 'vscode-languageserver';
import type { Entity } from '../../reference/model.js';
import { fold } from '../../reference/names/spelling.js';
import type { Reference } from '../../reference/reference.js';
import { leadingRoleOf } from '../../reference/entitySummary.js';
import { lineStart } from './definition.js';
import { ENTITY_SYMBOL } from './entitySymbol.js';

/** Nobody looks through more; the client asks again with more letters. */
const MAX_SYMBOLS = 200;

/**
 * The people, organisations, places and events of a base with a name that contains `query`, each at
 * its place in a source; names that start with it come first. Case and diacritics do not matter.
 */
export function workspaceSymbolsOf(
  { base }: Reference,
  uriOfSource: (source: string) => string | undefined,
  query: string,
): SymbolInformation[] {
  const wanted = folded(query);
  const starting: Entity[] = [];
  const containing: Entity[] = [];
  for (const entity of base.entities) {
    const names = [entity.name, ...entity.forms].map(folded);
    if (names.some((name) => name.startsWith(wanted))) starting.push(entity);
    else if (names.some((name) => name.includes(wanted))) containing.push(entity);
    if (starting.length >= MAX_SYMBOLS) break;
  }
  return [...starting, ...containing].slice(0, MAX_SYMBOLS).flatMap((entity) => {
    const { source, line } = entity.citation;
    const uri = uriOfSource(source);
    if (uri === undefined) return [];
    const role = leadingRoleOf(entity);
    return [
      {
        name: entity.name,
        kind: ENTITY_SYMBOL[entity.kind],
        location: { uri, range: lineStart(line) },
        ...(role === '' ? {} : { containerName: role }),
      },
    ];
  });
}

function folded(text: string): string {
  return text.trim().split(/\s+/u).map(fold).join(' ');
}
