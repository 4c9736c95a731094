import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import type { Finding } from '../../../server/checks/finding.js';
import { canFixUnattended } from '../../../server/checks/unattended.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';

const SUNDAY = {
  name: 'sunday.txt',
  text: 'COAST NEWS / SUN 21 JUL 2024\n\nThe fire in Sundvik destroyed 14 boats, and 300 people left their homes.\n\nMayor Ines Calvo opened a shelter in the school.',
};
const MONDAY = {
  name: 'monday.md',
  text: '# Briefing, Monday 22 July 2024\n\nThe fire in Sundvik destroyed 17 boats. In all, 520 people left their homes.\n\nThe harbour master Tobias Lind thanked the crews.',
};

/** The findings on claims of a draft with these sources. */
function claimFindings(
  draft: string,
  sources: readonly { readonly name: string; readonly text: string }[] = [SUNDAY, MONDAY],
): readonly Finding[] {
  const { findings } = checkDraft(readProse(draft), referenceFromSources(sources));
  return findings.filter(({ code }) => code.startsWith('claim/'));
}

/** Asserts that the marked spans of a draft are reported as outdated, and nothing else. */
function expectOutdated(draft: string, sources?: Parameters<typeof claimFindings>[1]): void {
  expectSpans(draft, (text) => {
    const findings = claimFindings(text, sources);
    for (const { code } of findings) assert.equal(code, 'claim/outdated');
    return findings.map(({ span }) => span);
  });
}

describe('a claim that an older source supports', () => {
  it('is outdated if a newer one says otherwise', () => {
    expectOutdated('The fire in Sundvik destroyed [|14|] boats.');
    expectOutdated('The fire in Sundvik destroyed 17 boats.');
    expectOutdated('Because of the fire [|300|] people left their homes.');
  });

  it('can be replaced by the newer value', () => {
    const draft = 'The fire in Sundvik destroyed 14 boats.';
    const [finding] = claimFindings(draft);
    assert.equal(
      finding?.message,
      '“14” is outdated: 14 (Sunday, sunday.txt:3), 17 (Monday, monday.md:3).',
    );
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(
      finding.fixes.map(({ edits }) => edited(draft, edits)),
      ['The fire in Sundvik destroyed 17 boats.'],
    );
    assert.deepEqual(
      finding.evidence.map(({ source, line }) => `${source}:${line}`),
      ['monday.md:3', 'sunday.txt:3'],
    );
  });

  it('offers the newer value as a choice, which nothing applies by itself', () => {
    const draft = 'The fire in Sundvik destroyed 14 boats.';
    const [finding] = claimFindings(draft);
    assert.ok(finding !== undefined);
    assert.deepEqual(
      finding.fixes.map(({ title, preferred }) => [title, preferred]),
      [['Change to “17”', false]],
    );
    assert.equal(canFixUnattended(finding, readProse(draft)), false);
  });

  it('is not outdated if it says when that was so', () => {
    expectOutdated('By Sunday the fire in Sundvik had destroyed 14 boats.');
  });

  it('is not outdated if it is not known which source is newer', () => {
    expectOutdated('The fire in Sundvik destroyed 14 boats.', [
      SUNDAY,
      { ...MONDAY, text: MONDAY.text.replace(', Monday 22 July 2024', '') },
    ]);
  });

  it('is not outdated if the newer source speaks of something else', () => {
    expectOutdated('Mayor Ines Calvo opened a shelter in the school.');
    expectOutdated('In Sundvik 14 boats burnt, one of them a ferry.', [
      SUNDAY,
      { ...MONDAY, text: MONDAY.text.replace('destroyed 17 boats', 'spared 17 boats') },
    ]);
    expectOutdated('The crew of the Sund rescued 40 people.', [
      { ...SUNDAY, text: 'COAST NEWS / 21 JUL 2024\n\nThe crew of the Sund rescued 40 people.' },
      { ...MONDAY, text: '# 22 July 2024\n\nThe crew of the Lind rescued 55 people.' },
    ]);
    expectOutdated('In the second vote, 14 councillors backed the flood wall.', [
      {
        ...SUNDAY,
        text: '# 21 July 2024\n\nIn the second vote, 14 councillors backed the flood wall.',
      },
      {
        ...MONDAY,
        text: '# 22 July 2024\n\nIn the third vote, 17 councillors backed the flood wall.',
      },
    ]);
  });

  it('is not outdated by a report of last year’s event, however that is dated', () => {
    const walk = 'The lantern walk in Lindby drew 3,600 visitors.';
    const thisYear = { name: 'this-year.md', text: `# Lindby, 10 August 2024\n\n${walk}` };
    const lastYear = 'The lantern walk in Lindby drew 4,100 visitors.';
    for (const heading of ['# Lindby, 12 August 2023\n\n', 'LINDBY, 12 August (Coast News) - '])
      expectOutdated(walk, [thisYear, { name: 'last-year.md', text: heading + lastYear }]);
    for (const round of ['Last year, the', 'In 2023, the', 'A year earlier, the', 'The previous'])
      expectOutdated(walk, [
        thisYear,
        {
          name: 'later.md',
          text: `# Lindby, 12 August 2024\n\n${round} lantern walk in Lindby drew 4,100 visitors.`,
        },
      ]);
  });

  it('is outdated also if only the day of the older source is known without its year', () => {
    expectOutdated('The fire in Sundvik destroyed [|14|] boats.', [
      { ...SUNDAY, text: SUNDAY.text.replace(/^.*\n\n/u, 'SUNDVIK, 21 July (Coast News) - ') },
      MONDAY,
    ]);
  });
});
