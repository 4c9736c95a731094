import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { checkAvoided } from './avoided.js';
import { checkForms } from './forms.js';
import { checkInconsistent } from './inconsistent.js';
import { checkLostAccents } from './lostAccents.js';
import { checkMisspelled } from './misspelled.js';
import { indexNames } from './nameIndexing.js';
import { checkUnknown } from './unknown.js';
import { checkVariants } from './variants.js';

/** Reports names that are misspelled, inconsistent or unknown. */
export function* checkNames(
  draft: Prose,
  reference: Reference,
): CooperativeTask<readonly Finding[]> {
  const found = yield* indexNames(draft, reference);
  return [
    ...(yield* checkMisspelled(found, reference.base.entities)),
    ...(yield* checkLostAccents(found)),
    ...checkAvoided(found),
    ...(yield* checkInconsistent(found)),
    ...(yield* checkVariants(found)),
    ...(yield* checkForms(found)),
    ...(yield* checkUnknown(found)),
  ];
}
