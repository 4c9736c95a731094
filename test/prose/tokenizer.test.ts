import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { tokenize } from '../../server/prose/tokenizer.js';

/**
 * Asserts that a text is tokenised at exactly the bars in it; spaces around bars belong to the
 * text.
 */
function expectTokens(marked: string): void {
  const text = marked.replaceAll('|', '');
  const tokens = tokenize(text);
  for (const { text: word, start, end } of tokens) assert.equal(text.slice(start, end), word);
  assert.deepEqual(
    tokens.map(({ text: word }) => word),
    marked.split(/[| ]+/u).filter((word) => word !== ''),
  );
}

describe('the tokenizer', () => {
  it('does not split words with unusual letters', () => {
    expectTokens(
      'Ifeoma Vranić|, Šimek|’s aide|, met Nguyễn and Łukasz|; Ольга and Zoe\u0301 left|.',
    );
  });

  it('splits contractions and possessives as the treebanks do', () => {
    expectTokens("I|’m sure they|’d|’ve come|; she does|n’t|, ca|n’t and wo|n't|.");
    expectTokens("Leeds|’s pitch|, the workers|’ vote|, O’Brien|'s rock 'n' roll|.");
    expectTokens("We can|not say|; you|'re gon|na see 'em|.");
  });

  it('keeps a full stop only with an abbreviation', () => {
    expectTokens('Mr. Roe|, of Acme Inc.|, met Gen. A. J. Osei at 5 p.m. in St. Ives|.');
    expectTokens('The U.S.|-|led talks|, e.g. with No. 10|.');
    expectTokens('She holds a Ph.D.|, and he takes vitamin C|. It helps|.');
    expectTokens('Turn left|. The gen|. pop|. did|.');
  });

  it('keeps figures together and splits off units', () => {
    expectTokens('It cost $|1,250.50|, or €|3.5|bn|, up 5|%| in the 1990s|; a .22 rifle|.');
    expectTokens('At 10:30|am on 12/05/2024 they won 3-2|, the 20th time since 2019–20|.');
    expectTokens('A 10|-|year|-|old ran 6|ft at −5|°|C|.');
  });

  it('reads digits grouped by spaces or apostrophes as one figure', () => {
    const cases: readonly (readonly [text: string, figures: readonly string[]])[] = [
      ['They paid 12 000 000 euros.', ['12 000 000']],
      ['They paid 12\u00A0000\u202F000 euros.', ['12\u00A0000\u202F000']],
      ['They paid €7\u2009500.', ['7\u2009500']],
      ["They paid 12'000'000 and 9’000.50 francs.", ["12'000'000", '9’000.50']],
      ['They paid 12 300,50 euros, or EUR 12 301.', ['12 300,50', '12 301']],
      ['Some 10–12 000 or 12 000–14 000 came.', ['10', '12 000', '12 000', '14 000']],
      ['Of 12 300, 450 left; 8 000 stayed.', ['12 300', '450', '8 000']],
      ['In 2019 300 people came; in 300 2019.', ['2019', '300', '300', '2019']],
      ['On May 20 300 people came; on Flight 12 150 sat.', ['20', '300', '12', '150']],
      [
        'Call 020 794 600, 0800 100 200 or +44 20 794 600.',
        ['020', '794', '600', '0800', '100', '200', '+44', '20', '794', '600'],
      ],
      ['Call 1 800 555 0123 or 555 012-3456.', ['1', '800', '555', '0123', '555', '012-3456']],
      ["It has 12 0000, 12 00 and '90s songs.", ['12', '0000', '12', '00', "'90s"]],
    ];
    for (const [text, figures] of cases)
      assert.deepEqual(
        tokenize(text)
          .filter(({ kind }) => kind === 'number')
          .map(({ text: figure }) => figure),
        figures,
      );
  });

  it('keeps URLs, handles and names with marks together', () => {
    expectTokens('Write to desk@example.org or see https://example.org/a?b=1|, said @newsroom|.');
    expectTokens('AT&T|, COVID-19|, an F-16|, a co-founder and Gawker.com won|.');
    expectTokens('Jean|-|Luc runs and|/|or swims|.');
  });

  it('splits where a space is missing', () => {
    expectTokens('The war is over|.|William left for Vietnam|Theresa said|, and|Vietnam agreed|.');
    expectTokens('“|We won|.|”|The crowd cheered|,|then left|.');
  });

  it('does not split names with internal capitals', () => {
    expectTokens('YouTube|, McDonald|, PetroChina|, LeBron|, eBay and DeSantis met WhatsApp|.');
  });

  it('terminates on hostile text', () => {
    for (const unit of [
      'a.',
      'a-',
      "a'",
      '1.',
      '1,',
      '1 000 ',
      "1'",
      '@',
      '.',
      '-',
      'é\u0301',
      '😀\u200D',
    ]) {
      const text = unit.repeat(6000);
      assert.equal(
        tokenize(text).reduce((size, { start, end }) => size + end - start, 0),
        text.replaceAll(' ', '').length,
      );
    }
  });
});
