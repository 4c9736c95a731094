/** The errors of a story that are not found. */
export interface SlotStoryMisses {
  /** Statements in close wording. */
  readonly statements?: readonly string[];
  /** Errors in the draft in other words. */
  readonly draft?: readonly string[];
}

/** The known misses in each story of `slotStories.ts`, by beat. */
export const SLOT_STORY_MISSES: Readonly<Record<string, SlotStoryMisses>> = {
  court: {
    statements: [
      '- role: [Defence lawyers] had asked for nine years.',
      '- modality: Petr Valenta said he [might] appeal.',
    ],
    draft: [
      '{span: nine|seven}',
      '{weekday: Thursday|Tuesday}',
      '{money: 9.1|1.9}',
      '{date: 2016|2018}',
      '{place: Olomouc|Ostrava}',
      '{date: 20|30}',
      '{role: doctor|nurse}',
    ],
  },
  'match report': {
    statements: [
      '- place: Gniezno travel to [Lublin] in the semi-final.',
      '- relation: The goalkeeper is the [sister] of Hanna Wilk.',
    ],
    draft: ['{score: 4-3|4-2}', '{span: five|three}', '{span: six|nine}', '{number: 6,124|6,214}'],
  },
  'council budget': {
    statements: [
      '- direction: Spending on parks will [rise] by 6 percent.',
      '- who: Opposition leader [Devi Anand] said the fees would drive shoppers to Langford.',
      '- place: Gareth Poole said the fees would drive shoppers to [Halden].',
      '- modality: The increase [brought] in 640,000 pounds a year.',
    ],
    draft: [
      '{money: 1.70|1.90}',
      '{score: 19 votes to 13|19 votes to 12}',
      '{score: Eighteen councillors|Nineteen councillors}',
      '{date: 11|1}',
      '{percentage: 16|6}',
      '{percentage: 14|4}',
      '{place: Halden|Langford}',
      '{date: 27|17}',
    ],
  },
  science: {
    statements: [
      '- span: The ice may be [two] billion years old, Meera Iyer said.',
      '- date: The battery of the probe failed on [19 August].',
      "- role: Meera Iyer, the mission's chief [engineer], said the ice may be old.",
      '- polarity: The finding [contradicts] a theory that Giulia Conti put forward in 1998.',
      '- modality: The ice [is] three billion years old, said Meera Iyer.',
    ],
    draft: [
      '{number: 14|40}',
      '{span: two|three}',
      '{number: 2,810|2,180}',
      '{date: 19|9}',
      '{number: 40|14}',
      '{percentage: one third|two thirds}',
      '{weekday: Friday|Monday}',
    ],
  },
  obituary: {
    statements: [
      '- relation: Her [brother], the painter Anders Brandvold, died in 2006.',
      '- role: Her husband, the [sculptor] Anders Brandvold, died in 2006.',
      '- polarity: Her first novel was [never] turned into a film.',
      '- place: The funeral will be held on Thursday in the Church of the [Rood].',
    ],
    draft: [
      '{age: 81|91}',
      '{place: Oslo|Bergen}',
      '{number: 120,000|210,000}',
      '{date: 1981|1971}',
      '{relation: sons|daughters}',
      '{number: nine|seven}',
      '{weekday: Tuesday|Thursday}',
    ],
  },
  business: {
    draft: [
      '{money: 68|86}',
      '{date: May|March}',
      '{direction: peaked|bottomed out}',
      '{direction: fell|rose}',
      '{money: 490|940}',
      '{money: 80|70}',
      '{money: 230|320}',
      '{polarity: welcomed|rejected}',
    ],
  },
  accident: {
    statements: [
      '- span: The driver had been at the wheel for [seven] hours.',
      '- polarity: The driver, Wilmer Quispe, [died].',
      '- who: The [police] suspended the licence of the operator, Andes Sur.',
    ],
    draft: [
      '{number: 71|17}',
      '{number: 17|71}',
      '{age: 34|44}',
      '{span: seven|eleven}',
      '{number: three|two}',
    ],
  },
  election: {
    statements: [
      '- span: The Civic Union won nine fewer seats than [five] years ago.',
      '- role: President [Zofia Lenart] said she would seek a coalition with the Greens.',
      '- who: [Zofia Lenart] conceded defeat shortly before midnight.',
      "- quantifier: The Workers' Party lost [most] of its seats.",
      '- place: The vote in the port of [Karst] was repeated after a fire.',
      '- modality: President Iva Dragomir [asked] Lenart to form a government on Tuesday.',
      '- who: Lenart said she would seek a coalition with the [League].',
    ],
    draft: [
      '{span: five|four}',
      '{number: 38|28}',
      '{percentage: 48|58}',
      '{percentage: 73|63}',
      '{age: 62|52}',
      '{date: 2017|2019}',
      '{number: 30|13}',
    ],
  },
  weather: {
    statements: [
      '- direction: The storm [strengthened] on Friday morning.',
      '- role: The [mayor], Nadia Berrada, closed all schools in the department until Monday.',
      '- polarity: The storm was [not] the strongest since 1999.',
    ],
    draft: [
      '{number: 184|148}',
      '{age: 29|39}',
      '{role: mayor|prefect}',
      '{span: nine|six}',
      '{money: 57|75}',
    ],
  },
  police: {
    statements: [
      '- role: [Inspector] Nils Ek charged the man with robbery.',
      '- polarity: The man [admits] the robbery.',
      '- polarity: A guard, Samir Aziz, was [injured].',
      '- who: The man [bought] one of them from a dealer in Hamburg for 90,000 euros.',
      '- quantifier: [None] of the paintings are still missing.',
    ],
    draft: [
      '{age: 37|27}',
      '{date: 13|3}',
      '{number: 40|14}',
      '{number: five|four}',
      '{span: nine|six}',
      '{relation: brother|sister}',
      '{polarity: has confessed|denies the charge}',
      '{number: Five|Three}',
    ],
  },
  culture: {
    statements: [
      '- direction: The hall now has 912 seats, 140 [more] than before.',
      "- role: The theatre's [conductor], Ewa Maślanka, said it will reopen on 6 October.",
      '- who: [Tadeusz Wolf] succeeded [Ewa Maślanka] in 2020.',
      '- route: The theatre moved its shows from a [tram depot] to the [old town] during the works.',
      '- polarity: The orchestra [agreed] to play in the depot.',
      '- number: Members of the choir went on strike [three times] last year.',
    ],
    draft: [
      '{span: five|four}',
      '{percentage: 16|60}',
      '{date: 2010|2020}',
      '{date: 1839|1893}',
      '{number: 40|14}',
      '{quantifier: Hardly any|Nearly all}',
      '{number: three times|twice}',
    ],
  },
  transfers: {
    statements: [
      '- date: Keïta signed a contract until [2027].',
      '- route: Mamadou Keïta has joined [Sporting Braga] from [Lille] for 24 million euros.',
      '- who: Lille [bought] the defender Jonas Hauge from Leicester last week.',
      '- relation: His [father], Ibrahim, plays for Standard in Belgium.',
      '- role: The [midfielder] Mamadou Keïta has joined Lille from Sporting Braga.',
      '- polarity: Coach Rui Tavares said Keïta was [the last] signing.',
      '- modality: Chelsea [paid] 20 million euros in July.',
    ],
    draft: [
      '{age: 25|22}',
      '{weekday: Sunday|Tuesday}',
      '{number: 23|33}',
      '{number: 9|19}',
      '{money: 30|20}',
      '{number: four|two}',
      '{relation: father|brother}',
      '{place: Switzerland|Belgium}',
      '{ordinal: third|fifth}',
      '{place: Nice|Nantes}',
      '{number: 19|9}',
    ],
  },
  health: {
    statements: [
      '- number: [Seventy-one] patients are still in the hospital.',
      '- span: The authority will publish its report within three [months].',
      '- role: [Inspector] Ingrid Solheim said nobody had died.',
      '- polarity: Per Haug [refused to apologise] to the patients.',
      '- quantifier: [Some] of the patients had eaten at a salmon festival.',
      '- direction: The festival drew 12,500 visitors, 2,000 [fewer] than last year.',
      '- who: The firm warned pregnant women against eating the salmon.',
      '- who: [Ingrid Solheim] apologised to the patients.',
    ],
    draft: [
      '{number: 241|214}',
      '{number: Seventy-one|Seventeen}',
      '{age: 14|four}',
      '{age: 78|88}',
      '{polarity: Two patients have died|Nobody died}',
    ],
  },
  'trade talks': {
    statements: ['- direction: Kapanadze said the deal should [raise] prices.'],
    draft: [
      '{weekday: Monday|Wednesday}',
      '{span: five|three}',
      '{date: 2017|2007}',
      '{score: 84 votes to 31|81 votes to 34}',
      '{polarity: voted for it|walked out}',
      '{date: March|May}',
      '{polarity: also agreed|did not agree}',
    ],
  },
};
