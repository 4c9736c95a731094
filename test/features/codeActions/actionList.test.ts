import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { type QuickFixes, quickFixList } from '../../../server/features/codeActions/actionList.js';

const cursor = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };

/** A diagnostic from one character of the first line to another. */
function diagnostic(from: number, to: number): Diagnostic {
  const range = { start: { line: 0, character: from }, end: { line: 0, character: to } };
  return { range, message: `${from}`, severity: 2 };
}

function action(about: Diagnostic, title: string, newText?: string): CodeAction {
  const edit = newText === undefined ? {} : { edit: { changes: { a: [{ ...about, newText }] } } };
  return { title, diagnostics: [about], isPreferred: newText !== undefined, ...edit };
}

/** The list of these quick fixes, the preferred ones with a star. */
function listed(given: Partial<QuickFixes>): readonly string[] {
  const none = {
    fixes: [],
    evidence: [],
    notes: [],
    closest: [],
    checks: [],
    names: [],
    dismissals: [],
  };
  return quickFixList({ ...none, ...given }, cursor).map(
    ({ title, isPreferred }) => `${isPreferred === true ? '*' : ''}${title}`,
  );
}

describe('the list of quick fixes', () => {
  const [word, phrase, far] = [diagnostic(10, 14), diagnostic(8, 30), diagnostic(40, 42)];

  it('has the fixes of the nearest finding first, and prefers one', () => {
    assert.deepEqual(
      listed({
        fixes: [action(far, 'far', 'x'), action(phrase, 'phrase', 'y'), action(word, 'word', 'z')],
      }),
      ['*word', 'phrase', 'far'],
    );
  });

  it('has evidence, note and dismissals of one finding only', () => {
    const each = (title: string): readonly CodeAction[] =>
      [far, phrase, word].map((about) => action(about, `${title} ${about.range.start.character}`));
    assert.deepEqual(
      listed({
        fixes: each('fix'),
        evidence: each('see'),
        notes: each('note').slice(0, 2),
        dismissals: each('ignore'),
      }),
      ['fix 10', 'fix 8', 'fix 40', 'see 10', 'note 8', 'ignore 10'],
    );
  });

  it('does nothing twice, and has at most ten actions', () => {
    const fixes = Array.from({ length: 20 }, (_, index) =>
      action(diagnostic(index, 40 - index), `fix ${index}`, `${index >> 1}`),
    );
    const same = [action(word, 'one', 'x'), action(word, 'other', 'x')];
    assert.deepEqual(listed({ fixes: same }), ['*one']);
    const dismissals = ['ignore here', 'ignore there'].map((title) => action(word, title));
    const list = listed({ fixes, dismissals });
    assert.equal(list.length, 10);
    assert.deepEqual(list.slice(-2), ['ignore here', 'ignore there']);
  });
});
