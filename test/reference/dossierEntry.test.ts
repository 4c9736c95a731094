import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';
import { readDossier } from '../../server/reference/dossier.js';
import { newDossierEntry, withoutDossierEntry } from '../../server/reference/dossierEntry.js';
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

describe('an entry that was added to a dossier', () => {
  const removed = (dossier: string, insertion: ReturnType<typeof newDossierEntry>) => {
    const { offset: at, newText } = insertion;
    return withoutDossierEntry(dossier.slice(0, at) + newText + dossier.slice(at), newText);
  };

  it('can be removed as if it had never been there', () => {
    for (const dossier of [DOSSIER, DOSSIER.replaceAll('\n', '\r\n'), '']) {
      for (const kind of ['person', 'body'] as const) {
        assert.equal(removed(dossier, newDossierEntry(dossier, 'Ana Roe', kind)), dossier);
      }
    }
  });

  it('can be removed after others were added below it and beside it', () => {
    const { newText } = newDossierEntry(DOSSIER, 'Ana Roe', 'person');
    const both = added(added(DOSSIER, 'Ana Roe', 'person'), 'Ana Roe Salo', 'person');
    assert.equal(withoutDossierEntry(both, newText), added(DOSSIER, 'Ana Roe Salo', 'person'));
    const section = newDossierEntry(DOSSIER, 'Port Board', 'body').newText;
    const boards = added(added(DOSSIER, 'Port Board', 'body'), 'Lido Board', 'body');
    assert.equal(
      withoutDossierEntry(boards, section),
      boards.replace('### Port Board\n\n', ''),
      'the section stays for the other entry',
    );
  });

  it('stays once it has been filled in, and so does a dossier without it', () => {
    const { newText } = newDossierEntry(DOSSIER, 'Ana Roe', 'person');
    const filled = added(DOSSIER, 'Ana Roe', 'person').replace(
      '### Ana Roe',
      '### Ana Roe\n\n- Role: pilot',
    );
    assert.equal(withoutDossierEntry(filled, newText), filled);
    assert.equal(withoutDossierEntry(DOSSIER, newText), DOSSIER);
    assert.equal(withoutDossierEntry(DOSSIER, ''), DOSSIER);
  });
});
