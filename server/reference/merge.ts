import { placeNamed } from './gazetteer.js';
import type { Entity, Role } from './model.js';
import { surnameOf } from './names/forms.js';

/**
 * Puts together whom and what several sources name: an entity that more than one of them names is one, with
 * all its forms and roles, each role with its own citation. What stands first wins where there can be only
 * one (kind, name, bio, seat). The first `written` lists are of dossiers: what is named in full there is of
 * the kind that stands there, and a name that is not to be used is none, whatever the others have.
 */
export function mergeEntities(
  lists: readonly (readonly Entity[])[],
  written = 0,
): readonly Entity[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const groups: Group[] = [];
  /** People are kept apart from all else. */
  const people = new Map<string, Group>();
  const things = new Map<string, Group>();
  const add = (entity: Entity): Group => {
    const groupOf = entity.kind === 'person' ? people : things;
    const keys = keysOf(entity);
    let group: Group | undefined;
    for (const key of keys) group ??= groupOf.get(key);
    if (group === undefined) groups.push((group = [entity]));
    else group.push(entity);
    claim(groupOf, keys, group);
    return group;
  };
  const ruled = lists.slice(0, written).flat();
  for (const [entity, group] of ruled.map((entity) => [entity, add(entity)] as const)) {
    for (const groupOf of [people, things]) claim(groupOf, rulesOf(entity), group);
  }
  for (const list of lists.slice(written)) for (const entity of list) add(entity);
  const surnames = surnamesIn(lists);
  return groups.map(merged).filter((entity) => !isLeftOver(entity, surnames));
}

/** Entities that are one. */
type Group = [Entity, ...Entity[]];

function claim(groupOf: Map<string, Group>, keys: readonly string[], group: Group): void {
  for (const key of keys) if (!groupOf.has(key)) groupOf.set(key, group);
}

/** What an entity is found by: its name, and other whole names. */
function keysOf({ kind, name, forms }: Entity): readonly string[] {
  if (kind !== 'person') return [(kind === 'place' ? placeNamed(name)?.name : undefined) ?? name];
  return forms.length === 0 ? [name] : [name, ...forms.filter((form) => form.includes(' '))];
}

/** What a dossier has the say over: names of several words whatever they are taken for, and what not to write. */
function rulesOf({ kind, name, avoided = [] }: Entity): readonly string[] {
  const whole = name.includes(' ') ? [name] : [];
  return [...whole, ...avoided.filter((form) => kind !== 'person' || form.includes(' '))];
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

/** The surnames in people's full names, with and without particles, in lower case. */
function surnamesIn(lists: readonly (readonly Entity[])[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const entities of lists) {
    for (const { kind, name } of entities) {
      const space = kind === 'person' ? name.lastIndexOf(' ') : -1;
      const surname = space < 0 ? name : surnameOf(name);
      if (surname === name) continue;
      surnames.add(surname.toLowerCase());
      surnames.add(name.slice(space + 1).toLowerCase());
    }
  }
  return surnames;
}

/** True for a bare surname of someone whom another source names in full. */
function isLeftOver({ kind, name, bio }: Entity, surnames: ReadonlySet<string>): boolean {
  return kind === 'person' && bio === '' && surnames.has(name.toLowerCase());
}
