import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type QuoteReport, checkQuotes } from '../../../server/checks/quotes/quotes.js';
import { readProse } from '../../../server/prose/prose.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { createReference } from '../../../server/reference/reference.js';
import { edited, expectSpans } from '../../marked.js';
import { HEARING } from './findQuotes.js';

/** What stands around each quotation, so that the draft is about what the sources are about. */
const LEAD =
  'The hearing in Whitby over the harbour wall went on. Ms. Adeyemi, an engineer, was questioned.\n\n';

function check(draft: string): QuoteReport {
  return runToCompletion(checkQuotes(readProse(draft), HEARING));
}

/** Asserts that the findings of one code, and no others, stand at the marked stretches. */
function expectTold(code: string, source: string): void {
  expectSpans(LEAD + source, (text) =>
    check(text).findings.map((finding) => {
      assert.equal(finding.code, code, finding.message);
      return finding.span;
    }),
  );
}

function expectSilence(draft: string): void {
  assert.deepEqual(check(LEAD + draft).findings, []);
}

/** The draft after the preferred fix of its only finding. */
function mended(draft: string): string {
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

describe('quotes as recorded', () => {
  it('stay silent, whole, in part and with what journalism allows', () => {
    expectSilence(
      '“The wall was never safe,” Ms. Adeyemi said, “and every spring tide made it worse.”',
    );
    expectSilence('Ms. Adeyemi said that "every spring tide made it worse".');
    expectSilence('“The wall … made it worse,” Ms. Adeyemi said.');
    expectSilence('“[It] was never safe,” Ngozi Adeyemi told the court.');
    expectSilence("'The wall was never safe,' Ms. Adeyemi said.");
    expectSilence('“They keep telling me, ‘We have other walls to mend,’” Ms. Adeyemi said.');
  });

  it('are supported claims over the sentence they stand in', () => {
    assert.deepEqual(verdicts('Rain fell. “The wall was never safe,” Ms. Adeyemi said.'), [
      'supported: “The wall was never safe,” Ms. Adeyemi said.',
    ]);
  });

  it('may stand in the source without marks', () => {
    expectSilence('The board “had been warned of the cracks twice”, she said.');
  });
});

describe('a pronoun', () => {
  const draft =
    'The hearing in Whitby over the harbour wall went on.\n\nTides rose.\n\nHuang Lei dived twice.\n\n“The wall was never safe, and every spring tide made it worse,” she said.';
  const codes = (text: string): readonly string[] => check(text).findings.map(({ code }) => code);

  it('is whom it was last, unless the draft is about the one who said the words', () => {
    assert.deepEqual(codes(draft), ['quote/misattributed']);
    assert.deepEqual(codes(`# Ngozi Adeyemi, who built harbours\n\n${draft}`), []);
    assert.deepEqual(codes(`Ngozi Adeyemi built harbours.\n\nIt rained.\n\n${draft}`), []);
  });
});

describe('quote/altered', () => {
  it('is told at the quotation, with the differing words both ways', () => {
    expectTold('quote/altered', '[|“The wall was rarely safe,”|] Ms. Adeyemi said.');
    assert.deepEqual(messages('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      'Ngozi Adeyemi is recorded with “The wall was never safe”; the draft has “rarely” for “never”.',
    ]);
    assert.deepEqual(messages('“The wall was never ever safe,” Ms. Adeyemi said.'), [
      'Ngozi Adeyemi is recorded with “The wall was never safe”; the draft adds “ever”.',
    ]);
    assert.deepEqual(messages('“We did what money allowed, no more,” Mr. Ibáñez said.'), [
      'Jorge Ibáñez is recorded with “We did what the money allowed, no more”; the draft leaves out “the”.',
    ]);
  });

  it('is mended with the recorded words in the marks of the draft', () => {
    assert.equal(
      mended("'The wall was rarely safe,' Ms. Adeyemi said."),
      "'The wall was never safe,' Ms. Adeyemi said.",
    );
    assert.equal(mended('“The wall was *never* really safe.”'), '“The wall was *never* safe.”');
    assert.equal(
      mended('Mr. Ibáñez said they “did what money allowed, no less and no more”.'),
      'Mr. Ibáñez said they “did what the money allowed, no more and no less”.',
    );
    assert.equal(
      mended('“Each spring tide made it worse,” Ms. Adeyemi said.'),
      '“Every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('is told in each paragraph of one speech', () => {
    expectTold(
      'quote/altered',
      '[|“The wall was rarely safe.|]\n\n“And every spring tide made it worse,” Ms. Adeyemi said.',
    );
  });

  it('contradicts the claim', () => {
    assert.deepEqual(verdicts('“The wall was rarely safe,” Ms. Adeyemi said.'), [
      'contradicted: “The wall was rarely safe,” Ms. Adeyemi said.',
    ]);
  });

  it('is not told of a unreliable record', () => {
    expectSilence('“The men were paid for nothing at all there,” Mr. Huang said.');
  });
});

describe('quote/misattributed', () => {
  it('is told at the attribution', () => {
    expectTold('quote/misattributed', '“The wall was never safe,” [|Mr. Ibáñez said|].');
    expectTold(
      'quote/misattributed',
      '“The wall was never safe,” [|said Jorge Ibáñez|], a lawyer.',
    );
    expectTold('quote/misattributed', '> “The wall was never safe.” [|— Jorge Ibáñez|]');
    assert.deepEqual(messages('“The wall was never safe,” Mr. Ibáñez said.'), [
      'The sources have Ngozi Adeyemi saying this, not Mr. Ibáñez.',
    ]);
  });

  it('is told beside the altered words of the same quotation', () => {
    assert.deepEqual(
      messages('“The wall was never safe, and every neap tide made it worse,” Mr. Ibáñez said.'),
      [
        'Ngozi Adeyemi is recorded with “The wall was never safe, and every spring tide made it worse”; the draft has “neap” for “spring”.',
        'The sources have Ngozi Adeyemi saying this, not Mr. Ibáñez.',
      ],
    );
  });

  it('is told once of an utterance in two pieces', () => {
    expectTold(
      'quote/misattributed',
      '“The wall was never safe,” [|Mr. Ibáñez said|], “and every spring tide made it worse.”',
    );
  });

  it('is mended with the speaker as the draft writes names', () => {
    assert.equal(
      mended('“The wall was never safe,” Mr. Ibáñez said.'),
      '“The wall was never safe,” Ms. Adeyemi said.',
    );
    assert.equal(
      mended('“The wall was never safe,” Mr Ibáñez said.'),
      '“The wall was never safe,” Ms Adeyemi said.',
    );
    assert.equal(
      mended('> “The wall was never safe.”\n>\n> — Jorge Ibáñez'),
      '> “The wall was never safe.”\n>\n> — Ngozi Adeyemi',
    );
  });

  it('leaves an office to the reporter', () => {
    const { findings } = check(`${LEAD}“The wall was never safe,” said Jorge Ibáñez, a lawyer.`);
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes.map(({ preferred }) => preferred)),
      [false],
    );
  });

  it('is told of “he” only where nobody it may stand for is the speaker', () => {
    expectTold(
      'quote/misattributed',
      'Rain fell.\n\nNobody moved.\n\nMr. Ibáñez rose. “The wall was never safe,” [|he said|].',
    );
    expectSilence('Mr. Ibáñez met Ms. Adeyemi. “The wall was never safe,” he said.');
  });

  it('is not told of words that the recorded speaker quotes', () => {
    expectSilence('“We have other walls to mend,” Mr. Ibáñez said.');
  });

  it('is not told of whom the draft names but does not have speak', () => {
    expectSilence('“The wall was never safe,” said Jorge Ibáñez’s guest, Ngozi Adeyemi.');
    expectSilence('Jorge Ibáñez’s guest said: “The wall was never safe.”');
    expectSilence('“The wall was never safe,” Jorge Ibáñez was told by Ngozi Adeyemi.');
    expectSilence('“The wall was never safe,” Jorge Ibáñez read from a letter of Ngozi Adeyemi.');
  });

  it('is not told of bodies, offices and strangers, who may quote or speak for each other', () => {
    expectSilence('“The wall was never safe,” the Whitby Harbour Board said.');
    expectSilence('“The wall was never safe,” the engineer said.');
    expectSilence('“The wall was never safe,” Downing Street said.');
    expectSilence('“A matter of time and tide,” Mr. Ibáñez said.');
  });
});

describe('quote/unsupported', () => {
  it('is told at the quotation; the claim is the sentence it stands in', () => {
    expectTold(
      'quote/unsupported',
      'Rain fell. [|“I have never sailed in my life,”|] Mr. Huang said.',
    );
    assert.deepEqual(verdicts('“I have never sailed in my life,” Mr. Huang said.'), [
      'unsupported: “I have never sailed in my life,” Mr. Huang said.',
    ]);
  });

  it('shows the sentence that the words may come from', () => {
    assert.deepEqual(
      messages('The board “had spent all it ever was given on the repairs”, Mr. Ibáñez said.'),
      [
        'No source has the words “had spent all it ever was given on the repairs”; the nearest is “Mr. Ibáñez said the board had spent all that it was given on the repairs of the wall”.',
      ],
    );
  });

  it('has one full stop where the quotation ends with its own', () => {
    assert.deepEqual(messages('Rain fell. Mr. Huang said: “I have never sailed in my life.”'), [
      'No source has the words “I have never sailed in my life”.',
    ]);
  });

  it('is not told of terms, titles and nicknames', () => {
    expectSilence('The “so-called experts” of Whitby met.');
    expectSilence('He played “The Whale and the Winter Harbour” on the pier.');
    expectSilence('She wrote the song “where the grey gulls go”.');
    expectSilence('Ray “the long arm” Dunn watched.');
  });

  it('is not told where the closing mark is missing', () => {
    expectSilence('“I have never sailed in my life, Mr. Huang said.');
  });

  it('is not told where the sources do not cover the draft', () => {
    const draft =
      'Rovers drew at home. “We threw two points away in the rain,” coach Ola Berg said.';
    assert.deepEqual(check(draft), { findings: [], claims: [] });
  });
});

describe('quotes', () => {
  it('asks nothing of an empty base', () => {
    const empty = createReference({ entities: [], facts: [], quotes: [] });
    const draft = readProse('“We threw two points away in the rain,” Mr. Berg said.');
    assert.deepEqual(runToCompletion(checkQuotes(draft, empty)), { findings: [], claims: [] });
  });

  it('are found whatever the draft’s markup is', () => {
    expectTold(
      'quote/altered',
      '- [|“The **wall** was\n  rarely safe,”|] [Ms. Adeyemi](https://a.example) said.',
    );
    expectTold(
      'quote/altered',
      '[|&ldquo;The wall was rarely safe,&rdquo;|] Ms.&nbsp;Adeyemi said.',
    );
  });
});
