import { companiesAmong, withoutLegalForm } from './extraction/companies.js';
import { hasWordInCapitals, withoutCapitals } from './extraction/capitals.js';
import { placeNamed } from './gazetteer.js';
import type { Entity, Role } from './model.js';
import { surnameOf } from './names/forms.js';

/**
 * Merges the entities of several sources: an entity named by more than one of them becomes one, with all its forms and
 * roles, each role with its own citation. The first list wins for properties that have a single value (kind, name,
 * bio, seat). The first `dossiers` lists are those of dossiers. These decide the kind of every name of several words
 * that they contain, and a name that they list as avoided is not a form, whatever the other lists say.
 */
export function mergeEntities(
  lists: readonly (readonly Entity[])[],
  dossiers = 0,
): readonly Entity[] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const groups: Group[] = [];
  /** People are merged separately from everything else. */
  const people = new Map<string, Group>();
  const things = new Map<string, Group>();
  const add = (entity: Entity): Group => {
    const groupByKey = entity.kind === 'person' ? people : things;
    const keys = keysOf(entity);
    let group: Group | undefined;
    for (const key of keys) group ??= groupByKey.get(key);
    if (group === undefined) groups.push((group = [entity]));
    else group.push(entity);
    register(groupByKey, keys, group);
    return group;
  };
  const authoritative = lists.slice(0, dossiers).flat();
  for (const [entity, group] of authoritative.map((entity) => [entity, add(entity)] as const)) {
    for (const groupByKey of [people, things])
      register(groupByKey, overridingKeysOf(entity), group);
  }
  const companies = companiesAmong(lists.flatMap((list) => list.map(({ name }) => name)));
  for (const list of lists.slice(dossiers))
    for (const entity of list) {
      // A founder of the same name has an office.
      const isCompany = entity.roles.length === 0 && companies.has(entity.name);
      add(isCompany ? { ...entity, kind: 'body' } : entity);
    }
  const surnames = surnamesIn(lists);
  const dossier = new Set(authoritative);
  return groups
    .filter(([{ kind, name }]) => kind === 'person' || !isPersonInCapitals(name, people))
    .map((group) => inUsualCase(merged(group), dossier.has(group[0])))
    .filter((entity) => !isRedundantSurname(entity, surnames));
}

/** True for “Mirko TAVANIĆ” if another source shows that this is a person. */
function isPersonInCapitals(name: string, people: ReadonlyMap<string, Group>): boolean {
  return hasWordInCapitals(name) && people.has(keyOfName(name));
}

/** The entity, with its name as another source writes it if the first has a part of it in capitals. */
function inUsualCase(entity: Entity, isFromDossier: boolean): Entity {
  const { name, forms } = entity;
  if (isFromDossier || !hasWordInCapitals(name)) return entity;
  const alike = forms.filter((form) => keyOfName(form) === keyOfName(name));
  const right = withoutCapitals(name, alike);
  return { ...entity, name: right, forms: forms.filter((form) => form !== right) };
}

/** Names of several words that differ only in their capitals are the same: “KWON Mi-ran”, “Kwon Mi-ran”. */
function keyOfName(name: string): string {
  return name.includes(' ') ? name.toLowerCase() : name;
}

/** Entries for the same entity. */
type Group = [Entity, ...Entity[]];

function register(groupByKey: Map<string, Group>, keys: readonly string[], group: Group): void {
  for (const key of keys) if (!groupByKey.has(key)) groupByKey.set(key, group);
}

/** The keys under which an entity is merged: its name and its other full names. */
function keysOf({ kind, name, forms }: Entity): readonly string[] {
  if (kind !== 'person')
    return [
      keyOfName((kind === 'place' ? placeNamed(name)?.name : undefined) ?? withoutLegalForm(name)),
    ];
  return [name, ...forms.filter((form) => form.includes(' '))].map(keyOfName);
}

/** The keys for which a dossier overrides the kind: its name, if it has several words, and the avoided forms. */
function overridingKeysOf({ kind, name, avoided = [] }: Entity): readonly string[] {
  const whole = name.includes(' ') ? [name] : [];
  const others = avoided.filter((form) => kind !== 'person' || form.includes(' '));
  return [...whole, ...others].map(keyOfName);
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

/** True for a person known only by a surname that is part of another person's full name. */
function isRedundantSurname({ kind, name, bio }: Entity, surnames: ReadonlySet<string>): boolean {
  return kind === 'person' && bio === '' && surnames.has(name.toLowerCase());
}
