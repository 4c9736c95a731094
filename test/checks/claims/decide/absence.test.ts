import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { judgeDraft } from '../judgeDraft.js';

const SOURCE = `The lido at Harbour Road cost 3.4 million pounds and reopened in May.

Swimmers queued along the promenade. The mayor, Maren Oduya, cut a ribbon.

Tickets cost six pounds. The café on the terrace has 48 seats.`;

/** The marked words of each unsupported claim of a last sentence, and the messages. */
function marks(sentence: string): readonly string[] {
  const draft = `The lido at Harbour Road reopened in May. The mayor, Maren Oduya, cut a ribbon. Tickets cost six pounds. ${sentence}`;
  return judgeDraft(SOURCE, draft)
    .findings.filter(({ code }) => code === 'claim/unsupported')
    .map(({ span, message }) => `${draft.slice(span.start, span.end)}: ${message}`);
}

describe('an unsupported claim', () => {
  it('is reported at the name or figure that no source mentions', () => {
    const [figure, ...none] = marks('A diving club paid 2,750 euros for new lockers.');
    assert.deepEqual(none, []);
    assert.match(figure ?? '', /^2,750.*: “2,750.*” is not in the sources\./u);
    const [name] = marks('Brennan Marine supplied the lockers.');
    assert.match(name ?? '', /^Brennan Marine: “Brennan Marine” is not in the sources\./u);
  });

  it('is shown beside the closest passage, unless that shares nothing that matters', () => {
    const [near = ''] = marks(
      'Swimmers on the promenade of Pellworth Bay paid 725 euros to a diving club.',
    );
    assert.match(near, /Closest: “Swimmers queued/u);
    const [remote = ''] = marks('A diving club paid 2,750 euros for new tickets.');
    assert.doesNotMatch(remote, /Closest/u);
  });

  it('is not reported at the name of somebody whom only a label of a transcript has', () => {
    const source =
      'ADA ROE: The lido is closed.\n\nBRANKA SOKOLOVIĆ: What does it cost?\n\nADA ROE: A lot.';
    const unsupported = (sentence: string): readonly string[] =>
      judgeDraft(source, `The lido is closed, Ada Roe said. ${sentence}`)
        .findings.filter(({ code }) => code === 'claim/unsupported')
        .map(({ message }) => message);
    assert.deepEqual(unsupported('Branka Sokolović wore a striped hat.'), []);
    assert.match(
      unsupported('Tomasz Wilk wore a striped hat.').join(),
      /^“Tomasz Wilk” is not in the sources/u,
    );
  });

  it('is not reported if its figure is anywhere in the sources', () => {
    assert.deepEqual(marks('The terrace has 48 lockers.'), []);
  });

  it('is not reported for what a reporter reckons', () => {
    assert.deepEqual(marks('That is 725 more than the old pool had.'), []);
    assert.deepEqual(marks('Half an hour later the gates closed.'), []);
  });

  it('is not reported for a rounding of what the sources have', () => {
    const source = 'Turnover of the ferry line was 1,284 in 2025 (millions of crowns).';
    const unsupported = (sentence: string): readonly string[] =>
      judgeDraft(source, `The ferry line had a good year. ${sentence}`)
        .findings.filter(({ code }) => code === 'claim/unsupported')
        .map(({ message }) => message);
    assert.deepEqual(unsupported('Sales came to 1.28 billion.'), []);
    assert.match(unsupported('Sales came to 1.73 billion.').join(), /^“1\.73/u);
  });

  it('is not reported for where somebody is from, nor for the capital of the first word', () => {
    assert.deepEqual(marks('The Norwegian had worn a striped hat.'), []);
    assert.deepEqual(marks("Norway's champion had worn a striped hat."), []);
    assert.deepEqual(marks('Borrowing got cheaper.'), []);
    assert.match(marks('The champion had worn a hat from Norway.').join(), /^Norway: /u);
  });

  it('is not reported for words that no source has: it may say the same in others', () => {
    for (const sentence of [
      'A builder carried a ladder to the quarry.',
      'An admission fee is charged to bathers.',
      'Swimmers were angry about the ribbon.',
    ])
      assert.deepEqual(marks(sentence), [], sentence);
  });

  it('is not reported for a placeholder, which is one already', () => {
    for (const sentence of [
      '**TK** leaked on Monday.',
      '“TK” leaked on Monday.',
      'The *TK* leaked.',
      'The TKTK leaked on Monday.',
    ])
      assert.deepEqual(marks(sentence), [], sentence);
    assert.match(marks('Brennan Marine told TK of the leak.').join(), /^Brennan Marine: /u);
  });

  it('has one mark', () => {
    assert.equal(marks('Brennan Marine delivered 2,750 lockers in 1931.').length, 1);
  });
});
