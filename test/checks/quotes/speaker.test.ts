import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { checkQuotes } from '../../../server/checks/quotes/quotes.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { referenceFromSources } from '../../../server/reference/reference.js';

/** The messages about the speakers of a draft, checked against plain-text sources. */
function messages(sources: readonly string[], draft: string): readonly string[] {
  const files = sources.map((text, index) => ({ name: `${index}.txt`, text }));
  const { findings } = runToCompletion(checkQuotes(readProse(draft), referenceFromSources(files)));
  return findings
    .filter(({ code }) => code === 'quote/misattributed')
    .map(({ message }) => message);
}

const WORDS = '“We sold the mill to save the river.”';

describe('the speaker of a quotation', () => {
  it('is the author of a mail who asks to be quoted', () => {
    const sources = [
      `From: Ms. Annika Hale, director\n\nI thank you for the call. I will send the plan.\n\nYou may quote me: ${WORDS}\n\nMs. Annika Hale, director`,
      'Mr. Rohan Deshpande owns the mill.',
    ];
    const draft = (name: string): string => `${WORDS.replace('.”', ',”')} said ${name}.`;
    assert.deepEqual(messages(sources, draft('Annika Hale')), []);
    assert.deepEqual(messages(sources, draft('Rohan Deshpande')), [
      '“Rohan Deshpande” should be “Annika Hale”, who says this in your sources.',
    ]);
  });

  it('is the same person in two sources, in full and by surname', () => {
    for (const [full, short] of [
      ['The judge, Annika van der Meulen, spoke first.', 'Mrs Justice van der Meulen'],
      ['Marc van den Bosch owns the mill.', 'Mr Van den Bosch'],
      ['Bashar al-Khatib owns the mill.', 'Mr al-Khatib'],
      ['Rohan Deshpande KC, prosecuting, rose.', 'Mr Deshpande'],
      ['Rohan Deshpande rose.', 'Rohan Deshpande KC'],
    ] as const) {
      const name =
        /Annika van der Meulen|Marc van den Bosch|Bashar al-Khatib|Rohan Deshpande(?: KC)?/u;
      const [speaker = ''] = name.exec(full) ?? [];
      const sources = [`${full} Peter Hale left.`, `${short} said: ${WORDS}`];
      assert.deepEqual(
        messages(sources, `${WORDS.replace('.”', ',”')} said ${speaker}.`),
        [],
        short,
      );
      assert.equal(messages(sources, `Peter Hale said: ${WORDS}`).length, 1, short);
    }
  });

  it('is another person if both are known', () => {
    const sources = [`Rohan Deshpande rose.`, `Anil Deshpande said: ${WORDS}`];
    assert.deepEqual(messages(sources, `Rohan Deshpande said: ${WORDS}`), [
      '“Rohan Deshpande” should be “Anil Deshpande”, who says this in your sources.',
    ]);
  });

  it('is the one person with a surname that a source has alone', () => {
    const sources = [
      'Rohan Deshpande and Marta Ilvesson run the mill.',
      `Ilvesson: ${WORDS}\n\nDeshpande: “Nobody asked me.”`,
      'Both came. The report praises Deshpande and Ilvesson.',
    ];
    assert.deepEqual(messages(sources, `Rohan Deshpande came. Ilvesson said: ${WORDS}`), []);
    assert.deepEqual(messages(sources, `Rohan Deshpande came. Deshpande said: ${WORDS}`), [
      '“Deshpande” should be “Marta Ilvesson”, who says this in your sources.',
    ]);
  });

  it('is the author of a text that quotes nobody', () => {
    const sources = [
      `Rohan Deshpande and Marta Ilvesson run the mill.`,
      `Marta Ilvesson, miller, on tape\n\nWe sold the mill to save the river. I never liked the wheel. We miss it.`,
    ];
    assert.deepEqual(messages(sources, `Marta Ilvesson said: ${WORDS}`), []);
    assert.deepEqual(messages(sources, `Rohan Deshpande said: ${WORDS}`), [
      '“Rohan Deshpande” should be “Marta Ilvesson”, who says this in your sources.',
    ]);
  });

  it('is the only person with the described role in the sources', () => {
    const sources = [`Ada Roe, the harbour master, spoke.`, `Ada Roe said: ${WORDS}`];
    const draft = `The harbour master said: ${WORDS}`;
    const verdict = (...more: readonly string[]): string | undefined =>
      checkDraft(
        readProse(draft),
        referenceFromSources(
          [...sources, ...more].map((text, at) => ({ name: `${at}.txt`, text })),
        ),
      ).claims[0]?.verdict;
    assert.equal(verdict(), 'supported');
    assert.equal(verdict('Bo Ek, the harbour master, left.'), 'unclear');
  });
});
