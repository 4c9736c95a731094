import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { draftSpanOf } from '../../prose/prose.js';
import type { Entity } from '../../reference/model.js';
import { splitName } from '../../reference/names/forms.js';
import { isKnownPlace } from '../../reference/names/knownPlace.js';
import { fold, hasAccents, matchCase } from '../../reference/names/spelling.js';
import type { Finding } from '../finding.js';
import { replacementFix } from '../fix.js';
import { RULES } from '../rules.js';
import type { NamesInBlock, NamesInDraft, NamesInSentence } from './nameIndexing.js';
import { describedEntity, nameEvidenceOf } from './wording.js';

/** A word of a known name without any of its accents; offsets are UTF-16 units of the block's prose. */
interface BareWord {
  readonly entity: Entity;
  readonly text: string;
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reports words of known names that lack their accents, in a draft that writes the accents of other
 * names. A draft without any follows a house style, and one that has this name both ways is
 * reported by `variants.ts`. Yields after each block.
 */
export function* checkLostAccents({ blocks }: NamesInDraft): CooperativeTask<readonly Finding[]> {
  const written = new Set<string>();
  for (const { blockNames } of blocks) {
    for (const key of accentedIn(blockNames)) written.add(key);
    yield;
  }
  if (written.size === 0) return [];
  return blocks.flatMap(({ block, blockNames }) =>
    bareIn(blockNames)
      .filter(({ text }) => !written.has(fold(text)))
      .map(({ entity, text, right, start, end }): Finding => {
        const newText = matchCase(text, right);
        return {
          code: 'name/misspelled',
          severity: RULES['name/misspelled'].severity,
          message: `“${text}” should be “${newText}”, with its accents: ${describedEntity(entity)}.`,
          span: draftSpanOf(block, { start, end }),
          evidence: [nameEvidenceOf(entity)],
          fixes: [replacementFix(`Change to “${newText}”`, block, { start, end }, newText)],
          expected: newText,
          found: text,
          name: { text, kind: entity.kind },
        };
      }),
  );
}

/** The folded capitalised words of a block with accents that no source leaves out: “José” where it has “Jose” shows no style. */
const accentedIn = memoize(({ sentences }: NamesInBlock) =>
  sentences.flatMap(({ words, mentionAt }) =>
    words
      .filter(({ text }) => isCapitalised(text) && hasAccents(text))
      .filter(({ text, first }) => {
        const same = sameWordsOf(mentionAt.get(first)?.entity, text);
        return same.length === 0 || same.some(hasAccents);
      })
      .map(({ text }) => fold(text)),
  ),
);

/** The words of an entity's names that have the letters of this one, with any accents. */
function sameWordsOf(entity: Entity | undefined, text: string): readonly string[] {
  if (entity === undefined) return [];
  return [entity.name, ...entity.forms]
    .flatMap(splitName)
    .filter((part) => fold(part) === fold(text));
}

const bareIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(bareInSentence));

function bareInSentence({ words, mentionAt, context }: NamesInSentence): readonly BareWord[] {
  if (context.isHeadline) return [];
  return words.flatMap(({ text, first, start, end }) => {
    const entity = mentionAt.get(first)?.entity;
    // “Zurich” is English.
    if (entity === undefined || hasAccents(text) || isKnownPlace(text)) return [];
    const same = sameWordsOf(entity, text);
    const [right] = same;
    // A source may have the name without its accents as well.
    if (right === undefined || !same.every(hasAccents)) return [];
    return [{ entity, text, right, start, end }];
  });
}
