import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { readProse } from '../../../server/prose/prose.js';
import { type Reference, referenceFromSources } from '../../../server/reference/reference.js';

const SOURCE = `Mayor Ada Roe opened the new harbour of Lund on Tuesday. “We will not let this port die again, and we will build two more cranes before the winter,” Ms. Roe said in a speech. “It is the heart of our town.”

Emil Varga, head of the dockers' union, was less pleased. “The cranes are old and the pay is low,” he said. “My father told me, ‘Never trust a harbour master,’ and he was right.”

Ines Duarte, an engineer, spoke after him. She said the quay “moved four centimetres in ten years” and needed work.`;

function harbour(): Reference {
  return referenceFromSources([{ name: 'harbour.txt', text: SOURCE }]);
}

/** Quotations in the forms that news uses, each with the codes of its findings. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  // straight, curly, single
  '"We will not let this port die again," Ms. Roe said.': [],
  '“We will not let this harbour die again,” Ms. Roe said.': ['quote/altered'],
  'Ms. Roe said: ‘It is the heart of our town.’': [],
  // interrupted
  '“We will not let this port die again,” Ms. Roe said, “and we will build two more cranes before the winter.”':
    [],
  '“We will not let this port die again,” Ms. Roe said, “and we will build three more cranes before the winter.”':
    ['quote/altered'],
  // nested
  '“My father told me, ‘Never trust a harbour master,’ and he was right,” Mr. Varga said.': [],
  '“My father told me, ‘Never trust a dock master,’ and he was right,” Mr. Varga said.': [
    'quote/altered',
  ],
  // block quotations
  '> It is the heart of our town.\n>\n> — Ada Roe': [],
  '> It is the heart of our old town.\n>\n> — Ada Roe': ['quote/altered'],
  '> It is the heart of our town.\n>\n> — Emil Varga': ['quote/misattributed'],
  // in part
  'Ms. Duarte said the quay “moved four centimetres in ten years” and needed work.': [],
  'Ms. Duarte said the quay “moved nine centimetres in ten years” and needed work.': [
    'quote/altered',
  ],
  // ellipses and brackets
  '“We will not let this port die again … before the winter,” Ms. Roe said.': [],
  '“[The council] will not let this port die again,” Ms. Roe said.': [],
  '“[The council] will not let this port sink again,” Ms. Roe said.': ['quote/altered'],
  // speakers, across paragraphs too
  '“The cranes are old and the pay is low,” Ms. Roe said.': ['quote/misattributed'],
  'Ada Roe was not impressed.\n\n“The cranes are old and the pay is low,” she said.': [
    'quote/misattributed',
  ],
  'Emil Varga was not impressed.\n\n“The cranes are old and the pay is low,” he said.': [],
  'Not all were glad. “The cranes are old and the pay is low.”': [],
  '“The cranes are old and the pay is low”, according to Emil Varga.': [],
  '“The cranes are old and the wages are low,” Ms. Roe said.': [
    'quote/altered',
    'quote/misattributed',
  ],
  // two paragraphs of one speech
  '“We will not let this port die again, and we will build two more cranes before the winter.\n\n“It is the heart of our town,” Ms. Roe said.':
    [],
  // invented words
  'Mr. Varga spoke at the harbour of Lund. “We shall strike until the cranes are new,” he said.': [
    'quote/unsupported',
  ],
  'Ms. Roe said the town “would never again allow the port to close down”.': ['quote/unsupported'],
  // changes of style guides
  '“We will build 2 more cranes before the winter,” Ms. Roe said.': [],
  // scare quotes and titles
  'The “new” harbour has cranes of the “old school”.': [],
  'Ms. Roe opened the harbour with the song “The Heart of Our Town”.': [],
};

describe('quotations in the forms of news', () => {
  for (const [draft, codes] of Object.entries(FORMS)) {
    const expectation = codes.length === 0 ? 'are accepted' : `are ${codes.join(' and ')}`;
    it(`${expectation}: ${draft.replace(/\s+/gu, ' ')}`, () => {
      const found = checkDraft(readProse(draft), harbour())
        .findings.map(({ code }) => code)
        .filter((code) => code.startsWith('quote/'));
      assert.deepEqual(found, codes);
    });
  }
});

describe('a sentence with a quotation', () => {
  /** The words of each finding on a claim. */
  function claims(draft: string): readonly string[] {
    return checkDraft(readProse(draft), harbour())
      .findings.filter(({ code }) => code.startsWith('claim/'))
      .map(({ code, span }) => `${code}: ${draft.slice(span.start, span.end)}`);
  }

  it('is checked for its other statements, whether the quotation is altered or not', () => {
    assert.deepEqual(
      claims(
        'Ada Roe opened the harbour on Friday, saying, “We will never let this port die again.”',
      ),
      ['claim/contradicted: Friday'],
    );
    assert.deepEqual(
      claims(
        '“The cranes are old and the pay is low,” said a visitor from Oslo, who had burnt 90 flags on the roof.',
      ),
      ['claim/unsupported: 90'],
    );
  });

  it('is not reported for its attribution', () => {
    assert.deepEqual(
      claims('“The cranes are old and the pay is low,” Mr. Varga told reporters on Monday.'),
      [],
    );
  });
});
