import { wordSet } from '../../lexicon/wordSet.js';
import { isSurnamePrefix } from '../../lexicon/nameWords.js';
import type { Entity } from '../model.js';
import { isCapitalised } from '../../prose/letterCase.js';
import { fold } from './spelling.js';
import { isHonorific } from '../../lexicon/honorifics.js';

/**
 * How a form relates to the name: `full` is the name itself, `other` another complete form, `short` the form for
 * second reference, `initials` those of a body, `demonym` a place's adjective or people, `avoided` a form to avoid,
 * `part` an incomplete form of the full name.
 */
export type FormKind = 'full' | 'other' | 'short' | 'initials' | 'demonym' | 'avoided' | 'part';

/** One way to write a name. */
export interface NameForm {
  /** Its correct spelling. */
  readonly text: string;
  readonly kind: FormKind;
  /** Its words; see `splitName`. */
  readonly words: readonly string[];
}

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/u;
const JOINING = /^(?:of|the|for|and|in|on|at|de|des|du|la|le|et|y|und|von|der|die|das|&)$/u;

/** All forms of a name: those listed for the entity, and those that follow from them by rule. */
export function nameFormsOf(entity: Entity): readonly NameForm[] {
  const forms = new Map<string, NameForm>();
  const add = (text: string, kind: FormKind): void => {
    const words = splitName(text);
    const id = words.map(fold).join(' ');
    if (id !== '' && !forms.has(id)) forms.set(id, { text, kind, words });
  };
  const all = [entity.name, ...entity.forms].map(withoutTitle);
  for (const [index, text] of all.entries()) add(text, kindOf(entity, text, index));
  for (const text of entity.demonyms) add(text, 'demonym');
  for (const text of entity.avoided ?? []) add(text, 'avoided');
  if (entity.kind === 'person') {
    for (const text of all) for (const [form, kind] of personForms(text)) add(form, kind);
  } else if (entity.kind === 'body') {
    add(initialsOf(entity.name), 'initials');
  }
  return [...forms.values()];
}

function kindOf(entity: Entity, text: string, index: number): FormKind {
  if (index === 0) return 'full';
  return entity.kind === 'person' && splitName(text).length === 1 ? 'short' : 'other';
}

function withoutTitle(text: string): string {
  const words = text
    .trim()
    .replace(/^[Tt]he\s+/u, '')
    .split(/\s+/u);
  while (words.length > 1 && isHonorific(words[0] ?? '')) words.shift();
  return words.join(' ');
}

/** The forms that follow from a person's full name by rule; `name` has single spaces between its words. */
function personForms(name: string): readonly (readonly [string, FormKind])[] {
  const forms: (readonly [string, FormKind])[] = [];
  const words = name.split(' ');
  if (words.length > 2 && GENERATION.test(fold(words.at(-1) ?? ''))) {
    words.pop();
    forms.push([words.join(' '), 'other']);
  }
  const [first = '', ...others] = words;
  if (others.length === 0) return [];
  const particle = particleIndex(words);
  const surname = words.slice(particle > 0 ? particle : -1).join(' ');
  if (others.length > 1) forms.push([`${first} ${surname}`, 'other']);
  forms.push([surname, 'short']);
  const bare = particle > 0 || surname.includes('-') ? withoutParticles(surname) : surname;
  if (bare !== surname) forms.push([bare, 'short']);
  if (words.length <= 3 && isFamilyName(first)) {
    // A leading family name may also be written last.
    forms.push([`${others.join(' ')} ${first}`, 'other'], [first, 'short']);
  }
  for (const short of partialSurnames(surname)) forms.push([`${first} ${short}`, 'part']);
  const hyphen = first.indexOf('-');
  if (hyphen >= 0) forms.push([`${first.slice(0, hyphen)} ${surname}`, 'part']);
  return forms;
}

/** The index of the surname's first particle in the words of a full name; 0 if it has none. */
function particleIndex(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index > 0 && word.split('-').every(isParticle));
  return at < words.length - 1 ? Math.max(at, 0) : 0;
}

/** A person's surname with its particles: “van der Berg”; a single-word name is returned unchanged. */
export function surnameOf(name: string): string {
  const words = name.split(' ');
  return words.slice(particleIndex(words) || -1).join(' ');
}

/** The Arabic article, which the press often leaves out. */
const ARTICLE = /^(?:al|el)[\s-]/iu;

/** A compound surname with only one half, or without some of its particles. */
function partialSurnames(surname: string): readonly string[] {
  if (!/[\s-]/u.test(surname) || ARTICLE.test(surname)) return [];
  const words = surname.split(' ');
  const halves = (words.at(-1) ?? '').split('-');
  if (words.length === 1) return halves.length > 1 ? halves : [];
  const name = words.at(-1) ?? '';
  return [name, ...(words.length > 2 ? words.slice(0, -1).map((word) => `${word} ${name}`) : [])];
}

/** A surname without its leading particles. */
function withoutParticles(surname: string): string {
  const [first, particle, rest] = /^([^\s-]+)[\s-](?=\p{L})(.*)$/u.exec(surname) ?? [];
  if (first === undefined || particle === undefined || rest === undefined) return surname;
  return isParticle(particle) ? withoutParticles(rest) : surname;
}

function isParticle(word: string): boolean {
  // “O.” is an initial, “Ó” is not.
  return isSurnamePrefix(fold(word)) && !/^[A-Z]\.?$/u.test(word);
}

/**
 * The most common Chinese, Korean and Vietnamese family names, which precede the given name.
 * They determine what “Mr. Xi” is short for.
 */
const FAMILY_FIRST = wordSet(
  'bai cai cao chang chen cheng chiang cui dai deng ding dong du duan fan fang feng fu gao geng gong gu guo han hao he hou hu ' +
    'hua huang jia jiang jin kang kong lai lei li liang liao lin liu long lu luo ma mao meng mo ning ou pan peng qian qiao qin ' +
    'qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye ' +
    'yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou tsai wong lam lau leung cheung ho kwok ' +
    'kim park lee choi cho chung jung jang yoon yun lim shin seo kwon hwang ahn yoo moon bae paik ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly',
);

/** True for a family name that may precede the given name. */
export function isFamilyName(word: string): boolean {
  return FAMILY_FIRST.has(fold(word));
}

/** The initials of a body's name; empty for fewer than three words. */
function initialsOf(name: string): string {
  const words = splitName(name).filter((word) => !JOINING.test(fold(word)));
  const initials = words.map((word) => word.charAt(0)).join('');
  return words.length > 2 && words.every(isCapitalised) ? initials : '';
}

/** The words of a name as written; hyphenated words are split, commas left out. */
export function splitName(text: string): readonly string[] {
  return text.split(/[\s,‐‑-]+/u).filter((word) => /^[A-Za-z0-9]/u.test(word) || fold(word) !== '');
}

/** The indices of the words of a name, see `splitName`, that a hyphen joins to the one before. */
export function hyphenatedWords(name: string): ReadonlySet<number> {
  const joined = new Set<number>();
  if (!/[‐‑-]/u.test(name)) return joined;
  let end = 0;
  for (const [index, word] of splitName(name).entries()) {
    const start = name.indexOf(word, end);
    if (index > 0 && /[‐‑-]/u.test(name.slice(end, start))) joined.add(index);
    end = start + word.length;
  }
  return joined;
}
