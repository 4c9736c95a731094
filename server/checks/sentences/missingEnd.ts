import {
  isArticle,
  isBe,
  isCoordinator,
  isHave,
  isPossessiveDeterminer,
  isPreposition,
  isRelative,
  isSubordinator,
} from '../../lexicon/functionWords.js';
import { finiteMainVerb } from '../../prose/grammar/morphology.js';
import type { Block } from '../../prose/prose.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { hasEndMark, isFlattened, passagesOf } from './structure/passage.js';
import { childWithRelation, treeOf } from './structure/tree.js';

/** A single line with fewer words is a label, not a sentence. */
const MIN_SENTENCE_WORDS = 9;

/** Counts of how the paragraphs of a text end. */
interface EndingHabits {
  readonly paragraphs: number;
  /** Paragraphs that end in punctuation. */
  readonly ended: number;
  /** Paragraphs of one sentence that end without punctuation. */
  readonly openSingles: number;
}

/** Counts how the paragraphs of a text end. */
export function endingHabits(blocks: readonly Block[]): EndingHabits {
  const paragraphs = blocks.filter(
    ({ kind, role, emphasised }) => kind === 'paragraph' && role === 'prose' && !emphasised,
  );
  return {
    paragraphs: paragraphs.length,
    ended: paragraphs.filter(({ text }) => hasEndMark(text)).length,
    openSingles: paragraphs.filter((block) => block.sentences.length === 1 && isOpenEnded(block))
      .length,
  };
}

/**
 * Finds a missing full stop at the end of a paragraph of running prose; `before` is the previous
 * block.
 */
export function findMissingEnd(
  block: Block,
  before: Block | undefined,
  habits: EndingHabits,
): readonly GrammarError[] {
  if (!isOpenEnded(block) || isFlattened(block.text)) return [];
  const passage = passagesOf(block).at(-1);
  const last = passage?.words.at(-1);
  if (passage === undefined || last === undefined || passage.sentence.role !== 'prose') return [];
  if (
    !passage.words.some(({ tag }) => tag === 'VERB' || tag === 'AUX') ||
    !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(passage.sentence.text) ||
    !/\p{Ll}/u.test(passage.sentence.text)
  )
    return [];
  const isSingle = block.sentences.length === 1;
  if (isSingle && TRAILING_CREDIT.test(block.text)) return [];
  if (
    isSingle &&
    !(
      passage.words.length > MIN_SENTENCE_WORDS &&
      hasMainClause(passage.words) &&
      isAmongProse(before, habits)
    )
  )
    return [];
  const end = block.text.trimEnd().length;
  return [
    {
      kind: 'missing-end',
      span: { start: last.start, end: last.end },
      message: `“${last.text}” ends the paragraph and needs a full stop after it.`,
      confidence: isSingle ? 0.85 : 0.92,
      fixes: [grammarFix('Add a full stop', end, end, '.')],
      // “… and that the”: more than a full stop is missing.
      isFirstFixPreferred: !leadsOn(last),
    },
  ];
}

/** True for words that can stand alone as a sentence: their finite verb has a subject before it. */
function hasMainClause(words: readonly Token[]): boolean {
  const tree = treeOf(words);
  const verb = finiteMainVerb(tree);
  const subject = childWithRelation(tree, tree.root, /^(?:[nc]subj|expl)/u);
  const isSubordinate = childWithRelation(tree, tree.root, /^mark/u) !== undefined;
  return verb >= 0 && subject !== undefined && subject < verb && !isSubordinate;
}

/** True for a word on which others should follow. “The medal is his” does not lead on. */
function leadsOn(word: Token): boolean {
  if (/^(?:his|her)$/u.test(word.lower)) return false;
  return [
    isArticle,
    isPossessiveDeterminer,
    isPreposition,
    isCoordinator,
    isSubordinator,
    isRelative,
    isBe,
    isHave,
  ].some((opens) => opens(word));
}

/** A picture credit at the end of a caption (“the new bus From City Transit”). */
const TRAILING_CREDIT = /\s(?:From|By|Via|Courtesy)\s\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$/u;

/** True for a paragraph that ends in a word, a figure or a bracket. */
function isOpenEnded(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.role !== 'prose' || block.emphasised) return false;
  const ending = block.text.trimEnd().slice(-4);
  return /[\p{L}\p{N}%)]$/u.test(ending) && !/[.!?]["”’']?\)$/u.test(ending);
}

/**
 * True if nearly all other paragraphs of the text end in punctuation, so that the line is not a
 * label, and it follows a heading or prose, not a picture. Several such lines in one text are
 * intended: captions, links to other stories.
 */
function isAmongProse(
  before: Block | undefined,
  { paragraphs, ended, openSingles }: EndingHabits,
): boolean {
  if (before === undefined || before.kind === 'caption') return false;
  if (before.kind !== 'heading' && !hasEndMark(before.text)) return false;
  return openSingles === 1 && ended >= 3 && ended * 10 >= paragraphs * 7;
}
