import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learnSource } from '../../server/reference/learn.js';
import type { SourceIndex } from '../../server/reference/sourceIndex.js';
import { restoreIndexes, storeIndexes } from '../../server/reference/storedIndexes.js';

const citation = { source: 'club.md', line: 4, passage: 'par. 2' };
const LESSON: SourceIndex = {
  source: 'club.md',
  written: true,
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
  words: [2, 345, 678, 1, 90],
  problems: [{ citation, message: 'This entry has no name.' }],
};

describe('stored lessons', () => {
  it('come back as they were', () => {
    const article = learnSource({ name: 'a.md', text: 'The lido is open. Why? Maren Oduya asks.' });
    assert.deepEqual(restoreIndexes(storeIndexes([LESSON, article])), [LESSON, article]);
    assert.deepEqual(restoreIndexes(storeIndexes([])), []);
  });

  it('are refused where they are cut short or of another version', () => {
    const text = storeIndexes([LESSON]);
    assert.equal(restoreIndexes(text.slice(0, text.length / 2)), undefined);
    assert.equal(restoreIndexes(text.replace('"copydesk":2', '"copydesk":1')), undefined);
    assert.equal(restoreIndexes('{"__proto__":{"copydesk":2}}'), undefined);
  });

  it('come back from a file whose lines end as on Windows', () => {
    const text = storeIndexes([LESSON, LESSON]).replaceAll('\n', '\r\n');
    assert.deepEqual(restoreIndexes(text), [LESSON, LESSON]);
  });

  it('are refused, unparsed, where they are nested or long without end', () => {
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

  it('are refused where any item is not of the right shape', () => {
    const breaks: readonly [part: string, broken: string][] = [
      ['"written":true', '"written":1'],
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
    const text = storeIndexes([LESSON]);
    for (const [part, broken] of breaks) {
      assert.ok(text.includes(part), part);
      assert.equal(restoreIndexes(text.replace(part, broken)), undefined, broken);
    }
  });
});
