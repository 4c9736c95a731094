import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { citationLink, escapeMarkdown } from '../../../server/features/hover/markdown.js';
import { drafted } from '../drafted.js';

describe('Markdown', () => {
  it('shows an escaped text unchanged', () => {
    const cases: readonly [text: string, escaped: string][] = [
      ['Plain words, 3-1 (at home).', 'Plain words, 3-1 (at home).'],
      ['*b* _i_ `c` ~s~', '\\*b\\* \\_i\\_ \\`c\\` \\~s\\~'],
      ['[x](command:y) ![z](q)', '\\[x\\](command:y) \\!\\[z\\](q)'],
      ['<img src=x> &amp; a|b $(bug)', '\\<img src=x\\> \\&amp; a\\|b \\$(bug)'],
      ['back\\slash', 'back\\\\slash'],
      [
        'https://a.example WWW.a.example a@b.example',
        'https\\://a.example WWW\\.a.example a\\@b.example',
      ],
      ['# heading', '\\# heading'],
      ['- item', '\\- item'],
      ['1. item', '1\u200B. item'],
      ['two\n\nparagraphs', 'two paragraphs'],
    ];
    for (const [text, escaped] of cases) assert.equal(escapeMarkdown(text), escaped);
  });

  it('links to a source whose name has brackets', () => {
    assert.equal(
      citationLink({ source: 'a (b).md', line: 2 }, drafted('')),
      '[a (b).md:2](memory:/a%20%28b%29.md#L2)',
    );
  });

  it('links a time in captions to the recording beside them', () => {
    const draft = {
      ...drafted(''),
      recordingOf: (source: string) => (source === 'a.vtt' ? 'memory:/a%20%28b%29.mp4' : undefined),
    };
    const cases = [
      [
        'a.vtt',
        'at 1:04:07',
        '[a.vtt:2](memory:/a.vtt#L2), [at 1:04:07](memory:/a%20%28b%29.mp4#t=3847)',
      ],
      ['a.vtt', 'at 4:07', '[a.vtt:2](memory:/a.vtt#L2), [at 4:07](memory:/a%20%28b%29.mp4#t=247)'],
      ['a.vtt', 'p. 7', '[a.vtt:2](memory:/a.vtt#L2), p. 7'],
      ['b.vtt', 'at 4:07', '[b.vtt:2](memory:/b.vtt#L2), at 4:07'],
    ] as const;
    for (const [source, passage, link] of cases) {
      assert.equal(citationLink({ source, line: 2, passage }, draft), link);
    }
  });

  it('makes no link of a link in the name of a source', () => {
    assert.equal(
      citationLink({ source: 'in/[notes.md](https:a.example).md', line: 2 }, drafted('')),
      '[&#91;notes.md&#93;(https:a.example).md:2](memory:/in/%5Bnotes.md%5D%28https%3Aa.example%29.md#L2)',
    );
    const unopened = { ...drafted(''), uriOfSource: () => undefined };
    assert.equal(
      citationLink({ source: '[x]\\[(y)', line: 2 }, unopened),
      '&#91;x&#93;\\\\&#91;(y):2',
    );
  });
});
