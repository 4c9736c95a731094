import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  type Restriction,
  mayBeShown,
  restrictionOf,
} from '../../../server/reference/extraction/restriction.js';

/** A text with a line of front matter. */
function withLine(line: string): string {
  return `---\ntitle: Notes\n${line}\ndate: 2027-03-14\n---\n\nThe pier closed on Monday.\n`;
}

/** The restriction of a text in a folder that has none. */
function restrictionIn(text: string): Restriction {
  return restrictionOf(text, 'sources/notes.md');
}

describe('the restriction of a source', () => {
  it('is that of its front matter, in any spelling', () => {
    for (const line of [
      'confidential: true',
      'Confidential: yes',
      '"confidential": true',
      'confidential:',
      'confidential: true # ask the desk first',
      '  confidential: "true"',
    ]) {
      assert.deepEqual(restrictionIn(withLine(line)), { isConfidential: true }, line);
    }
    assert.deepEqual(restrictionIn('+++\nconfidential = true\n+++\n\nText.\n'), {
      isConfidential: true,
    });
    assert.deepEqual(restrictionIn(withLine('embargo: 2027-04-01 06:00')), {
      embargo: '2027-04-01 06:00',
    });
    assert.deepEqual(restrictionIn(withLine('embargoed: true')), { embargo: 'true' });
    assert.deepEqual(restrictionIn(withLine('embargo until: Friday')), { embargo: 'Friday' });
  });

  it('is none if the front matter denies it or another text has the word', () => {
    for (const line of ['confidential: false', 'confidential: "no"', 'embargo: none', 'topic: x']) {
      assert.deepEqual(restrictionIn(withLine(line)), {}, line);
    }
    assert.deepEqual(restrictionIn('Confidential: true\n\nEmbargo: the oil trade.\n'), {});
    assert.deepEqual(restrictionIn(`${withLine('topic: x')}\nconfidential: true\n`), {});
  });

  it('counts in front matter that is not closed or begins late', () => {
    assert.deepEqual(restrictionIn('---\nconfidential: true\n\nText.\n'), { isConfidential: true });
    assert.deepEqual(restrictionIn('\n\n---\nconfidential: true\n---\n\nText.\n'), {
      isConfidential: true,
    });
  });

  it('is that of the folder of confidential sources', () => {
    for (const name of ['sources/confidential/tip.pdf', 'Confidential\\tip.md']) {
      assert.deepEqual(restrictionOf('The pier closed.', name), { isConfidential: true }, name);
    }
    assert.deepEqual(restrictionOf('The pier closed.', 'sources/confidential.md'), {});
  });

  it('ends after the day of an embargo, and only then', () => {
    const shown = (embargo: string): boolean => mayBeShown({ embargo }, '2027-04-02');
    assert.equal(shown('2027-04-01'), true);
    assert.equal(shown('2027-04-01T06:00'), true);
    assert.equal(shown('"2027-04-01"'), true);
    for (const open of ['2027-04-02', '2027-04-03', 'Friday', 'true', '', '2027-04-01 or later']) {
      assert.equal(shown(open), false, open);
    }
    assert.equal(mayBeShown({ isConfidential: true, embargo: '2027-04-01' }, '2027-04-02'), false);
    assert.equal(mayBeShown({}, '2027-04-02'), true);
  });
});
