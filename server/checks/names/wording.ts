import { leadingRoleOf } from '../../reference/entitySummary.js';
import type { Entity } from '../../reference/model.js';
import type { Evidence } from '../finding.js';

/** A name with the person's office: “Sergei Lavrov, foreign minister, Russia”. */
export function describedEntity(entity: Entity, form = entity.name): string {
  const name = entity.kind === 'person' ? entity.name : form;
  const role = leadingRoleOf(entity);
  return role === '' ? name : `${name}, ${role}`;
}

/** The evidence for a known name. */
export function nameEvidenceOf(entity: Entity): Evidence {
  return { ...entity.citation, text: entity.bio === '' ? describedEntity(entity) : entity.bio };
}

/** The number of occurrences, in words. */
export function countInWords({ length }: readonly unknown[]): string {
  return length === 1 ? 'once' : length === 2 ? 'twice' : `${length} times`;
}
