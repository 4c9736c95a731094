import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compareRewrite } from '../../../server/checks/rewrite/rewrite.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { mark, marked } from '../../marked.js';

/** Asserts that two texts differ at the marked places of both, with these messages. */
function expectChanges(before: string, after: string, ...messages: readonly string[]): void {
  const [old, now] = [marked(before).text, marked(after).text];
  const changes = runToCompletion(compareRewrite(readProse(old), readProse(now)));
  assert.deepEqual(
    changes.map(({ message }) => message),
    messages,
  );
  assert.equal(
    mark(
      old,
      changes.flatMap((change) => change.before?.span ?? []),
    ),
    before,
  );
  assert.equal(
    mark(
      now,
      changes.flatMap((change) => change.after?.span ?? []),
    ),
    after,
  );
}

const STORY =
  'Maren Oduya, 45, leads the Wexcombe Council. It sold 214 boats for £3.2m on Tuesday 5 May.\n\n“We sold every boat that we had,” Oduya said.';

describe('a rewrite', () => {
  it('is silent if it only says the same in other words or another order', () => {
    expectChanges(STORY, STORY);
    expectChanges(
      STORY,
      '“We sold every boat that we had,” said Ms Oduya, 45, who leads Wexcombe Council. On Tuesday 5 May it sold its 214 boats for £3.2 million.',
    );
    expectChanges(
      'The World Health Organization met Russian doctors in Paris. The two men left.',
      'In Paris the WHO met doctors from Russia. One man left first.',
    );
  });

  it('differs in figures that it changes', () => {
    expectChanges(
      'It sold [|214|] boats for £3.2m on Tuesday.',
      'The council sold [|241|] boats for £3.2m on Tuesday.',
      '“241” was “214”.',
    );
    expectChanges(
      'It sold [|about 30|] boats.',
      'The council sold [|30|] boats.',
      '“30” was “about 30”.',
    );
    expectChanges(
      'The vote was 5-2, and [|12|] boats sank.',
      'The vote was 5-2. Fares rise by [|9 per cent|] in other towns.',
      '“9 per cent” is not in the old text.',
      '“12” is left out.',
    );
  });

  it('differs in units that it changes', () => {
    expectChanges(
      'The path is [|10km|] long, and it took 3 hours.',
      'The path is [|10 miles|] long, and it took 3 hours.',
      '“10 miles” was “10km”.',
    );
    expectChanges(
      'A [|three-hour|] meeting failed.',
      'A meeting of [|3 days|] failed.',
      '“3 days” was “three-hour”.',
    );
    expectChanges(
      'It is 10 km long, weighs 5kg and sold 10 boats. It was 20C.',
      'It sold 10, is 10 kilometres long and weighs 5 kilos. It was 20 degrees.',
    );
  });

  it('differs in dates that it changes', () => {
    expectChanges(
      'The pier opened on [|Tuesday|] 5 May.',
      'The pier opened on [|Monday|] 5 May.',
      '“Monday” was “Tuesday”.',
    );
    expectChanges(
      'The pier was built in [|1987|].',
      'The pier was built in [|1978|].',
      '“1978” was “1987”.',
    );
  });

  it('differs in names that it misspells, exchanges, adds or leaves out', () => {
    expectChanges(
      '[|Maren Oduya|] opened the pier.',
      'The pier was opened by [|Maren Oduay|].',
      '“Maren Oduay” was “Maren Oduya”.',
    );
    expectChanges(
      'The mayor flew to [|Paris|] with the choir.',
      'With the choir the mayor flew to [|Lyon|].',
      '“Lyon” was “Paris”.',
    );
    expectChanges(
      'Maren Oduya opened the pier. [|Bo Ek|] watched the boats.',
      'Maren Oduya opened the pier. Later, drinks were paid for by [|Hollum Foods|].',
      '“Hollum Foods” is not in the old text.',
      '“Bo Ek” is left out.',
    );
  });

  it('differs in quotations that it changes, adds or leaves out', () => {
    expectChanges(
      'Ada Roe said: “[|We have never sold a single boat.|]”',
      'Ada Roe said: “[|We have sold a single boat.|]”',
      '“We have sold a single boat.” was “We have never sold a single boat.”.',
    );
    expectChanges(
      'Ada Roe was glad. “[|Nobody asked me,|]” she said.',
      'Ada Roe was glad. “[|This is a great day,|]” she said.',
      '“This is a great day,” is not in the old text.',
      '“Nobody asked me,” is left out.',
    );
  });

  it('reports a name or a figure as replaced only if the sentences are much the same', () => {
    expectChanges(
      'The mayor flew to [|Paris|]. A choir sang in the rain for [|12|] minutes.',
      'The mayor was tired. In [|Lyon|] [|30|] boats sank.',
      '“Lyon” is not in the old text.',
      '“30” is not in the old text.',
      '“Paris” is left out.',
      '“12” is left out.',
    );
  });

  it('reports words that it puts into quotation marks', () => {
    expectChanges(
      'She said they sold every boat.',
      'She said they “[|sold every boat|]”.',
      '“sold every boat” has no quotation marks in the old text.',
    );
  });

  it('may add the kind of a thing, and the month of a span', () => {
    expectChanges(
      'The Hollum was full. The pier is shut from [|22-31|] May.',
      'The Hollum Hospital was full. The pier is shut in May.',
      '“22-31” is left out.',
    );
  });

  it('may have a plural, an abbreviation or a country for its speaker', () => {
    expectChanges(
      'The Volkswagens went to Los Angeles. “We will act in time,” said Bo Ek of India.',
      'A Volkswagen went to LA. “We will act in time,” India said. Bo Ek agreed.',
    );
  });

  it('differs in another name with the same initials', () => {
    expectChanges(
      '[|Ada Roe|] of the council sang an old song at the busy harbour before the great storm.',
      '[|Anna Reed|] of the council sang an old song at the busy harbour before the great storm.',
      '“Anna Reed” was “Ada Roe”.',
    );
  });

  it('may write out an abbreviation, and have other apostrophes', () => {
    expectChanges(
      "The U.N. met on Sunday, and the WHO did. O’Brien met O'Neil.",
      "The United Nations met on Sunday, and so did the World Health Organization. O'Brien met O’Neil.",
    );
  });

  it('may shorten a quotation', () => {
    expectChanges(
      '“We sold every boat that we had, and then some,” Ada Roe said. “It rained all day.”',
      'Ada Roe said they “sold every boat … and then some”. “It rained all day,” she said.',
    );
  });

  it('differs in a quotation that it gives to another speaker', () => {
    expectChanges(
      '“We sold every boat,” [|Ada Roe|] said. Bo Ek watched.',
      '“We sold every boat,” [|Bo Ek|] said. Ada Roe watched.',
      '“We sold every boat,” is given to Bo Ek; it was Ada Roe.',
    );
  });
});
