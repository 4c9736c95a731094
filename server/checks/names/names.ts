import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import type { Prose } from '../../prose/prose.js';
import { SpanIndex } from '../../prose/spanIndex.js';
import type { Reference } from '../../reference/reference.js';
import type { LimitedFindings } from '../finding.js';
import { checkAvoided } from './avoided.js';
import { checkForms } from './forms.js';
import { checkInconsistent } from './inconsistent.js';
import { checkLostAccents } from './lostAccents.js';
import { checkMisspelled } from './misspelled.js';
import { indexNames } from './nameIndexing.js';
import { checkSourceSpellings } from './sourceSpellings.js';
import { MOST_SPELLINGS, spellingsOf } from './spellings.js';
import { checkUnknown } from './unknown.js';
import { checkVariants } from './variants.js';

const LEFT_OUT = `This draft has more than ${MOST_SPELLINGS.toLocaleString('en')} different names that your sources do not have, so these were not compared with each other.`;

/** Reports names that are misspelled, inconsistent or unknown. */
export function* checkNames(draft: Prose, reference: Reference): CooperativeTask<LimitedFindings> {
  const found = yield* indexNames(draft, reference);
  const all = yield* spellingsOf(found);
  const isTooLong = all.length > MOST_SPELLINGS;
  const spellings = isTooLong ? [] : all;
  const bySources = yield* checkSourceSpellings(spellings, found, reference);
  const misspelled = [
    ...(yield* checkMisspelled(found, reference.base.entities)),
    ...(yield* checkLostAccents(found)),
    ...[...bySources.values()].flat(),
  ];
  const meant = new SpanIndex(misspelled);
  const findings = [
    ...misspelled,
    ...checkAvoided(found),
    ...(yield* checkInconsistent(spellings.filter((each) => !bySources.has(each)))),
    ...(yield* checkVariants(found)),
    ...(yield* checkForms(found)),
    ...(yield* checkUnknown(found, reference)).filter(
      ({ span }) => meant.overlapping(span).length === 0,
    ),
  ];
  return { findings, leftOut: isTooLong ? [LEFT_OUT] : [] };
}
