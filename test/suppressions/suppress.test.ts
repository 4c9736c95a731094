import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../server/checks/finding.js';
import { anchorOf, isSameAnchor } from '../../server/checks/anchor.js';
import { readProse } from '../../server/prose/prose.js';
import { edited } from '../marked.js';
import { checked, checkedProse, drafts, ignored, told } from './harbour.js';

/** A question claims nothing, so that these checks speak alone. */
const SLIP = 'Did the engineer Tomasz Wierzbicky see the the wall?';

/** The findings of a draft as `code “marked words”`. */
function findings(text: string): readonly string[] {
  return told(text, checked(text));
}

/** The draft after the mend of its first hint about an ignore. */
function cleared(text: string): string {
  const { findings: all } = checked(text);
  const fix = all.find(({ code }) => code === 'style/unused-ignore')?.fixes[0];
  assert.ok(fix?.preferred);
  return edited(text, fix.edits);
}

describe('a comment in the draft', () => {
  it('silences its codes and families in the next block alone', () => {
    assert.deepEqual(findings(SLIP), [
      'name/misspelled “Wierzbicky”',
      'sentence/repeated-word “the the”',
    ]);
    const comments = [
      'copydesk-ignore name/misspelled, sentence/repeated-word: his own spelling',
      'copydesk-ignore name sentence',
      '  copydesk-ignore name,sentence : a: b  ',
    ];
    for (const comment of comments) {
      assert.deepEqual(findings(`<!--${comment}-->\n${SLIP}`), []);
      assert.deepEqual(findings(`<!-- ${comment} -->\n\nIt rained.\n\n${SLIP}`).length, 3);
    }
    assert.deepEqual(findings(`<!-- copydesk-ignore name -->\n\n${SLIP}`), [
      'sentence/repeated-word “the the”',
    ]);
  });

  it('works in lists, tables, quotations, headings and lines of prose', () => {
    const comment = '<!-- copydesk-ignore name, sentence, quote -->';
    const texts = [
      `- ${comment} ${SLIP}\n- It rained.`,
      `1. It rained.\n   ${comment}\n2. ${SLIP}`,
      `> ${comment}\n> ${SLIP}`,
      `| Port | Note |\n|---|---|\n| Lagos | ${comment} ${SLIP} |`,
      `# ${comment} ${SLIP}`,
      `${comment} ${SLIP}`,
      `It rained. ${comment} ${SLIP}`,
      `It rained.[^1]\n\n[^1]: ${comment} ${SLIP}`,
    ];
    for (const text of texts) {
      assert.deepEqual(
        findings(text).filter((shown) => !/^(?:reference|style)/u.test(shown)),
        [],
        text,
      );
    }
  });

  it('is no such comment by another word, nor in plain text', () => {
    for (const comment of ['copydesk-ignored name', 'Copydesk, ignore name', 'name']) {
      assert.equal(findings(`<!-- ${comment} -->\n${SLIP}`).length, 2);
    }
    const plain = readProse(`<!-- copydesk-ignore name -->\n${SLIP}`, 'plain');
    assert.deepEqual(plain.comments, []);
  });

  it('is told, and can be taken out, where nothing matches it', () => {
    const text = 'It rained.\n\n<!-- copydesk-ignore name: gone -->\nThe wall stood.\n';
    const [finding] = checked(text).findings;
    assert.equal(finding?.code, 'style/unused-ignore');
    assert.equal(finding.severity, 'hint');
    assert.equal(
      finding.message,
      '“name” is ignored here, but nothing in the block that follows is told of it.',
    );
    assert.equal(cleared(text), 'It rained.\n\nThe wall stood.\n');
    assert.equal(
      cleared(`<!-- copydesk-ignore quote,  name, claim -->\n${SLIP}`),
      `<!-- copydesk-ignore name, claim -->\n${SLIP}`,
    );
  });

  it('is told where it names no code, or one that there is not', () => {
    const messages = (text: string) => checked(text).findings.map(({ message }) => message);
    assert.deepEqual(messages('<!-- copydesk-ignore -->\nIt rained.'), [
      'This comment names no code to ignore, as in “copydesk-ignore name: reason”.',
    ]);
    assert.deepEqual(messages('<!-- copydesk-ignore nmae/x -->\nIt rained.'), [
      '“nmae/x” is no code of a check; a reason stands behind a colon.',
    ]);
  });

  it('takes no reason without its colon for a code', () => {
    const text = `<!-- copydesk-ignore sentence  he spells his name so -->\n${SLIP}`;
    assert.deepEqual(findings(text), ['style/unused-ignore “he”', 'name/misspelled “Wierzbicky”']);
    assert.equal(
      cleared(text),
      `<!-- copydesk-ignore sentence: he spells his name so -->\n${SLIP}`,
    );
  });

  it('goes with its line, and leaves paragraphs apart and indents as they are', () => {
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
    for (const [before, after] of cases) assert.equal(cleared(before), after);
  });
});

describe('a decision', () => {
  it('lets one finding stand, by its words and sentence', () => {
    const [name] = checked(SLIP).findings;
    assert.ok(name !== undefined);
    const decision = ignored(SLIP, name);
    assert.deepEqual(decision, { code: 'name/misspelled', sentence: SLIP, words: 'Wierzbicky' });
    const decisions = { ignoredFindings: [decision] };
    const others = ['sentence/repeated-word “the the”'];
    assert.deepEqual(told(SLIP, checked(SLIP, decisions)), others);

    const moved =
      '# Wall\n\nIt rained.\n\n- Did the engineer *Tomasz*\n  **Wierzbicky** see the the wall?\n';
    assert.deepEqual(told(moved, checked(moved, decisions)), others);
    const changed = SLIP.replace('see', 'mend');
    assert.equal(checked(changed, decisions).findings.length, 2);
  });

  it('may be for a family', () => {
    const decision = { code: 'name', sentence: SLIP, words: 'Wierzbicky' };
    assert.equal(checked(SLIP, { ignoredFindings: [decision] }).findings.length, 1);
  });

  it('tells one place in a sentence from another with the same words', () => {
    const text = 'Did they see the the wall and the the gate?';
    const [first, second] = checked(text).findings;
    assert.ok(first !== undefined && second !== undefined);
    assert.equal(ignored(text, second).occurrence, 2);
    const left = checked(text, { ignoredFindings: [ignored(text, second)] }).findings;
    assert.deepEqual(
      left.map(({ span }) => span),
      [first.span],
    );
  });

  it('is told in its own draft where nothing matches it any more', () => {
    const decision = { code: 'name', sentence: SLIP, words: 'Wierzbicky', draft: 'wall.md' };
    const decisions = { ignoredFindings: [decision] };
    const [hint, ...others] = checked('# Rain\n\nIt rained.\n', decisions, 'wall.md').findings;
    assert.deepEqual(others, []);
    assert.equal(hint?.code, 'style/unused-ignore');
    assert.deepEqual(hint.span, { start: 2, end: 6 });
    assert.deepEqual(hint.unused, decision);
    assert.equal(
      hint.message,
      `name is to be ignored at “Wierzbicky” in “${SLIP}”, but nothing there is told of it any more.`,
    );
    assert.deepEqual(checked('It rained.', decisions, 'rain.md').findings, []);
    assert.deepEqual(checked('It rained.', decisions).findings, []);
    assert.equal(checked('', decisions, 'wall.md').findings.length, 1);
  });

  it('makes no mend in its sentence one to take without thinking', () => {
    const [name] = checked(SLIP).findings;
    assert.ok(name !== undefined);
    const text = `${SLIP} Did they see the the sea?`;
    const { findings: left } = checked(text, { ignoredFindings: [ignored(SLIP, name)] });
    assert.deepEqual(
      left.map(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [[false], [true]],
    );
  });
});

describe('an accepted name', () => {
  const accept = (text: string, ...acceptedNames: readonly string[]): readonly string[] =>
    told(text, checked(text, { acceptedNames }));

  it('is silent in all its forms', () => {
    const text = 'Did Tomasz Wierzbicky meet Mr. Wierzbicky’s aide?';
    assert.equal(findings(text).length, 2);
    assert.deepEqual(accept(text, 'Tomasz Wierzbicky'), []);
    assert.deepEqual(accept(text, 'Wierzbicky'), []);
    assert.deepEqual(accept('Did Mr. Wierz**bicky** go?', 'Wierzbicky'), []);
    assert.deepEqual(accept(text, 'T. Wierzbicky'), [findings(text)[0]]);
  });

  it('accepts nobody else', () => {
    const text = 'Did Thomasz Wierzbicky meet Ngozi Adeyemi-Clark?';
    const before = findings(text);
    assert.ok(before.length > 1);
    assert.deepEqual(accept(text, 'Tomasz Wierzbicky'), before);
    assert.deepEqual(
      accept(text, 'Ngozi Adeyemi-Clark'),
      before.filter((shown) => !shown.includes('Clark')),
    );
  });

  it('does not make a name of a body’s last word', () => {
    const text = 'Did the Lagos Counsil meet? Did the Counsil of Lagos speak to Mr. Counsil?';
    assert.deepEqual(accept(text, 'Lagos Council', 'Lagos Board'), findings(text));
  });

  it('silences no other check', () => {
    assert.deepEqual(accept(SLIP, 'Tomasz Wierzbicky', 'the the'), [
      'sentence/repeated-word “the the”',
    ]);
  });
});

describe('ignoring', () => {
  /** All of a finding but which mend is preferred. */
  const essence = (all: readonly Finding[]): readonly unknown[] =>
    all.map(({ code, message, span }) => ({ code, message, span }));

  it('never hides another finding', () => {
    let tried = 0;
    for (const text of drafts(20)) {
      const prose = readProse(text);
      const { findings: all, claims } = checkedProse(prose);
      for (const finding of all) {
        const decision = ignored(text, finding);
        const isIt = (other: Finding): boolean => {
          const anchor = anchorOf(prose, other.span);
          return (
            other.code === finding.code && anchor !== undefined && isSameAnchor(anchor, decision)
          );
        };
        const left = checkedProse(prose, { ignoredFindings: [decision] });
        assert.deepEqual(essence(left.findings), essence(all.filter((other) => !isIt(other))));
        assert.deepEqual(left.claims, claims);
        tried++;
      }
    }
    assert.ok(tried > 100);
  });

  it('never hides by a comment what stands elsewhere or has another code', () => {
    for (const text of drafts(20)) {
      const { findings: all } = checked(text);
      for (const { code } of all) {
        const comment = `<!-- copydesk-ignore ${code} -->\n\n`;
        const first = readProse(text).blocks[0]?.map.whole.end ?? 0;
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
