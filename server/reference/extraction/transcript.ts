import { isCourtesyTitle } from '../../lexicon/honorifics.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import type { Block, Prose } from '../../prose/prose.js';
import type { Sentence } from '../../prose/sentences.js';
import { isGivenName } from '../../lexicon/givenNames.js';
import { isNameLikeRole, isPersonTitle, isRoleNoun } from '../../lexicon/roleWords.js';
import { mayBeInitials, namesByInitials, withoutAccents } from './initials.js';
import { isParticle } from '../../lexicon/nameWords.js';

/** One turn of a speaker in a transcript. */
export interface Turn {
  /** The speaker as written before the colon, without office or time: “ROE”, “Ada Roe”. */
  readonly speaker: string;
  /**
   * The name in the label, without titles, or, for initials, the full name; `undefined` if it names nobody: “Q”,
   * “REPORTER”.
   */
  readonly name: string | undefined;
  /** The words without the label. */
  readonly text: string;
  /** The block in which the turn starts. */
  readonly block: Block;
  /** The first sentence of the turn. */
  readonly sentence: Sentence;
}

/** A turn under construction. */
interface TurnInProgress extends Omit<Turn, 'text' | 'name'> {
  readonly texts: string[];
}

/** The label of a turn: “ROE:”, “Ada Roe, mayor of Lund:”, “Ms. Roe (by phone):”; in an interview also “Q.” and “A.” */
const LABEL =
  /^(?:(?<letter>[QA])\.|(?<speaker>\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|della|der|van|von|da|du|al|bin|\d{1,2})){0,5})(?:,\s[^:.?!]{2,60})?(?:\s*[([][^)\]]{1,40}[)\]])?:)\s+(?=["“‘'(]?\p{L})/u;

/** A text with fewer turns or speakers, or a smaller share of sentences in turns, is not a transcript. */
const MIN_TURNS = 2;
const MIN_SPEAKERS = 2;
const MIN_SHARE = 0.6;

/** The turns of a transcript (“ROE: We came late.”) in order; empty for any other text, even one with colons. */
export function transcriptTurnsIn(prose: Prose): readonly Turn[] {
  const { blocks } = prose;
  const turns: TurnInProgress[] = [];
  const labels = labelCounts(blocks);
  let isInTurn = false;
  let all = 0;
  let spoken = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const sentence of block.sentences) {
      const label = labelOf(sentence);
      if (label !== undefined) {
        const { speaker, text } = label;
        isInTurn = !isSideHeading(speaker, labels.get(speaker) ?? 0);
        if (isInTurn) turns.push({ speaker, texts: [text], block, sentence });
      } else if (isInTurn) turns.at(-1)?.texts.push(sentence.text);
      all++;
      if (turns.length > 0) spoken++;
    }
  }
  const speakers = new Set(turns.map(({ speaker }) => lastWord(speaker)));
  const hasTurns = turns.length >= MIN_TURNS && speakers.size >= MIN_SPEAKERS;
  if (!hasTurns || spoken < all * MIN_SHARE || !looksLikeTranscript(turns, speakers.size))
    return [];
  return turns.map(({ texts, ...turn }) => ({
    ...turn,
    text: texts.join(' '),
    name: nameOfLabel(turn.speaker, prose),
  }));
}

/** The name of a label; `undefined` if it is no name, or initials of nobody in the text. */
function nameOfLabel(label: string, prose: Prose): string | undefined {
  if (isGenericSpeaker(label)) return undefined;
  const untitled = withoutTitles(label);
  if (!mayBeInitials(untitled) || isWritten(inNameCase(untitled), prose)) return untitled;
  const letters = withoutAccents(untitled.replaceAll('.', ''));
  const [name, other] = namesByInitials(prose).get(letters) ?? [];
  if (name !== undefined && other === undefined) return name;
  // “LEE” and “ROE” are surnames, “JM” and “PTK” are not.
  return letters.length > 2 && /^.[AEIOUY]|[AEIOUY].$/u.test(letters) ? untitled : undefined;
}

/** A label without the titles before the name: “ADA ROE” for “CLLR ADA ROE”. */
function withoutTitles(label: string): string {
  const words = label.split(/\s+/u);
  return words.slice(words.findIndex((word) => !isTitleInLabel(word))).join(' ');
}

/** True for a title in a label, which may be in capitals: “Cllr”, “CLLR”. */
export function isTitleInLabel(word: string): boolean {
  return isPersonTitle(word) || isPersonTitle(inNameCase(word));
}

/** True if a text contains the word. */
function isWritten(word: string, { blocks }: Prose): boolean {
  return blocks.some(({ sentences }) =>
    sentences.some(({ tokens }) => tokens.some((token) => token.text === word)),
  );
}

function labelCounts(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { kind, sentences } of blocks) {
    for (const sentence of kind === 'heading' ? [] : sentences) {
      const speaker = labelOf(sentence)?.speaker;
      if (speaker !== undefined) count.set(speaker, (count.get(speaker) ?? 0) + 1);
    }
  }
  return count;
}

/** True for an English word before a colon that occurs once: “Note:”, “Place:”. */
export function isSideHeading(label: string, count: number): boolean {
  return (
    count === 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(label) &&
    isEnglishWord(label) &&
    !isGivenName(label) &&
    !isGenericSpeaker(label)
  );
}

/** The last word of a label in lower case, which “ADA ROE” and “ROE” have in common. */
function lastWord(speaker: string): string {
  return (speaker.split(/\s+/u).at(-1) ?? speaker).toLowerCase();
}

function labelOf({
  text,
}: Sentence): { readonly speaker: string; readonly text: string } | undefined {
  const match = LABEL.exec(text);
  const speaker = match?.groups?.letter ?? match?.groups?.speaker;
  return match === null || speaker === undefined
    ? undefined
    : { speaker, text: text.slice(match[0].length) };
}

/** True if speakers recur, or all are written in a form typical of transcripts, unlike the terms of a list. */
function looksLikeTranscript(
  turns: readonly { readonly speaker: string }[],
  speakers: number,
): boolean {
  return (
    turns.length > speakers ||
    turns.every(({ speaker }) => /^[\p{Lu}.'’\s\d-]+$/u.test(speaker)) ||
    turns.every(({ speaker }) => isTitled(speaker))
  );
}

function isTitled(speaker: string): boolean {
  const [title = '', ...rest] = speaker.split(/\s/u);
  return rest.length > 0 && (isCourtesyTitle(title) || title === 'Judge');
}

const GENERIC_SPEAKER =
  /^(?:q|a|question|answer|reporter|interviewer|host|moderator|audience|speaker|voice|caller|journalist|clerk|operator|participant|unidentified|unknown)\b/iu;

/** True for a label that is not a name: “Q”, “REPORTER”, “Speaker 2”. */
export function isGenericSpeaker(speaker: string): boolean {
  const words = speaker.split(/\s+/u);
  const last = words.at(-1) ?? '';
  const isOffice =
    isRoleNoun(last) && !isNameLikeRole(last) && words.every((word) => isEnglishWord(word));
  return isOffice || /^(?:mayor|judge)$/iu.test(speaker) || GENERIC_SPEAKER.test(speaker);
}

/** True for a label in capitals, as is usual in transcripts. */
export function isAllCapsLabel(speaker: string): boolean {
  return /\p{Lu}{2}/u.test(speaker) && !/\p{Ll}/u.test(speaker);
}

/**
 * Converts a name in capitals to its usual case: “Roe”, “Jan van der Meer”, “O'Neill”. `written` contains words as the
 * source writes them elsewhere (“MacLeod”), by their lower case.
 */
export function inNameCase(name: string, written?: ReadonlyMap<string, string>): string {
  return name
    .split(' ')
    .map((word, index) => {
      const lower = word.toLowerCase();
      if (index > 0 && isParticle(lower)) return lower;
      const known = written?.get(lower);
      if (known !== undefined) return known;
      return word
        .replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase())
        .replace(/^Mc\p{Ll}/u, (start) => `Mc${start.slice(2).toUpperCase()}`);
    })
    .join(' ');
}
