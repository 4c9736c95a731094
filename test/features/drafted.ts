import type { Claim, DismissedFinding, Finding } from '../../server/checks/finding.js';
import type { Draft } from '../../server/checks/draft.js';
import { readSettings } from '../../server/session/settings.js';
import { readProse } from '../../server/prose/prose.js';
import type { Span } from '../../server/prose/span.js';
import type { Base, Entity } from '../../server/reference/model.js';
import { createReference } from '../../server/reference/reference.js';

/** The parts of a draft that a test sets; the others are empty. */
export interface DraftParts {
  readonly findings?: readonly Finding[];
  readonly dismissed?: readonly DismissedFinding[];
  readonly claims?: readonly Claim[];
  readonly base?: Partial<Base>;
  readonly settings?: unknown;
  /** True if left out. */
  readonly isCovered?: boolean;
}

/** A draft as language features get it, at version 3. */
export function drafted(text: string, given: DraftParts = {}): Draft {
  const { findings = [], dismissed = [], claims = [], base = {}, settings } = given;
  const { isCovered = true } = given;
  const reference = createReference({ entities: [], facts: [], quotes: [], ...base });
  return {
    uri: 'memory:///draft.md',
    version: 3,
    prose: readProse(text),
    report: { findings, dismissed, claims, isCovered, unread: [], leftOut: [], reference },
    reference,
    severities: readSettings(settings).severities,
    uriOfSource: (source) => (source.startsWith('/') ? undefined : `memory:///${source}`),
  };
}

/** A finding with a span, and with other properties that a test sets. */
export function createFinding(span: Span, rest: Partial<Finding> = {}): Finding {
  return {
    code: 'sentence/repeated-word',
    severity: 'warning',
    message: 'A word stands twice.',
    span,
    evidence: [],
    fixes: [],
    ...rest,
  };
}

/** A person with a name, and with other properties that a test sets. */
export function person(name: string, rest: Partial<Entity> = {}): Entity {
  return {
    kind: 'person',
    name,
    forms: [],
    demonyms: [],
    roles: [],
    bio: '',
    citation: { source: 'notes/people.md', line: 12 },
    ...rest,
  };
}
