import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings, expectFixed, expectNoFindings, findings } from './findNames.js';

describe('a name spelled two ways in one draft', () => {
  it('is reported with both spellings and their counts, even if no source has the name', () => {
    const [finding] = expectFindings(
      'Judge Ramona Achterberg opened the hearing. Ms. Achterberg spoke. “No,” said [|Achtenberg|].',
      [],
      'name/inconsistent',
    );
    assert.equal(
      finding?.message,
      '“Achtenberg” (once) is spelled “Achterberg” (twice) elsewhere in the draft.',
    );
  });

  it('is changed to the more frequent spelling', () => {
    expectFixed(
      'The Halvorsen Trust paid. The Halvorsen Trust is old. The [|Halversen|] Trust waits.',
      [],
      'name/inconsistent',
      'The Halvorsen Trust paid. The Halvorsen Trust is old. The Halvorsen Trust waits.',
    );
  });

  it('is reported once, with one fix for all occurrences', () => {
    expectFixed(
      'Judge Achterberg sat. Judge Achterberg rose. Judge Achterberg left. So [|Achtenberg|] sat, and Achtenberg rose.',
      [],
      'name/inconsistent',
      'Judge Achterberg sat. Judge Achterberg rose. Judge Achterberg left. So Achterberg sat, and Achterberg rose.',
    );
  });

  it('can be fixed everywhere or at one occurrence', () => {
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

  it('is changed to a common given name, even if that is the rarer spelling', () => {
    expectFixed(
      '[|Makrus|] Aalto ran. Later Makrus Aalto sat. Then Markus Aalto slept.',
      [],
      'name/inconsistent',
      'Markus Aalto ran. Later Markus Aalto sat. Then Markus Aalto slept.',
    );
  });

  it('has no preferred fix if both spellings are equally frequent', () => {
    const [finding] = findings('Kofi Adomako ran. The winner, Adomkao, wept.', []);
    assert.equal(finding?.code, 'name/inconsistent');
    assert.deepEqual(
      finding.fixes.map(({ preferred }) => preferred),
      [false],
    );
  });

  it('is changed to a well-known place', () => {
    expectFixed(
      'Fans flew to [|Tokoy|]. They like Tokyo.',
      [],
      'name/inconsistent',
      'Fans flew to Tokyo. They like Tokyo.',
    );
  });

  it('is found if the draft has the right one with a given name and the wrong one alone', () => {
    expectFindings(
      'Lakshmi Venkataraghavan built the organ. Later the parish sued [|Venkatraghvan|].',
      [],
      'name/inconsistent',
    );
    expectFindings(
      'A witness, Yevhen Hrytsenko, sold the ropes. On Monday [|Hritsenko|] will return.',
      [],
      'name/inconsistent',
    );
    expectNoFindings('Nora Kiltie spoke. The fans of Killie sang.', []);
  });

  it('is found if a letter is doubled before an ending', () => {
    expectFindings(
      'The cook Abdirahman Warsame was asleep. Later [|Abdirahmaan|] Warsame woke.',
      [],
      'name/inconsistent',
    );
  });

  it('is found after an initial and a given name', () => {
    expectFindings(
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
  it('are accepted if both are in the dictionary', () => {
    expectNoFindings('She flew to Mali on Monday. The Mail had called her twice.', []);
    expectNoFindings('The law of Bosnia protects every Bosniak and every Croat.', []);
  });

  it('are accepted with different given names', () => {
    expectNoFindings('Coach Peter Hallman spoke first. Then Oskar Hellman left.', []);
    expectNoFindings('Nils Maier won the race. Second was Nico Meier.', []);
  });

  it('are accepted in one list', () => {
    expectNoFindings('Goals: Petersen, Pettersen, Dahl, Moberg.', []);
    expectNoFindings('Rohan Shetty, Mohan Shetty and Anil Rao were named.', []);
  });

  it('are accepted as place and demonym, masculine and feminine, singular and plural', () => {
    expectNoFindings('Namibia won. The Namibian side sang, and Namibians danced.', []);
    expectNoFindings('Antonio Reyes wrote it. Antonia Ruiz read it.', []);
    expectNoFindings('Rivera spoke. The Riveras left.', []);
  });

  it('are accepted if one is an English word', () => {
    expectNoFindings('The Commons voted. Mr. Commins was away.', []);
    expectNoFindings('The Foundation paid. The Fondation des Arts waits.', []);
  });
});
