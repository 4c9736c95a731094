import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entity, findings, person } from './findNames.js';

const BASE = [
  person('Marta Wójcik', 'presiding judge', 'Gdańsk District Court'),
  person('Kwame Asante', 'midfielder', 'Kumasi Rovers'),
  person('Lin Meihua', 'glaciologist', 'Polar Survey'),
  entity('body', 'Polar Survey'),
  entity('body', 'Gdańsk District Court'),
];

function unknown(draft: string): readonly string[] {
  return findings(draft, BASE)
    .filter(({ code }) => code === 'name/unknown')
    .map(({ message, severity }) => `${severity}: ${message}`);
}

describe('a name that the base does not know', () => {
  it('is a hint, once', () => {
    assert.deepEqual(
      unknown(
        'Marta Wójcik and Lin Meihua of the Polar Survey met Oskar Lindqvist of the Harbour Trust. Oskar Lindqvist left.',
      ),
      [
        'hint: The reference does not know Oskar Lindqvist.',
        'hint: The reference does not know Harbour Trust.',
      ],
    );
  });

  it('is no body that the base knows by a longer name', () => {
    assert.deepEqual(
      unknown('Marta Wójcik and Lin Meihua met the District Court and the Appeal Court.'),
      ['hint: The reference does not know Appeal Court.'],
    );
  });

  it('is not told in a draft about something else', () => {
    assert.deepEqual(unknown('Oskar Lindqvist met Erik Holm. Petra Lang and Otto Kern sang.'), []);
  });
});
