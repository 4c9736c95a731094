import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entity, expectMended, expectSilent, expectTold, findings } from './findNames.js';

describe('a name spelled two ways in one draft', () => {
  it('is told though no source knows it, with both forms and the count', () => {
    const [finding] = expectTold(
      'Judge Ramona Achterberg opened the hearing. Ms. Achterberg spoke. “No,” said [|Achtenberg|].',
      [],
      'name/inconsistent',
    );
    assert.equal(
      finding?.message,
      '“Achtenberg” (once) is “Achterberg” elsewhere in the draft (twice).',
    );
  });

  it('is mended to the commoner form', () => {
    expectMended(
      'The Halvorsen Trust paid. The Halvorsen Trust is old. The [|Halversen|] Trust waits.',
      [],
      'name/inconsistent',
      'The Halvorsen Trust paid. The Halvorsen Trust is old. The Halvorsen Trust waits.',
    );
  });

  it('is told once, with one mend for all its places', () => {
    expectMended(
      'Judge Achterberg sat. Judge Achterberg rose. Judge Achterberg left. So [|Achtenberg|] sat, and Achtenberg rose.',
      [],
      'name/inconsistent',
      'Judge Achterberg sat. Judge Achterberg rose. Judge Achterberg left. So Achterberg sat, and Achterberg rose.',
    );
  });

  it('can be mended where it is told alone', () => {
    const [finding] = findings(
      'Judge Achterberg sat. Judge Achterberg rose. Judge Achterberg left. So Achtenberg sat, and Achtenberg rose.',
      [],
    );
    assert.deepEqual(
      finding?.fixes.map(({ title, preferred, edits }) => [title, preferred, edits.length]),
      [
        ['Change to “Achterberg” everywhere (2 places)', true, 2],
        ['Change to “Achterberg” here', false, 1],
      ],
    );
  });

  it('is mended to a given name that everyone knows, though it is the rarer', () => {
    expectMended(
      '[|Makrus|] Aalto ran. Later Makrus Aalto sat. Then Markus Aalto slept.',
      [],
      'name/inconsistent',
      'Markus Aalto ran. Later Markus Aalto sat. Then Markus Aalto slept.',
    );
  });

  it('has no preferred mend where both are as common', () => {
    const [finding] = findings('Kofi Adomako ran. The winner, Adomkao, wept.', []);
    assert.equal(finding?.code, 'name/inconsistent');
    assert.deepEqual(
      finding.fixes.map(({ preferred }) => preferred),
      [false],
    );
  });

  it('keeps a place that every desk knows', () => {
    expectMended(
      'Fans flew to [|Tokoy|]. They like Tokyo.',
      [],
      'name/inconsistent',
      'Fans flew to Tokyo. They like Tokyo.',
    );
  });

  it('is told between an initial and a given name', () => {
    expectTold(
      'T Bergqvist batted. Later [|Tomas Bergkvist|] bowled.'.replace(
        '[|Tomas Bergkvist|]',
        'Tomas [|Bergkvist|]',
      ),
      [],
      'name/inconsistent',
    );
  });
});

describe('two names that look alike', () => {
  it('are two where the dictionary has both', () => {
    expectSilent('She flew to Mali on Monday. The Mail had called her twice.', []);
    expectSilent('The law of Bosnia protects every Bosniak and every Croat.', []);
  });

  it('are two people by their given names', () => {
    expectSilent('Coach Peter Hallman spoke first. Then Oskar Hellman left.', []);
    expectSilent('Nils Maier won the race. Second was Nico Meier.', []);
  });

  it('are two in one list', () => {
    expectSilent('Goals: Petersen, Pettersen, Dahl, Moberg.', []);
    expectSilent('Rohan Shetty, Mohan Shetty and Anil Rao were named.', []);
  });

  it('are a place and its people, a man and a woman, one and many', () => {
    expectSilent('Namibia won. The Namibian side sang, and Namibians danced.', []);
    expectSilent('Antonio Reyes wrote it. Antonia Ruiz read it.', []);
    expectSilent('Rivera spoke. The Riveras left.', []);
  });

  it('are an English word and a name', () => {
    expectSilent('The Commons voted. Mr. Commins was away.', []);
    expectSilent('The Foundation paid. The Fondation des Arts waits.', []);
  });
});

describe('two accepted spellings', () => {
  it('are told once where a draft mixes them', () => {
    expectTold(
      'Sergei Dolin came. Sergei Dolin spoke. [|Sergey|] Dolin left. Sergey Dolin slept.',
      [],
      'name/inconsistent',
    );
    expectMended(
      'The Baltic Fisheries Organisation met. The Baltic Fisheries [|Organization|] voted. So the Baltic Fisheries Organisation left.',
      [entity('body', 'Baltic Fisheries Organisation')],
      'name/inconsistent',
      'The Baltic Fisheries Organisation met. The Baltic Fisheries Organisation voted. So the Baltic Fisheries Organisation left.',
    );
  });

  it('are mended to the one that the base has, though it is not the first', () => {
    expectMended(
      'Judge Jan [|Wronski|] sat. Judge Jan Wroński rose.',
      [entity('person', 'Jan Wroński')],
      'name/inconsistent',
      'Judge Jan Wroński sat. Judge Jan Wroński rose.',
    );
  });

  it('are left alone where two people have them', () => {
    expectSilent('Sergei Dolin met Sergey Malkin.', []);
    expectSilent('The Centre for Ice met at the Polar Center.', []);
  });
});

describe('a form that the reference says not to use', () => {
  it('is told, with the name itself as the mend', () => {
    expectMended(
      'The [|Baltic Forum|] met. The [|Baltic Fisheries Group|] voted.',
      [entity('body', 'Baltic Fisheries Organisation', { avoided: ['Baltic Forum'] })],
      'name/inconsistent',
      'The Baltic Fisheries Organisation met. The Baltic Fisheries Organisation voted.',
    );
  });
});
