import { type Prose, readProse } from '../prose/prose.js';
import type { EntityKind } from './model.js';

/** What is to be put into a dossier, and where. */
export interface Insertion {
  /** UTF-16 offset of the dossier. */
  readonly at: number;
  readonly newText: string;
}

const SECTIONS: Readonly<Record<EntityKind, string>> = {
  person: 'People',
  body: 'Bodies',
  place: 'Places',
  event: 'Events',
};

/** What a new dossier says of itself, where no reader of it looks. */
const TEMPLATE: readonly string[] = [
  '<!-- Below a name may stand, each on a line of its own:',
  '- Role: harbour master',
  '- Affiliation: Port of Lagos (where that role is held)',
  '- Also: other ways to write the name; one more',
  '- Not: ways not to write it',
  '- Seat: where a body has its seat',
  'and then a sentence or two on who or what it is. Facts stand under “## Facts”, quotes under “## Quotes”. -->',
];

/**
 * Puts an entry for a name at the end of its section of a dossier, which is made where it is missing;
 * a dossier of nothing becomes one.
 */
export function entryFor(dossier: string, name: string, kind: EntityKind): Insertion {
  const heading = `## ${SECTIONS[kind]}`;
  const entry = `### ${name.replace(/[\\`*_[\]<>#&]/gu, '\\$&')}`;
  const lines = (...parts: readonly string[]): string =>
    parts.join(dossier.includes('\r\n') ? '\r\n' : '\n');
  if (dossier.trim() === '') {
    const front = ['---', 'dossier: People and bodies', '---'];
    return {
      at: dossier.length,
      newText: lines(...front, '', ...TEMPLATE, '', heading, '', entry, ''),
    };
  }
  const end = endOfSection(readProse(dossier), SECTIONS[kind]);
  const at = dossier.slice(0, end).trimEnd().length;
  return {
    at,
    newText: end === undefined ? lines('', '', heading, '', entry) : lines('', '', entry),
  };
}

/** Where the next section begins; the end of the text after the last one. */
function endOfSection({ text, blocks, lines }: Prose, section: string): number | undefined {
  const headings = blocks.filter(({ kind, level }) => kind === 'heading' && level <= 2);
  const index = headings.findIndex(
    ({ level, text: title }) => level === 2 && title.trim().toLowerCase() === section.toLowerCase(),
  );
  if (index < 0) return undefined;
  const next = headings[index + 1];
  if (next === undefined) return text.length;
  const { line } = lines.position(next.map.whole.start);
  return lines.offset({ line, character: 0 });
}
