import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  addedMessage,
  commentedName,
  dayOf,
  documentNames,
  fileNameOf,
  folderOfSources,
  draftName,
  freeName,
  isAmongSources,
  isDay,
  isSourceName,
  noteName,
} from '../../client/sourceNames.js';
import { readProse } from '../../server/prose/prose.js';
import { dateOfSource } from '../../server/reference/extraction/sourceDate.js';

describe('the names of Word documents', () => {
  it('are those of the drafts that come from them', () => {
    assert.deepEqual(documentNames('/stories/pool.md'), ['pool.docx']);
    assert.deepEqual(documentNames('/stories/pool-2.md'), ['pool-2.docx', 'pool.docx']);
    assert.equal(commentedName('/stories/the pool.docx'), 'the pool-with-comments.docx');
  });
});

describe('the names of new files', () => {
  it('are made of words in any script', () => {
    assert.equal(fileNameOf('Harbour inquiry: day 2'), 'harbour-inquiry-day-2');
    assert.equal(fileNameOf('  Škoda / Łódź '), 'škoda-łódź');
    assert.equal(fileNameOf('../..?*'), '');
    assert.equal(fileNameOf(`${'a'.repeat(59)} ${'b'.repeat(9)}`), 'a'.repeat(59));
  });

  it('differ from those of existing files', () => {
    assert.equal(freeName('call.txt', []), 'call.txt');
    assert.equal(freeName('Call.txt', ['call.txt', 'call-2.TXT']), 'Call-3.txt');
    assert.equal(freeName('notes', ['notes']), 'notes-2');
  });

  it('distinguish sources from other files', () => {
    for (const name of ['a.md', 'A.PDF', 'b.v2.docx', 'page.htm']) assert.ok(isSourceName(name));
    for (const name of ['photo.jpg', 'pdf', 'a.md.zip']) assert.ok(!isSourceName(name));
  });
});

describe('the folder of new sources', () => {
  const folders: readonly (readonly [globs: readonly string[], folder: string | undefined])[] = [
    [['sources/**'], 'sources'],
    [['archive/2026/**', 'sources/**'], 'archive/2026'],
    [['./notes/*'], 'notes'],
    [['court files/**/*'], 'court files'],
    [['**'], ''],
    [['notes/*.md', 'notes/*/calls/**', 'notes/release.pdf', 'interviews/**'], 'interviews'],
    [['/mnt/wire/**', '../wire/**', '!drafts/**'], undefined],
    [[], undefined],
  ];
  for (const [globs, folder] of folders) {
    it(`is ${JSON.stringify(folder)} for ${JSON.stringify(globs)}`, () => {
      assert.equal(folderOfSources(globs), folder);
    });
  }
});

describe('a note', () => {
  it('is dated by its name, unless its text has a date or nobody knows it', () => {
    const date = (text: string, name: string): unknown =>
      dateOfSource(readProse(text, 'plain'), `sources/${name}`);
    const name = noteName('Call with the mayor', '2026-03-09');
    assert.equal(name, '2026-03-09-call-with-the-mayor.txt');
    assert.deepEqual(date('The lido stays shut.', name), { year: 2026, month: 3, day: 9 });
    const release = 'PRESS RELEASE, 2 March 2026\n\nThe lido is shut.';
    assert.deepEqual(date(release, name), { year: 2026, month: 3, day: 2 });
    assert.equal(noteName('Call', ''), 'call.txt');
    assert.equal(date('The lido stays shut.', 'call.txt'), undefined);
  });

  it('has a day of the calendar', () => {
    assert.equal(dayOf(new Date(2026, 2, 9, 23, 59)), '2026-03-09');
    assert.ok(isDay('2028-02-29'));
    for (const text of ['2026-02-29', '2026-3-9', '9 March', '2026-13-01', '']) {
      assert.ok(!isDay(text), text);
    }
  });
});

describe('the draft that is made of a document', () => {
  it('has its name', () => {
    assert.equal(draftName('/beat/Harbour v1.2.docx'), 'Harbour v1.2.md');
  });

  it('is not put among the sources', () => {
    assert.ok(isAmongSources('sources/a.docx'));
    assert.ok(isAmongSources('story\\sources\\a.docx'));
    assert.ok(!isAmongSources('resources/a.docx'));
  });
});

describe('the message after sources were added', () => {
  it('names the added files and the rejected ones', () => {
    assert.equal(
      addedMessage('sources', ['a.md', 'b.pdf'], []),
      'Added to “sources”: a.md, b.pdf.',
    );
    assert.equal(
      addedMessage('', [], ['photo.jpg']),
      'Not added: photo.jpg. Sources are files in Markdown, plain text, HTML, Word (.docx) or PDF, mails (.eml), tables (.csv, .tsv, .xlsx) and captions (.vtt, .srt).',
    );
    assert.equal(addedMessage('sources', [], []), '');
  });
});
