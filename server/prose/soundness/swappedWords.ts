import { type Token, analysisOf } from '../tokens.js';
import type { Break } from './break.js';
import { gapModel } from './gaps/gapModel.js';
import type { Passage } from './passage.js';
import { isTimeNoun, lower } from './words.js';

/** From this chance on two words are taken to have changed places. */
const CHANCE = 0.9;
/** Put right, they must look this sound. */
const SOUND = 0.1;

/** Two words that have changed places (“hit polls the after”): likely wrong as they stand, and right the other way round. Cannot throw. */
export function findSwappedWords({ sentence, setting, text }: Passage): readonly Break[] {
  const { tokens } = sentence;
  if (setting !== 'running' || tokens.length < 5) return [];
  const { at, chance } = gapModel().judge(analysisOf(tokens)).likeliest('swapped');
  const one = tokens[at - 1];
  const two = tokens[at];
  if (chance < CHANCE || one === undefined || two === undefined) return [];
  if (
    !isPlain(one) ||
    !isPlain(two) ||
    !(isSmall(one) || isSmall(two)) ||
    text.slice(one.end, two.start) !== ' '
  )
    return [];
  if (isSetPhrase(tokens, at) || isAsked(tokens, at)) return [];
  if (!soundsRight([...tokens.slice(0, at - 1), two, one, ...tokens.slice(at + 1)], at)) return [];
  return [
    {
      kind: 'garbled',
      span: { start: one.start, end: two.end },
      message: `“${one.text} ${two.text}” seems to be “${two.text} ${one.text}”.`,
      confidence: Math.min(0.95, 0.8 + (chance - CHANCE)),
      repairs: [
        {
          title: `Change to “${two.text} ${one.text}”`,
          edits: [{ span: { start: one.start, end: two.end }, newText: `${two.text} ${one.text}` }],
        },
      ],
      plain: false,
    },
  ];
}

/** “In particular the threat”, “such a”, “nary a”: right in this order. */
function isSetPhrase(tokens: readonly Token[], at: number): boolean {
  const one = lower(tokens[at - 1]);
  // “For the first time the council …”
  if (isTimeNoun(tokens[at - 1]) || one === 'time') return true;
  if (/^an?$/u.test(lower(tokens[at])))
    return /^(?:such|many|nary|what|quite|rather|half|never|twice|once)$/u.test(one);
  return (
    /^(?:particular|general|full|short|brief|vain|private|public|secret|total|part|turn|addition|effect)$/u.test(
      one,
    ) && lower(tokens[at - 2]) === 'in'
  );
}

/** “But is this the way?”: a question turns verb and subject round. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.tag === 'AUX' && tokens.some(({ text }) => text.endsWith('?'));
}

function isPlain({ text }: Token): boolean {
  return /^\p{Ll}+$/u.test(text);
}

/** A word whose place is fixed by its neighbour: other words may stand in either order. */
function isSmall({ tag }: Token): boolean {
  return tag === 'DET' || tag === 'AUX';
}

/** True where nothing around the gap before word `at` looks wrong. */
function soundsRight(tokens: readonly Token[], at: number): boolean {
  const chances = gapModel().judge(analysisOf(tokens));
  return [at - 1, at, at + 1].every((near) => 1 - chances.chance(near, 'none') < SOUND);
}
