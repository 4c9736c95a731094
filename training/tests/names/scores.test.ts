import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { probabilityOf } from '../../../server/checks/names/logistic.js';
import { readProse } from '../../../server/prose/prose.js';
import { Random } from '../../grammar/random.js';
import { damagedName } from '../../names/damageName.js';
import { type Row, fitLogistic } from '../../names/logistic.js';
import { NamePool, listsOf } from '../../names/namePool.js';
import { mentionExamplesOf } from '../../names/mentionExamples.js';
import { storyOf } from '../../names/stories.js';

/** A hundred rows that are positive if exactly one of two signs is present, and usually if a third one is. */
function rows(): readonly Row[] {
  const random = new Random(3);
  return Array.from({ length: 100 }, () => {
    const [one, other, third] = [0, 0, 0].map(() => Math.round(random.next()));
    const positive = third === 1 && random.next() < 0.9;
    return { signs: { one: one ?? 0, other: other ?? 0, third: third ?? 0 }, positive };
  });
}

const PARAGRAPHS = [
  'Senator Peter Lindqvist opened the mill on Monday. Lindqvist said it would grind rye.',
  'The miller, Carla Montoya, thanked Lindqvist. Montoya has run the mill since May.',
];

const LOCALES = {
  one: {
    person: {
      first_name: {
        female: Array.from(
          { length: 30 },
          (_, at) => `Ann${'abcdefghij'.charAt(at % 10)}${'xyz'.charAt(at % 3)}`,
        ),
      },
      last_name: Array.from(
        { length: 30 },
        (_, at) => `Berg${'abcdefghij'.charAt(at % 10)}${'xyz'.charAt(at % 3)}`,
      ),
    },
    location: { city_name: ['Larness', 'Larnes', 'Kirkallan'] },
  },
};

describe('learning the likeness of names', () => {
  it('weighs a sign that tells, the same each time', () => {
    const fitted = fitLogistic(rows());
    assert.deepEqual(fitLogistic(rows()), fitted);
    assert.ok(probabilityOf(fitted, { one: 0, other: 0, third: 1 }) > 0.7);
    assert.ok(probabilityOf(fitted, { one: 1, other: 1, third: 0 }) < 0.2);
  });

  it('makes the same stories of the same prose, and says what is misspelled in them', () => {
    const stories = [1, 2].map(() => {
      const random = new Random(5);
      const pool = new NamePool(listsOf(LOCALES), random);
      return Array.from({ length: 20 }, () => storyOf(PARAGRAPHS, pool, random));
    });
    assert.deepEqual(stories[0], stories[1]);
    const damaged = (stories[0] ?? []).filter(({ misspelled }) => misspelled.length > 0);
    assert.ok(damaged.length > 0);
    for (const { text, source, misspelled } of damaged) {
      assert.notEqual(text, source);
      for (const { written } of misspelled) assert.ok(text.toLowerCase().includes(written));
    }
  });

  it('labels the words of a story that are like names in its source', () => {
    const draft = readProse('Carla Montolla came. Lindqvist left.');
    const examples = mentionExamplesOf(
      draft,
      [{ written: 'montolla', right: 'montoya' }],
      PARAGRAPHS.join('\n\n'),
    );
    assert.deepEqual(
      examples.map(({ right, wrong, misspelled }) => [right, wrong, misspelled]),
      [['Montoya', 'Montolla', true]],
    );
  });

  it('damages a name, and keeps its first letter’s case', () => {
    const random = new Random(7);
    const damaged = Array.from({ length: 50 }, () => damagedName('Featherstone', random));
    const changed = damaged.filter((name) => name !== undefined);
    assert.ok(changed.length > 30);
    for (const name of changed) assert.match(name, /^\p{Lu}\p{Ll}+$/u);
  });
});
