import { isParticle } from '../lexicon/nameWords.js';
import type { RawBlock } from './markdown.js';

/**
 * The role of a sentence in a news story. `dateline` is the place before the first sentence of a
 * report, `byline` and `credit` name who produced it, `attribution` is the line below a quotation
 * that names its speaker (“— Niva Yau”), `cue` an instruction of a broadcast script; only `prose` makes claims.
 */
export type SentenceRole =
  'prose' | 'heading' | 'dateline' | 'byline' | 'credit' | 'attribution' | 'cue';

/**
 * Words that open a line naming the author of a report or a picture, and the character after them.
 */
const BYLINE = /^(?:by|text by|story by|words by)\s+(\S)/iu;
const CREDIT =
  /^(?:photographs?|photos?|pictures?|graphics?|illustrations?|video|reporting|additional reporting|writing|editing|compiled|translated)\s+by\s+(\S)/iu;
const CONTRIBUTED =
  /\bcontributed\s+(?:reporting|research|to\s+(?:this\s+|the\s+)?(?:report|article|story|research))/iu;

/**
 * The opening of a line in a broadcast script that nobody speaks: “SUPER: Ada Roe, mayor”, “[SOT]”,
 * “(GFX: map)”.
 */
const CUE =
  /^[[(]?(?:SLUG|SUPER|CG|CHYRON|LOWER THIRD|GFX|SOT|VO ?\/ ?SOT|VOSOT|PKG|TRT|NAT SOUND|NATS|SFX|IN ?CUE|OUT ?CUE)(?=:|[\])]|$| [-–—] )/u;

/** Bylines and credit lines are short; a sentence that merely begins with “By” is longer. */
const MAX_CREDIT_WORDS = 24;

/** The structural role of a whole block. */
export function structuralRoleOf(block: RawBlock): SentenceRole {
  if (block.kind === 'heading') return 'heading';
  if (block.text.split(/\s+/u).length > MAX_CREDIT_WORDS) return 'prose';
  const text = block.text.trim();
  if (CUE.test(text)) return 'cue';
  if (isFollowedByName(BYLINE, text) && hasOnlyNames(text)) return 'byline';
  return isFollowedByName(CREDIT, text) || CONTRIBUTED.test(text) ? 'credit' : 'prose';
}

/** True if a capital follows: “Editing by Ana Roe”, but not “Editing by hand takes a day.” */
function isFollowedByName(pattern: RegExp, text: string): boolean {
  return /^\p{Lu}/u.test(pattern.exec(text)?.[1] ?? '');
}

/**
 * True if a line after “By” contains names and little else: no lower-case words except those that
 * join names and roles.
 */
function hasOnlyNames(text: string): boolean {
  const first = text.split(/\.\s+(?=\p{Lu}\p{Ll}+\s+by\b)/u)[0] ?? text;
  const lower = first
    .replace(/^\S+\s+(?:by\s+)?/iu, '')
    .split(/[\s,]+/u)
    .filter(
      (word) =>
        /^\p{Ll}/u.test(word) && !/^(?:and|in|of|for|at|the)$/u.test(word) && !isParticle(word),
    );
  return lower.length === 0;
}

/**
 * The length of the dateline that opens a report's first paragraph, including the dash and the
 * space (“ASTANA, Kazakhstan — ”); 0 if there is none. The format is that of the AP and Reuters
 * stylebooks: the city in capitals, then a region, a date or an agency, then a dash.
 */
export function datelineLength(text: string): number {
  const match =
    /^\p{Lu}[\p{Lu}.'’-]*(?:\s[\p{Lu}.'’-]+){0,6}(?:,\s[\p{L}. ]{2,30})?(?:,\s(?:\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{Ll}{2,8})(?:,?\s\d{4})?)?(?:\s\([\p{L}\d .]{2,20}\))?\s?(?:—|–|--|(?<=\s)[-|])\s*(?=\S)/u.exec(
      text,
    );
  return match !== null && /\p{Lu}{3}/u.test(match[0]) ? match[0].length : 0;
}

/**
 * True if the last words of a quotation are its attribution: a dash, then a name and possibly a job
 * title (“— Niva Yau, fellow”, “— Harsh V. Pant”).
 */
export function isAttributionLine(text: string): boolean {
  if (text.length > MAX_ATTRIBUTION_LENGTH || text.split(/\s+/u).length > MAX_ATTRIBUTION_WORDS)
    return false;
  const unabbreviated = text.replace(/(?<=\b(?:\p{Lu}|\p{Lu}\p{Ll}{1,3}))\.(?=\s)|\.$/gu, '');
  return /^(?:—|–|--?)\s*\p{Lu}[^.!?]*$/u.test(unabbreviated);
}

const MAX_ATTRIBUTION_WORDS = 16;
const MAX_ATTRIBUTION_LENGTH = 200;
