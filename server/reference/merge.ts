import { placeNamed } from './gazetteer.js';
import type { Base, Entity, Role } from './model.js';

/**
 * Puts together what several sources tell: an entity that more than one of them names is one, with
 * all its forms and roles, each role with its own citation. What stands first wins where there can be
 * only one (kind, name, bio, seat). The first `written` bases are dossiers: what is named in full there is of
 * the kind that stands there, and a name that is not to be used is none, whatever the others have.
 * Facts and quotes are kept as they are. Cannot throw.
 */
export function mergeBases(bases: readonly Base[], written = 0): Base {
  const [only] = bases;
  if (only !== undefined && bases.length === 1) return only;
  const ruled = bases.slice(0, written).reduce((sum, base) => sum + base.entities.length, 0);
  return {
    entities: mergeEntities(
      bases.flatMap((base) => base.entities),
      ruled,
    ),
    facts: bases.flatMap((base) => base.facts),
    quotes: bases.flatMap((base) => base.quotes),
  };
}

/** Entities that are one. */
type Group = [Entity, ...Entity[]];

/** The first `ruled` entities are a dossier's. */
function mergeEntities(entities: readonly Entity[], ruled: number): readonly Entity[] {
  const groups: Group[] = [];
  const groupOf = new Map<string, Group>();
  const claim = (keys: readonly string[], group: Group): void => {
    for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group);
  };
  const add = (entity: Entity): Group => {
    const keys = keysOf(entity);
    let group = keys.map((key) => groupOf.get(key)).find((known) => known !== undefined);
    if (group === undefined) groups.push((group = [entity]));
    else group.push(entity);
    claim(keys, group);
    return group;
  };
  const written = entities.slice(0, ruled).map((entity) => ({ entity, group: add(entity) }));
  for (const { entity, group } of written) claim(rulesOf(entity), group);
  for (const entity of entities.slice(ruled)) add(entity);
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

/** What a dossier has the say over: names of several words whatever they are taken for, and what not to write. */
function rulesOf({ kind, name, avoided = [] }: Entity): readonly string[] {
  const sorts = ['person', 'thing'];
  const whole = name.includes(' ') ? [name] : [];
  const wrong = avoided.filter((form) => kind !== 'person' || form.includes(' '));
  return [...whole, ...wrong].flatMap((form) => sorts.map((sort) => `${sort} ${form}`));
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
    forms: [...new Set(forms)].filter((form) => form !== name && !avoided.includes(form)),
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
