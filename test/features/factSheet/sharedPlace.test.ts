import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import type { FactSheet } from '../../../protocol/factSheet.js';
import { factSheetOf } from '../../../server/features/factSheet/factSheet.js';
import { factSheetMarkdown } from '../../../server/features/factSheet/factSheetMarkdown.js';
import { factSheetPage } from '../../../server/features/factSheet/factSheetPage.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';

const TIP = {
  name: 'sources/confidential/tip-from-grigg.txt',
  text: 'Pier superintendent Tobias Wexford-Lind knew of 731 cracks in the flood wall.\n\n“Somebody will drown here one day,” said Wexford-Lind.',
};
const DRAFT = `# The wall

Tobias Wexford-Lind knew of 137 cracks in the flood wall.

“Somebody may drown here one day,” said Wexford-Lind.`;

/** Text that must not leave the editor: the name of the source, and words that only it has. */
const SECRETS = ['tip-from-grigg', '731', 'will drown', 'uperintendent'];

function sheetOf(): FactSheet {
  const prose = readProse(DRAFT);
  const reference = referenceFromSources([TIP]);
  const report = checkDraft(prose, reference);
  // One finding is dismissed, and listed separately.
  const [first, ...findings] = report.findings.filter(({ code }) => code.startsWith('claim'));
  const draft = {
    uri: 'memory:///wall.md',
    version: 1,
    prose,
    report: {
      findings: [...findings, ...report.findings.filter(({ code }) => code.startsWith('quote'))],
      dismissed: first === undefined ? [] : [{ finding: first }],
      claims: report.claims,
      isCovered: true,
      unread: [],
      leftOut: [],
      reference,
    },
    reference,
    severities: new Map(),
    uriOfSource: (source: string) => `memory:///${source}`,
  };
  return runToCompletion(factSheetOf(draft));
}

describe('a fact sheet with a confidential source', () => {
  it('shows everything in the editor, marked as confidential', () => {
    const text = JSON.stringify(sheetOf());
    for (const secret of SECRETS) assert.ok(text.includes(secret), secret);
    const evidence = sheetOf().entries.flatMap((entry) => entry.evidence);
    assert.ok(evidence.length > 0);
    assert.ok(evidence.every(({ isConfidential }) => isConfidential === true));
  });

  for (const [format, exported] of [
    ['Markdown', factSheetMarkdown(sheetOf(), new Date(2026, 4, 1))],
    ['a page', factSheetPage(sheetOf(), new Date(2026, 4, 1))],
  ] as const) {
    it(`has neither its name nor its words as ${format}`, () => {
      for (const secret of SECRETS) assert.ok(!exported.includes(secret), secret);
      assert.match(exported, /confidential source/u);
      assert.match(exported, /Dismissed \(1\)/u);
      assert.match(exported, /Names and titles/u);
    });
  }
});
