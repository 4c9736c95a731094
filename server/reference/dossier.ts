import type { Block, Prose } from '../prose/prose.js';
import { frontMatterOf } from '../prose/markdownGrammar.js';
import { firstProblems } from './problems.js';
import type { Base, Citation, Entity, EntityKind, Fact, Problem, Quote, Role } from './model.js';

/** True where a Markdown text says in its front matter that it is a dossier (`dossier: …`). */
export function isDossier(text: string): boolean {
  const front = frontMatterOf(text);
  return front !== undefined && /^dossier[ \t]*:/mu.test(text.slice(front.start, front.end));
}

/**
 * Reads a dossier: entries under People, Bodies, Places and Events, and the items under Facts,
 * Quotes and Unreliable. What is broken becomes a problem and the rest still loads.
 */
export function readDossier(
  name: string,
  prose: Prose,
): { readonly base: DossierBase; readonly problems: readonly Problem[] } {
  const reader = new DossierReader(name, prose);
  for (const block of [...prose.blocks, ...emptyHeadings(prose)].sort(byPlace)) reader.read(block);
  return reader.finish();
}

/** What a dossier tells, as plain data. */
type DossierBase = Base & { readonly facts: readonly Fact[] };

/** What the sections of a dossier hold. */
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
const PROPERTY_NAMES = 'Role, Affiliation, Also, Not, Seat, In, Demonyms and Paragraphs';

/** A property that lacks its dash, and would be taken for the bio. */
const PROPERTY = /^(?:Role|Affiliation|Also|Not|Seat|In|Demonyms|Paragraphs?):/iu;

/** A heading without words, which the prose leaves out. */
interface EmptyHeading {
  readonly kind: 'empty';
  readonly level: number;
  readonly at: number;
}

type Part = Block | EmptyHeading;

function placeOfPart(part: Part): number {
  return part.kind === 'empty' ? part.at : part.map.whole.start;
}

function byPlace(a: Part, b: Part): number {
  return placeOfPart(a) - placeOfPart(b);
}

function emptyHeadings(prose: Prose): readonly EmptyHeading[] {
  return [...prose.text.matchAll(/^(#{2,3})[ \t]*$/gmu)].map((match) => ({
    kind: 'empty',
    level: match[1]?.length ?? 0,
    at: match.index,
  }));
}

/** An entry while its lines are being read. */
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
  /** True below a heading that is broken: its lines are told once, at the heading. */
  #skipping = false;
  #entry: Entry | undefined;

  constructor(source: string, prose: Prose) {
    this.#source = source;
    this.#prose = prose;
  }

  read(part: Part): void {
    const citation = this.#citation(placeOfPart(part));
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
      problems: firstProblems(this.#problems),
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
        this.#tell(citation, `A dossier has no section “${title}”; it knows ${SECTION_NAMES}.`);
      }
    } else if (level === 3 && isEntityKind(this.#section)) {
      this.#skipping = title === '';
      if (this.#skipping) {
        this.#tell(citation, 'This entry has no name; write one after the “###”.');
      } else {
        this.#openEntry(this.#section, title, citation);
      }
    } else if (!this.#skipping) {
      this.#skipping = this.#section === undefined || isEntityKind(this.#section);
      this.#tell(
        citation,
        `The heading “${title}” is out of place; entries are “###” headings under People, Bodies, Places or Events.`,
      );
    }
  }

  #openEntry(kind: EntityKind, name: string, citation: Citation): void {
    const key = `${kind} ${name.toLowerCase()}`;
    if (this.#names.has(key)) this.#tell(citation, `“${name}” has an entry above already.`);
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
    const { text, passage } = cutPassage(block.text);
    const cited = withPassage(citation, passage);
    if (isEntityKind(section)) {
      this.#entryLine(block, citation, section);
    } else if (section === 'quotes') {
      this.#quote(text, cited);
    } else if (text === '') {
      this.#tell(citation, 'This fact has no words.');
    } else {
      this.#facts.push({ text, citation: cited, unreliable: section === 'unreliable' });
    }
  }

  #quote(text: string, citation: Citation): void {
    const match = /^[“"](.+)[”"]\s*(?:—|–|--?)(.*)$/u.exec(text);
    const words = match?.[1]?.trim() ?? '';
    const speaker = match?.[2]?.trim() ?? '';
    if (match === null && !/^[“"]/u.test(text)) {
      this.#tell(citation, 'A quote stands in quotation marks, with “— Speaker” after it.');
    } else if (speaker === '' || words === '') {
      this.#tell(citation, 'This quote has no speaker; write “— Name” after it.');
    } else {
      this.#quotes.push({ text: words, speaker, citation, unreliable: false });
    }
  }

  #entryLine(block: Block, citation: Citation, kind: EntityKind): void {
    const entry = this.#entry;
    if (entry === undefined) {
      this.#tell(citation, 'This line belongs to no entry; put a “### Name” heading above it.');
    } else if (block.kind === 'listItem') {
      this.#property(entry, kind, block.text, citation);
    } else if (PROPERTY.test(block.text)) {
      this.#tell(citation, `“${block.text.trim()}” needs a “- ” before it, as a property has.`);
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
      this.#tell(citation, `A line of an entry reads “- Property: value”; “${line}” has no colon.`);
    } else if (value === '') {
      this.#tell(citation, `“${line.trim()}” has no value.`);
    } else if (property === 'role') {
      entry.roles.push({ title: value, citation });
    } else if (property === 'affiliation') {
      const role = entry.roles.at(-1);
      if (role === undefined) {
        this.#tell(citation, 'An affiliation belongs to the role above it, and there is none.');
      } else {
        entry.roles[entry.roles.length - 1] = { ...role, affiliation: value };
      }
    } else if (property === 'also') {
      entry.forms.push(...listed(value));
    } else if (property === 'not') {
      entry.avoided.push(...listed(value));
    } else if (property === 'demonyms' && kind === 'place') {
      entry.demonyms.push(...listed(value));
    } else if (property === 'seat' || property === 'in') {
      entry.seat = value;
    } else if (property === 'paragraphs' || property === 'paragraph') {
      entry.passage = `par. ${value}`;
    } else {
      this.#tell(citation, `An entry has no property “${property}”; it knows ${PROPERTY_NAMES}.`);
    }
  }

  #citation(offset: number): Citation {
    return { source: this.#source, line: this.#prose.lines.position(offset).line + 1 };
  }

  #tell(citation: Citation, message: string): void {
    this.#problems.push({ citation, message });
  }
}

function isEntityKind(section: string | undefined): section is EntityKind {
  return section === 'person' || section === 'body' || section === 'place' || section === 'event';
}

function withPassage(citation: Citation, passage: string | undefined): Citation {
  return passage === undefined ? citation : { ...citation, passage };
}

/** Takes “(par. 12)” from the end of an item. */
function cutPassage(text: string): { readonly text: string; readonly passage?: string } {
  const match = /\((pars?\.[\d,;–\- \t]+)\)[ \t]*$/u.exec(text);
  const passage = match?.[1];
  if (match === null || passage === undefined) return { text: text.trim() };
  return { text: text.slice(0, match.index).trim(), passage };
}

function listed(value: string): readonly string[] {
  return value
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
