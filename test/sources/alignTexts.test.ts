import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { alignTexts } from '../../server/sources/alignTexts.js';

/** For each text after the edit the index of the one before, with “~” if it was changed. */
function aligned(before: readonly string[], after: readonly string[]): readonly string[] {
  return alignTexts(before, after).map((one) =>
    one === undefined ? '-' : `${one.isSame ? '' : '~'}${one.index}`,
  );
}

describe('texts before and after an edit', () => {
  it('belong together if they are the same, in order', () => {
    assert.deepEqual(aligned(['one', 'two', 'three'], ['one', 'two', 'three']), ['0', '1', '2']);
    assert.deepEqual(aligned(['a', 'one', 'b', 'two'], ['one', 'two']), ['1', '3']);
    assert.deepEqual(aligned(['one', 'two'], ['one', 'new', 'two']), ['0', '-', '1']);
    assert.deepEqual(aligned(['one', 'one', 'two'], ['one', 'two', 'one']), ['0', '2', '-']);
  });

  it('belong together if half of the words are the same', () => {
    assert.deepEqual(
      aligned(
        ['It rained.', 'The pool cost 900 pounds.', 'It stood.'],
        ['It rained.', 'The pool cost 700 pounds.', 'Nobody came to swim.', 'It stood.'],
      ),
      ['0', '~1', '-', '2'],
    );
  });

  it('do not belong to two', () => {
    assert.deepEqual(aligned(['The pool is old.'], ['The pool is new.', 'The pool is shut.']), [
      '~0',
      '-',
    ]);
  });

  it('may be none', () => {
    assert.deepEqual(aligned([], ['one']), ['-']);
    assert.deepEqual(aligned(['one'], []), []);
  });
});
