import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Edit } from '../../server/checks/finding.js';
import { NO_SUPPRESSIONS, type Suppression } from '../../server/checks/suppressionData.js';
import {
  addAcceptedName,
  addIgnoredFinding,
  parseSuppressions,
  removeIgnoredFinding,
} from '../../server/suppressions/suppressionsFile.js';
import { edited, mark, marked } from '../marked.js';

const IGNORED: Suppression = { code: 'name', words: 'Wierzbicky', sentence: 'Wierzbicky left.' };

/** The file after its edits. */
function after(text: string, edits: readonly Edit[] | undefined): string {
  assert.ok(edits !== undefined);
  return edited(text, edits);
}

describe('a suppressions file', () => {
  it('contains names, words and findings', () => {
    const entry = { ...IGNORED, occurrence: 2, draft: 'a.md', reason: 'his own' };
    const text = JSON.stringify({
      $schema: 'x',
      acceptedNames: ['Ana Roe'],
      acceptedWords: ['tormel'],
      ignoredFindings: [IGNORED, entry],
    });
    assert.deepEqual(parseSuppressions(text), {
      suppressions: {
        acceptedNames: ['Ana Roe'],
        acceptedWords: ['tormel'],
        ignoredFindings: [IGNORED, entry],
      },
      problems: [],
    });
  });

  it('limits the number of reported problems', () => {
    const text = JSON.stringify({
      acceptedNames: ['Ana Roe', ...Array.from({ length: 5000 }, () => 1)],
    });
    const { suppressions, problems } = parseSuppressions(text);
    assert.deepEqual(suppressions.acceptedNames, ['Ana Roe']);
    assert.equal(problems.length, 101);
    assert.match(problems.at(-1)?.message ?? '', /^4,900 more problems /u);
  });

  it('may be empty, and have comments, trailing commas and a byte order mark', () => {
    for (const text of ['', ' \n', '{}', '\uFEFF{"acceptedNames": [],} // none']) {
      assert.deepEqual(parseSuppressions(text), {
        suppressions: NO_SUPPRESSIONS,
        problems: [],
      });
    }
  });

  it('with a syntax error has no effect, and reports where and why', () => {
    const cases: readonly (readonly [file: string, message: string])[] = [
      ['{"acceptedNames": ["Ana" [|"Roe"|]]}', 'A comma is missing here'],
      ['{"acceptedNames"[| |]["Ana"]}', 'A colon is missing here'],
      ['{"acceptedNames": ["Ana"]', 'A closing “}” is missing here'],
      ['{"acceptedNames": [[|"Ana|]', 'A closing quotation mark is missing here'],
      ['{"acceptedNames": [|}|]', 'A value is missing here'],
      ['[|Ana|]', 'This is not valid JSON'],
    ];
    for (const [file, message] of cases) {
      const { text } = marked(file);
      const { suppressions, problems } = parseSuppressions(text);
      assert.deepEqual(suppressions, NO_SUPPRESSIONS);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.message, `${message}, so this file has no effect.`, text);
      assert.ok(problems[0].span.end <= text.length);
      if (file !== text && !file.includes('[| |]')) {
        assert.equal(mark(text, [problems[0].span]), file);
      }
    }
  });

  it('with an invalid entry keeps the others', () => {
    const file = `{
      [|"acceptedName"|]: [],
      "acceptedNames": ["Ana Roe", [|7|]],
      "ignoredFindings": [
        ${JSON.stringify(IGNORED)},
        { "code": [|"nmae"|], "words": "a", "sentence": "a" },
        [|{ "code": "name", "sentence": "a" }|],
        { "code": "name", "words": "a", "sentence": "a", "occurrence": [|0|] },
        [|"name"|]
      ]
    }`;
    const { text } = marked(file);
    const { suppressions, problems } = parseSuppressions(text);
    assert.deepEqual(suppressions, {
      acceptedNames: ['Ana Roe'],
      acceptedWords: [],
      ignoredFindings: [IGNORED],
    });
    assert.equal(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
      file,
    );
    for (const { message } of problems) assert.match(message, /^[“A-Z].*\.$/u);
    const lists = parseSuppressions('{"acceptedNames": "Ana", "ignoredFindings": {}}');
    assert.equal(lists.problems.length, 2);
    assert.equal(parseSuppressions('[]').problems.length, 1);
  });

  it('is quoted in its problems briefly and without control characters', () => {
    const long = `a\u001b[31m\n\u202e${'b'.repeat(54)}😀${'c'.repeat(500)}`;
    const text = JSON.stringify({
      [long]: 1,
      ignoredFindings: [{ ...IGNORED, code: long }],
    });
    const { problems } = parseSuppressions(text);
    assert.equal(problems.length, 2);
    for (const { message } of problems) {
      const quoted = /^“(.*?)” is not/u.exec(message)?.[1] ?? '';
      assert.ok(quoted.startsWith('a\uFFFD[31m\uFFFD\uFFFDb') && quoted.endsWith('…'), message);
      assert.ok(quoted.length <= 60);
      assert.doesNotMatch(message, /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    }
  });

  it('never makes the parser throw', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '\u0000', '"\\u12', '/*']) {
      assert.equal(parseSuppressions(text).problems.length, 1);
      assert.equal(addAcceptedName(text, 'Ana'), undefined);
      assert.equal(removeIgnoredFinding(text, IGNORED), undefined);
    }
  });
});

describe('a suppression', () => {
  it('can be added to an empty file', () => {
    assert.equal(
      after('', addAcceptedName('', 'Ana Roe')),
      '{\n  "acceptedNames": [\n    "Ana Roe"\n  ]\n}\n',
    );
  });

  it('is written in the style of the file', () => {
    const text = '{\r\n\t// ours\r\n\t"acceptedNames": [\r\n\t\t"Ana Roe"\r\n\t]\r\n}\r\n';
    assert.equal(
      after(text, addAcceptedName(text, 'Bo "B" Li')),
      text.replace('"Ana Roe"', '"Ana Roe",\r\n\t\t"Bo \\"B\\" Li"'),
    );
    const four = '{\n    "acceptedNames": [\n        "Ana Roe" // ours\n    ]\n}';
    const both = after(four, addIgnoredFinding(four, IGNORED));
    assert.deepEqual(parseSuppressions(both).suppressions, {
      acceptedNames: ['Ana Roe'],
      acceptedWords: [],
      ignoredFindings: [IGNORED],
    });
    assert.ok(both.startsWith(`${four.slice(0, -2)},\n    "ignoredFindings": [\n        {\n`));
  });

  it('can be removed, and the file is as before', () => {
    const text = `${JSON.stringify({ ignoredFindings: [IGNORED] }, undefined, 2)}\n`;
    const other = { ...IGNORED, words: 'left' };
    const both = after(text, addIgnoredFinding(text, other));
    assert.equal(after(both, removeIgnoredFinding(both, other)), text);
    assert.deepEqual(
      parseSuppressions(after(both, removeIgnoredFinding(both, IGNORED))).suppressions
        .ignoredFindings,
      [other],
    );
    assert.equal(removeIgnoredFinding(text, other), undefined);
  });

  it('is not added to a file with an invalid structure', () => {
    for (const text of ['[]', '{"acceptedNames": 1}', '{"acceptedNames": ["Ana]}']) {
      assert.equal(addAcceptedName(text, 'Ana'), undefined);
    }
  });

  it('is one short insertion, even into one long line', () => {
    const ignoredFindings = Array.from({ length: 2000 }, (_, index) => ({
      ...IGNORED,
      sentence: `Wierzbicky left ${index} times.`,
    }));
    const acceptedNames = ignoredFindings.map(({ sentence }) => sentence);
    const text = JSON.stringify({ acceptedNames, ignoredFindings });
    for (const edits of [addIgnoredFinding(text, IGNORED), addAcceptedName(text, 'Ana Roe')]) {
      assert.equal(edits?.length, 1);
      const [{ span, newText } = assert.fail()] = edits;
      assert.equal(span.start, span.end);
      assert.ok(newText.length < 500);
    }
    const all = { acceptedNames, ignoredFindings: [...ignoredFindings, IGNORED] };
    const added = after(text, addIgnoredFinding(text, IGNORED));
    assert.equal(added, JSON.stringify(all));
    assert.equal(after(added, removeIgnoredFinding(added, IGNORED)), text);
    const names = JSON.stringify({ acceptedNames });
    assert.equal(
      after(names, addIgnoredFinding(names, IGNORED)),
      JSON.stringify({ acceptedNames, ignoredFindings: [IGNORED] }),
    );
  });

  it('is added after the comments and trailing commas of the list', () => {
    const cases: readonly (readonly [file: string, result: string])[] = [
      ['{}', '{\n  "acceptedNames": [\n    "Bo"\n  ]\n}'],
      ['{"acceptedNames":[]}\n', '{"acceptedNames":["Bo"]}\n'],
      ['{"acceptedNames": ["A"]}', '{"acceptedNames": ["A", "Bo"]}'],
      ['{"acceptedNames": ["A" /* a */, ]}', '{"acceptedNames": ["A" /* a */, "Bo", ]}'],
      ['{\n  "acceptedNames": []\n}', '{\n  "acceptedNames": [\n    "Bo"\n  ]\n}'],
      [
        '{ // x\n  "acceptedNames": [ // none\n  ]\n}',
        '{ // x\n  "acceptedNames": [ // none\n    "Bo"\n  ]\n}',
      ],
      [
        '{\n "acceptedNames": [\n  "A" // ours\n  // "B"\n ]\n}\n',
        '{\n "acceptedNames": [\n  "A", // ours\n  // "B"\n  "Bo"\n ]\n}\n',
      ],
      [
        '\uFEFF{\n  "acceptedNames": [\n    "A",\n  ],\n}',
        '\uFEFF{\n  "acceptedNames": [\n    "A",\n    "Bo",\n  ],\n}',
      ],
      [
        '{\n  "$schema": "x", // none\n}',
        '{\n  "$schema": "x", // none\n  "acceptedNames": [\n    "Bo"\n  ],\n}',
      ],
    ];
    for (const [file, result] of cases) {
      assert.equal(after(file, addAcceptedName(file, 'Bo')), result);
      assert.deepEqual(parseSuppressions(result).problems, []);
    }
  });

  it('is removed with its comma, and the comments of other entries stay', () => {
    const entry = JSON.stringify(IGNORED);
    const other = JSON.stringify({ ...IGNORED, words: 'left' });
    const cases: readonly (readonly [list: string, result: string])[] = [
      [`[${entry}]`, '[]'],
      [`[\n  ${entry},\n]`, '[]'],
      [`[ // none\n  ${entry}\n]`, '[ // none\n]'],
      [`[${entry},${other}]`, `[${other}]`],
      [`[${other},${entry}]`, `[${other}]`],
      [`[${other}, ${entry},]`, `[${other},]`],
      [`[\n  ${entry}, // a\n  ${other}\n]`, `[\n  // a\n  ${other}\n]`],
      [`[\n  ${other}, // a\n  ${entry}\n]`, `[\n  ${other} // a\n]`],
      [`[\n  ${other} // a\n, ${entry}]`, `[\n  ${other} // a\n]`],
      [`[\n  ${other}, // a,\n${entry}]`, `[\n  ${other} // a,\n]`],
      [`[\n  ${other},\n  ${entry}, // a\n]`, `[\n  ${other}, // a\n]`],
    ];
    for (const [list, result] of cases) {
      const [file, expected] = [list, result].map((json) => `{"ignoredFindings": ${json}}\n`);
      assert.ok(file !== undefined && expected !== undefined);
      assert.equal(after(file, removeIgnoredFinding(file, IGNORED)), expected);
      assert.deepEqual(parseSuppressions(expected).problems, []);
    }
  });
});
