import type { Block, Prose } from '../prose/prose.js';
import { frontMatterIn } from '../prose/markdownGrammar.js';
import { limitProblems } from './problems.js';
import type { Base, Citation, Entity, EntityKind, Fact, Problem, Quote, Role } from './model.js';

/** True if the front matter of a Markdown text marks it as a dossier (`dossier: …`). */
export function isDossier(text: string): boolean {
  const front = frontMatterIn(text);
  return front !== undefined && /^dossier[ \t]*:/mu.test(text.slice(front.start, front.end));
}

/**
 * Reads a dossier: the entries under People, Bodies, Places and Events, and the items under Facts, Quotes and
 * Unreliable. Each malformed part is reported as a problem; everything else is still loaded.
 */
export function readDossier(
  name: string,
  prose: Prose,
): { readonly base: DossierBase; readonly problems: readonly Problem[] } {
  const reader = new DossierReader(name, prose);
  for (const block of [...prose.blocks, ...emptyHeadings(prose)].sort(byOffset)) reader.read(block);
  return reader.finish();
}

/** The content of a dossier as plain data. */
type DossierBase = Base & { readonly facts: readonly Fact[] };

/** What each section of a dossier contains, by its heading in lower case. */
const SECTIONS: ReadonlyMap<string, EntityKind | 'facts' | 'quotes' | 'unreliable'> = new Map([
  ['people', 'person'],
  ['bodies', 'body'],
  ['places', 'place'],
  ['events', 'event'],
  ['facts', 'facts'],
  ['quotes', 'quotes'],
  ['unreliable', 'unreliable'],
]);

const SECTION_NAMES = 'People, Bodies, Places, Events, Facts, Quotes and Unreliable';
const PROPERTY_NAMES = 'Role, Affiliation, Also, Not, Seat, In, Demonyms or Paragraphs';

/** A property line without its dash, which would otherwise be read as part of the bio. */
const PROPERTY = /^(?:Role|Affiliation|Also|Not|Seat|In|Demonyms|Paragraphs?):/iu;

/** A heading without text, which `Prose` leaves out. */
interface EmptyHeading {
  readonly kind: 'empty';
  readonly level: number;
  readonly at: number;
}

type DossierPart = Block | EmptyHeading;

function partOffset(part: DossierPart): number {
  return part.kind === 'empty' ? part.at : part.map.extent.start;
}

function byOffset(a: DossierPart, b: DossierPart): number {
  return partOffset(a) - partOffset(b);
}

function emptyHeadings(prose: Prose): readonly EmptyHeading[] {
  return [...prose.text.matchAll(/^(#{2,3})[ \t]*$/gmu)].map((match) => ({
    kind: 'empty',
    level: match[1]?.length ?? 0,
    at: match.index,
  }));
}

/** An entry under construction. */
interface Entry {
  readonly kind: EntityKind;
  readonly name: string;
  readonly citation: Citation;
  readonly forms: string[];
  readonly avoided: string[];
  readonly demonyms: string[];
  readonly roles: Role[];
  readonly bio: string[];
  seat: string | undefined;
  passage: string | undefined;
}

class DossierReader {
  readonly #source: string;
  readonly #prose: Prose;
  readonly #entities: Entity[] = [];
  readonly #facts: Fact[] = [];
  readonly #quotes: Quote[] = [];
  readonly #problems: Problem[] = [];
  readonly #names = new Set<string>();
  #section: EntityKind | 'facts' | 'quotes' | 'unreliable' | undefined;
  /** True below a malformed heading: the problem is reported once, at the heading. */
  #skipping = false;
  #entry: Entry | undefined;

  constructor(source: string, prose: Prose) {
    this.#source = source;
    this.#prose = prose;
  }

  read(part: DossierPart): void {
    const citation = this.#citation(partOffset(part));
    if (part.kind === 'empty') {
      this.#heading(part.level, '', citation);
    } else if (part.kind === 'heading') {
      this.#heading(part.level, part.text.trim(), citation);
    } else if (!this.#skipping && this.#section !== undefined) {
      this.#body(part, citation, this.#section);
    }
  }

  finish(): { readonly base: DossierBase; readonly problems: readonly Problem[] } {
    this.#closeEntry();
    return {
      base: { entities: this.#entities, facts: this.#facts, quotes: this.#quotes },
      problems: limitProblems(this.#problems),
    };
  }

  #heading(level: number, title: string, citation: Citation): void {
    this.#closeEntry();
    if (level === 1) {
      this.#section = undefined;
      this.#skipping = false;
    } else if (level === 2) {
      this.#section = SECTIONS.get(title.toLowerCase());
      this.#skipping = this.#section === undefined;
      if (this.#skipping) {
        this.#report(citation, `“${title}” is not a section of a dossier; use ${SECTION_NAMES}.`);
      }
    } else if (level === 3 && isEntityKind(this.#section)) {
      this.#skipping = title === '';
      if (this.#skipping) {
        this.#report(citation, 'This entry has no name; add one after the “###”.');
      } else {
        this.#openEntry(this.#section, title, citation);
      }
    } else if (!this.#skipping) {
      this.#skipping = this.#section === undefined || isEntityKind(this.#section);
      this.#report(
        citation,
        `The heading “${title}” is out of place; an entry is a “###” heading under People, Bodies, Places or Events.`,
      );
    }
  }

  #openEntry(kind: EntityKind, name: string, citation: Citation): void {
    const key = `${kind} ${name.toLowerCase()}`;
    if (this.#names.has(key)) this.#report(citation, `“${name}” already has an entry above.`);
    this.#names.add(key);
    this.#entry = {
      kind,
      name,
      citation,
      forms: [],
      avoided: [],
      demonyms: [],
      roles: [],
      bio: [],
      seat: undefined,
      passage: undefined,
    };
  }

  #closeEntry(): void {
    const entry = this.#entry;
    this.#entry = undefined;
    if (entry === undefined) return;
    const { kind, name, forms, demonyms, roles } = entry;
    this.#entities.push({
      kind,
      name,
      forms,
      ...(entry.avoided.length === 0 ? {} : { avoided: entry.avoided }),
      demonyms,
      roles,
      bio: entry.bio.join(' '),
      ...(entry.seat === undefined ? {} : { seat: entry.seat }),
      citation: withPassage(entry.citation, entry.passage),
    });
  }

  #body(
    block: Block,
    citation: Citation,
    section: EntityKind | 'facts' | 'quotes' | 'unreliable',
  ): void {
    const { text, passage } = splitPassage(block.text);
    const cited = withPassage(citation, passage);
    if (isEntityKind(section)) {
      this.#entryLine(block, citation, section);
    } else if (section === 'quotes') {
      this.#quote(text, cited);
    } else if (text === '') {
      this.#report(citation, 'This fact is empty.');
    } else {
      this.#facts.push({ text, citation: cited, unreliable: section === 'unreliable' });
    }
  }

  #quote(text: string, citation: Citation): void {
    const match = /^[“"](.+)[”"]\s*(?:—|–|--?)(.*)$/u.exec(text);
    const words = match?.[1]?.trim() ?? '';
    const speaker = match?.[2]?.trim() ?? '';
    if (match === null && !/^[“"]/u.test(text)) {
      this.#report(citation, 'Put the quote in quotation marks and add “— Speaker” after it.');
    } else if (speaker === '' || words === '') {
      this.#report(citation, 'This quote has no speaker; add “— Name” after it.');
    } else {
      this.#quotes.push({ text: words, speaker, citation, unreliable: false });
    }
  }

  #entryLine(block: Block, citation: Citation, kind: EntityKind): void {
    const entry = this.#entry;
    if (entry === undefined) {
      this.#report(
        citation,
        'This line is not part of an entry; add a “### Name” heading above it.',
      );
    } else if (block.kind === 'listItem') {
      this.#property(entry, kind, block.text, citation);
    } else if (PROPERTY.test(block.text)) {
      this.#report(citation, `“${block.text.trim()}” looks like a property; put “- ” before it.`);
    } else {
      entry.bio.push(block.text.trim());
      for (const { text } of block.sentences) {
        this.#facts.push({
          text,
          citation: withPassage(citation, entry.passage),
          unreliable: false,
        });
      }
    }
  }

  #property(entry: Entry, kind: EntityKind, line: string, citation: Citation): void {
    const colon = line.indexOf(':');
    const property = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (colon < 0) {
      this.#report(citation, `“${line}” has no colon; write a property as “- Property: value”.`);
    } else if (value === '') {
      this.#report(citation, `“${line.trim()}” has no value.`);
    } else if (property === 'role') {
      entry.roles.push({ title: value, citation });
    } else if (property === 'affiliation') {
      const role = entry.roles.at(-1);
      if (role === undefined) {
        this.#report(citation, 'An affiliation must follow the role it belongs to.');
      } else {
        entry.roles[entry.roles.length - 1] = { ...role, affiliation: value };
      }
    } else if (property === 'also') {
      entry.forms.push(...listItems(value));
    } else if (property === 'not') {
      entry.avoided.push(...listItems(value));
    } else if (property === 'demonyms' && kind === 'place') {
      entry.demonyms.push(...listItems(value));
    } else if (property === 'seat' || property === 'in') {
      entry.seat = value;
    } else if (property === 'paragraphs' || property === 'paragraph') {
      entry.passage = `par. ${value}`;
    } else {
      this.#report(citation, `“${property}” is not a property of an entry; use ${PROPERTY_NAMES}.`);
    }
  }

  #citation(offset: number): Citation {
    return { source: this.#source, line: this.#prose.lines.position(offset).line + 1 };
  }

  #report(citation: Citation, message: string): void {
    this.#problems.push({ citation, message });
  }
}

function isEntityKind(section: string | undefined): section is EntityKind {
  return section === 'person' || section === 'body' || section === 'place' || section === 'event';
}

function withPassage(citation: Citation, passage: string | undefined): Citation {
  return passage === undefined ? citation : { ...citation, passage };
}

/** Splits “(par. 12)” off the end of an item. */
function splitPassage(text: string): { readonly text: string; readonly passage?: string } {
  const match = /\((pars?\.[\d,;–\- \t]+)\)[ \t]*$/u.exec(text);
  const passage = match?.[1];
  if (match === null || passage === undefined) return { text: text.trim() };
  return { text: text.slice(0, match.index).trim(), passage };
}

function listItems(value: string): readonly string[] {
  return value
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
