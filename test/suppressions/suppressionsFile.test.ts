import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Edit } from '../../server/checks/finding.js';
import type { Suppression } from '../../server/checks/suppressionData.js';
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
  it('contains names and findings', () => {
    const entry = { ...IGNORED, occurrence: 2, draft: 'a.md', reason: 'his own' };
    const text = JSON.stringify({
      $schema: 'x',
      acceptedNames: ['Ana Roe'],
      ignoredFindings: [IGNORED, entry],
    });
    assert.deepEqual(parseSuppressions(text), {
      suppressions: { acceptedNames: ['Ana Roe'], ignoredFindings: [IGNORED, entry] },
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
        suppressions: { acceptedNames: [], ignoredFindings: [] },
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
      assert.deepEqual(suppressions, { acceptedNames: [], ignoredFindings: [] });
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
    assert.deepEqual(suppressions, { acceptedNames: ['Ana Roe'], ignoredFindings: [IGNORED] });
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
});
