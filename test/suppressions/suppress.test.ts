import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import { anchorOf, isSameAnchor } from '../../server/checks/anchor.js';
import { readProse } from '../../server/prose/prose.js';
import { edited } from '../marked.js';
import { checked, checkedProse, drafts, suppressionOf, describeFindings } from './harbour.js';

/** A question makes no claim, so that only the expected checks report something. */
const QUESTION = 'Did the engineer Tomasz Wierzbicky see the the wall?';

/** The findings of a draft as `code “marked words”`. */
function findings(text: string): readonly string[] {
  return describeFindings(text, checked(text));
}

/** The draft after the fix of its first hint about an unused comment. */
function withoutUnused(text: string): string {
  const { findings: all } = checked(text);
  const fix = all.find(({ code }) => code === 'style/unused-ignore')?.fixes[0];
  assert.ok(fix?.preferred);
  return edited(text, fix.edits);
}

describe('a comment in the draft', () => {
  it('suppresses its codes and families in the next block only', () => {
    assert.deepEqual(findings(QUESTION), [
      'name/misspelled “Wierzbicky”',
      'sentence/repeated-word “the the”',
    ]);
    const comments = [
      'copydesk-ignore name/misspelled, sentence/repeated-word: his own spelling',
      'copydesk-ignore name sentence',
      '  copydesk-ignore name,sentence : a: b  ',
    ];
    for (const comment of comments) {
      assert.deepEqual(findings(`<!--${comment}-->\n${QUESTION}`), []);
      assert.deepEqual(findings(`<!-- ${comment} -->\n\nIt rained.\n\n${QUESTION}`).length, 3);
    }
    assert.deepEqual(findings(`<!-- copydesk-ignore name -->\n\n${QUESTION}`), [
      'sentence/repeated-word “the the”',
    ]);
  });

  it('works in lists, tables, quotations, headings and lines of prose', () => {
    const comment = '<!-- copydesk-ignore name, sentence, quote -->';
    const texts = [
      `- ${comment} ${QUESTION}\n- It rained.`,
      `1. It rained.\n   ${comment}\n2. ${QUESTION}`,
      `> ${comment}\n> ${QUESTION}`,
      `| Port | Note |\n|---|---|\n| Lagos | ${comment} ${QUESTION} |`,
      `# ${comment} ${QUESTION}`,
      `${comment} ${QUESTION}`,
      `It rained. ${comment} ${QUESTION}`,
      `It rained.[^1]\n\n[^1]: ${comment} ${QUESTION}`,
    ];
    for (const text of texts) {
      assert.deepEqual(
        findings(text).filter((shown) => !/^(?:reference|style)/u.test(shown)),
        [],
        text,
      );
    }
  });

  it('has no effect with another word or in plain text', () => {
    for (const comment of ['copydesk-ignored name', 'Copydesk, ignore name', 'name']) {
      assert.equal(findings(`<!-- ${comment} -->\n${QUESTION}`).length, 2);
    }
    const plain = readProse(`<!-- copydesk-ignore name -->\n${QUESTION}`, 'plain');
    assert.deepEqual(plain.comments, []);
  });

  it('is reported and can be removed if nothing matches it', () => {
    const text = 'It rained.\n\n<!-- copydesk-ignore name: gone -->\nThe wall stood.\n';
    const [finding] = checked(text).findings;
    assert.equal(finding?.code, 'style/unused-ignore');
    assert.equal(finding.severity, 'hint');
    assert.equal(
      finding.message,
      '“name” is ignored here, but there is no such finding in the block that follows.',
    );
    assert.equal(withoutUnused(text), 'It rained.\n\nThe wall stood.\n');
    assert.equal(
      withoutUnused(`<!-- copydesk-ignore quote,  name, claim -->\n${QUESTION}`),
      `<!-- copydesk-ignore name, claim -->\n${QUESTION}`,
    );
  });

  it('is reported if it has no code or an unknown one', () => {
    const messages = (text: string) => checked(text).findings.map(({ message }) => message);
    assert.deepEqual(messages('<!-- copydesk-ignore -->\nIt rained.'), [
      'This comment needs a code to ignore, as in “copydesk-ignore name: reason”.',
    ]);
    assert.deepEqual(messages('<!-- copydesk-ignore nmae/x -->\nIt rained.'), [
      '“nmae/x” is not the code of a check; “copydesk rules” lists the codes, and a reason follows a colon.',
    ]);
  });

  it('does not read a reason without a colon as codes', () => {
    const text = `<!-- copydesk-ignore sentence  he spells his name so -->\n${QUESTION}`;
    assert.deepEqual(findings(text), ['style/unused-ignore “he”', 'name/misspelled “Wierzbicky”']);
    assert.equal(
      withoutUnused(text),
      `<!-- copydesk-ignore sentence: he spells his name so -->\n${QUESTION}`,
    );
  });

  it('is removed with its line, without joining paragraphs or changing indents', () => {
    const mark = '<!-- copydesk-ignore name -->';
    const cases: readonly (readonly [before: string, after: string])[] = [
      [`${mark}\r\nIt rained.\r\n`, 'It rained.\r\n'],
      [`Low.\n${mark}\nHigh.\n`, 'Low.\n\nHigh.\n'],
      [`Low.\n\n  ${mark}  \n\nHigh.\n`, 'Low.\n\n\nHigh.\n'],
      [`- ${mark} Low.\n`, '- Low.\n'],
      [`Low ${mark} tide.\n`, 'Low tide.\n'],
      [`Low tide. ${mark}\n`, 'Low tide.\n'],
      [`Low tide.\n\n${mark}`, 'Low tide.\n\n'],
    ];
    for (const [before, after] of cases) assert.equal(withoutUnused(before), after);
  });
});

describe('a suppression', () => {
  it('suppresses one finding, matched by its words and sentence', () => {
    const [name] = checked(QUESTION).findings;
    assert.ok(name !== undefined);
    const suppression = suppressionOf(QUESTION, name);
    assert.deepEqual(suppression, {
      code: 'name/misspelled',
      sentence: QUESTION,
      words: 'Wierzbicky',
    });
    const suppressions = { ignoredFindings: [suppression] };
    const others = ['sentence/repeated-word “the the”'];
    assert.deepEqual(describeFindings(QUESTION, checked(QUESTION, suppressions)), others);

    const moved =
      '# Wall\n\nIt rained.\n\n- Did the engineer *Tomasz*\n  **Wierzbicky** see the the wall?\n';
    assert.deepEqual(describeFindings(moved, checked(moved, suppressions)), others);
    const changed = QUESTION.replace('see', 'fix');
    assert.equal(checked(changed, suppressions).findings.length, 2);
  });

  it('may name a family', () => {
    const suppression = { code: 'name', sentence: QUESTION, words: 'Wierzbicky' };
    assert.equal(checked(QUESTION, { ignoredFindings: [suppression] }).findings.length, 1);
  });

  it('distinguishes places in a sentence with the same words', () => {
    const text = 'Did they see the the wall and the the gate?';
    const [first, second] = checked(text).findings;
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(suppressionOf(text, second).occurrence, 2);
    const left = checked(text, { ignoredFindings: [suppressionOf(text, second)] }).findings;
    assert.deepEqual(
      left.map(({ span }) => span),
      [first.span],
    );
  });

  it('is reported in its own draft if nothing matches it any more', () => {
    const suppression = { code: 'name', sentence: QUESTION, words: 'Wierzbicky', draft: 'wall.md' };
    const suppressions = { ignoredFindings: [suppression] };
    const [hint, ...others] = checked('# Rain\n\nIt rained.\n', suppressions, 'wall.md').findings;
    assert.deepEqual(others, []);
    assert.equal(hint?.code, 'style/unused-ignore');
    assert.deepEqual(hint.span, { start: 2, end: 6 });
    assert.deepEqual(hint.unused, suppression);
    assert.equal(
      hint.message,
      `“name” is ignored at “Wierzbicky” in “${QUESTION}”, but there is no such finding any more.`,
    );
    assert.deepEqual(checked('It rained.', suppressions, 'rain.md').findings, []);
    assert.deepEqual(checked('It rained.', suppressions).findings, []);
    assert.equal(checked('', suppressions, 'wall.md').findings.length, 1);
  });

  it('makes fixes in its sentence non-preferred', () => {
    const [name] = checked(QUESTION).findings;
    assert.ok(name !== undefined);
    const text = `${QUESTION} Did they see the the sea?`;
    const { findings: left } = checked(text, { ignoredFindings: [suppressionOf(QUESTION, name)] });
    assert.deepEqual(
      left.map(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [[false], [true]],
    );
  });
});

describe('an accepted name', () => {
  const accept = (text: string, ...acceptedNames: readonly string[]): readonly string[] =>
    describeFindings(text, checked(text, { acceptedNames }));

  it('is accepted in all its forms', () => {
    const text = 'Did Tomasz Wierzbicky meet Mr. Wierzbicky’s aide?';
    assert.equal(findings(text).length, 2);
    assert.deepEqual(accept(text, 'Tomasz Wierzbicky'), []);
    assert.deepEqual(accept(text, 'Wierzbicky'), []);
    assert.deepEqual(accept('Did Mr. Wierz**bicky** go?', 'Wierzbicky'), []);
    assert.deepEqual(accept(text, 'T. Wierzbicky'), [findings(text)[0]]);
  });

  it('accepts no one else', () => {
    const text = 'Did Thomasz Wierzbicky meet Ngozi Adeyemi-Clark?';
    const before = findings(text);
    assert.ok(before.length > 1);
    assert.deepEqual(accept(text, 'Tomasz Wierzbicky'), before);
    assert.deepEqual(
      accept(text, 'Ngozi Adeyemi-Clark'),
      before.filter((shown) => !shown.includes('Clark')),
    );
  });

  it('does not accept the last word of a body’s name', () => {
    const text = 'Did the Lagos Counsil meet? Did the Counsil of Lagos speak to Mr. Counsil?';
    assert.deepEqual(accept(text, 'Lagos Council', 'Lagos Board'), findings(text));
  });

  it('suppresses no other check', () => {
    assert.deepEqual(accept(QUESTION, 'Tomasz Wierzbicky', 'the the'), [
      'sentence/repeated-word “the the”',
    ]);
  });
});

describe('suppressing findings', () => {
  /** Findings without their fixes. */
  const withoutFixes = (all: readonly Finding[]): readonly unknown[] =>
    all.map(({ code, message, span }) => ({ code, message, span }));

  it('never hides another finding', () => {
    let tried = 0;
    for (const text of drafts(20)) {
      const prose = readProse(text);
      const { findings: all, claims } = checkedProse(prose);
      for (const finding of all) {
        const suppression = suppressionOf(text, finding);
        const isSuppressed = (other: Finding): boolean => {
          const anchor = anchorOf(prose, other.span);
          return (
            other.code === finding.code && anchor !== undefined && isSameAnchor(anchor, suppression)
          );
        };
        const left = checkedProse(prose, { ignoredFindings: [suppression] });
        assert.deepEqual(
          withoutFixes(left.findings),
          withoutFixes(all.filter((other) => !isSuppressed(other))),
        );
        assert.deepEqual(left.claims, claims);
        tried++;
      }
    }
    assert.ok(tried > 100);
  });

  it('never hides findings elsewhere or of another code by a comment', () => {
    for (const text of drafts(20)) {
      const { findings: all } = checked(text);
      for (const { code } of all) {
        const comment = `<!-- copydesk-ignore ${code} -->\n\n`;
        const first = readProse(text).blocks[0]?.map.extent.end ?? 0;
        const left = checked(comment + text).findings.filter(
          (finding) => finding.code !== 'style/unused-ignore',
        );
        const expected = all.filter((other) => other.code !== code || other.span.start >= first);
        assert.deepEqual(
          left.map(({ code: c, span }) => [c, span.start - comment.length]),
          expected.map(({ code: c, span }) => [c, span.start]),
        );
      }
    }
  });
});
