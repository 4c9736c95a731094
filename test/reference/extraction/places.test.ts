import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBase } from '../../../server/reference/indexSource.js';
import { entitiesIn, namesIn } from './extracted.js';

describe('places extracted from an article', () => {
  it('are recognised after an age', () => {
    assert.deepEqual(namesIn('Gareth Pruett, 58, of Ilkworth, wept.', 'place'), ['Ilkworth']);
  });

  it('are recognised by name, by preposition and by the words after them', () => {
    assert.deepEqual(
      namesIn(
        'In Ikeja the rain fell. She left Dunedin, New Zealand, for Lake Volta and Broome Street.',
        'place',
      ),
      ['New Zealand', 'Ikeja', 'Dunedin', 'Lake Volta', 'Broome Street'],
    );
  });

  it('are merged with their other names and their people', () => {
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

  it('include countries mentioned only by their people', () => {
    assert.deepEqual(namesIn('Two Kenyan runners led.', 'place'), ['Kenya']);
  });

  it('are named in a dateline', () => {
    assert.deepEqual(namesIn('TROMSØ, Norway — The ice broke early this year.', 'place'), [
      'Norway',
      'Tromsø',
    ]);
  });

  it('are found in fused words', () => {
    const text = 'He flew to PeruAda Okafor, the mayor of Ho, stayed. Okafor slept.';
    assert.ok(namesIn(text, 'place').includes('Peru'));
    assert.deepEqual(namesIn(text, 'person'), ['Ada Okafor']);
  });

  it('are known by a site at them, a street before them and the heading of their column', () => {
    const text =
      'Theft from the Ormsbeck substation. Letters go to 7 Fuller Lane, Carrigmere. Teal Mill and Beinn Ruadh are old.';
    assert.deepEqual([...namesIn(text, 'place')].sort(), [
      'Beinn Ruadh',
      'Carrigmere',
      'Fuller Lane',
      'Ormsbeck',
      'Teal Mill',
    ]);
    const table = 'Plant,Output\nKirnholt,31\nDrumlane Council,8\n';
    const { entities } = buildBase([{ name: 'output.csv', text: table }]).base;
    assert.deepEqual(
      entities.map(({ kind, name }) => `${kind} ${name}`),
      ['body Drumlane Council', 'place Kirnholt'],
    );
    assert.deepEqual(namesIn('Sent on Mon 9 Nov. Came on Sat, 14 Nov, by post.', 'body'), []);
  });

  it('are recognised by the prepositions and offices before them, unless something contradicts that', () => {
    const text =
      'The boat lay in dock at Hamnavik. A scaffolder from Rookwick came. The bishop of Carrowby prayed. They sailed off Skarra Ness. ' +
      'The dam above Sedge Mere held. Lower Dunsford flooded. An engineer at Norsund wept, and she works at Vetlund.';
    assert.deepEqual(namesIn(text, 'place'), [
      'Hamnavik',
      'Rookwick',
      'Carrowby',
      'Skarra Ness',
      'Sedge Mere',
      'Lower Dunsford',
    ]);
    assert.deepEqual(namesIn(text, 'body'), ['Norsund', 'Vetlund']);
  });
});
