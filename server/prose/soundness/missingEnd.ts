import type { Block } from '../prose.js';
import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import { clausesOf } from './clauses.js';
import { finitenessOf } from './finiteVerbs.js';
import { hasEndMark, isFlattened, passagesOf } from './passage.js';

/** Words that a lone line must have to be taken for a sentence rather than for a label. */
const SENTENCE_WORDS = 9;

/** A paragraph of running prose that stops without its full stop; `around` are the blocks of its text. Cannot throw. */
export function findMissingEnd(block: Block, around: readonly Block[]): readonly Break[] {
  if (!isOpenEnded(block) || isFlattened(block.text)) return [];
  const passage = passagesOf(block).at(-1);
  const last = passage?.words.at(-1);
  if (passage === undefined || last === undefined || passage.sentence.role !== 'prose') return [];
  if (!hasVerb(passage.words) || !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(passage.sentence.text) || !/\p{Ll}/u.test(passage.sentence.text)) return [];
  const lone = block.sentences.length === 1;
  if (lone && !(passage.words.length > SENTENCE_WORDS && isDeclarative(passage.words) && isAmongProse(block, around))) return [];
  if (!lone && passage.words.length < 4) return [];
  const end = block.text.trimEnd().length;
  return [
    {
      kind: 'missing-end',
      span: { start: last.start, end: last.end },
      message: 'The paragraph ends without a full stop.',
      confidence: lone ? 0.85 : 0.92,
      repairs: [repair('Add a full stop', end, end, '.')],
      plain: true,
    },
  ];
}

/** True for a paragraph that ends on a word, a figure or a bracket. */
function isOpenEnded(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.role !== 'prose' || block.emphasised) return false;
  const text = block.text.trimEnd();
  return /[\p{L}\p{N}%)]$/u.test(text) && !/[.!?]["”’']?\)$/u.test(text);
}

/** True where a subject stands before the first verb, as it does in no label and no call to “click here”. */
function isDeclarative(words: readonly Token[]): boolean {
  const [first] = clausesOf(words);
  return first !== undefined && first.subject < first.verb;
}

function hasVerb(words: readonly Token[]): boolean {
  const finite = finitenessOf(words);
  return words.some((word, at) => finite[at] === 'yes' || (finite[at] === 'perhaps' && word.tag === 'VERB'));
}

/**
 * True where nearly all other paragraphs of the text end in their mark, so that the line is no label,
 * and a heading or prose stands before it, not a picture. A text with several such lines has them by
 * habit: captions, signposts to other stories.
 */
function isAmongProse(block: Block, around: readonly Block[]): boolean {
  const before = around[around.indexOf(block) - 1];
  if (before === undefined || before.kind === 'caption' || !(before.kind === 'heading' || hasEndMark(before.text))) return false;
  const paragraphs = around.filter((other) => other.kind === 'paragraph' && other.role === 'prose' && !other.emphasised);
  const whole = paragraphs.filter((other) => hasEndMark(other.text));
  const lone = paragraphs.filter((other) => other.sentences.length === 1 && isOpenEnded(other));
  return lone.length === 1 && whole.length >= 3 && whole.length * 10 >= paragraphs.length * 7;
}
