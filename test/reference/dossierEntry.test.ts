import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';
import { readDossier } from '../../server/reference/dossier.js';
import { newDossierEntry } from '../../server/reference/dossierEntry.js';
import type { EntityKind } from '../../server/reference/model.js';

const DOSSIER =
  '---\ndossier: The lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n\n## Facts\n\n- It is old.\n';

function added(dossier: string, name: string, kind: EntityKind): string {
  const { offset: at, newText } = newDossierEntry(dossier, name, kind);
  return dossier.slice(0, at) + newText + dossier.slice(at);
}

describe('a new entry of a dossier', () => {
  it('is added at the end of its section', () => {
    assert.equal(
      added(DOSSIER, 'Ana Roe', 'person'),
      DOSSIER.replace('leader\n', 'leader\n\n### Ana Roe\n'),
    );
    const windows = DOSSIER.replaceAll('\n', '\r\n');
    assert.equal(
      added(windows, 'Ana Roe', 'person'),
      windows.replace('leader\r\n', 'leader\r\n\r\n### Ana Roe\r\n'),
    );
  });

  it('adds a missing section, and makes a dossier of an empty text', () => {
    assert.equal(
      added(DOSSIER, 'Lido Trust', 'body'),
      `${DOSSIER.trimEnd()}\n\n## Bodies\n\n### Lido Trust\n`,
    );
    const fresh = added('', 'Ana Roe', 'person');
    assert.match(fresh, /^---\ndossier: People and bodies\n---\n\n<!-- [^>]+ -->\n\n## People/u);
    const { base, problems } = readDossier('new.md', readProse(fresh));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      base.entities.map(({ kind, name, roles }) => ({ kind, name, roles })),
      [{ kind: 'person', name: 'Ana Roe', roles: [] }],
    );
  });

  it('can be read back, whatever the name and the dossier', () => {
    const names = ['Ana Roe', 'Lido *Trust* [old] & Sons', 'X Æ A-12', '#1 Lido_Club_'];
    const dossiers = [
      '',
      DOSSIER,
      DOSSIER.trimEnd(),
      '---\ndossier: x\n---\n## People',
      '---\ndossier: x\n---\n\nPeople\n---\n\nFacts\n---\n\n- It is old.\n',
      '---\ndossier: x\n---\n\n# People\n\n```\n## People\n```\n',
    ];
    const kinds: readonly EntityKind[] = ['person', 'body', 'place', 'event'];
    for (const name of names) {
      for (const dossier of dossiers) {
        for (const kind of kinds) {
          const text = added(dossier, name, kind);
          const { base, problems } = readDossier('d.md', readProse(text));
          assert.deepEqual(problems, [], text);
          assert.ok(
            base.entities.some((entity) => entity.name === name && entity.kind === kind),
            text,
          );
        }
      }
    }
  });
});
