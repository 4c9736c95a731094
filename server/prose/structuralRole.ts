import type { RawBlock } from './markdown.js';

/**
 * What a sentence is to a newspaper. `dateline` is the place before the first sentence of a report,
 * `byline` and `credit` name who made it, `attribution` is the line below a quotation that names its
 * speaker (“— Niva Yau”); only `prose` claims anything.
 */
export type SentenceRole = 'prose' | 'heading' | 'dateline' | 'byline' | 'credit' | 'attribution';

/** Words that open a line naming who made a report or a picture, with what such a line is. */
const BYLINE = /^(?:by|text by|story by|words by)\s+(\S)/iu;
const CREDIT =
  /^(?:photographs?|photos?|pictures?|graphics?|illustrations?|video|reporting|additional reporting|writing|editing|compiled|translated)\s+by\s+(\S)/iu;
const CONTRIBUTED =
  /\bcontributed\s+(?:reporting|research|to\s+(?:this\s+|the\s+)?(?:report|article|story|research))/iu;

/** A byline or a credit line is short; a sentence that merely opens with “By” runs on. */
const FURNITURE_WORDS = 24;

/** What a whole block is to a newspaper. */
export function structuralRoleOf(block: RawBlock): SentenceRole {
  if (block.kind === 'heading') return 'heading';
  if (block.text.split(/\s+/u).length > FURNITURE_WORDS) return 'prose';
  const text = block.text.trim();
  if (opensWithName(BYLINE, text) && isNames(text)) return 'byline';
  return opensWithName(CREDIT, text) || CONTRIBUTED.test(text) ? 'credit' : 'prose';
}

/** True where a capital follows: “Editing by Ana Roe”, but not “Editing by hand takes a day.” */
function opensWithName(pattern: RegExp, text: string): boolean {
  return /^\p{Lu}/u.test(pattern.exec(text)?.[1] ?? '');
}

/** True where a line after “By” holds names and little else: no lower-case word but those that join names and roles. */
function isNames(text: string): boolean {
  const first = text.split(/\.\s+(?=\p{Lu}\p{Ll}+\s+by\b)/u)[0] ?? text;
  const lower = first
    .replace(/^\S+\s+(?:by\s+)?/iu, '')
    .split(/[\s,]+/u)
    .filter(
      (word) =>
        /^\p{Ll}/u.test(word) &&
        !/^(?:and|in|of|for|at|the|de|da|van|von|der|el|al|bin|ibn|la|le|del|di|dos)$/u.test(word),
    );
  return lower.length === 0;
}

/**
 * The length of the dateline that opens a report's first paragraph, dash and space included
 * (“ASTANA, Kazakhstan — ”); 0 where there is none. The form is that of the AP and Reuters
 * stylebooks: the city in capitals, then a region, a date or an agency, then a dash.
 */
export function datelineLength(text: string): number {
  const match =
    /^\p{Lu}[\p{Lu}.'’-]*(?:\s[\p{Lu}.'’-]+){0,6}(?:,\s[\p{L}. ]{2,30})?(?:,\s\p{Lu}\p{Ll}{2,8}\.?\s\d{1,2})?(?:\s\([\p{L}\d .]{2,20}\))?\s?(?:—|–|--|(?<=\s)-)\s*(?=\S)/u.exec(
      text,
    );
  return match !== null && /\p{Lu}{3}/u.test(match[0]) ? match[0].length : 0;
}

/**
 * True where the last words of a quotation are its attribution: a dash, then a name and perhaps an
 * office (“— Niva Yau, fellow”, “— Harsh V. Pant”).
 */
export function isAttributionLine(text: string): boolean {
  if (text.length > LONGEST_ATTRIBUTION || text.split(/\s+/u).length > ATTRIBUTION_WORDS)
    return false;
  const unabbreviated = text.replace(/(?<=\b(?:\p{Lu}|\p{Lu}\p{Ll}{1,3}))\.(?=\s)|\.$/gu, '');
  return /^(?:—|–|--?)\s*\p{Lu}[^.!?]*$/u.test(unabbreviated);
}

const ATTRIBUTION_WORDS = 16;
const LONGEST_ATTRIBUTION = 200;
