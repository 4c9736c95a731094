import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('missing full stops at the end of a paragraph', () => {
  for (const source of [
    'The court rose at noon. The jury will return on [|Monday|]',
    'The pool shut in May.\n\nThe club was sold.\n\nThe school moved to a new site.\n\nAccording to the council, the library will open again in the [|autumn|]\n\nIt will have a cafe.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-end', source);
    });
  }

  for (const [source, right] of [
    [
      'The court rose at noon. The jury will return on [|Monday|]',
      'The court rose at noon. The jury will return on Monday.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The court rose at noon. The jury will return on Monday',
      '“Monday” ends the paragraph and needs a full stop after it.',
    );
  });

  for (const draft of [
    '# The court rose at noon',
    '- The court rose at noon\n- The jury went home',
    'The judge gave three reasons:',
    'By Ana Ruiz',
    '*The court rose at noon, and the jury went home*',
    '![The court](court.png)\nThe court at noon, with the jury at the door and the press outside',
    'COURT ROSE AT NOON AFTER THE JURY ASKED FOR MORE TIME',
    'The firm is old. It makes shoes.\n\nIt sells them in Leeds. It owns a shop.\n\nThe owner lives abroad. He is 80.\n\nThe firm has posted a photograph of the new bus on its page From City Transit\n\nIt was sold.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
