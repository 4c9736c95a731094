import type { Entity, EntityKind, Quote } from '../../../server/reference/model.js';
import { type Reference, createReference } from '../../../server/reference/reference.js';

const SOURCE = 'sources/hearing.md';

function entity(kind: EntityKind, name: string, forms: readonly string[] = []): Entity {
  const citation = { source: SOURCE, line: 1 };
  return { kind, name, forms, demonyms: [], roles: [], bio: '', citation };
}

function quote(line: number, text: string, speaker?: string, unreliable = false): Quote {
  const recorded = { text, citation: { source: SOURCE, line }, unreliable };
  return speaker === undefined ? recorded : { ...recorded, speaker };
}

/** A reference about a day in court in Whitby: the speakers and their quotes. */
export const HEARING: Reference = createReference({
  entities: [
    entity('person', 'Ngozi Adeyemi', ['Ms. Adeyemi']),
    entity('person', 'Jorge Ibáñez', ['Mr. Ibáñez']),
    entity('person', 'Huang Lei'),
    entity('body', 'Whitby Harbour Board'),
    entity('place', 'Whitby'),
  ],
  facts: [
    'The hearing in Whitby over the collapsed harbour wall went into its third day on Tuesday.',
    'Ngozi Adeyemi, an engineer, told the court that the board had been warned of the cracks twice.',
    'Jorge Ibáñez, a lawyer for the Whitby Harbour Board, questioned her about the repairs.',
    'Mr. Ibáñez said the board had spent all that it was given on the repairs of the wall.',
    'Ms. Adeyemi said nobody answered her letters. Huang Lei, a diver, speaks on Friday.',
  ].map((text, index) => ({
    text,
    citation: { source: SOURCE, line: index + 3 },
    unreliable: false,
  })),
  quotes: [
    quote(12, 'The wall was never safe, and every spring tide made it worse', 'Ngozi Adeyemi'),
    quote(14, 'We did what the money allowed, no more and no less', 'Jorge Ibáñez'),
    quote(16, 'They keep telling me, ‘We have other walls to mend,’', 'Ngozi Adeyemi'),
    quote(18, 'a matter of time and tide'),
    quote(20, 'the men was paid for nothing at all there', 'Huang Lei', true),
  ],
});
