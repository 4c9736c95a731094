/** The position of a speech verb's speaker. */
export interface SpeechVerb {
  /** True for “said Ms. Roe”: after a quotation, the speaker can follow the verb. */
  readonly inverts: boolean;
  /** True for “saying”: the speaker is the subject of the clause that the participle belongs to. */
  readonly participle: boolean;
}

/** Verbs that can precede or follow their speaker next to a quotation. */
const INVERTING_VERBS =
  'add admit announce answer argue ask boast caution claim comment complain concede conclude continue confess counter cry declare explain exclaim insist joke laugh lament muse note observe promise quip recall reflect remark recount remember reply respond retort reveal say shout sigh state stress suggest tweet warn whisper wonder write yell';

/** Verbs that follow their speaker. */
const DIRECT_VERBS =
  'accuse acknowledge advise allege assert brand call cite condemn credit criticise criticize decry demand denounce deny describe dismiss dub emphasise emphasize express find hail identify label maintain outline pledge point portray post praise predict quote read speak tell testify think urge vow';

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  find: ['found'],
  say: ['said'],
  speak: ['spoke', 'spoken'],
  tell: ['told'],
  think: ['thought'],
  write: ['wrote', 'written'],
  read: [],
};

const VERB_BY_FORM: ReadonlyMap<string, SpeechVerb> = new Map([
  ...entries(INVERTING_VERBS, true),
  ...entries(DIRECT_VERBS, false),
]);

/** The speech verb that a word is a form of, if any; letter case does not matter. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return VERB_BY_FORM.get(word.toLowerCase());
}

function entries(verbs: string, inverts: boolean): readonly (readonly [string, SpeechVerb])[] {
  return verbs
    .split(' ')
    .flatMap((verb) =>
      formsOf(verb).map(({ form, participle }) => [form, { inverts, participle }] as const),
    );
}

function formsOf(verb: string): readonly { readonly form: string; readonly participle: boolean }[] {
  const silentE = verb.endsWith('e');
  const yAfterConsonant = /[^aeiou]y$/u.test(verb);
  const doubled = /^(?:admit|dub|quip)$/u.test(verb) ? verb + (verb.at(-1) ?? '') : verb;
  const past = silentE ? `${verb}d` : yAfterConsonant ? `${verb.slice(0, -1)}ied` : `${doubled}ed`;
  const third = yAfterConsonant
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch|x)$/u.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  return [
    ...[verb, third, ...(IRREGULAR[verb] ?? [past])].map((form) => ({ form, participle: false })),
    { form: `${silentE ? verb.slice(0, -1) : doubled}ing`, participle: true },
  ];
}
