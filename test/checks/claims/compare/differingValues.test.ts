import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contradictions, isUncontradicted, judgeDraft, verdicts } from '../judgeDraft.js';

const COURT =
  'She ordered him to pay back 1.2 million crowns by 30 June. Prosecutors had asked for nine years. Most of the 34 witnesses had worked at the clinic. Karl Roe, 58, denied it.';
const MATCH =
  'Karel Pytel was sent off in the 67th minute for a foul on Ziemba. Jan Lis scored in the 60th minute. The club sold 210 tickets on Monday.';

describe('a name that no source has', () => {
  const SALE = 'Peder Harne bought the cannery in Lund for 4 million euros.';

  it('is not replaced by one of another kind: a firm by a person or a town', () => {
    for (const name of ['Norrvik Foods', 'Foods', 'Foods of Norrvik', 'Bright Rope'])
      assert.deepEqual(
        contradictions(SALE, `${name} bought the cannery in Lund for 4 million euros.`),
        [],
        name,
      );
    const wreck = 'The ferry sank near Lund in May.';
    assert.deepEqual(contradictions(wreck, 'The ferry sank near Bright Foods in May.'), []);
    assert.deepEqual(contradictions(wreck, 'The ferry sank near Ada Norrvik in May.'), []);
  });

  it('is not replaced by that of somebody who does something else to the same thing', () => {
    const source =
      'Director Voss moved to hire Oakline Transit to drive all six routes. The wardens are Ida Crole and Emlyn Voss.';
    assert.deepEqual(contradictions(source, 'Ida Crole voted against hiring Oakline Transit.'), []);
    assert.deepEqual(contradictions(source, 'Ida Crole moved to hire Oakline Transit.'), [
      'Ida Crole > Emlyn Voss',
    ]);
  });

  it('is replaced by one of its kind', () => {
    for (const [name, right] of [
      ['Sjöberg', 'Harne'],
      ['Ada Sjöberg', 'Peder Harne'],
      ['Rose Baker', 'Peder Harne'],
    ] as const)
      assert.deepEqual(
        contradictions(SALE, `${name} bought the cannery in Lund for 4 million euros.`),
        [`${name} > ${right}`],
        name,
      );
    for (const town of ['Norrvik', 'Split', 'North Beach'])
      assert.deepEqual(
        contradictions('The ferry sank near Lund in May.', `The ferry sank near ${town} in May.`),
        [`${town} > Lund`],
        town,
      );
  });
});

describe('a figure that no source has', () => {
  it('is compared by the words before it, whatever the subject is called', () => {
    const source =
      'Two climbers were found this morning in a hut outside Lindby. The town of Lindby sent a helicopter. The town of Norrby sent a dog.';
    assert.deepEqual(
      contradictions(source, 'The two missing men were found in a hut outside Norrby.'),
      ['Norrby > Lindby'],
    );
  });

  it('is not compared with what the source tells of somebody else by name, or of another event', () => {
    const source = 'The Halvik Bank shut 14 branches in May. The mill was sold on Tuesday.';
    for (const draft of [
      'The Ansa Line shut 17 branches in May.',
      'The mill was sold a day after the strike on Monday.',
    ])
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('is reported if a sentence about the same event has another, also in other words', () => {
    assert.deepEqual(contradictions(MATCH, 'In the 76th minute, Pytel was sent off.'), [
      '76th > 67th',
    ]);
  });

  it('is not reported for the date on which a source was written', () => {
    const source =
      'BRIEFING / 22 JUL 2024 / 09:30\n\nOSTWICK, July 22 (Coast News) - The flood damaged the quay.';
    for (const draft of [
      'The school opened on 24 July 2024, after the repairs on 26 July 2024.',
      'On July 23 the flood damaged the quay.',
    ])
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('is fixed without the capital that opens the source’s sentence', () => {
    assert.deepEqual(
      contradictions(
        'Eleven players had to be fetched from the coast.',
        'In the end, twelve players had to be fetched from the coast.',
      ),
      ['twelve > eleven'],
    );
    assert.deepEqual(
      contradictions(
        'In the end, eleven players had to be fetched from the coast.',
        'Twelve players had to be fetched from the coast.',
      ),
      ['Twelve > Eleven'],
    );
  });

  it('is not compared with that of the opposite act', () => {
    const source = 'The lease of the mill began in 2022 and lasts five years.';
    assert.deepEqual(contradictions(source, 'The lease of the mill ends in 2027.'), []);
    assert.deepEqual(contradictions(source, 'The lease of the mill began in 2020.'), [
      '2020 > 2022',
    ]);
  });

  it('is compared under “the company” if both name the same one before', () => {
    const source =
      'Oakline Transit Ltd opened a depot in Lund. The company employs 340 people. Marrick Stone Ltd runs the quarry at Corrie.';
    const draft = (name: string): string =>
      `${name} has a depot in Lund. The company employs 430 people.`;
    assert.deepEqual(contradictions(source, draft('Oakline Transit Ltd')), ['430 > 340']);
    assert.deepEqual(contradictions(source, draft('Marrick Stone Ltd')), []);
  });

  it('makes a claim unsupported', () => {
    for (const draft of [
      'Karel Pytel was sent off in the 76th minute.',
      'The 43 witnesses had worked at the clinic.',
      'Jan Lis came 13th.',
    ])
      assert.ok(!verdicts(COURT + MATCH, draft).includes('supported'), draft);
  });

  it('is accepted as the sum of two figures', () => {
    const source = 'The council cut its budget by 12 million pounds to 340 million pounds.';
    assert.deepEqual(contradictions(source, 'The budget had been 352 million pounds.'), []);
  });

  it('is neither near a part of an hour, nor a fraction where things are counted', () => {
    for (const [source, draft] of [
      [
        'A photograph of the paper appeared on a network 47 minutes after the start.',
        'A photograph of the paper appeared three quarters of an hour after the start.',
      ],
      [
        'The dairy owned by 4,870 farmers in Lund and Brevik had revenue of 31.6 million (2024: 30.9).',
        'The dairy is owned by 4,870 farmers in three countries.',
      ],
    ] as const)
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('is not compared across ranks, events and rounds', () => {
    for (const [source, draft] of [
      ['Mina Sato won the 15th Regatta on Sunday.', 'Mina Sato came first.'],
      ['Piotr Zych lost to Mina Sato in the second round.', 'Mina Sato was third.'],
      ['Piotr Zych spoke at the third meeting.', 'Piotr Zych was second to speak.'],
      [
        'The first prize is 900 crowns, the second 600 and the third 300. The junior prize is 150 crowns.',
        'The first prize is 900 crowns, the second 600 crowns and the third 300 crowns.',
      ],
    ] as const)
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('is not compared with another event of the month', () => {
    const source = 'The power cut was on 5 March. The storm closed the road on Friday.';
    assert.deepEqual(contradictions(source, 'The storm came on 6 March.'), []);
  });

  it('is not compared with a span before another event', () => {
    const source = 'Almost three years after he nearly left Lund, Tom Berg signed a deal at Lund.';
    assert.deepEqual(contradictions(source, 'Tom Berg signed a five-year deal at Lund.'), []);
  });

  it('is not compared with a part (“two further games”)', () => {
    const source = 'Tom Berg, who was banned, has two further games to miss.';
    assert.deepEqual(contradictions(source, 'Tom Berg was banned for four games.'), []);
  });
});

describe('a derived figure', () => {
  it('is probable: spans, sides of a vote, shares', () => {
    const source =
      'Jan Lis scored in the 60th minute. Karel Pytel scored in the 67th minute. The club voted for the sale by 1,204 to 318. Of the 200 seats 50 are new.';
    for (const draft of [
      'Karel Pytel scored in the 67th minute, seven minutes later.',
      'A quarter of the seats are new.',
    ])
      assert.ok(isUncontradicted(source, draft), draft);
  });

  it('is not contradicted', () => {
    const source = 'The board proposed a dividend of 55 cents, down from 70 cents.';
    assert.deepEqual(contradictions(source, 'The dividend is 15 cents lower than before.'), []);
  });
});

describe('an antonym', () => {
  it('is accepted in a converse relation', () => {
    for (const [source, draft] of [
      ['The school lies north of the harbour.', 'The harbour lies south of the school.'],
      [
        'The new stadium is larger than the old one.',
        'The old stadium is smaller than the new one.',
      ],
      ['Sales were lower than in 2019.', 'Sales were higher in 2019.'],
      [
        'Jun Dima drowned off Cebu; his sister Analyn survived.',
        'Jun Dima, the brother of Analyn, drowned off Cebu.',
      ],
    ] as const)
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('is accepted under a negation', () => {
    assert.deepEqual(contradictions('Libraries stay open.', 'The libraries will not close.'), []);
  });
});

describe('colour', () => {
  const source = `${COURT} ${MATCH}`;

  it('is no claim', () => {
    for (const draft of [
      'Asked about it, she smiled.',
      'It was a long night.',
      'What the council does next is unclear.',
      'Nobody wanted to go home.',
      'The coming months will show whether it works.',
    ])
      assert.deepEqual(judgeDraft(source, draft).claims, [], draft);
  });

  it('does not include checkable statements', () => {
    for (const draft of [
      'He was given a boat as a gift.',
      'Most of the money went into gold mines.',
      'The clinic will be leased to a bakery.',
    ])
      assert.equal(judgeDraft(source, draft).claims.length, 1, draft);
  });
});

describe('an age', () => {
  const RUNNER =
    'Ana Lopes, 41, moved to Porto at 19. She was 16 when she left home. Tom Berg was 26 when he became champion of Norway.';

  it('is accepted for another time of life', () => {
    for (const draft of [
      'Ana Lopes moved to Porto at the age of 19.',
      'Ana Lopes left home at the age of 16.',
      'At the age of 19, Ana Lopes moved to Porto.',
      'Aged 19, Ana Lopes moved to Porto.',
      'Ana Lopes was 19 when she moved to Porto.',
      'Ana Lopes was 12 when she won her first race.',
    ])
      assert.deepEqual(contradictions(RUNNER, draft), [], draft);
  });

  it('is not a number of times', () => {
    assert.deepEqual(contradictions(RUNNER, 'Tom Berg became champion of Norway twice.'), []);
    assert.deepEqual(
      contradictions('Tom Berg twice became champion.', 'Tom Berg was 26 when he became champion.'),
      [],
    );
  });
});

describe('an ordinal', () => {
  const COUNCIL =
    'The board in Bergen accepted the first offer and turned down the second. The first tram left at 9am, the second an hour later. Ida Lunde won the first race and lost the second. Tom Berg came third in the regatta.';

  it('is reported if the source has another', () => {
    assert.deepEqual(contradictions(COUNCIL, 'Tom Berg came fourth in the regatta.'), [
      'fourth > third',
    ]);
  });

  it('is neither supported nor contradicted by an ordinal without its noun', () => {
    for (const draft of [
      'The board in Bergen rejected the second offer.',
      'The second tram left at 10am.',
      'Ida Lunde lost the second race.',
      'Ida Lunde won the second race.',
    ])
      assert.deepEqual(verdicts(COUNCIL, draft), ['unclear'], draft);
  });
});

describe('a part', () => {
  const CHOIR =
    'The choir has 60 members, a third of them men. The school sold 30 tickets, half of them for pupils. The firm in Lund has 3,400 staff, a third of whom are women.';

  it('is reported if it is wrong', () => {
    assert.deepEqual(contradictions(CHOIR, 'The school sold 13 tickets for pupils.'), ['13 > 30']);
  });
});

describe('a share', () => {
  const VOTE =
    'More than half of the growers in Lund stayed away. Only a third of the patients were men. No more than 40 per cent of the seats were taken. Two thirds of the pupils passed the test. A quarter of the members voted against the road. Few of the islanders want to stay.';

  it('is reported if it is of the same part', () => {
    for (const [draft, mend] of [
      ['Less than half of the growers in Lund stayed away.', 'Less than half > More than half'],
      ['Two thirds of the patients were men.', 'Two thirds > A third'],
      [
        'More than 40 per cent of the seats were taken.',
        'More than 40 per cent > No more than 40 per cent',
      ],
      ['A third of the pupils passed the test.', 'A third > Two thirds'],
    ] as const)
      assert.deepEqual(contradictions(VOTE, draft), [mend], draft);
  });
});
