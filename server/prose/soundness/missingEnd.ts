import type { Block } from '../prose.js';
import type { Token } from '../tokens.js';
import { type Break, repair } from './break.js';
import { finitenessOf } from './finiteVerbs.js';
import { hasEndMark, isFlattened, passagesOf } from './passage.js';

/** Words that a lone line must have to be taken for a sentence rather than for a label. */
const SENTENCE_WORDS = 9;

/** A paragraph of running prose that stops without its full stop; `around` are the blocks of its text. Cannot throw. */
export function findMissingEnd(block: Block, around: readonly Block[]): readonly Break[] {
  const end = block.text.trimEnd().length;
  if (isFlattened(block.text)) return [];
  if (block.kind !== 'paragraph' || block.role !== 'prose' || block.emphasised) return [];
  if (!/[\p{L}\p{N}%)]$/u.test(block.text.slice(0, end))) return [];
  const passage = passagesOf(block).at(-1);
  const last = passage?.words.at(-1);
  if (passage === undefined || last === undefined || passage.sentence.role !== 'prose') return [];
  if (!hasVerb(passage.words) || !/^["“‘'(]?[\p{Lu}\p{N}]/u.test(passage.sentence.text)) return [];
  const lone = block.sentences.length === 1;
  if (lone && !(passage.words.length > SENTENCE_WORDS && isAmongProse(block, around))) return [];
  if (!lone && passage.words.length < 4) return [];
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

function hasVerb(words: readonly Token[]): boolean {
  const finite = finitenessOf(words);
  return words.some((word, at) => finite[at] === 'yes' || (finite[at] === 'perhaps' && word.tag === 'VERB'));
}

/** True where nearly all other paragraphs of the text end in their mark, and a heading or prose stands before. */
function isAmongProse(block: Block, around: readonly Block[]): boolean {
  const paragraphs = around.filter((other) => other.kind === 'paragraph' && other.role === 'prose' && !other.emphasised);
  const whole = paragraphs.filter((other) => hasEndMark(other.text));
  const before = around[around.indexOf(block) - 1];
  const afterProse = before !== undefined && before.kind !== 'caption' && (before.kind === 'heading' || hasEndMark(before.text));
  return afterProse && whole.length >= 3 && whole.length * 10 >= paragraphs.length * 7;
}
