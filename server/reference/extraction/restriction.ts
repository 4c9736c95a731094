import { frontMatterIn } from '../../prose/markdownGrammar.js';

/** Who may see a source besides the reporter, by its front matter or its folder. */
export interface Restriction {
  /** True for a source that nobody else may see. */
  readonly isConfidential?: true;
  /** The value of the embargo, usually its last day: “2026-12-01”. */
  readonly embargo?: string;
}

/**
 * The number of lines in which front matter that is not closed, or does not begin in the first
 * line, is looked for.
 */
const TOP_LINES = 20;

const FIELD = /^[ \t]*["']?(confidential|embargo(?:ed)?(?:[ _-]?until)?)["']?[ \t]*[:=](.*)$/gimu;

/** Values that deny a mark. A field without a value is a mark: to withhold too much does no harm. */
const DENIAL = /^["']?(?:false|no|none|null|off|~|0)["']?$/iu;

/** The folder whose files are confidential, whatever their format. */
const FOLDER = /(?:^|[\\/])confidential[\\/]/iu;

/**
 * The restriction of a source with this text and name; an empty object if there is none. Takes time linear in
 * the text.
 */
export function restrictionOf(text: string, name: string): Restriction {
  let restriction: Restriction = FOLDER.test(name) ? { isConfidential: true } : {};
  for (const [, name = '', rest = ''] of frontMatterOf(text).matchAll(FIELD)) {
    const value = rest.replace(/(?:^|\s)#.*$/u, '').trim();
    if (DENIAL.test(value)) continue;
    restriction =
      name.toLowerCase() === 'confidential'
        ? { ...restriction, isConfidential: true }
        : { ...restriction, embargo: value };
  }
  return restriction;
}

function frontMatterOf(text: string): string {
  const front = frontMatterIn(text);
  if (front !== undefined) return text.slice(front.start, front.end);
  const opening = /^[\s\uFEFF]*(?:---|\+\+\+)[ \t]*[\r\n]/u.exec(text);
  return opening === null ? '' : text.split(/\r\n?|\n/u, TOP_LINES).join('\n');
}

/** A day, optionally with a time, which is ignored. */
const DAY = /^["']?(\d{4}-\d{2}-\d{2})(?:["']?$|[T ]\d)/u;

/**
 * True if a source may be shown to anyone. An embargo ends with its day; one that names no day, or more
 * than a day and a time, does not end.
 *
 * @param today A day as “2026-12-01”.
 */
export function mayBeShown({ isConfidential, embargo }: Restriction, today: string): boolean {
  if (isConfidential === true) return false;
  if (embargo === undefined) return true;
  const day = DAY.exec(embargo)?.[1];
  return day !== undefined && day < today;
}
