import { describe, it } from 'mocha';
import { expectErrors, expectMessages, expectNoErrors } from './errors.js';

describe('placeholders', () => {
  for (const source of [
    'The council spent [|TK|] pounds on the pool.',
    'Police named the driver as [|[name]|] on Friday.',
    'The match drew [|XXX|] people, the club said.',
    '[|Lorem ipsum|] dolor sit amet will be replaced by Friday.',
    'The court sits again on [|???|] in Leeds.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('placeholder', source);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The council spent TK pounds on the pool.',
      '“TK” is a placeholder: fill it in.',
    );
  });

  for (const draft of [
    'Super Bowl XXX was played in Tempe, Arizona.',
    '“We [the council] will pay for it,” she said.',
    'TK Maxx opened a shop in the old station.',
    'He said the cuts were “a [expletive] disgrace”.',
    'The note ended with a kiss: xxx.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
