import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBase } from '../../../server/reference/indexSource.js';
import { namesIn, rolesIn } from './extracted.js';

describe('the roles of people in a source', () => {
  it('are read before the name, with any words that describe the office', () => {
    const text =
      'Station Manager Runa Falk opened the hall. Contracts manager Piers Odell paid. The stonemason Idwal Coyle fixed it, said site foreman Milo Brandt. The chief engineer, Tove Lind-Marsh, left. We met the diver Hanne Oduya.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['station manager']);
    assert.deepEqual(rolesIn(text, 'Piers Odell'), ['contracts manager']);
    assert.deepEqual(rolesIn(text, 'Idwal Coyle'), ['stonemason']);
    assert.deepEqual(rolesIn(text, 'Milo Brandt'), ['site foreman']);
    assert.deepEqual(rolesIn(text, 'Tove Lind-Marsh'), ['chief engineer']);
    assert.deepEqual(rolesIn(text, 'Hanne Oduya'), ['diver']);
  });

  it('are read before a name as the label of a line', () => {
    const text =
      'Coroner: Philippa Garrow\n\nReturning officer: Tomas Beck.\n\nIn the chair: Rosa Lindqvist\n\nContact: Enid Marlow';
    assert.deepEqual(rolesIn(text, 'Philippa Garrow'), ['coroner']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), ['returning officer']);
    assert.deepEqual(rolesIn(text, 'Rosa Lindqvist'), ['chair']);
    assert.deepEqual(rolesIn(text, 'Enid Marlow'), []);
  });

  it('are read after the name, also in lists', () => {
    const text =
      'Present: Cllr Runa Falk (chair), Cllr Tomas Beck, Enid Marlow, clerk; Piers Odell, planning officer, Harrow Council.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['councillor', 'chair']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), ['councillor']);
    assert.deepEqual(rolesIn(text, 'Enid Marlow'), ['clerk']);
    assert.deepEqual(rolesIn(text, 'Piers Odell'), ['planning officer @ Harrow Council']);
  });

  it('may be only where somebody is from', () => {
    const text =
      'Dr Runa Falk, from the Harbour Safety Agency, spoke. Tomas Beck of the Rivers Trust nodded. Enid Marlow of Lund laughed.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), [' @ Harbour Safety Agency']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), [' @ Rivers Trust']);
    assert.deepEqual(rolesIn(text, 'Enid Marlow'), []);
  });

  it('are read from “is …” and from activities', () => {
    const text =
      'Runa Falk is the Harrow Council member for Lund and chairs the north planning committee. Piers Odell, who manages the Quayside branch, agreed. Tove Lind-Marsh leads the campaign group Dry Feet. Its treasurer is Hanne Oduya. Milo Brandt, who led the way, fell.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), [
      'member for Lund @ Harrow Council',
      'chair @ north planning committee',
    ]);
    assert.deepEqual(rolesIn(text, 'Piers Odell'), ['manager @ Quayside branch']);
    assert.deepEqual(rolesIn(text, 'Tove Lind-Marsh'), ['leader @ Dry Feet']);
    assert.deepEqual(rolesIn(text, 'Hanne Oduya'), ['treasurer @ Dry Feet']);
    assert.deepEqual(rolesIn(text, 'Milo Brandt'), []);
  });

  it('may be in the next sentence', () => {
    const text =
      'We met Runa Falk at the weir. She is the catchment manager at Afon Trust. Tom Beck rang. He chairs the angling club.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['catchment manager @ Afon Trust']);
    assert.deepEqual(rolesIn(text, 'Tom Beck'), ['chair @ angling club']);
  });

  it('are taken up and laid down', () => {
    const text =
      'The board appointed Runa Falk as chief scientific officer. Tomas Beck stood down as head gardener. As a boy, Piers Odell sang. They described Milo Brandt as a hero.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['chief scientific officer']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), ['head gardener']);
    assert.deepEqual(rolesIn(text, 'Piers Odell'), []);
    assert.deepEqual(rolesIn(text, 'Milo Brandt'), []);
  });

  it('are those of a body that the text names', () => {
    const text =
      'The Port Ennis Trust met. Runa Falk, the trust’s treasurer, spoke. Northlight Ltd objected. Its director, Tomas Beck, wrote. The company’s lawyer, Piers Odell, called.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['treasurer @ Port Ennis Trust']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), ['director @ Northlight Ltd']);
    assert.deepEqual(rolesIn(text, 'Piers Odell'), ['lawyer @ Northlight Ltd']);
  });

  it('are read from what speakers say about themselves', () => {
    const text =
      'RUNA FALK: I chair the community council. It meets in May.\n\nTOMAS BECK: I am the harbour master of Lund.\n\nRUNA FALK: As a councillor I voted against it.\n\nTOMAS BECK: I am a fool.';
    assert.deepEqual(rolesIn(text, 'Runa Falk'), ['chair @ community council', 'councillor']);
    assert.deepEqual(rolesIn(text, 'Tomas Beck'), ['harbour master @ Lund']);
  });

  it('are read in the signature of a mail', () => {
    const paragraphs = [
      'From: Runa Falk <runa@pumps.example>',
      'Date: Mon, 22 Jul 2024 23:40:00 -0400',
      'I sent the plans. I will ring.',
      'Kind regards',
      'Runa Falk',
      'Head of Pumping',
      'Marsh Water Services Ltd',
      '14 Mill Row, Lund',
    ].map((text) => ({ kind: 'paragraph', level: 0, text }) as const);
    const { entities } = buildBase([{ name: 'a.eml', paragraphs }]).base;
    const person = entities.find(({ name }) => name === 'Runa Falk');
    assert.deepEqual(
      person?.roles.map(({ title, affiliation }) => [title, affiliation]),
      [['head of pumping', 'Marsh Water Services Ltd']],
    );
    assert.ok(
      entities.some(({ name, kind }) => kind === 'body' && name === 'Marsh Water Services Ltd'),
    );
  });

  it('make no people of places and bodies', () => {
    const text =
      'In Harrow, teachers and nurses marched. The trawler Guiding Star sank. Northlight, the owner of Lund Radio, paid.';
    assert.deepEqual(namesIn(text, 'person'), []);
  });
});
