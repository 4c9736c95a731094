import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Span } from '../../server/prose/span.js';
import type { Source } from '../../server/reference/indexSource.js';
import { type Story, storyIn } from './stories.js';
import type { Label, Pair, Statement } from './rows.js';

/** A story of a labelled set. */
export interface LabelledStory {
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly pairs: readonly Pair[];
  readonly sources: readonly Source[];
}

/** A part of a draft whose label is known. */
export interface LabelledPart {
  /** In UTF-16 units of the draft. */
  readonly span: Span;
  readonly label: Label;
  /** Its origin and the kind of its error: “pair who”, “draft negation”. */
  readonly kind: string;
  /** The correction of a wrong part of a draft. */
  readonly right?: string;
  /** Set only for pairs: the true statement of the pair. */
  readonly pair?: string;
}

/** A draft with known parts. */
export interface LabelledDraft {
  readonly story: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly parts: readonly LabelledPart[];
  /**
   * Parts that are not counted; all parts without a label are supported. `undefined` if only the labelled parts are
   * known.
   */
  readonly colour?: readonly Span[];
}

/** A draft of a set that is measured, with its labels. */
interface MeasuredDraft {
  readonly name: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly gold: {
    readonly claims?: readonly {
      readonly find: string;
      readonly occurrence?: number;
      readonly verdict: Label;
    }[];
  };
}

const OF_STATEMENTS = '.statements.json';

/**
 * The stories of a set of statements: a folder with SLUG.statements.json and SLUG.pairs.json next to SLUG.sources, a
 * list of stories in a `.br` file, a folder of our own stories, or a `.jsonl` file with a claim and its article on each
 * line.
 */
export function statementSet(path: string): readonly LabelledStory[] {
  if (path.endsWith('.jsonl')) return claimsOnArticles(readFileSync(path, 'utf8'));
  if (path.endsWith('.br')) {
    const packed = unpacked(path) as readonly (LabelledStory & MeasuredDraft)[];
    return packed.filter((story) => 'statements' in story);
  }
  return [
    ...namesIn(path, OF_STATEMENTS).map((name) => ({
      name,
      statements: listIn(join(path, `${name}${OF_STATEMENTS}`)) as readonly Statement[],
      pairs: listIn(join(path, `${name}.pairs.json`)) as readonly Pair[],
      sources: sourcesIn(join(path, `${name}.sources`)),
    })),
    ...storiesIn(path).map((story) => statementsAbout(story, join(path, story.name))),
  ];
}

/** Claims of summaries; those not known to be supported count as unsupported. */
function claimsOnArticles(lines: string): readonly LabelledStory[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as Readonly<
        Record<'id' | 'article' | 'claim' | 'label', string>
      >;
      const label = row.label === 'supported' ? 'supported' : 'unsupported';
      return {
        name: row.id,
        statements: [{ text: row.claim, label, kind: label }],
        pairs: [],
        sources: [{ name: 'article', text: row.article }],
      };
    });
}

/** The statements about one of our own stories, from its folder. */
export function statementsAbout(
  { name, sources, furtherClaims }: Story,
  folder: string,
): LabelledStory {
  return {
    name,
    sources,
    statements: [
      ...furtherClaims.map(({ claim: text, label, kind }) => ({ text, label, kind })),
      ...(listIn(join(folder, 'statements.json')) as readonly Statement[]),
    ],
    pairs: listIn(join(folder, 'pairs.json')) as readonly Pair[],
  };
}

/** All drafts of a set: one of its statements, each a paragraph; two of the sides of its pairs; and its own drafts. */
export function draftsOf(path: string): readonly LabelledDraft[] {
  return [...statementSet(path).flatMap(draftsOfStatements), ...ownDrafts(path)];
}

/** The drafts of a set, without those made from its statements; a `.jsonl` file has none. */
export function ownDrafts(path: string): readonly LabelledDraft[] {
  if (path.endsWith('.jsonl')) return [];
  const packed = path.endsWith('.br') ? (unpacked(path) as readonly MeasuredDraft[]) : undefined;
  const measured =
    packed?.filter((draft) => 'gold' in draft) ??
    namesIn(path, '.md').flatMap((name): MeasuredDraft[] => {
      const labels = join(path, `${name}.json`);
      if (!existsSync(labels)) return [];
      const gold = JSON.parse(readFileSync(labels, 'utf8')) as MeasuredDraft['gold'] & {
        readonly sources?: string;
      };
      // Some sets have one article as the source of all drafts.
      if (gold.sources === undefined) return [];
      const text = readFileSync(join(path, `${name}.md`), 'utf8');
      return [{ name, text, gold, sources: sourcesIn(join(path, gold.sources)) }];
    });
  const stories = packed === undefined ? storiesIn(path) : [];
  return [...measured.map(measuredDraft), ...stories.map(storyDraft)];
}

/** Our own stories in a folder, which has one folder for each. */
function storiesIn(path: string): readonly Story[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'labels.json')))
    .map(({ name }) => name)
    .sort()
    .map((name) => storyIn(join(path, name), name));
}

function measuredDraft({ name, text, sources, gold }: MeasuredDraft): LabelledDraft {
  const parts = (gold.claims ?? []).map(({ find, occurrence = 1, verdict }): LabelledPart => {
    let start = -1;
    for (let count = 0; count < occurrence; count++) start = text.indexOf(find, start + 1);
    if (start < 0) throw new Error(`The draft of ${name} has no “${find}”.`);
    return { span: { start, end: start + find.length }, label: verdict, kind: 'draft' };
  });
  return { story: name, text, sources, parts };
}

function storyDraft({ name, draft, sources, errors, colour }: Story): LabelledDraft {
  const parts = errors.map(({ span, kind, right }): LabelledPart => ({
    span,
    label: right === undefined ? 'unsupported' : 'contradicted',
    kind: `draft ${kind}`,
    ...(right === undefined ? {} : { right }),
  }));
  return { story: name, text: draft, sources, parts, colour };
}

/** The statements of a story in a fixed order that mixes true and false ones. */
function draftsOfStatements(story: LabelledStory): readonly LabelledDraft[] {
  const twins = story.pairs.flatMap((pair, index): (Omit<LabelledPart, 'span'> & Placed)[] => [
    { text: pair.true, label: 'supported', kind: 'pair', pair: pair.true, half: index % 2 },
    {
      text: pair.false,
      label: pair.label,
      kind: `pair ${pair.kind}`,
      pair: pair.true,
      half: 1 - (index % 2),
    },
  ]);
  const singles = story.statements.map(({ text, label, kind }) => ({
    text,
    label,
    kind: `statement ${kind}`,
  }));
  return [
    singles,
    ...[0, 1].map((half) => withoutRepeated(twins.filter((twin) => twin.half === half))),
  ]
    .filter((rows) => rows.length > 0)
    .map((rows) => draftOf(story, rows));
}

interface Placed {
  readonly text: string;
  readonly half: number;
}

/** A true statement with several twins counts once. */
function withoutRepeated<Row extends { readonly text: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...new Map(rows.map((row) => [row.text, row])).values()];
}

function draftOf(
  { name, sources }: LabelledStory,
  rows: readonly (Omit<LabelledPart, 'span'> & { readonly text: string })[],
): LabelledDraft {
  const parts: LabelledPart[] = [];
  let text = '';
  for (const row of [...rows].sort((a, b) => (hashOf(a.text) < hashOf(b.text) ? -1 : 1))) {
    const { label, kind, pair } = row;
    const span = { start: text.length, end: text.length + row.text.length };
    parts.push({ span, label, kind, ...(pair === undefined ? {} : { pair }) });
    text += `${row.text}\n\n`;
  }
  return { story: name, text, sources, parts };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function listIn(path: string): readonly unknown[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly unknown[]) : [];
}

function unpacked(path: string): unknown {
  return JSON.parse(brotliDecompressSync(readFileSync(path)).toString());
}
