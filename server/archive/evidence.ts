import { memoize } from '../prose/memoize.js';
import { type ArchiveEvidence, NO_ARCHIVE_EVIDENCE } from '../reference/archiveEvidence.js';
import { evidenceTermKeys } from '../reference/evidenceTerms.js';
import { type SourceDate, inWords } from '../reference/extraction/sourceDate.js';
import type { Citation, Entity } from '../reference/model.js';
import { referenceFromIndexes } from '../reference/reference.js';
import type { SourceIndex, SourceParagraph } from '../reference/sourceIndex.js';
import type { ArchivedPassages, MentionRow, SentenceRow } from './archive.js';

/**
 * Turns the passages of searches into evidence for the checks. With the same passages as `before`,
 * it has the same reference, so that nothing is judged again.
 */
export function archiveEvidence(
  found: readonly ArchivedPassages[],
  answered: ReadonlySet<string>,
  before = NO_ARCHIVE_EVIDENCE,
): ArchiveEvidence {
  const documents = documentsIn(found);
  const passages = documents.map(identityOf).join('\n');
  if (passages === before.passages) return { ...before, answered };
  const named = namesOf(documents);
  const indexes = documents.map((document) => indexOf(document, named.get(document) ?? ''));
  return {
    reference: referenceFromIndexes(indexes, 'archive'),
    passages,
    links: new Map(
      documents.flatMap((document) =>
        document.link === undefined ? [] : [[named.get(document) ?? '', document.link] as const],
      ),
    ),
    answered,
  };
}

function identityOf({ address, published = '', title, sentences }: ArchivedPassages): string {
  const texts = sentences.map(({ position, text }) => `${position} ${text}`);
  return [address, published, title, ...texts].join('\t');
}

/** Each document once, with the sentences of all its passages. */
function documentsIn(found: readonly ArchivedPassages[]): readonly ArchivedPassages[] {
  const documents = new Map<string, ArchivedPassages>();
  for (const passages of found) {
    const before = documents.get(passages.address)?.sentences ?? [];
    const all = new Map(
      [...before, ...passages.sentences].map((sentence) => [sentence.position, sentence]),
    );
    const sentences = [...all.values()].sort((a, b) => a.position - b.position);
    documents.set(passages.address, { ...passages, sentences });
  }
  return [...documents.values()];
}

/**
 * Cited by day and title; two documents with the same day and title are distinguished by their
 * addresses.
 */
function namesOf(documents: readonly ArchivedPassages[]): ReadonlyMap<ArchivedPassages, string> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const name = nameOf(document);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map(
    documents.map((document) => {
      const name = nameOf(document);
      const isShared = (counts.get(name) ?? 0) > 1;
      return [document, isShared ? `${name} (${document.address})` : name];
    }),
  );
}

function nameOf({ published, title }: ArchivedPassages): string {
  return ['archive', published === undefined ? 'no date' : inWords(published), title].join(', ');
}

/** The number of sentences that the checks read before a sentence, to resolve its pronouns. */
const CONTEXT = 3;

/**
 * Separates sentences that do not follow each other, so that none is read in the context of
 * another.
 */
const GAP: SourceParagraph = { kind: 'paragraph', text: '' };

function indexOf(document: ArchivedPassages, source: string): SourceIndex {
  const { published, kind, sentences, mentions } = document;
  const statements = sentences.filter(({ quote }) => !quote);
  const rows: (SentenceRow | undefined)[] = statements.flatMap((sentence, at) => {
    const before = statements[at - 1];
    const follows = before === undefined || before.position + 1 === sentence.position;
    return [...(follows ? [] : Array.from({ length: CONTEXT }, () => undefined)), sentence];
  });
  const date = published === undefined ? undefined : dateOf(published);
  return {
    source,
    // Only a reporter's own dossier takes precedence over other sources.
    kind: kind === 'dossier' ? 'article' : kind,
    ...(date === undefined ? {} : { date }),
    words: 0,
    entities: mentions.map((mention) => entityOf(mention, source)),
    quotes: sentences
      .filter(({ quote }) => quote)
      .map(({ text, speaker, line, passage }) => ({
        text,
        ...(speaker === undefined ? {} : { speaker }),
        citation: citationOf(source, line, passage),
        unreliable: false,
      })),
    facts: [],
    paragraphs: rows.map((row) => (row === undefined ? GAP : paragraphOf(row))),
    sentences: rows.flatMap((row, at) => [at, 0, row?.text.length ?? 0, row?.line ?? 1]),
    termKeys: evidenceTermKeys(rows.map((row) => row?.text ?? '')),
    problems: [],
  };
}

/** The same object for the same sentence, so that it is not analysed again when other passages are found. */
const paragraphOf = memoize(
  ({ text, passage, speaker, written }: SentenceRow): SourceParagraph => ({
    kind: 'paragraph',
    text,
    ...(passage === undefined ? {} : { passage }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(written === undefined ? {} : { written }),
  }),
);

function entityOf({ kind, name, line, forms, details }: MentionRow, source: string): Entity {
  const { roles, demonyms = [], avoided, bio = '', seat } = details;
  const citation = citationOf(source, line);
  return {
    kind,
    name,
    forms,
    demonyms,
    bio,
    roles: roles.map((role) => ({ ...role, citation })),
    ...(avoided === undefined ? {} : { avoided }),
    ...(seat === undefined ? {} : { seat }),
    citation,
  };
}

function citationOf(source: string, line: number, passage?: string): Citation {
  return passage === undefined ? { source, line } : { source, line, passage };
}

function dateOf(day: string): SourceDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}
