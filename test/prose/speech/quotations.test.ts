import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findQuotations } from '../../../server/prose/speech/quotations.js';
import { expectSpans } from '../../marked.js';

/** Asserts that the quotations of a text, including marks, are the marked spans. */
function expectQuotations(source: string): void {
  expectSpans(source, (text) => findQuotations(text).map(({ outer }) => outer));
}

describe('quotations', () => {
  it('finds curly, straight, low-high and angle marks', () => {
    expectQuotations('[|“We are late,”|] he said. [|“Very.”|]');
    expectQuotations('She called it [|"a draw"|] and left.');
    expectQuotations('[|„Nie wieder“|], sagte er. [|«Jamais»|], dit-elle.');
  });

  it('returns only the outermost quotations', () => {
    expectQuotations('[|“He told me, ‘Go home,’ and I went,”|] Okonjo said.');
    expectQuotations('[|“The sign read “Closed” all week.”|] Nobody came.');
    expectQuotations('[|‘She said “no” to me,’|] the clerk said.');
  });

  it('finds single quotation marks, but not apostrophes', () => {
    expectQuotations("Critics found it [|'thin and loud'|] at the Players' Theatre.");
    expectQuotations("The union [|'backs the dockers' claim,'|] it said.");
    expectQuotations("O'Hara's dogs' home opened in the '90s; rock 'n' roll played.");
    expectQuotations("[|'Give 'em the keys,'|] the judge said.");
  });

  it('finds both kinds of marks in one text', () => {
    expectQuotations('The [|“first”|] was [|‘a shambles’|] and the [|"second"|] was not.');
  });

  it('ignores inch marks and unmatched closing marks', () => {
    expectQuotations('He is 5\'10" tall and owns a 9" pan.');
    expectQuotations('[|"It needs a 9" pan,"|] the cook said. [|"Now."|]');
    expectQuotations('It was over,” the coach said.');
  });

  it('tolerates marks that touch the next word or stand alone', () => {
    expectQuotations('A [|"poor old"|]stand and a [|" point of honour"|], the mayor said.');
    expectQuotations('([|“aside”|]) —[|“dash”|]');
  });

  it('extends an unclosed mark to the next quotation or the end', () => {
    expectQuotations('[|"We start on Monday.|] [|"We end on Friday."|] He smiled.');
    expectQuotations('He sees [|“a hard winter.|]');
    assert.deepEqual(
      findQuotations('"We start. "We end."').map(({ closed }) => closed),
      [false, true],
    );
  });

  it('separates the words from the marks', () => {
    const [quotation] = findQuotations('So “be it”.');
    assert.deepEqual(quotation?.inner, { start: 4, end: 9 });
  });

  it('takes linear time on a line of marks', () => {
    for (const unit of ['"', '“', "'", '‘', '"a ', `'a "b" c,' `, `"a 'b' c" `]) {
      assert.doesNotThrow(() => findQuotations(unit.repeat(100_000)));
    }
  });
});
