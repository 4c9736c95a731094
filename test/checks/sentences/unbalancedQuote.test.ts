import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors, markedErrors } from './errors.js';

describe('unbalanced quotation marks and brackets', () => {
  for (const source of [
    '[|“|]We will appeal, the lawyer said.',
    'The judge called it [|“|]a shabby trick.',
    'The fee is low [|(|]about 20 pounds for most.',
    'The rain stopped play.[|”|] The crowd went home.',
    '[|"|]I am tired, she said.',
    'The cap is 64 per cent [|(|]153,488 pounds for most.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('unbalanced-quote', source);
    });
  }

  for (const [source, right] of [
    ['[|“|]We will appeal, the lawyer said.', '“We will appeal,” the lawyer said.'],
    ['The judge called it [|“|]a shabby trick.', 'The judge called it “a shabby trick.”'],
    ['The pool [|(|]built in May, by then dry.', 'The pool (built in May), by then dry.'],
    ['[|(|]Gen. Osei left on Friday.', '(Gen. Osei left on Friday).'],
    ['The pool [|(|]open until 9 p.m.', 'The pool (open until 9 p.m.)'],
    ['The lake [|(|]9.5 m.', 'The lake (9.5 m).'],
    ['The fee is low [|(|]about 153,488 pounds.', 'The fee is low (about 153,488 pounds).'],
    ['He met Dr. Osei [|(|]of the U.S. team.', 'He met Dr. Osei (of the U.S. team).'],
    ['[|“|]He said, ‘I know,’ she told the court.', '“He said, ‘I know,’” she told the court.'],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('are reported for a square bracket, which the marks of the other cases cannot enclose', () => {
    assert.deepEqual(markedErrors('The court [in The Hague will rule on Friday.'), {
      text: 'The court [|[|]in The Hague will rule on Friday.',
      kinds: ['unbalanced-quote'],
    });
  });

  it('have messages that name the words concerned', () => {
    expectMessages(
      '“We will appeal, the lawyer said.',
      '“We will appeal …” has no closing quotation mark: write ” where the quotation ends.',
    );
    expectMessages(
      'The rain stopped play.” The crowd went home.',
      '“… rain stopped play” ends with a quotation mark that was not opened: open the quotation, or delete ”.',
    );
    expectMessages(
      'The fee is low (about 20 pounds for most.',
      '“about 20 pounds …” has no closing bracket: write ) where it ends.',
    );
    expectMessages(
      'The firm founded in 1911) makes parts for tractors.',
      '“… founded in 1911” has no opening bracket: write ( where it begins, or delete ).',
    );
  });

  for (const draft of [
    '“We will appeal.\n\n“And we will win,” the lawyer said.',
    'The plate was 9" wide and the bowl 6" deep.',
    '“He told me, ‘Go home,’” she said.',
    'The options are a) to appeal or b) to pay.',
    'She was thrilled :) at the news.',
    '“We lost,” he said. “We will be back.”',
    'This is 58 per cent (£12,488) more than in 2010.',
    'The shop (rated 8) is shut.',
    'He wrote, "We lost." He said the firm, "... told them I was the \'villain\' of it all. Nobody asked me."',
    'He was asked about it. "... A mother may object," he said, "and so may I."',
    'She said, "The fire began in the barn.\n\nThe barn in 2008. Image: City Museum.\n\n"It was out by noon."',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
