import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim, Evidence, Opinion } from '../../server/checks/finding.js';
import { shareableReport } from '../../server/checks/shareable.js';
import type { FactSheet } from '../../protocol/factSheet.js';
import { factSheetOf } from '../../server/features/factSheet/factSheet.js';
import { factSheetMarkdown } from '../../server/features/factSheet/factSheetMarkdown.js';
import { factSheetPage } from '../../server/features/factSheet/factSheetPage.js';
import { hoverAt } from '../../server/features/hover/hover.js';
import { reportJson } from '../../server/features/reportJson.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import type { Base } from '../../server/reference/model.js';
import { type DraftParts, drafted } from './drafted.js';

const TEXT = 'Swimmers wait for a new roof.\n';
const OWN: Evidence = { source: 'sources/minutes.md', line: 2, text: 'The roof leaks.' };
const QUOTED: Evidence = { source: 'sources/council.md', line: 7, text: 'The pool stays shut.' };
const OPINION: Opinion = {
  model: 'mistral [7b](http://models.example)',
  verdict: 'contradicted',
  evidence: [OWN, QUOTED],
  words: ['a new roof'],
  disagreement: 'The judge leans towards supported.',
};

function parts(opinion?: Opinion, base: Partial<Base> = {}): DraftParts {
  const claim: Claim = {
    span: { start: 0, end: TEXT.length - 2 },
    verdict: 'unclear',
    score: 0.4,
    evidence: [OWN],
    ...(opinion === undefined ? {} : { opinion }),
  };
  const facts = [OWN, QUOTED].map(({ text, ...citation }) => ({
    text,
    citation,
    unreliable: false,
  }));
  return { claims: [claim], base: { facts, ...base } };
}

function sheetOf(base: Partial<Base> = {}): FactSheet {
  return runToCompletion(factSheetOf(drafted(TEXT, parts(OPINION, base))));
}

describe('a second opinion in the fact sheet', () => {
  it('stands in the group of the verdict, with the words at issue, and what disagrees', () => {
    const [entry] = sheetOf().entries;
    assert.equal(entry?.verdict, 'unclear');
    assert.deepEqual(entry.opinion, { verdict: 'contradicted', model: OPINION.model });
    assert.deepEqual(entry.messages, [
      `Contradicted (second opinion, ${OPINION.model}): “a new roof”.`,
      'The judge leans towards supported.',
    ]);
    assert.deepEqual(
      entry.evidence.map(({ text }) => text),
      [OWN.text, QUOTED.text],
    );
    assert.equal(sheetOf().state.kind, 'checked');
  });

  it('is exported as a page and as Markdown, with an empty box', () => {
    const day = new Date(2026, 4, 1);
    assert.match(
      factSheetMarkdown(sheetOf(), day),
      /- \[ \] Line 1: Swimmers[^]*Contradicted \(second opinion/u,
    );
    assert.match(factSheetPage(sheetOf(), day), /Contradicted \(second opinion/u);
  });

  it('shows nothing of a confidential source to others, but what the model says', () => {
    const sheet = sheetOf({ confidential: new Set([QUOTED.source]) });
    const day = new Date(2026, 4, 1);
    assert.ok(sheet.entries[0]?.evidence.some(({ text }) => text === QUOTED.text));
    for (const exported of [factSheetMarkdown(sheet, day), factSheetPage(sheet, day)]) {
      assert.match(exported, /second opinion/u);
      assert.match(exported, /confidential source/u);
      assert.doesNotMatch(exported, /stays shut|council\.md/u);
    }
  });
});

describe('a second opinion in a hover', () => {
  const textAt = (model?: string): string =>
    JSON.stringify(
      hoverAt(drafted(TEXT, parts(OPINION)), 3, { showsFindings: true, model })?.contents,
    );

  it('stands below what the sources say, and the name of the model is no link', () => {
    const text = textAt();
    assert.match(
      text,
      /To check[^]*The roof leaks[^]*Contradicted \(second opinion[^]*The pool stays shut/u,
    );
    assert.doesNotMatch(text, /[^\\]\[7b/u);
    assert.equal(text.split('The roof leaks').length, 2);
    assert.doesNotMatch(text, /command:/u);
  });

  it('is offered by a link with everything escaped that ends one', () => {
    const draft = { ...drafted(TEXT, parts()), uri: 'memory:///(draft) 1.md' };
    const hover = hoverAt(draft, 3, { showsFindings: true, model: 'mistral' });
    const text = JSON.stringify(hover?.contents);
    const [, link = ''] =
      /opinion\]\(command:copydesk\.secondOpinion\?([^()\s]+)\)/u.exec(text) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(link)), [draft.uri, { line: 0, character: 0 }]);
  });
});

describe('a second opinion for others', () => {
  it('is JSON beside the verdict, without what is confidential', () => {
    const draft = drafted(TEXT, parts(OPINION, { confidential: new Set([QUOTED.source]) }));
    const [claim] = reportJson(shareableReport(draft.report), draft.prose.lines).claims;
    assert.equal(claim?.verdict, 'unclear');
    assert.equal(claim.opinion?.verdict, 'contradicted');
    assert.deepEqual(claim.opinion.evidence, [
      OWN,
      { source: 'confidential source', line: 1, text: '(withheld)' },
    ]);
    assert.deepEqual(claim.evidence, [OWN]);
  });
});
