import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { draftSpanOf, readProse } from '../../server/prose/prose.js';

/** A generator of reproducible pseudo-random numbers in [0, 1) (Mulberry32, by T. Ettinger). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  ...[
    'Ngozi',
    'Adeyemi',
    'O’Hara',
    'São',
    'Zoe\u0301',
    '😀',
    '👩‍👩‍👧',
    'Łukasz',
    'U.S.',
    'don’t',
    '1,250',
    'Mr.',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    '. ',
    ', ',
    '! ',
    '? ',
    ': ',
    ' — ',
    '-',
    '…',
    '\t',
    '\u00A0',
    '\u200B',
    '\uFEFF',
  ],
  ...['\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '  \n', '\\\n', '\u2028'],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '\\*',
    '\\',
    '[',
    ']',
    '](',
    ')',
    '](http://a.b)',
    '![',
    '[^1]',
    '[a]',
    '[][]',
  ],
  ...[
    '\n# ',
    '\n## ',
    '\n- ',
    '\n  - ',
    '\n1. ',
    '\n> ',
    '\n> > ',
    '\n- [ ] ',
    '\n    ',
    '\n---\n',
    '\n===\n',
    '\n```\n',
    '\n[^1]: ',
    '\n[a]: b\n',
  ],
  ...[
    '\n| a | b |\n|---|---|\n| c | d |\n',
    '&amp;',
    '&#8217;',
    '&nbsp;',
    '&shy;',
    '&x;',
    '<b>',
    '</b>',
    '<br>',
    '<!-- ',
    ' -->',
    '\n<div>\n',
    '<http://a.b>',
  ],
  ...['“', '”', '"', '‘', '’', "'", '«', '»', '(', '—', '$', '@', '#'],
];

/** A draft of randomly chosen pieces. */
function draftFrom(random: () => number): string {
  const count = 1 + Math.floor(random() * 60);
  return Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)]).join('');
}

/** The letters and digits of a text. */
function letters(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

/** True if all of `part` occurs in `whole` in order, possibly with more in between. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('offsets', () => {
  it('map every token of any draft to its place and back', () => {
    const random = randomFrom(20_251_125);
    for (let count = 0; count < 1500; count++) {
      const draft = draftFrom(random);
      const shown = JSON.stringify(draft);
      const { blocks, lines } = readProse(draft);
      for (const block of blocks) {
        let end = 0;
        for (const token of block.sentences.flatMap(({ tokens }) => tokens)) {
          assert.equal(block.text.slice(token.start, token.end), token.text, shown);
          assert.ok(token.start >= end && token.end > token.start, shown);
          end = token.end;
          const place = draftSpanOf(block, token);
          assert.ok(
            place.start >= 0 && place.end <= draft.length && place.start < place.end,
            shown,
          );
          assert.equal(block.map.toProse(place.start), token.start, shown);
          const source = draft.slice(place.start, place.end);
          if (!/[&<`@:]|www\./u.test(source)) {
            assert.ok(
              isSubsequence(letters(token.text), letters(source)),
              `${shown}: ${token.text}`,
            );
          }
          assert.equal(lines.offset(lines.position(place.start)), place.start, shown);
        }
        const isFigure = block.cell !== undefined && !/\p{L}/u.test(block.text);
        assert.ok(letters(block.text) === '' || isFigure || end > 0, shown);
      }
    }
  });

  it('keep sentences and quotations inside their block, in order', () => {
    const random = randomFrom(7);
    for (let count = 0; count < 500; count++) {
      const draft = draftFrom(random);
      for (const { text, sentences, quotations } of readProse(draft).blocks) {
        for (const list of [sentences, quotations.map(({ outer }) => outer)]) {
          let end = 0;
          for (const span of list) {
            assert.ok(span.start >= end && span.end <= text.length, JSON.stringify(draft));
            end = span.end;
          }
        }
      }
    }
  });

  it('are the same for a draft read alone or among others', () => {
    const random = randomFrom(99);
    for (let count = 0; count < 200; count++) {
      const draft = draftFrom(random);
      const once = readProse(draft).blocks.map(({ text, map }) => [text, map.extent]);
      readProse(draftFrom(random));
      assert.deepEqual(
        readProse(draft).blocks.map(({ text, map }) => [text, map.extent]),
        once,
      );
    }
  });
});
