/** How a verb of speech takes its speaker. */
export interface SpeechVerb {
  /** True for “said Ms. Roe”: after a quotation the speaker may follow. */
  readonly inverts: boolean;
  /** True for “saying”: the speaker is the subject of the clause it hangs on. */
  readonly participle: boolean;
}

/** Verbs that stand on either side of their speaker when they carry a quotation. */
const INVERTING =
  'add admit announce argue ask boast caution claim comment complain concede conclude continue confess counter cry declare explain exclaim insist joke laugh lament muse note observe promise quip recall reflect remark remember reply respond reveal say shout sigh state stress suggest tweet warn whisper wonder write yell';

/** Verbs whose speaker stands before them. */
const DIRECT =
  'accuse acknowledge allege assert brand call cite condemn credit criticise criticize decry demand denounce deny describe dismiss dub emphasise emphasize express find hail identify label maintain outline pledge point portray post praise predict quote read speak tell testify think urge vow';

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  find: ['found'],
  say: ['said'],
  speak: ['spoke', 'spoken'],
  tell: ['told'],
  think: ['thought'],
  write: ['wrote', 'written'],
  read: [],
};

const FORMS: ReadonlyMap<string, SpeechVerb> = new Map([
  ...entries(INVERTING, true),
  ...entries(DIRECT, false),
]);

/** The verb of speech that a word is, if it is one; letter case does not matter. */
export function speechVerb(word: string): SpeechVerb | undefined {
  return FORMS.get(word.toLowerCase());
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
