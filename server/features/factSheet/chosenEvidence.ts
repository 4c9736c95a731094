import type { ChosenEvidence, TiedPassage } from '../../../protocol/signOff.js';
import type { Draft } from '../../checks/draft.js';
import { sideTable } from '../../prose/sideTable.js';
import { CONFIDENTIAL_SOURCE, isConfidential } from '../../reference/confidential.js';
import type { Base } from '../../reference/model.js';
import { onOneLine } from './signedSubject.js';

/**
 * The current state in the sources of a passage that was attached to an entry: its place, and
 * whether its words are still there. Nothing can be looked up in an archive, or for a confidential
 * source.
 */
export function chosenEvidence(
  passage: TiedPassage,
  { reference: { base }, uriOfSource }: Draft,
): ChosenEvidence {
  const { source } = passage;
  if (passage.isFromArchive === true || source === CONFIDENTIAL_SOURCE) return passage;
  const uri = uriOfSource(source);
  const shown = {
    ...passage,
    ...(uri === undefined ? {} : { uri }),
    ...(isConfidential(base, source) ? { isConfidential: true as const } : {}),
  };
  const sentences = sentencesOf(base, source);
  if (sentences === undefined)
    return { ...passage, stale: `“${source}” is no longer among the sources.` };
  const text = onOneLine(passage.text);
  const same = sentences.lines.get(text);
  if (same !== undefined) return { ...shown, line: same };
  return sentences.text.includes(text)
    ? shown
    : { ...shown, stale: `“${source}” was changed since and no longer has these words.` };
}

/** The sentences of a source. */
interface SourceSentences {
  /** The line of each; for a repeated one, the first. */
  readonly lines: ReadonlyMap<string, number>;
  /** All of them, one after another, and its quotes. */
  readonly text: string;
}

const known = sideTable<Base, Map<string, SourceSentences | undefined>>();

/**
 * `undefined` for a source that does not exist or is empty. Computed once for each requested
 * source.
 */
function sentencesOf(base: Base, source: string): SourceSentences | undefined {
  const ofBase = known.get(base) ?? new Map<string, SourceSentences | undefined>();
  known.set(base, ofBase);
  if (!ofBase.has(source)) ofBase.set(source, readSentences(base, source));
  return ofBase.get(source);
}

function readSentences({ facts, quotes }: Base, source: string): SourceSentences | undefined {
  const lines = new Map<string, number>();
  for (const { text, citation } of facts) {
    if (citation.source !== source) continue;
    const sentence = onOneLine(text);
    if (!lines.has(sentence)) lines.set(sentence, citation.line);
  }
  const said = quotes.filter(({ citation }) => citation.source === source);
  if (lines.size + said.length === 0) return undefined;
  const texts = [...lines.keys(), ...said.map(({ text }) => onOneLine(text))];
  return { lines, text: texts.join(' ') };
}
