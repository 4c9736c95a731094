import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Base } from '../../server/reference/model.js';
import { copydesk } from './testHost.js';

const citation = { source: 'club.md', line: 4 };
const SHIPPED: Base = {
  entities: [
    {
      kind: 'person',
      name: 'Ifeoma Vranić',
      forms: ['Coach Vranić'],
      demonyms: [],
      roles: [
        { title: 'head coach', affiliation: 'Port Ellen Rovers', citation },
        { title: 'Head coach', affiliation: 'Port Ellen Rovers', citation },
      ],
      bio: 'Ifeoma Vranić coaches Port Ellen Rovers.',
      citation,
    },
  ],
  facts: [],
  quotes: [
    {
      text: 'We were second best all night',
      speaker: 'Ifeoma Vranić',
      citation: { source: 'club.md', line: 9 },
      unreliable: false,
    },
  ],
};

describe('copydesk reference show', () => {
  it('prints what is known about a name', async () => {
    const { status, output } = await copydesk(['reference', 'show', 'Vranić'], {
      shipped: SHIPPED,
    });
    assert.equal(status, 0);
    assert.equal(
      output,
      [
        'Ifeoma Vranić',
        '  head coach, Port Ellen Rovers',
        '  also known as: Coach Vranić',
        '  Ifeoma Vranić coaches Port Ellen Rovers.',
        '  said: “We were second best all night” club.md:9',
        '  club.md:4',
        '',
      ].join('\n'),
    );
  });

  it('takes a name of several words without quotation marks', async () => {
    const { output } = await copydesk(['reference', 'show', 'Ifeoma', 'Vranić'], {
      shipped: SHIPPED,
    });
    assert.match(output, /^Ifeoma Vranić\n/u);
  });

  it('reports a name that is not known', async () => {
    const { status, output, errors } = await copydesk(['reference', 'show', 'Okonedo'], {
      shipped: SHIPPED,
    });
    assert.equal(status, 1);
    assert.equal(output, '');
    assert.match(
      errors[0] ?? '',
      /^copydesk: nothing is known about “Okonedo” in the shipped summit reference/u,
    );
  });

  it('suggests the names that are spelled most like one that is not known', async () => {
    const { status, errors } = await copydesk(['reference', 'show', 'ifioma', 'vranitz'], {
      shipped: SHIPPED,
    });
    assert.equal(status, 1);
    assert.match(
      errors[0] ?? '',
      /nothing is known about “ifioma vranitz” in .*; did you mean “Ifeoma Vranić”\?$/u,
    );
  });

  it('prints no escape sequences of a source', async () => {
    const entity = { ...SHIPPED.entities[0], bio: 'Red \u001b[31malert\u0007.' };
    const { output } = await copydesk(['reference', 'show', 'Vranić'], {
      shipped: { ...SHIPPED, entities: [entity as Base['entities'][number]] },
    });
    assert.doesNotMatch(output, /[\u0007\u001b]/u);
  });
});

describe('copydesk reference build', () => {
  const files = {
    'club.md':
      '---\ndossier: The club\n---\n\n## People\n\n### Ifeoma Vranić\n\n- Role: head coach\n\nIfeoma Vranić coaches the side.\n',
  };

  it('stores a base that “check” and “show” can use', async () => {
    const built = await copydesk(['reference', 'build', '*.md', '--out', 'club.json'], { files });
    assert.equal(built.status, 0);
    assert.match(built.output, /^club\.json: built from 1 source \(1 person, /u);
    const base = built.saved.get('club.json') ?? '';
    const shown = await copydesk(['reference', 'show', 'Vranić', '--sources', 'club.json'], {
      files: { 'club.json': base },
    });
    assert.match(shown.output, /^Ifeoma Vranić\n {2}head coach\n/u);
  });

  it('does not accept its output file as a source', async () => {
    const all = { ...files, 'club.json': '{"copydesk":3,"indexes":[\n\n]}\n' };
    for (const sources of ['.', 'club.json', '*']) {
      const { status, saved, errors } = await copydesk(
        ['reference', 'build', sources, '--out', 'club.json'],
        { files: all },
      );
      assert.equal(status, 2);
      assert.equal(saved.size, 0);
      assert.equal(
        errors[0],
        'copydesk: club.json is one of the sources: choose another name or folder for the base',
      );
    }
  });

  it('does not overwrite a stored base if no source can be read', async () => {
    const { status, saved, errors } = await copydesk(
      ['reference', 'build', 'club.json', '--out', 'kept.json'],
      { files: { 'club.json': '{"copydesk":1,' } },
    );
    assert.equal(status, 2);
    assert.equal(saved.size, 0);
    assert.match(errors.at(-1) ?? '', /no source could be read, so kept\.json was not written/u);
  });

  it('warns about a damaged stored base and ignores it', async () => {
    const { status, errors, output } = await copydesk(['check', 'a.md', '--sources', 'club.json'], {
      files: { 'a.md': 'Rovers lost.', 'club.json': '{"copydesk":1,"entities":[{"kind":"per' },
    });
    assert.equal(status, 2);
    assert.match(
      errors[0] ?? '',
      /^copydesk: club\.json is damaged or was not stored by .*; it was skipped$/u,
    );
    assert.match(
      output,
      /club\.json could not be read, so claims and quotes were not checked\.\n$/u,
    );
  });

  it('warns about errors in a dossier and stores the rest', async () => {
    const { status, saved, errors } = await copydesk(
      ['reference', 'build', 'club.md', '--out', 'club.json'],
      { files: { 'club.md': files['club.md'].replace('- Role: head coach', '- Role:') } },
    );
    assert.equal(status, 2);
    assert.match(errors[0] ?? '', /^copydesk: club\.md:9: /u);
    assert.match(saved.get('club.json') ?? '', /Ifeoma Vranić/u);
  });
});
