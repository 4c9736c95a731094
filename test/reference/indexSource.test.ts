import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBase, indexSource } from '../../server/reference/indexSource.js';

const DOSSIER = {
  name: 'dossier.md',
  text: '---\ndossier: Newsroom\n---\n\n## People\n\n### Ada Okafor\n\n- Role: mayor\n- Affiliation: Ho\n\nAda Okafor is a former baker.\n',
};

describe('the index of a source', () => {
  it('has the mark of a confidential article or dossier, and the embargo', () => {
    const front = 'confidential: true\nembargo: 2027-04-01\n---\n\n';
    for (const text of [
      `---\n${front}The pier closed.`,
      `---\ndossier: Pier\n${front}## Facts\n`,
    ]) {
      const { isConfidential, embargo } = indexSource({ name: 'tip.md', text });
      assert.deepEqual([isConfidential, embargo], [true, '2027-04-01']);
    }
  });
});

describe('a base of several sources', () => {
  it('merges an entity named by two of them, the dossier first', () => {
    const { base } = buildBase([
      { name: 'a.txt', text: 'In Ho, chess champion Ada Okafor won.' },
      DOSSIER,
    ]);
    const people = base.entities.filter(({ kind }) => kind === 'person');
    assert.equal(people.length, 1);
    assert.deepEqual(people[0]?.citation, { source: 'dossier.md', line: 7 });
    assert.equal(people[0].bio, 'Ada Okafor is a former baker.');
    assert.deepEqual(
      people[0].roles.map(({ title, citation }) => [title, citation.source]),
      [
        ['mayor', 'dossier.md'],
        ['chess champion', 'a.txt'],
      ],
    );
  });

  it('takes the kind and the form of a name from the dossier', () => {
    const dossier = (entry: string): { name: string; text: string } => ({
      name: 'dossier.md',
      text: `---\ndossier: Newsroom\n---\n\n${entry}\n`,
    });
    const article = {
      name: 'a.txt',
      text: 'The Volta Forum met in Ho. Officials of the Volta Forum spoke. The Council of Ho Market left.',
    };
    const named = ({ base }: ReturnType<typeof buildBase>): readonly string[] =>
      base.entities
        .filter(({ name }) => name.includes(' '))
        .map(({ kind, name, forms, avoided }) =>
          [kind, name, `also ${forms.join()}`, `not ${(avoided ?? []).join()}`].join(', '),
        );
    assert.deepEqual(named(buildBase([article])), [
      'body, Volta Forum, also , not ',
      'body, Council of Ho Market, also , not ',
    ]);
    assert.deepEqual(
      named(buildBase([article, dossier('## Bodies\n\n### Volta Group\n\n- Not: Volta Forum')])),
      ['body, Volta Group, also , not Volta Forum', 'body, Council of Ho Market, also , not '],
    );
    assert.deepEqual(
      named(
        buildBase([
          article,
          dossier('## People\n\n### Volta Forum\n\n## Bodies\n\n### Volta Forum'),
        ]),
      ),
      [
        'person, Volta Forum, also , not ',
        'body, Volta Forum, also , not ',
        'body, Council of Ho Market, also , not ',
      ],
    );
  });

  it('drops a surname that another source gives in full', () => {
    const { base } = buildBase([
      { name: 'a.txt', text: 'Mr. Boateng slept.' },
      { name: 'b.txt', text: 'Kwame Boateng, 54, slept.' },
    ]);
    assert.deepEqual(
      base.entities.map(({ name }) => name),
      ['Kwame Boateng'],
    );
  });

  it('takes a name for that of a company if another source has it with a legal form', () => {
    const { entities } = buildBase([
      { name: 'story.txt', text: '“We are sorry,” Torvald Kabler said. Ines Brask wept.' },
      { name: 'ruling.txt', text: 'In the matter of Torvald Kabler S.A., the court finds so.' },
    ]).base;
    assert.deepEqual(
      entities.map(({ kind, name }) => `${kind} ${name}`),
      ['body Torvald Kabler', 'person Ines Brask'],
    );
  });

  it('keeps contradictory facts', () => {
    const { base } = buildBase([
      { name: 'a.txt', text: 'The storm killed 12 people.' },
      { name: 'b.txt', text: 'The storm killed 14 people.' },
    ]);
    assert.deepEqual(
      base.facts.map(({ text, citation }) => `${citation.source}: ${text}`),
      ['a.txt: The storm killed 12 people.', 'b.txt: The storm killed 14 people.'],
    );
  });

  it('contains the problems of a dossier', () => {
    const { problems } = buildBase([{ name: 'x.md', text: '---\ndossier: X\n---\n\n## Cats\n' }]);
    assert.deepEqual(
      problems.map(({ citation }) => citation),
      [{ source: 'x.md', line: 5 }],
    );
  });

  it('indexes any text, in linear time', function () {
    this.timeout(120_000);
    for (const text of [
      '',
      ' ',
      '\uFEFF',
      '\r',
      '“',
      '---\n---',
      '# ',
      'Mr.',
      "'s",
      'A',
      '\u{1F600}'.repeat(3),
    ]) {
      assert.deepEqual(buildBase([{ name: 'x.md', text }]).problems, []);
    }
    const hostile = [
      'Ab, ',
      "King's ",
      'University of ',
      'President ',
      'Ada Roe, director of the institute, ',
      'the director of the ',
      'Adam Roe ',
    ];
    for (const piece of hostile) {
      // In quadratic time each would take longer than the test may.
      const text = piece.repeat(100_000 / piece.length);
      assert.deepEqual(buildBase([{ name: 'x.txt', text }]).problems, [], piece);
    }
  });
});
