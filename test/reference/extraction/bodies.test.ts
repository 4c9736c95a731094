import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBase } from '../../../server/reference/indexSource.js';
import { entitiesIn, namesIn, rolesIn } from './extracted.js';

describe('bodies extracted from an article', () => {
  it('have names of several words', () => {
    assert.deepEqual(
      namesIn(
        'The High Court of Justice and the Department for Culture, Media and Sport agreed. ' +
          "A talk at King's College London was held by the Centre for Water, Soil, Forest Studies. " +
          'The Bank of Ghana paid the U.S. Food and Drug Administration. ' +
          'The Centre for the Study of Coral Reefs and FC Twente did not.',
        'body',
      ),
      [
        'High Court of Justice',
        'Department for Culture, Media and Sport',
        "King's College London",
        'Centre for Water, Soil, Forest Studies',
        'Bank of Ghana',
        'U.S. Food and Drug Administration',
        'Centre for the Study of Coral Reefs',
        'FC Twente',
      ],
    );
  });

  it('are not the first words of the lines of a log, a list or minutes', () => {
    const text =
      'Fri 21:40 Skatepark. Boy of 8 in drain.\n\n21:52 Mayday, ketch in trouble.\n\n' +
      'Sat 7:05 Fistfight at the pier.\n\n3. Borehole permits: 31.\n\n4. Molluscicide, used on slugs, was found.\n\n' +
      '5. Jisc-Marine, a charity, paid.';
    assert.deepEqual(namesIn(text, 'body'), ['Jisc-Marine']);
    assert.deepEqual(namesIn(text, 'person'), []);
  });

  it('are companies if their names end with a legal form', () => {
    assert.deepEqual(
      namesIn('She sold the firm to Brüggli AG in 1988. Ana de Sa met Tikkurila Oyj.', 'body'),
      ['Brüggli AG', 'Tikkurila Oyj'],
    );
    assert.deepEqual(namesIn('Brüggli AG of Zürich and Acme Tools Ltd. of Leeds closed.', 'body'), [
      'Brüggli AG',
      'Acme Tools Ltd.',
    ]);
  });

  it('are recognised by a noun such as “company”, by “which” after them, or by a legal form elsewhere', () => {
    const told = (text: string): readonly (readonly string[])[] => [
      namesIn(text, 'person'),
      namesIn(text, 'body'),
    ];
    assert.deepEqual(told('Torvald Kabler, a Norwegian cable company, said it would close.'), [
      [],
      ['Torvald Kabler'],
    ]);
    assert.deepEqual(told('Then Torvald Kabler, which makes cables, said it would close.'), [
      [],
      ['Torvald Kabler'],
    ]);
    assert.deepEqual(told('Torvald Kabler S.A. has closed. “We are sorry,” Torvald Kabler said.'), [
      [],
      ['Torvald Kabler S.A.'],
    ]);
    assert.deepEqual(
      told('Torvald Kablan, a cable company director, met Ines Brask, the party’s whip. He wept.'),
      [['Torvald Kablan', 'Ines Brask'], []],
    );
    assert.deepEqual(told('Mr. Torvald Kabler owns Torvald Kabler AG.'), [
      ['Torvald Kabler'],
      ['Torvald Kabler AG'],
    ]);
    assert.deepEqual(told('They chose Torvald Kablan, which surprised no one.'), [
      ['Torvald Kablan'],
      [],
    ]);
  });

  it('have their abbreviation as a form', () => {
    const [body, ...others] = entitiesIn(
      'The World Meteorological Organization (WMO) warned of storms. The WMO sent experts.',
      'body',
    );
    assert.deepEqual([body?.name, body?.forms], ['World Meteorological Organization', ['WMO']]);
    assert.deepEqual(others, []);
  });

  it('are also known without the country before the name', () => {
    const [body] = entitiesIn('The U.S. Forest Service closed the trail.', 'body');
    assert.deepEqual([body?.name, body?.forms], ['U.S. Forest Service', ['Forest Service']]);
  });

  it('have the seat mentioned with them', () => {
    const [first] = entitiesIn('She is a fellow at the Volta Institute in Ho.', 'body');
    const [second] = entitiesIn(
      'He quoted the Reef Council, a Dakar-based research group.',
      'body',
    );
    assert.deepEqual([first?.seat, second?.seat], ['Ho', 'Dakar']);
  });

  it('do not include neighbouring names', () => {
    assert.deepEqual(namesIn("Finland's Ministry of Defence met Kenya's Supreme Court.", 'body'), [
      'Ministry of Defence',
      'Supreme Court',
    ]);
    assert.deepEqual(namesIn('The council met. The University was shut.', 'body'), []);
  });

  it('end before the title and name of the person to whom they belong', () => {
    const text =
      'The Meadow Union of Premier Zdislava Hrušínová won. The Foundation of Prince Nikolas Tervo paid. ' +
      'The Ministry of Health of Minister Ola Berg did not, nor did the Party of Nurse Educators, the ' +
      'Association of Head Teachers or the Order of King Leopold.';
    assert.deepEqual(namesIn(text, 'body'), [
      'Meadow Union',
      'Ministry of Health',
      'Party of Nurse Educators',
      'Association of Head Teachers',
      'Order of King Leopold',
    ]);
    assert.deepEqual(namesIn(text, 'person'), ['Zdislava Hrušínová', 'Nikolas Tervo', 'Ola Berg']);
    assert.deepEqual(rolesIn(text, 'Zdislava Hrušínová'), ['premier']);
  });

  it('may be two words with “and” that a source always uses as one thing', () => {
    const named = (text: string): readonly string[] => namesIn(text, 'body');
    assert.deepEqual(
      named(
        'Orchard and Stream is small. Voters of Orchard and Stream left. Orchard and Stream lost.',
      ),
      ['Orchard and Stream'],
    );
    assert.deepEqual(named('They vote for the Orchard and Stream party. It lost.'), [
      'Orchard and Stream',
    ]);
    const table = '| List | Seats |\n| --- | --- |\n| Orchard and Stream | 9 |\n\n';
    assert.deepEqual(
      buildBase([
        { name: 'seats.md', text: `${table}She chose Orchard and Stream.` },
      ]).base.entities.map(({ name }) => name),
      ['Orchard and Stream'],
    );
    assert.deepEqual(
      named(
        'Velkro and Tanzer has shut. Shares in Velkro and Tanzer fell. Velkro and Tanzer said so.',
      ),
      ['Velkro and Tanzer'],
    );
  });

  it('are two if a source also names one alone, or uses them as two', () => {
    const named = (text: string): readonly string[] =>
      namesIn(text, 'body').filter((name) => name.includes(' and '));
    assert.deepEqual(
      named(
        'Talks between Velkro and Tanzer failed. Velkro and Tanzer are rivals. He chose Velkro and Tanzer.',
      ),
      [],
    );
    assert.deepEqual(
      named('Here Orchard and Stream is small. Voters of Orchard and Stream left. He met Orchard.'),
      [],
    );
    assert.deepEqual(
      named('The parties Orchard and Stream lost. Mr. Velkro and Mr. Tanzer left.'),
      [],
    );
  });

  it('are named whole in an office', () => {
    assert.deepEqual(rolesIn('Oda Brekk, leader of Orchard and Stream, spoke.', 'Oda Brekk'), [
      'leader @ Orchard and Stream',
    ]);
    assert.deepEqual(rolesIn('The leader of Orchard and Stream, Oda Brekk, spoke.', 'Oda Brekk'), [
      'leader @ Orchard and Stream',
    ]);
  });

  it('are learned from a heading in capitals if the text refers to them', () => {
    const text = 'The commission counted the votes. The ministry did not.';
    assert.deepEqual(namesIn(`STATE REFERENDUM COMMISSION\n\n${text}`), [
      'State Referendum Commission',
    ]);
    assert.deepEqual(namesIn(`MINISTRY OF FISHERIES – NOTE\n\n${text}`), ['Ministry of Fisheries']);
    assert.deepEqual(namesIn(`NEW LEISURE CENTRE\n\n${text}`), []);
    assert.deepEqual(namesIn(`VOTERS CHOOSE COMMISSION\n\nThe votes count.`), []);
  });

  it('are distinguished from events', () => {
    assert.deepEqual(
      namesIn("Japan hosts the Women's World Cup and the Lagos Marathon.", 'event'),
      ["Women's World Cup", 'Lagos Marathon'],
    );
  });

  it('may have a legal form, in any case, and are the same without it', () => {
    const text =
      'Norvale Transit Inc. runs the buses. In 2024 Norvale Transit was fined. Calyx Homes plc paid. Dunmore & Sons Ltd. built it. ' +
      'Norvale said no more. Dunmore & Sons Ltd is broke.';
    const bodies = entitiesIn(text, 'body');
    assert.deepEqual(
      bodies.map(({ name, forms }) => [name, forms]),
      [
        ['Norvale Transit Inc.', ['Norvale Transit', 'Norvale']],
        ['Calyx Homes plc', []],
        ['Dunmore & Sons Ltd.', ['Dunmore & Sons Ltd']],
      ],
    );
  });

  it('are one in several sources with and without the legal form', () => {
    const { entities } = buildBase([
      { name: 'a.txt', text: 'The city pays Norvale Transit Inc. for it.' },
      { name: 'b.txt', text: 'The city sued Norvale Transit on Monday.' },
    ]).base;
    assert.deepEqual(
      entities.map(({ name, forms }) => [name, forms]),
      [['Norvale Transit Inc.', ['Norvale Transit']]],
    );
  });

  it('are no people because they end in a plural or begin with letters', () => {
    const text =
      'Strathlund Renewables wants it. HMP Rushy Lane held 900 men. The older Beinn Dubh turbines stood.';
    assert.deepEqual(namesIn(text, 'person'), []);
    assert.deepEqual(namesIn(text, 'body'), ['Strathlund Renewables', 'HMP Rushy Lane']);
    assert.deepEqual(namesIn(text, 'place'), ['Beinn Dubh']);
  });
});
