import type { Entity } from '../model.js';
import { fold, isCapitalised } from './spelling.js';
import { isHonorific } from './titles.js';

/**
 * What a form is to the name: `full` the name itself, `other` another way to write all of it, `short`
 * what is left of it on second reference, `initials` those of a body, `demonym` a place's adjective or
 * people, `avoided` a form that the reference tells not to use, `part` the full name without a part that
 * belongs to it.
 */
export type FormKind = 'full' | 'other' | 'short' | 'initials' | 'demonym' | 'avoided' | 'part';

/** One way a name may be written. */
export interface NameForm {
  /** As it should be written. */
  readonly text: string;
  readonly kind: FormKind;
  /** Its words; see `sourceWordsOf`. */
  readonly words: readonly string[];
}

/** The words that a surname opens with, folded: “van der”, “al-”, “Ní”. */
const PARTICLES = new Set(
  (
    'abu af ait al an ap av ben bin bint da dal das de degli dei del della den der des di do dos du el ibn la las le los ' +
    'mac mhic na ni nic o op ould san santa ter ten ui van vander von y zu zum zur'
  ).split(' '),
);
const GENERATION = /^(?:jr|sr|ii|iii|iv)$/u;
const JOINING = /^(?:of|the|for|and|in|on|at|de|des|du|la|le|et|y|und|von|der|die|das|&)$/u;

/**
 * The ways a name may be written: those listed, and those that follow from them by rule.
 */
export function nameFormsOf(entity: Entity): readonly NameForm[] {
  const forms = new Map<string, NameForm>();
  const add = (text: string, kind: FormKind): void => {
    const words = wordsOfForms(text);
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
  return entity.kind === 'person' && wordsOfForms(text).length === 1 ? 'short' : 'other';
}

function withoutTitle(text: string): string {
  const words = text
    .trim()
    .replace(/^[Tt]he\s+/u, '')
    .split(/\s+/u);
  while (words.length > 1 && isHonorific(words[0] ?? '')) words.shift();
  return words.join(' ');
}

/** What follows from a person's whole name by rule; `name` has one space between its words. */
function personForms(name: string): readonly (readonly [string, FormKind])[] {
  const forms: (readonly [string, FormKind])[] = [];
  const words = name.split(' ');
  if (words.length > 2 && GENERATION.test(fold(words.at(-1) ?? ''))) {
    words.pop();
    forms.push([words.join(' '), 'other']);
  }
  const [first = '', ...others] = words;
  if (others.length === 0) return [];
  const particle = particleIn(words);
  const surname = words.slice(particle > 0 ? particle : -1).join(' ');
  if (others.length > 1) forms.push([`${first} ${surname}`, 'other']);
  forms.push([surname, 'short']);
  const bare = particle > 0 || surname.includes('-') ? withoutParticles(surname) : surname;
  if (bare !== surname) forms.push([bare, 'short']);
  if (words.length <= 3 && isFamilyName(first)) {
    // A family name that stands first may stand last as well.
    forms.push([`${others.join(' ')} ${first}`, 'other'], [first, 'short']);
  }
  for (const short of partsOf(surname)) forms.push([`${first} ${short}`, 'part']);
  const hyphen = first.indexOf('-');
  if (hyphen >= 0) forms.push([`${first.slice(0, hyphen)} ${surname}`, 'part']);
  return forms;
}

/** Where the particles of a surname begin in the words of a full name; 0 where it has none. */
function particleIn(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index > 0 && word.split('-').every(isParticle));
  return at < words.length - 1 ? Math.max(at, 0) : 0;
}

/** A person's surname, with the particles before it: “van der Berg”; a name of one word as it is. */
export function surnameOf(name: string): string {
  const words = name.split(' ');
  return words.slice(particleIn(words) || -1).join(' ');
}

/** The Arabic article, which the press leaves out as often as not. */
const ARTICLE = /^(?:al|el)[\s-]/iu;

/** What is left of a surname that has lost half of it, or some of its particles. */
function partsOf(surname: string): readonly string[] {
  if (!/[\s-]/u.test(surname) || ARTICLE.test(surname)) return [];
  const words = surname.split(' ');
  const halves = (words.at(-1) ?? '').split('-');
  if (words.length === 1) return halves.length > 1 ? halves : [];
  const name = words.at(-1) ?? '';
  return [name, ...(words.length > 2 ? words.slice(0, -1).map((word) => `${word} ${name}`) : [])];
}

/** A surname without the particles that it opens with. */
function withoutParticles(surname: string): string {
  const [first, particle, rest] = /^([^\s-]+)[\s-](?=\p{L})(.*)$/u.exec(surname) ?? [];
  if (first === undefined || particle === undefined || rest === undefined) return surname;
  return isParticle(particle) ? withoutParticles(rest) : surname;
}

function isParticle(word: string): boolean {
  // “O.” is an initial, “Ó” none.
  return PARTICLES.has(fold(word)) && !/^[A-Z]\.?$/u.test(word);
}

/**
 * The commonest Chinese, Korean and Vietnamese family names, which stand before the given name.
 * They settle what “Mr. Xi” is short for.
 */
const FAMILY_FIRST = new Set(
  (
    'bai cai cao chang chen cheng chiang cui dai deng ding dong du duan fan fang feng fu gao geng gong gu guo han hao he hou hu ' +
    'hua huang jia jiang jin kang kong lai lei li liang liao lin liu long lu luo ma mao meng mo ning ou pan peng qian qiao qin ' +
    'qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye ' +
    'yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou tsai wong lam lau leung cheung ho kwok ' +
    'kim park lee choi cho chung jung jang yoon yun lim shin seo kwon hwang ahn yoo moon bae paik ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly'
  ).split(' '),
);

/** True for a family name that may stand before the given name. */
export function isFamilyName(word: string): boolean {
  return FAMILY_FIRST.has(fold(word));
}

/** The initials of a body's name of three words or more. */
function initialsOf(name: string): string {
  const words = wordsOfForms(name).filter((word) => !JOINING.test(fold(word)));
  const initials = words.map((word) => word.charAt(0)).join('');
  return words.length > 2 && words.every(isCapitalised) ? initials : '';
}

/** A name's words as written, hyphenated ones cut, commas left out. */
export function wordsOfForms(text: string): readonly string[] {
  return text.split(/[\s,‐‑-]+/u).filter((word) => /^[A-Za-z0-9]/u.test(word) || fold(word) !== '');
}
