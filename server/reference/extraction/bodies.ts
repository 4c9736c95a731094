import { isArticle } from '../../lexicon/functionWords.js';
import { isEnglishWord } from '../../prose/dictionary.js';
import { placeNamed, placeOfDemonym } from '../gazetteer.js';
import type { Citation, Entity } from '../model.js';
import type { Candidate } from './candidates.js';
import { withoutLegalForm } from './companies.js';
import { type NameMention, sourceTextOf } from './mentions.js';
import { isAdjacent } from './words.js';

/** The bodies and events of a source as entities, with the abbreviations and seats that it mentions. */
export function bodyEntities(
  candidates: readonly Candidate[],
  cite: (mention: NameMention) => Citation,
): readonly Entity[] {
  const bodies = candidates.filter(({ kind }) => kind === 'body' || kind === 'event');
  const named = namesWithoutStops(bodies);
  const names = bodies.map(({ name }) => name);
  const shortened = new Set<string>();
  const entities = bodies.flatMap((candidate): readonly Entity[] => {
    const { kind, name, mentions } = candidate;
    const first = mentions[0];
    if (first === undefined) return [];
    if (shortened.has(name)) return [];
    const forms = [...new Set([...formsOf(candidate, named), ...variantsOf(name, names)])];
    for (const form of forms) shortened.add(form);
    const seat = mentions.map(seatAfter).find((place) => place !== undefined);
    return [
      {
        kind,
        name,
        forms,
        demonyms: [],
        roles: [],
        bio: '',
        ...(seat === undefined ? {} : { seat }),
        citation: cite(first),
      },
    ];
  });
  return entities.filter(({ name }) => !shortened.has(name));
}

function formsOf(
  { name, mentions }: Candidate,
  named: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const words = name.split(' ');
  const initials = initialsOf(words);
  const forms = mentions.map(abbreviationAfter).filter((form) => form !== undefined);
  if (initials.length > 2) {
    forms.push(...(named.get(initials) ?? []).filter((other) => other !== name));
  }
  const [country = '', ...rest] = words;
  const bare = rest.join(' ');
  if (rest.length > 1 && (placeNamed(country) ?? placeOfDemonym(country)) !== undefined) {
    // “U.S.” before a name only identifies the country; an adjective may be part of the name.
    const acronym = /^(?:\p{Lu}\.?)+$/u.test(country);
    if (acronym || named.has(bare)) forms.push(bare);
  }
  return forms;
}

/**
 * The other names of a company among those of bodies: without its legal form or with another spelling of it, and its first
 * word if that is no English word and begins no other: “Norvale Transit” and “Norvale” for “Norvale Transit Inc.”
 */
function variantsOf(name: string, names: readonly string[]): readonly string[] {
  const company = withoutLegalForm(name);
  if (company === name) return [];
  const [first = ''] = company.split(' ');
  const isOnly =
    !isEnglishWord(first) &&
    names.every((other) => !other.startsWith(`${first} `) || withoutLegalForm(other) === company);
  return names.filter(
    (other) =>
      other !== name && (withoutLegalForm(other) === company || (isOnly && other === first)),
  );
}

/** The names of bodies, by the name without full stops: “WHO” for “W.H.O.”. */
function namesWithoutStops(bodies: readonly Candidate[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { name } of bodies) {
    const letters = name.replaceAll('.', '');
    named.set(letters, [...(named.get(letters) ?? []), name]);
  }
  return named;
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('');
}

/** The abbreviation in brackets after a name: “World Health Organization (WHO)”. */
function abbreviationAfter({ sentence, last }: NameMention): string | undefined {
  const next = sentence.words[last + 1];
  if (next === undefined || !/^ \($/u.test(next.gap)) return undefined;
  const closes = sentence.block.text.charAt(next.end) === ')';
  return closes &&
    /^\p{Lu}[\p{Lu}\p{Ll}&.-]{1,9}$/u.test(next.text) &&
    /\p{Lu}.*\p{Lu}/u.test(next.text)
    ? next.text
    : undefined;
}

/** The seat of a body: “at Lund University in Sweden”, “the Reef Council, a Dakar-based charity”. */
function seatAfter({ sentence, first, last }: NameMention): string | undefined {
  const { words, runFrom } = sentence;
  const next = words[last + 1];
  if (next === undefined || words[last]?.possessive === true) return undefined;
  const place = (from: number): string | undefined => {
    const run = runFrom.get(from);
    return run === undefined ? undefined : sourceTextOf(sentence, run.first, run.last);
  };
  const hasPreposition = /^(?:of|at|for|the)$/u.test(words[first - 1]?.text ?? '');
  if (hasPreposition && isAdjacent(next) && next.text === 'in') return place(last + 2);
  if (next.gap !== ', ') return undefined;
  const article = isArticle(next) ? 1 : 0;
  return words[last + 1 + article]?.compoundRest === 'based'
    ? place(last + 1 + article)
    : undefined;
}
