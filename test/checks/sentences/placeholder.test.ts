import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkSentences, isOpenNote } from '../../../server/checks/sentences/checkSentences.js';
import { NO_READINGS } from '../../../server/inference/readings.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { marked } from '../../marked.js';
import { expectErrors, expectMessages, expectNoErrors } from './errors.js';

describe('placeholders', () => {
  for (const source of [
    'The council spent [|TK|] pounds on the pool.',
    'Police named the driver as [|[name]|] on Friday.',
    'The match drew [|XXX|] people, the club said.',
    '[|Lorem ipsum|] dolor sit amet will be replaced by Friday.',
    'The court sits again on [|???|] in Leeds.',
    'The driver, a [|XX|]-year-old man, rang 0113 [|XXX|] [|XXXX|].',
    'The driver was 43. [|CHECK with police.|]',
    'The driver, 43 [|(CHECK age)|], was unhurt.',
    'The driver, 43, [|CHECK age|], was unhurt.',
    'The pool cost 900 [|CHECK|] pounds last year.',
    'The driver left the scene – [|CHECK with police|].',
    'The pool cost 900 pounds. [|CHECK: the mayor, the council.|]',
    'The driver was [|[check age]|] and lived in Leeds.',
    'The pool cost 900 pounds, [|CHECK WITH COUNCIL|], the mayor said.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('placeholder', source);
    });
  }

  for (const source of [
    'The council met on Monday.\n\nThe town will pay for it.\n\nThe pool cost [|TK|]',
    'The mayor said: “[|TK|]',
    'the [|TK|] [|TK|] boats was sold.',
    'The boats, the nets and [|TK|], [|TK|] and [|TK|] were sold, [|TK|] were lost.',
    `It sold ${'boats, nets and '.repeat(300)}[|TK|] ropes.`,
  ]) {
    it(`are found beside other errors and in any sentence: …${source.slice(-40)}`, () => {
      const { text, spans } = marked(source);
      const found = runToCompletion(checkSentences(readProse(text), NO_READINGS)).findings;
      assert.deepEqual(
        found.filter(isOpenNote).map(({ span }) => span),
        spans,
      );
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages(
      'The council spent TK pounds on the pool.',
      '“TK” is a placeholder: fill it in.',
    );
    expectMessages(
      'The driver was 43. CHECK with police.',
      '“CHECK with police” is an open note: settle it, then delete it.',
    );
  });

  for (const draft of [
    'Super Bowl XXX was played in Tempe, Arizona.',
    '“We [the council] will pay for it,” she said.',
    'TK Maxx opened a shop in the old station.',
    'He said the cuts were “a [expletive] disgrace”.',
    'The note ended with a kiss: xxx.',
    'Firms in the CHECK scheme test the network.',
    'FACT CHECK: The mayor was wrong about the pool.',
    '# CHECK YOUR TICKETS',
    'CHECK-IN desks open at six.',
    'Check with the council before you travel.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
