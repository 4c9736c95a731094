import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('agreement errors', () => {
  for (const source of [
    'The rail lines [|is|] to close next year.',
    'The cost of the repairs [|were|] too high.',
    'The trees in the park [|has|] been felled.',
    'He [|have|] left the club.',
    'Two of the bells [|was|] dull.',
    'They [|was|] late for the hearing.',
    'More than 80 percent of the waste [|come|] from hotels.',
    'Mr. Osei [|teach|] physics at the school.',
    'The women who [|has|] signed the letter will meet.',
    'The price of bread, which bakers blame on the harvest, [|have|] doubled.',
    'There [|is|] no seats left in the hall.',
    'The mayor and his deputy [|has|] resigned.',
    'Ferries, trams and buses [|was|] cancelled.',
    'Half of the ferries [|was|] cancelled.',
    'The judge ruled that the sale of the boats [|were|] lawful.',
    'Mayor Ida Lunde [|have|] opened the new bridge.',
    'Officials [|was|] told of the leak on Monday.',
    'The boats that [|was|] moored there sank.',
    'The officials who announced the plan [|was|] fired on Monday.',
    'The talks after the vote [|has|] failed to bring peace.',
    'The man who beat the champions [|were|] fined.',
    'The captain and the crew [|was|] late.',
    'The price of the tickets [|have|] doubled.',
    'He said they [|was|] late.',
    'When the drivers [|was|] told, they left.',
    'The committee of experts agreed that the roads [|is|] safe.',
    'One of the lifts [|are|] out of order.',
    'Each of the wards [|have|] its own nurse.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('agreement', source);
    });
  }

  for (const [source, right] of [
    ['The rail lines [|is|] to close next year.', 'The rail lines are to close next year.'],
    ['Mr. Osei [|teach|] physics at the school.', 'Mr. Osei teaches physics at the school.'],
    ['She [|lead|] the team to a win last year.', 'She led the team to a win last year.'],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('in a base form can also be fixed with its past form', () => {
    expectFix(
      'Mr. Osei [|teach|] physics at the school.',
      'Mr. Osei taught physics at the school.',
      1,
    );
  });

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The rail lines is to close next year.',
      '“is” should be “are”: its subject, “lines”, is plural.',
    );
  });

  for (const draft of [
    'The club would sell its boats and pay its debts.',
    'Work on the bridges began in May and is to end in June.',
    'A proposal by Tove Berg to protect eels passed by 50 to 44.',
    'A motion by Karin Ek to better protect eels passed by 50 to 44.',
    'All the neighbours heard was a dog.',
    'The lights allow drivers watching special road displays to guide a heavy lorry to the gate.',
    'The price may well, experts said, have doubled.',
    'Rivals are keeping the focus on Roe, charging that her harsh remarks about nurses and carers, and her temper make her unfit to lead.',
    'The team are in good form.',
    'South Africa are almost through to the final.',
    'Five years is a long time in prison.',
    'If he were mayor, the pool would be open.',
    'The judge insisted that he have a lawyer.',
    'A number of shops have closed.',
    'The council have met twice.',
    'Tom and his father are to travel.',
    'More than half of the voters are women.',
    'Neither the judge nor the lawyers were there.',
    'The news is good.',
    'One of the judges who have read it agrees.',
    'The United States is to send a team.',
    'What matters is the result.',
    'The selection of meats, cheeses and wines is small.',
    'The baker, 42, and his wife, 36, from Cork, are on trial.',
    'Spring and late autumn are the best times to sail.',
    'Two doctors is enough for a ship.',
    'Brooks was first across the line.',
    'She saw the keeper do the splits.',
    'There was a bed and two chairs in the cell.',
    'Which ferry are they waiting for?',
    'She is the only captain who has sailed north, and the only one who knows the ice.',
    'A body of sailors are said to have met in the port.',
    'The baker, as well as his sons, is on trial.',
    'Microsoft have replaced it.',
    'Calder Ferries is based in Brackmouth.',
    'On Monday Halden Properties was sold to its rival.',
    'The Friends of the Library is a charity.',
    '“Carrow Industries has lost its licence,” the judge said.',
    'It seems that keeping her old keys was a mistake.',
    'A 2021 trial in which plankton were fed plastic beads found that they sank.',
    'A bundle of letters were found in the loft.',
    'A wealth of stories are told of the port.',
    'The review shows the saws used to cut the trees were blunt.',
    'The law led to the sale of 11 farms and one owner, Ada Roe, is still waiting.',
    'The crowd cheered, whether it be rain or sun.',
    'The film is full of saws and axes - and the noise of it is dreadful.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
