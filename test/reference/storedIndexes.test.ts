import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { indexSource } from '../../server/reference/indexSource.js';
import type { SourceIndex } from '../../server/reference/sourceIndex.js';
import { restoreIndexes, storeIndexes } from '../../server/reference/storedIndexes.js';

const citation = { source: 'club.md', line: 4, passage: 'par. 2' };
const INDEX: SourceIndex = {
  source: 'club.md',
  kind: 'dossier',
  date: { year: 2024, month: 7, day: 22 },
  words: 2,
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
  quotes: [
    { text: 'We were second best', speaker: 'Ifeoma Vranić', unreliable: false, citation },
    { text: 'Never again', unreliable: true, citation },
  ],
  facts: [{ text: 'Rovers lost.', unreliable: false, citation }],
  paragraphs: [{ kind: 'listItem', text: 'Rovers lost.', passage: 'p. 3' }],
  sentences: [0, 0, 12, 9],
  termKeys: [2, 345, 678, 1, 90],
  problems: [{ citation, message: 'This entry has no name.' }],
};

describe('stored source indexes', () => {
  it('are restored unchanged', () => {
    const article = indexSource({ name: 'a.md', text: 'The lido is open. Why? Maren Oduya asks.' });
    assert.deepEqual(restoreIndexes(storeIndexes([INDEX, article])), [INDEX, article]);
    assert.deepEqual(restoreIndexes(storeIndexes([])), []);
  });

  it('are rejected if they are truncated or of another version', () => {
    const text = storeIndexes([INDEX]);
    assert.equal(restoreIndexes(text.slice(0, text.length / 2)), undefined);
    assert.equal(restoreIndexes(text.replace('"copydesk":5', '"copydesk":4')), undefined);
    assert.equal(restoreIndexes('{"__proto__":{"copydesk":5}}'), undefined);
  });

  it('are restored from a file with Windows line endings', () => {
    const text = storeIndexes([INDEX, INDEX]).replaceAll('\n', '\r\n');
    assert.deepEqual(restoreIndexes(text), [INDEX, INDEX]);
  });

  it('are rejected without parsing if they are too long or too deeply nested', () => {
    const parse = JSON.parse.bind(JSON);
    const lines: number[] = [];
    JSON.parse = (text: string) => {
      lines.push(text.length);
      return parse(text) as unknown;
    };
    try {
      const [head = ''] = storeIndexes([]).split('\n');
      for (const line of ['['.repeat(100), `"${'a'.repeat(48 * 2 ** 20)}"`]) {
        assert.equal(restoreIndexes(`${head}\n${line}\n]}\n`), undefined);
      }
      assert.equal(restoreIndexes(`${head}\n${'{},\n'.repeat(1000)}{}\n]}\n`), undefined);
    } finally {
      JSON.parse = parse;
    }
    assert.deepEqual(lines, [2]);
  });

  it('are rejected if any item has the wrong shape', () => {
    const changes: readonly [part: string, broken: string][] = [
      ['"kind":"dossier"', '"kind":"hearsay"'],
      ['"month":7', '"month":13'],
      ['"day":22', '"day":"22"'],
      ['"year":2024', '"year":20240'],
      ['"words":2', '"words":-2'],
      ['"kind":"person"', '"kind":"ghost"'],
      ['"name":"Ifeoma Vranić"', '"name":7'],
      ['["Coach Vranić"]', '"Coach Vranić"'],
      ['["Vranich"]', '[null]'],
      ['"title":"head coach"', '"title":null'],
      ['"seat":"Port Ellen"', '"seat":{}'],
      ['"text":"Rovers lost."', '"text":[]'],
      ['"unreliable":false', '"unreliable":0'],
      ['"speaker":"Ifeoma Vranić"', '"speaker":3'],
      ['"line":4', '"line":"4"'],
      ['"source":"club.md"', '"source":null'],
      ['"passage":"par. 2"', '"passage":2'],
      ['"kind":"listItem"', '"kind":"poem"'],
      ['"passage":"p. 3"', '"passage":3'],
      ['[0,0,12,9]', '[0,0,12]'],
      ['[0,0,12,9]', '[0,0,12,-9]'],
      ['[0,0,12,9]', '[0,0,13,9]'],
      ['[0,0,12,9]', '[1,0,12,9]'],
      ['[0,0,12,9]', '[0,0,12,0]'],
      ['[2,345,678,1,90]', '[2,"345",678,1,90]'],
      ['[2,345,678,1,90]', '[2,345,678]'],
      ['[2,345,678,1,90]', '[2,345,678,2000000000,90]'],
      ['[2,345,678,1,90]', '[9007199254740991]'],
      ['"message":"This entry has no name."', '"message":0'],
    ];
    const text = storeIndexes([INDEX]);
    for (const [part, broken] of changes) {
      assert.ok(text.includes(part), part);
      assert.equal(restoreIndexes(text.replace(part, broken)), undefined, broken);
    }
  });
});
