/** The statements of a story that are judged wrongly. */
export interface StoryMisses {
  /** True statements that are not supported. */
  readonly unsupported?: readonly string[];
  /** False and unknowable statements that are supported. */
  readonly supported?: readonly string[];
  /** False statements whose difference is not reported. */
  readonly notFound?: readonly string[];
}

/** The known misses in each story of `stories.ts`, by beat. */
export const STORY_MISSES: Readonly<Record<string, StoryMisses>> = {
  court: {
    unsupported: ['+ The jury had five men and seven women.'],
    supported: [
      '- [Tom Brandt], the prosecutor, told the court that Tully had bought a boat.',
      '- [Carla] founded the charity in 2011.',
    ],
    notFound: [
      '- [Tom Brandt], the prosecutor, told the court that Tully had bought a boat.',
      '- [Carla] founded the charity in 2011.',
    ],
  },
  'match report': {
    unsupported: [
      '+ Harbour City won 3-1 against Northfield on Saturday.',
      '+ Some 8,500 people watched.',
      '+ Harbour City meet Eastvale on Wednesday.',
    ],
    supported: ["- Jan Peeters, [Northfield's] coach, said his side had been lucky."],
    notFound: [
      '- Ines Duarte scored twice in the [second] half.',
      "- Jan Peeters, [Northfield's] coach, said his side had been lucky.",
    ],
  },
  'council budget': {
    unsupported: ['+ The council of Ardvale approved a 48-million-euro budget on Monday.'],
    supported: ['? The bridge will be named after a poet.'],
  },
  science: {
    supported: [
      '- Kadri Lepik, a [chemist] who led the study, said the result surprised her.',
      '? The team will test nylon next.',
    ],
    notFound: [
      '- Kadri Lepik, a [chemist] who led the study, said the result surprised her.',
      '- Researchers at the University of [Riga] have found that a soil fungus can break down polyester.',
    ],
  },
  diplomacy: {
    unsupported: [
      '+ Mr. Mendes is to travel to Santiago in October.',
      '+ Chile sells 40,000 tons of fish a year to Portugal.',
    ],
    supported: [
      '- Portugal joined the pact at the request of [Peru].',
      '? Spain will sign a similar agreement.',
    ],
    notFound: [
      '- Mr. Mendes will visit [Valparaiso] in October.',
      '- Portugal joined the pact at the request of [Peru].',
    ],
  },
  accident: {
    unsupported: ['+ Police said the captain was not drunk.'],
    notFound: [
      '- Two people died when a ferry struck a pier in [Split] early on Sunday.',
      '- The ferry was carrying 130 passengers from [Ancona].',
    ],
  },
  business: {
    unsupported: ['+ Ruth Adler, the chief executive of Fenwick Motors, welcomed the deal.'],
    supported: ['- [Voltara] will buy [Fenwick Motors] for 2.3 billion dollars.'],
    notFound: [
      '- [Voltara] will buy [Fenwick Motors] for 2.3 billion dollars.',
      '- Fenwick will close its plant in [Toledo] at the end of next year.',
    ],
  },
  weather: {
    supported: [
      '- All schools in [Galway] were closed.',
      '- Met Eireann [raised] its red warning at 6 p.m.',
    ],
    notFound: [
      '- All schools in [Galway] were closed.',
      '- Met Eireann [raised] its red warning at 6 p.m.',
    ],
  },
  culture: {
    unsupported: ['+ Wrona shot the film in 24 days.'],
    notFound: ['- Agata Wrona won the top prize at the [Locarno] festival on Saturday.'],
  },
  health: {
    supported: [
      '- Health officials in Nairobi reported 61 new cases of [malaria] on Monday.',
      '? Schools in Kibera will close.',
    ],
    notFound: ['- Health officials in Nairobi reported 61 new cases of [malaria] on Monday.'],
  },
  election: {
    unsupported: ['+ Katrin Vogel will not form a coalition with the Left.'],
    supported: ['- The [Conservatives] won the state election in Hessen.'],
    notFound: [
      '- The [Conservatives] won the state election in Hessen.',
      '- [Dieter Kraus] said he would talk to the Liberals first.',
    ],
  },
};
