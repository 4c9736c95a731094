import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { joinLines } from '../../../server/sources/extractors/pageLayout.js';
import type { PrintedLine } from '../../../server/sources/extractors/printedLine.js';

/** The lines of a page from the top; an empty one is a gap, and leading spaces are an indent. */
function page(...texts: readonly string[]): readonly PrintedLine[] {
  return texts.flatMap((raw, index) => {
    const text = raw.trim();
    const x = 70 + (raw.length - raw.trimStart().length) * 5;
    if (text === '') return [];
    const parts = [...raw.matchAll(/\S+(?: \S+)*/gu)].map(({ 0: part, index: at }) => ({
      text: part,
      x: 70 + at * 5,
      right: 70 + (at + part.length) * 5,
    }));
    return [{ text, x, right: x + text.length * 5, parts, y: 700 - index * 12, size: 10 }];
  });
}

function texts(...pages: readonly (readonly PrintedLine[])[]): readonly string[] {
  return joinLines(pages).map(({ text }) => text);
}

describe('printed lines', () => {
  it('form one paragraph up to a gap', () => {
    const lines = page('The council keeps the lido', 'open for five years.', '', 'It was close.');
    assert.deepEqual(texts(lines), [
      'The council keeps the lido open for five years.',
      'It was close.',
    ]);
  });

  it('start a paragraph at an indent, and after a short line that ends a sentence', () => {
    const lines = page(
      'The council keeps the lido open, said Ada Roe.',
      '   The vote on Tuesday night was close, and',
      'late.',
      'Swimmers had waited outside the hall for it.',
    );
    assert.deepEqual(texts(lines), [
      'The council keeps the lido open, said Ada Roe.',
      'The vote on Tuesday night was close, and late.',
      'Swimmers had waited outside the hall for it.',
    ]);
  });

  it('continue across columns and pages', () => {
    const right = page('of swimmers.', 'They cheered.').map((line) => ({ ...line, x: 300 }));
    const lines = [...page('The council heard', 'a great many'), ...right];
    assert.deepEqual(texts(lines), ['The council heard a great many of swimmers. They cheered.']);
    assert.deepEqual(texts(page('The council heard'), page('a swimmer.'), page('It rose.')), [
      'The council heard a swimmer.',
      'It rose.',
    ]);
  });

  it('have words joined at line ends, except those with a hyphen elsewhere', () => {
    const lines = page(
      'The har-',
      'bour has a well-',
      'known wall. It is well-known, and the long-',
      'standing harbour too.',
    );
    assert.deepEqual(texts(lines), [
      'The harbour has a well-known wall. It is well-known, and the longstanding harbour too.',
    ]);
  });

  it('do not include page numbers and running headers', () => {
    const numbered = (number: number, words: string): readonly PrintedLine[] =>
      page(`Harbour report ${number}`, '', words, '', String(number));
    assert.deepEqual(texts(numbered(1, 'One.'), numbered(2, 'Two.'), numbered(3, 'Three.')), [
      'One.',
      'Two.',
      'Three.',
    ]);
  });

  it('may be empty', () => assert.deepEqual(texts(), []));

  it('in clear columns are a table', () => {
    const lines = page(
      'The dues were raised:',
      '',
      'Class of vessel    Calls    Dues',
      'Cruise ships          18   9,400',
      'Yachts             2,655',
      'Ferries              730     310',
      '',
      'They rose by 3 per cent.',
    );
    assert.deepEqual(
      joinLines([lines]).map(({ text, cell, page: number }) =>
        cell === undefined ? text : `${number} ${cell.table}.${cell.row}.${cell.column} ${text}`,
      ),
      [
        'The dues were raised:',
        '1 0.0.0 Class of vessel',
        '1 0.0.1 Calls',
        '1 0.0.2 Dues',
        '1 0.1.0 Cruise ships',
        '1 0.1.1 18',
        '1 0.1.2 9,400',
        '1 0.2.0 Yachts',
        '1 0.2.1 2,655',
        '1 0.3.0 Ferries',
        '1 0.3.1 730',
        '1 0.3.2 310',
        'They rose by 3 per cent.',
      ],
    );
  });

  it('side by side are no table if they are sentences, overlap or have no figures', () => {
    for (const lines of [
      page(
        'The council heard a great many    swimmers who had waited in the',
        'of those who like to swim early   cold hall for 3 hours, and they',
        'and of those who do not. It was   cheered when the vote was over.',
      ),
      page('Lund       14     3', 'Harrow 9            2', 'Marlow West of 5  1'),
      page('From     Ada Roe', 'To       Tom Hale', 'About    the lido'),
    ]) {
      assert.ok(joinLines([lines]).every(({ cell }) => cell === undefined));
    }
  });
});
