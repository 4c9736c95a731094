import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quantitiesIn } from '../../../../server/checks/claims/statement/numbers.js';
import { convert, isSameMeasure } from '../../../../server/checks/claims/statement/units.js';
import { contradictions, isProbable, verdicts } from '../judgeDraft.js';
import { tokensOf } from '../sampleTokens.js';

/** The figures of a text as `value kind unit`. */
function figures(text: string): readonly string[] {
  return quantitiesIn(tokensOf(text)).map(({ value, kind, unit }) =>
    `${value} ${kind} ${unit}`.trim(),
  );
}

describe('units', () => {
  for (const [figure, texts] of [
    ['5 count kilometre', ['5 km', '5km', '5 kilometres', '5 kilometers', 'five kilometres']],
    ['5 count mile', ['5 miles', '5 mi', 'five miles']],
    ['30 count metre', ['30 metres', '30 meters', '30 m']],
    ['30 count centimetre', ['30 cm', '30cm', '30 centimetres', '30 centimeters']],
    ['40 count tonne', ['40 tonnes', '40 tons', '40 metric tons']],
    ['40 count kilogram', ['40 kg', '40kg', '40 kilos', '40 kilograms', '40 kilogrammes']],
    ['300 count hectare', ['300 hectares', '300 ha']],
    ['40 count acre', ['40 acres']],
    ['5 count square kilometre', ['5 square kilometres', '5 sq km', '5 km²']],
    ['41 count degree Celsius', ['41°C', '41 °C', '41C', '41 degrees Celsius', '41 degrees C']],
    ['41 count degree', ['41 degrees']],
    ['50 count kilometre per hour', ['50 km/h', '50 kph', '50 kilometres an hour']],
    ['3 count hour', ['3 hours', '3 hrs', '3 hr', 'three hours']],
    ['45 count minute', ['45 minutes', '45 mins', '45 min', 'three quarters of an hour']],
    ['20 count year', ['20 years', 'two decades']],
    ['5 share', ['5%', '5 %', '5 percent', '5 per cent', 'five percent', '5 pct']],
    [
      '5000000 money $',
      ['$5m', '$5 million', 'US$5 million', '5 million dollars', 'USD 5 million'],
    ],
    ['5000000 money £', ['£5m', '£5 million', '5 million pounds', 'GBP 5 million']],
    ['2800000 money €', ['€2.8m', '€2.8 million', '2.8 million euros', 'EUR 2.8 million']],
    ['0.5 money £', ['50p', '50 pence', '£0.50']],
  ] as const)
    it(`reads ${texts.join(', ')} as the same figure`, () => {
      for (const text of texts) assert.deepEqual(figures(`It was ${text}.`), [figure], text);
    });

  it('does not read a word as a unit without a figure that it measures', () => {
    assert.deepEqual(figures('A man of 61 has left.'), ['61 count']);
    assert.deepEqual(figures('It is set in 2024 at Euro 2024.'), []);
    assert.deepEqual(figures('Some 22m people came.'), ['22000000 count people']);
    assert.deepEqual(figures('The tower is 22m tall.'), ['22 count metre']);
  });

  it('convert exactly within a dimension, and not across systems', () => {
    assert.equal(convert(90, 'minute', 'hour'), 1.5);
    assert.equal(convert(5, 'kilometre', 'metre'), 5000);
    assert.equal(convert(300, 'hectare', 'square kilometre'), 3);
    assert.equal(convert(5, 'kilometre', 'mile'), undefined);
    assert.equal(convert(5, 'kilometre', 'hour'), undefined);
    assert.equal(isSameMeasure('degree', 'degree Celsius'), true);
    assert.equal(isSameMeasure('degree Celsius', 'degree Fahrenheit'), false);
  });

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
      assert.ok(isProbable(source, draft));
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
