import { placeNamed } from './gazetteer.js';
import type { Base, Entity, Role } from './model.js';

/**
 * Puts together what several sources tell: an entity that more than one of them names is one, with
 * all its forms and roles, each role with its own citation. What stands first wins where there can be
 * only one (kind, name, bio, seat). Facts and quotes are kept as they are. Cannot throw.
 */
export function mergeBases(bases: readonly Base[]): Base {
  const [only] = bases;
  if (only !== undefined && bases.length === 1) return only;
  return {
    entities: mergeEntities(bases.flatMap((base) => base.entities)),
    facts: bases.flatMap((base) => base.facts),
    quotes: bases.flatMap((base) => base.quotes),
  };
}

/** Entities that are one. */
type Group = [Entity, ...Entity[]];

function mergeEntities(entities: readonly Entity[]): readonly Entity[] {
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  for (const entity of entities) {
    const keys = keysOf(entity);
    const known = keys.map((key) => groupOf.get(key)).find((group) => group !== undefined);
    const group: Group = known ?? [entity];
    if (known === undefined) groups.push(group);
    else group.push(entity);
    for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group);
  }
  const surnames = surnamesOf(entities);
  return groups.map(merged).filter((entity) => !isLeftOver(entity, surnames));
}

/** What an entity is found by: its name, and other whole names. People are kept apart from all else. */
function keysOf({ kind, name, forms }: Entity): readonly string[] {
  const sort = kind === 'person' ? 'person' : 'thing';
  const place = kind === 'place' ? placeNamed(name)?.name : undefined;
  const whole = kind === 'person' ? forms.filter((form) => form.includes(' ')) : [];
  return [place ?? name, ...whole].map((key) => `${sort} ${key}`);
}

function merged(group: Group): Entity {
  const [first] = group;
  if (group.length === 1) return first;
  const { name } = first;
  const forms = group.flatMap((entity) => [entity.name, ...entity.forms]);
  const avoided = group.flatMap((entity) => entity.avoided ?? []);
  const seat = group.find((entity) => entity.seat !== undefined)?.seat;
  return {
    kind: first.kind,
    name,
    forms: [...new Set(forms)].filter((form) => form !== name),
    ...(avoided.length === 0 ? {} : { avoided: [...new Set(avoided)] }),
    demonyms: [...new Set(group.flatMap((entity) => entity.demonyms))],
    roles: distinctRoles(group.flatMap((entity) => entity.roles)),
    bio: group.find((entity) => entity.bio !== '')?.bio ?? '',
    ...(seat === undefined ? {} : { seat }),
    citation: first.citation,
  };
}

function distinctRoles(roles: readonly Role[]): readonly Role[] {
  const distinct = new Map<string, Role>();
  for (const role of roles) {
    const key = `${role.title.toLowerCase()} @ ${role.affiliation ?? ''}`;
    if (!distinct.has(key)) distinct.set(key, role);
  }
  return [...distinct.values()];
}

/** The last words of people's full names. */
function surnamesOf(entities: readonly Entity[]): ReadonlySet<string> {
  return new Set(
    entities
      .filter(({ kind, name }) => kind === 'person' && name.includes(' '))
      .map(({ name }) => name.slice(name.lastIndexOf(' ') + 1)),
  );
}

/** True for a bare surname of someone whom another source names in full. */
function isLeftOver({ kind, name, bio }: Entity, surnames: ReadonlySet<string>): boolean {
  return kind === 'person' && bio === '' && surnames.has(name);
}
