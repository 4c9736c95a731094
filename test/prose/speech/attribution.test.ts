import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { utterancesOf } from '../../../server/prose/speech/attribution.js';
import { readProse } from '../../../server/prose/prose.js';

/**
 * Each utterance of a draft on one line: its words with pieces separated by a bar, then attribution
 * and speaker.
 */
function said(draft: string, people: readonly string[] = []): readonly string[] {
  const isPerson = (name: string): boolean | undefined => people.includes(name) || undefined;
  return utterancesOf(readProse(draft), isPerson).map(({ pieces, attribution, speaker }) => {
    const words = pieces.map(({ block, inner }) => block.text.slice(inner.start, inner.end));
    const where =
      attribution === undefined
        ? '-'
        : attribution.block.text.slice(attribution.span.start, attribution.span.end);
    return `${words.join(' | ')} [${where}] ${speaker?.mention.text ?? '?'}`;
  });
}

describe('attribution', () => {
  it('finds the speaker after the quotation', () => {
    assert.deepEqual(said('“The bridge is safe,” Ms. Adeyemi said.'), [
      'The bridge is safe, [Ms. Adeyemi said] Ms. Adeyemi',
    ]);
    assert.deepEqual(said('“The bridge is safe,” said Ngozi Adeyemi, an engineer.'), [
      'The bridge is safe, [said Ngozi Adeyemi] Ngozi Adeyemi',
    ]);
    assert.deepEqual(said('“It is safe,” the chief engineer, Ngozi Adeyemi, told the council.'), [
      'It is safe, [Ngozi Adeyemi, told] Ngozi Adeyemi',
    ]);
    assert.deepEqual(said('“We won it twice,” summer signing Jorge Ibáñez told Radio Leeds.'), [
      'We won it twice, [Jorge Ibáñez told] Jorge Ibáñez',
    ]);
  });

  it('finds the speaker before the quotation', () => {
    assert.deepEqual(said('Jean-Luc de la Tour added: “Nobody asked us.”'), [
      'Nobody asked us. [Jean-Luc de la Tour added] Jean-Luc de la Tour',
    ]);
    assert.deepEqual(said('Ana Petrović, a nurse at St. Mary’s in Leeds, called it “a bad day”.'), [
      'a bad day [Ana Petrović, a nurse at St. Mary’s in Leeds, called] Ana Petrović',
    ]);
    assert.deepEqual(said('According to Mr. Nakamura, the vote was “a farce from the start”.'), [
      'a farce from the start [According to Mr. Nakamura] Mr. Nakamura',
    ]);
    assert.deepEqual(said('Ada Roe’s verdict: “It will not hold.”'), [
      'It will not hold. [Ada Roe’s verdict:] Ada Roe',
    ]);
  });

  it('reads a hyphenated name as one, before an apposition too', () => {
    for (const [draft, speaker] of [
      ['Ms. Ode-Karlsen, who was away, said.', 'Ms. Ode-Karlsen'],
      ['Mr. Val-Juste, whose barn burned, said.', 'Mr. Val-Juste'],
      ['Mayor Ode-Karlsen, a lawyer, said.', 'Mayor Ode-Karlsen'],
      ['Mr. Hope-Before, whose barn burned, said.', 'Mr. Hope-Before'],
      ['said Ms. Ode–Karlsen.', 'Ms. Ode–Karlsen'],
      ['Ms. Ode–Karlsen, who was away, said.', 'Ms. Ode–Karlsen'],
      ['Ms. Ode–a lawyer–said.', 'Ms. Ode'],
      ['Ms. Ode - a lawyer - said.', 'Ms. Ode'],
      ['Ms. Ode, a well-known lawyer, said.', 'Ms. Ode'],
    ] as const)
      assert.equal(said(`“The bridge is safe,” ${draft}`).join().split('] ')[1], speaker);
  });

  it('finds the speaker of a participle and of a second verb', () => {
    assert.deepEqual(said('Ms. Diallo praised the crew, saying the rescue “took seven hours”.'), [
      'took seven hours [saying] Ms. Diallo',
    ]);
    assert.deepEqual(said('Ms. Diallo agreed, but added: “We need more boats.”'), [
      'We need more boats. [added] Ms. Diallo',
    ]);
    assert.deepEqual(
      said('Mr. Lindqvist quoted Ms. Diallo as saying the crew “did all it could”.'),
      ['did all it could [Ms. Diallo as saying] Ms. Diallo'],
    );
  });

  it('does not take an owner, a listener or a reader for the speaker', () => {
    assert.deepEqual(said('“It is safe,” said Ada Roe’s son, Ian Osei.'), [
      'It is safe, [said Ada Roe’s son, Ian Osei] Ian Osei',
    ]);
    assert.deepEqual(said('“It is safe,” said Ada Roe’s lawyer.'), [
      'It is safe, [said Ada Roe’s lawyer] ?',
    ]);
    assert.deepEqual(said('Ada Roe’s son said: “It is safe.”'), [
      'It is safe. [Ada Roe’s son said] ?',
    ]);
    assert.deepEqual(said('Ada Roe’s son: “It is safe.”'), ['It is safe. [-] ?']);
    assert.deepEqual(said('Ada Roe was told by Ian Osei: “It is safe.”'), [
      'It is safe. [told by Ian Osei] Ian Osei',
    ]);
    assert.deepEqual(said('“It is safe,” Ada Roe was told by Ian Osei.'), ['It is safe, [-] ?']);
    assert.deepEqual(said('Ada Roe was then asked: “Is it safe?”'), ['Is it safe? [-] ?']);
    assert.deepEqual(said('Ada Roe was quoted as saying: “It is safe.”'), [
      'It is safe. [Ada Roe was quoted as saying] Ada Roe',
    ]);
    assert.deepEqual(said('“It is safe,” Ada Roe read from the letter of Ian Osei.'), [
      'It is safe, [-] ?',
    ]);
    assert.deepEqual(said('A notice on the wall read: “It is safe.”'), [
      'It is safe. [A notice on the wall read] ?',
    ]);
  });

  it('finds a speaker further described by an organisation or place', () => {
    const whom = (draft: string): string | undefined => said(draft)[0]?.split('] ')[1];
    assert.equal(whom('Ada Roe of the Harbour Board said: “It is safe.”'), 'Ada Roe');
    assert.equal(
      whom('Chief executive Ada Roe of the Harbour Board said: “It is safe.”'),
      'Ada Roe',
    );
    assert.equal(whom('The diver Bo Ek from Lund said: “It is safe.”'), 'Bo Ek');
    assert.equal(whom('“It is safe,” Dr. Ada Roe of Lund University said.'), 'Dr. Ada Roe');
    for (const nobody of [
      'The mayor of the Hague',
      'The Harbour Board of Lund',
      'A friend of Ada Roe of the Harbour Board',
      'A friend of chief executive Ada Roe of the Harbour Board',
      'Ada Roe of Lund and Bo Ek of the Harbour Board',
      'The Dutch forward',
      'A Leeds full-back',
    ]) {
      assert.equal(whom(`${nobody} said: “It is safe.”`), '?', nobody);
    }
    assert.equal(whom('Ada Roe then also said: “It is safe.”'), 'Ada Roe');
  });

  it('finds the attribution at the end of the sentence', () => {
    assert.deepEqual(
      said('Labour is “stronger than the polls say”, the party’s leader has said.'),
      ['stronger than the polls say [the party’s leader has said] ?'],
    );
    assert.deepEqual(said('The plan was “a gift to nobody at all”, Ms. Roe told reporters.'), [
      'a gift to nobody at all [Ms. Roe told] Ms. Roe',
    ]);
  });

  it('joins speech interrupted by an attribution', () => {
    assert.deepEqual(said('“We came early,” Ms. Roe said, “and we left late.”'), [
      'We came early, | and we left late. [Ms. Roe said] Ms. Roe',
    ]);
    assert.deepEqual(said('“We came early,” Ms. Roe said on Friday. “We left late.”'), [
      'We came early, | We left late. [Ms. Roe said] Ms. Roe',
    ]);
  });

  it('does not join two speakers or two statements', () => {
    assert.deepEqual(said('“We won,” the coach said. “We lost,” the Lagos-born striker said.'), [
      'We won, [the coach said] ?',
      'We lost, [striker said] ?',
    ]);
    assert.deepEqual(said('“We won,” Ms. Roe said. “We lost,” Mr. Osei said.'), [
      'We won, [Ms. Roe said] Ms. Roe',
      'We lost, [Mr. Osei said] Mr. Osei',
    ]);
    assert.deepEqual(said('Mr. Osei spoke of “a buzz”, then said: “Tomorrow we start.”').length, 2);
  });

  it('joins speech across paragraphs by its unclosed marks', () => {
    assert.deepEqual(said('Ms. Roe said: “We start on Monday.\n\n“We end on Friday.”'), [
      'We start on Monday. | We end on Friday. [Ms. Roe said] Ms. Roe',
    ]);
  });

  it('resolves “he” and “she”', () => {
    assert.deepEqual(said('Mr. Osei met the board. “They listened,” he said.'), [
      'They listened, [he said] Mr. Osei',
    ]);
    assert.deepEqual(
      said('The toll will rise, said Kofi Osei, a driver.\n\n“I pay it,” he said.'),
      ['I pay it, [he said] Kofi Osei'],
    );
    assert.deepEqual(
      said('Mr. Osei met Ms. Roe at the depot on Friday. “They listened,” she said.'),
      ['They listened, [she said] Ms. Roe'],
    );
    assert.deepEqual(
      said('Yusuf Demir flew to Oslo on Friday. It was, he said, “a long way to come”.', [
        'Yusuf Demir',
      ]),
      ['a long way to come [he said] Yusuf Demir'],
    );
  });

  it('does not resolve “she” to a name in her own opening participle', () => {
    const whom = (draft: string): string | undefined =>
      said(draft, ['Marta Ibarra', 'Ian Osei', 'Lena Osei']).at(-1)?.split('] ')[1];
    const clerk = 'Marta Ibarra, 29, a clerk, was the first witness.';
    for (const sentence of [
      'Asked by Ian Osei what she thought, she said: “It was a slip.”',
      'Asked what Ian Osei knew, she said: “It was a slip.”',
      'Cross-examined by Ian Osei, she said: “It was a slip.”',
      'Helped by her lawyer, Ian Osei, she said: “It was a slip.”',
      'After meeting Ian Osei in Lund, she told the court: “It was a slip.”',
      'Flanked by Ian Osei, she shook her head, adding: “It was a slip.”',
      'Pressed by Ian Osei, she gave way. “It was a slip,” she said.',
    ]) {
      assert.equal(whom(`${clerk} ${sentence}`), 'Marta Ibarra', sentence);
      assert.equal(whom(sentence), '?', sentence);
    }
    assert.equal(
      whom(`${clerk} Ian Osei, prosecuting, rose. Asked by Mr. Osei, she said: “It was a slip.”`),
      'Marta Ibarra',
    );
    assert.equal(
      whom('Lena Osei spoke last. Helped by her aunt, Marta Osei, she said: “It was a slip.”'),
      'Lena Osei',
    );
    assert.equal(
      whom(
        'Asked about the form, Marta Ibarra shook her head, she told us later: “It was a slip.”',
      ),
      'Marta Ibarra',
    );
    for (const named of ['club captain Marta Ibarra later', 'Marta Ibarra, the captain,']) {
      const sentence = `Lena Osei left. Asked about it, ${named} said the sums, she believed, were right.`;
      assert.equal(whom(`${sentence} “It was a slip,” she said.`), 'Marta Ibarra', named);
    }
    assert.equal(
      whom(`When Marta Ibarra spoke at last, she said: “It was a slip.”`),
      'Marta Ibarra',
    );
    assert.equal(
      whom('In Marta Ibarra’s first talk since May, she said: “It was a slip.”'),
      'Marta Ibarra',
    );
  });

  it('does not resolve “she” to someone she speaks of, and leaves “her” open', () => {
    assert.deepEqual(
      said('Marta Ibarra was glad. She praised Lena Osei, adding: “It was a slip.”', [
        'Marta Ibarra',
        'Lena Osei',
      ]),
      ['It was a slip. [adding] Marta Ibarra'],
    );
    for (const sentence of [
      'Ian Osei asked her what she meant. “It was a slip,” she said.',
      'Ian Osei pressed her. “It was a slip,” she said.',
      'Ian Osei, prosecuting, asked her. “It was a slip,” she said.',
      'Ian Osei stood up and thanked her for it. “It was a slip,” she said.',
    ]) {
      assert.match(said(sentence, ['Ian Osei'])[0] ?? '', /\?$/u);
    }
    assert.match(
      said('Lena Osei said the board failed her. “It was a slip,” she said.')[0] ?? '',
      /Lena Osei$/u,
    );
    assert.match(
      said('Lena Osei lost her keys. “It was a slip,” she said.', ['Lena Osei'])[0] ?? '',
      /Lena Osei$/u,
    );
  });

  it('leaves an ambiguous pronoun open', () => {
    assert.deepEqual(said('A lawyer told the court of it. “I knew,” he said.'), [
      'I knew, [he said] ?',
    ]);
    assert.deepEqual(said('Rain fell on the Danube. “I knew,” she said.'), [
      'I knew, [she said] ?',
    ]);
  });

  it('finds the name in a script’s label, before office and company', () => {
    assert.deepEqual(said('CLIP, ADA ROE, owner, Roe Tiles: “We stay open.”'), [
      'We stay open. [ADA ROE, owner, Roe Tiles:] ADA ROE',
    ]);
  });

  it('does not take the next item of a list for a signature', () => {
    const list = '- the storm: “It came at night.”\n\n- Ada Roe, captain';
    assert.deepEqual(
      utterancesOf(readProse(list, 'plain')).map(({ attribution }) => attribution),
      [undefined],
    );
  });

  it('takes “she” for the last person in a role, and not for a council', () => {
    assert.deepEqual(said('Ada Roe came. The captain spoke. “I stay,” she said.', ['Ada Roe']), [
      'I stay, [she said] The captain',
    ]);
    assert.deepEqual(
      said('Ms. Roe came late. “Go,” the Council said. The Council left. “I stay,” she said.'),
      ['Go, [Council said] Council', 'I stay, [she said] Ms. Roe'],
    );
  });

  it('finds the signature below a block quotation', () => {
    assert.deepEqual(said('> “It is a start.” — Niamh Ó Briain'), [
      'It is a start. [— Niamh Ó Briain] Niamh Ó Briain',
    ]);
    assert.deepEqual(
      said('> It is a start, and no more than that.\n>\n> — Niamh Ó Briain, mayor'),
      ['It is a start, and no more than that. [— Niamh Ó Briain] Niamh Ó Briain'],
    );
  });

  it('ends speech without a closing mark before its attribution', () => {
    assert.deepEqual(said('“We came early, Ms. Roe said. The rest is known.'), [
      'We came early, [Ms. Roe said] Ms. Roe',
    ]);
  });

  it('ignores headings, bylines and credits', () => {
    assert.deepEqual(said('# “We came early,” Ms. Roe said\n\nBy Ada “Sunny” Roe'), []);
  });

  it('takes linear time on hostile text', () => {
    for (const unit of ['"a b c," he said. ', '“x, he said. ', '"', ', Mr. Roe, said, ']) {
      assert.doesNotThrow(() => utterancesOf(readProse(unit.repeat(20_000 / unit.length))));
    }
  });
});
