import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { corrected, expectReported, spellingIn } from './spelled.js';

describe('the check of misspelled words', () => {
  it('reports a word that differs from another by a slip', () => {
    expectReported('The [|comittee|] will [|recieve|] its [|anual|] report.');
    expectReported('The ferry was [|dealyed|] by fog at the [|harbourr|].');
    expectReported('[|Goverment|] money paid for the bridge.');
  });

  it('reports a misspelled day or month where a date stands', () => {
    const pairs = [
      ['It opens on Tueday.', 'It opens on Tuesday.'],
      ['It opened in Febuary.', 'It opened in February.'],
      ['It opens on 3 Octobr at noon.', 'It opens on 3 October at noon.'],
      ['By 10 Jume the rain was over.', 'By 10 June the rain was over.'],
      ['The board met last Wednesfay.', 'The board met last Wednesday.'],
    ] as const;
    for (const [wrong, right] of pairs) assert.equal(corrected(wrong), right);
  });

  it('takes no other name for a day or a month', () => {
    expectReported('Then Monda spoke to Augustin and to Marchand.');
    expectReported('The film by Septembre Roux opens at Fridia.');
    expectReported('A ferry goes from Marcha to Junia and Julianehab.');
    expectReported('It sank off Octobe.', { source: 'A ship sank off Octobe in May.' });
  });

  it('reports a slip in the first word of a quotation', () => {
    expectReported('He said: “[|Thye|] can wait.” She said: "[|Nobbody|] can."');
    expectReported('The band is called “Thye”.');
  });

  it('suggests the intended word', () => {
    const pairs = [
      ['He was dealyed by fog.', 'He was delayed by fog.'],
      ['The goverment resigned.', 'The government resigned.'],
      ['It is untill noon.', 'It is until noon.'],
      ['They are seperate.', 'They are separate.'],
      ['Alot of people came.', 'A lot of people came.'],
      ['They dont agree.', 'They don’t agree.'],
      ['It opens on wednesday.', 'It opens on Wednesday.'],
    ] as const;
    for (const [wrong, right] of pairs) assert.equal(corrected(wrong), right);
  });

  it('suggests the irregular past first for a regular one, unless that is a word too', () => {
    const pairs = [
      ['She layed the stone.', 'She laid the stone.'],
      ['He payed the bill.', 'He paid the bill.'],
      ['They repayed the loan.', 'They repaid the loan.'],
      ['They buyed the mill.', 'They bought the mill.'],
      ['The dogs runned off.', 'The dogs ran off.'],
    ] as const;
    for (const [wrong, right] of pairs) assert.equal(corrected(wrong), right);
    expectReported('He was hanged. The station was sited there. Leaded petrol was sold.');
  });

  it('writes the apostrophes of the draft', () => {
    const straight = "It's open. He said so.\n\n";
    assert.equal(corrected(`${straight}They dont agree.`), `${straight}They don't agree.`);
    const curly = 'It’s open. He said so.\n\n';
    assert.equal(corrected(`${curly}They dont agree.`), `${curly}They don’t agree.`);
    assert.equal(corrected('"Yes." They dont agree.'), '"Yes." They don\'t agree.');
  });

  it('knows sports, dishes and instruments', () => {
    expectReported('They play shinty, camogie, kabaddi and petanque, and do capoeira.');
    expectReported('She cooked a tagine, pierogi, halloumi, laksa, injera and poutine.');
    expectReported('He plays the djembe, the kora, the mbira and the shakuhachi.');
  });

  it('reports a word beside other slips', () => {
    expectReported('[|Teh|] [|comittee|] [|recieved|] an [|anonymus|] letter.');
  });

  it('has at most five fixes, of which at most the first is preferred', () => {
    for (const word of ['recieve', 'oder', 'thre', 'stff', 'plin', 'cemical']) {
      const [finding] = spellingIn(`The old ${word} was there again.`);
      const fixes = finding?.fixes ?? [];
      assert.ok(fixes.length > 0 && fixes.length <= 5, word);
      assert.ok(fixes.slice(1).every(({ preferred }) => !preferred));
    }
  });

  it('prefers no fix if several words are as likely', () => {
    const [finding] = spellingIn('The old oder was there again.');
    assert.deepEqual(finding?.fixes.map(({ preferred }) => preferred).includes(true), false);
  });

  it('prefers what the sources have', () => {
    const source = 'The grant pays for a new roof. The grant was cut in May.';
    assert.equal(corrected('The gran was cut.', { source }), 'The gran was cut.');
    assert.equal(corrected('The council cut the goant.', { source }), 'The council cut the grant.');
  });

  it('keeps the capital of the word', () => {
    assert.equal(corrected('Seperate bins are needed.'), 'Separate bins are needed.');
  });

  it('prefers no fix in a quote', () => {
    for (const draft of ['“We will recieve it on Monday,” he said.', '> We will recieve it.']) {
      const [finding] = spellingIn(draft);
      assert.equal(finding?.code, 'spelling/misspelled');
      assert.ok(finding.fixes.every(({ preferred }) => !preferred));
    }
  });

  it('leaves names and capitalised words alone', () => {
    expectReported('Ngozi Adeyemi met Tomasz Wierzbicki in Przemyśl.');
    expectReported('Wierzbicki left. The wierzbicki plan failed, as Mr Wierzbicki said.');
    expectReported('Instituto Gonzaga opened. Ludwig van Beethoven and Mohammed bin Salman met.');
  });

  it('leaves the terms of the sources alone', () => {
    const source = 'The tormel was repaired in May. Nobody could lift the tormel.';
    expectReported('The crew lifted the tormel.', { source });
  });

  it('leaves inflected, derived and compound words alone', () => {
    expectReported('The town’s livestream and the mayor’s re-election were overfunded.');
    expectReported("They couldn't say it wasn't so, and o'clock isn't wrong; it shouldn’t be.");
    expectReported('A harbour-like basin, a no-brainer, an antifraud unit and a dashcam.');
  });

  it('leaves codes, addresses, abbreviations and units alone', () => {
    expectReported(
      'See https://exmaple.org/pgae or write to infoo@exmaple.org, @handel or #hashtga.',
    );
    expectReported('Flight BA2490 and the A1203 are 40kph; NASDAQ and UNHRC agree; 5 kWh; 12 mph.');
    expectReported('Open `recieve.txt` or teh.docx, and/or the pdf.');
  });

  it('leaves the names of species alone', () => {
    expectReported('Gadovulpus saida and G. taleda were in the trawl.');
    expectReported('Then Kovalda [|recieved|] it.');
  });

  it('leaves foreign words alone', () => {
    expectReported('He called it a *gesamtkunstwerk* and “hygge”.');
    expectReported('The motto is que la lucha sigue siempre adelante.');
    expectReported('Le conseil municipal a décidé de fermer les écoles pendant les travaux.');
    expectReported('The crème brûlée and the smörgåsbord were free.');
  });

  it('leaves dialect and other languages in quotation marks alone', () => {
    expectReported('“Ah dinnae ken aboot yon hoose,” she said. “He’s a reet numpty, comin’ in.”');
    expectReported('“Wir haben keine Angst,” she said.');
    expectReported('> Ah dinnae ken aboot it.');
    expectReported('“We [|dealyed|] the vote,” he said, and “dinnae” is Scots for “do not”.');
    const source = 'The tormell was repaired in May. Nobody could lift the tormell.';
    expectReported(
      '“The [|weighbrige|] is shut, and the [|weighbrdge|] at the mill too,” he said.',
      {
        source: 'The weighbridge was built in May. Nobody uses the weighbridge.',
      },
    );
    expectReported('“Nobody moved the tormell, and it was [|dealyed|],” he said.', { source });
  });

  it('leaves a prefix without its hyphen alone', () => {
    expectReported('It is a pre war house with a neo Gothic porch.');
  });

  it('reports nothing in a list of thousands of codes, not even a slip', () => {
    const codes = Array.from(
      { length: 5000 },
      (_, at) => `qu${at.toString(26).replace(/\d/gu, (d) => 'zxvkwjyqpg'.charAt(Number(d)))}x`,
    );
    const list = codes.map((code) => `The board saw the ${code} there and left.`).join('\n\n');
    expectReported(`The comittee met.\n\n${list}`);
  });

  it('leaves placeholders and sounds alone', () => {
    expectReported('The bridge cost TK million. It was sooo cold.');
  });

  it('accepts the spelling of every variety unless one is set', () => {
    expectReported('The colour of the center was gray and grey.');
    expectReported('The [|colour|] of the center was gray.', { language: 'en-US' });
    expectReported('The colour of the [|center|] was organized.', { language: 'en-GB' });
    assert.equal(corrected('The colour of it.', { language: 'en-US' }), 'The color of it.');
  });

  it('suggests words in the spelling of the draft', () => {
    assert.equal(
      corrected('The neighbour favours the harbour. What coluor is it?'),
      'The neighbour favours the harbour. What colour is it?',
    );
    assert.equal(
      corrected('The neighbor favors the harbor. What coloor is it?'),
      'The neighbor favors the harbor. What color is it?',
    );
  });
});
