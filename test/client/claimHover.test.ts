import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkingPart } from '../../client/claimHover.js';
import { CHECK_CLAIM, FIND_IN_SOURCES } from '../../protocol/capabilityConstants.js';
import { signatureText } from '../../protocol/signOff.js';
import { SHEET } from '../features/factSheet/sheets.js';

/** The links of a part: each command with its argument. */
function commandsIn(links: string): readonly (readonly [string, unknown])[] {
  return [...links.matchAll(/\]\(command:([\w.]+)\?([^()\s]+)\)/gu)].map(
    ([, command = '', given = '']) => [command, JSON.parse(decodeURIComponent(given)) as unknown],
  );
}

describe('the part of a hover for checking', () => {
  const draft = 'file:///drafts/(a)%20b.md';

  it('offers to decide on a claim and to find evidence for it', () => {
    const open = SHEET.entries.find(({ verdict }) => verdict === 'unclear');
    assert.ok(open !== undefined);
    const { lines, links } = checkingPart(open, draft);
    const place = { draft, position: open.range.start };
    assert.deepEqual(lines, []);
    assert.deepEqual(commandsIn(links), [
      [CHECK_CLAIM, [place, 'checked']],
      [CHECK_CLAIM, [place, 'rejected']],
      [FIND_IN_SOURCES, [place]],
    ]);
  });

  it('shows who decided, with which evidence, and offers to take that back', () => {
    const rejected = SHEET.entries.find(({ signOff }) => signOff.evidence !== undefined);
    assert.ok(rejected !== undefined);
    const { lines, links } = checkingPart(rejected, draft);
    assert.deepEqual(lines, [
      ...rejected.signOff.signatures.map(signatureText),
      'Evidence: Height: 7 m. (log/plan.md:8)',
      'Evidence: It is 6 m. (log/old.md:1) It was changed.',
    ]);
    assert.deepEqual(
      commandsIn(links).map(([command]) => command),
      [CHECK_CLAIM, FIND_IN_SOURCES],
    );
  });

  it('shows why a claim is open again', () => {
    const reopened = SHEET.entries.find(({ signOff }) => signOff.reopened !== undefined);
    assert.ok(reopened !== undefined);
    assert.deepEqual(checkingPart(reopened, draft).lines, ['Reopened: it was “<ten>”.']);
  });
});
