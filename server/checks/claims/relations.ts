import { speechVerb } from '../../prose/speechVerbs.js';
import type { Token } from '../../prose/tokens.js';
import type { Phrase, VerbGroup } from './phrases.js';
import type { Term } from './terms.js';

/** One verb with what belongs to it. */
export interface Clause {
  /** Indices into the sentence's tokens, both included. */
  readonly first: number;
  readonly last: number;
  /** The token of the main verb. */
  readonly head: number;
  readonly group: VerbGroup;
  /** How the clause hangs on what comes before it. */
  readonly link:
    'main' | 'coordinate' | 'relative' | 'subordinate' | 'complement' | 'participle' | 'infinitive';
  /** Head tokens of the subject; more than one where several are joined. */
  readonly subjects: readonly number[];
}

/**
 * Who does what to whom, as token indices. `subject` is the doer and `object` what it is done to, in
 * the passive too; `modifier` is a name before its noun; `is` links a subject to what it is said to be; `of` an owner, or a noun's “of”; the
 * rest are prepositions as written.
 */
export interface Relation {
  readonly kind: string;
  readonly head: number;
  readonly dependent: number;
  /** Index of the clause it stands in; -1 outside any. */
  readonly clause: number;
}

/** The grammar of a sentence, as far as claims need it. */
export interface Grammar {
  readonly clauses: readonly Clause[];
  readonly relations: readonly Relation[];
}

/** Finds clauses and relations in a sentence's phrases. Cannot throw. */
export function grammarOf(
  tokens: readonly Token[],
  terms: readonly Term[],
  phrases: readonly Phrase[],
): Grammar {
  const drafts = clausesIn(tokens, phrases);
  const clauses = drafts.map(({ clause }) => clause);
  const relations: Relation[] = [];
  for (const [index, draft] of drafts.entries()) {
    relations.push(...clauseRelations(tokens, phrases, draft, index));
  }
  relations.push(
    ...nounRelations(tokens, phrases, clauses),
    ...modifierRelations(terms, phrases, clauses),
  );
  return { clauses, relations };
}

interface Draft {
  readonly clause: Clause;
  /** Indices of phrases: the verb, and the stretch that belongs to it, `end` not included. */
  readonly verb: number;
  readonly start: number;
  readonly end: number;
}

interface Opening {
  readonly start: number;
  readonly link: Clause['link'];
  /**
   * Whose subject this verb has: its own before it, the one after it (“said Ms. Roe”), that of the
   * clause that carries the sentence, that of the clause just before, or a noun's head.
   */
  readonly subject: 'own' | 'previous' | 'neighbour' | 'after' | number;
}

function clausesIn(tokens: readonly Token[], phrases: readonly Phrase[]): readonly Draft[] {
  const verbs = phrases.flatMap((phrase, index) => (phrase.kind === 'verb' ? [index] : []));
  const openings = verbs.map((verb, index) => openingOf(tokens, phrases, verb, verbs[index - 1]));
  const drafts: Draft[] = [];
  for (const [index, verb] of verbs.entries()) {
    const opening = openings[index];
    const phrase = phrases[verb];
    if (opening === undefined || phrase?.verb === undefined) continue;
    const end = openings[index + 1]?.start ?? phrases.length;
    const subjects = subjectsOf(tokens, phrases, opening, verb, Math.max(end, verb + 1), drafts);
    drafts.push({
      verb,
      start: opening.start,
      end: Math.max(end, verb + 1),
      clause: {
        first: phrases[opening.start]?.first ?? phrase.first,
        last: phrases[Math.max(end, verb + 1) - 1]?.last ?? phrase.last,
        head: phrase.head,
        group: phrase.verb,
        link: opening.link,
        subjects,
      },
    });
  }
  return drafts;
}

function openingOf(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  verb: number,
  previous: number | undefined,
): Opening {
  const from = previous === undefined ? 0 : previous + 1;
  const group = phrases[verb]?.verb;
  const marker = lastIndex(
    phrases,
    from,
    verb,
    (kind) => kind === 'relative' || kind === 'subordinator' || kind === 'stop',
  );
  if (marker !== undefined) {
    const kind = phrases[marker]?.kind;
    if (kind === 'stop')
      return {
        start: marker,
        link: 'main',
        subject: hasNoun(phrases, marker, verb) ? 'own' : 'previous',
      };
    if (kind === 'subordinator') {
      return {
        start: marker,
        link: 'subordinate',
        subject: hasNoun(phrases, marker, verb) ? 'own' : 'previous',
      };
    }
    const antecedent = lastIndex(phrases, 0, marker, (other) => other === 'noun');
    const own = hasNoun(phrases, marker, verb);
    return {
      start: marker,
      link: 'relative',
      subject: own || antecedent === undefined ? 'own' : (phrases[antecedent]?.head ?? 'own'),
    };
  }
  if (previous === undefined) return { start: 0, link: 'main', subject: 'own' };
  const before = phrases[verb - 1];
  if (group?.finite !== true) {
    const participle = group?.participle === true && before?.kind === 'noun';
    const start =
      before?.kind === 'preposition' || before?.kind === 'comma' || before?.kind === 'and'
        ? verb - 1
        : verb;
    if (participle) return { start, link: 'participle', subject: before.head };
    return {
      start,
      link: group?.participle === true ? 'participle' : 'infinitive',
      subject: before?.kind === 'and' ? 'neighbour' : 'previous',
    };
  }
  const separator = lastIndex(phrases, from, verb, (kind) => kind === 'and' || kind === 'comma');
  const alone =
    group.participle && /(?:ed|en)$/iu.test(tokens[phrases[verb]?.head ?? 0]?.text ?? '');
  if (separator === undefined) {
    const noun = firstIndex(
      phrases,
      from,
      verb,
      (phrase, index) => phrase.kind === 'noun' && phrases[index - 1]?.kind !== 'preposition',
    );
    const speech = speechVerb(tokens[phrases[previous]?.head ?? 0]?.text ?? '') !== undefined;
    if (noun === undefined || (alone && !speech)) {
      return {
        start: verb,
        link: 'participle',
        subject: before?.kind === 'noun' ? before.head : 'previous',
      };
    }
    return { start: noun, link: 'complement', subject: 'own' };
  }
  if (!hasNoun(phrases, separator, verb)) {
    // “…, director of the centre, said”: the commas hold an insertion, and the subject comes before it.
    const and = lastIndex(phrases, from, verb, (kind) => kind === 'and');
    if (phrases[separator]?.kind === 'comma' && and !== undefined && hasNoun(phrases, and, verb)) {
      return { start: and, link: 'coordinate', subject: 'own' };
    }
    const inverts = speechVerb(tokens[phrases[verb]?.head ?? 0]?.text ?? '')?.inverts === true;
    if (inverts && separator === verb - 1 && phrases[verb + 1]?.kind === 'noun') {
      return { start: separator, link: 'main', subject: 'after' };
    }
    return {
      start: separator,
      link: alone && phrases[separator]?.kind === 'comma' ? 'participle' : 'coordinate',
      subject: 'previous',
    };
  }
  return { start: listStart(phrases, from, separator), link: 'coordinate', subject: 'own' };
}

/** Where a list of nouns that ends a clause's head starts: “China, Russia and India agreed”. */
function listStart(phrases: readonly Phrase[], from: number, separator: number): number {
  let start = separator;
  while (
    start - 2 > from &&
    phrases[start - 1]?.kind === 'noun' &&
    /^(?:and|comma)$/u.test(phrases[start - 2]?.kind ?? '')
  ) {
    start -= 2;
  }
  return start;
}

function lastIndex(
  phrases: readonly Phrase[],
  from: number,
  to: number,
  fits: (kind: Phrase['kind']) => boolean,
): number | undefined {
  for (let index = to - 1; index >= from; index--) {
    const phrase = phrases[index];
    if (phrase !== undefined && fits(phrase.kind)) return index;
  }
  return undefined;
}

function firstIndex(
  phrases: readonly Phrase[],
  from: number,
  to: number,
  fits: (phrase: Phrase, index: number) => boolean,
): number | undefined {
  for (let index = from; index < to; index++) {
    const phrase = phrases[index];
    if (phrase !== undefined && fits(phrase, index)) return index;
  }
  return undefined;
}

function hasNoun(phrases: readonly Phrase[], from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) {
    if (phrases[index]?.kind === 'noun' && phrases[index - 1]?.kind !== 'preposition') return true;
  }
  return false;
}

function subjectsOf(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  opening: Opening,
  verb: number,
  end: number,
  before: readonly Draft[],
): readonly number[] {
  if (typeof opening.subject === 'number') return [opening.subject];
  if (opening.subject === 'previous') return subjectToShare(before);
  if (opening.subject === 'neighbour') return before.at(-1)?.clause.subjects ?? [];
  if (opening.subject === 'after') return joined(phrases, verb + 1, end);
  const from = opening.start;
  const first = firstIndex(
    phrases,
    from,
    verb,
    (phrase, index) =>
      phrase.kind === 'noun' && (index === from || phrases[index - 1]?.kind !== 'preposition'),
  );
  if (first !== undefined) return joined(phrases, first, verb);
  const inverts = speechVerb(tokens[phrases[verb]?.head ?? 0]?.text ?? '')?.inverts === true;
  const after = verb + 1;
  if (
    (inverts || phrases[verb]?.verb?.copula === true) &&
    phrases[after]?.kind === 'noun' &&
    after < end
  ) {
    return joined(phrases, after, end);
  }
  return opening.link === 'main' && before.length > 0 ? subjectToShare(before) : [];
}

/** The subject that a clause without one takes: of the clause before it, or of the one that this hangs on. */
function subjectToShare(before: readonly Draft[]): readonly number[] {
  const carrier = [...before]
    .reverse()
    .find(({ clause }) => clause.link !== 'relative' && clause.link !== 'participle');
  return (carrier ?? before.at(-1))?.clause.subjects ?? [];
}

/** The heads of a noun phrase and of those joined to it by “and” or commas. */
function joined(phrases: readonly Phrase[], first: number, end: number): readonly number[] {
  const heads: number[] = [];
  let list = false;
  for (let index = first; index < end; index++) {
    const phrase = phrases[index];
    if (phrase?.kind !== 'noun') break;
    heads.push(phrase.head);
    let next = index + 1;
    const comma = phrases[next]?.kind === 'comma';
    if (comma && phrases[next + 1]?.kind === 'and') next++;
    const kind = phrases[next]?.kind;
    if (kind !== 'and' && kind !== 'comma') break;
    // A comma alone joins only where an “and” follows in the same row: else what it opens is an apposition.
    if (kind === 'comma' && !rowHasAnd(phrases, next, end)) break;
    list = true;
    index = next;
  }
  return list ? heads : heads.slice(0, 1);
}

function rowHasAnd(phrases: readonly Phrase[], from: number, end: number): boolean {
  for (let index = from; index < end; index += 2) {
    const kind = phrases[index]?.kind;
    if (kind === 'and') return true;
    if (kind !== 'comma' || phrases[index + 1]?.kind !== 'noun') return false;
    if (phrases[index + 2]?.kind === 'and') return phrases[index + 3]?.kind === 'noun';
  }
  return false;
}

function clauseRelations(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  { clause, verb, start, end }: Draft,
  index: number,
): readonly Relation[] {
  const relations: Relation[] = [];
  const relate = (kind: string, dependents: readonly number[]): void => {
    for (const dependent of dependents) {
      if (dependent !== clause.head)
        relations.push({ kind, head: clause.head, dependent, clause: index });
    }
  };
  const past = clause.group.participle && !(tokens[clause.head]?.text ?? '').endsWith('ing');
  const passive =
    clause.group.passive ||
    (past && (clause.link === 'participle' || tokens[clause.head + 1]?.text === 'by'));
  relate(passive ? 'object' : 'subject', clause.subjects);
  const subject = clause.subjects[0] ?? Infinity;
  for (let at = start; at < verb && (phrases[at]?.first ?? 0) < subject; at++) {
    if (phrases[at]?.kind === 'preposition' && phrases[at + 1]?.kind === 'noun') {
      relate(wordOf(tokens, phrases, at), joined(phrases, at + 1, verb));
    }
  }
  let objects = 0;
  for (let at = verb + 1; at < end; at++) {
    const phrase = phrases[at];
    const before = phrases[at - 1];
    if (phrase?.kind === 'preposition' && phrases[at + 1]?.kind === 'noun') {
      const kind = wordOf(tokens, phrases, at);
      const heads = joined(phrases, at + 1, end);
      // “of” belongs to the noun before it alone.
      if (kind !== 'of' || before?.kind === 'verb')
        relate(kind === 'by' && passive ? 'subject' : kind, heads);
    } else if (
      (phrase?.kind === 'noun' || phrase?.kind === 'adjective') &&
      before?.kind !== 'preposition'
    ) {
      const direct =
        before?.kind === 'verb' ||
        (before?.kind === 'noun' && objects === 1) ||
        before?.kind === 'other';
      if (!direct || clause.subjects.includes(phrase.head)) continue;
      objects++;
      relate(
        clause.group.copula ? 'is' : 'object',
        phrase.kind === 'noun' ? joined(phrases, at, end) : [phrase.head],
      );
    }
  }
  return relations;
}

/** Owners, “of” and other prepositions after a noun, and appositions. */
function nounRelations(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): readonly Relation[] {
  const relations: Relation[] = [];
  const clauseAt = (token: number): number =>
    clauses.findIndex(({ first, last }) => first <= token && token <= last);
  for (const [index, phrase] of phrases.entries()) {
    if (phrase.kind !== 'noun') continue;
    const clause = clauseAt(phrase.head);
    for (const owner of phrase.owners) {
      relations.push({ kind: 'of', head: phrase.head, dependent: owner, clause });
    }
    const next = phrases[index + 1];
    if (next?.kind === 'preposition' && phrases[index + 2]?.kind === 'noun') {
      for (const dependent of joined(phrases, index + 2, phrases.length)) {
        relations.push({
          kind: wordOf(tokens, phrases, index + 1),
          head: phrase.head,
          dependent,
          clause,
        });
      }
    }
  }
  return relations;
}

/** Names before the noun that they belong to: “the Moscow attack”, “Kazakh children”. */
function modifierRelations(
  terms: readonly Term[],
  phrases: readonly Phrase[],
  clauses: readonly Clause[],
): readonly Relation[] {
  return phrases.flatMap((phrase) => {
    if (phrase.kind !== 'noun') return [];
    return terms
      .filter(
        (term) =>
          term.kind === 'name' &&
          term.first >= phrase.first &&
          term.last < phrase.head &&
          !phrase.owners.some((owner) => term.first <= owner && owner <= term.last),
      )
      .map((term) => ({
        kind: 'modifier',
        head: phrase.head,
        dependent: term.last,
        clause: clauses.findIndex(({ first, last }) => first <= term.first && term.last <= last),
      }));
  });
}

function wordOf(tokens: readonly Token[], phrases: readonly Phrase[], index: number): string {
  return tokens[phrases[index]?.head ?? 0]?.text.toLowerCase() ?? '';
}
