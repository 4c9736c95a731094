import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readFountain } from '../../server/prose/fountain.js';
import { readProse } from '../../server/prose/prose.js';
import { checkDraft } from '../../server/checks/check.js';
import { referenceFromSources } from '../../server/reference/reference.js';

const SCRIPT = `Title: The lido
Author: The desk

INT. LIDO - DAY

Swimmers queue at the gate. /* cut
this */ It *is* cold.

PRESENTER (V.O.)
(softly)
The lido stays open,
whatever it costs.

ADA ROE ^
"We heat it."

> CUT TO:

# Part two

= What happens next.

FADE TO:

!LOUD NOISES come from the pool. [[TK: which]]

> The end <
`;

const shown = (text: string): readonly string[] =>
  readFountain(text).map(({ kind, level, text: words }) =>
    kind === 'heading' ? `${'#'.repeat(level)} ${words}` : words,
  );

describe('a script in Fountain', () => {
  it('has its action and its speeches as prose', () => {
    assert.deepEqual(shown(SCRIPT), [
      '# The lido',
      'Swimmers queue at the gate. It is cold.',
      'The lido stays open, whatever it costs.',
      'ADA ROE: "We heat it."',
      '# Part two',
      'LOUD NOISES come from the pool.',
      'The end',
    ]);
  });

  it('keeps the place of each word', () => {
    const { blocks } = readProse(SCRIPT, 'fountain');
    for (const words of ['ADA ROE', 'whatever', 'cold', 'heat it', 'The end']) {
      const block = blocks.find(({ text }) => text.includes(words));
      const at = block?.text.indexOf(words) ?? -1;
      const { start, end } = block?.map.toDraft(at, at + words.length) ?? { start: 0, end: 0 };
      assert.equal(SCRIPT.slice(start, end), words);
    }
  });

  it('attributes the words in quotation marks that open a speech to its speaker', () => {
    const source =
      '“We will heat the lido all winter,” said Ada Roe, the mayor. “I will not close it,” said Tom Hale, the manager.';
    const reference = referenceFromSources([{ name: 'a.md', text: source }]);
    const draft = (cue: string): readonly string[] =>
      checkDraft(
        readProse(`${cue}\n“We will heat the lido all winter.”\n`, 'fountain'),
        reference,
      ).findings.map(({ code }) => code);
    assert.deepEqual(draft('ADA ROE'), []);
    assert.deepEqual(draft('TOM HALE'), ['quote/misattributed']);
  });

  it('may be damaged or huge', () => {
    const texts = [
      '',
      '\n',
      '@',
      'A\n',
      '/*',
      '[[',
      'Title:',
      '/*'.repeat(100_000),
      '[['.repeat(100_000),
      '* _ '.repeat(100_000),
      'A\nb\n\n'.repeat(50_000),
      '('.repeat(1_000_000),
      ' '.repeat(1_000_000),
      `\uD800${'>'.repeat(100_000)}`,
    ];
    for (const text of texts) assert.doesNotThrow(() => readFountain(text));
  });
});
