import { describe, it } from 'mocha';
import { entity, expectNoFindings, person } from './findNames.js';

const KNOWN = [
  person('Krzysztof Wróblewski', 'pilot', 'Port of Hvalnes'),
  person('Mikko Lehtonen', 'player', 'Tampere'),
  entity('body', 'Bed A1203'),
  entity('place', 'Port Ferro'),
];

describe('a word that only looks like a known name', () => {
  it('may be a code, a flight or a version that differs in a digit', () => {
    expectNoFindings('Bed A1204 is empty. Flights FI208 and FI206 were held.', KNOWN);
    expectNoFindings('Boardlink 5 replaced Boardlink 6. Game 14B follows game 14C.', []);
  });

  it('may be a species of the same genus, or the words of a foreign name', () => {
    expectNoFindings('They grow Salvia argentea and Salvia argenta. Salvias need sun.', []);
    expectNoFindings('The Foundation paid. The Fondation des Arts waits.', []);
  });

  it('may be a relative of the other gender', () => {
    expectNoFindings('Krzysztof Wróblewski waited for Magdalena Wróblewska.', KNOWN);
    expectNoFindings('Desislava Petkova judged. Her father, Dimitar Petkov, watched.', []);
  });
});
