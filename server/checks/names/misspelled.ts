import { type Block, placeOf } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import type { Mention } from '../../reference/nameIndex.js';
import type { Slip } from '../../reference/names/alignment.js';
import { wordsOf } from '../../reference/names/forms.js';
import { keyOf } from '../../reference/names/spelling.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import { replacement } from '../fix.js';
import { evidenceOf, introduced } from './wording.js';
import type { Survey } from './survey.js';

/** Tells the wrong places of names that the base knows. Cannot throw. */
export function checkMisspelled(found: Survey): readonly Finding[] {
  return found.sentences.flatMap(({ block, mentions }) =>
    mentions
      .filter((mention) => !mention.exact && !isSomeoneElse(mention, found))
      .flatMap((mention) => mention.slips.map((slip) => misspelled(block, mention, slip))),
  );
}

/** True where the draft names somebody else in full who is called just so. */
function isSomeoneElse({ slips, grounds, entity }: Mention, { company }: Survey): boolean {
  if (grounds === 'name' || entity.kind !== 'person') return false;
  const own = new Set([entity.name, ...entity.forms].flatMap(wordsOf).map(keyOf));
  return slips.some(({ written }) =>
    [...(company.get(keyOf(written)) ?? [])].some((other) => !own.has(other)),
  );
}

function misspelled(block: Block, { entity, form }: Mention, slip: Slip): Finding {
  return {
    code: 'name/misspelled',
    severity: DEFAULT_SEVERITY['name/misspelled'],
    message: message(slip, form, entity),
    span: placeOf(block, slip),
    evidence: [evidenceOf(entity)],
    fixes: [replacement(`Change to “${slip.right}”`, block, slip, slip.right)],
  };
}

function message({ kind, written, right }: Slip, form: string, entity: Entity): string {
  switch (kind) {
    case 'case':
      return `“${written}” is a name: ${introduced(entity, right)}.`;
    case 'spacing':
      return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
    case 'apostrophe':
      return `“${written}” should be “${right}”, with its apostrophe: ${introduced(entity, form)}.`;
    case 'initial':
      return `The initial should be “${right}”: ${introduced(entity, form)}.`;
    case 'order':
      return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
    case 'given':
      return `“${written}” should be “${right}”: ${introduced(entity, form)}.`;
    case 'spelling':
      return `“${written}” looks like “${right}”: ${introduced(entity, form)}.`;
  }
}
