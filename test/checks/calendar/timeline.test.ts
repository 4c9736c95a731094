import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timelineOf } from '../../../server/checks/calendar/timeline.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { NO_REFERENCE, referenceFromSources } from '../../../server/reference/reference.js';

const POLICE = {
  name: 'police.txt',
  text: 'POLICE / 23 JUL 2024\n\nThe ferry left Ostra on Monday at 13:40. It was built in 1987.',
};
const DRAFT = 'The ferry sank off Hollum on Monday at 14:10. Divers found it on Tuesday.';

/** The moments of a timeline, with the text or the source of each. */
function linesOf(draft: string, sources: readonly (typeof POLICE)[]): readonly string[] {
  const reference = sources.length === 0 ? NO_REFERENCE : referenceFromSources(sources);
  return runToCompletion(timelineOf(readProse(draft), reference)).map(
    ({ moment, place }) =>
      `${moment} ${'start' in place ? draft.slice(place.start, place.end) : `${place.source}:${place.line}`}`,
  );
}

describe('the timeline', () => {
  it('has the times of draft and sources in order, with the places', () => {
    assert.deepEqual(linesOf(DRAFT, [POLICE]), [
      '1987 police.txt:3',
      '2024-07-22T13:40 police.txt:3',
      '2024-07-22T14:10 The ferry sank off Hollum on Monday at 14:10.',
      '2024-07-23 Divers found it on Tuesday.',
    ]);
  });

  it('counts from the date of the draft, if it has one', () => {
    const dated = `---\ndate: 2024-07-30\n---\n\n${DRAFT}`;
    assert.deepEqual(linesOf(dated, [POLICE]).slice(2), [
      '2024-07-29T14:10 The ferry sank off Hollum on Monday at 14:10.',
      '2024-07-30 Divers found it on Tuesday.',
    ]);
  });

  it('leaves out weekdays if nothing has a date', () => {
    assert.deepEqual(linesOf(`${DRAFT} It was sold in 2003.`, []), ['2003 It was sold in 2003.']);
  });

  it('has the time of each row of a table once', () => {
    const table = {
      name: 'checks.csv',
      text: 'Boat,Checked,Leaks,Engine,Monday\nHollum,2024-05-04,2,sound,9-5\nOstra,12 June 2024,3,sound,9-5\n',
    };
    assert.deepEqual(linesOf('', [table]), ['2024-05-04 checks.csv:2', '2024-06-12 checks.csv:3']);
  });

  it('puts a time of day on the day of the sentences before it', () => {
    const text =
      'POLICE / 23 JUL 2024\n\nOn 11 July a boat sank. The harbour was shut. It stayed shut until 16:20. The inquiry opens at 10:00.';
    assert.deepEqual(linesOf('', [{ name: 'police.txt', text }]), [
      '2024-07-11 police.txt:3',
      '2024-07-11T16:20 police.txt:3',
      '2024-07-23T10:00 police.txt:3',
    ]);
    assert.deepEqual(linesOf('A boat sank on 11 July 2024. It sank at 16:20.', []), [
      '2024-07-11 A boat sank on 11 July 2024.',
      '2024-07-11T16:20 It sank at 16:20.',
    ]);
  });

  it('leaves out dates of writing', () => {
    const mail = {
      name: 'mail.txt',
      text: 'From: Ada Roe\n\nSent: Tuesday 23 July 2024 10:15\n\nThe ferry left Ostra on Monday.',
    };
    const wire = {
      name: 'wire.txt',
      text: 'COAST NEWS / Tuesday 23 July 2024 / 20:15 / replaces earlier reports\n\nOstra, 23 July 2024 – The ferry left on Monday.',
    };
    const draft =
      '# Ferry sinks\n\nAda Roe, Ostra, Tuesday 23 July 2024\n\nLund, 23 July – Divers found the ferry today.';
    assert.deepEqual(linesOf(draft, [mail, wire]), [
      '2024-07-22 mail.txt:5',
      '2024-07-22 wire.txt:3',
      '2024-07-23 Lund, 23 July – Divers found the ferry today.',
    ]);
  });
});
