import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import {
  CODES,
  CODES_AND_FAMILIES,
  type Code,
  RULES,
  coversCode,
  isCodeOrFamily,
} from '../../server/checks/rules.js';
import { lineInRulesPage, rulesPage } from '../../server/checks/rulesPage.js';
import { readProse } from '../../server/prose/prose.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { parseStyle } from '../../server/houseStyle/styleFile.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { referenceFromSources } from '../../server/reference/reference.js';
import { analyse } from '../../server/session/draftAnalysis.js';
import { edited } from '../marked.js';
import { withTrainedReader } from '../trainedReader.js';

/** The findings in a text of a rule's example. */
async function reportedIn(code: Code, text: string): Promise<readonly Finding[]> {
  const { source, olderSource, houseStyle } = RULES[code].example;
  const sources = [
    ...(source === undefined ? [] : [{ name: 'notes.md', text: source }]),
    ...(olderSource === undefined ? [] : [{ name: 'older.md', text: olderSource }]),
  ];
  const reference = referenceFromSources(sources);
  const prose = readProse(text);
  const report = await withTrainedReader((readings) =>
    runToCompletion(
      analyse(prose, {
        ...{ reference, readings, spelling: DEFAULT_SPELLING },
        houseStyle: parseStyle(houseStyle ?? '').style,
      }),
    ),
  );
  return report.findings;
}

/** The length that fits a line of a list of problems, in UTF-16 units. */
const LONGEST_MESSAGE = 120;

describe('the table of rules', () => {
  for (const code of CODES) {
    const { example, isInFixAll, severity, title, description, explanation } = RULES[code];

    it(`has an example of ${code} that is reported, and one that is not`, async () => {
      const wrong = (await reportedIn(code, example.wrong)).filter(
        (finding) => finding.code === code,
      );
      assert.equal(wrong.length, 1);
      assert.equal(wrong[0]?.severity, severity);
      assert.deepEqual(
        (await reportedIn(code, example.right)).map(
          (finding) => `${finding.code}: ${finding.message}`,
        ),
        [],
      );
    });

    it(`has an example of ${code} that “Fix all” fixes, if it is safe`, async () => {
      const [finding] = (await reportedIn(code, example.wrong)).filter(
        (found) => found.code === code,
      );
      const fix = finding?.fixes.find(({ preferred }) => preferred);
      if (fix !== undefined) assert.equal(edited(example.wrong, fix.edits), example.right);
      else if (isInFixAll) assert.notDeepEqual(finding?.fixes, []);
    });

    it(`has a message of ${code} that begins with the words at issue and fits a line`, async () => {
      const [finding] = (await reportedIn(code, example.wrong)).filter(
        (found) => found.code === code,
      );
      const message = finding?.message ?? '';
      assert.ok(message.length <= LONGEST_MESSAGE, message);
      // A message about a whole draft has no words at issue.
      if (!coversCode('reference', code)) assert.match(message, /^“/u);
    });

    it(`describes ${code} in plain words`, () => {
      assert.match(title, /^[A-Z][^.]*$/u);
      assert.match(description, /^[“A-Za-z][^.]*$/u);
      assert.match(explanation, /[.”]$/u);
    });
  }

  it('has each family before its codes, once', () => {
    assert.equal(new Set(CODES_AND_FAMILIES).size, CODES_AND_FAMILIES.length);
    assert.deepEqual(
      CODES_AND_FAMILIES.filter((selector) => selector.includes('/')),
      CODES,
    );
    assert.deepEqual(CODES_AND_FAMILIES.slice(0, 2), ['name', 'name/misspelled']);
  });

  it('knows its codes and families, and nothing else', () => {
    for (const known of ['name', 'name/misspelled', 'sentence/garbled']) {
      assert.ok(isCodeOrFamily(known));
    }
    for (const other of [
      '',
      'nam',
      'name/',
      'name/mispelled',
      'toString',
      'sentence/constructor',
    ]) {
      assert.ok(!isCodeOrFamily(other), other);
    }
  });

  it('lets a code, its family and a former code stand for a rule', () => {
    const covering = ['sentence/missing-to', 'sentence', 'sentence/garbled'];
    for (const selector of covering) assert.ok(coversCode(selector, 'sentence/missing-to'));
    for (const selector of ['name', 'sentence/missing', 'sentence/missing-article', '']) {
      assert.ok(!coversCode(selector, 'sentence/missing-to'), selector);
    }
    assert.ok(!coversCode('sentence/missing-to', 'sentence/garbled'));
  });

  it('names as former only codes that there are', () => {
    const former = CODES.flatMap((code) => RULES[code].formerly ?? []);
    assert.deepEqual(
      former.filter((code) => !isCodeOrFamily(code)),
      [],
    );
  });
});

describe('the page on the rules', () => {
  const lines = rulesPage().split('\n');

  it('has the section on a code at the line that it gives for it', () => {
    for (const code of CODES) assert.equal(lines[lineInRulesPage(code) - 1], `### ${code}`);
  });

  it('says which codes were split off', () => {
    const section = (code: Code): string =>
      lines.slice(lineInRulesPage(code)).join('\n').split('###')[0] ?? '';
    assert.match(section('sentence/missing-to'), /Formerly part of sentence\/garbled/u);
    assert.match(section('sentence/garbled'), /split from it: sentence\/missing-article, /u);
    assert.doesNotMatch(section('sentence/fragment'), /Formerly|split off/u);
  });
});
