import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SAMPLE_STYLE } from '../../server/houseStyle/sampleStyle.js';
import { copydesk } from './testHost.js';

const STYLE = [
  'rules:',
  '  - { avoid: utilise, write: use, wrong: They utilise it., right: They use it. }',
  '  - { form: Ofcom, wrong: It was Ofcom., right: We utilise it. }',
  '  - numbers: 10',
].join('\n');

describe('copydesk check', () => {
  it('applies the house style of the folder of a draft or the one above it', async () => {
    const files = {
      'style.yml': STYLE,
      'pier/draft.md': 'Crews utilise nets. “We utilise them,” she said.',
      'quay/style.yml': 'rules: []',
      'quay/draft.md': 'Crews utilise nets.',
    };
    const { output } = await copydesk(
      ['check', 'pier/draft.md', 'quay/draft.md', '--format', 'json'],
      { files },
    );
    const { files: checked } = JSON.parse(output) as {
      readonly files: readonly { readonly findings: readonly { readonly code: string }[] }[];
    };
    assert.deepEqual(
      checked.map(({ findings }) => findings.map(({ code }) => code)),
      [['house/avoid'], []],
    );
  });

  it('reports errors in a house style', async () => {
    const files = { 'style.yml': 'rules:\n  - titles: no', 'draft.md': 'The pier is shut.' };
    const { status, errors } = await copydesk(['check', 'draft.md'], { files });
    assert.deepEqual(errors, [
      'copydesk: style.yml:2: “titles” takes one of “first”, “later”, “never”; this rule is skipped.',
    ]);
    assert.equal(status, 2);
  });
});

describe('copydesk style test', () => {
  it('lists the examples with an unexpected result', async () => {
    const { status, output } = await copydesk(['style', 'test'], { files: { 'style.yml': STYLE } });
    assert.equal(status, 1);
    assert.equal(
      output,
      [
        'style.yml:3: The rule does not report its wrong example “It was Ofcom.”.',
        'style.yml:3: The right example “We utilise it.” is reported by the rule of line 2 (“utilise” → “use”).',
        '3 rules, 4 examples: 2 not as they should be. 1 rule without a wrong and a right example, the first on line 4.',
        '',
      ].join('\n'),
    );
  });

  it('finds nothing in the sample', async () => {
    const sample = await copydesk(['style', 'sample']);
    assert.equal(sample.output, SAMPLE_STYLE);
    const { status, output } = await copydesk(['style', 'test', 'ours.yml'], {
      files: { 'ours.yml': sample.output },
    });
    assert.match(output, /^\d+ rules, \d+ examples: all as they should be\.\n$/u);
    assert.equal(status, 0);
  });

  it('requires a house style', async () => {
    const { status, errors } = await copydesk(['style', 'test']);
    assert.equal(status, 2);
    assert.match(
      errors[0] ?? '',
      /^copydesk: there is no style\.yml with “rules:” here or above;/u,
    );
    assert.equal((await copydesk(['style'])).status, 2);
    assert.equal((await copydesk(['style', 'try'])).status, 2);
  });
});

describe('copydesk style audit', () => {
  const files = {
    'style.yml': STYLE,
    'old/a.md': 'Crews utilise nets.\n\nThey utilise 7 boats.',
    'old/b.txt': 'They utilise nothing.',
  };

  it('counts how often each rule fires, the most frequent first', async () => {
    const { status, output } = await copydesk(['style', 'audit', 'old'], { files });
    assert.equal(status, 0);
    assert.equal(
      output,
      [
        '2 articles, 10 words',
        '',
        '  times  articles  rule',
        '      3         2  “utilise” → “use” (style.yml:2), first “utilise” in old/a.md:1',
        '      1         1  numbers in words below 10 (style.yml:4), first “7” in old/a.md:3',
        '      0         0  written “Ofcom” (style.yml:3)',
        '',
      ].join('\n'),
    );
  });

  it('prints the same as JSON', async () => {
    const { output } = await copydesk(['style', 'audit', 'old', '--format', 'json'], { files });
    const { rules, ...rest } = JSON.parse(output) as { readonly rules: readonly unknown[] };
    assert.deepEqual(rest, { version: 1, articles: 2, words: 10 });
    assert.deepEqual(rules[0], {
      ...{ code: 'house/avoid', rule: '“utilise” → “use”', line: 2, findings: 3, articles: 2 },
      first: { file: 'old/a.md', line: 1, words: 'utilise' },
    });
  });

  it('requires a folder with articles', async () => {
    assert.equal((await copydesk(['style', 'audit'], { files })).status, 2);
    assert.equal((await copydesk(['style', 'audit', 'new'], { files })).status, 2);
  });
});

describe('copydesk style import', () => {
  it('prints a house style of the rules of Vale in a folder, and names what it leaves out', async () => {
    const { status, output, errors } = await copydesk(['style', 'import', 'vale'], {
      files: {
        'vale/Words.yml': 'extends: substitution\nswap:\n  utilise: use\n  \\w+wise: as to',
        'vale/Stock.yml': 'extends: existence\ntokens: [time will tell]',
      },
    });
    assert.equal(
      output,
      [
        'rules:',
        '  # vale/Stock.yml',
        '  - { avoid: time will tell }',
        '  # vale/Words.yml',
        '  - { avoid: utilise, write: use }',
        '',
      ].join('\n'),
    );
    assert.deepEqual(errors, [
      'copydesk: vale/Words.yml: left out: “\\w+wise” matches more than a few phrases',
      'copydesk: 2 rules imported',
    ]);
    assert.equal(status, 1);
  });
});
