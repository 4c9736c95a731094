import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entitiesIn, namesIn } from './learning.js';

describe('places learned from an article', () => {
  it('are where someone of an age is from', () => {
    assert.deepEqual(namesIn('Gareth Pruett, 58, of Ilkworth, wept.', 'place'), ['Ilkworth']);
  });

  it('are known by name, by preposition and by what follows', () => {
    assert.deepEqual(
      namesIn(
        'In Ikeja the rain fell. She left Dunedin, New Zealand, for Lake Volta and Broome Street.',
        'place',
      ),
      ['New Zealand', 'Ikeja', 'Dunedin', 'Lake Volta', 'Broome Street'],
    );
  });

  it('are one place under all its names, with its people', () => {
    const places = entitiesIn(
      'The US and the United States are one. American judges agree.',
      'place',
    );
    assert.deepEqual(
      places.map(({ name }) => name),
      ['US'],
    );
    assert.ok(places[0]?.forms.includes('United States'));
    assert.ok(places[0]?.demonyms.includes('Americans'));
  });

  it('are countries that only their people stand for', () => {
    assert.deepEqual(namesIn('Two Kenyan runners led.', 'place'), ['Kenya']);
  });

  it('are named in a dateline', () => {
    assert.deepEqual(namesIn('TROMSØ, Norway — The ice broke early this year.', 'place'), [
      'Norway',
      'Tromsø',
    ]);
  });

  it('are found where two words have run together', () => {
    const text = 'He flew to PeruAda Okafor, the mayor of Ho, stayed. Okafor slept.';
    assert.ok(namesIn(text, 'place').includes('Peru'));
    assert.deepEqual(namesIn(text, 'person'), ['Ada Okafor']);
  });
});
