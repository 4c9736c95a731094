import { isArticle } from '../../lexicon/functionWords.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isBodyHead, isSaint } from '../../lexicon/nameWords.js';
import { isPersonTitle } from '../../lexicon/roleWords.js';
import type { CooperativeTask } from '../../prose/cooperativeTask.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { memoize } from '../../prose/memoize.js';
import { draftSpanOf } from '../../prose/prose.js';
import type { EntityKind } from '../../reference/model.js';
import type { NameWord } from '../../reference/names/words.js';
import type { Reference } from '../../reference/reference.js';
import type { Finding } from '../finding.js';
import { RULES } from '../rules.js';
import { sourceWordsOf } from '../spelling/sourceWords.js';
import type { NamesInBlock, NamesInDraft, NamesInSentence } from './nameIndexing.js';

/**
 * Reports, at the first occurrence, names of people and organisations that are not in the sources,
 * in a draft that is about the same story. Yields after each block.
 */
export function* checkUnknown(
  { names, blocks, isMostlyKnown, knownCount }: NamesInDraft,
  reference: Reference,
): CooperativeTask<readonly Finding[]> {
  if (!isMostlyKnown || knownCount === 0) return [];
  const sources = sourceWordsOf(reference);
  const reported = new Set<string>();
  const findings: Finding[] = [];
  for (const { block, blockNames } of blocks) {
    for (const { keys, kind, start, end } of unknownIn(blockNames)) {
      const name = block.text.slice(start, end);
      if (reported.has(name) || (kind === 'body' && names.endsWith(keys))) continue;
      reported.add(name);
      // A heading in capitals has no names, but the words.
      if (sources.hasTogether(name)) continue;
      findings.push({
        code: 'name/unknown',
        severity: RULES['name/unknown'].severity,
        message: `“${name}” does not appear in your sources.`,
        span: draftSpanOf(block, { start, end }),
        evidence: [],
        fixes: [],
        name: { text: name, kind },
      });
    }
    yield;
  }
  return findings;
}

interface UnknownName {
  /** The keys of its words. */
  readonly keys: readonly string[];
  readonly kind: EntityKind;
  /** UTF-16 offsets into the block's prose. */
  readonly start: number;
  readonly end: number;
}

const unknownIn = memoize(({ sentences }: NamesInBlock) => sentences.flatMap(unknownInSentence));

function unknownInSentence({
  sentence,
  words,
  mentionAt,
  context,
}: NamesInSentence): readonly UnknownName[] {
  if (sentence.role !== 'prose' || context.isHeadline) return [];
  return runsOf(words).flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < 2) return [];
    if (run.some((word) => mentionAt.has(word.first)) && !isNamedAfterPlace(run, mentionAt))
      return [];
    // Initials and acronyms side by side are no name.
    if (run.every(({ text }) => /^\p{Lu}{1,3}\.?$/u.test(text))) return [];
    const foreign = run.every((word) => !isEnglishWord(word.text));
    if (!foreign && !isGivenName(first.text) && !isBodyHead(last.text)) return [];
    const kind = isBodyHead(last.text) ? 'body' : isSaint(first.text) ? 'place' : 'person';
    const keys = run.map(({ key }) => key);
    return [{ keys, kind, start: first.start, end: last.end }];
  });
}

/**
 * True for an organisation whose name continues after that of a known place: “Sundvik Primary
 * School”. “Sundvik Council” may be any council.
 */
function isNamedAfterPlace(
  run: readonly NameWord[],
  mentionAt: NamesInSentence['mentionAt'],
): boolean {
  const place = mentionAt.get(run[0]?.first ?? -1);
  const rest = run.filter(({ first }) => first > (place?.last ?? Infinity));
  return (
    place?.entity.kind === 'place' &&
    rest.length > 1 &&
    rest.every(({ first }) => !mentionAt.has(first)) &&
    isBodyHead(rest.at(-1)?.text ?? '')
  );
}

/** Runs of capitalised words without titles and articles. */
function runsOf(words: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const runs: NameWord[][] = [];
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word.text) || isPersonTitle(word.text) || isArticle(word)) continue;
    const before = words[at - 1];
    const run = runs.at(-1);
    const goesOn = word.joint === 'space' || word.joint === 'hyphen';
    if (
      goesOn &&
      before !== undefined &&
      run?.at(-1) === before &&
      before.possessive === undefined
    ) {
      run.push(word);
    } else {
      runs.push([word]);
    }
  }
  return runs;
}
