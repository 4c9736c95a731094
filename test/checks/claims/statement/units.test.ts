import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contradictions, isUncontradicted, verdicts } from '../judgeDraft.js';

describe('units in claims', () => {
  for (const [source, draft] of [
    ['The road is 5 kilometres long.', 'The road is 5 km long.'],
    ['The wall is 30 centimetres wide.', 'The wall is 30 cm wide.'],
    ['It reached 41 degrees Celsius in Faro.', 'It reached 41°C in Faro.'],
    ['The ship carried 40 tonnes of grain.', 'The ship carried 40 tons of grain.'],
    ['The bridge cost US$5 million.', 'The bridge cost $5m.'],
    ['The bridge cost $5m.', 'The bridge cost 5 million dollars.'],
    ['The ticket costs 50 pence.', 'The ticket costs 50p.'],
    ['Prices rose by 5 per cent.', 'Prices rose by 5%.'],
    ['The film runs for 90 minutes.', 'The film runs for 1.5 hours.'],
    ['The fire burned 300 hectares of forest.', 'The fire burned 3 square kilometres of forest.'],
  ] as const)
    it(`match in another form: ${draft}`, () => {
      assert.ok(isUncontradicted(source, draft));
    });

  it('do not support a claim in another unit', () => {
    for (const [source, draft] of [
      ['The road is 5 kilometres long.', 'The road is 5 miles long.'],
      ['The farm has 40 acres of land.', 'The farm has 40 hectares of land.'],
      ['The crew has 17 people.', 'The crew waited for 17 minutes.'],
    ] as const)
      assert.deepEqual(verdicts(source, draft), ['unclear'], draft);
  });

  it('are compared in any form', () => {
    assert.deepEqual(
      contradictions('It reached 41 degrees Celsius in Faro.', 'It reached 31°C in Faro.'),
      ['31 > 41'],
    );
    assert.deepEqual(contradictions('The road is 5 kilometres long.', 'The road is 7 km long.'), [
      '7 > 5',
    ]);
  });
});
