import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../server/checks/finding.js';
import { checkNames } from '../../../server/checks/names/names.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import type { Entity } from '../../../server/reference/model.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited, mark, marked } from '../../marked.js';
import { person } from './findNames.js';

const STATEMENTS = [
  'The powder mill in Skarvebo employs 118 people.',
  'The brig Fortuneta left Harkmouth in May with 40 sacks of rye.',
  'Rolf Vintersen of the Haldebro ferry said that the pier at Ostrell was rotten.',
  'The barge PERRLAND was built at the pier.',
  'Aino Hagelland-Sy steers the barge.',
  'VREDA IS CLOSED.',
];

/** The findings in a draft whose sources make the statements, with known names if needed. */
function findings(
  draft: string,
  entities: readonly Entity[] = [],
  statements = STATEMENTS,
): readonly Finding[] {
  const facts = statements.map((text, index) => ({
    text,
    citation: { source: 'notes.txt', line: index + 1 },
    unreliable: false,
  }));
  const reference = createReference({ entities, facts, quotes: [] });
  return runToCompletion(checkNames(readProse(draft), reference)).findings.filter(
    ({ severity }) => severity !== 'hint',
  );
}

function expectFixed(draft: string, expected: string): void {
  const { text } = marked(draft);
  const reported = findings(text);
  const spans = reported.map(({ span }) => span);
  assert.equal(mark(text, spans), draft);
  for (const { code } of reported) assert.equal(code, 'name/misspelled');
  assert.equal(
    edited(
      text,
      reported.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
    ),
    expected,
  );
}

function expectNone(draft: string): void {
  assert.deepEqual(
    findings(draft).map(({ message }) => message),
    [],
  );
}

describe('a misspelling of a word of the sources that is no known name', () => {
  it('is reported', () => {
    expectFixed('Jobs go at the mill in [|Skarevbo|].', 'Jobs go at the mill in Skarvebo.');
    expectFixed('A brig left [|Harkmmouth|] with rye.', 'A brig left Harkmouth with rye.');
    expectFixed('He runs the [|Haldbro|] ferry.', 'He runs the Haldebro ferry.');
  });

  it('is corrected to the case of a name, if the sources have it in capitals', () => {
    expectFixed('The barge is called [|Perland|].', 'The barge is called Perrland.');
  });

  it('is reported in a draft about people whom the sources have only in capitals', () => {
    const source = 'HALVARD BRENNIG won the cup, 9 hours. ODETTE VASKIN came second, 9 hours 20.';
    const reported = (draft: string): readonly unknown[] =>
      findings(draft, [], [source]).map(({ found, expected }) => [found, expected]);
    assert.deepEqual(reported('Then Halvard Brenig won the cup before Odette Vaskin.'), [
      ['Brenig', 'Brennig'],
    ]);
    assert.deepEqual(reported('Then Gunvor Brenig and Sixten Rukavina met at noon.'), []);
  });

  it('is reported in each place, with the statement that contains the word', () => {
    const reported = findings('The mill in Skarevbo is shut. Skarevbo, he said, is small.');
    assert.equal(reported.length, 2);
    assert.equal(
      reported[0]?.message,
      '“Skarevbo”: did you mean “Skarvebo”, as your sources write it?',
    );
    assert.deepEqual(reported[0].evidence, [{ source: 'notes.txt', line: 1, text: STATEMENTS[0] }]);
  });

  it('is left to the check of known names if it is one', () => {
    const reported = findings('Then Rolf Vinterson spoke.', [
      person('Rolf Vintersen', 'skipper', 'Haldebro ferry'),
    ]);
    assert.equal(reported.length, 1);
  });
});

describe('a word that only looks like one of the sources', () => {
  it('may be a name of its own', () => {
    expectNone('The pier at Ostrand was rotten.');
    expectNone('Vintersborg lies beyond the mill.');
    expectNone('The mill belongs to a Haldor.');
    expectNone('He told the Skarveboers that the mill would close.');
  });

  it('is not compared with a short or an English word in capitals', () => {
    expectNone('The board of Verda met Cloosed.');
  });

  it('is not one of two names that are run together', () => {
    const known = [person('Kofi Adomako', 'mate', 'Haldebro ferry')];
    assert.deepEqual(findings('Kofi Adomako sat. Then Aino HagellandSy rose.', known), []);
  });

  it('is right if the draft has the word of the sources beside it', () => {
    expectNone('The road goes from Skarvebo to Skarvobo past the mill.');
  });
});
