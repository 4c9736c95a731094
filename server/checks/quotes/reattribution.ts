import { isArticle, isCoordinator, isPreposition } from '../../lexicon/functionWords.js';
import { isRoleNoun, isRoleQualifier } from '../../lexicon/roleWords.js';
import { speechVerb } from '../../lexicon/speechVerbs.js';
import type { PlacedAttribution } from '../../prose/speech/attribution.js';
import type { Prose } from '../../prose/prose.js';
import type { Span } from '../../prose/span.js';
import type { Reference } from '../../reference/reference.js';
import { hasNamedBefore, nameInStyleOf, roleNounsAt, roleNounsOf, roleOf } from './speaker.js';

/** The wording of an attribution to another speaker. */
interface Reattribution {
  /**
   * The replaced text: the speaker with the office before or after the name, in UTF-16 units of the
   * block's prose.
   */
  readonly span: Span;
  readonly newText: string;
  /** The new speaker, as the label of a button. */
  readonly named: string;
  /** False if words after the name may still be about the old speaker. */
  readonly isWhole: boolean;
}

/**
 * Attributes words to another person: with the full name and the role if the draft has not named
 * the person yet, with the surname if it has. The old speaker's office is removed too. `undefined`
 * if the name continues after the words that were read as the speaker, because the rest would
 * remain.
 */
export function reattributed(
  { block, span, speaker }: PlacedAttribution,
  name: string,
  draft: Prose,
  reference: Reference,
): Reattribution | undefined {
  const { text } = block;
  if (/^[-‐‑–]\p{L}/u.test(text.slice(speaker.span.end, speaker.span.end + 3))) return undefined;
  const [known, right] = [
    roleNounsAt(speaker.span, block.content, reference),
    roleNounsOf(name, reference),
  ];
  const isRole = (word: string): boolean => isRoleNoun(word) || known.has(word) || right.has(word);
  // An office that the new speaker has, and the old one has not, stays.
  const isRight = (office: string): boolean =>
    office.split(/\s+/u).some((word) => right.has(word) && !known.has(word));
  const before = text.slice(0, speaker.span.start);
  const title = before.slice(before.length - titleLength(before, isRole));
  const office = text
    .slice(speaker.span.end)
    .slice(0, officeLength(text.slice(speaker.span.end), isRole));
  const isOfficeRight = [title, office].some(isRight);
  const start = speaker.span.start - (isRight(title) ? 0 : title.length);
  const end = speaker.span.end + (isRight(office) ? 0 : office.length);
  const isSigned = /[—–-]\s*$/u.test(text.slice(0, start).slice(-3));
  const isNamed = hasNamedBefore(name, { block, at: speaker.span.start }, draft, reference);
  const named = isSigned ? name : nameInStyleOf(speaker.text, name, isNamed, draft, reference);
  const after = text.slice(end);
  const isRoleGiven =
    isNamed ||
    isSigned ||
    isOfficeRight ||
    isIntroduced(before, isRole) ||
    /^['’]s\b/u.test(after) ||
    hasRoleInDraft(name, draft, reference);
  const role = isRoleGiven ? undefined : roleOf(name, text.slice(start, end), reference);
  const isEnclosed = end > speaker.span.end && after.startsWith(',');
  // The comma that ended the old office: it stays unless the verb follows.
  const isVerbFirst = span.start < speaker.span.start;
  const isCommaKept = role !== undefined || isVerbFirst || /^,\s*[“"]/u.test(after);
  const comma = role !== undefined && /^\s+\p{L}/u.test(after) ? ',' : '';
  return {
    span: { start, end: end + (isEnclosed && !isCommaKept ? 1 : 0) },
    newText: role === undefined ? named : `${named}, ${role}${comma}`,
    named: role === undefined ? named : `${named}, ${role}`,
    isWhole:
      isOfficeRight ||
      office.length > 0 ||
      !/^,\s+(?!and\b|but\b|\p{Ll}+ing\b)[\p{L}\p{N}]/u.test(after),
  };
}

/** True if an office and a comma stand before the name: “said its secretary, Ada Roe”. */
function isIntroduced(before: string, isRole: (word: string) => boolean): boolean {
  const [, office] =
    /\b(?:the|an?|its|their|his|her)\s([^,.;:!?“”"]{1,60}),\s$/u.exec(before) ?? [];
  return office?.split(/\s+/u).some(isRole) === true;
}

/** True if a draft gives the role of a person after the full name anywhere. */
function hasRoleInDraft(name: string, { blocks }: Prose, reference: Reference): boolean {
  const known = roleNounsOf(name, reference);
  const isRole = (word: string): boolean => isRoleNoun(word) || known.has(word);
  return blocks.some(({ text }) => {
    const at = text.indexOf(`${name}, `);
    return at >= 0 && officeLength(text.slice(at + name.length), isRole) > 0;
  });
}

/** More words than this before a name are not an office. */
const MOST_TITLE_WORDS = 4;

/** The length of an office in lower case at the end of a text, with the space after it: “said harbour master ”. */
function titleLength(before: string, isRole: (word: string) => boolean): number {
  const words = before.slice(-80).split(' ');
  // The last one is empty: it is the text after the space before the name.
  let at = words.length - 1;
  if (words[at] !== '' || !isRole(words[at - 1] ?? '')) return 0;
  const least = Math.max(1, at - MOST_TITLE_WORDS);
  while (at > least && canBeInTitle(words[at - 1] ?? '')) {
    at--;
    if (isArticle({ text: words[at] ?? '' })) break;
  }
  return words.slice(at).join(' ').length;
}

function canBeInTitle(word: string): boolean {
  return (
    /^\p{Ll}[\p{L}'’-]*$/u.test(word) &&
    speechVerb(word) === undefined &&
    !isPreposition({ text: word }) &&
    !isCoordinator({ text: word })
  );
}

/** The longest office after a name, in UTF-16 units. */
const MAX_OFFICE_LENGTH = 80;

/**
 * The maximum number of words of a body before its office: “Brede Dredging’s chief engineer” has
 * two.
 */
const MOST_BODY_WORDS = 4;

/** The length of an office at the start of a text, with the comma before it: “, the harbour master of Lund”. */
function officeLength(after: string, isRole: (word: string) => boolean): number {
  const match = /^,\s+([^,.;:!?“”"()—–]+)/u.exec(after.slice(0, MAX_OFFICE_LENGTH));
  const words = match?.[1]?.trim().split(/\s+/u) ?? [];
  const [first = ''] = words;
  const isOfBody = words.slice(0, MOST_BODY_WORDS).some((word) => /\p{L}['’]s?$/u.test(word));
  const opens = isArticle({ text: first }) || isRole(first) || isRoleQualifier(first) || isOfBody;
  const isOffice =
    opens && words.some(isRole) && words.every((word) => speechVerb(word) === undefined);
  return isOffice ? (match?.[0].trimEnd().length ?? 0) : 0;
}
