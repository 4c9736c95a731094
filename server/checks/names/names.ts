import type { Prose } from '../../prose/prose.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { checkAvoided } from './avoided.js';
import { checkInconsistent } from './inconsistent.js';
import { checkMisspelled } from './misspelled.js';
import { survey } from './survey.js';

/** Tells names that are misspelled, written two ways, or unknown. Cannot throw. */
export function checkNames(draft: Prose, reference: Reference): readonly Finding[] {
  const found = survey(draft, reference);
  return [...checkMisspelled(found), ...checkAvoided(found), ...checkInconsistent(found)];
}
