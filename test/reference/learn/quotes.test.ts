import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../../server/prose/prose.js';
import { citer } from '../../../server/reference/learn/cite.js';
import { learnQuotes } from '../../../server/reference/learn/quotes.js';
import type { Entity } from '../../../server/reference/model.js';

function person(name: string): Entity {
  const citation = { source: 'match.txt', line: 1 };
  return { kind: 'person', name, forms: [], demonyms: [], roles: [], bio: '', citation };
}

/** The quotes of a source as `line speaker: words`. */
function learned(text: string, ...people: readonly string[]): readonly string[] {
  const prose = readProse(text, 'plain');
  return learnQuotes(prose, people.map(person), citer('match.txt', prose)).map(
    ({ text: words, speaker, citation }) => `${citation.line} ${speaker ?? '?'}: ${words}`,
  );
}

describe('learning quotes', () => {
  it('takes the words without their marks, with line and speaker', () => {
    assert.deepEqual(
      learned('Leeds won.\n\n“We were lucky,” coach Aino Virtanen said.', 'Aino Virtanen'),
      ['3 Aino Virtanen: We were lucky'],
    );
  });

  it('gives a speaker named in short the full name of the source', () => {
    assert.deepEqual(
      learned(
        'Aino Virtanen coaches Leeds.\n\n“We were lucky,” Ms. Virtanen said.',
        'Aino Virtanen',
      ),
      ['3 Aino Virtanen: We were lucky'],
    );
    assert.deepEqual(
      learned(
        'Nguyen Thi Lan plays in goal.\n\n“I saw nothing,” Ms. Nguyen said.',
        'Nguyen Thi Lan',
      ),
      ['3 Nguyen Thi Lan: I saw nothing'],
    );
  });

  it('joins what an attribution interrupts into one quote', () => {
    assert.deepEqual(learned('“We came late,” Mr. Diop said, “but we came.”'), [
      '1 Diop: We came late, but we came.',
    ]);
    assert.deepEqual(learned('“We came late,” Mr. Diop said. “Nobody minded.”'), [
      '1 Diop: We came late. Nobody minded.',
    ]);
  });

  it('ends the sentence before an “I” only where the attribution ends there', () => {
    assert.deepEqual(learned('“They let us down,” Mr. Diop said. “I told them.”'), [
      '1 Diop: They let us down. I told them.',
    ]);
    assert.deepEqual(learned('“When they came,” Mr. Diop said, “I told them.”'), [
      '1 Diop: When they came, I told them.',
    ]);
  });

  it('joins a speech of several paragraphs', () => {
    assert.deepEqual(learned('Mr. Diop said: “We came late.\n\n“Nobody minded.”'), [
      '1 Diop: We came late. Nobody minded.',
    ]);
  });

  it('resolves “he” and “she” only where that is plain', () => {
    assert.deepEqual(
      learned(
        'Keeper Aino Virtanen praised the crowd, saying it “never sat down”.',
        'Aino Virtanen',
      ),
      ['1 Aino Virtanen: never sat down'],
    );
    assert.deepEqual(
      learned('Aino Virtanen left early. She called it “a poor game”.', 'Aino Virtanen'),
      ['1 Aino Virtanen: a poor game'],
    );
    assert.deepEqual(learned('A steward stopped a fan. “I did nothing,” he said.'), [
      '1 ?: I did nothing',
    ]);
  });

  it('keeps two people of one surname apart', () => {
    assert.deepEqual(
      learned(
        'Aino Virtanen and Esa Virtanen play for Leeds. “We argue a lot,” Esa Virtanen said. “I win,” Ms. Virtanen said.',
        'Aino Virtanen',
        'Esa Virtanen',
      ),
      ['1 Esa Virtanen: We argue a lot', '1 Virtanen: I win'],
    );
  });

  it('takes “he” for whoever is introduced with an age, known or not', () => {
    const [first, second] = learned(
      '“We dug here,” said Esa Virtanen.\n\nAl-Sabbagh, 22, studies in Leeds. “I saw a pipe,” he said.',
      'Esa Virtanen',
    );
    assert.equal(first, '1 Esa Virtanen: We dug here');
    assert.equal(second, '3 Al-Sabbagh: I saw a pipe');
  });

  it('takes neither a people nor half an office for the speaker', () => {
    assert.deepEqual(learned('The French said: “We came late.”'), ['1 ?: We came late.']);
    assert.deepEqual(learned('“We came late,” the Moroccan forward told us.'), [
      '1 ?: We came late',
    ]);
    assert.deepEqual(learned('Royal Bank of Lund said: “We came late.”'), ['1 ?: We came late.']);
    assert.deepEqual(learned('Aino Virtanen of Lund said: “We came late.”'), [
      '1 Aino Virtanen: We came late.',
    ]);
  });

  it('leaves the speaker open where the source names none', () => {
    assert.deepEqual(learned('The banner read “home before dark”.'), ['1 ?: home before dark']);
  });

  it('takes the turns of a transcript', () => {
    assert.deepEqual(
      learned(
        'Interview with Mayor Ada Roe of Lund\n\nREPORTER: When will work start?\n\nROE: In May. We cannot wait.\n\nREPORTER: Who pays?\n\nROE (laughs): The town does.',
        'Ada Roe',
      ),
      [
        '3 ?: When will work start?',
        '5 Ada Roe: In May. We cannot wait.',
        '7 ?: Who pays?',
        '9 Ada Roe: The town does.',
      ],
    );
    assert.deepEqual(learned('Ms. Roe: We came late.\nMr. Diop: Nobody minded.\nMs. Roe: I did.'), [
      '1 Roe: We came late.',
      '2 Diop: Nobody minded.',
      '3 Roe: I did.',
    ]);
  });

  it('knows a speaker of a transcript in full and by surname, and takes no note for one', () => {
    assert.deepEqual(
      learned(
        'ADA ROE (mayor of Lund): We cannot wait.\n\nQ: Who pays?\n\nROE: The town does. It must.\n\nNote: the rest is lost. It was long.',
        'Ada Roe',
      ),
      ['1 Ada Roe: We cannot wait.', '3 ?: Who pays?', '5 Ada Roe: The town does. It must.'],
    );
    assert.deepEqual(learned('Baker: We came late.\n\nQ: Why?\n\nBaker: It rained.'), [
      '1 Baker: We came late.',
      '3 ?: Why?',
      '5 Baker: It rained.',
    ]);
  });

  it('takes no list of terms for a transcript', () => {
    assert.deepEqual(
      learned('Price: Nine euros.\nPlace: The old harbour.\nDoors: They open at eight.'),
      [],
    );
    assert.deepEqual(
      learned('The mayor was blunt: Lund has no money. One thing is clear: It will wait.'),
      [],
    );
  });
});
