import { isEnglishWord } from '../../prose/dictionary.js';
import { memoize } from '../../prose/memoize.js';
import { placeOf } from '../../prose/prose.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead } from '../../lexicon/nameWords.js';
import type { EntityKind } from '../../reference/model.js';
import { isCapitalised } from '../../reference/names/spelling.js';
import { isPersonTitle } from '../../reference/names/titles.js';
import type { NameWord } from '../../reference/names/words.js';
import { DEFAULT_SEVERITY, type Finding } from '../finding.js';
import type { NamesInDraft, NamesInBlock, NamesInSentence } from './nameIndexing.js';

/**
 * Points, where it first stands, at the name of a person or body that the base does not know, in a
 * draft about what the base knows. With a block to a slice.
 */
export function* checkUnknown({
  names,
  blocks,
  expectsKnown,
  known,
}: NamesInDraft): CooperativeTask<readonly Finding[]> {
  if (!expectsKnown || known === 0) return [];
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const { block, surveyed } of blocks) {
    for (const { keys, kind, start, end } of unknownIn(surveyed)) {
      const name = block.text.slice(start, end);
      if (told.has(name) || (kind === 'body' && names.endsWith(keys))) continue;
      told.add(name);
      findings.push({
        code: 'name/unknown',
        severity: DEFAULT_SEVERITY['name/unknown'],
        message: `The reference does not know ${name}.`,
        span: placeOf(block, { start, end }),
        evidence: [],
        fixes: [],
        name: { text: name, kind },
      });
    }
    yield;
  }
  return findings;
}

interface Unknown {
  /** The keys of its words. */
  readonly keys: readonly string[];
  readonly kind: EntityKind;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
}

const unknownIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(unknownOf));

function unknownOf({ sentence, words, mentionAt, around }: NamesInSentence): readonly Unknown[] {
  if (sentence.role !== 'prose' || around.headline) return [];
  return runsOf(words).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < 2) return [];
    if (run.some((word) => mentionAt.has(word.first))) return [];
    const foreign = run.every((word) => !isEnglishWord(word.text));
    if (!foreign && !isGivenName(first.text) && !isBodyHead(last.text)) return [];
    const kind = isBodyHead(last.text) ? 'body' : 'person';
    const keys = run.map(({ key }) => key);
    return [{ keys, kind, start: first.start, end: last.end }];
  });
}

/** Capitalised words that follow each other, titles before them left out. */
function runsOf(words: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const runs: NameWord[][] = [];
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word.text) || isPersonTitle(word.text)) continue;
    const before = words[at - 1];
    const run = runs.at(-1);
    const goesOn = word.joint === 'space' || word.joint === 'hyphen';
    if (goesOn && before !== undefined && run?.at(-1) === before && before.owned === undefined) {
      run.push(word);
    } else {
      runs.push([word]);
    }
  }
  return runs;
}
