import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkNames } from '../../../server/checks/names/names.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';
import { entity, findings, person } from './findNames.js';

const BASE = [
  person('Marta Wójcik', 'presiding judge', 'Gdańsk District Court'),
  person('Kwame Asante', 'midfielder', 'Kumasi Rovers'),
  person('Lin Meihua', 'glaciologist', 'Polar Survey'),
  entity('body', 'Polar Survey'),
  entity('body', 'Gdańsk District Court'),
];

function unknownNames(draft: string): readonly string[] {
  return findings(draft, BASE)
    .filter(({ code }) => code === 'name/unknown')
    .map(({ message, severity }) => `${severity}: ${message}`);
}

describe('a name that is not in the sources', () => {
  it('is reported once, as a hint', () => {
    assert.deepEqual(
      unknownNames(
        'Marta Wójcik and Lin Meihua of the Polar Survey met Oskar Lindqvist of the Harbour Trust. Oskar Lindqvist left.',
      ),
      [
        'hint: “Oskar Lindqvist” does not appear in your sources.',
        'hint: “Harbour Trust” does not appear in your sources.',
      ],
    );
  });

  it('is not reported if it is reported as a misspelling', () => {
    const chair = person('Ailsa MacRury', 'chair', 'Harbour Board');
    const reported = findings(
      'Marta Wójcik and Lin Meihua met. The offer, said Ailsa MacRurie, who chairs it, was too low.',
      [...BASE, chair],
    );
    assert.deepEqual(
      reported.map(({ code, found }) => [code, found]),
      [['name/misspelled', 'MacRurie']],
    );
  });

  it('excludes titles, labels, initials and bands', () => {
    const known = 'Marta Wójcik, Kwame Asante and Lin Meihua met. ';
    for (const text of [
      'The motion was CARRIED, the amendment LOST and the risk VERY HIGH.',
      'Homes in Band D and Grade II pay more.',
      'Q: Who decided? JM: We did. PTK KLT left.',
      'Ashgate Primary shut.',
    ]) {
      assert.deepEqual(unknownNames(known + text), [], text);
    }
    assert.deepEqual(unknownNames(`${known}They saw DCI Wendel Yorath and Revd. Tamsin Reyk.`), [
      'hint: “Wendel Yorath” does not appear in your sources.',
      'hint: “Tamsin Reyk” does not appear in your sources.',
    ]);
    assert.deepEqual(
      findings(`${known}They saw St Ebba’s.`, BASE).map(({ name }) => name),
      [{ text: 'St Ebba', kind: 'place' }],
    );
  });

  it('may be the end of a longer name of an organisation', () => {
    assert.deepEqual(
      unknownNames('Marta Wójcik and Lin Meihua met the District Court and the Appeal Court.'),
      ['hint: “Appeal Court” does not appear in your sources.'],
    );
  });

  it('excludes articles, and nouns with an article on second reference', () => {
    assert.deepEqual(
      unknownNames(
        'Marta Wójcik met Lin Meihua. The Court sat. The Appeal Court and the Commission left.',
      ),
      ['hint: “Appeal Court” does not appear in your sources.'],
    );
  });

  it('is that of the whole organisation, also after the name of a known place', () => {
    const reported = findings(
      'Marta Wójcik and Lin Meihua met in Kumasi at Kumasi Primary School and Kumasi Council.',
      [...BASE, entity('place', 'Kumasi')],
    );
    assert.deepEqual(
      reported.map(({ name }) => name),
      [{ text: 'Kumasi Primary School', kind: 'body' }],
    );
  });

  it('is not missing from sources that have it in capitals', () => {
    const reference = referenceFromSources([
      { name: 'court.md', text: 'Presiding judge Marta Wójcik and Lin Meihua met.\n' },
      { name: 'call.txt', text: 'CALL WITH DANIELLE FOSSE\n\nShe runs the café.\n' },
    ]);
    const draft = readProse('Marta Wójcik met Lin Meihua, Danielle Fosse and Danielle Fosk.');
    const found = runToCompletion(checkNames(draft, reference)).findings;
    assert.deepEqual(
      found.filter(({ code }) => code === 'name/unknown').map(({ name }) => name?.text),
      ['Danielle Fosk'],
    );
  });

  it('is not reported in a draft about something else', () => {
    assert.deepEqual(
      unknownNames('Oskar Lindqvist met Erik Holm. Petra Lang and Otto Kern sang.'),
      [],
    );
  });
});
