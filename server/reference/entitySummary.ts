import { readProse, sentencesOf } from '../prose/prose.js';
import type { Citation, Entity, Quote, Role } from './model.js';
import { isHonorific } from '../lexicon/honorifics.js';
import { isPersonTitle } from '../lexicon/roleWords.js';
import { isTitleOfAddress } from '../lexicon/titleAbbreviations.js';
import { editDistance } from './names/editDistance.js';
import { splitName } from './names/forms.js';
import { fold } from './names/spelling.js';
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
  for (const role of orderedRoles(entity)) {
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

/** The roles of an entity, mere titles such as “councillor” last. */
function orderedRoles({ roles }: Entity): readonly Role[] {
  const isTitle = ({ title, affiliation }: Role): boolean =>
    affiliation === undefined && isTitleOfAddress(title);
  return [...roles.filter((role) => !isTitle(role)), ...roles.filter(isTitle)];
}

/** More suggestions would not help. */
const MAX_SIMILAR = 3;

/** The maximum difference of a suggested name's words, as a share of their length. */
const MAX_DIFFERENCE = 0.4;

/**
 * The known names with the spelling most similar to an unknown name, likeliest first; at most
 * three.
 */
export function similarNames(name: string, { base }: Reference): readonly string[] {
  const written = splitName(name)
    .filter((word) => !isPersonTitle(word))
    .map(fold);
  if (written.length === 0) return [];
  return base.entities
    .map((entity) => {
      const known = [entity.name, ...entity.forms].flatMap(splitName).map(fold);
      return { name: entity.name, distance: distanceOf(written, known) };
    })
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_SIMILAR)
    .map((similar) => similar.name);
}

/** The sum of the distances of written words to the known words nearest to them; infinite if one has none. */
function distanceOf(written: readonly string[], known: readonly string[]): number {
  return written.reduce((sum, word) => {
    const limit = word.length * MAX_DIFFERENCE;
    const nearest = Math.min(...known.map((other) => editDistance(word, other, limit)));
    return sum + (nearest <= limit ? nearest : Infinity);
  }, 0);
}

/** “Prime Minister, India”; the affiliation is left out if the title already contains it, and alone without a title. */
export function roleText({ title, affiliation }: Pick<Role, 'title' | 'affiliation'>): string {
  if (title === '') return affiliation ?? '';
  if (affiliation === undefined || title.toLowerCase().includes(affiliation.toLowerCase())) {
    return title;
  }
  return `${title}, ${affiliation}`;
}

/** The first role of an entity as text; empty if none is known. */
export function leadingRoleOf(entity: Entity): string {
  const [role] = orderedRoles(entity);
  return role === undefined ? '' : roleText(role);
}
