import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse, sentencesOf } from '../../server/prose/prose.js';
import type { Entity, EntityKind } from '../../server/reference/model.js';
import { type Mention, createNameIndex } from '../../server/reference/nameIndex.js';
import { expectSpans, marked } from '../marked.js';

const citation = { source: 'notes.md', line: 1 };

function entity(kind: EntityKind, name: string, more: Partial<Entity> = {}): Entity {
  return { kind, name, forms: [], demonyms: [], roles: [], bio: '', citation, ...more };
}

const BASE: readonly Entity[] = [
  entity('person', 'Marta K. Wójcik'),
  entity('person', 'Yusuf al-Khatib'),
  entity('person', "Siobhán O'Halloran"),
  entity('person', 'Anne-Marie van der Linde'),
  entity('person', 'Lin Meihua'),
  entity('person', 'Sergei Dolin', {
    roles: [{ title: 'harbour master', affiliation: 'Estonia', citation }],
  }),
  entity('body', "Queen's College Cork", { forms: ["Queen's"] }),
  entity('body', 'Baltic Fisheries Organisation', { avoided: ['Baltic Forum'] }),
  entity('body', 'Centre for Ice, Snow, Avalanche Studies'),
  entity('place', 'Estonia', { demonyms: ['Estonian', 'Estonians'] }),
  entity('person', 'Park Ji-yeon'),
  entity('place', 'Tegucigalpa'),
  entity('place', 'United States', { forms: ['U.S.'] }),
];

function mentions(text: string, base: readonly Entity[] = BASE): readonly Mention[] {
  const names = createNameIndex(base);
  return sentencesOf(readProse(text)).flatMap(({ sentence }) => names.mentionsIn(sentence.tokens));
}

/** Asserts the names of the marked spans, and that nothing else is found. */
function expectNames(text: string, names: readonly string[]): void {
  expectSpans(text, (plain) => mentions(plain));
  assert.deepEqual(
    mentions(marked(text).text).map(({ entity: { name } }) => name),
    names,
  );
}

describe('the name index', () => {
  it('finds a person by all forms of the full name', () => {
    expectNames(
      '[|Marta K. Wójcik|] met [|Marta Wojcik|]; Dr. [|Wójcik|]’s boat, and [|Wójcik|].',
      ['Marta K. Wójcik', 'Marta K. Wójcik', 'Marta K. Wójcik', 'Marta K. Wójcik'],
    );
  });

  it('recognises particles, hyphens and apostrophes', () => {
    expectNames(
      'Mr. [|al-Khatib|], Mr. [|Khatib|], Ms. [|O’Halloran|], [|Anne-Marie van der Linde|] and Mrs. [|van der Linde|] came.',
      [
        'Yusuf al-Khatib',
        'Yusuf al-Khatib',
        "Siobhán O'Halloran",
        'Anne-Marie van der Linde',
        'Anne-Marie van der Linde',
      ],
    );
  });

  it('recognises particles of other languages, but no initial as one', () => {
    const base = [entity('person', 'Aoife Ní Bhriain'), entity('person', 'William O. Harkness')];
    const found = mentions('Then Ms. Ní Bhriain and Mr. Harkness met O. Harkness.', base);
    assert.deepEqual(
      found.map(({ form }) => form),
      ['Ní Bhriain', 'Harkness'],
    );
  });

  it('recognises a leading family name', () => {
    expectNames('Then [|Meihua Lin|] won.', ['Lin Meihua']);
    expectNames('[|Lin Meihua|] won; Ms. [|Lin|] trains daily.', ['Lin Meihua', 'Lin Meihua']);
  });

  it('accepts an extra initial', () => {
    expectNames('[|Sergei V. Dolin|] spoke.', ['Sergei Dolin']);
  });

  it('finds bodies whose names have commas, listed forms and possessives', () => {
    expectNames(
      "The [|Centre for Ice, Snow, Avalanche Studies|] and [|Queen's College Cork|]; [|Queen's|] won.",
      ['Centre for Ice, Snow, Avalanche Studies', "Queen's College Cork", "Queen's College Cork"],
    );
  });

  it('distinguishes a place from its people', () => {
    const found = mentions('Estonia and two Estonians');
    assert.deepEqual(
      found.map(({ form, demonym }) => [form, demonym]),
      [
        ['Estonia', false],
        ['Estonians', true],
      ],
    );
  });

  it('reads capitals, emphasis and a line break inside a name', () => {
    expectNames('[|TEGUCIGALPA|] was warm.', ['Tegucigalpa']);
    assert.equal(mentions('*Yusuf*\nal-Khatib spoke.').length, 1);
  });

  it('finds no name in similar ordinary words', () => {
    expectNames('He told us of the park, and of the us in trust.', []);
  });

  it('does not match a surname with another given name', () => {
    expectNames('Then Boris Dolin and Petra Wójcik left.', []);
  });

  it('matches a surname after a title or at the start of a sentence', () => {
    expectNames('But [|Dolin|] stayed. Judge [|Wójcik|] left. Harbour Master [|Dolin|] waved.', [
      'Sergei Dolin',
      'Marta K. Wójcik',
      'Sergei Dolin',
    ]);
  });

  it('lists others with the same surname', () => {
    const base = [entity('person', 'Ada Brandt'), entity('person', 'Otto Brandt')];
    const [mention] = mentions('Then Brandt spoke.', base);
    assert.equal(mention?.entity.name, 'Ada Brandt');
    assert.deepEqual(
      mention.others.map(({ name }) => name),
      ['Otto Brandt'],
    );
  });

  it('finds a form to avoid, and one with a similar noun', () => {
    const found = mentions('The Baltic Forum, or Baltic Fisheries Group, met.');
    assert.deepEqual(
      found.map(({ form, avoided }) => [form, avoided]),
      [
        ['Baltic Fisheries Organisation', true],
        ['Baltic Fisheries Organisation', true],
      ],
    );
  });

  it('says which words of an inexact match are wrong', () => {
    const [mention] = mentions('Yusuf al-Kathib spoke.');
    assert.equal(mention?.entity.name, 'Yusuf al-Khatib');
    assert.equal(mention.exact, false);
    assert.deepEqual(
      mention.misspellings.map(({ written, right }) => [written, right]),
      [['Kathib', 'Khatib']],
    );
  });

  it('separates matches that need support from the rest of the draft', () => {
    const names = createNameIndex([entity('person', 'Ada Lund')]);
    const tokens = sentencesOf(readProse('The boat of Lunnd sank.'))[0]?.sentence.tokens ?? [];
    assert.deepEqual(names.mentionsIn(tokens), []);
    assert.deepEqual(
      names.tentativeMentionsIn(tokens).map(({ form }) => form),
      ['Lund'],
    );
  });

  it('accepts an empty base and an empty text', () => {
    assert.deepEqual(mentions('Yusuf al-Khatib spoke.', []), []);
    assert.deepEqual(mentions(''), []);
  });
});
