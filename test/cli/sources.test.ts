import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copydesk } from './testHost.js';

const FILES = {
  'sources/harbour-note.md':
    '# Note, Sunday 21 July 2024\n\nHarbour master Ines Calvo said the fire destroyed 14 boats in Sundvik.',
  'sources/police.txt':
    'POLICE / 22 JUL 2024 / 08:10\n\nThe fire in Sundvik destroyed 17 boats, police said.',
  'sources/mail.txt':
    'From: Tobias Lind\nTo: Desk\nSubject: Pier\n\nThe pier in Sundvik is 80 metres long.',
};

describe('copydesk sources', () => {
  it('lists the sources with date, kind, people and words, then where they differ', async () => {
    const { status, output } = await copydesk(['sources'], { files: FILES });
    assert.equal(status, 0);
    assert.equal(
      output,
      [
        'sources/harbour-note.md  2024-07-21  article  1 person  17 words',
        'sources/mail.txt         no date     mail     1 person  15 words',
        'sources/police.txt       2024-07-22  article  0 people  14 words',
        '',
        'Sources differ: 14 (Sunday, sources/harbour-note.md:3), 17 (Monday, sources/police.txt:3).',
        '    source  sources/harbour-note.md:3  Harbour master Ines Calvo said the fire destroyed 14 boats in Sundvik.',
        '    source  sources/police.txt:3  The fire in Sundvik destroyed 17 boats, police said.',
        '',
        '3 sources, 1 conflict',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as JSON', async () => {
    const { output } = await copydesk(['sources', '--format', 'json'], { files: FILES });
    const { version, sources, conflicts } = JSON.parse(output) as Record<string, unknown[]>;
    assert.equal(version, 1);
    assert.deepEqual(sources?.[0], {
      name: 'sources/harbour-note.md',
      date: '2024-07-21',
      kind: 'article',
      people: 1,
      words: 17,
    });
    assert.equal(conflicts?.length, 1);
  });

  it('explains how to add sources if there are none', async () => {
    const { status, errors } = await copydesk(['sources']);
    assert.equal(status, 2);
    assert.deepEqual(errors, [
      'copydesk: there is no folder “sources” here: name sources with --sources GLOB',
    ]);
  });
});
