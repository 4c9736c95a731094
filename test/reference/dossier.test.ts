import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readProse } from '../../server/prose/prose.js';
import { isDossier, readDossier } from '../../server/reference/dossier.js';
import type { Base, Problem } from '../../server/reference/model.js';

const DOSSIER = `---
dossier: The harbour inquiry
---

# The harbour inquiry

Whatever stands here is for the reader alone.

## People

### Ana Kovačević

- Role: harbour master
- Affiliation: Port of Rijeka
- Role: adviser
- Also: Anna Kovacevic; Ms. Kovačević
- In: Rijeka
- Paragraphs: 2, 4

Ana Kovačević has run the port since 2014. Ms. Kovačević ordered the inquiry.

## Bodies

### Port of Rijeka

- Not: Rijeka Docks

## Places

### Croatia

- Demonyms: Croatian; Croat; Croats

## Events

### harbour inquiry

## Facts

- The inquiry began in March. (par. 3)
- It has cost
  two million euros.

## Quotes

- “We owe the town ‘the whole truth,’ and soon” — Ana Kovačević (par. 4)

## Unreliable

- The number of ships: the sentence names two. (par. 5)
`;

function read(text: string): { readonly base: Base; readonly problems: readonly Problem[] } {
  return readDossier('inquiry.md', readProse(text));
}

/** The problems of a dossier as “line: message”. */
function problemsOf(body: string): readonly string[] {
  return read(`---\ndossier: x\n---\n${body}`).problems.map(
    ({ citation, message }) => `${citation.line}: ${message}`,
  );
}

describe('a dossier', () => {
  it('reports a property without its dash', () => {
    const dossier = '## People\n\n### Siv Ek\n\nRole: pilot\n\nIn short: she flies.\n';
    assert.deepEqual(problemsOf(dossier), [
      '8: “Role: pilot” looks like a property; put “- ” before it.',
    ]);
  });

  it('is recognised by its front matter only', () => {
    assert.equal(isDossier(DOSSIER), true);
    assert.equal(isDossier('---\ntitle: A draft\n---\n\ndossier: no\n'), false);
    assert.equal(isDossier('dossier: no\n'), false);
    assert.equal(isDossier('---\ndossier: not closed\n'), false);
  });

  it('describes a person', () => {
    const { base, problems } = read(DOSSIER);
    assert.deepEqual(problems, []);
    assert.deepEqual(base.entities[0], {
      kind: 'person',
      name: 'Ana Kovačević',
      forms: ['Anna Kovacevic', 'Ms. Kovačević'],
      demonyms: [],
      roles: [
        {
          title: 'harbour master',
          affiliation: 'Port of Rijeka',
          citation: { source: 'inquiry.md', line: 13 },
        },
        { title: 'adviser', citation: { source: 'inquiry.md', line: 15 } },
      ],
      bio: 'Ana Kovačević has run the port since 2014. Ms. Kovačević ordered the inquiry.',
      seat: 'Rijeka',
      citation: { source: 'inquiry.md', line: 11, passage: 'par. 2, 4' },
    });
  });

  it('describes bodies, places and events', () => {
    const [, body, place, event] = read(DOSSIER).base.entities;
    assert.deepEqual(
      [body?.kind, body?.name, body?.avoided],
      ['body', 'Port of Rijeka', ['Rijeka Docks']],
    );
    assert.deepEqual([place?.kind, place?.demonyms], ['place', ['Croatian', 'Croat', 'Croats']]);
    assert.deepEqual([event?.kind, event?.name], ['event', 'harbour inquiry']);
  });

  it('contains facts, including those of a bio, with line and passage', () => {
    assert.deepEqual(
      read(DOSSIER).base.facts.map(({ text, citation, unreliable }) => [
        citation.line,
        citation.passage,
        unreliable,
        text,
      ]),
      [
        [20, 'par. 2, 4', false, 'Ana Kovačević has run the port since 2014.'],
        [20, 'par. 2, 4', false, 'Ms. Kovačević ordered the inquiry.'],
        [40, 'par. 3', false, 'The inquiry began in March.'],
        [41, undefined, false, 'It has cost two million euros.'],
        [50, 'par. 5', true, 'The number of ships: the sentence names two.'],
      ],
    );
  });

  it('contains quotes with their speakers', () => {
    assert.deepEqual(read(DOSSIER).base.quotes, [
      {
        text: 'We owe the town ‘the whole truth,’ and soon',
        speaker: 'Ana Kovačević',
        citation: { source: 'inquiry.md', line: 46, passage: 'par. 4' },
        unreliable: false,
      },
    ]);
  });

  it('reports malformed lines and reads everything else', () => {
    const broken = `
## Witnesses

### Tomas Lind

- Role: welder

## People

- Role: diver

### 

- Role: nobody's

### Siv Ek

- Affiliation: Navy
- Rank: captain
- Role:
- a line without colon
- Role: captain

### Siv Ek

## Quotes

- “It sank.”
- It sank — Siv Ek
- “It sank.” — Siv Ek

## Facts

### A heading

- It sank on Monday. (par. 1)
`;
    assert.deepEqual(problemsOf(broken), [
      '5: “Witnesses” is not a section of a dossier; use People, Bodies, Places, Events, Facts, Quotes and Unreliable.',
      '13: This line is not part of an entry; add a “### Name” heading above it.',
      '15: This entry has no name; add one after the “###”.',
      '21: An affiliation must follow the role it belongs to.',
      '22: “rank” is not a property of an entry; use Role, Affiliation, Also, Not, Seat, In, Demonyms or Paragraphs.',
      '23: “Role:” has no value.',
      '24: “a line without colon” has no colon; write a property as “- Property: value”.',
      '27: “Siv Ek” already has an entry above.',
      '31: This quote has no speaker; add “— Name” after it.',
      '32: Put the quote in quotation marks and add “— Speaker” after it.',
      '37: The heading “A heading” is out of place; an entry is a “###” heading under People, Bodies, Places or Events.',
    ]);
    const { base } = read(`---\ndossier: x\n---\n${broken}`);
    assert.deepEqual(
      base.entities.map(({ name, roles }) => [name, roles.map(({ title }) => title)]),
      [
        ['Siv Ek', ['captain']],
        ['Siv Ek', []],
      ],
    );
    assert.deepEqual([base.quotes.length, base.facts.length], [1, 1]);
  });

  it('limits the number of reported problems', () => {
    const { problems } = read(`---\ndossier: x\n---\n\n${'## Nobody\n\n'.repeat(5000)}`);
    assert.equal(problems.length, 101);
    assert.match(problems.at(-1)?.message ?? '', /^4,900 more problems /u);
  });

  it('reads CRLF and an empty dossier', () => {
    assert.deepEqual(
      read(DOSSIER.replaceAll('\n', '\r\n')).base.facts.map(({ citation }) => citation.line),
      [20, 20, 40, 41, 50],
    );
    assert.deepEqual(read('---\ndossier:\n---\n'), {
      base: { entities: [], facts: [], quotes: [] },
      problems: [],
    });
  });
});
