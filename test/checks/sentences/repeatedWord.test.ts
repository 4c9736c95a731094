import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('repeated words', () => {
  for (const source of [
    'The jury heard that [|the the|] driver had slept for two hours.',
    'Ticket prices made a jump [|of the of the|] kind that fans resent.',
    'She said [|that that|] Adeyemi had not been asked.',
    'The referee [|was was|] booed off the pitch.',
    'He was given [|a a|] suspended sentence.',
    'The man who [|said said|] no.',
    'The jury will meet [|in in|] May.',
    'The town has [|no no|] doctor.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('repeated-word', source);
    });
  }

  for (const [source, right] of [
    ['The bridge is [|an an|] old one.', 'The bridge is an old one.'],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages('The bridge is an an old one.', '“an an” should be “an”.');
    expectMessages('One of the of the players was hurt.', '“of the of the” should be “of the”.');
  });

  for (const draft of [
    'She had had two warnings before the hearing.',
    'I know that that man was at the match.',
    'What it is is a scandal.',
    'What is done is done.',
    'Whoever wins wins all.',
    'What they know they know.',
    'He asked her her name.',
    'The rain went on and on and on.',
    'Duran Duran play in Leeds on Friday.',
    'The coach was very, very angry.',
    'It was the first FIRST prize of the league.',
    'They fought for years and years and years.',
    'She checked in in May.',
    'A long long way from the coast, long long ago, there was a mill.',
    'The will will be read in court.',
    'The grilled mahi mahi was cold.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
