import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { learn } from '../../server/reference/learn.js';

const DOSSIER = {
  name: 'desk.md',
  text: '---\ndossier: Desk\n---\n\n## People\n\n### Ada Okafor\n\n- Role: mayor\n- Affiliation: Ho\n\nAda Okafor is a former baker.\n',
};

describe('learning from several sources', () => {
  it('takes an entity that two of them name as one, the dossier first', () => {
    const { base } = learn([
      { name: 'a.txt', text: 'In Ho, chess champion Ada Okafor won.' },
      DOSSIER,
    ]);
    const people = base.entities.filter(({ kind }) => kind === 'person');
    assert.equal(people.length, 1);
    assert.deepEqual(people[0]?.citation, { source: 'desk.md', line: 7 });
    assert.equal(people[0].bio, 'Ada Okafor is a former baker.');
    assert.deepEqual(
      people[0].roles.map(({ title, citation }) => [title, citation.source]),
      [
        ['mayor', 'desk.md'],
        ['chess champion', 'a.txt'],
      ],
    );
  });

  it('takes a name for what a dossier says it is, and writes it as that says', () => {
    const dossier = (entry: string): { name: string; text: string } => ({
      name: 'desk.md',
      text: `---\ndossier: Desk\n---\n\n${entry}\n`,
    });
    const article = {
      name: 'a.txt',
      text: 'The Volta Forum met in Ho. Officials of the Volta Forum spoke. The Council of Ho Market left.',
    };
    const named = ({ base }: ReturnType<typeof learn>): readonly string[] =>
      base.entities
        .filter(({ name }) => name.includes(' '))
        .map(({ kind, name, forms, avoided }) =>
          [kind, name, `also ${forms.join()}`, `not ${(avoided ?? []).join()}`].join(', '),
        );
    assert.deepEqual(named(learn([article])), [
      'body, Volta Forum, also , not ',
      'body, Council of Ho Market, also , not ',
    ]);
    assert.deepEqual(
      named(learn([article, dossier('## Bodies\n\n### Volta Group\n\n- Not: Volta Forum')])),
      ['body, Volta Group, also , not Volta Forum', 'body, Council of Ho Market, also , not '],
    );
    assert.deepEqual(
      named(
        learn([article, dossier('## People\n\n### Volta Forum\n\n## Bodies\n\n### Volta Forum')]),
      ),
      [
        'person, Volta Forum, also , not ',
        'body, Volta Forum, also , not ',
        'body, Council of Ho Market, also , not ',
      ],
    );
  });

  it('leaves out a bare surname that another source completes', () => {
    const { base } = learn([
      { name: 'a.txt', text: 'Mr. Boateng slept.' },
      { name: 'b.txt', text: 'Kwame Boateng, 54, slept.' },
    ]);
    assert.deepEqual(
      base.entities.map(({ name }) => name),
      ['Kwame Boateng'],
    );
  });

  it('keeps both of two that differ', () => {
    const { base } = learn([
      { name: 'a.txt', text: 'The storm killed 12 people.' },
      { name: 'b.txt', text: 'The storm killed 14 people.' },
    ]);
    assert.deepEqual(
      base.facts.map(({ text, citation }) => `${citation.source}: ${text}`),
      ['a.txt: The storm killed 12 people.', 'b.txt: The storm killed 14 people.'],
    );
  });

  it('tells what is broken in a dossier', () => {
    const { problems } = learn([{ name: 'x.md', text: '---\ndossier: X\n---\n\n## Cats\n' }]);
    assert.deepEqual(
      problems.map(({ citation }) => citation),
      [{ source: 'x.md', line: 5 }],
    );
  });

  it('reads any text, and long ones in time that grows with their length', function () {
    this.timeout(40_000);
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
      assert.deepEqual(learn([{ name: 'x.md', text }]).problems, []);
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
      const started = performance.now();
      learn([{ name: 'x.txt', text: piece.repeat(100_000 / piece.length) }]);
      assert.ok(performance.now() - started < 5000, piece);
    }
  });
});
