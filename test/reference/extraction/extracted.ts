import { buildBase } from '../../../server/reference/indexSource.js';
import type { Entity, EntityKind } from '../../../server/reference/model.js';

/** The entities extracted from one article of plain text. */
export function entitiesIn(text: string, kind?: EntityKind): readonly Entity[] {
  const { entities } = buildBase([{ name: 'story.txt', text }]).base;
  return kind === undefined ? entities : entities.filter((entity) => entity.kind === kind);
}

/** The names of one kind in an article, in the order of extraction. */
export function namesIn(text: string, kind?: EntityKind): readonly string[] {
  return entitiesIn(text, kind).map(({ name }) => name);
}

/** The offices of a person in an article, as “title @ affiliation”. */
export function rolesIn(text: string, name: string): readonly string[] {
  const person = entitiesIn(text, 'person').find((entity) => entity.name === name);
  return (person?.roles ?? []).map(({ title, affiliation }) =>
    affiliation === undefined ? title : `${title} @ ${affiliation}`,
  );
}
