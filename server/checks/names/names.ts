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
import { checkSourceSpellings } from './sourceSpellings.js';
import { spellingsOf } from './spellings.js';
import { checkUnknown } from './unknown.js';
import { checkVariants } from './variants.js';

/** Reports names that are misspelled, inconsistent or unknown. */
export function* checkNames(
  draft: Prose,
  reference: Reference,
): CooperativeTask<readonly Finding[]> {
  const found = yield* indexNames(draft, reference);
  const spellings = yield* spellingsOf(found);
  const bySources = yield* checkSourceSpellings(spellings, found, reference);
  return [
    ...(yield* checkMisspelled(found, reference.base.entities)),
    ...(yield* checkLostAccents(found)),
    ...[...bySources.values()].flat(),
    ...checkAvoided(found),
    ...(yield* checkInconsistent(spellings.filter((each) => !bySources.has(each)))),
    ...(yield* checkVariants(found)),
    ...(yield* checkForms(found)),
    ...(yield* checkUnknown(found)),
  ];
}
