import { readProse, sentencesOf } from '../prose/prose.js';
import type { Citation, Entity, Quote, Role } from './model.js';
import { isHonorific } from '../lexicon/honorifics.js';
import type { Reference } from './reference.js';

/** A role as one line of text: “Prime Minister, India”. */
export interface RoleLine {
  readonly text: string;
  readonly citation: Citation;
}

/** What the reference knows about an entity. */
export interface EntitySummary {
  readonly entity: Entity;
  /** Without duplicates, however many sources have them. */
  readonly roles: readonly RoleLine[];
  /** The last recorded quotes of a person, in the order of the sources. */
  readonly quotes: readonly Quote[];
}

/** More quotes would be too long for a summary. */
const MAX_QUOTES = 2;

/** Summarises what a reference knows about an entity. */
export function entitySummaryOf(entity: Entity, { base }: Reference): EntitySummary {
  const roles = new Map<string, RoleLine>();
  for (const role of entity.roles) {
    const text = roleText(role);
    const key = text.toLowerCase();
    if (!roles.has(key)) roles.set(key, { text, citation: role.citation });
  }
  return {
    entity,
    roles: [...roles.values()],
    quotes: base.quotes.filter(({ speaker }) => speaker === entity.name).slice(-MAX_QUOTES),
  };
}

/**
 * Summarises every entity that a name may mean, including similar names if none matches exactly. A name
 * with a courtesy title (“Mr. Roe”) that is listed as a form of a name means only those entities.
 */
export function entitySummariesOf(name: string, reference: Reference): readonly EntitySummary[] {
  const query = name.trim().toLowerCase();
  const titled = isHonorific(query.split(/\s/u)[0] ?? '')
    ? reference.base.entities.filter(({ forms }) =>
        forms.some((form) => form.toLowerCase() === query),
      )
    : [];
  if (titled.length > 0) return titled.map((entity) => entitySummaryOf(entity, reference));
  const mentions = sentencesOf(readProse(name, 'plain')).flatMap(({ sentence }) =>
    reference.names.mentionsIn(sentence.tokens),
  );
  const known = new Set(mentions.map(({ entity }) => entity));
  const named = reference.base.entities.filter(
    (entity) =>
      known.has(entity) ||
      [entity.name, ...entity.forms].some((form) => form.toLowerCase() === query) ||
      ` ${entity.name.toLowerCase()} `.includes(` ${query} `),
  );
  return named.map((entity) => entitySummaryOf(entity, reference));
}

/** “Prime Minister, India”; the affiliation is left out if the title already contains it. */
function roleText({ title, affiliation }: Role): string {
  if (affiliation === undefined || title.toLowerCase().includes(affiliation.toLowerCase())) {
    return title;
  }
  return `${title}, ${affiliation}`;
}

/** The first role of an entity as text; empty if none is known. */
export function leadingRoleOf({ roles }: Entity): string {
  const [role] = roles;
  return role === undefined ? '' : roleText(role);
}
