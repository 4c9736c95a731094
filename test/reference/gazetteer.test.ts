import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { GAZETTEER, placeNamed, placeOfDemonym } from '../../server/reference/gazetteer.js';

describe('the gazetteer', () => {
  it('contains countries, capitals, regions, states and cities', () => {
    assert.equal(placeNamed('Kiev')?.name, 'Kyiv');
    assert.equal(placeNamed('Kyiv')?.seat, 'Ukraine');
    assert.equal(placeNamed('U.S.')?.name, 'United States');
    assert.equal(placeNamed('Ohio')?.seat, 'United States');
    assert.equal(placeNamed('Zürich')?.seat, 'Switzerland');
    assert.equal(placeNamed('Malaga')?.seat, 'Spain');
    assert.equal(placeNamed('Atlantis'), undefined);
  });

  it('contains peoples', () => {
    assert.equal(placeOfDemonym('Danes')?.name, 'Denmark');
    assert.equal(placeOfDemonym('New Zealanders')?.name, 'New Zealand');
    assert.equal(placeOfDemonym('Kyrgyz')?.name, 'Kyrgyzstan');
    assert.equal(placeOfDemonym('danes'), undefined);
  });

  it('contains no empty names and no separators of its tables', () => {
    for (const { name, forms, demonyms } of GAZETTEER) {
      for (const text of [name, ...forms, ...demonyms]) {
        assert.match(text, /^[^|*_,]+$/u, text);
      }
    }
  });
});
