import { wordSet } from '../../lexicon/wordSet.js';
import { isThirdOrPastForm, isVerbForm } from '../../prose/dictionary.js';
import type { Token } from '../../prose/tokens.js';
import { startsWithVowelSound } from './vowelSound.js';

/** A word in the place of another. */
export interface Confusion {
  /** Indices of the tokens that are replaced, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** What was meant, in lower case, with a curly apostrophe. */
  readonly meant: string;
}

/** The confusions in a sentence that the words beside them prove. */
export function confusionsIn(tokens: readonly Token[]): readonly Confusion[] {
  const found: Confusion[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const confusion = RULES_BY_WORD.get(token.lower)?.(new Place(tokens, at));
    if (confusion !== undefined) found.push(confusion);
  }
  return found;
}

/** A word with its neighbours. */
class Place {
  readonly #tokens: readonly Token[];
  readonly #at: number;

  constructor(tokens: readonly Token[], at: number) {
    this.#tokens = tokens;
    this.#at = at;
  }

  /** The token so many places after the word; negative for those before it. */
  token(offset: number): Token | undefined {
    return this.#tokens[this.#at + offset];
  }

  /** Its text in lower case with a straight apostrophe; empty at the ends of the sentence. */
  lower(offset: number): string {
    return this.token(offset)?.lower.replace('’', "'") ?? '';
  }

  is(offset: number, words: ReadonlySet<string>): boolean {
    return words.has(this.lower(offset));
  }

  tag(offset: number): string {
    return this.token(offset)?.tag ?? '';
  }

  /** True if a clause ends there: at a mark or at the end of the sentence. */
  isClauseEnd(offset: number): boolean {
    const token = this.token(offset);
    return token === undefined || /^[.,;:!?”"’)]$/u.test(token.text);
  }

  replace(meant: string, last = 0, first = 0): Confusion {
    return { first: this.#at + first, last: this.#at + last, meant };
  }
}

type ConfusionRule = (place: Place) => Confusion | undefined;

const MODALS = wordSet('could should would might must');
const BE = wordSet('is was are were be been being');
const PARTICIPLES = wordSet(
  'been become begun broken brought built come done drawn driven fallen found given gone had heard held kept known led ' +
    'left lost made met paid put said seen sent shown sold spoken stood taken taught told thought won written',
);
const PREPOSITIONS = wordSet('of in for from by with to on at');

/** “could of closed”, but not “could, of course” or “the might of the army”. */
const of: ConfusionRule = (place) => {
  const before = place.is(-1, wordSet("n't not")) ? -2 : -1;
  const next = place.lower(1);
  const isParticiple = PARTICIPLES.has(next) || (next.endsWith('ed') && isThirdOrPastForm(next));
  const isModal = place.is(before, MODALS) && !/^(?:DET|ADJ)$/u.test(place.tag(before - 1));
  return isModal && isParticiple ? place.replace('have') : undefined;
};

/** “a apple”, “an university”. */
const article: ConfusionRule = (place) => {
  const [token, next] = [place.token(0), place.token(1)];
  if (token === undefined || next?.start !== token.end + 1) return undefined;
  if (next.kind !== 'word' && next.kind !== 'number') return undefined;
  if (token.text === 'A' && place.token(-1)?.kind === 'word') return undefined;
  // “a and b” is about letters, “a is” too.
  if (!/^(?:NOUN|ADJ|PROPN|ADV|VERB|NUM)$/u.test(next.tag) || NOT_AFTER_ARTICLE.has(next.text))
    return undefined;
  // “a f---ing”: a masked word is spoken in full.
  const [mark, rest] = [place.token(2), place.token(3)];
  const isMasked = mark?.text !== '-' || (rest?.text.length ?? 0) < 2;
  if (next.text.length === 1 && mark?.start === next.end && isMasked && !place.isClauseEnd(2)) {
    return undefined;
  }
  const isVowel = startsWithVowelSound(next.text);
  if (isVowel === undefined || isVowel === (token.lower === 'an')) return undefined;
  return place.replace(isVowel ? 'an' : 'a');
};

const NOT_AFTER_ARTICLE = wordSet(
  'a an and are as at if in into is it of off on or other our out over up us la un una',
);

/** “its a”, “its not”, “its been”. */
const its: ConfusionRule = (place) =>
  place.is(1, wordSet('a an the not been')) ? place.replace('it’s') : undefined;

/** “it's own”, “of it's members”, “in it's first year”. */
const it: ConfusionRule = (place) => {
  if (place.lower(1) !== "'s") return undefined;
  const isPossessive =
    place.lower(2) === 'own' ||
    (place.is(-1, PREPOSITIONS) &&
      (place.tag(2) === 'NOUN' || (place.tag(2) === 'ADJ' && place.tag(3) === 'NOUN')));
  return isPossessive ? place.replace('its', 1) : undefined;
};

/** “the man who's car was stolen”. */
const who: ConfusionRule = (place) => {
  if (place.lower(1) !== "'s" || place.tag(2) !== 'NOUN' || place.lower(2).endsWith('ing'))
    return undefined;
  return place.tag(-1) === 'NOUN' &&
    /^(?:AUX|VERB)$/u.test(place.tag(3)) &&
    isFinite(place.lower(3))
    ? place.replace('whose', 1)
    : undefined;
};

function isFinite(word: string): boolean {
  return isThirdOrPastForm(word) || FINITE.has(word);
}
const FINITE = wordSet('is was are were has had have will would can could may might must should');

/** “whose been”, “whose the”. */
const whose: ConfusionRule = (place) =>
  place.is(1, wordSet('a an the not been')) ? place.replace('who’s') : undefined;

/** “your not”, “your the”. */
const your: ConfusionRule = (place) =>
  place.is(1, wordSet('a an the not')) || (place.lower(1) === 'going' && place.lower(2) === 'to')
    ? place.replace('you’re')
    : undefined;

/** “you're own”. */
const you: ConfusionRule = (place) =>
  place.lower(1) === "'re" && place.lower(2) === 'own' ? place.replace('your', 1) : undefined;

/** “they're own”. */
const they: ConfusionRule = (place) =>
  place.lower(1) === "'re" && place.lower(2) === 'own' ? place.replace('their', 1) : undefined;

/** “their is”, “their not”, “over their.” */
const their: ConfusionRule = (place) => {
  if (
    place.is(1, wordSet('is are was were')) ||
    (place.is(-1, wordSet('over out')) && place.isClauseEnd(1))
  ) {
    return place.replace('there');
  }
  return place.lower(1) === 'not' || (place.lower(1) === 'going' && place.lower(2) === 'to')
    ? place.replace('they’re')
    : undefined;
};

/** “there own”. */
const there: ConfusionRule = (place) =>
  place.lower(1) === 'own' && !isVerbAfter(place) ? place.replace('their') : undefined;

/** “people there own two cars”: the word after “own” begins an object. */
function isVerbAfter(place: Place): boolean {
  return (
    !place.isClauseEnd(2) &&
    place.tag(2) !== 'NOUN' &&
    place.tag(2) !== 'ADJ' &&
    place.tag(2) !== 'ADP'
  );
}

/** “more then 200”, “rather then”, “other then”. */
const then: ConfusionRule = (place) => {
  const isMeasure = place.is(-1, wordSet('more less fewer')) && place.tag(1) === 'NUM';
  const isFixed =
    place.is(-1, wordSet('rather other')) && !place.isClauseEnd(1) && place.tag(1) !== 'PRON';
  return isMeasure || isFixed ? place.replace('than') : undefined;
};

/** “since than,” and “back than.” */
const than: ConfusionRule = (place) =>
  place.is(-1, wordSet('since until till back')) && place.isClauseEnd(1)
    ? place.replace('then')
    : undefined;

const DEGREES = wordSet('many much few little late early often soon easily easy quickly expensive');
const QUALITIES = wordSet(
  'big costly dangerous difficult early easy expensive hard heavy high late old risky small soon strong weak young',
);

/** “far to many”, “is to late to”. */
const to: ConfusionRule = (place) => {
  const isDegree = place.is(-1, wordSet('far way all')) && place.is(1, DEGREES);
  const isQuality =
    place.is(-1, BE) &&
    place.is(1, QUALITIES) &&
    (place.isClauseEnd(2) || place.is(2, wordSet('to for')));
  return isDegree || isQuality ? place.replace('too') : undefined;
};

const BEFORE_INFINITIVE = wordSet(
  'able agreed agrees decided decides due expected forced had has have likely need needed needs plan planned plans ready ' +
    'refused refuses set tried unable used want wanted wants willing',
);

/** “agreed too pay”. */
const too: ConfusionRule = (place) =>
  place.is(-1, BEFORE_INFINITIVE) &&
  place.tag(1) === 'VERB' &&
  isVerbForm(place.lower(1)) &&
  !DEGREES.has(place.lower(1))
    ? place.replace('to')
    : undefined;

/** “was lead by”, “has lead to”. */
const lead: ConfusionRule = (place) => {
  const isPassive = place.is(-1, BE) && place.lower(1) === 'by';
  const isPerfect = place.is(-1, wordSet("has have had 've")) && place.is(1, wordSet('to the'));
  return isPassive || isPerfect ? place.replace('led') : undefined;
};

const BEFORE_BASE_FORM = wordSet(
  "to will would could may might can cannot must should 'll n't not",
);
const OBJECT_OPENERS = wordSet(
  'the their his her its our my your a an control any all more money hope faith weight everything',
);

/** “will loose the”. */
const loose: ConfusionRule = (place) =>
  place.is(-1, BEFORE_BASE_FORM) && place.is(1, OBJECT_OPENERS) ? place.replace('lose') : undefined;

/** “loosing the”. */
const loosing: ConfusionRule = (place) =>
  place.is(1, OBJECT_OPENERS) ? place.replace('losing') : undefined;

/** “an affect on”. */
const affect: ConfusionRule = (place) =>
  place.is(-1, wordSet('the an any no little adverse negative positive big profound')) &&
  place.lower(1) === 'on'
    ? place.replace('effect')
    : undefined;

/** “will effect them”. */
const effect: ConfusionRule = (place) =>
  place.is(-1, wordSet("will would could may might can must should 'll n't")) &&
  place.is(1, wordSet('them us him me you everyone everybody people'))
    ? place.replace('affect')
    : undefined;

/** “in principal,” and “a matter of principal”. */
const principal: ConfusionRule = (place) => {
  const isPhrase = place.is(-1, wordSet('in on')) && place.isClauseEnd(1);
  return isPhrase || (place.lower(-1) === 'of' && place.lower(-2) === 'matter')
    ? place.replace('principle')
    : undefined;
};

/** “the principle reason”. */
const principle: ConfusionRule = (place) =>
  place.is(
    1,
    wordSet(
      'reason cause source aim objective investigator conductor dancer shareholder residence author',
    ),
  )
    ? place.replace('principal')
    : undefined;

const RULES_BY_WORD: ReadonlyMap<string, ConfusionRule> = new Map(
  Object.entries({
    a: article,
    an: article,
    of,
    its,
    it,
    who,
    whose,
    your,
    you,
    they,
    their,
    there,
    then,
    than,
    to,
    too,
    lead,
    loose,
    loosing,
    affect,
    effect,
    principal,
    principle,
  }),
);
