import type { SymbolInformation } from 'vscode-languageserver';
import type { Entity } from '../../reference/model.js';
import { fold } from '../../reference/names/spelling.js';
import type { Reference } from '../../reference/reference.js';
import { leadingRoleOf } from '../hover/entitySummary.js';
import { startOfLine } from './definition.js';
import { ENTITY_SYMBOL } from './entitySymbol.js';

/** More than this nobody looks through; the client asks again with more letters. */
const MOST = 200;

/**
 * The people, bodies, places and events of a base that have the letters of `query` in a name, each
 * where its name stands in a source; those of which a name begins with them go first. Letter case
 * and diacritics do not matter.
 */
export function workspaceSymbolsOf(
  { base }: Reference,
  addressOf: (source: string) => string | undefined,
  query: string,
): SymbolInformation[] {
  const wanted = folded(query);
  const first: Entity[] = [];
  const then: Entity[] = [];
  for (const entity of base.entities) {
    const names = [entity.name, ...entity.forms].map(folded);
    if (names.some((name) => name.startsWith(wanted))) first.push(entity);
    else if (names.some((name) => name.includes(wanted))) then.push(entity);
    if (first.length >= MOST) break;
  }
  return [...first, ...then].slice(0, MOST).flatMap((entity) => {
    const { source, line } = entity.citation;
    const uri = addressOf(source);
    if (uri === undefined) return [];
    const role = leadingRoleOf(entity);
    return [
      {
        name: entity.name,
        kind: ENTITY_SYMBOL[entity.kind],
        location: { uri, range: startOfLine(line) },
        ...(role === '' ? {} : { containerName: role }),
      },
    ];
  });
}

function folded(text: string): string {
  return text.trim().split(/\s+/u).map(fold).join(' ');
}
