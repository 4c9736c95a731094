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
    ['HARBOUR NEWS / 27 FEB 2026 / 11:40|The council met.', '2026-02-27'],
    ['# Minutes of 26 February 2026|It began at six.', '2026-02-26'],
    ['*Harbour News, Thursday, April 30, 2026, page 1*|Prices fell.', '2026-04-30'],
    ['Date: Mon, 22 Jul 2024 10:12:00 +0200|Dear all', '2024-07-22'],
    ['Tape log, Friday 5/8/26|It runs for an hour.', '2026-05-08'],
    ['Notes, 22.7.2024|She rang.', '2024-07-22'],
    ['Notes, 5/9/26|She rang.', undefined],
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

  it('is not a date in the middle of a long paragraph', () => {
    const text = `The mill ${'and the old yard '.repeat(8)} burnt on 22 July 2024.`;
    assert.equal(dayOf(text), undefined);
  });

  it('has the year of the other sources that fits its weekday', () => {
    const days = daysOf({
      'release.md': '*Wednesday 12 March 2025*\n\nThe mill is sold.',
      'notes.md': '# Notes, phone call, Tue 11 March, 14:20\n\nShe is glad.',
      'mail.txt': 'Sent Sunday 29 December\n\nThe mill is closed.',
      'wrong.txt': 'Friday 11 March\n\nThe mill is open.',
    });
    assert.deepEqual(days, {
      'release.md': '2025-03-12',
      'notes.md': '2025-03-11',
      'mail.txt': '2024-12-29',
    });
  });

  it('has the one year of the other sources without a weekday', () => {
    const dateline = 'HARROW, June 13 (Coast News) - The mill has burnt.';
    assert.equal(daysOf({ 'a.md': '# 11 June 2026', 'b.txt': dateline })['b.txt'], '2026-06-13');
    const two = { 'a.md': '# 11 June 2026', 'c.md': '# 1 May 2025', 'b.txt': dateline };
    assert.equal(daysOf(two)['b.txt'], undefined);
  });
});
