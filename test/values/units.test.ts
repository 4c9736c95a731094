import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quantitiesIn } from '../../server/values/figures.js';
import { convert, isSameMeasure } from '../../server/values/units.js';
import { tokensOf } from '../tokensOf.js';

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
});
