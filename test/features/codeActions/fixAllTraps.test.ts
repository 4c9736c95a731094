import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../../server/checks/check.js';
import { type Code, CODES, RULES } from '../../../server/checks/rules.js';
import { readProse } from '../../../server/prose/prose.js';
import { type Reference, referenceFromSources } from '../../../server/reference/reference.js';
import { fixed } from './fixed.js';

const NOTES = `Oleander Bridge was closed on Tuesday, said Katarzyna Wolniewicz, the borough surveyor.

Idris Bankole, the bridge warden, and Petra Halloran, a rower, saw the crack. Noor Saleh and Noor Salah run the boathouse.

The borough lent £40,000 in 1994 to repair the piers.
`;

const reference = referenceFromSources([{ name: 'notes.md', text: NOTES }]);

/** The draft after “Fix all”. */
function after(draft: string, sources: Reference = reference): string {
  return fixed(draft, (text) => checkDraft(readProse(text), sources));
}

/** Clean drafts, each with something that looks like an error. */
const CLEAN: Readonly<Record<string, string>> = {
  'words that grammar doubles': `Ms. Halloran had had two warnings before the crack was found. She said that that was enough, and that that Tuesday had been the worst day of all. What the warden wanted is is not clear. The will will be read in court. Divers checked in in May.`,
  'a place named twice': `The song “New York, New York” was played on the quay. The ship was built in New York, New York, and sold to Walla Walla.`,
  emphasis: `It was a very, very long night. Long long ago the piers were made of oak. It was a long long way to the next bridge, and the river was so so cold. “No, no, no,” Mr. Bankole said. He waited and waited and waited.`,
  'names in small letters': `The shoes came from a small firm. vellomar has a shop beside the bridge. The buyers of vellomar were told on Friday.`,
  'a brand with a small first letter': `The tablets were new. iPads lay on each desk. eBay sold the old ones. macOS ran on none of them.`,
  'a brand that no word list has': `The lift stopped at noon. thyrsenlift sent two men from Leeds.`,
  'a writer with a name in small letters': `The library had her books. bell marsh wrote eleven of them. Her last one came out in May. bell marsh died in 2019.`,
  'names that only look alike': `Katarzyna Wolniewicz met Catherine Wolniewicz, her sister. Peter Halloran and Petra Halloran row together. Ida Bankole is no relation of the warden. Mr. Hollowman of Leeds watched.`,
  'a name that may be either of two': `Noor Saleh met the warden. Noor Salih was not there.`,
  'verse with lines kept apart': `the river goes its own way  \nand the the of the weir is low  \nnobody nobody comes.`,
  'verse in short lines': `The tide ran out in the night.\nthe boats lay down on their sides.\nnobody had asked them to.`,
  'a quoted verse': `> the piers hold.\n> the piers held held.\n> the river knows.`,
  'a note in small letters': `the bridge is shut. the boats are tied up. nobody rows today.`,
  'a quotation in the words of its speaker': `“It is a a mess, and and I am tired,” Mr. Bankole said. She wrote: “the bridge moved. it moved again.”`,
  'a table': `| Crew | Result | Note |\n|---|---|---|\n| Leeds | two two | draw draw |\n| Hull | one one | she rows. they swim. |`,
  'foreign phrases': `The choir sang a a cappella piece and ate mahi mahi and bora bora rolls on the quay.`,
  'nouns that are verbs too': `The police police the quay. The ship ship owners wanted was never built.`,
  'tenses, numbers, commas and semicolons of the writer': `The boats was late. They is here. The ferry been cancelled. The bridge was full, many people stood. Makes no sense. He have went home, but for her he stayed out.`,
};

describe('“Fix all” on clean drafts', () => {
  for (const [trap, draft] of Object.entries(CLEAN)) {
    it(`changes nothing in ${trap}`, () => {
      assert.equal(after(draft), draft);
    });
  }
});

describe('“Fix all”', () => {
  it('removes doubled words, restores capitals and corrects names with one certain spelling', () => {
    const cases: readonly (readonly [draft: string, right: string])[] = [
      ['The warden shut the the bridge.', 'The warden shut the bridge.'],
      ['The surveyor surveyor had left.', 'The surveyor had left.'],
      ['One of the of the piers was cracked.', 'One of the piers was cracked.'],
      ['It was known known for years.', 'It was known for years.'],
      [
        'The bridge shut at noon. the boats went on.',
        'The bridge shut at noon. The boats went on.',
      ],
      ['Did Katarzyna Wolniewitz know?', 'Did Katarzyna Wolniewicz know?'],
      ['Did Idris bankole know?', 'Did Idris Bankole know?'],
    ];
    for (const [draft, right] of cases) assert.equal(after(draft), right);
  });

  it('belongs to four rules only', () => {
    const safe: readonly Code[] = [
      'name/misspelled',
      'sentence/lowercase-start',
      'sentence/repeated-word',
      'spelling/misspelled',
    ];
    assert.deepEqual(
      CODES.filter((code) => RULES[code].isInFixAll),
      safe,
    );
  });
});
