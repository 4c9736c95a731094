import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type TextChange, isTyping } from '../../server/session/typing.js';

const change = (removed: string, inserted: string, start = 0): TextChange => ({
  start,
  removed,
  inserted,
});

describe('a change of a text', () => {
  const TYPED: Readonly<Record<string, TextChange>> = {
    'a letter': change('', 'a'),
    'a letter over a selection': change('the harbour', 't'),
    'an accent on a letter': change('e', 'é'),
    'a pair of marks': change('', '“”'),
    'keys sent together': change('', 'board met '),
    'a deletion in a line': change('of the harbour board', ''),
    'a line break with the marker of a list': change('', '\r\n- '),
    'two lines joined': change('\n', ''),
    'a completion': change('Mar', 'Maren Oduya of the harbour board'),
  };
  for (const [what, one] of Object.entries(TYPED)) {
    it(`is typing if it is ${what}`, () => assert.ok(isTyping([one])));
  }

  it('is typing if it is the same at several cursors', () => {
    assert.ok(isTyping([change('', 's', 40), change('', 's', 20)]));
    assert.ok(!isTyping([change('', 's', 40), change('', 't', 20)]));
  });

  const OTHER: Readonly<Record<string, TextChange>> = {
    'a paste': change('', 'The board met on Monday.'),
    'a paste of lines': change('', 'a\nb'),
    'a word in place of another': change('Lavrof', 'Lavrov'),
    'a deletion of lines': change('The board met.\n\nIt rained.', ''),
  };
  for (const [what, one] of Object.entries(OTHER)) {
    it(`is not typing if it is ${what}`, () => assert.ok(!isTyping([one])));
  }

  it('is not typing if there is none', () => assert.ok(!isTyping([])));
});
