import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Prose, placeOf, readProse, sentencesOf } from '../../server/prose/prose.js';

/** The sentences of a draft, as they stand in it. */
function sentences(draft: string): readonly string[] {
  const prose = readProse(draft);
  return sentencesOf(prose).map(({ block, sentence }) => {
    const { start, end } = placeOf(block, sentence);
    return draft.slice(start, end);
  });
}

describe('prose', () => {
  it('leaves front matter, code, comments and targets alone', () => {
    assert.deepEqual(
      sentences(
        '---\ntitle: Not prose.\n---\n\n<!-- not prose -->\n\nThe [council](https://a.example/x) met.\n\n```\nnot prose\n```\n\n    not prose\n',
      ),
      ['The [council](https://a.example/x) met.'],
    );
  });

  it('keeps titles, initials and abbreviations whole', () => {
    assert.deepEqual(
      sentences('Mr. Osei met J. R. Adeyemi of the U.S. embassy. He left at noon.'),
      ['Mr. Osei met J. R. Adeyemi of the U.S. embassy.', 'He left at noon.'],
    );
  });

  it('reads only what an earlier version of the text does not have', () => {
    const paragraphs = ['The council met.', 'It voted at noon.', 'Nobody spoke.'];
    const before = readProse(paragraphs.join('\n\n'));
    const after = readProse(['The council sat.', ...paragraphs].join('\n\n'), 'markdown', before);
    const [added, ...kept] = after.blocks;
    assert.deepEqual(
      kept.map(({ sentences }) => sentences),
      before.blocks.map(({ sentences }) => sentences),
    );
    for (const [index, { sentences }] of kept.entries()) {
      assert.equal(sentences, before.blocks[index]?.sentences);
    }
    assert.ok(before.blocks.every(({ sentences }) => sentences !== added?.sentences));
  });

  it('reads the same words anew where they have become a heading', () => {
    const before = readProse('Council votes at noon');
    const [heading] = readProse('# Council votes at noon', 'markdown', before).blocks;
    assert.equal(heading?.role, 'heading');
    assert.deepEqual(heading, readProse('# Council votes at noon').blocks[0]);
  });

  it('reads what is nested too deep for markup anew where its marks are others', () => {
    const rest = '\n\nThe council met again.'.repeat(20);
    const before = readProse(`${'> '.repeat(60)}deep${rest}`);
    const after = readProse(`${'+ '.repeat(60)}deep${rest}`, 'markdown', before);
    assert.equal(after.blocks[0]?.text, `${'+ '.repeat(60)}deep`);
  });

  it('reads paragraphs anew where others go before them, by what they say and what they are', () => {
    const draft = '# Rain\n\nIt rained.\n\nRain';
    const before = readProse(draft);
    const after = readProse(`Rain\n\n${draft}`, 'markdown', before);
    assert.deepEqual(
      after.blocks.map(({ kind, text }) => `${kind}: ${text}`),
      ['paragraph: Rain', 'heading: Rain', 'paragraph: It rained.', 'paragraph: Rain'],
    );
    assert.equal(after.blocks[0]?.wording, before.blocks[2]?.wording);
    assert.equal(after.blocks[1]?.wording, before.blocks[0]?.wording);
  });

  it('reads a line anew whose indentation made it code', () => {
    const text = `The council met.\n\n${'It voted at noon. '.repeat(20)}\n`;
    const before = readProse(`\t${text}`);
    assert.deepEqual(readProse(text, 'markdown', before).blocks, readProse(text).blocks);
  });

  const LONG = 'The mayor praised the plan and spoke of the bridge at length. '.repeat(3);

  for (const [what, older, newer] of [
    [
      'a table that is none any more',
      `${LONG}\nSo:\n|a|b|\n|---|---|`,
      `${LONG}\nSo:\n|a|b|\n|---|---|x`,
    ],
    [
      'a paragraph that a table ends',
      `${LONG}\nSo:\n|a|b|\n|---|---|x`,
      `${LONG}\nSo:\n|a|b|\n|---|---|`,
    ],
    ['a head of a table', `${LONG}\nSo:\na|b|c\n---|---\n`, `${LONG}\nSo:\na|b\n---|---\n`],
    [
      'what is taken into a footnote',
      `${LONG}\n\n[^1]: A note.\n\nIt rose.\n`,
      `${LONG}\n\n[^1]: A note.\n\n    It rose.\n`,
    ],
    [
      'what leaves a footnote',
      `${LONG}\n\n[^1]: A note.\n\n    It rose.\n`,
      `${LONG}\n\n[^1]: A note.\n\nIt rose.\n`,
    ],
    [
      'a footnote in a quotation',
      `${LONG}\n\n> [^1]: A note.\n>\n> It rose.\n`,
      `${LONG}\n\n> [^1]: A note.\n>\n>     It rose.\n`,
    ],
  ] as const) {
    it(`reads ${what} as if it had always stood so`, () => {
      const shown = ({ blocks }: Prose) => blocks.map(({ kind, text }) => [kind, text]);
      const after = readProse(newer, 'markdown', readProse(older));
      assert.deepEqual(shown(after), shown(readProse(newer)));
      assert.notDeepEqual(shown(after), shown(readProse(older)));
    });
  }

  it('reads a version that differs in every paragraph in about the time of a new text', () => {
    const version = (note: string): string =>
      Array.from({ length: 3000 }, (_, day) => `It rained on day ${day}. ${note}`).join('\n\n');
    const timed = (before?: Prose): number => {
      const start = performance.now();
      readProse(version('Nobody came.'), 'markdown', before);
      return performance.now() - start;
    };
    const before = readProse(version('Nobody stayed.'));
    const anew = timed();
    assert.ok(timed(before) < 5 * anew + 50);
  });

  it('reads a line of nothing but spaces or marks in no more time than another', () => {
    for (const sign of [' ', '’', '”', '[', '9', '-']) {
      assert.ok(readProse(`a${sign.repeat(100_000)}b`).blocks.length > 0);
    }
  });
});
