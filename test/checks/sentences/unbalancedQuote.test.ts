import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: unbalanced-quote', () => {
  for (const source of [
    '[|“|]We will appeal, the lawyer said.',
    'The judge called it [|“|]a shabby trick.',
    'The fee is low [|(|]about 20 pounds for most.',
    'The rain stopped play.[|”|] The crowd went home.',
    '[|"|]I am tired, she said.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('unbalanced-quote', source);
    });
  }

  for (const [source, right] of [
    ['[|“|]We will appeal, the lawyer said.', '“We will appeal,” the lawyer said.'],
    ['The judge called it [|“|]a shabby trick.', 'The judge called it “a shabby trick.”'],
    ['[|“|]He said, ‘I know,’ she told the court.', '“He said, ‘I know,’” she told the court.'],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    '“We will appeal.\n\n“And we will win,” the lawyer said.',
    'The plate was 9" wide and the bowl 6" deep.',
    '“He told me, ‘Go home,’” she said.',
    'The options are a) to appeal or b) to pay.',
    'She was thrilled :) at the news.',
    '“We lost,” he said. “We will be back.”',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }

  for (const source of ['The cap is 64 per cent [|(|]153,488 pounds for most.']) {
    it(`tells ${source}`, () => {
      expectBreaks('unbalanced-quote', source);
    });
  }

  for (const draft of [
    'This is 58 per cent (£12,488) more than in 2010.',
    'The shop (rated 8) is shut.',
    'He wrote, "We lost." He said the firm, "... told them I was the \'villain\' of it all. Nobody asked me."',
    'He was asked about it. "... A mother may object," he said, "and so may I."',
    'She said, "The fire began in the barn.\n\nThe barn in 2008. Image: City Museum.\n\n"It was out by noon."',
  ]) {
    it(`is silent on ${draft}`, () => {
      expectSound(draft);
    });
  }
});
