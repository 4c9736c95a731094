import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { provideGrammar } from '../../server/prose/grammar/grammar.js';
import { copydesk } from './testHost.js';

describe('copydesk parse', () => {
  before(() => provideGrammar(() => readFileSync('models/grammar/weights.bin')));

  it('prints the grammar of a draft', async () => {
    const files = { 'draft.md': '# Budget\n\nThe council **approved** it.\n' };
    const { status, output } = await copydesk(['parse', 'draft.md'], { files });
    assert.equal(status, 0);
    assert.match(output, /^# sent_id = 1\n# text = Budget\n1\tBudget\t/u);
    assert.match(output, /\n3\tapproved\tapprove\tVERB\tVBD\t[^\t]+\t0\troot\t_\t_\n/u);
    assert.match(output, /\n4\tit\tit\tPRON\t[^\n]+\tSpaceAfter=No\n5\t\.\t/u);
  });

  it('keeps the sentences and words of a CoNLL-U file', async () => {
    const conllu =
      "# sent_id = x\n1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdid\t_\tX\t_\t_\t_\t_\t_\t_\n" +
      "2\tn't\t_\tX\t_\t_\t_\t_\t_\tOwn=Yes\n\n";
    const { output } = await copydesk(['parse', 'a.conllu'], { files: { 'a.conllu': conllu } });
    assert.match(output, /^# sent_id = x\n1-2\tdidn't\t(?:_\t){7}_\n1\tdid\tdo\tAUX\t/u);
    assert.match(output, /\n2\tn't\tnot\tPART\t[^\n]+\tOwn=Yes\n\n$/u);
  });

  it('rejects wrong usage', async () => {
    for (const args of [['parse'], ['parse', 'a', 'b'], ['parse', 'a', '--format', 'xml']]) {
      const { status, errors } = await copydesk(args);
      assert.equal(status, 2);
      assert.match(errors.join('\n'), /copydesk parse --help/u);
    }
    assert.equal((await copydesk(['parse', 'missing.md'])).status, 2);
  });
});
