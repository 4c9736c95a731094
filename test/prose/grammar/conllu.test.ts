import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readConllu, writeConllu } from '../../../server/prose/grammar/conllu.js';

const SENTENCE = `# text = The club didn't pay.
1\tThe\tthe\tDET\tDT\tPronType=Art\t2\tdet\t_\t_
2\tclub\tclub\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\t_
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\t_\t5\taux\t_\t_
4\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_
5\tpay\tpay\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

`;

describe('CoNLL-U', () => {
  it('is written as it was read, including multiword tokens and comments', () => {
    assert.equal(writeConllu(readConllu(SENTENCE + SENTENCE)), SENTENCE + SENTENCE);
  });

  it('is read with CRLF, without a final line break, and with invalid lines', () => {
    const text = SENTENCE.trimEnd().replace('# text', 'rubbish\n# text').replaceAll('\n', '\r\n');
    assert.equal(writeConllu(readConllu(text)), SENTENCE);
  });

  it('has no head if the file has none', () => {
    const [sentence] = readConllu('1\tRain\t_\t_\t_\t_\t_\t_\t_\t_\n');
    assert.equal(sentence?.words[0]?.head, -1);
    assert.equal(writeConllu(readConllu('')), '');
  });
});
