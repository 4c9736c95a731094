import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  entitySummaryOf,
  entitySummariesOf,
  leadingRoleOf,
} from '../../server/reference/entitySummary.js';
import { createReference } from '../../server/reference/reference.js';
import { person } from '../features/drafted.js';

const citation = { source: 'notes.md', line: 1 };

describe('an entity summary', () => {
  it('has each role once, with its affiliation unless the title has it', () => {
    const entity = person('Tomas Brandt', {
      roles: [
        { title: 'mayor of Lund', affiliation: 'Lund', citation },
        { title: 'chair', affiliation: 'the port authority', citation },
        { title: 'Chair', affiliation: 'the port authority', citation },
        { title: 'architect', citation },
      ],
    });
    const reference = createReference({ entities: [entity], facts: [], quotes: [] });
    assert.deepEqual(
      entitySummaryOf(entity, reference).roles.map(({ text }) => text),
      ['mayor of Lund', 'chair, the port authority', 'architect'],
    );
  });

  it('leads with the office of a councillor or officer, not with the title before the name', () => {
    const entity = person('Moira Kestrel', {
      roles: [
        { title: 'councillor', citation },
        { title: 'cabinet member for schools', citation },
        { title: 'detective inspector', affiliation: 'Lund Police', citation },
      ],
    });
    const reference = createReference({ entities: [entity], facts: [], quotes: [] });
    assert.deepEqual(
      entitySummaryOf(entity, reference).roles.map(({ text }) => text),
      ['cabinet member for schools', 'detective inspector, Lund Police', 'councillor'],
    );
    assert.equal(leadingRoleOf(entity), 'cabinet member for schools');
    assert.equal(
      leadingRoleOf(
        person('Bo Tarn', {
          roles: [
            { title: 'governor', citation },
            { title: 'author', citation },
          ],
        }),
      ),
      'governor',
    );
  });

  it('has the last quotes of a person', () => {
    const entity = person('Tomas Brandt');
    const quotes = ['one', 'two', 'three'].map((text) => ({
      text,
      speaker: 'Tomas Brandt',
      citation,
      unreliable: false,
    }));
    const others = { text: 'other', speaker: 'Ana Brandt', citation, unreliable: false };
    const reference = createReference({
      entities: [entity],
      facts: [],
      quotes: [...quotes, others],
    });
    assert.deepEqual(
      entitySummaryOf(entity, reference).quotes.map(({ text }) => text),
      ['two', 'three'],
    );
  });

  it('is found by any form of a name, which several entities may share', () => {
    const entities = [person('Tomas Brandt', { forms: ['Tom B.'] }), person('Ana Brandt')];
    const reference = createReference({ entities, facts: [], quotes: [] });
    const names = (name: string): readonly string[] =>
      entitySummariesOf(name, reference).map(({ entity }) => entity.name);
    assert.deepEqual(names('Tomas Brandt'), ['Tomas Brandt']);
    assert.deepEqual(names('brandt'), ['Tomas Brandt', 'Ana Brandt']);
    assert.deepEqual(names('tom b.'), ['Tomas Brandt']);
    assert.deepEqual(names('Tomas'), ['Tomas Brandt']);
    assert.deepEqual(names('Okonedo'), []);
    const titled = createReference({
      entities: [person('Ana Brandt'), person('Tomas Brandt', { forms: ['Mr. Brandt'] })],
      facts: [],
      quotes: [],
    });
    assert.deepEqual(
      entitySummariesOf('mr. Brandt', titled).map(({ entity }) => entity.name),
      ['Tomas Brandt'],
    );
  });
});
