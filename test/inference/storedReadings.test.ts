import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { StoredReading } from '../../server/inference/storedReadings.js';
import { packReadings, unpackReadings } from '../../server/inference/storedReadings.js';
import { SOUND } from './fakeReader.js';

const STORED: readonly StoredReading[] = [
  ['sound', SOUND],
  [
    'damaged',
    {
      damage: 0.9,
      words: [
        {
          start: 3,
          end: 7,
          damage: 0.9,
          kinds: [{ name: 'repeated', probability: 0.8 }],
          edits: [
            { name: 'delete', probability: 0.7 },
            { name: 'append:”', probability: 0.1 },
          ],
        },
        { start: 0, end: 0, damage: 0.03, kinds: [], edits: [] },
      ],
    },
  ],
  ['claim', { values: [0.9, null, 0] }],
  [
    'judged',
    {
      supported: 0.2,
      contradicted: 0.7,
      neither: 0.1,
      words: [
        { start: 0, end: 3, unsupported: 0.01 },
        { start: 4, end: 9, unsupported: 0.98 },
      ],
    },
  ],
];

describe('stored readings', () => {
  it('are the same when they are read again', () => {
    assert.deepEqual(unpackReadings('1', packReadings('1', STORED)), STORED);
  });

  it('are empty for another version', () => {
    assert.deepEqual(unpackReadings('2', packReadings('1', STORED)), []);
  });

  it('are rejected if they are damaged', () => {
    assert.throws(() => unpackReadings('1', packReadings('1', STORED).slice(0, -9)));
    assert.throws(() => unpackReadings('1', '{"version":"1"}'));
  });
});
