import assert from 'node:assert/strict';
import type { Finding } from '../../../server/checks/finding.js';
import { checkNames } from '../../../server/checks/names/names.js';
import type { Code } from '../../../server/checks/rules.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Entity, EntityKind } from '../../../server/reference/model.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited, mark, marked } from '../../marked.js';

/** An entity for a test. */
export function entity(kind: EntityKind, name: string, more: Partial<Entity> = {}): Entity {
  const citation = { source: 'notes.md', line: 1 };
  return { kind, name, forms: [], demonyms: [], roles: [], bio: '', citation, ...more };
}

/** A person with an office, for a test. */
export function person(
  name: string,
  title: string,
  affiliation: string,
  forms: string[] = [],
): Entity {
  const citation = { source: 'notes.md', line: 1 };
  return entity('person', name, { forms, roles: [{ title, affiliation, citation }] });
}

/** The findings of the name check in a draft. */
export function findings(draft: string, entities: readonly Entity[]): readonly Finding[] {
  const reference = createReference({ entities, facts: [], quotes: [] });
  return runToCompletion(checkNames(readProse(draft), reference)).findings;
}

/** Asserts that the check reports exactly the marked spans, all as `code`; hints are ignored. */
export function expectFindings(
  draft: string,
  entities: readonly Entity[],
  code: Code,
): readonly Finding[] {
  const { text } = marked(draft);
  const reported = findings(text, entities).filter(({ severity }) => severity !== 'hint');
  assert.equal(
    mark(
      text,
      reported.map(({ span }) => span),
    ),
    draft,
  );
  for (const finding of reported) assert.equal(finding.code, code, finding.message);
  return reported;
}

/** Asserts the same, and that the preferred fixes together turn the draft into `expected`. */
export function expectFixed(
  draft: string,
  entities: readonly Entity[],
  code: Code,
  expected: string,
): void {
  const reported = expectFindings(draft, entities, code);
  const edits = reported
    .flatMap(({ fixes }) => fixes.filter(({ preferred }) => preferred))
    .flatMap(({ edits: each }) => each);
  assert.equal(edited(marked(draft).text, edits), expected);
}

/** Asserts that the check reports nothing, or only hints. */
export function expectNoFindings(draft: string, entities: readonly Entity[]): void {
  expectFindings(draft, entities, 'name/misspelled');
}
