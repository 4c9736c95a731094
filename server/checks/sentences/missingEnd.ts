import type { Block } from '../../prose/prose.js';
import type { Token } from '../../prose/tokens.js';
import { type GrammarError, grammarFix } from './grammarError.js';
import { clausesOf } from './structure/clauses.js';
import { finitenessOf } from './structure/finiteVerbs.js';
import { hasEndMark, isFlattened, passagesOf } from './structure/passage.js';

/** Words that a lone line must have to be taken for a sentence rather than for a label. */
const SENTENCE_WORDS = 9;

/** How the paragraphs of a text end. */
interface EndingHabits {
  readonly paragraphs: number;
  /** Paragraphs that end in their mark. */
  readonly whole: number;
  /** Paragraphs of one sentence that end without one. */
  readonly lone: number;
}

/** Counts how the paragraphs of a text end. */
export function endingHabits(blocks: readonly Block[]): EndingHabits {
  const paragraphs = blocks.filter(
    ({ kind, role, emphasised }) => kind === 'paragraph' && role === 'prose' && !emphasised,
  );
  return {
    paragraphs: paragraphs.length,
    whole: paragraphs.filter(({ text }) => hasEndMark(text)).length,
    lone: paragraphs.filter((block) => block.sentences.length === 1 && isOpenEnded(block)).length,
  };
}

/** A paragraph of running prose that stops without its full stop; `before` is the block before it. */
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
    !hasVerb(passage.words) ||
    !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(passage.sentence.text) ||
    !/\p{Ll}/u.test(passage.sentence.text)
  )
    return [];
  const lone = block.sentences.length === 1;
  if (lone && CREDITED.test(block.text)) return [];
  if (
    lone &&
    !(
      passage.words.length > SENTENCE_WORDS &&
      isDeclarative(passage.words) &&
      isAmongProse(before, habits)
    )
  )
    return [];
  if (!lone && passage.words.length < 4) return [];
  const end = block.text.trimEnd().length;
  return [
    {
      kind: 'missing-end',
      span: { start: last.start, end: last.end },
      message: 'The paragraph ends without a full stop.',
      confidence: lone ? 0.85 : 0.92,
      fixes: [grammarFix('Add a full stop', end, end, '.')],
      isFirstFixPreferred: true,
    },
  ];
}

/** A caption's end: the name of who lent the picture (“the new bus From City Transit”). */
const CREDITED = /\s(?:From|By|Via|Courtesy)\s\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$/u;

/** True for a paragraph that ends on a word, a figure or a bracket. */
function isOpenEnded(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.role !== 'prose' || block.emphasised) return false;
  const ending = block.text.trimEnd().slice(-4);
  return /[\p{L}\p{N}%)]$/u.test(ending) && !/[.!?]["”’']?\)$/u.test(ending);
}

/** True where a subject stands before the first verb, as it does in no label and no call to “click here”. */
function isDeclarative(words: readonly Token[]): boolean {
  const [first] = clausesOf(words);
  return first !== undefined && first.subject < first.verb;
}

function hasVerb(words: readonly Token[]): boolean {
  const finite = finitenessOf(words);
  return words.some(
    (word, at) => finite[at] === 'yes' || (finite[at] === 'perhaps' && word.tag === 'VERB'),
  );
}

/**
 * True where nearly all other paragraphs of the text end in their mark, so that the line is no label,
 * and a heading or prose stands before it, not a picture. A text with several such lines has them by
 * habit: captions, signposts to other stories.
 */
function isAmongProse(
  before: Block | undefined,
  { paragraphs, whole, lone }: EndingHabits,
): boolean {
  if (before === undefined || before.kind === 'caption') return false;
  if (before.kind !== 'heading' && !hasEndMark(before.text)) return false;
  return lone === 1 && whole >= 3 && whole * 10 >= paragraphs * 7;
}
