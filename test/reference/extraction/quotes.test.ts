import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../../server/prose/prose.js';
import { createCiter } from '../../../server/reference/extraction/citations.js';
import { extractQuotes } from '../../../server/reference/extraction/quotes.js';
import { voicesIn } from '../../../server/reference/extraction/voices.js';
import type { Entity, Role } from '../../../server/reference/model.js';

function person(name: string, ...roles: readonly Omit<Role, 'citation'>[]): Entity {
  const citation = { source: 'match.txt', line: 1 };
  return {
    kind: 'person',
    name,
    forms: [],
    demonyms: [],
    roles: roles.map((role) => ({ ...role, citation })),
    bio: '',
    citation,
  };
}

/** The quotes of a source as `line speaker: words`. */
function quotesIn(text: string, ...people: readonly (string | Entity)[]): readonly string[] {
  const prose = readProse(text, 'plain');
  const entities = people.map((one) => (typeof one === 'string' ? person(one) : one));
  const voices = voicesIn(prose, entities);
  return extractQuotes(prose, entities, voices, createCiter('match.txt', prose)).map(
    ({ text: words, speaker, citation }) => `${citation.line} ${speaker ?? '?'}: ${words}`,
  );
}

describe('quotes extracted from a source', () => {
  it('have the words without quotation marks, with line and speaker', () => {
    assert.deepEqual(
      quotesIn('Leeds won.\n\n“We were lucky,” coach Aino Virtanen said.', 'Aino Virtanen'),
      ['3 Aino Virtanen: We were lucky'],
    );
  });

  it('have the full name of a speaker with a short name', () => {
    assert.deepEqual(
      quotesIn(
        'Aino Virtanen coaches Leeds.\n\n“We were lucky,” Ms. Virtanen said.',
        'Aino Virtanen',
      ),
      ['3 Aino Virtanen: We were lucky'],
    );
    assert.deepEqual(
      quotesIn(
        'Nguyen Thi Lan plays in goal.\n\n“I saw nothing,” Ms. Nguyen said.',
        'Nguyen Thi Lan',
      ),
      ['3 Nguyen Thi Lan: I saw nothing'],
    );
  });

  it('have the one person of the source whose office is named', () => {
    const [roe, diop] = [
      person('Ada Roe', { title: 'director', affiliation: 'Finance' }),
      person('Ben Diop', { title: 'director', affiliation: 'Housing' }),
    ];
    assert.deepEqual(
      quotesIn('The Director of Finance said that it would “buy a year”.', roe, diop),
      ['1 Ada Roe: buy a year'],
    );
    assert.deepEqual(quotesIn('The director said: “We were lucky.”', roe), [
      '1 Ada Roe: We were lucky.',
    ]);
    assert.deepEqual(quotesIn('The director said: “We were lucky.”', roe, diop), [
      '1 ?: We were lucky.',
    ]);
    assert.deepEqual(quotesIn('A director said: “We were lucky.”', roe), ['1 ?: We were lucky.']);
    assert.deepEqual(quotesIn('The director of Housing said: “We were lucky.”', roe), [
      '1 ?: We were lucky.',
    ]);
  });

  it('have the person whom a note names before them', () => {
    const people = ['Ada Roe', 'Ben Diop', 'Ilir Brahe'];
    const cases: readonly (readonly [note: string, speaker: string])[] = [
      ['- Ada Roe, on the phone: “We were lucky.”', 'Ada Roe'],
      ['- CLIP 1, baker Ada Roe (0:14): “We were lucky.”', 'Ada Roe'],
      ['- Roe to me re Diop: “We were lucky.”', 'Ada Roe'],
      ['- Ada Roe, 74, lost the shed. “We were lucky.” insured', 'Ada Roe'],
      ['- board: 7 for, 2 against. Diop: “We were lucky.”', 'Ben Diop'],
      ['- owner = Ada Roe, runs it w. Ben Diop. On the steps: “We were lucky.”', '?'],
      ['- harbour closed. On the steps: “We were lucky.”', '?'],
      ['- Tønder, on phone: “We were lucky.”', 'Tønder'],
      ['- Text only: “We were lucky.”', '?'],
    ];
    for (const [note, speaker] of cases)
      assert.deepEqual(quotesIn(note, ...people), [`1 ${speaker}: We were lucky.`], note);
  });

  it('are attributed to the one person in the head of the notes, if nobody is named beside them', () => {
    const notes = (head: string): readonly string[] =>
      quotesIn(
        `${head}\n\n- no alarm, nobody hurt\n- “We were lucky.” nothing broken\n- Diop: “I was asleep.”`,
        'Ada Roe',
        'Ben Diop',
      );
    const others = '5 Ben Diop: I was asleep.';
    assert.deepEqual(notes('call w director, Ada Roe, Tue 11.40'), [
      '4 Ada Roe: We were lucky.',
      others,
    ]);
    assert.deepEqual(notes('visit to the harbour, Tue'), ['4 ?: We were lucky.', others]);
    assert.deepEqual(notes('Reporter Ada Roe, on the quay'), ['4 ?: We were lucky.', others]);
    assert.deepEqual(notes('Ada Roe and Ben Diop, on the quay'), ['4 ?: We were lucky.', others]);
  });

  it('have whoever speaks in the sentence before them', () => {
    assert.deepEqual(
      quotesIn('The toll may rise, said Ada Roe, the director. “We were lucky.”', 'Ada Roe'),
      ['1 Ada Roe: We were lucky.'],
    );
    assert.deepEqual(
      quotesIn(
        'The toll may rise, said Ada Roe. Ben Diop left. “We were lucky.”',
        'Ada Roe',
        'Ben Diop',
      ),
      ['1 ?: We were lucky.'],
    );
    assert.deepEqual(
      quotesIn(
        'NOT ON TAPE. Statement from his lawyer, Ada Roe, Sat.: he “acted in good faith”.',
        'Ada Roe',
      ),
      ['1 Ada Roe: acted in good faith'],
    );
  });

  it('have the head of notes in which their writer speaks too', () => {
    const notes =
      'Notes, call with Ada Roe\n\n- “We were lucky.” I should say so.\n- I asked her twice. We go on Monday.\n';
    assert.deepEqual(quotesIn(notes, 'Ada Roe'), ['3 Ada Roe: We were lucky.']);
  });

  it('have nobody whom an article merely names before them', () => {
    assert.deepEqual(quotesIn('Fire took the shed of Ada Roe. “We were lucky.”', 'Ada Roe'), [
      '1 ?: We were lucky.',
    ]);
  });

  it('are attributed to the name in brackets after an office, and to the sender of a mail', () => {
    assert.deepEqual(
      quotesIn('“We were lucky,” the skipper (Ada Roe) told me.', 'Ada Roe', 'Ben Diop'),
      ['1 Ada Roe: We were lucky'],
    );
    assert.deepEqual(
      quotesIn(
        'From: Ada Roe\n\nI thank you for the call. For the record: “We were lucky.” I will send the plan.\n\nAda Roe',
        'Ada Roe',
      ).filter((quote) => quote.endsWith(' We were lucky.')),
      ['3 Ada Roe: We were lucky.'],
    );
  });

  it('have the author of a mail who asks to be quoted, or repeats what they said', () => {
    const mail = (words: string): readonly string[] =>
      quotesIn(
        `From: Ada Roe\n\nI thank you for the call. ${words}\n\nI will send the plan.\n\nAda Roe`,
        'Ada Roe',
        'Ben Diop',
      ).filter((quote) => quote.includes(': We were lucky'));
    assert.deepEqual(mail('You may quote me: “We were lucky.”'), ['3 Ada Roe: We were lucky.']);
    assert.deepEqual(mail('“We were lucky,” as I said on the quay.'), ['3 Ada Roe: We were lucky']);
    assert.deepEqual(mail('“We were lucky,” Mr. Diop told me.'), ['3 Ben Diop: We were lucky']);
    assert.deepEqual(mail('“We were lucky,” it says on the wall.'), ['3 ?: We were lucky']);
  });

  it('have the one person whom an interview is with', () => {
    const interview =
      'Interview with Ada Roe, on the quay.\n\nQ: Who closed the weir?\n\nA: Nobody asked me about that.\n\nQ: And then?\n\nA: We went home early.';
    assert.deepEqual(
      quotesIn(interview, 'Ada Roe').filter((quote) => !quote.includes('?:')),
      ['5 Ada Roe: Nobody asked me about that.', '9 Ada Roe: We went home early.'],
    );
  });

  it('are joined across an attribution', () => {
    assert.deepEqual(quotesIn('“We came late,” Mr. Diop said, “but we came.”'), [
      '1 Diop: We came late, but we came.',
    ]);
    assert.deepEqual(quotesIn('“We came late,” Mr. Diop said. “Nobody minded.”'), [
      '1 Diop: We came late. Nobody minded.',
    ]);
  });

  it('end a sentence before an “I” only if the attribution ends it', () => {
    assert.deepEqual(quotesIn('“They let us down,” Mr. Diop said. “I told them.”'), [
      '1 Diop: They let us down. I told them.',
    ]);
    assert.deepEqual(quotesIn('“When they came,” Mr. Diop said, “I told them.”'), [
      '1 Diop: When they came, I told them.',
    ]);
  });

  it('are joined across paragraphs', () => {
    assert.deepEqual(quotesIn('Mr. Diop said: “We came late.\n\n“Nobody minded.”'), [
      '1 Diop: We came late. Nobody minded.',
    ]);
  });

  it('resolve “he” and “she” only if it is unambiguous', () => {
    assert.deepEqual(
      quotesIn(
        'Keeper Aino Virtanen praised the crowd, saying it “never sat down”.',
        'Aino Virtanen',
      ),
      ['1 Aino Virtanen: never sat down'],
    );
    assert.deepEqual(
      quotesIn('Aino Virtanen left early. She called it “a poor game”.', 'Aino Virtanen'),
      ['1 Aino Virtanen: a poor game'],
    );
    assert.deepEqual(quotesIn('A steward stopped a fan. “I did nothing,” he said.'), [
      '1 ?: I did nothing',
    ]);
  });

  it('keep people with the same surname separate', () => {
    assert.deepEqual(
      quotesIn(
        'Aino Virtanen and Esa Virtanen play for Leeds. “We argue a lot,” Esa Virtanen said. “I win,” Ms. Virtanen said.',
        'Aino Virtanen',
        'Esa Virtanen',
      ),
      ['1 Esa Virtanen: We argue a lot', '1 Virtanen: I win'],
    );
  });

  it('resolve “he” to a person introduced with an age', () => {
    const [first, second] = quotesIn(
      '“We dug here,” said Esa Virtanen.\n\nAl-Sabbagh, 22, studies in Leeds. “I saw a pipe,” he said.',
      'Esa Virtanen',
    );
    assert.equal(first, '1 Esa Virtanen: We dug here');
    assert.equal(second, '3 Al-Sabbagh: I saw a pipe');
  });

  it('do not have a people or an incomplete office as speaker', () => {
    assert.deepEqual(quotesIn('The French said: “We came late.”'), ['1 ?: We came late.']);
    assert.deepEqual(quotesIn('“We came late,” the Moroccan forward told us.'), [
      '1 ?: We came late',
    ]);
    assert.deepEqual(quotesIn('Royal Bank of Lund said: “We came late.”'), ['1 ?: We came late.']);
    assert.deepEqual(quotesIn('Aino Virtanen of Lund said: “We came late.”'), [
      '1 Aino Virtanen: We came late.',
    ]);
  });

  it('have no speaker if the source names none', () => {
    assert.deepEqual(quotesIn('The banner read “home before dark”.'), ['1 ?: home before dark']);
  });

  it('are those of the person whom notes name above them', () => {
    const notes = [
      'CARD 1 - ADA ROE, ferry captain (runs the Lund line). On the quay, 9 a.m.',
      '0:10 "The tide does not wait for a timetable."',
      'CARD 2 - BO EKWALL, owner, Ekwall Ropes, by phone',
      '0:05 "I sold forty metres on Friday."',
      'Prices: "Up again, and not by me."',
      '- Ida LUND-Roe, deckhand: "Nobody asked us."',
    ];
    assert.deepEqual(quotesIn(notes.join('\n\n')), [
      '3 Ada Roe: The tide does not wait for a timetable.',
      '7 Bo Ekwall: I sold forty metres on Friday.',
      '9 Bo Ekwall: Up again, and not by me.',
      '11 Ida Lund-Roe: Nobody asked us.',
    ]);
  });

  it('are not those of a person in a report whose quotations have speakers', () => {
    assert.deepEqual(
      quotesIn(
        'Ada Roe, ferry captain.\n\n“We came late,” said Bo Ek.\n\n“We left,” Ida Lund said.',
      ),
      ['3 Bo Ek: We came late', '5 Ida Lund: We left'],
    );
  });

  it('include a letter in its author’s words', () => {
    assert.deepEqual(
      quotesIn(
        'Lund Ferries\n\nDear neighbours,\n\nI stop the ferry on Friday. We had no choice.\n\nI thank you all.\n\nAda Roe\nDirector',
        'Ada Roe',
      ),
      ['5 Ada Roe: I stop the ferry on Friday. We had no choice.', '7 Ada Roe: I thank you all.'],
    );
  });

  it('include the turns of a transcript', () => {
    assert.deepEqual(
      quotesIn(
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
    assert.deepEqual(
      quotesIn('Ms. Roe: We came late.\nMr. Diop: Nobody minded.\nMs. Roe: I did.'),
      ['1 Roe: We came late.', '2 Diop: Nobody minded.', '3 Roe: I did.'],
    );
  });

  it('are those of the person whose initials label an answer, and of nobody if the text names none', () => {
    const interview = (heading: string): string =>
      `${heading}\n\nQ: When did it rain?\nJM: At four.\nQ: And then?\nJM: We left.`;
    assert.deepEqual(
      quotesIn(interview('Interview with Jelena Marchetti (JM)'), 'Jelena Marchetti'),
      [
        '3 ?: When did it rain?',
        '4 Jelena Marchetti: At four.',
        '5 ?: And then?',
        '6 Jelena Marchetti: We left.',
      ],
    );
    assert.deepEqual(quotesIn(interview('Notes of 6 March')), [
      '3 ?: When did it rain?',
      '4 ?: At four.',
      '5 ?: And then?',
      '6 ?: We left.',
    ]);
    assert.deepEqual(quotesIn('Q: Why, Ms. Li?\n\nLI: It rained.'), [
      '1 ?: Why, Ms. Li?',
      '3 Li: It rained.',
    ]);
  });

  it('are those of the person in the first line where “Q.” and “A.” label an interview', () => {
    assert.deepEqual(
      quotesIn(
        'Interview, Rev Ada Roe, at her kitchen table\n\nQ. When did it rain?\nA. I think at four. We left.\nQ. Was it cold?\nA. I had no coat.',
        'Ada Roe',
      ),
      [
        '3 ?: When did it rain?',
        '4 Ada Roe: I think at four. We left.',
        '5 ?: Was it cold?',
        '6 Ada Roe: I had no coat.',
      ],
    );
  });

  it('have speakers without the titles in the labels', () => {
    assert.deepEqual(
      quotesIn(
        'CLLR MAEVE ORTON (culture): I move it.\n\nCLLR TULL: I second it.\n\nCLLR ORTON: Thank you.',
        'Maeve Orton',
      ),
      ['1 Maeve Orton: I move it.', '3 Tull: I second it.', '5 Maeve Orton: Thank you.'],
    );
    assert.deepEqual(quotesIn('Cllr Tull: I second it.\nCllr Orton: Good.\nCllr Tull: So.'), [
      '1 Tull: I second it.',
      '2 Orton: Good.',
      '3 Tull: So.',
    ]);
  });

  it('recognise the speakers of a transcript, but not a note', () => {
    assert.deepEqual(
      quotesIn(
        'ADA ROE (mayor of Lund): We cannot wait.\n\nQ: Who pays?\n\nROE: The town does. It must.\n\nNote: the rest is lost. It was long.',
        'Ada Roe',
      ),
      ['1 Ada Roe: We cannot wait.', '3 ?: Who pays?', '5 Ada Roe: The town does. It must.'],
    );
    assert.deepEqual(quotesIn('Baker: We came late.\n\nQ: Why?\n\nBaker: It rained.'), [
      '1 Baker: We came late.',
      '3 ?: Why?',
      '5 Baker: It rained.',
    ]);
  });

  it('do not include lists of terms', () => {
    assert.deepEqual(
      quotesIn('Price: Nine euros.\nPlace: The old harbour.\nDoors: They open at eight.'),
      [],
    );
    assert.deepEqual(
      quotesIn('The mayor was blunt: Lund has no money. One thing is clear: It will wait.'),
      [],
    );
  });
});
