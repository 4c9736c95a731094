import assert from 'node:assert/strict';
import { checkNames } from '../../../server/checks/names/names.js';
import type { Code, Finding } from '../../../server/checks/finding.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import type { Entity, EntityKind } from '../../../server/reference/model.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited, mark, marked } from '../../marked.js';

/** A name of a test's base. */
export function entity(kind: EntityKind, name: string, more: Partial<Entity> = {}): Entity {
  const citation = { source: 'notes.md', line: 1 };
  return { kind, name, forms: [], demonyms: [], roles: [], bio: '', citation, ...more };
}

/** Someone of a test's base who holds an office. */
export function person(
  name: string,
  title: string,
  affiliation: string,
  forms: string[] = [],
): Entity {
  const citation = { source: 'notes.md', line: 1 };
  return entity('person', name, { forms, roles: [{ title, affiliation, citation }] });
}

/** What the name check finds in a draft. */
export function findings(draft: string, entities: readonly Entity[]): readonly Finding[] {
  const reference = createReference({ entities, facts: [], quotes: [] });
  return runToCompletion(checkNames(readProse(draft), reference));
}

/** Asserts that the check tells the marked stretches, all as `code`, and no others; hints are left out. */
export function expectTold(
  draft: string,
  entities: readonly Entity[],
  code: Code,
): readonly Finding[] {
  const { text } = marked(draft);
  const told = findings(text, entities).filter(({ severity }) => severity !== 'hint');
  assert.equal(
    mark(
      text,
      told.map(({ span }) => span),
    ),
    draft,
  );
  for (const finding of told) assert.equal(finding.code, code, finding.message);
  return told;
}

/** Asserts the same, and that the preferred fixes together turn the draft into `mended`. */
export function expectMended(
  draft: string,
  entities: readonly Entity[],
  code: Code,
  mended: string,
): void {
  const told = expectTold(draft, entities, code);
  const edits = told
    .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))
    .flatMap(({ edits: each }) => each);
  assert.equal(edited(marked(draft).text, edits), mended);
}

/** Asserts that nothing but hints is told. */
export function expectSilent(draft: string, entities: readonly Entity[]): void {
  expectTold(draft, entities, 'name/misspelled');
}
