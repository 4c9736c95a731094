import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('run-on sentences', () => {
  for (const source of [
    'Forty people were [|hurt The|] fire began in a kitchen.',
    'The driver was [|hurt The|] fire began in a kitchen.',
    'Relatives were kept out of the [|hospital She|] banned all visitors in May.',
    'The vote was lost by [|two They|] will try again.',
    'The mayor will not be at the [|match, she|] is sending her son.',
    'The firm left Leeds in [|2019, the|] union has fought it since then.',
    'The ferry was late on [|Monday, he|] wrote a letter to the firm.',
    'The trust is based in [|Dublin she|] is its director.',
    'The strike ended in [|Leeds the|] drivers were back at work.',
    'The ferry was hit by a [|storm the|] captain sent a call for help.',
    'Forty miners were trapped at the pit earlier this [|year Anglesey|] sent a crew.',
    'Two boats sank off the [|cape perhaps|] it was the fog.',
    'The roof was lost to the fire in the second [|week, Cork|] sent two crews.',
    'The barn burned to the [|ground nobody|] was hurt.',
    'The firm was founded on [|Friday the|] owner hopes it will last.',
    'Prices rose [|steadily the|] bank did nothing.',
    'The pit is [|shut, its|] owner hopes to sell it.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('run-on', source);
    });
  }

  for (const [source, right] of [
    [
      'Forty people were [|hurt The|] fire began in a kitchen.',
      'Forty people were hurt. The fire began in a kitchen.',
    ],
    [
      'The mayor will not be at the [|match, she|] is sending her son.',
      'The mayor will not be at the match; she is sending her son.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The barn burned to the ground nobody was hurt.',
      '“ground” ends a sentence and needs a full stop after it.',
    );
    expectMessages(
      'The mayor will not be at the match, she is sending her son.',
      '“match, she” joins two sentences with a comma: use a semicolon or a full stop.',
    );
  });

  for (const draft of [
    'Boats must not pass the lock, Tove Bergström wrote.',
    'Boats must not pass the lock, the harbour master wrote.',
    'Boats must not pass the lock, he wrote on Monday.',
    'Boats must not pass the lock, she wrote in a letter to the crews.',
    'The higher it climbed, the thinner the air became.',
    'The figures are clear, the cause is not.',
    'The cup was full, the jug wasn’t.',
    '“We will win,” he said.',
    'He came, he saw, he won.',
    'If it rains, the match is off.',
    'The town he was born in has changed.',
    'It is not a job, it is a calling.',
    'The pool, she said, is old.',
    'The film In Bruges is set in a town she loves.',
    'The day he was born it rained.',
    'In 2019 the club moved, and the fans stayed away.',
    'The more it rains, the more the river rises.',
    'She reads The Times.',
    'Pupils say the school is safe.',
    'Whatever happens, she will stay.',
    'The boats they were given leak.',
    'She is sure the ferry will be late.',
    'The crew are concerned the captain is ill.',
    'They told the miners the pit is safe.',
    'The fog was so thick they lost the boat.',
    'It rained in March and in April the river was high.',
    'When the rain stopped the crew left the boat.',
    'She got the boat she was so keen on.',
    'No one knew how old the bridge was.',
    'It was there they found the boat.',
    'He was made captain in May, the month the old one retired.',
    'The ferry sank, the pier burned, and the town was cut off.',
    'The ferry sank, the pier burned and the town lost its road.',
    'The bread the bakers sold in May was stale.',
    'The pit is old, the miners say.',
    'The council knows the school it shut was full.',
    'He thinks the plan the city has is sound.',
    'The union heard the pit he spoke for was safe.',
    'Six men were charged on Monday, the latest farmers accused of fraud.',
    'You can, it seems.',
    'The club will sell nine tents, every tent it has, to the scouts.',
    'The pilot has two days to decide; should she refuse, the owner may ask another crew.',
    'The harbour is closed; had it rained, the race would have been called off.',
    'She bought the team, the players like to say, by mistake.',
    'It was also, I have come to think, a mistake.',
    'Ten moves later it was Ms. Roe who was in trouble.',
    'The room is lit by a lamp it does not own.',
    'She got the break she was so eager for: a part in a film.',
    'These are the costs the town is likely to face.',
    'I would rather someone told me the truth.',
    'The board met over worries it could lose the port.',
    'They saw Alfred the Great, a film about a king.',
    'DISPATCHER: They are coming, I cannot make them come any faster.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
