import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copydesk } from './testHost.js';

const FILES = {
  'old.md': '# Boats\n\nThe council sold 214 boats. Bo Ek watched.',
  'new.md': '# Boats\n\nThe council sold 241 boats. The price was £9.',
  'short.md': '# Boats\n\nThe council sold 214 boats.',
};

describe('copydesk compare', () => {
  it('lists what a rewrite changes, adds and leaves out, with its places', async () => {
    const { status, output } = await copydesk(['compare', 'old.md', 'new.md'], { files: FILES });
    assert.equal(status, 1);
    assert.equal(
      output,
      [
        'changed  figure       “241” was “214”.  new.md:3, old.md:3',
        'added    figure       “£9” is not in the old text.  new.md:3',
        'lost     name         “Bo Ek” is left out.  old.md:3',
        '',
        '3 differences: 1 changed, 1 added, 1 lost',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as JSON', async () => {
    const { output } = await copydesk(['compare', 'old.md', 'new.md', '--format', 'json'], {
      files: FILES,
    });
    const { version, changes } = JSON.parse(output) as {
      readonly version: number;
      readonly changes: readonly unknown[];
    };
    assert.deepEqual([version, changes.length], [1, 3]);
    assert.deepEqual(changes[0], {
      ...{ kind: 'figure', change: 'changed', message: '“241” was “214”.' },
      before: { text: '214', offset: [26, 29], line: 3 },
      after: { text: '241', offset: [26, 29], line: 3 },
    });
  });

  it('is content with a text that is only shorter, or the same', async () => {
    const shorter = await copydesk(['compare', 'old.md', 'short.md'], { files: FILES });
    assert.match(shorter.output, /^lost .+\n\n1 difference: 0 changed, 0 added, 1 lost\n$/u);
    assert.equal(shorter.status, 0);
    const same = await copydesk(['compare', 'old.md', 'old.md'], { files: FILES });
    assert.equal(
      same.output,
      'The same names, figures, dates, quotations and speakers in both texts.\n',
    );
    assert.equal(same.status, 0);
  });

  it('requires two texts that can be read', async () => {
    assert.equal((await copydesk(['compare', 'old.md'], { files: FILES })).status, 2);
    assert.equal((await copydesk(['compare', 'old.md', 'none.md'], { files: FILES })).status, 2);
  });
});
