import type { Token } from '../../prose/tokens.js';
import type { When } from './dates.js';
import type { Quantity } from './numbers.js';
import type { Term } from './terms.js';

/** A stretch of a sentence that works as one: a noun phrase, a verb with its auxiliaries, a preposition. */
export interface Phrase {
  readonly kind:
    | 'noun'
    | 'verb'
    | 'adjective'
    | 'preposition'
    | 'when'
    | 'and'
    | 'relative'
    | 'subordinator'
    | 'comma'
    | 'stop'
    | 'other';
  /** Indices into the sentence's tokens, both included. */
  readonly first: number;
  readonly last: number;
  /** The token that carries the sense: the noun, the main verb. */
  readonly head: number;
  /** Of a noun phrase: the head tokens of its owners (“China's influence”). */
  readonly owners: readonly number[];
  readonly verb?: VerbGroup;
}

/** What the words of a verb group tell. */
export interface VerbGroup {
  readonly finite: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** True where the group says that it may, should or is to happen, not that it does. */
  readonly open: boolean;
  /** True where the group is no more than a form of “be”. */
  readonly copula: boolean;
  readonly participle: boolean;
  /** Tokens of the group, both included. */
  readonly first: number;
  readonly last: number;
}

/** Verbs that only tell how sure or how wanted the following infinitive is. */
const OPEN_VERBS = new Set(
  'expect plan schedule intend set seem appear want hope aim try attempt propose threaten promise pledge vow agree due prepare look seek wish decide ask urge tend continue begin start go have use need likely fail refuse'.split(
    ' ',
  ),
);
const MODALS = new Set('will would shall should may might can could must ought'.split(' '));
const MAYBE = new Set('would should may might could ought'.split(' '));
const NEGATIONS = new Set("not n't never hardly scarcely barely".split(' '));
const REFUSALS = new Set('fail refuse decline'.split(' '));

/** Cuts a sentence into phrases, left to right, by the tags of its tokens. Cannot throw. */
export function phrasesIn(
  tokens: readonly Token[],
  terms: readonly Term[],
  quantities: readonly Quantity[],
  dates: readonly When[],
): readonly Phrase[] {
  return new PhraseReader(tokens, terms, quantities, dates).read();
}

class PhraseReader {
  readonly #tokens: readonly Token[];
  readonly #named: Uint8Array;
  readonly #counted: Uint8Array;
  readonly #timed: Int32Array;

  constructor(
    tokens: readonly Token[],
    terms: readonly Term[],
    quantities: readonly Quantity[],
    dates: readonly When[],
  ) {
    this.#tokens = tokens;
    this.#named = new Uint8Array(tokens.length);
    this.#counted = new Uint8Array(tokens.length);
    this.#timed = new Int32Array(tokens.length).fill(-1);
    for (const term of terms) {
      if (term.kind === 'name') this.#named.fill(1, term.first, term.last + 1);
    }
    for (const { first, last } of quantities) this.#counted.fill(1, first, last + 1);
    for (const date of dates) this.#timed.fill(date.last, date.first, date.last + 1);
  }

  read(): readonly Phrase[] {
    const phrases: Phrase[] = [];
    for (let at = 0; at < this.#tokens.length;) {
      const phrase = this.#phraseAt(at);
      phrases.push(phrase);
      at = phrase.last + 1;
    }
    return phrases;
  }

  #phraseAt(at: number): Phrase {
    const timed = this.#timed[at] ?? -1;
    if (timed >= at) return plain('when', at, timed);
    if (this.#isNominal(at)) return this.#noun(at);
    const token = this.#tokens[at];
    const word = token?.text.toLowerCase() ?? '';
    if (this.#startsVerb(at)) return this.#verb(at);
    if (/^(?:who|whom|whose|which)$/u.test(word)) return plain('relative', at, at);
    if (word === 'that' || word === 'where' || word === 'when') {
      const before = this.#tokens[at - 1]?.tag;
      const nouny = before === 'NOUN' || before === 'PROPN' || before === 'PUNCT';
      return plain(nouny && word !== 'when' ? 'relative' : 'subordinator', at, at);
    }
    if (/^(?:and|or|but|nor|yet)$/u.test(word)) return plain('and', at, at);
    switch (token?.tag) {
      case 'SCONJ':
        return plain('subordinator', at, at);
      case 'ADP':
        return plain(
          /^(?:as|while|although|though|because|if|unless|since|until|after|before)$/u.test(word) &&
            this.#clauseFollows(at)
            ? 'subordinator'
            : 'preposition',
          at,
          at,
        );
      case 'CCONJ':
        return plain('and', at, at);
      case 'PUNCT':
        if (word === ',') return plain('comma', at, at);
        return plain(/^[;:—–.!?]$/u.test(word) ? 'stop' : 'other', at, at);
      case 'ADJ':
        return plain('adjective', at, at);
      case 'PART':
        return plain(word === 'to' ? 'preposition' : 'other', at, at);
      default:
        return plain('other', at, at);
    }
  }

  /** True where a verb with a subject of its own comes before the next comma: “after the talks ended”. */
  #clauseFollows(at: number): boolean {
    let nominal = false;
    for (let next = at + 1; next < Math.min(this.#tokens.length, at + 14); next++) {
      const token = this.#tokens[next];
      if (token === undefined || token.tag === 'PUNCT') return false;
      if (this.#isNominal(next)) nominal = true;
      else if (nominal && this.#startsVerb(next) && !token.text.endsWith('ing')) return true;
    }
    return false;
  }

  #isNominal(at: number): boolean {
    const token = this.#tokens[at];
    if (token === undefined || (this.#timed[at] ?? -1) >= 0) return false;
    if (this.#named[at] === 1 || this.#counted[at] === 1) return true;
    switch (token.tag) {
      case 'NOUN':
        return !this.#isVerbAfterAll(at);
      case 'PROPN':
      case 'NUM':
      case 'SYM':
        return true;
      case 'DET':
        return !/^(?:who|which|what|that)$/u.test(token.lemma) || this.#nounSoon(at);
      case 'PRON':
        return !/^(?:who|whom|whose|which|what|that|there)$/u.test(token.lemma);
      case 'ADJ':
        return this.#nounSoon(at);
      case 'VERB':
        return this.#isModifier(at);
      default:
        return false;
    }
  }

  /** “Mr. Modi plans to travel”: tagged a noun, but an infinitive follows and a name comes before. */
  #isVerbAfterAll(at: number): boolean {
    const token = this.#tokens[at];
    const named = this.#named[at - 1] === 1 || this.#tokens[at - 1]?.tag === 'PRON';
    return (
      token !== undefined &&
      named &&
      OPEN_VERBS.has(token.lemma) &&
      this.#tokens[at + 1]?.text === 'to' &&
      /^(?:VERB|AUX)$/u.test(this.#tokens[at + 2]?.tag ?? '')
    );
  }

  /** True where only modifiers stand between here and a noun. */
  #nounSoon(at: number): boolean {
    for (let next = at + 1; next < Math.min(this.#tokens.length, at + 8); next++) {
      const token = this.#tokens[next];
      if (token === undefined || (this.#timed[next] ?? -1) >= 0) return false;
      if (this.#named[next] === 1 || /^(?:NOUN|PROPN|NUM)$/u.test(token.tag)) return true;
      const joint =
        token.text === '-' || (token.text === ',' && this.#tokens[next - 1]?.tag === 'ADJ');
      if (!joint && !/^(?:ADJ|ADV|CCONJ)$/u.test(token.tag) && !this.#isModifier(next))
        return false;
    }
    return false;
  }

  /** “growing” in “growing influence”: a participle between a determiner and its noun. */
  #isModifier(at: number): boolean {
    const token = this.#tokens[at];
    const before = this.#tokens[at - 1];
    const after = this.#tokens[at + 1];
    if (token?.tag !== 'VERB' || !/(?:ing|ed|en)$/u.test(token.text)) return false;
    const framed =
      before !== undefined &&
      (/^(?:DET|ADJ|NUM)$/u.test(before.tag) || before.lemma === "'s" || before.text === '-');
    const noun = after !== undefined && /^(?:NOUN|PROPN|ADJ)$/u.test(after.tag);
    const hyphen = after?.text === '-' && after.start === token.end;
    return (framed && (noun || hyphen)) || (before?.text === '-' && noun);
  }

  #noun(at: number): Phrase {
    const owners: number[] = [];
    let head = at;
    let last = at;
    let named = this.#named[at] === 1;
    for (let next = at; next < this.#tokens.length; next++) {
      const token = this.#tokens[next];
      if (token === undefined) break;
      if (next > at && /^(?:DET|PRON)$/u.test(token.tag) && this.#tokens[next - 1]?.lemma !== 'all')
        break;
      if (token.lemma === "'s" && next > at && token.tag === 'PART') {
        owners.push(head);
        named = false;
      } else if (this.#isNominal(next) || this.#isPeople(next)) {
        const isName = this.#named[next] === 1;
        const noun =
          isName || this.#isPeople(next) || /^(?:NOUN|PROPN|NUM|SYM|PRON|DET)$/u.test(token.tag);
        if (noun || head === at) head = next;
        named ||= isName;
      } else if (!(token.text === '-' && this.#isNominal(next + 1)) && !this.#isBetween(next)) {
        break;
      }
      last = next;
    }
    const opening = this.#tokens[at];
    const possessive = opening?.tag === 'PRON' && /^(?:his|her|its|their)$/iu.test(opening.text);
    if (possessive && last > at) owners.unshift(at);
    return { kind: 'noun', first: at, last, head, owners };
  }

  /** “the young”, “the poor”: an adjective after “the” with a verb behind it. */
  #isPeople(at: number): boolean {
    const token = this.#tokens[at];
    return (
      token?.tag === 'ADJ' &&
      this.#tokens[at - 1]?.text.toLowerCase() === 'the' &&
      /^(?:VERB|AUX)$/u.test(this.#tokens[at + 1]?.tag ?? '')
    );
  }

  /** An adverb or a joint inside a noun phrase: “a very long war”, “economic and political support”. */
  #isBetween(at: number): boolean {
    const token = this.#tokens[at];
    const before = this.#tokens[at - 1];
    if (token === undefined) return false;
    if (token.tag === 'ADV') return before?.tag === 'DET' && this.#nounSoon(at);
    return (
      (token.text === 'and' || token.text === ',') &&
      before?.tag === 'ADJ' &&
      this.#tokens[at + 1]?.tag === 'ADJ' &&
      this.#nounSoon(at + 1)
    );
  }

  #startsVerb(at: number): boolean {
    const token = this.#tokens[at];
    if (token === undefined || this.#named[at] === 1) return false;
    if (token.tag === 'AUX' || token.tag === 'VERB' || this.#isVerbAfterAll(at)) return true;
    const next = this.#tokens[at + 1];
    const infinitive =
      token.text.toLowerCase() === 'to' && (next?.tag === 'VERB' || next?.tag === 'AUX');
    return (
      infinitive || (NEGATIONS.has(token.lemma) && (next?.tag === 'VERB' || next?.tag === 'AUX'))
    );
  }

  #verb(at: number): Phrase {
    let last = at;
    let head = at;
    let negated = false;
    let open = false;
    let aspect: 'be' | 'have' | undefined;
    let passive = false;
    let copula = false;
    const start = this.#tokens[at];
    const finite =
      !/^to$/iu.test(start?.text ?? '') && !(start?.tag === 'VERB' && start.text.endsWith('ing'));
    for (let next = at; next < this.#tokens.length; next++) {
      const token = this.#tokens[next];
      if (token === undefined || (this.#timed[next] ?? -1) >= 0 || this.#named[next] === 1) break;
      const word = token.text.toLowerCase();
      if (NEGATIONS.has(token.lemma) || NEGATIONS.has(word)) negated = true;
      else if (token.tag === 'AUX' || (token.tag === 'VERB' && MODALS.has(word))) {
        open ||= MAYBE.has(word) || MODALS.has(token.lemma);
        if (token.lemma === 'be') aspect = 'be';
        else if (token.lemma === 'have') aspect = 'have';
        copula = token.lemma === 'be';
        head = next;
      } else if (token.tag === 'VERB' || this.#isVerbAfterAll(next)) {
        if (next > at && this.#isModifier(next) && this.#tokens[next - 1]?.tag !== 'AUX') break;
        passive = aspect === 'be' && !word.endsWith('ing');
        copula = false;
        head = next;
        const linked = this.#linkedInfinitive(next);
        if (linked === undefined) {
          last = next;
          break;
        }
        open = true;
        negated ||=
          REFUSALS.has(token.lemma) || /^(?:not|never)$/u.test(this.#tokens[next + 1]?.text ?? '');
        aspect = undefined;
        passive = false;
        next = linked - 1;
      } else if (word === 'to' && /^(?:VERB|AUX)$/u.test(this.#tokens[next + 1]?.tag ?? '')) {
        open = true;
        aspect = undefined;
      } else if (token.tag === 'ADV' || token.tag === 'ADJ') {
        const rest = this.#tokens[next + 1];
        const goesOn =
          rest !== undefined &&
          (/^(?:VERB|AUX)$/u.test(rest.tag) ||
            (OPEN_VERBS.has(token.lemma) && rest.text === 'to') ||
            NEGATIONS.has(rest.lemma)) &&
          !this.#isModifier(next + 1);
        if (!goesOn || (token.tag === 'ADJ' && !OPEN_VERBS.has(token.lemma))) break;
      } else {
        break;
      }
      last = next;
    }
    return {
      kind: 'verb',
      first: at,
      last: Math.max(last, head),
      head,
      owners: [],
      verb: {
        finite,
        passive,
        negated,
        open,
        copula,
        participle: start?.tag === 'VERB' && at === head && /(?:ing|ed|en)$/u.test(start.text),
        first: at,
        last: Math.max(last, head),
      },
    };
  }

  /** Where the infinitive starts that the verb at `at` only colours: “plans to travel”. */
  #linkedInfinitive(at: number): number | undefined {
    if (!OPEN_VERBS.has(this.#tokens[at]?.lemma ?? '')) return undefined;
    const to = /^(?:not|never)$/u.test(this.#tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const verb = this.#tokens[to + 1]?.tag;
    return this.#tokens[to]?.text === 'to' && (verb === 'VERB' || verb === 'AUX')
      ? to + 1
      : undefined;
  }
}

function plain(kind: Phrase['kind'], first: number, last: number): Phrase {
  return { kind, first, last, head: last, owners: [] };
}
