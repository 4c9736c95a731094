import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Entity } from '../../../server/reference/model.js';
import { entity, expectMended, expectSilent, findings, person } from './findNames.js';

const BASE: readonly Entity[] = [
  person('Marta Wójcik', 'presiding judge', 'Gdańsk District Court'),
  person('Kwame Asante-Boateng', 'midfielder', 'Kumasi Rovers'),
  person('Harriet N. Pell', 'treasurer', 'Marsh Lane Council'),
  person('Lin Meihua', 'glaciologist', 'Polar Survey'),
  person('Viktor Dolin', 'foreign minister', 'Moldova', ['Mr. Dolin']),
  person('Ngaio Wu', 'archer', 'New Zealand'),
  person('Eva Říhová', 'bassoonist', 'Brno Philharmonic'),
  person('Jan Szczepański', 'ferryman', 'Vistula Line', ['Jan Szczepánski-Nowak']),
  person('Adaeze Okonkwo-Bright', 'council leader', 'Lagos Mainland'),
  person('Jose Mendes', 'groundsman', 'Porto Athletic'),
  entity('body', "Queen's College Cork"),
  entity('body', 'Baltic Fisheries Organisation'),
  entity('body', 'Marlow Council'),
  entity('body', 'Kumasi Rovers'),
  entity('place', 'Tegucigalpa'),
  entity('place', 'Moldova', { demonyms: ['Moldovan', 'Moldovans'] }),
  entity('place', 'New Zealand'),
];

function mended(draft: string, after: string): void {
  expectMended(draft, BASE, 'name/misspelled', after);
}

function silent(draft: string): void {
  expectSilent(draft, BASE);
}

describe('a name like another', () => {
  const TWINS = [person('Tran Duc Anh', 'nurse', 'Hue'), person('Tran Duc An', 'driver', 'Hue')];

  it('is no slip for that one, whole or in part', () => {
    expectSilent('Tran Duc An met Tran Duc Anh.', TWINS);
    expectSilent('Duc An met Duc Anh.', TWINS);
    expectMended(
      'Tran [|Duk|] Anh is a nurse.',
      TWINS,
      'name/misspelled',
      'Tran Duc Anh is a nurse.',
    );
  });
});

describe('a misspelled name', () => {
  it('is told at the wrong word only, and mended there', () => {
    mended('Then [|Matra|] Wójcik spoke.', 'Then Marta Wójcik spoke.');
    mended('Then Kwame [|Asente|]-Boateng scored.', 'Then Kwame Asante-Boateng scored.');
    mended('The Baltic [|Fishreies|] Organisation met.', 'The Baltic Fisheries Organisation met.');
  });

  it('keeps possessive, capitals and markup', () => {
    mended('It was **Marta** *[|Wojick|]*’s day.', 'It was **Marta** *Wójcik*’s day.');
    mended('[|TEGUCIGLAPA|], Honduras — Rain fell.', 'TEGUCIGALPA, Honduras — Rain fell.');
    mended('Then Marta\n[|Wojick|] spoke.', 'Then Marta\nWójcik spoke.');
  });

  it('is told with who is meant and where the reference has it', () => {
    const [finding] = findings('Viktor Dollin left.', BASE);
    assert.equal(
      finding?.message,
      '“Dollin” looks like “Dolin”: Viktor Dolin, foreign minister, Moldova.',
    );
    assert.deepEqual(finding.evidence, [
      { source: 'notes.md', line: 1, text: 'Viktor Dolin, foreign minister, Moldova' },
    ]);
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.fixes.length, 1);
  });

  it('may be a capital, an apostrophe, a space or a hyphen', () => {
    mended(
      'Rain in [|tegucigalpa|] and [|moldovan|] fog.',
      'Rain in Tegucigalpa and Moldovan fog.',
    );
    mended('She read law at [|Queens|] College Cork.', "She read law at Queen's College Cork.");
    mended('A ship for [|NewZealand|] left.', 'A ship for New Zealand left.');
    mended('The [|BalticFisheries|] Organisation met.', 'The Baltic Fisheries Organisation met.');
    mended('Fog lay over [|Mol-dova|].', 'Fog lay over Moldova.');
    mended('Fans of the [|kumasi rovers|] sang.', 'Fans of the Kumasi Rovers sang.');
  });

  it('may be an accent in another place, or one of several that is lost', () => {
    mended('Then Eva [|Řihova|] played.', 'Then Eva Říhová played.');
    mended('“No,” said Ms. [|Řihová|].', '“No,” said Ms. Říhová.');
  });

  it('is none where all accents are left out, or the reference has the name with them and without', () => {
    silent('Then Eva Rihova played, and Marta Wojcik came. José Mendes sang.');
    silent('THEN EVA RIHOVA PLAYED.');
    silent('Then Jan Szczepánski rowed.');
  });

  it('may be a letter that has strayed', () => {
    mended('Adaeze [|Okwonko|]-Bright left.', 'Adaeze Okonkwo-Bright left.');
    mended(
      'Viktor Dolin and Marta Wójcik met Ms. [|Okwonko|]-Bright.',
      'Viktor Dolin and Marta Wójcik met Ms. Okonkwo-Bright.',
    );
  });

  it('may be a capital lost behind an honorific, though it is an ordinary word', () => {
    expectMended(
      'They heard Mr. [|day|] all day long.',
      [person('Dora Day', 'judge', 'Hull')],
      'name/misspelled',
      'They heard Mr. Day all day long.',
    );
  });

  it('may be an initial, the order of the parts or all of a given name', () => {
    mended('Harriet [|M.|] Pell paid.', 'Harriet N. Pell paid.');
    mended('Then [|Wójcik Marta|] spoke.', 'Then Marta Wójcik spoke.');
    mended(
      'Then [|Boris|] Dolin, Moldovan foreign minister, left.',
      'Then Viktor Dolin, Moldovan foreign minister, left.',
    );
    silent('Then Boris Dolin, a Moldovan painter, left.');
    silent('Then Boris Dolin, who knows the Moldovan foreign minister and others, left.');
  });

  it('may be an English word where the name beside it is right', () => {
    mended('Harriet N. [|Pill|] paid.', 'Harriet N. Pell paid.');
    mended('The Marlow [|Counsel|] met.', 'The Marlow Council met.');
    silent('She took the Pill, and Collage and Counsel were on the card.');
  });

  it('may be short behind an honorific, in a draft about those whom the base knows', () => {
    mended(
      'Marta Wójcik and Lin Meihua met Ms. [|Woo|].',
      'Marta Wójcik and Lin Meihua met Ms. Wu.',
    );
    silent('The road was long, said Ms. Woo.');
  });

  it('is told on later mention', () => {
    mended(
      'Viktor Dolin came. The night before, [|Dolni|] had left.',
      'Viktor Dolin came. The night before, Dolin had left.',
    );
  });
});

describe('a right name', () => {
  it('of someone else is left alone', () => {
    silent('By Petra Wojcek\n\nMarta Wójcik and Lin Meihua wrote. So did Ms. Wojcek.');
    silent('Viktor Dolin and Marta Wójcik met Oskar Dollin. Mr. Dollin left.');
    silent('Dollin, Oskar Dollin, met Marta Wójcik.');
  });

  it('that the draft has often and never the other way is left alone', () => {
    silent('The Pella won. In Pella, they sang. Harriet N. Pell paid. Fans of Pella sang.');
  });

  it('may be a variant, a plural or a people', () => {
    silent(
      'Marta Wojcik, Moldovans, the Dolins, Queen’s College Cork and the Baltic Fisheries Organization.',
    );
  });

  it('may be a place that every desk knows', () => {
    expectSilent('They flew from Austria to Iraq.', [
      entity('place', 'Australia'),
      entity('place', 'Iran'),
    ]);
  });

  it('may be an ordinary word in lower case', () => {
    expectSilent('They ate turkey off china by the marsh; he is a polish expert.', [
      entity('place', 'Turkey'),
      entity('place', 'China'),
      entity('place', 'Poland', { demonyms: ['Polish'] }),
      person('Ada Marsh', 'mayor', 'Leeds'),
    ]);
    expectSilent('It was a long day, so they will be late, said Mr. Day; nobody had a will.', [
      person('Dora Day', 'judge', 'Hull'),
      person('Tom Long', 'bailiff', 'Hull'),
      person('Hester Will', 'clerk', 'Hull'),
      person('Kim Thé', 'usher', 'Hull'),
    ]);
  });

  it('may stand in an address', () => {
    silent('Write to desk@tegucigalpa.example or see alt.news.tegucigalpa today.');
  });
});
