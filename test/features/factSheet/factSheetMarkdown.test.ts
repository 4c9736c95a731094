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

const REJECTED = signatureText({
  by: 'RV',
  at: '2026-11-28T12:10:00Z',
  note: 'ask the <harbour>',
  decision: 'rejected',
});

const DATE = new Date(2026, 4, 1);

describe('a fact sheet as Markdown', () => {
  it('has a row for each entry, beginning with those to be corrected, with the words at issue in bold', () => {
    assert.equal(
      factSheetMarkdown(SHEET, DATE),
      `---
fact-sheet: "the tide.md"
---

# Fact sheet: The \\<tide\\> \\& the \\*pier\\*

the tide.md, checked on 1 May 2026. 6 claims: 1 supported, 2 contradicted, 1 not in the sources, 1 to check, 1 dismissed. 1 of 7 claims and names are checked (MO 1), 1 to correct, 1 reopened.

## To correct (1)

- [ ] Line 4: The mole is **\\<9\\>** m high. — The source says “7”, not “\\<9\\>”.
  - ${escapeMarkdown(REJECTED)}
  - Evidence: Height: 7 m. (log/plan.md:8)
  - Evidence: It is 6 m. (log/old.md:1) It was changed.
  - The mole is 7 m high. (log/piers.md:2)

## TK and open notes (1)

- [ ] Line 4: \\[CHECK: \\*height\\*\\] — In: The mole is \\<9\\> m high.

## Contradicted (1)

- [ ] Line 5: It rose at **\\<ten\\>** \\& fell. — The source says “nine”, not “\\<ten\\>”. (log/tides.md:4)
  - Reopened: it was “\\<ten\\>”.

## Not in the sources (1)

- [ ] Line 7: “Never,” she said. — Not found in your sources.

## To check (1)

- [ ] Line 9: The mole was lengthened. (log/piers.md:9)

## Names and titles (2)

- [ ] Line 3: Maren Oduya — Title: harbour \\<master\\>; Then: Ms Oduya (line 5); Figures: 43 (line 3) (log/people.md:3)
- [ ] Line 9: Pier Trust — Your sources do not have this name.

## Checked (1)

- [x] Line 3: The pier is old. (log/piers.md:7)
  - ${escapeMarkdown(SIGNED)}

## Dismissed (2)

- [ ] Line 6: It fell at six. — Dismissed: The source says “seven”. Reason: checked by telephone (log/tides.md:5)
- [ ] Line 8: Ines Varga-Toth — Dismissed: “Varga-Toth”: did you mean “Varga-Tóth”?
`,
    );
  });

  it('shows texts unchanged, and the passages if requested', () => {
    const textsOf = (hasPassages: boolean): readonly string[] =>
      readProse(factSheetMarkdown(SHEET, DATE, hasPassages)).blocks.map(({ text }) => text);
    const passage = 'It rose at nine & fell. (log/tides.md:4)';
    assert.ok(textsOf(false).includes('Fact sheet: The <tide> & the *pier*'));
    assert.ok(!textsOf(false).includes(passage));
    assert.ok(textsOf(true).includes(passage), textsOf(true).join('\n'));
  });

  it('states that no source covers the draft', () => {
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

  it('shows the place of a passage', () => {
    const [entry] = SHEET.entries;
    assert.ok(entry !== undefined);
    const evidence = [{ source: 'a.vtt', line: 7, passage: 'at 1:04:07', text: 'We *heat* it.' }];
    assert.match(
      factSheetMarkdown({ ...SHEET, entries: [{ ...entry, evidence }] }, DATE),
      /\n- \[x\] Line 3: The pier is old\. \(a\.vtt:7, at 1:04:07\)\n/u,
    );
  });

  it('links the pages of an archive', () => {
    assert.match(
      factSheetMarkdown(ARCHIVED, DATE),
      /- \[ \] Line 3: The pier is old\. — Only your archive has this\. \(\[archive, 12 March 2021, A \\<pier\\>\]\(https:\/\/news\.example\/1\)\)\n/u,
    );
  });
});
