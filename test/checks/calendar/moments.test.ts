import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { momentText, momentsIn, weekdayText } from '../../../server/checks/calendar/moments.js';
import { readProse, sentencesOf } from '../../../server/prose/prose.js';

/** The moments in a sentence, written on Wednesday 24 July 2024 if not otherwise. */
function moments(text: string, written: string | undefined = '2024-07-24'): readonly string[] {
  const [first] = sentencesOf(readProse(text));
  return momentsIn(first?.sentence.tokens ?? [], written);
}

describe('the times that a sentence names', () => {
  it('are days, in the year beside them or otherwise in the nearest', () => {
    assert.deepEqual(moments('The ferry sank on 22 July 2023.'), ['2023-07-22']);
    assert.deepEqual(moments('The ferry sank on July 22, 2023, off Hollum.'), ['2023-07-22']);
    assert.deepEqual(moments('The ferry sank on 22 July.'), ['2024-07-22']);
    assert.deepEqual(moments('The ferry sails again on 3 January.', '2024-12-30'), ['2025-01-03']);
    assert.deepEqual(moments('The ferry sank on Monday 22 July.'), ['2024-07-22']);
    assert.deepEqual(moments('The ferry sails on Tuesday, 22 July.'), ['2025-07-22']);
    assert.deepEqual(moments('The ferry sank on Friday 22 July.'), ['2024-07-22']);
  });

  it('are weekdays: the last one, or the next one of a plan', () => {
    assert.deepEqual(moments('The ferry sank on Monday.'), ['2024-07-22']);
    assert.deepEqual(moments('The council met on Wednesday.'), ['2024-07-24']);
    assert.deepEqual(moments('The council will meet on Friday.'), ['2024-07-26']);
    assert.deepEqual(moments('The council met last Wednesday.'), ['2024-07-17']);
    assert.deepEqual(moments('The council meets on Friday.'), ['2024-07-26']);
    assert.deepEqual(moments('The council did not meet on Friday.'), ['2024-07-19']);
    assert.deepEqual(moments('The two are to meet again on Friday.'), ['2024-07-26']);
    assert.deepEqual(moments('On Friday a judge would hear her.'), ['2024-07-26']);
    assert.deepEqual(moments('Lind left on Friday over a terminal planned at Lund.'), [
      '2024-07-19',
    ]);
    assert.deepEqual(moments('No ferry before Friday.'), ['2024-07-26']);
    assert.deepEqual(moments('The pool is free to all, from today until Friday.'), [
      '2024-07-24',
      '2024-07-26',
    ]);
    assert.deepEqual(moments('The ferry was moored until Friday.'), ['2024-07-19']);
    assert.deepEqual(moments('The council meets on Mondays.'), []);
    assert.deepEqual(moments('The ferry sails every Monday.'), []);
  });

  it('are days that count from the day of writing', () => {
    assert.deepEqual(moments('The ferry sank yesterday.'), ['2024-07-23']);
    assert.deepEqual(moments('The ferry sank two days ago.'), ['2024-07-22']);
    assert.deepEqual(moments('The wreck was found two days later.'), []);
    assert.deepEqual(moments('The ferry has been full this week.'), []);
  });

  it('are months and years', () => {
    assert.deepEqual(moments('The ferry was built in May 1987.'), ['1987-05']);
    assert.deepEqual(moments('The ferry was built in 1987 and sold in 2003.'), ['1987', '2003']);
  });

  it('are months before or after that of writing, if a word says so', () => {
    assert.deepEqual(moments('The insurer paid last November.'), ['2023-11']);
    assert.deepEqual(moments('The insurer paid last July.'), ['2023-07']);
    assert.deepEqual(moments('The insurer paid last June.'), ['2024-06']);
    assert.deepEqual(moments('The insurer will pay next January.'), ['2025-01']);
    assert.deepEqual(moments('The insurer will pay next July.'), ['2025-07']);
    assert.deepEqual(moments('The insurer pays this September.'), ['2024-09']);
  });

  it('are days and months before the text in the past tense, and after it in plans', () => {
    const written = '2026-11-14';
    const read = (text: string): readonly string[] => moments(text, written);
    assert.deepEqual(read('The boilers were last checked in March.'), ['2026-03']);
    assert.deepEqual(read('The law took effect in January.'), ['2026-01']);
    assert.deepEqual(read('She died on 14 February.'), ['2026-02-14']);
    assert.deepEqual(read('The law takes effect in January.'), ['2027-01']);
    assert.deepEqual(read('The hall will open in September.'), ['2027-09']);
    assert.deepEqual(read('The hall is closed in January.'), ['2027-01']);
    assert.deepEqual(read('It has not sailed since October.'), ['2026-10']);
    assert.deepEqual(read('They agreed to visit the mill on 24 December.'), ['2026-12-24']);
    assert.deepEqual(read('She says that it was diverted until May.'), ['2026-05']);
  });

  it('take the year after them', () => {
    assert.deepEqual(moments('It lost a mast in June last year.'), ['2023-06']);
    assert.deepEqual(moments('It lost a mast on 3 August last year.'), ['2023-08-03']);
    assert.deepEqual(moments('It lost a mast in March of this year.'), ['2024-03']);
    assert.deepEqual(moments('It will sail in June next year.'), ['2025-06']);
  });

  it('are nights, weeks, months and years that count from the day of writing', () => {
    assert.deepEqual(moments('We counted the votes last night.'), ['2024-07-23']);
    assert.deepEqual(moments('She was here two weeks ago.'), ['2024-07-10']);
    assert.deepEqual(moments('The inspectors came back last month.'), ['2024-06']);
    assert.deepEqual(moments('It sailed 40 times last year.'), ['2023']);
    assert.deepEqual(moments('The work starts next year.'), ['2025']);
    assert.deepEqual(moments('It sank last month.', '2024-01-09'), ['2023-12']);
    assert.deepEqual(moments('It has been full this month and this year.'), []);
  });

  it('are not weekdays that only name a kind', () => {
    assert.deepEqual(moments('The hall keeps its Friday market.'), []);
    assert.deepEqual(moments('On a Saturday it is full.'), []);
  });

  it('are times of day on the day of the sentence before, if not in the future', () => {
    const tokensOf = (text: string) => sentencesOf(readProse(text))[0]?.sentence.tokens ?? [];
    const shut = tokensOf('It stayed shut until 11:15.');
    assert.deepEqual(momentsIn(shut, '2024-07-24', '2024-07-11'), ['2024-07-11T11:15']);
    const opens = tokensOf('It will open at 11:15.');
    assert.deepEqual(momentsIn(opens, '2024-07-24', '2024-07-11'), ['2024-07-24T11:15']);
    assert.deepEqual(moments('Launched 19:05 yesterday, back 22:40.'), [
      '2024-07-23T19:05',
      '2024-07-23T22:40',
    ]);
    assert.deepEqual(moments('No flights between 23:00 and 06:00.'), []);
  });

  it('are times of day, on the only day of the sentence or that of writing', () => {
    assert.deepEqual(moments('The ferry sank on Monday at 14:10.'), ['2024-07-22T14:10']);
    assert.deepEqual(moments('The alarm came at 2:15 p.m. on 22 July.'), ['2024-07-22T14:15']);
    assert.deepEqual(moments('The alarm came at 12:15 a.m. on 22 July.'), ['2024-07-22T00:15']);
    assert.deepEqual(moments('The alarm came at 12:15 p.m. on 22 July.'), ['2024-07-22T12:15']);
    assert.deepEqual(moments('9:05 The alarm rings.'), ['2024-07-24T09:05']);
  });

  it('are left out if the day is not known', () => {
    assert.deepEqual(
      momentsIn(sentencesOf(readProse('It sank on Monday.'))[0]?.sentence.tokens ?? []),
      [],
    );
    assert.deepEqual(moments('About 22 people met.'), []);
  });

  it('are read as people write them', () => {
    assert.deepEqual(
      ['2024-07-22T14:10', '2024-07-02', '2024-07', '2024'].map((moment) => [
        momentText(moment),
        weekdayText(moment),
      ]),
      [
        ['22 July 2024, 14:10', 'Monday'],
        ['2 July 2024', 'Tuesday'],
        ['July 2024', ''],
        ['2024', ''],
      ],
    );
  });
});
