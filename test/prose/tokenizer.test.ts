import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutTokens } from '../../server/prose/tokenizer.js';

/** Asserts that a text, its tokens parted by bars, is cut just there; spaces around bars are the text's. */
function expectTokens(marked: string): void {
  const text = marked.replaceAll('|', '');
  const tokens = cutTokens(text);
  for (const { text: word, start, end } of tokens) assert.equal(text.slice(start, end), word);
  assert.deepEqual(
    tokens.map(({ text: word }) => word),
    marked.split(/[| ]+/u).filter((word) => word !== ''),
  );
}

describe('the tokenizer', () => {
  it('keeps words whole whose letters are rare in English', () => {
    expectTokens(
      'Ifeoma Vranić|, Šimek|’s aide|, met Nguyễn and Łukasz|; Ольга and Zoe\u0301 left|.',
    );
  });

  it('cuts contractions and possessives as the treebanks do', () => {
    expectTokens("I|’m sure they|’d|’ve come|; she does|n’t|, ca|n’t and wo|n't|.");
    expectTokens("Leeds|’s pitch|, the workers|’ vote|, O’Brien|'s rock 'n' roll|.");
    expectTokens("We can|not say|; you|'re gon|na see 'em|.");
  });

  it('leaves a full stop with what it abbreviates, and with nothing else', () => {
    expectTokens('Mr. Roe|, of Acme Inc.|, met Gen. A. J. Osei at 5 p.m. in St. Ives|.');
    expectTokens('The U.S.|-|led talks|, e.g. with No. 10|.');
    expectTokens('She holds a Ph.D.|, and he takes vitamin C|. It helps|.');
    expectTokens('Turn left|. The gen|. pop|. did|.');
  });

  it('keeps figures whole and cuts units off', () => {
    expectTokens('It cost $|1,250.50|, or €|3.5|bn|, up 5|%| in the 1990s|; a .22 rifle|.');
    expectTokens('At 10:30|am on 12/05/2024 they won 3-2|, the 20th time since 2019–20|.');
    expectTokens('A 10|-|year|-|old ran 6|ft at −5|°|C|.');
  });

  it('keeps addresses, handles and names with marks whole', () => {
    expectTokens('Write to desk@example.org or see https://example.org/a?b=1|, said @newsroom|.');
    expectTokens('AT&T|, COVID-19|, an F-16|, a co-founder and Gawker.com won|.');
    expectTokens('Jean|-|Luc runs and|/|or swims|.');
  });

  it('cuts where a space was lost', () => {
    expectTokens('The war is over|.|William left for Vietnam|Theresa said|, and|Vietnam agreed|.');
    expectTokens('“|We won|.|”|The crowd cheered|,|then left|.');
  });

  it('does not cut names with a capital inside', () => {
    expectTokens('YouTube|, McDonald|, PetroChina|, LeBron|, eBay and DeSantis met WhatsApp|.');
  });

  it('ends on hostile text', () => {
    for (const unit of ['a.', 'a-', "a'", '1.', '1,', '@', '.', '-', 'é\u0301', '😀\u200D']) {
      const text = unit.repeat(6000);
      assert.equal(
        cutTokens(text).reduce((size, { start, end }) => size + end - start, 0),
        text.length,
      );
    }
  });
});
