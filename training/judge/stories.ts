import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../server/prose/span.js';
import type { Source } from '../../server/reference/indexSource.js';

/** A news story written for training: a draft with known errors, and the sources it was written from. */
export interface Story {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly draft: string;
  readonly errors: readonly PlantedError[];
  /** Parts that are not in the sources and that nobody would check. */
  readonly colour: readonly Span[];
  readonly furtherClaims: readonly FurtherClaim[];
}

/** An error that was put into a draft. */
export interface PlantedError {
  /** In UTF-16 offsets of the draft. */
  readonly span: Span;
  /** Its correction; `undefined` if there is none. */
  readonly right?: string;
  readonly kind: string;
  /** What the sources say about it; by default, they contradict errors that have a correction. */
  readonly label?: 'contradicted' | 'unsupported';
}

/** A sentence about a story that its draft does not have. */
export interface FurtherClaim {
  readonly claim: string;
  readonly label: 'supported' | 'contradicted' | 'unsupported';
  readonly kind: string;
}

interface Labels {
  readonly false: readonly {
    readonly find: string;
    readonly kind: string;
    readonly right?: string | null;
  }[];
  readonly soft?: readonly string[];
  readonly extra?: readonly FurtherClaim[];
}

/**
 * The stories in a folder, one folder each; its README describes the format.
 * @throws if a label is not in its draft exactly once
 */
export function storiesIn(folder: string): readonly Story[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => storyIn(join(folder, name), name));
}

/** The story in a folder; `name` is used in messages. */
export function storyIn(folder: string, name: string): Story {
  const draft = readFileSync(join(folder, 'draft.md'), 'utf8');
  const labels = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')) as Labels;
  const from = join(folder, 'sources');
  return {
    name,
    draft,
    sources: readdirSync(from)
      .sort()
      .map((file) => ({ name: file, text: readFileSync(join(from, file), 'utf8') })),
    errors: labels.false.map(({ find, kind, right }) => ({
      span: onlySpanOf(draft, find, name),
      kind,
      ...(right === undefined || right === null ? {} : { right }),
    })),
    colour: (labels.soft ?? []).map((find) => onlySpanOf(draft, find, name)),
    furtherClaims: labels.extra ?? [],
  };
}

/** Another version of a true sentence of a draft. */
interface Alteration {
  readonly find: string;
  readonly put: string;
  readonly kind: string;
  readonly label: 'contradicted' | 'unsupported';
}

/**
 * The story with another draft: its errors are corrected, and sentences that were true are altered. `undefined` if the
 * folder has no alterations.
 * @throws if what is altered is not in the corrected draft exactly once
 */
export function alteredStory(story: Story, folder: string): Story | undefined {
  const file = join(folder, 'altered.json');
  if (!existsSync(file)) return undefined;
  const { text } = withoutErrors(story);
  const alterations = (JSON.parse(readFileSync(file, 'utf8')) as readonly Alteration[])
    .map((one) => ({ ...one, from: onlySpanOf(text, one.find, story.name) }))
    .sort((a, b) => a.from.start - b.from.start);
  let draft = '';
  let from = 0;
  const errors: PlantedError[] = [];
  for (const { from: place, find, put, kind, label } of alterations) {
    draft += text.slice(from, place.start);
    errors.push({
      span: { start: draft.length, end: draft.length + put.length },
      right: find,
      kind,
      label,
    });
    draft += put;
    from = place.end;
  }
  draft += text.slice(from);
  const invented = story.errors.filter(({ right }) => right === undefined).map(({ span }) => span);
  const colour = [...story.colour, ...invented].flatMap(({ start, end }) => {
    const at = draft.indexOf(story.draft.slice(start, end));
    return at < 0 ? [] : [{ start: at, end: at + end - start }];
  });
  return { ...story, draft, errors, colour };
}

/**
 * The draft with its errors corrected, except those without a correction, and a function that maps offsets of the draft
 * to it.
 */
export function withoutErrors({ draft, errors }: Pick<Story, 'draft' | 'errors'>): {
  readonly text: string;
  readonly placeOf: (offset: number) => number;
} {
  let text = '';
  let from = 0;
  const moves: { readonly after: number; readonly by: number }[] = [];
  for (const { span, right } of [...errors].sort((a, b) => a.span.start - b.span.start)) {
    if (right === undefined) continue;
    text += draft.slice(from, span.start) + right;
    moves.push({ after: span.start, by: right.length - (span.end - span.start) });
    from = span.end;
  }
  return {
    text: text + draft.slice(from),
    placeOf: (offset) =>
      moves.reduce((place, { after, by }) => (after < offset ? place + by : place), offset),
  };
}

function onlySpanOf(draft: string, find: string, story: string): Span {
  const start = draft.indexOf(find);
  if (start < 0 || draft.includes(find, start + 1))
    throw new Error(`The draft of ${story} must have “${find}” exactly once.`);
  return { start, end: start + find.length };
}
