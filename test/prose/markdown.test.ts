import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMarkdown } from '../../server/prose/markdownGrammar.js';
import { type Block, draftSpanOf, readProse } from '../../server/prose/prose.js';

/** The blocks of a draft as `kind: prose`, a heading with its level. */
function blocks(draft: string): readonly string[] {
  return readProse(draft).blocks.map(
    ({ kind, level, text }) => `${kind}${level === 0 ? '' : String(level)}: ${text}`,
  );
}

/** The tokens that differ from the text at their place in the draft, as `token < draft`. */
function rewritten(draft: string): readonly string[] {
  return readProse(draft).blocks.flatMap((block: Block) =>
    block.sentences.flatMap(({ tokens }) =>
      tokens.flatMap((token) => {
        const { start, end } = draftSpanOf(block, token);
        const written = draft.slice(start, end);
        return written === token.text ? [] : [`${token.text} < ${written}`];
      }),
    ),
  );
}

/** Asserts the blocks of a draft, and that each token equals the text at its place. */
function expectPlain(draft: string, expected: readonly string[]): void {
  assert.deepEqual(blocks(draft), expected);
  assert.deepEqual(rewritten(draft), []);
}

describe('Markdown', () => {
  it('has no prose in YAML or TOML front matter', () => {
    expectPlain('---\ntitle: Harbour wall\n---\nThe wall fell.\n', ['paragraph: The wall fell.']);
    expectPlain('---\r\ntitle: Harbour wall\r\n---\r\n\r\nThe wall fell.\r\n', [
      'paragraph: The wall fell.',
    ]);
    expectPlain('+++\ntitle = "Harbour wall"\n+++\n\nThe wall fell.', [
      'paragraph: The wall fell.',
    ]);
    expectPlain('\uFEFF---\ntitle: Harbour wall\n---\n\nThe wall fell.', [
      'paragraph: The wall fell.',
    ]);
  });

  it('reads headings of both kinds', () => {
    expectPlain('# The wall #\n\nThe harbour\n===\n\nThe sea\n---\n\n### The *tide*', [
      'heading1: The wall',
      'heading1: The harbour',
      'heading2: The sea',
      'heading3: The tide',
    ]);
    expectPlain('\uFEFF# The wall', ['heading1: The wall']);
  });

  it('reads a backslash at the end of a line as a line break with any line ending', () => {
    expectPlain('The wall\\\nfell.', ['paragraph: The wall fell.']);
    expectPlain('The wall\\\r\nfell.', ['paragraph: The wall fell.']);
  });

  it('reads through emphasis, including inside words and names', () => {
    expectPlain('**Ngozi** _Adeyemi_ spoke ***twice***, ~~once~~ then.', [
      'paragraph: Ngozi Adeyemi spoke twice, once then.',
    ]);
    assert.deepEqual(rewritten('Nar**en**dra and Ade*yemi*’s aide'), [
      'Narendra < Nar**en**dra',
      'Adeyemi < Ade*yemi',
    ]);
    expectPlain('A snake_case_name and 2 * 3 * 4', ['paragraph: A snake_case_name and 2 * 3 * 4']);
  });

  it('reads the text of links but not their targets', () => {
    expectPlain('The [court](https://a.example/b "The court") sat.', ['paragraph: The court sat.']);
    expectPlain(
      'The [court][c], the [Board][] and the [jury] sat.\n\n[c]: /c\n[board]: </b>\n[jury]: /j',
      ['paragraph: The court, the Board and the jury sat.'],
    );
    assert.deepEqual(blocks('“See https://a.example/b_c”, she said.'), [
      'paragraph: “See \uFFFC”, she said.',
    ]);
    assert.deepEqual(rewritten('See <https://a.example>, www.b.example or ada@c.example.'), [
      '\uFFFC < <https://a.example>',
      '\uFFFC < www.b.example',
      '\uFFFC < ada@c.example',
    ]);
  });

  it("keeps the writer's own brackets", () => {
    expectPlain('“[The wall] fell,” she said [sic]. [TK] [a][b]', [
      'paragraph: “[The wall] fell,” she said [sic]. [TK] [a][b]',
    ]);
  });

  it('reads nested lists, task lists and the paragraphs of an item', () => {
    expectPlain('- one\n  - two\n    wrapped\n- [ ] three\n- [x] four\n\n1. five\n\n   six', [
      'listItem: one',
      'listItem: two wrapped',
      'listItem: three',
      'listItem: four',
      'listItem: five',
      'listItem: six',
    ]);
  });

  it('reads block quotations, in lists and with lists', () => {
    expectPlain('> one\n> two\n>\n> three\n\n- four\n  > five\n  > six\n\n> - seven', [
      'quotation: one two',
      'quotation: three',
      'listItem: four',
      'quotation: five six',
      'quotation: seven',
    ]);
  });

  it('reads each cell of a table', () => {
    assert.deepEqual(blocks('| Name | Votes |\n|---|--:|\n| *Adeyemi* | a\\|b |\n| Osei | |'), [
      'tableCell: Name',
      'tableCell: Votes',
      'tableCell: Adeyemi',
      'tableCell: a|b',
      'tableCell: Osei',
    ]);
  });

  it('reads tables whose lines end in spaces or a carriage return', () => {
    const cells = ['tableCell: Name', 'tableCell: Votes', 'tableCell: Osei', 'tableCell: 14'];
    for (const end of ['\r\n', '\r', ' \n', '\t \n', ' \r\n'])
      assert.deepEqual(
        blocks(['| Name | Votes |', '| --- | --: |', '| Osei | 14 |', ''].join(end)),
        cells,
        JSON.stringify(end),
      );
  });

  it('reads footnotes at their definitions, not at their references', () => {
    expectPlain(
      'The wall[^1] fell[^two].\n\n[^1]: The *old* one.\n[^two]: On Monday,\n    at noon.\n\n    Nobody was hurt.\n\nThe end.',
      [
        'paragraph: The wall fell.',
        'footnote: The old one.',
        'footnote: On Monday, at noon.',
        'footnote: Nobody was hurt.',
        'paragraph: The end.',
      ],
    );
  });

  it('resolves escapes and entities, each one unit in the draft', () => {
    assert.deepEqual(blocks('\\*Adeyemi\\* &amp; Osei&#8217;s &quot;wall&quot; &bogus;'), [
      'paragraph: *Adeyemi* & Osei’s "wall" &bogus;',
    ]);
    assert.deepEqual(rewritten('Osei&#8217;s wall &amp; sea'), ['’s < &#8217;s', '& < &amp;']);
    assert.deepEqual(blocks('Ms.&nbsp;Adeyemi&shy; &#0; &#xD800; &#128512;'), [
      'paragraph: Ms. Adeyemi \uFFFD \uFFFD 😀',
    ]);
  });

  it('turns line breaks of every kind into one space', () => {
    for (const lineBreak of ['\n', '\r\n', '\r', '  \n', '\\\n', '\n  ', '<br>', '<br/>\n']) {
      assert.deepEqual(
        blocks(`Ngozi${lineBreak}Adeyemi`),
        ['paragraph: Ngozi Adeyemi'],
        JSON.stringify(lineBreak),
      );
    }
    for (const parting of ['\n\n', '\r\n\r\n', '\r\r', '\n \n']) {
      assert.equal(blocks(`one${parting}two`).length, 2, JSON.stringify(parting));
    }
  });

  it('reads marks inside a word as the apostrophes that they stand for', () => {
    assert.deepEqual(rewritten('O‘Neill couldn′t say ‘no’ to d＇Arcy.'), [
      'O’Neill < O‘Neill',
      'n’t < n′t',
      'd’Arcy < d＇Arcy',
    ]);
  });

  it('collapses spaces and drops zero-width characters', () => {
    expectPlain('One  two\t three\u00A0four.', ['paragraph: One two three four.']);
    assert.deepEqual(blocks('Ade\u00ADye\u200Bmi \u200E(left)\u200F'), [
      'paragraph: Adeyemi (left)',
    ]);
    assert.deepEqual(rewritten('Ade\u00ADyemi'), ['Adeyemi < Ade\u00ADyemi']);
  });

  it('counts emoji and combining marks in UTF-16 units', () => {
    expectPlain('👩‍👩‍👧 met 😀 Zoe\u0301 in São Tomé.', [
      'paragraph: 👩‍👩‍👧 met 😀 Zoe\u0301 in São Tomé.',
    ]);
  });

  it('has no prose in code, HTML blocks and comments', () => {
    expectPlain(
      '<div>no</div>\n\n<!-- no\n\nno -->\n\n```\nno\n```\n\n~~~\nno\n~~~\n\n    no\n\nThe <b>wall</b> <!-- no --> fell.',
      ['paragraph: The wall fell.'],
    );
    assert.deepEqual(rewritten('Run `it` now.'), ['\uFFFC < `it`']);
  });

  it('reads an image description as a separate caption', () => {
    assert.deepEqual(
      blocks('![The *wall* at noon](a.png) Rain. [![Ada Roe](b.png)](c) ![](d.png)'),
      ['caption: The wall at noon', 'caption: Ada Roe', 'paragraph: Rain.'],
    );
  });

  it('accepts an empty draft', () => {
    for (const draft of ['', ' ', '\n', '\uFEFF', '---\n---', '# ', '> ', '- ', '[a]: b', '***']) {
      assert.deepEqual(blocks(draft), [], JSON.stringify(draft));
    }
  });
});

describe('hostile Markdown', () => {
  const UNITS =
    '[|*|_|"|(|![|`|<|<a |&|&a|\\|> |1. |- |#|a|a |“|[a](|[a][|[^a]|**a |*a_ |a* |[]|*_|(http://a.b|<http://|[x]: <|a@|\'|😀|A.B.|\n> |[^a]: b\n'.split(
      '|',
    );

  /** The processor time of reading a draft, in milliseconds: the less of two, as memory may be cleared in one. */
  function timed(draft: string): number {
    const times = [draft, `${draft} `].map((text) => {
      const before = process.cpuUsage();
      readProse(text);
      return process.cpuUsage(before).user / 1e3;
    });
    return Math.min(...times);
  }

  it('takes linear, not quadratic, time', () => {
    timed('Warm up.');
    for (const unit of UNITS) {
      const short = Math.max(20, timed(unit.repeat(15_000 / unit.length)));
      const long = timed(unit.repeat(120_000 / unit.length));
      // Eight times the length: linear time is eight times as long, quadratic time sixty-four.
      assert.ok(
        long < 32 * short,
        `${JSON.stringify(unit)}: ${String(short)} ms, ${String(long)} ms`,
      );
    }
  });

  it('is read as plain text if there are too many marks', () => {
    const [block] = readProse('[a](b) '.repeat(400)).blocks;
    assert.ok(block?.text.startsWith('[a](b) [a](b)'));
    assert.equal(readProse(`${'> '.repeat(60)}The wall fell.`).blocks.length, 1);
  });

  it('is read as plain text in an overlong paragraph', () => {
    const words = 'The *old* wall fell. ';
    const [usual] = readProse(words.repeat(10)).blocks;
    const [long] = readProse(words.repeat(7_000)).blocks;
    assert.ok(usual?.text.startsWith('The old wall'));
    assert.ok(long?.text.startsWith('The *old* wall'));
  });

  it('can be suspended within an overlong paragraph or table', () => {
    const rows = '|Ada Roe|12|\n'.repeat(40_000);
    for (const draft of [`|Name|Votes|\n|-|-|\n${rows}`, '> The wall\n>> fell.\n'.repeat(20_000)]) {
      const slices = [...parseMarkdown(draft)].length;
      assert.ok(slices >= 3, `${JSON.stringify(draft.slice(0, 20))}: ${String(slices)}`);
    }
    const [block] = readProse(`|Name|Votes|\n|-|-|\n${rows}`).blocks;
    assert.equal(block?.kind, 'tableCell');
    const indented = readProse(`The wall\n${'    fell.\n'.repeat(20_000)}`).blocks;
    assert.equal(indented.at(-1)?.map.extent.end, 'The wall\n'.length + 20_000 * 10 - 1);
  });
});
