import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { captionTimes, readCaptions } from '../../server/prose/captions.js';
import { readProse } from '../../server/prose/prose.js';

const HEARING = `WEBVTT - Harbour hearing

STYLE
::cue { color: lime }

NOTE checked by the desk

1
00:00:01.000 --> 00:00:03.000 align:start
<v Ada Roe>We lost <i>four</i> boats

2
00:00:03.000 --> 00:00:05.000
<v Ada Roe>in the storm &amp; the flood.

00:00:05.500 --> 00:00:07.000
<v.loud Tom Hale>Nobody was
warned in time.

00:00:07.000 --> 00:00:08.000
Order, please.
`;

const paragraphs = (text: string): readonly string[] => readCaptions(text).map(({ text }) => text);

describe('captions', () => {
  it('are joined into what each voice says, without times, numbers, styles and notes', () => {
    assert.deepEqual(paragraphs(HEARING), [
      'Ada Roe: We lost four boats in the storm & the flood.',
      'Tom Hale: Nobody was warned in time.',
      'Unknown: Order, please.',
    ]);
  });

  it('keep the line of each word', () => {
    const { blocks, lines } = readProse(HEARING, 'captions');
    const [first] = blocks;
    const lineOf = (word: string): number => {
      const at = first?.text.indexOf(word) ?? -1;
      return lines.position(first?.map.toDraft(at, at + 1).start ?? -1).line + 1;
    };
    assert.deepEqual(['Ada', 'lost', 'storm', 'flood'].map(lineOf), [10, 10, 14, 14]);
  });

  it('have the time of each line', () => {
    const srt = '1\r\n00:00:07,900 --> 00:00:09,000\r\nA\r\n\r\n01:02:03.500 --> 01:02:04.000\r\nB';
    assert.deepEqual(captionTimes(srt), [
      undefined,
      ...Array.from({ length: 3 }, () => 'at 0:07'),
      ...Array.from({ length: 2 }, () => 'at 1:02:03'),
    ]);
  });

  it('have speakers in labels and after marks', () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nROE: We came\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n{\\an8}late.\r\n- Why?\r\n\r\n3\r\n00:00:03,000 --> 00:00:04,000\r\n>> HALE: It rained.\r\n';
    assert.deepEqual(paragraphs(srt), ['ROE: We came late.', 'Unknown: Why?', 'HALE: It rained.']);
  });

  it('begin another paragraph after a pause, and repeat no line of the caption before', () => {
    const rolling = `WEBVTT

00:01.000 --> 00:02.000
The lido stays

00:02.000 --> 00:03.000
The lido stays
open.

00:03.000 --> 00:04.000
open.
It rained.

00:09.000 --> 00:10.000
Then it snowed.
`;
    assert.deepEqual(paragraphs(rolling), ['The lido stays open. It rained.', 'Then it snowed.']);
  });

  it('without times are plain text', () => {
    assert.deepEqual(paragraphs('The lido stays open.\n\nIt rained.'), [
      'The lido stays open.',
      'It rained.',
    ]);
  });

  it('may be damaged or huge', () => {
    const time = '00:01.000 --> 00:02.000\n';
    const texts = [
      '',
      'WEBVTT',
      time,
      `${time}<v >\n<v\n<\n&bogus; &\n-`,
      `${time}\uD800<v \uDC00>\uD800`,
      time + '<v A>'.repeat(200_000),
      time + '.'.repeat(1_000_000),
      time + ' '.repeat(1_000_000),
      time + '<'.repeat(1_000_000),
      time + 'A '.repeat(500_000),
      time.repeat(40_000),
      `${time}a\n`.repeat(30_000),
      time + 'a\nb\n'.repeat(100_000),
    ];
    for (const text of texts) assert.doesNotThrow(() => readCaptions(text));
  });
});
