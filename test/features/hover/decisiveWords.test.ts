import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding, Verdict } from '../../../server/checks/finding.js';
import { decisiveWords, withBold } from '../../../server/features/hover/decisiveWords.js';
import { escapeMarkdown } from '../../../server/features/hover/markdown.js';
import { drafted, found } from '../drafted.js';

function bold(
  text: string,
  evidence: string,
  verdict: Verdict,
  findings: readonly Finding[] = [],
): string {
  const claim = { span: { start: 0, end: text.length }, verdict, score: 0.5, evidence: [] };
  const words = decisiveWords(claim, evidence, drafted(text, { findings, claims: [claim] }));
  return withBold(escapeMarkdown(evidence), words);
}

function contradicted(message: string, title?: string): readonly Finding[] {
  const fixes = title === undefined ? [] : [{ title, preferred: true, edits: [] }];
  return [found({ start: 0, end: 4 }, { code: 'claim/contradicted', message, fixes })];
}

describe('decisive words', () => {
  it('are what should stand in the draft', () => {
    const text = 'The bridge opened in 1996.';
    assert.equal(
      bold(
        text,
        'The old bridge opened in 2001, not later.',
        'contradicted',
        contradicted('The draft says 1996; the source says 2001.', 'Change to “2001”'),
      ),
      'The old bridge opened in **2001**, not later.',
    );
    assert.equal(
      bold(
        text,
        'It was 2001 when it opened.',
        'contradicted',
        contradicted('The draft says 1996; the source says 2001.'),
      ),
      'It was **2001** when it opened.',
    );
    assert.equal(
      bold(
        '“We have some time,” she said.',
        '“We have other *plans*”',
        'contradicted',
        contradicted('x', 'Quote as recorded: “We have other”'),
      ),
      '“We have **other** \\*plans\\*”',
    );
  });

  it('are none where a whole sentence says otherwise', () => {
    const source = 'No ferry ever left the harbour in all of that long winter.';
    assert.equal(
      bold(
        'It ran daily.',
        source,
        'contradicted',
        contradicted(`The source says the opposite: “${source}”`),
      ),
      source,
    );
    assert.equal(bold('It ran daily.', source, 'unsupported'), source);
  });

  it('are the figures and names that bear a claim out', () => {
    assert.equal(
      bold(
        'The Port of Oulu hired 41 people in May.',
        'In May, Port of Oulu took on 41 pilots.',
        'supported',
      ),
      'In **May**, **Port** of **Oulu** took on **41** pilots.',
    );
  });
});
