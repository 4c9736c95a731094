import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../server/prose/span.js';
import type { Source } from '../../server/reference/indexSource.js';

/** A news story written for training: a draft with known errors, and the sources it was written from. */
export interface Story {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly draft: string;
  readonly errors: readonly PlantedError[];
  /** Parts that the sources do not have and nobody would check. */
  readonly colour: readonly Span[];
  readonly furtherClaims: readonly FurtherClaim[];
}

/** An error that was put into a draft. */
export interface PlantedError {
  /** In UTF-16 offsets of the draft. */
  readonly span: Span;
  /** What makes it true in its place; `undefined` if no source speaks of it. */
  readonly right?: string;
  readonly kind: string;
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

/** The story in a folder; `name` is how it is called in messages. */
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

function onlySpanOf(draft: string, find: string, story: string): Span {
  const start = draft.indexOf(find);
  if (start < 0 || draft.includes(find, start + 1))
    throw new Error(`The draft of ${story} must have “${find}” exactly once.`);
  return { start, end: start + find.length };
}
