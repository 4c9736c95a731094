import { type Prose, readProse } from '../prose/prose.js';
import type { EntityKind } from './model.js';

/** Text to insert into a dossier. */
export interface DossierInsertion {
  /** UTF-16 offset in the dossier. */
  readonly offset: number;
  readonly newText: string;
}

const SECTIONS: Readonly<Record<EntityKind, string>> = {
  person: 'People',
  body: 'Bodies',
  place: 'Places',
  event: 'Events',
};

/** Instructions in a new dossier, in a comment that is ignored when it is read. */
const TEMPLATE: readonly string[] = [
  '<!-- Below a name, add any of these, each on its own line:',
  '- Role: harbour master',
  '- Affiliation: Port of Lagos (where the role above is held)',
  '- Also: other correct spellings of the name; separated by semicolons',
  '- Not: spellings to avoid',
  '- Seat: where an organisation is based',
  'then a sentence or two about who or what it is. Facts go under “## Facts”, quotes under “## Quotes”. -->',
];

/**
 * The edit that adds an entry for a name at the end of its section of a dossier. The section is added if it is
 * missing, and an empty text becomes a dossier.
 */
export function newDossierEntry(dossier: string, name: string, kind: EntityKind): DossierInsertion {
  const heading = `## ${SECTIONS[kind]}`;
  const entry = `### ${name.replace(/[\\`*_[\]<>#&]/gu, '\\$&')}`;
  const lines = (...parts: readonly string[]): string =>
    parts.join(dossier.includes('\r\n') ? '\r\n' : '\n');
  if (dossier.trim() === '') {
    const front = ['---', 'dossier: People and bodies', '---'];
    return {
      offset: dossier.length,
      newText: lines(...front, '', ...TEMPLATE, '', heading, '', entry, ''),
    };
  }
  const end = endOfSection(readProse(dossier), SECTIONS[kind]);
  const at = dossier.slice(0, end).trimEnd().length;
  return {
    offset: at,
    newText: end === undefined ? lines('', '', heading, '', entry) : lines('', '', entry),
  };
}

/** The offset of the next section, or of the end of the text; `undefined` if the section is missing. */
function endOfSection({ text, blocks, lines }: Prose, section: string): number | undefined {
  const headings = blocks.filter(({ kind, level }) => kind === 'heading' && level <= 2);
  const index = headings.findIndex(
    ({ level, text: title }) => level === 2 && title.trim().toLowerCase() === section.toLowerCase(),
  );
  if (index < 0) return undefined;
  const next = headings[index + 1];
  if (next === undefined) return text.length;
  const { line } = lines.position(next.map.extent.start);
  return lines.offset({ line, character: 0 });
}
