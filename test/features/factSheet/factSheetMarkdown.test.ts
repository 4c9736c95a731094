import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  factSheetMarkdown,
  isFactSheet,
} from '../../../server/features/factSheet/factSheetMarkdown.js';
import { signatureText } from '../../../protocol/signOff.js';
import { escapeMarkdown } from '../../../server/features/hover/markdown.js';
import { readProse } from '../../../server/prose/prose.js';
import { ARCHIVED, SHEET, UNCOVERED } from './sheets.js';

/** In the time of this machine. */
const SIGNED = signatureText({ by: 'MO', at: '2026-11-28T12:10:00Z', note: 'saw <it>' });

const DATE = new Date(2026, 4, 1);

describe('a fact sheet as Markdown', () => {
  it('has a checkbox for each entry, those that need work first, and marks dismissed ones', () => {
    assert.equal(
      factSheetMarkdown(SHEET, DATE),
      `---
fact-sheet: "the tide.md"
---

# Fact sheet: The \\<tide\\> \\& the \\*pier\\*

the tide.md, checked on 1 May 2026. 5 claims: 1 supported, 1 contradicted, 1 not in the sources, 1 to check, 1 dismissed. 1 of 6 claims and names are checked (MO 1), 1 reopened.

## TK and open notes (1)

- [ ] Line 4: \\[CHECK: \\*height\\*\\]
  - In: The mole is \\<9\\> m high.

## Contradicted (1)

- [ ] Line 5: It rose at \\<ten\\> \\& fell.
  - Reopened: it was “\\<ten\\>”.
  - The source says “nine”, not “\\<ten\\>”.
  - It rose at nine \\& fell. (log/tides.md:4)

## Not in the sources (1)

- [ ] Line 7: “Never,” she said.
  - Not found in your sources.

## To check (1)

- [ ] Line 9: The mole was lengthened.
  - Work on the mole went on. (log/piers.md:9)

## Supported (1)

- [x] Line 3: The pier is old.
  - ${escapeMarkdown(SIGNED)}
  - The pier is old. (log/piers.md:7)

## Names and titles (2)

- [ ] Line 3: Maren Oduya
  - Title: harbour \\<master\\>
  - Then: Ms Oduya (line 5)
  - Figures: 43 (line 3)
  - Maren Oduya: harbour master (log/people.md:3)
- [ ] Line 9: Pier Trust
  - Your sources do not have this name.

## Dismissed (2)

- [ ] Line 6: It fell at six.
  - Dismissed: The source says “seven”.
  - Reason: checked by telephone
  - It fell at seven. (log/tides.md:5)
- [ ] Line 8: Ines Varga-Toth
  - Dismissed: “Varga-Toth”: did you mean “Varga-Tóth”?
`,
    );
  });

  it('shows texts unchanged', () => {
    const texts = readProse(factSheetMarkdown(SHEET, DATE)).blocks.map(({ text }) => text);
    assert.ok(texts.includes('Fact sheet: The <tide> & the *pier*'), texts.join('\n'));
    assert.ok(texts.includes('It rose at nine & fell. (log/tides.md:4)'), texts.join('\n'));
  });

  it('says so if no source covers the draft', () => {
    const text = factSheetMarkdown(
      { ...SHEET, headline: '', isCovered: false, state: UNCOVERED },
      DATE,
    );
    assert.match(text, /^# Fact sheet: the tide\.md$/mu);
    assert.match(text, /No source covers this draft/u);
    assert.doesNotMatch(text, /Not in the sources|Supported/u);
    assert.match(text, /^## Dismissed \(2\)$/mu);
  });

  it('is recognised as a fact sheet, and a draft about one is not', () => {
    assert.ok(isFactSheet(factSheetMarkdown(SHEET, DATE)));
    assert.ok(!isFactSheet('---\ntitle: A fact-sheet\n---\n\nfact-sheet: yes\n'));
    assert.ok(!isFactSheet('# A fact sheet\n'));
  });

  it('links the pages of an archive', () => {
    assert.match(
      factSheetMarkdown(ARCHIVED, DATE),
      /\n {2}- Only your archive has this\.\n {2}- The pier is old\. \(\[archive, 12 March 2021, A \\<pier\\>\]\(https:\/\/news\.example\/1\)\)\n/u,
    );
  });
});
