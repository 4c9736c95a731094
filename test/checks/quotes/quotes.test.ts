import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type QuoteReport, checkQuotes } from '../../../server/checks/quotes/quotes.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';
import { HEARING } from './hearing.js';

/** The start of each draft, so that the sources cover it. */
const LEAD =
  'The hearing in Whitby over the harbour wall went on. Ms. Adeyemi, an engineer, was questioned.\n\n';

function check(draft: string): QuoteReport {
  return runToCompletion(checkQuotes(readProse(draft), HEARING));
}

/** Asserts that findings of one code are at the marked spans, and no others. */
function expectFindings(code: string, source: string): void {
  expectSpans(LEAD + source, (text) =>
    check(text).findings.map((finding) => {
      assert.equal(finding.code, code, finding.message);
      return finding.span;
    }),
  );
}

function expectNoFindings(draft: string): void {
  assert.deepEqual(check(LEAD + draft).findings, []);
}

/** The draft after the preferred fix of its only finding. */
function fixed(draft: string): string {
  const { findings } = check(LEAD + draft);
  assert.equal(findings.length, 1);
  const fix = findings[0]?.fixes.find(({ preferred }) => preferred);
  return edited(LEAD + draft, fix?.edits ?? []).slice(LEAD.length);
}

function messages(draft: string): readonly string[] {
  return check(LEAD + draft).findings.map(({ message }) => message);
}

function verdicts(draft: string): readonly string[] {
  return check(LEAD + draft).claims.map(
    ({ span, verdict }) => `${verdict}: ${(LEAD + draft).slice(span.start, span.end)}`,
  );
}

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

describe('quote/altered', () => {
  it('is reported at the quotation, with the words of both versions', () => {
    expectFindings('quote/altered', '[|“The wall was rarely safe,”|] Ms. Adeyemi said.');
    assert.deepEqual(messages('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      'Altered quotation: Ngozi Adeyemi said “The wall was never safe”; the draft has “rarely” instead of “never”.',
    ]);
    assert.deepEqual(messages('“The wall was never ever safe,” Ms. Adeyemi said.'), [
      'Altered quotation: Ngozi Adeyemi said “The wall was never safe”; the draft adds “ever”.',
    ]);
    assert.deepEqual(messages('“We did what money allowed, no more,” Mr. Ibáñez said.'), [
      'Altered quotation: Jorge Ibáñez said “We did what the money allowed, no more”; the draft omits “the”.',
    ]);
  });

  it('is fixed with the recorded words within the marks of the draft', () => {
    assert.equal(
      fixed("'The wall was rarely safe,' Ms. Adeyemi said."),
      "'The wall was never safe,' Ms. Adeyemi said.",
    );
    assert.equal(fixed('“The wall was *never* really safe.”'), '“The wall was *never* safe.”');
    assert.equal(
      fixed('Mr. Ibáñez said they “did what money allowed, no less and no more”.'),
      'Mr. Ibáñez said they “did what the money allowed, no more and no less”.',
    );
    assert.equal(
      fixed('“Each spring tide made it worse,” Ms. Adeyemi said.'),
      '“Every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('is reported in each paragraph of one speech', () => {
    expectFindings(
      'quote/altered',
      '[|“The wall was rarely safe.|]\n\n“And every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('contradicts the claim', () => {
    assert.deepEqual(verdicts('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      'contradicted: “The wall was rarely safe,” Ms. Adeyemi said.',
    ]);
  });

  it('is not reported against an unreliable record', () => {
    expectNoFindings('“The men were paid for nothing at all there,” Mr. Huang said.');
  });
});

describe('quote/misattributed', () => {
  it('is reported at the attribution', () => {
    expectFindings('quote/misattributed', '“The wall was never safe,” [|Mr. Ibáñez said|].');
    expectFindings(
      'quote/misattributed',
      '“The wall was never safe,” [|said Jorge Ibáñez|], a lawyer.',
    );
    expectFindings('quote/misattributed', '> “The wall was never safe.” [|— Jorge Ibáñez|]');
    assert.deepEqual(messages('“The wall was never safe,” Mr. Ibáñez said.'), [
      'Your sources attribute this quotation to Ngozi Adeyemi, not Mr. Ibáñez.',
    ]);
  });

  it('is reported in addition to altered words in the same quotation', () => {
    assert.deepEqual(
      messages('“The wall was never safe, and every neap tide made it worse,” Mr. Ibáñez said.'),
      [
        'Altered quotation: Ngozi Adeyemi said “The wall was never safe, and every spring tide made it worse”; the draft has “neap” instead of “spring”.',
        'Your sources attribute this quotation to Ngozi Adeyemi, not Mr. Ibáñez.',
      ],
    );
  });

  it('is reported once for a quotation in two pieces', () => {
    expectFindings(
      'quote/misattributed',
      '“The wall was never safe,” [|Mr. Ibáñez said|], “and every spring tide made it worse.”',
    );
  });

  it('is fixed with the speaker’s name in the style of the draft', () => {
    assert.equal(
      fixed('“The wall was never safe,” Mr. Ibáñez said.'),
      '“The wall was never safe,” Ms. Adeyemi said.',
    );
    assert.equal(
      fixed('“The wall was never safe,” Mr Ibáñez said.'),
      '“The wall was never safe,” Ms Adeyemi said.',
    );
    assert.equal(
      fixed('> “The wall was never safe.”\n>\n> — Jorge Ibáñez'),
      '> “The wall was never safe.”\n>\n> — Ngozi Adeyemi',
    );
  });

  it('has no preferred fix if an office follows the name', () => {
    const { findings } = check(`${LEAD}“The wall was never safe,” said Jorge Ibáñez, a lawyer.`);
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [false],
    );
  });

  it('is reported for “he” only if it cannot refer to the recorded speaker', () => {
    expectFindings(
      'quote/misattributed',
      'Rain fell.\n\nNobody moved.\n\nMr. Ibáñez rose. “The wall was never safe,” [|he said|].',
    );
    expectNoFindings('Mr. Ibáñez met Ms. Adeyemi. “The wall was never safe,” he said.');
  });

  it('is not reported for words that the recorded speaker quotes', () => {
    expectNoFindings('“We have other walls to mend,” Mr. Ibáñez said.');
  });

  it('is not reported for people whom the draft names but does not quote', () => {
    expectNoFindings('“The wall was never safe,” said Jorge Ibáñez’s guest, Ngozi Adeyemi.');
    expectNoFindings('Jorge Ibáñez’s guest said: “The wall was never safe.”');
    expectNoFindings('“The wall was never safe,” Jorge Ibáñez was told by Ngozi Adeyemi.');
    expectNoFindings(
      '“The wall was never safe,” Jorge Ibáñez read from a letter of Ngozi Adeyemi.',
    );
  });

  it('is not reported for organisations, offices and unknown people, who may speak for each other', () => {
    expectNoFindings('“The wall was never safe,” the Whitby Harbour Board said.');
    expectNoFindings('“The wall was never safe,” the engineer said.');
    expectNoFindings('“The wall was never safe,” Downing Street said.');
    expectNoFindings('“A matter of time and tide,” Mr. Ibáñez said.');
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
        'None of your sources contains the quotation “had spent all it ever was given on the repairs”; the closest sentence is “Mr. Ibáñez said the board had spent all that it was given on the repairs of the wall”.',
      ],
    );
  });

  it('ends in one full stop if the quotation has its own', () => {
    assert.deepEqual(messages('Rain fell. Mr. Huang said: “I have never sailed in my life.”'), [
      'None of your sources contains the quotation “I have never sailed in my life”.',
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
