import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkQuotes } from '../../../server/checks/quotes/quotes.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { createReference } from '../../../server/reference/reference.js';
import { check, expectFindings, expectNoFindings, messages, verdicts } from './quoteFindings.js';

describe('quotations as recorded', () => {
  it('give no finding, in full, in part and with permitted changes', () => {
    expectNoFindings(
      '“The wall was never safe,” Ms. Adeyemi said, “and every spring tide made it worse.”',
    );
    expectNoFindings('Ms. Adeyemi said that "every spring tide made it worse".');
    expectNoFindings('“The wall … made it worse,” Ms. Adeyemi said.');
    expectNoFindings('“[It] was never safe,” Ngozi Adeyemi told the court.');
    expectNoFindings("'The wall was never safe,' Ms. Adeyemi said.");
    expectNoFindings('“They keep telling me, ‘We have other walls to mend,’” Ms. Adeyemi said.');
  });

  it('are supported claims over their sentence', () => {
    assert.deepEqual(verdicts('Rain fell. “The wall was never safe,” Ms. Adeyemi said.'), [
      'supported: “The wall was never safe,” Ms. Adeyemi said.',
    ]);
  });

  it('are left to check if the source does not name the speaker, with that reason', () => {
    const noteOn = (draft: string) => {
      const { claims } = check(draft);
      return claims.map(({ verdict, note }) => [verdict, note]);
    };
    assert.deepEqual(noteOn('It was “a matter of time and tide,” Mr. Ibáñez said.'), [
      ['unclear', 'The words match; your sources do not say who spoke them.'],
    ]);
    assert.deepEqual(noteOn('“The wall was never safe,” Ms. Adeyemi said.'), [
      ['supported', undefined],
    ]);
  });

  it('may be without quotation marks in the source', () => {
    expectNoFindings('The board “had been warned of the cracks twice”, she said.');
  });
});

describe('a pronoun as the speaker', () => {
  const draft =
    'The hearing in Whitby over the harbour wall went on.\n\nTides rose.\n\nHuang Lei dived twice.\n\n“The wall was never safe, and every spring tide made it worse,” she said.';
  const codes = (text: string): readonly string[] => check(text).findings.map(({ code }) => code);

  it('refers to the last person named, unless the draft is about the recorded speaker', () => {
    assert.deepEqual(codes(draft), ['quote/misattributed']);
    assert.deepEqual(codes(`# Ngozi Adeyemi, who built harbours\n\n${draft}`), []);
    assert.deepEqual(codes(`Ngozi Adeyemi built harbours.\n\nIt rained.\n\n${draft}`), []);
  });
});

describe('quote/unsupported', () => {
  it('is reported at the quotation; the claim is its sentence', () => {
    expectFindings(
      'quote/unsupported',
      'Rain fell. [|“I have never sailed in my life,”|] Mr. Huang said.',
    );
    assert.deepEqual(verdicts('“I have never sailed in my life,” Mr. Huang said.'), [
      'unsupported: “I have never sailed in my life,” Mr. Huang said.',
    ]);
  });

  it('shows the closest source sentence', () => {
    assert.deepEqual(
      messages('The board “had spent all it ever was given on the repairs”, Mr. Ibáñez said.'),
      [
        '“had spent all it ever was given on the repairs” is not in the sources; the closest is “Mr. Ibáñez said the board … on the repairs of the wall”.',
      ],
    );
  });

  it('ends in one full stop if the quotation has its own', () => {
    assert.deepEqual(messages('Rain fell. Mr. Huang said: “I have never sailed in my life.”'), [
      '“I have never sailed in my life” is not in the sources.',
    ]);
  });

  it('is not reported for terms, titles and nicknames', () => {
    expectNoFindings('The “so-called experts” of Whitby met.');
    expectNoFindings('He played “The Whale and the Winter Harbour” on the pier.');
    expectNoFindings('She wrote the song “where the grey gulls go”.');
    expectNoFindings('Ray “the long arm” Dunn watched.');
  });

  it('is not reported if the closing mark is missing', () => {
    expectNoFindings('“I have never sailed in my life, Mr. Huang said.');
  });

  it('is not reported if the sources do not cover the draft', () => {
    const draft =
      'Rovers drew at home. “We threw two points away in the rain,” coach Ola Berg said.';
    assert.deepEqual(check(draft), { findings: [], claims: [] });
  });
});

describe('quotations', () => {
  it('are not checked against an empty reference', () => {
    const empty = createReference({ entities: [], facts: [], quotes: [] });
    const draft = readProse('“We threw two points away in the rain,” Mr. Berg said.');
    assert.deepEqual(runToCompletion(checkQuotes(draft, empty)), { findings: [], claims: [] });
  });

  it('are found in any markup', () => {
    expectFindings(
      'quote/altered',
      '- [|“The **wall** was\n  rarely safe,”|] [Ms. Adeyemi](https://a.example) said.',
    );
    expectFindings(
      'quote/altered',
      '[|&ldquo;The wall was rarely safe,&rdquo;|] Ms.&nbsp;Adeyemi said.',
    );
  });
});
