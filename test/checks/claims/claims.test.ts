import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { indexSource } from '../../../server/reference/indexSource.js';
import { referenceFromIndexes } from '../../../server/reference/reference.js';
import { contradictions, isUncontradicted, judgeDraft, verdicts } from './judgeDraft.js';

const COURT =
  'The jury of nine women and three men convicted Marta Olsen on Thursday. She was sentenced to six years in prison. Her lawyer, Emeka Obi, said she would appeal.';
const STUDY =
  'Olena Shevchenko, director of the Lyon Institute, presented the study in Geneva on Monday. The study followed 2,400 patients for ten years. Researchers at the Lyon Institute found that the drug lowered blood pressure.';
const CONFERENCE =
  "Kenya's trade minister, Amina Odhiambo, will not attend the conference in Lima. She plans to travel to Quito next week.";
const POWER =
  'Peru relies heavily on Chile for its electricity. The two countries signed the treaty in 2009.';
const BUDGET = 'The council approved a budget of 48 million euros. Taxes will rise by 3 percent.';
const MATCH =
  'Rovers beat United 2-1 in Dublin on Saturday. Lucas Moreau scored twice in the second half.';

describe('claims', () => {
  it('supports what the source says in these words', () => {
    assert.deepEqual(verdicts(COURT, 'Emeka Obi, her lawyer, said that she would appeal.'), [
      'supported',
    ]);
  });

  it('leaves open what the source says in other words', () => {
    for (const [source, draft] of [
      [MATCH, 'Lucas Moreau scored twice after the break.'],
      [BUDGET, 'Taxes are to go up by 3 percent.'],
    ] as const) {
      assert.deepEqual(verdicts(source, draft), ['unclear'], draft);
      assert.ok(isUncontradicted(source, draft), draft);
    }
  });

  it('supports nothing of which the source has less than half', () => {
    const arrival = 'Amina Odhiambo arrived in Lima on Tuesday.';
    assert.deepEqual(verdicts(arrival, 'The ferry arrived.'), ['unclear']);
    assert.deepEqual(verdicts(arrival, 'Amina Odhiambo arrived.'), ['supported']);
  });

  it('reads a figure with its digits grouped by spaces or apostrophes as one', () => {
    for (const figure of [
      '48 000 000',
      '48\u00A0000\u00A0000',
      '48\u202F000\u202F000',
      "48'000'000",
    ])
      assert.deepEqual(verdicts(BUDGET, `The council approved a budget of ${figure} euros.`), [
        'supported',
      ]);
    assert.deepEqual(contradictions(BUDGET, 'The council approved a budget of 47 000 000 euros.'), [
      '47 000 000 > 48 million',
    ]);
  });

  it('reports a different day, year or span', () => {
    assert.deepEqual(contradictions(COURT, 'Marta Olsen was convicted on Tuesday.'), [
      'Tuesday > Thursday',
    ]);
    assert.deepEqual(contradictions(POWER, 'The countries signed the treaty in 2019.'), [
      '2019 > 2009',
    ]);
    assert.deepEqual(
      contradictions(CONFERENCE, 'Amina Odhiambo plans to travel to Quito next month.'),
      ['next month > next week'],
    );
  });

  it('reports a different number, and resolves the subject', () => {
    assert.deepEqual(
      contradictions(
        COURT,
        'Marta Olsen was convicted on Thursday. She was sentenced to eight years in prison.',
      ),
      ['eight > six'],
    );
    assert.deepEqual(contradictions(STUDY, 'The study followed 2,900 patients.'), [
      '2,900 > 2,400',
    ]);
    assert.deepEqual(contradictions(STUDY, 'The study followed some 2,400 patients.'), []);
  });

  it('reports the surest difference, and the next once that is fixed', () => {
    const source =
      'Tomasz Nowak, 54, was jailed for three years on Tuesday for stealing 214,000 euros from the rowing club.';
    assert.deepEqual(
      contradictions(
        source,
        'Tomasz Nowak, 45, was jailed for three years on Thursday for stealing 241,000 euros from the rowing club.',
      ),
      ['Thursday > Tuesday'],
    );
    assert.deepEqual(
      contradictions(
        source,
        'Tomasz Nowak, 45, was jailed for three years on Tuesday for stealing 214,000 euros from the rowing club.',
      ),
      ['45 > 54'],
    );
    assert.deepEqual(contradictions(source, 'Ana Brandt, 31, won 900,000 euros on Friday.'), []);
  });

  it('accepts the sum of two figures, and reports another figure', () => {
    const pool =
      'The pool lost 320,000 euros last year, 40,000 more than the year before. Its new roof costs 2.1 million euros.';
    assert.deepEqual(contradictions(pool, 'The pool lost 230,000 euros last year.'), [
      '230,000 > 320,000',
    ]);
    const storm = 'The storm killed at least 37 people and left 12 missing, the agency said.';
    assert.deepEqual(contradictions(storm, 'Almost 50 people are dead or missing.'), []);
    assert.deepEqual(contradictions(storm, 'The storm killed at least 73 people.'), [
      'at least 73 > at least 37',
    ]);
  });

  it('accepts figures derived across sentences, and comparisons', () => {
    const vote =
      'Amina Odhiambo won 14,210 votes and Marta Olsen 11,876. In 2019 the majority was 8,150.';
    assert.deepEqual(contradictions(vote, 'Amina Odhiambo won by 2,334 votes.'), []);
    const cost =
      'The council spent 1.4 million euros on the roof. It spent 8.7 million on the pool.';
    assert.deepEqual(
      contradictions(cost, 'Roof and pool have cost the council 10.1 million euros.'),
      [],
    );
    const jobs =
      'The firm Halden Steel will cut 420 of its 6,800 jobs and open a plant that will employ 250.';
    assert.deepEqual(contradictions(jobs, 'Halden Steel has 6,800 employees.'), []);
  });

  it('accepts a denial about one person beside an affirmation about another', () => {
    const source =
      'Emeka Obi was convicted of murder on Monday. His co-defendant, Lucy Hart, was acquitted.';
    assert.deepEqual(contradictions(source, 'Lucy Hart was not convicted of murder.'), []);
  });

  it('reports another date', () => {
    const source = 'Ali Demir stabbed Omar Said on 9 August 2023. Said died two days later.';
    assert.deepEqual(contradictions(source, 'Ali Demir stabbed Omar Said on 19 August 2023.'), [
      '19 August 2023 > 9 August 2023',
    ]);
  });

  it('accepts another name of an occupation', () => {
    const source = 'Defence counsel Emeka Obi spoke. The surgeon Marta Olsen left.';
    assert.deepEqual(contradictions(source, 'The lawyer Emeka Obi spoke.'), []);
    assert.deepEqual(contradictions(source, 'Doctor Marta Olsen left.'), []);
  });

  it('reports a different office or affiliation', () => {
    assert.deepEqual(
      contradictions(CONFERENCE, "Kenya's finance minister, Amina Odhiambo, stays at home."),
      ['finance minister > trade minister'],
    );
    assert.deepEqual(
      contradictions(STUDY, 'Olena Shevchenko, director of Basel University, presented the study.'),
      ['Basel University > Lyon Institute'],
    );
    assert.deepEqual(
      contradictions(
        'Ravi Nair, the director of housing, said the grant was spent.',
        'Ravi Nair, the treasurer, said the grant was spent.',
      ),
      ['treasurer > director of housing'],
    );
  });

  it('accepts a town beside a party or a school as affiliation', () => {
    for (const [source, draft] of [
      [
        'The bridge at Lund is open. Mayor Nora Falk of the Green Party cut the ribbon.',
        'Nora Falk is the mayor of Lund.',
      ],
      [
        'Nino Lomidze, a grandmaster at the Batumi Chess School, won the final.',
        'Nino Lomidze, of Tbilisi, won the final.',
      ],
    ] as const)
      assert.deepEqual(contradictions(source, draft), [], draft);
  });

  it('accepts what two people can both have', () => {
    const source =
      'Third was Nora Falk with 6.5 points, ahead of Kofi Addo, who also had 6.5 points. Her rival, Jean Sarr, received a point.';
    assert.deepEqual(contradictions(source, 'Jean Sarr got a point.'), []);
  });

  it('accepts former offices', () => {
    for (const tie of [
      'a former surgeon',
      'once a surgeon',
      'a surgeon before she turned to research',
    ]) {
      assert.deepEqual(
        contradictions(STUDY, `Olena Shevchenko, ${tie}, presented the study in Geneva on Monday.`),
        [],
      );
    }
  });

  it('does not take an owner for the agent', () => {
    const source =
      'The council cut the grant of the Lund Clinic from 58 million to 51 million kronor.';
    assert.deepEqual(
      contradictions(source, 'The Lund Clinic loses 7 million kronor of its grant.'),
      [],
    );
  });

  it('distinguishes the result of a change from its size', () => {
    const source = 'The council cut the grant of the Lund Clinic to 51 million kronor.';
    assert.deepEqual(
      contradictions(source, 'The council cut the grant of the Lund Clinic to 49 million kronor.'),
      ['49 million > 51 million'],
    );
    assert.deepEqual(
      contradictions(source, 'The council cut the grant of the Lund Clinic by 7 million kronor.'),
      [],
    );
  });

  it('does not confuse different events', () => {
    assert.deepEqual(contradictions(MATCH, 'Rovers beat City 4-0 in Cork in March.'), []);
    assert.deepEqual(contradictions(BUDGET, 'The council hired 12 gardeners.'), []);
  });

  it('finds probable what a source says by denying the opposite', () => {
    assert.ok(isUncontradicted(CONFERENCE, 'Amina Odhiambo is skipping the conference in Lima.'));
  });

  it('keeps the requests of different people apart', () => {
    const source =
      'Portugal joined the pact at the request of Spain, while Chile joined at the request of Peru.';
    assert.deepEqual(contradictions(source, 'Chile joined at the request of Peru.'), []);
  });

  it('does not read a condition or “yet to” as a denial', () => {
    const source =
      'The fund warned of losses if the town voted to remain in the pact. The mayor has yet to make up her mind.';
    assert.deepEqual(
      contradictions(
        source,
        'The fund warned of losses if the town does not vote to leave the pact. The mayor has not made up her mind.',
      ),
      [],
    );
  });

  it('calls what no source mentions unsupported, not wrong', () => {
    assert.deepEqual(
      judgeDraft(BUDGET, 'Taxes will rise by 3 percent. The swimming pool will close in October.')
        .verdictLines,
      [
        'supported: Taxes will rise by 3 percent.',
        'unsupported: The swimming pool will close in October.',
      ],
    );
  });

  it('gives evidence with source and line', () => {
    const { claims } = judgeDraft(
      `Nothing else.\n\n${BUDGET}`,
      'The council approved a budget of 48 million euros.',
    );
    assert.deepEqual(claims[0]?.evidence[0], {
      source: 'source.txt',
      line: 3,
      text: 'The council approved a budget of 48 million euros.',
    });
  });

  it('ignores questions, labels, advice, opinions and counterfactuals', () => {
    const draft =
      '# The council budget\n\n*The council budget*\n\nDid the council approve a budget? Read the budget of the council. I think the council approved a budget. Had the council approved no budget, the mayor would have left.';
    assert.deepEqual(verdicts(BUDGET, draft), []);
  });

  it('judges headlines, captions and rows of tables', () => {
    const source =
      'The council approved a budget of 48 million euros. The pool gets 2 million euros, the library 3 million euros.';
    const { verdictLines } = judgeDraft(
      source,
      [
        '# Council Approved Budget of 48 Million Euros',
        '*The council approved a budget of 40 million euros.*',
        '| | Euros |\n| --- | --- |\n| Pool | 2 million |\n| Library | 9 million |',
      ].join('\n\n'),
    );
    assert.deepEqual(verdictLines, [
      'unclear: Council Approved Budget of 48 Million Euros',
      'contradicted: The council approved a budget of 40 million euros.',
      'supported: Pool | 2 million',
      'unclear: Library | 9 million',
    ]);
  });

  it('reports no name of a headline as missing', () => {
    const source = 'The council approved a budget of 48 million euros.';
    const { findings, claims } = judgeDraft(source, '# Quillfeather signs with Ostermann Ropes');
    assert.deepEqual([findings, claims], [[], []]);
  });

  it('leaves out the label of a line in a script', () => {
    assert.deepEqual(
      judgeDraft(BUDGET, 'REPORTER (at the town hall): The council approved a budget.')
        .verdictLines,
      ['supported: The council approved a budget.'],
    );
  });

  it('knows the weekday of a date and of “today”', () => {
    const source = (day: string): string =>
      `Port of Lund, 12 March 2025\n\nThe port opened its new pier ${day}.`;
    for (const day of ['today', 'on 12 March']) {
      assert.deepEqual(
        ['Wednesday', 'Friday'].flatMap((weekday) =>
          verdicts(source(day), `The port opened its new pier on ${weekday}.`),
        ),
        ['supported', 'unclear'],
      );
    }
  });

  it('supports nothing by where and when its source was written', () => {
    const body = 'Seven ministers signed the fisheries pact. Ines Calvo of Lund spoke for an hour.';
    const claims = [
      'The ministers met in Geneva on 3 July.',
      'Ines Calvo was in Geneva on 3 July.',
    ];
    for (const dateline of [
      'GENEVA, 3 July —\n\n',
      'GENEVA, 3 July.\n\n',
      'Geneva, 3 July 2024\n\n',
      'GENEVA, 3 July — ',
      'Geneva, 3 July 2024 – ',
      'GENEVA, Switzerland, July 3, 2024 (Coast News) – ',
    ])
      for (const claim of claims)
        assert.ok(!verdicts(dateline + body, claim).includes('supported'), dateline + claim);
  });

  it('is probable by the dated lines of a programme', () => {
    const programme =
      'Programme of the fisheries summit, 20 June 2024\n\nGeneva, 3 July – Ministers sign the pact.';
    assert.ok(isUncontradicted(programme, 'Ministers sign the pact in Geneva on 3 July.'));
  });

  it('does not call the place of a dateline missing', () => {
    const source = indexSource({
      name: 'wire.txt',
      text: 'GENEVA, 3 July — Seven ministers signed the fisheries pact. Ines Calvo spoke for an hour.',
    });
    const draft = 'Seven ministers signed the fisheries pact. The club bought lockers in Geneva.';
    const { findings } = judgeDraft(referenceFromIndexes([source]), draft);
    assert.doesNotMatch(findings.map(({ message }) => message).join(' '), /“Geneva”/u);
  });

  it('reports once that no source covers a draft, and then no contradictions', () => {
    const { findings } = judgeDraft(
      BUDGET,
      'The comet passes Mars in May. Its tail is two million kilometres long. Telescopes in Chile will follow it. Astronomers found it in 1987.',
    );
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['reference/uncovered'],
    );
  });

  it('covers a draft if the sources have two of its claims, however long it is', () => {
    const comet =
      'The comet passes Mars in May. Its tail is two million kilometres long. Telescopes in Chile will follow it. Astronomers found it in 1987. Nobody saw it then. It has no moons.';
    const source = 'Ida Novak has opened a bakery in Lund. It sells rye bread on Fridays.';
    const draft = `Ida Novak opened a bakery in Lund. It sells rye bread on Fridays. ${comet}`;
    const { findings, verdictLines } = judgeDraft(source, draft);
    assert.ok(!findings.some(({ code }) => code === 'reference/uncovered'));
    assert.equal(verdictLines.filter((line) => line.startsWith('supported')).length, 2);
  });

  it('accepts any text', () => {
    for (const draft of [
      '',
      '“',
      ',;,;',
      '\u{1F600}',
      'a'.repeat(20_000),
      'and , '.repeat(2_000),
    ]) {
      assert.doesNotThrow(() => judgeDraft(COURT, draft));
    }
  });
});
