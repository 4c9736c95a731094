import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { SAMPLE_STYLE } from '../../server/houseStyle/sampleStyle.js';
import { parseStyle } from '../../server/houseStyle/styleFile.js';
import { testStyle } from '../../server/houseStyle/styleTest.js';
import { expectSpans, marked } from '../marked.js';

/** Asserts that the problems of a house style are at the marked places, with these messages. */
function expectProblems(source: string, ...messages: readonly string[]): void {
  const { text } = marked(source);
  const { problems } = parseStyle(text);
  expectSpans(source, () => problems.map(({ span }) => span));
  assert.deepEqual(
    problems.map(({ message }) => message),
    messages,
  );
}

describe('a house style', () => {
  it('has one rule a line, of five kinds', () => {
    const { style, problems } = parseStyle(
      [
        '\uFEFF# Ours',
        'rules:',
        '  - { avoid: utilise, write: use, why: short, wrong: Utilise it., right: Use it. }',
        '  - { avoid: [no, yes], write: [nay, yea] }',
        '  - form: per cent',
        '  - numbers: 10',
        '  - titles: later',
        '  - paper: The Harbour Gazette',
      ].join('\n'),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(style?.rules, [
      {
        ...{ kind: 'avoid', phrases: ['utilise'], write: ['use'], line: 3, why: 'short' },
        ...{ wrong: 'Utilise it.', right: 'Use it.' },
      },
      { kind: 'avoid', phrases: ['no', 'yes'], write: ['nay', 'yea'], line: 4 },
      { kind: 'form', form: 'per cent', line: 5 },
      { kind: 'numbers', below: 10, line: 6 },
      { kind: 'titles', use: 'later', line: 7 },
      { kind: 'paper', name: 'The Harbour Gazette', line: 8 },
    ]);
  });

  it('is not another kind of file with that name', () => {
    for (const text of ['', 'theme: dark', '- a\n- b', 'colours: {{ site }}']) {
      assert.deepEqual(parseStyle(text), { style: undefined, problems: [] });
    }
    assert.deepEqual(parseStyle('rules:').style, { rules: [] });
  });

  it('has no effect with a syntax error', () => {
    const { style, problems } = parseStyle('rules:\n  - { avoid: utilise\n');
    assert.deepEqual(style, { rules: [] });
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.message ?? '',
      /^This is not valid YAML \(.+\), so this file has no effect\.$/u,
    );
  });

  it('has no effect if it is nested more deeply than anybody writes', () => {
    for (const opening of ['[', '{ a: ', '- ', '? '])
      assert.deepEqual(
        parseStyle(`rules:\n  ${opening.repeat(100_000)}`).problems.map(({ message }) => message),
        ['The brackets in this file are nested too deeply, so this file has no effect.'],
      );
  });

  it('skips a rule that is invalid and says why', () => {
    expectProblems(
      'rules:\n  - [|utilise|]\n  - [|{ write: use }|]\n  - [|{ avoid: a, form: b }|]\n  - { avoid: a, [|sense|]: b }',
      'A rule must be in the form “{ avoid: words, write: words }”; it is skipped.',
      'A rule needs exactly one of “avoid”, “form”, “numbers”, “titles”, “paper”; this one is skipped.',
      'A rule needs exactly one of “avoid”, “form”, “numbers”, “titles”, “paper”; this one is skipped.',
      '“sense” is not a known key; use one of “avoid”, “form”, “numbers”, “titles”, “paper”, “write”, “why”, “wrong”, “right”.',
    );
    expectProblems(
      'rules:\n  - [|{ numbers: few }|]\n  - [|{ titles: second }|]\n  - [|{ avoid: … }|]\n  - [|{ paper: gazette }|]\n  - [|{ form: a, write: b }|]',
      '“numbers” takes the first number that is written in figures, from 3 to 100; this rule is skipped.',
      '“titles” takes one of “first”, “later”, “never”; this rule is skipped.',
      '“…” must begin and end with a letter or a figure; it is skipped.',
      'The name of the paper must have a capital; this rule is skipped.',
      '“write” belongs to a rule with “avoid”, not “form”; it is left out.',
    );
    expectProblems(
      'rules:\n  - { avoid: [|[a]|] }\n'.replace('[|[a]|]', '[[|[a]|]]'),
      '“avoid” needs a text; it is skipped.',
    );
  });
});

describe('the sample of a house style', () => {
  it('is valid, and its examples have the expected results', () => {
    const { style, problems } = parseStyle(SAMPLE_STYLE);
    assert.deepEqual(problems, []);
    assert.ok(style);
    const { failures, incomplete, examples } = testStyle(style);
    assert.deepEqual(failures, []);
    assert.deepEqual(incomplete, []);
    assert.equal(examples, 2 * style.rules.length);
  });

  it('has a rule of each kind', () => {
    assert.deepEqual(
      new Set(parseStyle(SAMPLE_STYLE).style?.rules.map(({ kind }) => kind)),
      new Set(['avoid', 'form', 'numbers', 'titles', 'paper']),
    );
  });
});
