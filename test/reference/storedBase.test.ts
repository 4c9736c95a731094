import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Base } from '../../server/reference/model.js';
import { restoreBase, storeBase } from '../../server/reference/storedBase.js';

const citation = { source: 'club.md', line: 4, passage: 'par. 2' };
const BASE: Base = {
  entities: [
    {
      kind: 'person',
      name: 'Ifeoma Vranić',
      forms: ['Coach Vranić'],
      avoided: ['Vranich'],
      demonyms: [],
      roles: [{ title: 'head coach', affiliation: 'Port Ellen Rovers', citation }],
      bio: '',
      seat: 'Port Ellen',
      citation,
    },
  ],
  facts: [{ text: 'Rovers lost.', shaky: false, citation }],
  quotes: [
    { text: 'We were second best', speaker: 'Ifeoma Vranić', shaky: false, citation },
    { text: 'Never again', shaky: true, citation },
  ],
};

describe('a stored base', () => {
  it('comes back as it was', () => {
    assert.deepEqual(restoreBase(storeBase(BASE)), BASE);
  });

  it('is refused where it is cut short or of another version', () => {
    const text = storeBase(BASE);
    assert.equal(restoreBase(text.slice(0, text.length / 2)), undefined);
    assert.equal(restoreBase(text.replace('"copydesk":1', '"copydesk":0')), undefined);
    assert.equal(restoreBase('{"__proto__":{"copydesk":1}}'), undefined);
  });

  it('is refused where any of its items is not of the right shape', () => {
    const breaks: readonly [part: string, broken: string][] = [
      ['"kind":"person"', '"kind":"ghost"'],
      ['"name":"Ifeoma Vranić"', '"name":7'],
      ['["Coach Vranić"]', '"Coach Vranić"'],
      ['["Vranich"]', '[null]'],
      ['"title":"head coach"', '"title":null'],
      ['"seat":"Port Ellen"', '"seat":{}'],
      ['"text":"Rovers lost."', '"text":[]'],
      ['"shaky":false', '"shaky":0'],
      ['"speaker":"Ifeoma Vranić"', '"speaker":3'],
      ['"line":4', '"line":"4"'],
      ['"source":"club.md"', '"source":null'],
      ['"passage":"par. 2"', '"passage":2'],
    ];
    const text = storeBase(BASE);
    for (const [part, broken] of breaks) {
      assert.ok(text.includes(part), part);
      assert.equal(restoreBase(text.replace(part, broken)), undefined, broken);
    }
  });
});
