import { readProse, sentencesOf } from '../../prose/prose.js';
import type { Citation, Entity, Quote, Role } from '../../reference/model.js';
import { isHonorific } from '../../reference/names/titles.js';
import type { Reference } from '../../reference/reference.js';

/** A role in the words that a reader expects, with where it stands. */
export interface RoleLine {
  readonly text: string;
  readonly citation: Citation;
}

/** What the reference knows of a name. */
export interface EntitySummary {
  readonly entity: Entity;
  /** Each role once, however many sources tell it. */
  readonly roles: readonly RoleLine[];
  /** The latest words on record of a person, by the order of the sources. */
  readonly quotes: readonly Quote[];
}

/** More quotes than this make no card any more. */
const QUOTES = 2;

/** The card of someone or something. */
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
    quotes: base.quotes.filter(({ speaker }) => speaker === entity.name).slice(-QUOTES),
  };
}

/**
 * The cards of all that a name means, near misses included where nothing is written so; only theirs who are
 * called so with a courtesy title (“Mr. Roe”).
 */
export function entitySummariesOf(name: string, reference: Reference): readonly EntitySummary[] {
  const wanted = name.trim().toLowerCase();
  const titled = isHonorific(wanted.split(/\s/u)[0] ?? '')
    ? reference.base.entities.filter(({ forms }) =>
        forms.some((form) => form.toLowerCase() === wanted),
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
      [entity.name, ...entity.forms].some((form) => form.toLowerCase() === wanted) ||
      ` ${entity.name.toLowerCase()} `.includes(` ${wanted} `),
  );
  return named.map((entity) => entitySummaryOf(entity, reference));
}

/** “Prime Minister, India”; the affiliation is left out where the title has it already. */
function roleText({ title, affiliation }: Role): string {
  if (affiliation === undefined || title.toLowerCase().includes(affiliation.toLowerCase())) {
    return title;
  }
  return `${title}, ${affiliation}`;
}

/** The first of someone's roles in the words that a reader expects; empty where none is known. */
export function leadingRoleOf({ roles }: Entity): string {
  const [role] = roles;
  return role === undefined ? '' : roleText(role);
}
