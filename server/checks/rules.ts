/** How much a finding matters, from most to least. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule reports and why. */
export interface Rule {
  /** A short noun phrase, as a heading. */
  readonly title: string;
  /** The severity of its findings unless the reporter sets another. */
  readonly severity: Severity;
  /** What it reports, in one line without a full stop. */
  readonly description: string;
  /** What it reports and leaves alone, and what its fix does; Markdown. */
  readonly explanation: string;
  readonly example: RuleExample;
  /**
   * True if “Fix all” applies its preferred fixes: only where they decide nothing, as a doubled word. A tense, a number, a
   * comma or a missing word is for the writer to choose.
   */
  readonly isInFixAll: boolean;
  /** Codes that it was part of before it had one of its own; whatever names one of them covers it too. */
  readonly formerly?: readonly string[];
}

/** A draft that a rule reports, and the same draft put right; Markdown. */
export interface RuleExample {
  readonly wrong: string;
  readonly right: string;
  /** What the sources say, if the rule needs any. */
  readonly source?: string;
  /** What an older source says. */
  readonly olderSource?: string;
  /** What the house style has, if the rule follows one. */
  readonly houseStyle?: string;
}

/** What each family of rules is about, as a heading. */
export const FAMILIES = {
  name: 'Names',
  sentence: 'Sentences',
  claim: 'Claims',
  quote: 'Quotes',
  spelling: 'Spelling',
  style: 'Style',
  house: 'House style',
  reference: 'Sources',
} as const;

/** Every rule by its code, `family/kind`; those of a family stand together. */
const TABLE = {
  'name/misspelled': {
    title: 'Misspelled name',
    severity: 'warning',
    description: 'A name almost matches one in the sources',
    explanation: `The name differs from one in your sources by a letter or two, by an accent, or by parts that are mixed up or left out. People whose names are merely similar, such as relatives, are left alone.

The fix writes the name as your sources do. If the draft is right, accept the name: it then counts as correct in every draft of the folder.`,
    example: {
      source: 'Tomasz Wierzbicki, the chief engineer, inspected the wall on Monday.',
      wrong: 'Did Tomasz Wierzbicky inspect the wall?',
      right: 'Did Tomasz Wierzbicki inspect the wall?',
    },
    isInFixAll: true,
  },
  'name/inconsistent': {
    title: 'Inconsistent name',
    severity: 'warning',
    description: 'One name is written in two ways',
    explanation: `The draft spells one name in two ways, or in a way that a dossier rules out with “Not:”. No source needs to know the name.

The fix changes the rarer spelling to the more common one, everywhere or in one place.`,
    example: {
      wrong:
        'Maren Oduya leads the council. Nobody opposes Ms. Oduyya. Ms. Oduya was elected in May.',
      right:
        'Maren Oduya leads the council. Nobody opposes Ms. Oduya. Ms. Oduya was elected in May.',
    },
    isInFixAll: false,
  },
  'name/unknown': {
    title: 'Unknown name',
    severity: 'hint',
    description: 'The name of a person or organisation does not appear in the sources',
    explanation: `The draft is about what your sources cover, and names a person or an organisation that appears in none of them. That is often correct, so it is only a hint, at the first mention of the name.

Once you add the name to a dossier, it is known.`,
    example: {
      source:
        'Tomasz Wierzbicki, the chief engineer, Ngozi Adeyemi, the harbour master, and Maren Oduya, the mayor, inspected the wall.',
      wrong: 'Tomasz Wierzbicki and Ngozi Adeyemi met Aurelia Fontaine.',
      right: 'Tomasz Wierzbicki and Ngozi Adeyemi met Maren Oduya.',
    },
    isInFixAll: false,
  },
  'sentence/missing-verb': {
    title: 'Missing verb',
    severity: 'warning',
    description: 'A sentence has no verb',
    explanation: `A sentence or a clause has a subject and no finite verb. Headings, captions and labels are left alone. The sentence reader finds it.

The fixes insert a verb after which the sentence reads as sound. One is preferred only if no other comes near.`,
    example: {
      wrong: 'The bridge been closed to lorries since March.',
      right: 'The bridge has been closed to lorries since March.',
    },
    isInFixAll: false,
  },
  'sentence/missing-subject': {
    title: 'Missing subject',
    severity: 'warning',
    description: 'A sentence has no subject',
    explanation: `A sentence or a clause has a verb and no subject. Commands (“Take the 7.15”) and headings are left alone. The sentence reader finds it.

The fixes insert a pronoun. One is preferred only if the sentence before shows which is right.`,
    example: {
      wrong: 'The firm lost the case. Has now asked the higher court to hear it again.',
      right: 'The firm lost the case. It has now asked the higher court to hear it again.',
    },
    isInFixAll: false,
  },
  'sentence/fragment': {
    title: 'Sentence fragment',
    severity: 'warning',
    description: 'Part of a sentence is written as a whole one',
    explanation: `A subordinate clause has no main clause, or a sentence breaks off in the middle. Short fragments (“Because he can.”), which columnists write on purpose, and those of speakers are left alone. The sentence reader finds it.

The fixes join the clause to the sentence before it or drop its first word, if nothing else can be missing. Only the writer can tell which is right, so none is preferred.`,
    example: {
      wrong: 'The strike ended on Friday. Although the two sides still disagree about pay.',
      right: 'The strike ended on Friday, although the two sides still disagree about pay.',
    },
    isInFixAll: false,
  },
  'sentence/run-on': {
    title: 'Run-on sentence',
    severity: 'warning',
    description: 'Two sentences run on with no full stop between them',
    explanation: `Two sentences, each complete on its own, are joined by a comma or by nothing at all. Short clauses set side by side for effect (“I came, I saw”) and those of speakers are left alone. The sentence reader finds it.

The fix puts a full stop between them. In place of a comma, a semicolon is suggested first.`,
    example: {
      wrong: 'The driver was hurt the fire began in a kitchen.',
      right: 'The driver was hurt. The fire began in a kitchen.',
    },
    isInFixAll: false,
  },
  'sentence/run-together': {
    title: 'Missing space',
    severity: 'warning',
    description: 'Two words or sentences have no space between them',
    explanation: `A space is missing after a full stop, a comma or a closing quotation mark, or between two words.

The fix inserts it.`,
    example: {
      wrong: 'The vote was close.Both sides claimed victory.',
      right: 'The vote was close. Both sides claimed victory.',
    },
    isInFixAll: false,
  },
  'sentence/stray-capital': {
    title: 'Unexpected capital',
    severity: 'warning',
    description: 'A word has a capital letter that it should not have',
    explanation: `A word inside a sentence starts with a capital although it is not part of a name or title, as happens when two sentences are merged. Headlines may capitalise their words.

The fix writes the word in lower case.`,
    example: {
      wrong: 'The committee met In private for two hours.',
      right: 'The committee met in private for two hours.',
    },
    isInFixAll: false,
  },
  'sentence/lowercase-start': {
    title: 'Missing capital',
    severity: 'warning',
    description: 'A sentence or a name starts in lower case',
    explanation: `The first word of a sentence, or the name of a day, a month or a country, starts in lower case. List items and the continuation of a sentence after a colon or semicolon are left alone.

The fix writes the capital.`,
    example: {
      wrong: 'Sales fell by a third. analysts had expected worse.',
      right: 'Sales fell by a third. Analysts had expected worse.',
    },
    isInFixAll: true,
  },
  'sentence/duplicate-item': {
    title: 'Duplicate item',
    severity: 'warning',
    description: 'A list contains the same item twice',
    explanation: `A list in a sentence names one thing twice, or a bulleted list has the same item twice.

The fix deletes the second mention in a sentence. For a bulleted list no fix is suggested.`,
    example: {
      wrong: 'The tour visits Leeds, Hull, York and Leeds.',
      right: 'The tour visits Leeds, Hull and York.',
    },
    isInFixAll: false,
  },
  'sentence/repeated-word': {
    title: 'Repeated word',
    severity: 'warning',
    description: 'A word is written twice in a row',
    explanation: `A word, or a few words, are written twice in a row. Intended repetition (“had had”, “very, very”) is left alone.

The fix deletes the second occurrence.`,
    example: {
      wrong: 'The committee will meet in in October.',
      right: 'The committee will meet in October.',
    },
    isInFixAll: true,
  },
  'sentence/unbalanced-quote': {
    title: 'Unbalanced quotation mark or bracket',
    severity: 'warning',
    description: 'A quotation mark or bracket has no partner',
    explanation: `A quotation or a parenthesis is opened and never closed, or closed and never opened. A quotation that continues in the next paragraph may stay open.

The fix adds the missing mark if its place is clear, or deletes the one that has no partner.`,
    example: {
      wrong: '“We are ready, the minister said on Monday.',
      right: '“We are ready,” the minister said on Monday.',
    },
    isInFixAll: false,
  },
  'sentence/missing-end': {
    title: 'Missing full stop',
    severity: 'warning',
    description: 'A paragraph ends without a full stop',
    explanation: `A paragraph of prose ends without a full stop or another closing mark. Headings, captions, bylines and list items need none.

The fix adds a full stop.`,
    example: {
      wrong:
        'The mayor opened the pool. It had cost less than planned\n\nThe pool is heated. It opens at six.',
      right:
        'The mayor opened the pool. It had cost less than planned.\n\nThe pool is heated. It opens at six.',
    },
    isInFixAll: false,
  },
  'sentence/agreement': {
    title: 'Subject and verb disagree',
    severity: 'warning',
    description: 'Subject and verb do not agree in number',
    explanation: `The verb is singular and its subject plural, or the other way round. Collective nouns (“the team are”), measures (“a bundle of letters were”) and sums (“five years is”) may take either form. So may the words of a speaker. A rule finds it where the sentence reader doubts the words too, or the reader alone.

The fix writes the other form of the verb.`,
    example: {
      wrong: 'The players on the bench was laughing.',
      right: 'The players on the bench were laughing.',
    },
    isInFixAll: false,
  },
  'sentence/missing-article': {
    title: 'Missing article',
    severity: 'warning',
    description: '“a”, “an” or “the” is missing',
    explanation: `A noun that needs an article has none. Headlines, captions and labels, which leave articles out, are left alone as a rule. A rule finds it after “one of” and the like, the sentence reader elsewhere.

The fix inserts the article.`,
    example: {
      wrong: 'The port is one of busiest in the Baltic.',
      right: 'The port is one of the busiest in the Baltic.',
    },
    isInFixAll: false,
    formerly: ['sentence/garbled'],
  },
  'sentence/missing-preposition': {
    title: 'Missing preposition',
    severity: 'warning',
    description: 'A preposition such as “of” or “in” is missing',
    explanation: `Two nouns follow each other that a preposition must join (“the cost the repairs”), or a verb is followed by a noun that cannot be its object (“relies the goodwill”). The sentence reader finds it.

The fix inserts the preposition. It is preferred only if no other comes near.`,
    example: {
      wrong: 'He has been a member the council since 2019.',
      right: 'He has been a member of the council since 2019.',
    },
    isInFixAll: false,
    formerly: ['sentence/garbled'],
  },
  'sentence/missing-to': {
    title: 'Missing “to”',
    severity: 'warning',
    description: '“to” is missing before an infinitive',
    explanation: `A word that requires an infinitive with “to” is followed by the bare verb, as in “able send” or “decided leave”. Verbs that take a bare verb (“helped build”, “let them decide”) are left alone. A rule finds it where the sentence reader doubts the words too, or the reader alone.

The fix inserts “to”.`,
    example: {
      wrong: 'The ferry was unable reach the port.',
      right: 'The ferry was unable to reach the port.',
    },
    isInFixAll: false,
    formerly: ['sentence/garbled'],
  },
  'sentence/wrong-form': {
    title: 'Wrong verb form',
    severity: 'warning',
    description: 'A verb has a form that its auxiliary does not take',
    explanation: `An auxiliary or “to” is followed by the wrong form of a verb, as in “has went”, “did not believed” or “can builded”. The words of a speaker are left alone. A rule finds it where the sentence reader doubts the words too, or the reader alone.

The fix writes the right form.`,
    example: {
      wrong: 'The driver has went home to Leeds.',
      right: 'The driver has gone home to Leeds.',
    },
    isInFixAll: false,
    formerly: ['sentence/garbled'],
  },
  'sentence/swapped-words': {
    title: 'Swapped words',
    severity: 'warning',
    description: 'Two neighbouring words have changed places',
    explanation: `Two neighbouring words make sense only in the other order, as in “box the” for “the box”. The sentence reader finds it.

The fix exchanges them.`,
    example: {
      wrong: 'They found box the in the cellar.',
      right: 'They found the box in the cellar.',
    },
    isInFixAll: false,
    formerly: ['sentence/garbled'],
  },
  'sentence/garbled': {
    title: 'Garbled sentence',
    severity: 'warning',
    description: 'The words of a sentence do not fit together',
    explanation: `Words do not fit together: two versions of a phrase were merged, a word is left over or in another’s place, or a stretch is lost. A rule finds words that never follow each other in English, such as “the of” or “been has”, where the sentence reader doubts them too; the reader finds the rest.

A fix is offered only if the sentence then reads as sound.`,
    example: {
      wrong: 'Police closed road the to the port.',
      right: 'Police closed the road to the port.',
    },
    isInFixAll: false,
  },
  'sentence/placeholder': {
    title: 'Placeholder',
    severity: 'warning',
    description: 'A placeholder has not been filled in',
    explanation: `The draft still contains a placeholder, such as TK, TBC, XXX or “[name]”, or a note such as “[TK: verify claim]”, “[CHECK: age]” or “CHECK with police”.

The fix deletes it. It is not preferred, as you will usually want to fill it in.`,
    example: {
      wrong: 'The council spent TK pounds on the pool.',
      right: 'The council spent 900 pounds on the pool.',
    },
    isInFixAll: false,
  },
  'claim/contradicted': {
    title: 'Contradicted claim',
    severity: 'error',
    description: 'The sources say otherwise',
    explanation: `A statement differs from your sources in a figure, a date, a name, an office or a place, or denies what they say, or, by the model that judges claims, in anything else. If your sources differ from each other, a note says so and neither value is reported as wrong.

The fix writes the source's value if it can simply replace the one in the draft.`,
    example: {
      source: 'The inquiry heard 41 witnesses in the old town hall.',
      wrong: 'The inquiry heard 14 witnesses in the old town hall.',
      right: 'The inquiry heard 41 witnesses in the old town hall.',
    },
    isInFixAll: false,
  },
  'claim/outdated': {
    title: 'Outdated claim',
    severity: 'warning',
    description: 'An older source says it, a newer one says otherwise',
    explanation: `Sources of different dates differ on a count of ten or more, and the draft has what the older one says. The date of a source is what it says itself: in its front matter, in a line above its text or in its name. A statement that says when it was so is left alone.

The fix writes the newer value. It is never applied by itself: the newer source may be wrong.`,
    example: {
      source: `# Briefing, Monday 22 July 2024

The fire has destroyed 17 boats in Sundvik.`,
      olderSource: `# Report, Sunday 21 July 2024

The fire has destroyed 14 boats in Sundvik.`,
      wrong: 'The fire has destroyed 14 boats in Sundvik.',
      right: 'The fire has destroyed 17 boats in Sundvik.',
    },
    isInFixAll: false,
  },
  'claim/weekday': {
    title: 'Wrong weekday',
    severity: 'warning',
    description: 'A weekday is not that of its date',
    explanation: `The date falls on another day of the week, in the year beside it, or else in that of the draft if the date is within a month of it. A draft is of the day in its front matter or dateline, or else of the last day of your sources. Quotations are left alone.

One fix changes the weekday, the other the day of the month: which of them is wrong, your notes tell.`,
    example: {
      wrong: 'The ferry left Sundvik on Tuesday 22 July 2024.',
      right: 'The ferry left Sundvik on Monday 22 July 2024.',
    },
    isInFixAll: false,
  },
  'claim/arithmetic': {
    title: 'Figures that do not fit',
    severity: 'warning',
    description: 'Two figures of a sentence cannot both be right',
    explanation: `The sentence gives figures that can be worked out from each other, and they do not fit: a change and its two ends (“from 100 to 214, an increase of 50 per cent”), a share beside its fraction or count (“one in four (31 per cent)”), parts that words such as “in all” or “the remaining” say make up a whole, an age beside the years of birth and death, a duration beside its dates. Rounding, “about” and “nearly” are allowed for; averages, yearly and adjusted figures, quotations and tables are left alone.

The message has both figures. A fix writes the one that would fit, but is never preferred: which of them is wrong, your notes tell.`,
    example: {
      wrong: 'The choir grew from 100 members to 214, an increase of 50 per cent.',
      right: 'The choir grew from 100 members to 214, an increase of 114 per cent.',
    },
    isInFixAll: false,
  },
  'claim/inconsistent': {
    title: 'Draft contradicts itself',
    severity: 'warning',
    description:
      'Two places of the draft differ on a figure, an age, a day, an order or an outcome',
    explanation: `Two sentences of the draft tell the same thing with different values: how many people were killed or homes damaged, the age of a person, the day of an event, the score of a match, the result of a vote, or the outcome of a trial. Parts (“12 of them”), other places and groups, announced updates (“rose from 12 to 14”), plans beside what came of them, and speakers who disagree are left alone, as is a sentence that is not certainly of the same event.

What a sentence says of the order of its own dates (“on 12 May, after the hearing on 14 May”, “on Friday, two days after Monday's vote”, “from 2019 to 2015”), is compared with them.

If your sources have one of the two values, the other is marked, and the fix replaces it. Otherwise the rarer value is marked, or the later, with a fix for each: which of them is right, your notes tell.`,
    example: {
      wrong: `Twelve people died in a fire at a paper mill on Monday, police said.

The mill made packaging. The fire killed 14 people.`,
      right: `Twelve people died in a fire at a paper mill on Monday, police said.

The mill made packaging. The fire killed 12 people.`,
    },
    isInFixAll: false,
  },
  'claim/unsupported': {
    title: 'Claim not in the sources',
    severity: 'information',
    description: 'The sources cover the subject but do not mention this name, figure or noun',
    explanation: `The statement is about what your sources cover, but nothing there comes near it, and its name or figure occurs nowhere in them, not even as a rounding, a difference or a sum. It may well be true: find a source for it, or mark it for verification. Statements that the sources may or may not support are not reported; the fact sheet lists them to be checked.`,
    example: {
      source: `The inquiry heard 41 witnesses in the old town hall.

The wall was built in 1987.

The harbour handles 300 ships a year.`,
      wrong: `The inquiry heard 41 witnesses in the old town hall.

The wall was built in 1987.

The harbour handles 300 ships a year.

Pelham Dredging paid for the pier.`,
      right: `The inquiry heard 41 witnesses in the old town hall.

The wall was built in 1987.

The harbour handles 300 ships a year.`,
    },
    isInFixAll: false,
  },
  'quote/altered': {
    title: 'Altered quote',
    severity: 'error',
    description: 'The words of a quote differ from the recorded ones',
    explanation: `A direct quote is close to one in your sources, and its words differ. Contractions, British or American spelling and words left out with “…” do not count as alterations, unless a “not” is left out that negates what is quoted.

The fix restores the recorded words, to the end of the sentence if it was cut off at the change. If two recorded quotes are equally near, there is a fix for each.`,
    example: {
      source: '“Nobody asked me about the wall,” said Tomasz Wierzbicki, the chief engineer.',
      wrong: '“Nobody told me about the wall,” said Tomasz Wierzbicki.',
      right: '“Nobody asked me about the wall,” said Tomasz Wierzbicki.',
    },
    isInFixAll: false,
  },
  'quote/joined': {
    title: 'Joined quote',
    severity: 'warning',
    description: 'An ellipsis joins words that were said in another order or far apart',
    explanation: `The words on both sides of “…” are as recorded, but the source has them in the other order, in two statements, or with more than 60 words between them.

If the order is wrong, a fix puts the parts as the source has them. Otherwise quote them apart, each in its own marks.`,
    example: {
      source:
        '“The wall was built in a hurry. We never looked at it again,” said Tomasz Wierzbicki, the chief engineer.',
      wrong:
        '“We never looked at it again … the wall was built in a hurry,” said Tomasz Wierzbicki.',
      right:
        '“The wall was built in a hurry … We never looked at it again,” said Tomasz Wierzbicki.',
    },
    isInFixAll: false,
  },
  'quote/misattributed': {
    title: 'Misattributed quote',
    severity: 'error',
    description: 'The sources give these words to another speaker',
    explanation: `Your sources record these words, but as said by somebody else.

The fix names the recorded speaker: in full with the role where the draft has not named them yet, by the surname where it has.`,
    example: {
      source: `“Nobody asked me about the wall,” said Tomasz Wierzbicki, the chief engineer.

Ngozi Adeyemi, the harbour master, said nothing.`,
      wrong: '“Nobody asked me about the wall,” said Ngozi Adeyemi.',
      right: '“Nobody asked me about the wall,” said Tomasz Wierzbicki, the chief engineer.',
    },
    isInFixAll: false,
  },
  'quote/unsupported': {
    title: 'Quote not in the sources',
    severity: 'warning',
    description: 'No source contains these words',
    explanation: `A direct quote is not in the sources, although they cover what the draft is about. If you heard the words yourself, add your notes to the sources.`,
    example: {
      source: `Tomasz Wierzbicki, the chief engineer, inspected the harbour wall on Monday.

“Nobody asked me about the wall,” said Tomasz Wierzbicki.`,
      wrong:
        'Tomasz Wierzbicki inspected the harbour wall on Monday. “The cranes were rusting away in front of us,” said Tomasz Wierzbicki.',
      right:
        'Tomasz Wierzbicki inspected the harbour wall on Monday. “Nobody asked me about the wall,” said Tomasz Wierzbicki.',
    },
    isInFixAll: false,
  },
  'spelling/misspelled': {
    title: 'Misspelled word',
    severity: 'warning',
    description: 'A word is in no dictionary and almost matches one that is',
    explanation: `The word is in the dictionary of no variety of English, and a word that is differs from it by a slip or two. Names and terms of your sources, capitalised words, words in italics or short quotation marks, foreign phrases, codes, addresses and abbreviations are left alone. If the setting \`copydesk.spelling\` names a variety, words in the spelling of another one are reported too.

The fixes write the words that were most likely meant, at most five. None is preferred if it is not clear which, or if the word is in a quote. If the word is right, add it to the dictionary: it then counts as correct in every draft of the folder.`,
    example: {
      wrong: 'The committee will recieve the report on Monday.',
      right: 'The committee will receive the report on Monday.',
    },
    isInFixAll: true,
  },
  'spelling/confused': {
    title: 'Confused words',
    severity: 'warning',
    description: 'A word stands in the place of another that sounds like it',
    explanation: `The words around it show that another word was meant: “whose” for “who’s”, “its” for “it’s”, “have” for “of” in “could of”, “a” for “an”. Some 150 pairs of words are compared, by what stands beside them in published prose; where that leaves a doubt, it is reported only if the sentence reader suspects the word too.

The fix writes the other word.`,
    example: {
      wrong: 'The council could of closed the bridge in March.',
      right: 'The council could have closed the bridge in March.',
    },
    isInFixAll: false,
  },
  'style/spelling': {
    title: 'Mixed spelling',
    severity: 'hint',
    description: 'The draft mixes British and American spelling',
    explanation: `The draft contains words in British and in American spelling. Quotations and names are left alone. It is reported once for the whole draft.

The fix writes the word in the spelling that is more frequent in the draft.`,
    example: {
      wrong: 'The harbour honours its neighbours. The theater is closed.',
      right: 'The harbour honours its neighbours. The theatre is closed.',
    },
    isInFixAll: false,
  },
  'style/honorific': {
    title: 'Mixed honorifics',
    severity: 'hint',
    description: 'The draft mixes honorifics with and without a full stop',
    explanation: `The draft contains both “Mr” and “Mr.”, or the like with “Mrs”, “Ms” or “Dr”. It is reported once for the whole draft.

The fix writes the honorific in the style that is more frequent in the draft.`,
    example: {
      wrong: 'Mr. Roe met Ms. Lund. Later Mr Roe left.',
      right: 'Mr. Roe met Ms. Lund. Later Mr. Roe left.',
    },
    isInFixAll: false,
  },
  'style/unused-ignore': {
    title: 'Unused suppression',
    severity: 'hint',
    description: 'A suppression no longer matches any finding',
    explanation: `A \`copydesk-ignore\` comment, or an entry in \`.copydesk.json\`, names a finding that is no longer reported, or a code that does not exist.

The fix removes it.`,
    example: {
      wrong: '<!-- copydesk-ignore sentence: as spoken -->\nThe rain stopped at noon.',
      right: 'The rain stopped at noon.',
    },
    isInFixAll: false,
  },
  'house/avoid': {
    title: 'Word to avoid',
    severity: 'information',
    description: 'The house style avoids these words',
    explanation: `Your house style, the file \`style.yml\` in the folder of the draft or above it, lists these words as words to avoid. A phrase in lower case is also found with a capital at the start of a sentence, but not as part of a name. Quotations are left alone.

The fix writes what the house style has instead, if it has anything.`,
    example: {
      houseStyle: 'rules:\n  - { avoid: utilise, write: use }',
      wrong: 'The crews utilise nets of hemp.',
      right: 'The crews use nets of hemp.',
    },
    isInFixAll: false,
  },
  'house/form': {
    title: 'Form of a word',
    severity: 'information',
    description: 'The house style writes this word with other capitals, hyphens or spaces',
    explanation: `Your house style has one form of this word: its capitals, hyphens and spaces. Capitals at the start of a sentence and in headlines are allowed, and so are other capitals where the word is part of a longer name. Quotations are left alone.

The fix writes the form of the house style.`,
    example: {
      houseStyle: 'rules:\n  - form: per cent',
      wrong: 'Sales of nets fell by eleven percent in May.',
      right: 'Sales of nets fell by eleven per cent in May.',
    },
    isInFixAll: false,
  },
  'house/numbers': {
    title: 'Number in figures or words',
    severity: 'information',
    description: 'The house style writes this number in words, or in figures',
    explanation: `Your house style writes whole numbers below a limit in words and others in figures. Only counts of things in running text are reported: ages, measures, money, scores, spans and names with a number are left alone, and so are sentences with numbers on both sides of the limit, headlines, lists and quotations.

The fix writes the number the other way.`,
    example: {
      houseStyle: 'rules:\n  - numbers: 10',
      wrong: 'The harbour has 7 cranes.',
      right: 'The harbour has seven cranes.',
    },
    isInFixAll: false,
  },
  'house/titles': {
    title: 'Title before a name',
    severity: 'information',
    description: 'The house style has no title here',
    explanation: `Your house style says where “Mr”, “Ms”, “Dr” and the like stand before a name: at the first reference only, only after it, or never. People who share a surname are left alone, and so are quotations and headlines.

The fix takes the title away.`,
    example: {
      houseStyle: 'rules:\n  - titles: first',
      wrong: 'Dr Maren Oduya chairs the trust. It was Dr Oduya who closed the pier.',
      right: 'Dr Maren Oduya chairs the trust. It was Oduya who closed the pier.',
    },
    isInFixAll: false,
  },
  'house/paper': {
    title: 'Name of the paper',
    severity: 'information',
    description: 'The house style writes the name of the paper in another way',
    explanation: `Your house style has the name of the paper that prints the draft. Its article and capitals are compared, unless the name describes the next word (“a Harbour Gazette reporter”). Quotations are left alone.

The fix writes the name as the paper does.`,
    example: {
      houseStyle: 'rules:\n  - paper: The Harbour Gazette',
      wrong: 'She wrote to the Harbour Gazette on Monday.',
      right: 'She wrote to The Harbour Gazette on Monday.',
    },
    isInFixAll: false,
  },
  'reference/uncovered': {
    title: 'No source covers this draft',
    severity: 'information',
    description: 'No source covers this draft',
    explanation: `Hardly anything in the draft appears in your sources, so they are probably about something else. This is reported once, at the title, and claims and quotes are then not reported as missing from them.

Put the documents that the draft is based on into the folder “sources”.`,
    example: {
      source: 'The inquiry heard 41 witnesses. The wall was built in 1987.',
      wrong: `The club sold its captain to Porto for £9 million.

The orchestra played to 2,000 people in the park.

The bank raised its rates to 4 percent in May.

The museum bought a painting by a Dutch master in 1998.`,
      right: 'The inquiry heard 41 witnesses. The wall was built in 1987.',
    },
    isInFixAll: false,
  },
} as const satisfies Readonly<Record<`${keyof typeof FAMILIES}/${string}`, Rule>>;

/** The codes that diagnostics carry: `family/kind`. */
export type Code = keyof typeof TABLE;

/** Every rule by its code. */
export const RULES: Readonly<Record<Code, Rule>> = TABLE;

/** Every code in the order of the table. */
export const CODES = Object.keys(TABLE) as readonly Code[];

/** A family of codes, the part of a code before its slash. */
export type Family = keyof typeof FAMILIES;

/** Each family before its codes: all that a setting or a suppression may name. */
export const CODES_AND_FAMILIES: readonly (Code | Family)[] = (
  Object.keys(FAMILIES) as readonly Family[]
).flatMap((family) => [family, ...CODES.filter((code) => familyOf(code) === family)]);

/** The family of a code. */
export function familyOf(code: Code): Family {
  return code.slice(0, code.indexOf('/')) as Family;
}

/** True for a code (`name/misspelled`). */
export function isCode(text: string): text is Code {
  return Object.hasOwn(TABLE, text);
}

/** True for a code (`name/misspelled`) and for a family of codes (`name`). */
export function isCodeOrFamily(text: string): text is Code | Family {
  return isCode(text) || Object.hasOwn(FAMILIES, text);
}

/** True if `selector` is the code itself, one that it was part of before, or its family. */
export function coversCode(selector: string, code: Code): boolean {
  return (
    selector === code ||
    code.startsWith(`${selector}/`) ||
    RULES[code].formerly?.includes(selector) === true
  );
}
