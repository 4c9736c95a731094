import type { Entity } from '../../reference/model.js';
import type { Evidence } from '../finding.js';

/** A name and whose it is: “Sergei Lavrov, foreign minister, Russia”. */
export function introduced(entity: Entity, form = entity.name): string {
  const name = entity.kind === 'person' ? entity.name : form;
  const [role] = entity.roles;
  if (role === undefined) return name;
  const { title, affiliation } = role;
  const office =
    affiliation === undefined || title.toLowerCase().includes(affiliation.toLowerCase())
      ? title
      : `${title}, ${affiliation}`;
  return `${name}, ${office}`;
}

/** Where the base has a name from. */
export function nameEvidenceOf(entity: Entity): Evidence {
  const { source, line } = entity.citation;
  return { source, line, text: entity.bio === '' ? introduced(entity) : entity.bio };
}

/** How often something stands in a draft, in words. */
export function times({ length }: readonly unknown[]): string {
  return length === 1 ? 'once' : length === 2 ? 'twice' : `${length} times`;
}
