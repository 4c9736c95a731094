import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Prose, draftSpanOf, readProse, sentencesOf } from '../../server/prose/prose.js';

/** The sentences of a draft as written in it. */
function sentences(draft: string): readonly string[] {
  const prose = readProse(draft);
  return sentencesOf(prose).map(({ block, sentence }) => {
    const { start, end } = draftSpanOf(block, sentence);
    return draft.slice(start, end);
  });
}

describe('prose', () => {
  it('excludes front matter, code, comments and link targets', () => {
    assert.deepEqual(
      sentences(
        '---\ntitle: Not prose.\n---\n\n<!-- not prose -->\n\nThe [council](https://a.example/x) met.\n\n```\nnot prose\n```\n\n    not prose\n',
      ),
      ['The [council](https://a.example/x) met.'],
    );
  });

  it('does not split at titles, initials and abbreviations', () => {
    assert.deepEqual(
      sentences('Mr. Osei met J. R. Adeyemi of the U.S. embassy. He left at noon.'),
      ['Mr. Osei met J. R. Adeyemi of the U.S. embassy.', 'He left at noon.'],
    );
  });

  it('reads only blocks that an earlier version does not have', () => {
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

  it('reads the same words again if they have become a heading', () => {
    const before = readProse('Council votes at noon');
    const [heading] = readProse('# Council votes at noon', 'markdown', before).blocks;
    assert.equal(heading?.role, 'heading');
    assert.deepEqual(heading, readProse('# Council votes at noon').blocks[0]);
  });

  it('rereads text nested too deeply for markup if its marks changed', () => {
    const rest = '\n\nThe council met again.'.repeat(20);
    const before = readProse(`${'> '.repeat(60)}deep${rest}`);
    const after = readProse(`${'+ '.repeat(60)}deep${rest}`, 'markdown', before);
    assert.equal(after.blocks[0]?.text, `${'+ '.repeat(60)}deep`);
  });

  it('rereads paragraphs correctly if others are removed before them', () => {
    const draft = '# Rain\n\nIt rained.\n\nRain';
    const before = readProse(draft);
    const after = readProse(`Rain\n\n${draft}`, 'markdown', before);
    assert.deepEqual(
      after.blocks.map(({ kind, text }) => `${kind}: ${text}`),
      ['paragraph: Rain', 'heading: Rain', 'paragraph: It rained.', 'paragraph: Rain'],
    );
    assert.equal(after.blocks[0]?.content, before.blocks[2]?.content);
    assert.equal(after.blocks[1]?.content, before.blocks[0]?.content);
  });

  it('rereads a line that its indentation had made code', () => {
    const text = `The council met.\n\n${'It voted at noon. '.repeat(20)}\n`;
    const before = readProse(`\t${text}`);
    assert.deepEqual(readProse(text, 'markdown', before).blocks, readProse(text).blocks);
  });

  const LONG = 'The mayor praised the plan and spoke of the bridge at length. '.repeat(3);

  for (const [what, older, newer] of [
    ['a former table', `${LONG}\nSo:\n|a|b|\n|---|---|`, `${LONG}\nSo:\n|a|b|\n|---|---|x`],
    [
      'a paragraph ended by a table',
      `${LONG}\nSo:\n|a|b|\n|---|---|x`,
      `${LONG}\nSo:\n|a|b|\n|---|---|`,
    ],
    ['a table header', `${LONG}\nSo:\na|b|c\n---|---\n`, `${LONG}\nSo:\na|b\n---|---\n`],
    [
      'text moved into a footnote',
      `${LONG}\n\n[^1]: A note.\n\nIt rose.\n`,
      `${LONG}\n\n[^1]: A note.\n\n    It rose.\n`,
    ],
    [
      'text moved out of a footnote',
      `${LONG}\n\n[^1]: A note.\n\n    It rose.\n`,
      `${LONG}\n\n[^1]: A note.\n\nIt rose.\n`,
    ],
    [
      'a footnote in a quotation',
      `${LONG}\n\n> [^1]: A note.\n>\n> It rose.\n`,
      `${LONG}\n\n> [^1]: A note.\n>\n>     It rose.\n`,
    ],
  ] as const) {
    it(`reads ${what} as in a new text`, () => {
      const shown = ({ blocks }: Prose) => blocks.map(({ kind, text }) => [kind, text]);
      const after = readProse(newer, 'markdown', readProse(older));
      assert.deepEqual(shown(after), shown(readProse(newer)));
      assert.notDeepEqual(shown(after), shown(readProse(older)));
    });
  }

  it('reads a version that differs in every paragraph about as fast as a new text', () => {
    const version = (note: string): string =>
      Array.from({ length: 3000 }, (_, day) => `It rained on day ${day}. ${note}`).join('\n\n');
    const timed = (before?: Prose): number => {
      const start = process.cpuUsage();
      readProse(version('Nobody came.'), 'markdown', before);
      return process.cpuUsage(start).user / 1e3;
    };
    const before = readProse(version('Nobody stayed.'));
    const fresh = timed();
    assert.ok(timed(before) < 5 * fresh + 50);
  });

  it('reads a line of spaces or marks as fast as any other', () => {
    for (const sign of [' ', '’', '”', '[', '9', '-']) {
      assert.ok(readProse(`a${sign.repeat(100_000)}b`).blocks.length > 0);
    }
  });
});

describe('a broadcast script in Markdown', () => {
  it('has lines that nobody speaks', () => {
    const roles = [
      'SLUG: HARBOUR FIRE',
      'SUPER: Ada Roe, mayor of Lund',
      '[SOT]',
      '(GFX: map of the harbour)',
      'The mayor left.',
      'SOT recordings are kept.',
      'ANCHOR: The mayor left.',
    ].map((text) => readProse(text).blocks.map(({ role }) => role));
    assert.deepEqual(roles.flat(), ['cue', 'cue', 'cue', 'cue', 'prose', 'prose', 'prose']);
  });
});
