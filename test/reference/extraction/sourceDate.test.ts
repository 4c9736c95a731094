import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formatOf, readProse } from '../../../server/prose/prose.js';
import { dateOfSource, daysOfSources } from '../../../server/reference/extraction/sourceDate.js';

/** The days of sources, by their names. */
function daysOf(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const dates = Object.entries(sources).map(
    ([name, text]) => [name, dateOfSource(readProse(text, formatOf(name)), name)] as const,
  );
  return Object.fromEntries(daysOfSources(new Map(dates)));
}

/** The day of one source, its lines separated by empty ones. */
function dayOf(lines: string, name = 'notes.md'): string | undefined {
  return daysOf({ [name]: lines.replaceAll('|', '\n\n') })[name];
}

describe('the day of a source', () => {
  const forms: readonly (readonly [string, string | undefined])[] = [
    ['HARBOUR NEWS / 14 MAR 2027 / 09:05|The council met.', '2027-03-14'],
    ['# Minutes of 3 March 2027|It began at six.', '2027-03-03'],
    ['*Harbour News, Friday, May 14, 2027*|Prices fell.', '2027-05-14'],
    ['Date: Mon, 22 Jul 2024 10:12:00 +0200|Dear all', '2024-07-22'],
    ['Log of the ferry, Friday 5/7/27|It runs for an hour.', '2027-05-07'],
    ['Notes, 22.7.2024|She rang.', '2024-07-22'],
    [
      `Notes of 1 September 2026. ${'She rang about the mill again and again, and once about the weir. '.repeat(3)}`,
      '2026-09-01',
    ],
    ['Notes, 4/6/27|She rang.', undefined],
    ['Notes, 31 February 2024|She rang.', undefined],
    ['The mill opened long ago.|No date is given.', undefined],
    ['Tuesday 22 July|The mill has burnt.', undefined],
  ];
  for (const [lines, expected] of forms)
    it(`is ${expected ?? 'open'} in “${lines.split('|', 1).join('')}”`, () => {
      assert.equal(dayOf(lines), expected);
    });

  it('is in the front matter first of all', () => {
    assert.equal(
      dayOf('---\ntitle: Mill\ndate: 2024-07-22\n---\n\n# Notes, 1 May 2020'),
      '2024-07-22',
    );
  });

  it('is in the name of a file whose text has none', () => {
    assert.equal(dayOf('The mill has burnt.', 'sources/2024-07-22-briefing.md'), '2024-07-22');
    assert.equal(dayOf('The mill has burnt.', 'sources/20240722.txt'), '2024-07-22');
    assert.equal(dayOf('Written on 1 May 2020.', 'sources/20240722.txt'), '2020-05-01');
  });

  it('is not that of a row of a table', () => {
    const rows = 'Boat,Checked\nHollum,4 May 2024\nOstra,12 June 2024\n';
    assert.deepEqual(daysOf({ 'checks.csv': rows, 'sources/2024-07-22-checks.csv': rows }), {
      'sources/2024-07-22-checks.csv': '2024-07-22',
    });
    assert.deepEqual(daysOf({ 'checks.csv': `"Checks, 1 July 2024"\n${rows}` }), {
      'checks.csv': '2024-07-01',
    });
    const markdown = '| Boat | Checked |\n| --- | --- |\n| Hollum | 4 May 2024 |\n';
    assert.deepEqual(daysOf({ 'checks.md': markdown }), {});
  });

  it('is not a date in the middle of a long paragraph', () => {
    const text = `The mill ${'and the old yard '.repeat(8)} burnt on 22 July 2024.`;
    assert.equal(dayOf(text), undefined);
  });

  it('has the year of the other sources that fits its weekday', () => {
    const days = daysOf({
      'release.md': '*Thursday 8 April 2027*\n\nThe mill is sold.',
      'notes.md': '# Call with the owner, Wed 7 April\n\nShe is glad.',
      'mail.txt': 'Sent Sunday 27 December\n\nThe mill is closed.',
      'wrong.txt': 'Sunday 7 April\n\nThe mill is open.',
    });
    assert.deepEqual(days, {
      'release.md': '2027-04-08',
      'notes.md': '2027-04-07',
      'mail.txt': '2026-12-27',
    });
  });

  it('has the one year of the other sources without a weekday', () => {
    const dateline = 'HARROW, May 21 (Coast News) - The mill has burnt.';
    assert.equal(daysOf({ 'a.md': '# 19 May 2027', 'b.txt': dateline })['b.txt'], '2027-05-21');
    const two = { 'a.md': '# 19 May 2027', 'c.md': '# 1 May 2025', 'b.txt': dateline };
    assert.equal(daysOf(two)['b.txt'], undefined);
  });
});
