import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import '../../../grammar.js';
import { verdicts } from '../judgeDraft.js';

const SCHOOL =
  'The Brackmoor school district suspended its bus contract with Oakline Transit on Monday. ' +
  'Denise Farrow, the superintendent, asked the board for an audit of 1,350 invoices. ' +
  'Oakline denied that it had charged for routes that nobody drove. ' +
  'Teo Sandoval made the motion, and Priya Nath seconded it. ' +
  'The board will vote on a new contract in May. ' +
  'Walter Inge, a retired driver, told the board that the invoices were wrong. ' +
  'Nobody was fined. The union refused to comment.';
const QUARRY =
  'A crane fell at the Stenhope quarry on 9 June. Two workers were hurt. ' +
  'Nobody was under the crane when it fell, the inspector Ola Brandt said. ' +
  'The owner, Marrick Stone, hired the crane from Lift & Haul. ' +
  'Brandt stopped all work at the quarry, and allowed it again on 20 June. ' +
  'Marrick Stone plans to sue Lift & Haul. ' +
  'The crane had not been inspected since 2019. ' +
  'Anja Rehn, who leads the council, called for a new road to the quarry.';

const CHAPEL =
  'The parish will lend the choir 4,000 pounds on condition that the choir sell 90 tickets. ' +
  'The warden, Ida Crole, asked that the vicar publish the plan. ' +
  'She said that 9 of the 12 bells were sound and three were cracked. ' +
  'Emlyn Voss, the organist, paid half of the March rent. ' +
  'Some of the candles were returned.';

const CALL =
  'Call with Maren Oduya, 22 July\n\nMAREN ODUYA: The pumps were switched off on Sunday.\n' +
  'TOVE EKMAN: The gate was locked on Monday.\nEKMAN: The parish paid for it, $1,500.\n';

/** Statements that are false or that nobody could tell, made of the sources' own words. */
const UNTRUE: readonly (readonly [source: string, statements: readonly string[]])[] = [
  [
    SCHOOL,
    [
      'Denise Farrow has sued Oakline Transit.',
      'Denise Farrow suspended Walter Inge.',
      'Oakline Transit suspended its contract with the Brackmoor school district.',
      'Oakline charged for routes that nobody drove.',
      'Oakline admitted that it had charged for routes that nobody drove.',
      'Priya Nath made the motion, and Teo Sandoval seconded it.',
      'Walter Inge made the motion, and Priya Nath seconded it.',
      'The board voted on a new contract in May.',
      'The board asked Denise Farrow for an audit of 1,350 invoices.',
      'The board told Walter Inge that the invoices were wrong.',
      'Walter Inge was fined.',
      'Oakline Transit was fined.',
      'The union commented on the contract.',
      'Walter Inge, a retired driver, has left the district.',
      'Denise Farrow paid the invoices on Monday.',
      'The district has ended its contract with Oakline Transit because of the union.',
      'Teo Sandoval asked the union for an audit of 1,350 invoices.',
      'The union wrote 1,350 invoices.',
      'All bus contracts of the district were suspended on Monday.',
      'Denise Farrow, a retired driver, asked the board for an audit.',
    ],
  ],
  [
    QUARRY,
    [
      'Two workers were under the crane when it fell.',
      'Ola Brandt was under the crane when it fell.',
      'Nobody was hurt.',
      'Marrick Stone has sued Lift & Haul.',
      'Lift & Haul plans to sue Marrick Stone.',
      'Lift & Haul hired the crane from Marrick Stone.',
      'Ola Brandt hired the crane from Lift & Haul.',
      'The crane had been inspected in 2019.',
      'The crane was inspected on 9 June.',
      'The owner stopped all work at the quarry.',
      'Brandt allowed the crane again on 20 June.',
      'Work at the quarry will stop on 20 June.',
      'Anja Rehn called for a new crane.',
      'Anja Rehn, who leads the quarry, called for a new road.',
      'Anja Rehn has resigned from the council.',
      'The council built a new road to the quarry.',
      'Two workers have sued Marrick Stone.',
      'The crane fell because it had not been inspected.',
      'Marrick Stone sold the quarry to Lift & Haul.',
      'Ola Brandt fined Marrick Stone on 20 June.',
    ],
  ],
  [
    CHAPEL,
    [
      'The choir has sold 90 tickets.',
      'The choir sold 90 tickets.',
      'The vicar published the plan.',
      'Nine of the 12 bells were cracked.',
      'Three bells were sound.',
      'Emlyn Voss paid the March rent.',
      'Emlyn Voss paid a third of the March rent.',
      'The candles were returned.',
    ],
  ],
  [CALL, ['The pumps were switched off on Sunday, said Tove Ekman.']],
];

describe('a tick by rules alone', () => {
  for (const [source, statements] of UNTRUE)
    for (const statement of statements)
      it(`is not given to what the source does not say: ${statement}`, () => {
        const [first, ...others] = verdicts(source, statement);
        assert.ok([first, ...others].some((verdict) => verdict !== 'supported'));
      });

  for (const [source, statements] of [
    [
      SCHOOL,
      [
        'The Brackmoor school district suspended its contract with Oakline Transit on Monday.',
        'Denise Farrow asked the board for an audit of 1,350 invoices.',
        'The board will vote on a new contract in May.',
      ],
    ],
    [
      QUARRY,
      [
        'Two workers were hurt.',
        'Marrick Stone hired the crane from Lift & Haul.',
        'The crane was hired from Lift & Haul by Marrick Stone.',
      ],
    ],
    [
      CHAPEL,
      [
        'Nine of the 12 bells were sound.',
        'Emlyn Voss paid half of the March rent.',
        'Some of the candles were returned.',
      ],
    ],
    [
      CALL,
      [
        'The pumps were switched off on Sunday, said Maren Oduya.',
        'The parish paid $1,500 for the gate.',
      ],
    ],
  ] as const)
    for (const statement of statements)
      it(`is given to the source's own words: ${statement}`, () => {
        assert.deepEqual(verdicts(source, statement), ['supported']);
      });
});
