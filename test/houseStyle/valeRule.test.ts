import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textsOf } from '../../server/houseStyle/finitePattern.js';
import { parseStyle } from '../../server/houseStyle/styleFile.js';
import { readValeRule, styleLines } from '../../server/houseStyle/valeRule.js';

describe('a pattern', () => {
  it('represents the texts that it matches', () => {
    assert.deepEqual(textsOf('rise to'), ['rise to']);
    assert.deepEqual(textsOf('(?:give|gave) rise to'), ['give rise to', 'gave rise to']);
    assert.deepEqual(textsOf('e-?mails?'), ['email', 'emails', 'e-mail', 'e-mails']);
    assert.deepEqual(textsOf('web[ -]?site'), ['website', 'web site', 'web-site']);
    assert.deepEqual(textsOf('(?i)\\bde\\s+facto\\b'), ['de facto']);
    assert.deepEqual(textsOf('a(b|c(d|e))?'), ['a', 'ab', 'acd', 'ace']);
    assert.deepEqual(textsOf('U\\.S\\.'), ['U.S.']);
  });

  it('is not expanded if it has any letter, repetitions or lookaround', () => {
    const patterns = [
      ...[
        '\\w+ly',
        'a.b',
        'a*',
        'a+',
        'a{2}',
        '[a-z]x',
        '[^a]x',
        '(?!a)b',
        '(?<=a)b',
        '^a',
        'a$',
        'a??',
      ],
      ...['(a', 'a)', '[a', '\\', '(a|b)'.repeat(12)],
    ];
    for (const pattern of patterns) assert.equal(textsOf(pattern), undefined, pattern);
  });
});

describe('a rule of Vale', () => {
  it('becomes words to avoid if it is a substitution', () => {
    const { rules, leftOut } = readValeRule(
      [
        'extends: substitution',
        'message: "Use %s, not %s"',
        'ignorecase: true',
        'swap:',
        '  Utili[sz]e: use',
        '  "(?:prior to|ahead of)": before|until',
        '  \\w+wise: in terms of',
      ].join('\n'),
    );
    assert.deepEqual(rules, [
      { phrases: ['utilise', 'utilize'], write: ['use'] },
      { phrases: ['prior to', 'ahead of'], write: ['before', 'until'] },
    ]);
    assert.deepEqual(leftOut, ['“\\w+wise” matches more than a few phrases']);
  });

  it('is quoted in part if it is long', () => {
    const { leftOut } = readValeRule(`extends: existence\ntokens: [${'ab'.repeat(300)}+]`);
    assert.deepEqual(leftOut, [`“${'ab'.repeat(29)}a…” matches more than a few phrases`]);
  });

  it('becomes words to avoid without a replacement if it is an existence rule', () => {
    assert.deepEqual(
      readValeRule(
        'extends: existence\ntokens:\n  - Only time will tell\n  - no, really\n  - "!"\nexceptions:\n  - No, really',
      ),
      {
        rules: [{ phrases: ['Only time will tell'], write: [] }],
        leftOut: ['“!” matches more than a few phrases'],
      },
    );
  });

  it('is left out if it is of another kind or for another part of a text', () => {
    for (const [text, reason] of [
      ['extends: repetition\ntokens: [a]', 'it is neither a substitution nor an existence rule'],
      ['extends: existence\nscope: heading\ntokens: [a]', 'its scope is “heading”'],
      ['extends: existence\nraw: ["a+"]', 'its “raw” pattern is no list of phrases'],
      ['- a', 'it is not a rule of Vale'],
      ['a: &b [c]\nd: *b', 'it is not a rule of Vale'],
      ['a: {', 'it is not a rule of Vale'],
    ] as const)
      assert.deepEqual(readValeRule(text), { rules: [], leftOut: [reason] });
  });

  it('keeps its meaning as a line of a house style', () => {
    const rules = [
      { phrases: ['utilise'], write: ['use'] },
      { phrases: ["don't", 'no: really', 'yes'], write: ['"so", he said', 'a #b'] },
      { phrases: ['Only time will tell'], write: [] },
    ];
    const lines = styleLines(rules);
    assert.equal(lines[0], '  - { avoid: utilise, write: use }');
    const { style, problems } = parseStyle(`rules:\n${lines.join('\n')}\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      style?.rules,
      rules.map((rule, index) => ({ kind: 'avoid', ...rule, line: index + 2 })),
    );
  });
});
