import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Code } from '../../../server/checks/rules.js';
import type { EntityKind } from '../../../server/reference/model.js';
import { diagnosticsOf } from '../../../server/features/diagnostics/diagnostics.js';
import {
  dossierActions,
  selectionActions,
} from '../../../server/features/codeActions/dossierActions.js';
import { createFinding, drafted, person } from '../drafted.js';

const TARGET = {
  uri: 'memory:///dossier.md',
  path: 'dossier.md',
  text: '---\ndossier: Oulu\n---\n\n## People\n\n### Adaeze Lindqvist\n',
  version: null,
};
const CAPABILITIES = {
  versionedEdits: true,
  createsFiles: true,
  deletesFiles: true,
  storesDecisions: false,
};
const BASE = {
  entities: [
    person('Adaeze Lindqvist'),
    person('Trịnh Khánh Vy'),
    person('Oulu', { kind: 'place' }),
  ],
};

/** The actions for a finding about a name, and those for a selected name without a finding. */
function offered(
  name: string,
  code: Code = 'name/unknown',
  kind: EntityKind | undefined = 'person',
): readonly [reported: readonly string[], selected: readonly string[]] {
  const text = `Then ${name} spoke.`;
  const span = { start: 5, end: 5 + name.length };
  const finding = createFinding(span, { code, name: { text: name, kind } });
  const draft = drafted(text, { findings: [finding], base: BASE });
  const range = draft.prose.lines.range(span);
  return [
    dossierActions(draft, diagnosticsOf(draft), TARGET, CAPABILITIES),
    selectionActions(drafted(text, { base: BASE }), range, TARGET, CAPABILITIES),
  ].map((actions) => actions.map(({ title }) => title)) as [string[], string[]];
}

describe('“Add to dossier”', () => {
  it('is offered for an unknown name', () => {
    const [reported, selected] = offered('Petri Salo');
    assert.deepEqual(reported, ['Add “Petri Salo” to your dossier']);
    assert.equal(selected.length, 4);
  });

  it('is offered for a relative of a known person', () => {
    assert.equal(offered('Eero Lindqvist')[0].length, 1);
  });

  it('is never offered for a near miss of a known name', () => {
    for (const name of ['Adaeze Lindkvist', 'Adaze Lindqvist', 'ADAEZE LINQVIST']) {
      assert.deepEqual(offered(name), [[], []], name);
    }
  });

  it('is never offered for a known name with errors in two words and without its diacritics', () => {
    assert.deepEqual(offered('Trinh Khahn Vi'), [[], []]);
    assert.equal(offered('Trinh Thu Lan')[0].length, 1);
  });

  it('is never offered for a name that is reported as misspelled or inconsistent', () => {
    for (const code of ['name/misspelled', 'name/inconsistent'] as const) {
      assert.deepEqual(offered('Petri Salo', code)[0], [], code);
    }
    const text = 'Then Petri Salo spoke.';
    const findings = [createFinding({ start: 5, end: 10 }, { code: 'name/misspelled' })];
    const draft = drafted(text, { findings, base: BASE });
    const range = draft.prose.lines.range({ start: 5, end: 15 });
    assert.deepEqual(selectionActions(draft, range, TARGET, CAPABILITIES), []);
  });
});
