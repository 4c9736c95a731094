import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copydesk } from './testHost.js';

const FILES = {
  'draft.md': '# Ferry\n\nThe ferry sank off Hollum on Monday at 14:10.',
  'sources/police.txt': 'POLICE / 23 JUL 2024\n\nThe ferry left Ostra on Monday.',
  'sources/confidential/tip.txt': 'MAIL / 23 JUL 2024\n\nThe owner knew of a leak in May 2023.',
};

describe('copydesk timeline', () => {
  it('lists the times under their days, without what is confidential', async () => {
    const { status, output } = await copydesk(['timeline', 'draft.md'], { files: FILES });
    assert.equal(status, 0);
    assert.equal(
      output,
      [
        'May 2023',
        '  (withheld)',
        '    source  confidential source:1',
        '',
        'Monday 22 July 2024',
        '  The ferry left Ostra on Monday.',
        '    source  sources/police.txt:3',
        '  14:10  The ferry sank off Hollum on Monday at 14:10.',
        '    draft   draft.md:3',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as JSON', async () => {
    const { output } = await copydesk(['timeline', 'draft.md', '--format', 'json'], {
      files: FILES,
    });
    const { version, path, entries } = JSON.parse(output) as Record<string, unknown> & {
      readonly entries: readonly unknown[];
    };
    assert.deepEqual([version, path, entries.length], [1, 'draft.md', 3]);
    assert.deepEqual(entries[2], {
      when: '2024-07-22T14:10',
      text: 'The ferry sank off Hollum on Monday at 14:10.',
      file: 'draft.md',
      line: 3,
      in: 'draft',
    });
    assert.doesNotMatch(output, /tip\.txt|leak/u);
  });

  it('reports that there is no date', async () => {
    const files = { 'draft.md': 'The ferry sank.', 'sources/a.txt': 'The ferry was full.' };
    const { output } = await copydesk(['timeline', 'draft.md'], { files });
    assert.equal(output, 'No dates in the draft or its sources.\n');
  });

  it('requires one draft that can be read', async () => {
    assert.deepEqual((await copydesk(['timeline'])).errors[0], 'copydesk: name one draft');
    assert.equal((await copydesk(['timeline', 'none.md'], { files: FILES })).status, 2);
  });
});
