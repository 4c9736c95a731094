import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './breaks.js';

describe('soundness: run-on', () => {
  for (const source of [
    'Forty people were [|hurt The|] fire began in a kitchen.',
    'The mayor will not be at the [|match, she|] is sending her son.',
    'The firm left Leeds in [|2019, the|] union has fought it since then.',
    'The trust is based in [|Dublin she|] is its director.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('run-on', source);
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
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
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
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }
});
