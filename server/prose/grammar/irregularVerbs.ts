/** The irregular verbs of English: base, past, participle; variants are separated by a slash. */
const IRREGULAR = `
arise arose arisen, awake awoke awoken, bear bore borne/born, beat beat beaten, become became become,
befall befell befallen, begin began begun, behold beheld beheld, bend bent bent, bet bet bet,
bid bid/bade bid/bidden, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown,
break broke broken, breed bred bred, bring brought brought, broadcast broadcast broadcast,
build built built, burst burst burst, buy bought bought, cast cast cast, catch caught caught,
choose chose chosen, cling clung clung, come came come, cost cost cost, creep crept crept, cut cut cut,
deal dealt dealt, dig dug dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found, flee fled fled,
fling flung flung, fly flew flown, forbid forbade forbidden, forecast forecast forecast,
foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, forgo forwent forgone,
forsake forsook forsaken, freeze froze frozen, get got got/gotten, give gave given, go went gone,
grind ground ground, grow grew grown, hang hung hung, have had had, hear heard heard, hide hid hidden,
hit hit hit, hold held held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid, lead led led,
leave left left, lend lent lent, let let let, lie lay lain, lose lost lost, make made made,
mean meant meant, meet met met, mislead misled misled, mistake mistook mistaken,
misunderstand misunderstood misunderstood, offset offset offset, outdo outdid outdone,
overcome overcame overcome, oversee oversaw overseen, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid paid, put put put, quit quit quit, read read read,
rebuild rebuilt rebuilt, repay repaid repaid, rewrite rewrote rewritten, rid rid rid, ride rode ridden,
ring rang rung, rise rose risen, run ran run, say said said, see saw seen, seek sought sought,
sell sold sold, send sent sent, set set set, shake shook shaken, shed shed shed, shoot shot shot,
shrink shrank/shrunk shrunk/shrunken, shut shut shut, sing sang sung, sink sank/sunk sunk, sit sat sat,
sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun,
split split split, spread spread spread, spring sprang/sprung sprung, stand stood stood,
steal stole stolen, stick stuck stuck, sting stung stung, stink stank stunk, stride strode stridden,
strike struck struck/stricken, strive strove striven, swear swore sworn, sweep swept swept,
swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, tell told told,
think thought thought, throw threw thrown, thrust thrust thrust, tread trod trodden,
undergo underwent undergone, understand understood understood, undertake undertook undertaken,
undo undid undone, uphold upheld upheld, upset upset upset, wake woke woken, wear wore worn,
weave wove woven, weep wept wept, win won won, wind wound wound, withdraw withdrew withdrawn,
withhold withheld withheld, withstand withstood withstood, write wrote written,
do did done, show showed shown/showed, prove proved proven/proved, swell swelled swollen/swelled, sew sewed sewn,
burn burned/burnt burned/burnt,
dream dreamed/dreamt dreamed/dreamt, dwell dwelled/dwelt dwelled/dwelt, kneel kneeled/knelt kneeled/knelt,
lean leaned/leant leaned/leant, leap leaped/leapt leaped/leapt, learn learned/learnt learned/learnt,
light lighted/lit lighted/lit, plead pleaded/pled pleaded/pled, smell smelled/smelt smelled/smelt,
speed speeded/sped speeded/sped, spell spelled/spelt spelled/spelt, spill spilled/spilt spilled/spilt,
spoil spoiled/spoilt spoiled/spoilt, bust busted/bust busted/bust, fit fitted/fit fitted/fit,
wet wetted/wet wetted/wet, knit knitted/knit knitted/knit, sneak sneaked/snuck sneaked/snuck, be was/were been`;

/** An irregular verb; the first of several forms is the usual one. */
export interface IrregularVerb {
  readonly base: string;
  readonly past: readonly string[];
  readonly participle: readonly string[];
}

const verbs: readonly IrregularVerb[] = IRREGULAR.split(',').map((entry) => {
  const [base = '', past = '', participle = ''] = entry.trim().split(/\s+/u);
  return { base, past: past.split('/'), participle: participle.split('/') };
});
/** By base form, in lower case. */
export const byBase = new Map(verbs.map((verb) => [verb.base, verb]));
/** By past form. */
export const byPast = group((verb) => verb.past);
/** By past participle. */
export const byParticiple = group((verb) => verb.participle);

function group(
  forms: (verb: IrregularVerb) => readonly string[],
): ReadonlyMap<string, IrregularVerb> {
  return new Map(verbs.flatMap((verb) => forms(verb).map((form) => [form, verb] as const)));
}

/** The base of an irregular past form or participle (“went” → “go”); `undefined` for any other word. */
export function infinitiveOf(word: string): string | undefined {
  return byPast.get(word)?.base ?? byParticiple.get(word)?.base;
}

/** True for a past form that cannot also be a participle or a base form: “went”, “took”, “knew”. */
export function isOnlyPast(word: string): boolean {
  return byPast.has(word) && !byParticiple.has(word) && !byBase.has(word);
}

/** True for a participle that cannot also be a past or base form: “taken”, “shown”, “born”. */
export function isOnlyParticiple(word: string): boolean {
  return byParticiple.has(word) && !byPast.has(word) && !byBase.has(word);
}
