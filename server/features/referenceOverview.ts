import type {
  ReferenceEntry,
  ReferenceOverview,
  ReferenceSource,
} from '../../protocol/referenceOverview.js';
import type { Base, Citation, Entity, Fact, Quote } from '../reference/model.js';
import type { Reference } from '../reference/reference.js';
import { leadingRoleOf } from './hover/entitySummary.js';
import { summaryOf } from '../reference/summary.js';

/** The address at which an editor opens a source. */
type AddressOf = (source: string) => string | undefined;

/** What a reference has, for people to look through. */
export function referenceOverviewOf({ base }: Reference, addressOf: AddressOf): ReferenceOverview {
  const at = (source: string): { readonly uri?: string } => {
    const uri = addressOf(source);
    return uri === undefined ? {} : { uri };
  };
  const entries = base.entities.map((entity): ReferenceEntry => {
    const { kind, name, citation } = entity;
    const { source, line } = citation;
    return { kind, name, role: leadingRoleOf(entity), source, line, ...at(source) };
  });
  const sources = [...partsOf(base)].map(([name, part]): ReferenceSource => {
    return { name, summary: summaryOf(part), ...at(name) };
  });
  return { entries: sortedByName(entries), sources: sortedByName(sources) };
}

/** What each source gave to a base. */
function partsOf(base: Base): ReadonlyMap<string, Base> {
  const parts = new Map<string, { entities: Entity[]; facts: Fact[]; quotes: Quote[] }>();
  const partOf = ({ source }: Citation) => {
    const part = parts.get(source) ?? { entities: [], facts: [], quotes: [] };
    parts.set(source, part);
    return part;
  };
  for (const entity of base.entities) partOf(entity.citation).entities.push(entity);
  for (const fact of base.facts) partOf(fact.citation).facts.push(fact);
  for (const quote of base.quotes) partOf(quote.citation).quotes.push(quote);
  return parts;
}

function sortedByName<Item extends { readonly name: string }>(
  items: readonly Item[],
): readonly Item[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return [...items].sort((a, b) => compare(a.name, b.name));
}
