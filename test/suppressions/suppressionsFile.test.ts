import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Edit } from '../../server/checks/finding.js';
import type { Suppression } from '../../server/checks/suppression.js';
import {
  accept,
  ignore,
  parseSuppressions,
  takeBack,
} from '../../server/suppressions/suppressionsFile.js';
import { edited, mark, marked } from '../marked.js';

const IGNORED: Suppression = { code: 'name', words: 'Wierzbicky', sentence: 'Wierzbicky left.' };

/** The file after its edits. */
function after(text: string, edits: readonly Edit[] | undefined): string {
  assert.ok(edits !== undefined);
  return edited(text, edits);
}

describe('a decisions file', () => {
  it('holds names and findings', () => {
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

  it('tells some of very many mistakes', () => {
    const text = JSON.stringify({
      acceptedNames: ['Ana Roe', ...Array.from({ length: 5000 }, () => 1)],
    });
    const { suppressions: decisions, problems } = parseSuppressions(text);
    assert.deepEqual(decisions.acceptedNames, ['Ana Roe']);
    assert.equal(problems.length, 101);
    assert.match(problems.at(-1)?.message ?? '', /^4,900 more mistakes /u);
  });

  it('may be empty, and have comments, a last comma and a byte order mark', () => {
    for (const text of ['', ' \n', '{}', '\uFEFF{"acceptedNames": [],} // none']) {
      assert.deepEqual(parseSuppressions(text), {
        suppressions: { acceptedNames: [], ignoredFindings: [] },
        problems: [],
      });
    }
  });

  it('that is no JSON counts for nothing, and says where and why', () => {
    const cases: readonly (readonly [file: string, message: string])[] = [
      ['{"acceptedNames": ["Ana" [|"Roe"|]]}', 'A comma is missing here'],
      ['{"acceptedNames"[| |]["Ana"]}', 'A colon is missing here'],
      ['{"acceptedNames": ["Ana"]', 'A closing “}” is missing here'],
      ['{"acceptedNames": [[|"Ana|]', 'A closing quotation mark is missing here'],
      ['{"acceptedNames": [|}|]', 'A value is missing here'],
      ['[|Ana|]', 'This is no JSON'],
    ];
    for (const [file, message] of cases) {
      const { text } = marked(file);
      const { suppressions: decisions, problems } = parseSuppressions(text);
      assert.deepEqual(decisions, { acceptedNames: [], ignoredFindings: [] });
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.message, `${message}, so nothing in this file counts.`, text);
      assert.ok(problems[0].span.end <= text.length);
      if (file !== text && !file.includes('[| |]')) {
        assert.equal(mark(text, [problems[0].span]), file);
      }
    }
  });

  it('with a broken entry keeps the others', () => {
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
    const { suppressions: decisions, problems } = parseSuppressions(text);
    assert.deepEqual(decisions, { acceptedNames: ['Ana Roe'], ignoredFindings: [IGNORED] });
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

  it('cannot make the reader throw', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '\u0000', '"\\u12', '/*']) {
      assert.equal(parseSuppressions(text).problems.length, 1);
      assert.equal(accept(text, 'Ana'), undefined);
      assert.equal(takeBack(text, IGNORED), undefined);
    }
  });
});

describe('a decision', () => {
  it('makes a file of nothing', () => {
    assert.equal(
      after('', accept('', 'Ana Roe')),
      '{\n  "acceptedNames": [\n    "Ana Roe"\n  ]\n}\n',
    );
  });

  it('is written as the file is', () => {
    const text = '{\r\n\t// ours\r\n\t"acceptedNames": [\r\n\t\t"Ana Roe"\r\n\t]\r\n}\r\n';
    assert.equal(
      after(text, accept(text, 'Bo "B" Li')),
      text.replace('"Ana Roe"', '"Ana Roe",\r\n\t\t"Bo \\"B\\" Li"'),
    );
    const four = '{\n    "acceptedNames": [\n        "Ana Roe" // ours\n    ]\n}';
    const both = after(four, ignore(four, IGNORED));
    assert.deepEqual(parseSuppressions(both).suppressions, {
      acceptedNames: ['Ana Roe'],
      ignoredFindings: [IGNORED],
    });
    assert.ok(both.startsWith(`${four.slice(0, -2)},\n    "ignoredFindings": [\n        {\n`));
  });

  it('can be taken back, and the file is as before', () => {
    const text = `${JSON.stringify({ ignoredFindings: [IGNORED] }, undefined, 2)}\n`;
    const other = { ...IGNORED, words: 'left' };
    const both = after(text, ignore(text, other));
    assert.equal(after(both, takeBack(both, other)), text);
    assert.deepEqual(
      parseSuppressions(after(both, takeBack(both, IGNORED))).suppressions.ignoredFindings,
      [other],
    );
    assert.equal(takeBack(text, other), undefined);
  });

  it('is not written into what is no list', () => {
    for (const text of ['[]', '{"acceptedNames": 1}', '{"acceptedNames": ["Ana]}']) {
      assert.equal(accept(text, 'Ana'), undefined);
    }
  });
});
