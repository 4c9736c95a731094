import { type Prose, readProse } from '../prose/prose.js';
import type { Span } from '../prose/span.js';
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

/**
 * A dossier without an entry that `newDossierEntry` added, given the inserted text; with a section that was added for it,
 * if nothing else is in it. The same text if the entry has been filled in, changed or removed since.
 */
export function withoutDossierEntry(dossier: string, inserted: string): string {
  const added = inserted.trimEnd();
  if (dossier.trim() === added.trim()) {
    const rest = dossier.replace(inserted, '');
    return rest.trim() === '' ? rest : '';
  }
  const heading = added.slice(added.lastIndexOf('\n') + 1);
  if (!heading.startsWith('### ')) return dossier;
  const isSection = added.trimStart().startsWith('## ');
  const whole = isSection ? placeOf(dossier, added, /^##? /u) : undefined;
  const place = whole ?? placeOf(dossier, heading, /^#/u);
  if (place === undefined) return dossier;
  return dossier.slice(0, place.start).trimEnd() + dossier.slice(place.end);
}

/** Where whole lines occur before a line that matches, apart from blank ones, or at the end of a dossier. */
function placeOf(dossier: string, lines: string, next: RegExp): Span | undefined {
  const opensLine = /^[\r\n]/u.test(lines);
  for (let start = dossier.indexOf(lines); start >= 0; start = dossier.indexOf(lines, start + 1)) {
    const end = start + lines.length;
    if (!opensLine && start > 0 && dossier[start - 1] !== '\n') continue;
    const rest = dossier.slice(end).trimStart();
    const endsLine = /[\r\n]/u.test(dossier.slice(end, dossier.length - rest.length));
    if (rest === '' || (endsLine && next.test(rest))) return { start, end };
  }
  return undefined;
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
