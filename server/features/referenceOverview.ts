import type {
  ReferenceEntry,
  ReferenceOverview,
  ReferenceSource,
  UnreadReferenceSource,
} from '../../protocol/referenceOverview.js';
import type { Base, Citation, Entity, Fact, Quote } from '../reference/model.js';
import { isConfidential } from '../reference/confidential.js';
import type { Reference } from '../reference/reference.js';
import { inWords } from '../reference/extraction/sourceDate.js';
import { referenceNotice } from './checkState.js';
import { leadingRoleOf } from '../reference/entitySummary.js';
import { summaryOf } from '../reference/summary.js';

/** The URI at which an editor opens a source; `undefined` if it is not a file. */
type UriOfSource = (source: string) => string | undefined;

/** The contents of a reference, as the editor's reference view lists them. */
export function referenceOverviewOf(
  reference: Reference,
  uriOfSource: UriOfSource,
): ReferenceOverview {
  const { base } = reference;
  const withUri = (source: string): { readonly uri?: string } => {
    const uri = uriOfSource(source);
    return uri === undefined ? {} : { uri };
  };
  const entries = base.entities.map((entity): ReferenceEntry => {
    const { kind, name, citation } = entity;
    const { source, line } = citation;
    return { kind, name, role: leadingRoleOf(entity), source, line, ...withUri(source) };
  });
  const sources = [...basesBySource(base)].map(([name, part]): ReferenceSource => {
    const day = base.days?.get(name);
    const date = day === undefined ? '' : `${inWords(day)}: `;
    return {
      name,
      summary: date + summaryOf(part),
      ...(isConfidential(base, name) ? { isConfidential: true } : {}),
      ...withUri(name),
    };
  });
  const unread = reference.unreadable.map(({ path, reason, listedIn }): UnreadReferenceSource => ({
    name: path,
    reason,
    ...withUri(listedIn?.source ?? path),
    ...(listedIn === undefined ? {} : { line: listedIn.line }),
  }));
  return {
    notice: referenceNotice(reference),
    unread: sortedByName(unread),
    entries: sortedByName(entries),
    sources: sortedByName(sources),
  };
}

/** The part of a base that came from each source. */
function basesBySource(base: Base): ReadonlyMap<string, Base> {
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
