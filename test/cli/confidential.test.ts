import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copydesk } from './testHost.js';

const TIP = `---
confidential: true
---

Pier superintendent Tobias Wexford-Lind knew of 731 cracks in the flood wall in Sundvik.

“Somebody will drown here one day,” said Wexford-Lind.`;
const DRAFT = `Tobias Wexfort-Lind knew of 137 cracks in the flood wall in Sundvik.

“Somebody may drown here one day,” said Wexford-Lind.`;
const FILES = {
  'draft.md': DRAFT,
  'sources/tip-from-grigg.md': TIP,
  'sources/police.md':
    '# Police, Monday 22 July 2024\n\nPolice counted 713 cracks in the flood wall in Sundvik.',
};

/** Text that must not be printed: the name of the source, and words that only it has. */
const SECRETS = /tip-from-grigg|731|will drown|Wexford-Lind knew|uperintendent/u;

describe('a confidential source on the command line', () => {
  for (const args of [
    ['check', 'draft.md'],
    ['check', 'draft.md', '--hints'],
    ['check', 'draft.md', '--explain'],
    ['check', 'draft.md', '--format', 'json'],
    ['check', 'draft.md', '--format', 'sarif'],
    ['check', 'draft.md', '--format', 'github'],
  ]) {
    it(`is used and not shown by copydesk ${args.join(' ')}`, async () => {
      const { status, output } = await copydesk(args, { files: FILES });
      assert.equal(status, 1);
      assert.match(output, /confidential source/u);
      assert.doesNotMatch(output, SECRETS);
    });
  }

  it('is used and not shown by copydesk batch', async () => {
    const sources = [{ name: 'tip-from-grigg.md', text: TIP }];
    const input = `${JSON.stringify({ id: '1', draft: DRAFT, sources })}\n`;
    const { output } = await copydesk(['batch'], { input });
    const { findings } = JSON.parse(output) as { readonly findings: readonly unknown[] };
    assert.ok(findings.length > 0);
    assert.match(output, /confidential source/u);
    assert.doesNotMatch(output, SECRETS);
  });

  for (const format of ['pretty', 'json']) {
    it(`is listed without its name by copydesk sources --format ${format}`, async () => {
      const files = {
        ...FILES,
        'sources/tip-from-grigg.md': `${TIP}\n\nPolice counted 731 cracks in the flood wall in Sundvik.`,
      };
      const { output } = await copydesk(['sources', '--format', format], { files });
      assert.match(output, /sources\/police\.md/u);
      assert.match(output, /confidential source/u);
      assert.match(output, /Sources differ: /u);
      assert.doesNotMatch(output, SECRETS);
    });
  }

  it('is not quoted in copydesk reference show', async () => {
    const { output } = await copydesk(['reference', 'show', 'Wexford-Lind'], { files: FILES });
    assert.equal(output, 'Tobias Wexford-Lind\n  confidential source:1\n');
  });
});
