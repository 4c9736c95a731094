import { learn } from '../../../server/reference/learn.js';
import type { Entity, EntityKind } from '../../../server/reference/model.js';

/** What is learned from one article of plain text. */
export function entitiesIn(text: string, kind?: EntityKind): readonly Entity[] {
  const { entities } = learn([{ name: 'story.txt', text }]).base;
  return kind === undefined ? entities : entities.filter((entity) => entity.kind === kind);
}

/** The names of one kind that an article holds, in the order they are learned. */
export function namesIn(text: string, kind?: EntityKind): readonly string[] {
  return entitiesIn(text, kind).map(({ name }) => name);
}

/** The offices that an article gives a person, as “title @ affiliation”. */
export function rolesIn(text: string, name: string): readonly string[] {
  const person = entitiesIn(text, 'person').find((entity) => entity.name === name);
  return (person?.roles ?? []).map(({ title, affiliation }) =>
    affiliation === undefined ? title : `${title} @ ${affiliation}`,
  );
}
