import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import type { Finding } from '../../../server/checks/finding.js';
import { readProse } from '../../../server/prose/prose.js';
import { buildBase } from '../../../server/reference/indexSource.js';
import { NO_REFERENCE, createReference } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';

const LETTER = {
  name: 'letter.md',
  text: '# Report, Wednesday 22 May 2024\n\nMayor Ada Roe resigned on 14 May. The letter was short.',
};
const MINUTES = {
  name: 'minutes.md',
  text: '# Minutes, Thursday 16 May 2024\n\nThe council of Sundvik approved the flood wall on Sunday. Tobias Lind voted against it.',
};

function findingsIn(draft: string, sources?: readonly (typeof LETTER)[]): readonly Finding[] {
  const reference = sources === undefined ? NO_REFERENCE : createReference(buildBase(sources).base);
  return checkDraft(readProse(draft), reference).findings.filter(({ code }) =>
    /^claim\/(?:contradicted|inconsistent)$/u.test(code),
  );
}

/** Asserts that findings are at the marked spans of a draft, and no others. */
function expectFindings(draft: string, sources?: readonly (typeof LETTER)[]): void {
  expectSpans(draft, (text) => findingsIn(text, sources).map(({ span }) => span));
}

describe('the order of two acts', () => {
  const sources = [LETTER, MINUTES];

  it('is contradicted by the days that the sources give them', () => {
    expectFindings('The council approved the flood wall [|after|] Ada Roe resigned.', sources);
    expectFindings('Ada Roe resigned [|before|] the council approved the flood wall.', sources);
    expectFindings('The council approved the flood wall before Ada Roe resigned.', sources);
  });

  it('is contradicted where its clause opens the sentence', () => {
    expectFindings('[|After|] Ada Roe resigned, the council approved the flood wall.', sources);
    expectFindings('[|Before|] the council approved the flood wall Ada Roe resigned.', sources);
    expectFindings('Before Ada Roe resigned, the council approved the flood wall.', sources);
  });

  it('is contradicted by the days that the draft gives them', () => {
    const dated =
      '\n\nThe mayor resigned on 14 May 2024. The council of Sundvik approved the wall on 12 May 2024.';
    expectFindings(`The council approved the wall [|after|] the mayor resigned.${dated}`);
    expectFindings(`The mayor resigned [|before|] the council approved the wall.${dated}`);
    expectFindings(`The council approved the wall before the mayor resigned.${dated}`);
  });

  it('is left alone where one of them may be of another day, thing or person', () => {
    const draft = 'The council approved the flood wall after Ada Roe resigned.';
    const replaced = (from: string, to: string): readonly (typeof LETTER)[] =>
      sources.map(({ name, text }) => ({ name, text: text.replace(from, to) }));
    expectFindings(draft, replaced('on 14 May', 'a day later'));
    expectFindings(draft, replaced('resigned on', 'planned to resign on'));
    expectFindings(draft, replaced('the flood wall', 'the budget'));
    expectFindings(draft, replaced('Mayor Ada Roe', 'Tobias Lind'));
    expectFindings(draft, replaced('The letter', 'She resigned on 3 May. The letter'));
    expectFindings(draft, replaced(', Thursday 16 May 2024', ''));
  });

  it('has both sentences of the sources, and a fix', () => {
    const draft = 'The council approved the flood wall after Ada Roe resigned.';
    const [finding] = findingsIn(draft, sources);
    assert.equal(finding?.code, 'claim/contradicted');
    assert.equal(
      finding.message,
      '“after”: in the sources, “resigned” is of 14 May 2024 and “approved” is of 12 May 2024.',
    );
    assert.deepEqual(
      finding.evidence.map(({ source, line }) => `${source}:${line}`),
      ['letter.md:3', 'minutes.md:3'],
    );
    assert.deepEqual(
      finding.fixes.map(({ edits }) => edited(draft, edits)),
      ['The council approved the flood wall before Ada Roe resigned.'],
    );
    const opening = 'After Ada Roe resigned, the council approved the flood wall.';
    assert.deepEqual(
      findingsIn(opening, sources).flatMap(({ fixes }) =>
        fixes.map(({ edits }) => edited(opening, edits)),
      ),
      ['Before Ada Roe resigned, the council approved the flood wall.'],
    );
  });

  it('has both other places of the draft', () => {
    const draft =
      'The council approved the wall after the mayor resigned. The mayor resigned on 14 May 2024. The council approved the wall on 12 May 2024.';
    const [finding] = findingsIn(draft);
    assert.equal(finding?.code, 'claim/inconsistent');
    assert.equal(
      finding.message,
      '“after” here, but elsewhere in the draft “resigned” is of 14 May 2024 and “approved” is of 12 May 2024.',
    );
    assert.deepEqual(
      finding.related?.map(({ span }) => draft.slice(span.start, span.end)),
      ['approved', 'resigned'],
    );
    assert.deepEqual(
      finding.fixes.map(({ preferred, edits }) => [preferred, edited(draft, edits)]),
      [[false, draft.replace('after', 'before')]],
    );
  });
});
