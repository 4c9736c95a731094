import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: missing-end', () => {
  for (const source of [
    'The court rose at noon. The jury will return on [|Monday|]',
    'The pool shut in May.\n\nThe club was sold.\n\nThe school moved to a new site.\n\nAccording to the council, the library will open again in the [|autumn|]\n\nIt will have a cafe.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('missing-end', source);
    });
  }

  for (const [source, right] of [
    [
      'The court rose at noon. The jury will return on [|Monday|]',
      'The court rose at noon. The jury will return on Monday.',
    ],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

  for (const draft of [
    '# The court rose at noon',
    '- The court rose at noon\n- The jury went home',
    'The judge gave three reasons:',
    'By Ana Ruiz',
    '*The court rose at noon, and the jury went home*',
    '![The court](court.png)\nThe court at noon, with the jury at the door and the press outside',
    'COURT ROSE AT NOON AFTER THE JURY ASKED FOR MORE TIME',
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }

  for (const draft of [
    'The firm is old. It makes shoes.\n\nIt sells them in Leeds. It owns a shop.\n\nThe owner lives abroad. He is 80.\n\nThe firm has posted a photograph of the new bus on its page From City Transit\n\nIt was sold.',
  ]) {
    it(`is silent on ${draft}`, () => {
      expectSound(draft);
    });
  }
});
