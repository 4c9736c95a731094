import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';
import { splitSentences } from '../../server/prose/sentences.js';

/** The sentences of a block's prose. */
function split(text: string): readonly string[] {
  return splitSentences(text).map((group) => text.slice(group[0]?.start, group.at(-1)?.end));
}

/** Asserts that a text, its sentences parted by a bar, is cut just there. */
function expectSentences(marked: string): void {
  const parts = marked.split(' | ');
  assert.deepEqual(split(parts.join(' ')), parts);
}

/** The sentences of a draft as `role: sentence`. */
function roles(draft: string): readonly string[] {
  return readProse(draft).blocks.flatMap(({ sentences }) =>
    sentences.map(({ role, text }) => `${role}: ${text}`),
  );
}

describe('sentences', () => {
  it('keep a closing mark with the sentence that it closes', () => {
    expectSentences('“We won.” | Rain fell. | (Nobody minded.) | It was late.');
  });

  it('keep a question or a shout with its attribution', () => {
    expectSentences('“Who is there?” asked Ms. Osei. | Nobody spoke.');
    expectSentences('“Never!” Ms. Osei said. | Nobody spoke.');
    expectSentences('“Who is there?” Ngozi Adeyemi asked the court. | Nobody spoke.');
  });

  it('part a shout from a sentence that only follows it', () => {
    expectSentences('“Never!” | The wall fell at noon.');
    expectSentences('“Never!” | The engineer said she had seen it all.');
  });

  it('part a quotation from the line that signs it', () => {
    expectSentences('We won. | — Ngozi Adeyemi');
    expectSentences('“We won.” | — Harsh V. Pant, professor at King’s');
    expectSentences('We won — Adeyemi scored twice.');
  });

  it('stay whole where a mark belongs to a name, a figure or an abbreviation', () => {
    assert.deepEqual(split('Sites such as Example.com have a .22 rifle on show.'), [
      'Sites such as Example.com have a .22 rifle on show.',
    ]);
    expectSentences('The U.S. has left. | The show Jeopardy! has a new host.');
    expectSentences('She holds a Ph.D. from Cork. | He does not.');
  });
});

describe('the role of a sentence', () => {
  it('is that of an attribution for the line below a quotation', () => {
    assert.deepEqual(roles('> We won.\n> — J. R. Adeyemi'), [
      'prose: We won.',
      'attribution: — J. R. Adeyemi',
    ]);
    assert.deepEqual(roles('> We won.\n\n– Ngozi Adeyemi, coach'), [
      'prose: We won.',
      'attribution: – Ngozi Adeyemi, coach',
    ]);
  });

  it('is prose where no name follows “by”', () => {
    assert.deepEqual(roles('Editing by hand takes a day.'), [
      'prose: Editing by hand takes a day.',
    ]);
  });

  it('is that of a dateline, a byline and a credit', () => {
    assert.deepEqual(
      roles('*By Ada Roe*\n\nWHITBY, England — The wall fell.\n\nPhoto by Esa Koli'),
      [
        'byline: By Ada Roe',
        'dateline: WHITBY, England —',
        'prose: The wall fell.',
        'credit: Photo by Esa Koli',
      ],
    );
  });
});
