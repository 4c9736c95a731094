import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Entity } from '../../../server/reference/model.js';
import { entity, expectFixed, expectNoFindings, findings, person } from './findNames.js';

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

function fixes(draft: string, after: string): void {
  expectFixed(draft, BASE, 'name/misspelled', after);
}

function accepts(draft: string): void {
  expectNoFindings(draft, BASE);
}

describe('a name similar to another', () => {
  const TWINS = [person('Tran Duc Anh', 'nurse', 'Hue'), person('Tran Duc An', 'driver', 'Hue')];

  it('is not a misspelling of it, in full or in part', () => {
    expectNoFindings('Tran Duc An met Tran Duc Anh.', TWINS);
    expectNoFindings('Duc An met Duc Anh.', TWINS);
    expectFixed(
      'Tran [|Duk|] Anh is a nurse.',
      TWINS,
      'name/misspelled',
      'Tran Duc Anh is a nurse.',
    );
  });
});

describe('a misspelled name', () => {
  it('is reported and fixed at the wrong word only', () => {
    fixes('Then [|Matra|] Wójcik spoke.', 'Then Marta Wójcik spoke.');
    fixes('Then Kwame [|Asente|]-Boateng scored.', 'Then Kwame Asante-Boateng scored.');
    fixes('The Baltic [|Fishreies|] Organisation met.', 'The Baltic Fisheries Organisation met.');
  });

  it('is reported once, as written, if a space or hyphen is in a word', () => {
    const known = [entity('body', 'Oakhurst Homes')];
    for (const written of ['Oak Hurst', 'Oak-Hurst']) {
      assert.deepEqual(
        findings(`Then ${written} Homes built it.`, known).map(({ message }) => message),
        [`“${written}” should be “Oakhurst”: Oakhurst Homes.`],
      );
    }
  });

  it('keeps possessive, capitals and markup', () => {
    fixes('It was **Marta** *[|Wojick|]*’s day.', 'It was **Marta** *Wójcik*’s day.');
    fixes('[|TEGUCIGLAPA|], Honduras — Rain fell.', 'TEGUCIGALPA, Honduras — Rain fell.');
    fixes('Then Marta\n[|Wojick|] spoke.', 'Then Marta\nWójcik spoke.');
  });

  it('is reported with the person and the source', () => {
    const [finding] = findings('Viktor Dollin left.', BASE);
    assert.equal(
      finding?.message,
      '“Dollin”: did you mean “Dolin” (Viktor Dolin, foreign minister, Moldova)?',
    );
    assert.deepEqual(finding.evidence, [
      { source: 'notes.md', line: 1, text: 'Viktor Dolin, foreign minister, Moldova' },
    ]);
    assert.equal(finding.severity, 'warning');
    assert.equal(finding.fixes.length, 1);
  });

  it('may differ in a capital, an apostrophe, a space or a hyphen', () => {
    fixes('Rain in [|tegucigalpa|] and [|moldovan|] fog.', 'Rain in Tegucigalpa and Moldovan fog.');
    fixes('She read law at [|Queens|] College Cork.', "She read law at Queen's College Cork.");
    fixes('A ship for [|NewZealand|] left.', 'A ship for New Zealand left.');
    fixes('The [|BalticFisheries|] Organisation met.', 'The Baltic Fisheries Organisation met.');
    fixes('Fog lay over [|Mol-dova|].', 'Fog lay over Moldova.');
    fixes('Fans of the [|kumasi rovers|] sang.', 'Fans of the Kumasi Rovers sang.');
  });

  it('may have either case after the hyphen of a name of two syllables', () => {
    const known = [
      person('Ri Hae-Jun', 'harbour pilot', 'Mokdong Ferries'),
      person('Jean-Paul Achterberg', 'cook', 'Mokdong Ferries'),
    ];
    for (const draft of ['Then Ri Hae-jun spoke. “No,” said Hae-jun.', 'Then Ri Hae-Jun spoke.'])
      expectNoFindings(draft, known);
    expectFixed(
      'Then Jean-[|paul|] Achterberg cooked.',
      known,
      'name/misspelled',
      'Then Jean-Paul Achterberg cooked.',
    );
    fixes('Then Kwame Asante-[|boateng|] scored.', 'Then Kwame Asante-Boateng scored.');
  });

  it('may have a misplaced accent, or lack one of several', () => {
    fixes('Then Eva [|Řihova|] played.', 'Then Eva Říhová played.');
    fixes('“No,” said Ms. [|Řihová|].', '“No,” said Ms. Říhová.');
  });

  it('is not reported without any accents, or if a source has it with and without', () => {
    accepts('Then Eva Rihova played, and Marta Wojcik came. José Mendes sang.');
    accepts('THEN EVA RIHOVA PLAYED.');
    accepts('Then Jan Szczepánski rowed.');
  });

  it('may have a transposed letter', () => {
    fixes('Adaeze [|Okwonko|]-Bright left.', 'Adaeze Okonkwo-Bright left.');
    fixes(
      'Viktor Dolin and Marta Wójcik met Ms. [|Okwonko|]-Bright.',
      'Viktor Dolin and Marta Wójcik met Ms. Okonkwo-Bright.',
    );
  });

  it('may be an ordinary word without its capital after an honorific', () => {
    expectFixed(
      'They heard Mr. [|day|] all day long.',
      [person('Dora Day', 'judge', 'Hull')],
      'name/misspelled',
      'They heard Mr. Day all day long.',
    );
  });

  it('may have a wrong initial, order of words or given name', () => {
    fixes('Harriet [|M.|] Pell paid.', 'Harriet N. Pell paid.');
    fixes('Then [|Wójcik Marta|] spoke.', 'Then Marta Wójcik spoke.');
    fixes(
      'Then [|Boris|] Dolin, Moldovan foreign minister, left.',
      'Then Viktor Dolin, Moldovan foreign minister, left.',
    );
    accepts('Then Boris Dolin, a Moldovan painter, left.');
    accepts('Then Boris Dolin, who knows the Moldovan foreign minister and others, left.');
  });

  it('may be an English word beside a correct word of the name', () => {
    fixes('Harriet N. [|Pill|] paid.', 'Harriet N. Pell paid.');
    fixes('The Marlow [|Counsel|] met.', 'The Marlow Council met.');
    accepts('She took the Pill, and Collage and Counsel were on the card.');
  });

  it('may be short after an honorific, in a draft about known people', () => {
    fixes(
      'Marta Wójcik and Lin Meihua met Ms. [|Woo|].',
      'Marta Wójcik and Lin Meihua met Ms. Wu.',
    );
    accepts('The road was long, said Ms. Woo.');
  });

  it('is found on later mention', () => {
    fixes(
      'Viktor Dolin came. The night before, [|Dolni|] had left.',
      'Viktor Dolin came. The night before, Dolin had left.',
    );
  });
});

describe('a correct name', () => {
  it('may belong to somebody else', () => {
    accepts('By Petra Wojcek\n\nMarta Wójcik and Lin Meihua wrote. So did Ms. Wojcek.');
    accepts('Viktor Dolin and Marta Wójcik met Oskar Dollin. Mr. Dollin left.');
    accepts('Dollin, Oskar Dollin, met Marta Wójcik.');
  });

  it('may be frequent in the draft', () => {
    accepts('The Pella won. In Pella, they sang. Harriet N. Pell paid. Fans of Pella sang.');
  });

  it('may be a variant, a plural or a demonym', () => {
    accepts(
      'Marta Wojcik, Moldovans, the Dolins, Queen’s College Cork and the Baltic Fisheries Organization.',
    );
  });

  it('may be a well-known place', () => {
    expectNoFindings('They flew from Austria to Iraq.', [
      entity('place', 'Australia'),
      entity('place', 'Iran'),
    ]);
  });

  it('may be an ordinary word in lower case', () => {
    expectNoFindings('They ate turkey off china by the marsh; he is a polish expert.', [
      entity('place', 'Turkey'),
      entity('place', 'China'),
      entity('place', 'Poland', { demonyms: ['Polish'] }),
      person('Ada Marsh', 'mayor', 'Leeds'),
    ]);
    expectNoFindings('It was a long day, so they will be late, said Mr. Day; nobody had a will.', [
      person('Dora Day', 'judge', 'Hull'),
      person('Tom Long', 'bailiff', 'Hull'),
      person('Hester Will', 'clerk', 'Hull'),
      person('Kim Thé', 'usher', 'Hull'),
    ]);
  });

  it('may be part of an address', () => {
    accepts('Write to desk@tegucigalpa.example or see alt.news.tegucigalpa today.');
  });
});
