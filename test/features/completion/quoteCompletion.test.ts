import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionsAt } from '../../../server/features/completion/completion.js';
import { LineMap } from '../../../server/prose/sourceMap.js';
import type { Quote } from '../../../server/reference/model.js';
import { marked } from '../../marked.js';
import { drafted, person } from '../drafted.js';

const BASE = {
  entities: [person('Maren Oduya'), person('Petri Salo'), person('Aino Salo')],
  quotes: [
    quote('We pay for it ourselves', 'Maren Oduya', 'undated.md', 4),
    quote('The lido opens in May,', 'Maren Oduya', 'council.md', 9),
    quote('We have waited\nlong enough', 'Maren Oduya', 'council.md', 12),
    quote('The lido stays shut', 'Maren Oduya', 'call.txt', 1),
    quote('The lido opens in May,', 'Maren Oduya', 'call.txt', 3),
    { ...quote('The lido opens or not', 'Maren Oduya', 'call.txt', 5), unreliable: true },
    quote('Nobody asked me', 'Petri Salo', 'call.txt', 7),
    quote('Somebody asked me', 'Aino Salo', 'call.txt', 8),
  ],
  days: new Map([
    ['council.md', '2026-03-09'],
    ['call.txt', '2026-03-11'],
  ]),
};

function quote(text: string, speaker: string, source: string, line: number): Quote {
  return { text, speaker, citation: { source, line }, unreliable: false };
}

/** The quotes that are suggested at the mark. */
function suggested(source: string): readonly CompletionItem[] {
  const { text, spans } = marked(source);
  const offset = spans[0]?.start ?? text.length;
  const place = { text, lines: new LineMap(text), offset, explicit: false };
  const { items } = completionsAt(drafted(text, { base: BASE }), place);
  return items.filter(({ documentation }) => documentation !== undefined);
}

function labels(source: string): readonly string[] {
  return suggested(source).map(({ label }) => label);
}

/** The text after the first quote was accepted. */
function accepted(source: string): string {
  const { text } = marked(source);
  const edit = suggested(source)[0]?.textEdit;
  assert.ok(edit !== undefined && 'range' in edit, source);
  return TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), [edit]);
}

const NEWEST_FIRST = [
  'The lido stays shut',
  'The lido opens in May',
  'We have waited long enough',
  'We pay for it ourselves',
];

describe('completion of quotes', () => {
  it('has the recorded quotes of the speaker, each once, those of the newest source first', () => {
    assert.deepEqual(labels('Maren Oduya said: “[||]'), NEWEST_FIRST);
    assert.deepEqual(
      suggested('Maren Oduya said: “[||]').map(({ detail }) => detail),
      [
        'call.txt:1, 11 March 2026',
        'call.txt:3, 11 March 2026',
        'council.md:12, 9 March 2026',
        'undated.md:4',
      ],
    );
    assert.deepEqual(
      suggested('Maren Oduya said: “[||]').map(({ labelDetails }) => labelDetails?.description),
      ['call.txt:1', 'call.txt:3', 'council.md:12', 'undated.md:4'],
    );
  });

  it('starts where an attribution precedes the opening mark', () => {
    for (const text of [
      'Maren Oduya said, “[||]',
      'On Monday Maren Oduya told the council: "[||]',
      'Maren Oduya said on Monday, “[||]',
      'Maren Oduya told reporters, “[||]',
      'Maren Oduya said “[||]',
      'It rained. According to Maren Oduya, ‘[||]',
      '“We wait,” Maren Oduya said. “[||]',
      '“We wait,” said Maren Oduya. “[||]',
      'Maren Oduya came. Oduya said: “[||]” It rained.',
      '- Maren Oduya said: “[||]',
    ]) {
      assert.deepEqual(labels(text), NEWEST_FIRST, text);
    }
  });

  it('starts nowhere else', () => {
    for (const text of [
      '“[||]',
      'Maren Oduya called it “[||]',
      'Maren Oduya said the pool was shut. “[||]',
      'Maren Oduya said the pool was “[||]',
      'Maren Oduya said the pool was shut, “[||]',
      'Maren Oduya said on Monday she was “[||]',
      'Maren Oduya said so. The sign reads “[||]',
      'Maren Oduya said: [||]',
      'Maren Oduya said: “We pay,”[||]',
      'Maren Oduya said: "We pay,"[||]',
      'Someone else said: “[||]',
      'Maren Odluya said: “[||]',
      'She said: “[||]',
      '# Maren Oduya said: “[||]',
      '`Maren Oduya said: “[||]`',
      'Maren Oduya said: 5“[||]',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it('continues with the typed text', () => {
    assert.deepEqual(labels('Maren Oduya said: “we [||]'), [
      'We have waited long enough',
      'We pay for it ourselves',
    ]);
    assert.deepEqual(labels('Maren Oduya said: “We are[||]'), []);
    assert.deepEqual(labels('Maren Oduya said: “The lido stays shut[||]'), []);
  });

  it('resolves people who share a name to the one whom the draft names', () => {
    assert.deepEqual(labels('Salo said: “[||]'), []);
    assert.deepEqual(labels('Aino Salo came. Salo said: “[||]'), ['Somebody asked me']);
  });

  it('closes the quotation unless it is closed', () => {
    const rest = 'The lido stays shut';
    for (const [open, close] of ['“”', '""', '‘’', '«»']) {
      const opened = `Maren Oduya said: ${open ?? ''}`;
      assert.equal(accepted(`${opened}[||]`), opened + rest + (close ?? ''));
      assert.equal(accepted(`${opened}the[||]`), opened + rest + (close ?? ''));
      assert.equal(accepted(`${opened}[||]${close ?? ''}.`), `${opened}${rest}${close ?? ''}.`);
    }
  });

  it('replaces exactly what was typed after emoji, markup and CRLF', () => {
    const opened = '👍 *Rain*\r\n\r\n**Maren Oduya** said: “';
    assert.equal(accepted(`${opened}The lido s[||]`), `${opened}The lido stays shut”`);
  });
});
