import { describe, it } from 'mocha';
import { expectBreaks, expectMend, expectSound } from './errors.js';

describe('soundness: repeated-word', () => {
  for (const source of [
    'The jury heard that [|the the|] driver had slept for two hours.',
    'Ticket prices made a jump [|of the of the|] kind that fans resent.',
    'She said [|that that|] Adeyemi had not been asked.',
    'The referee [|was was|] booed off the pitch.',
    'He was given [|a a|] suspended sentence.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('repeated-word', source);
    });
  }

  for (const [source, right] of [
    ['The bridge is [|an an|] old one.', 'The bridge is an old one.'],
  ] as const) {
    it(`mends ${source}`, () => {
      expectMend(source, right);
    });
  }

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
  ]) {
    it(`leaves alone ${draft}`, () => {
      expectSound(draft);
    });
  }

  for (const source of [
    'The man who [|said said|] no.',
    'The jury will meet [|in in|] May.',
    'The town has [|no no|] doctor.',
  ]) {
    it(`tells ${source}`, () => {
      expectBreaks('repeated-word', source);
    });
  }

  for (const draft of ['She checked in in May.']) {
    it(`is silent on ${draft}`, () => {
      expectSound(draft);
    });
  }
});
