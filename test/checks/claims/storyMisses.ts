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
    supported: ['- [Tom Brandt], the prosecutor, told the court that Tully had bought a boat.'],
    notFound: [
      '- [Tom Brandt], the prosecutor, told the court that Tully had bought a boat.',
      '- [Carla] founded the charity in 2011.',
    ],
  },
  'match report': {
    unsupported: ['+ Some 8,500 people watched.'],
    supported: ['? Maya Okafor was injured late in the match.'],
    notFound: [
      '- Ines Duarte scored twice in the [second] half.',
      '- [Lena Vogt], the captain of Northfield, was sent off after 60 minutes.',
      "- Jan Peeters, [Northfield's] coach, said his side had been lucky.",
    ],
  },
  'council budget': {
    unsupported: ['+ The council of Ardvale approved a 48-million-euro budget on Monday.'],
    supported: [
      '- The budget passed by 14 votes to [7].',
      '? The bridge will be named after a poet.',
    ],
    notFound: ['- The budget passed by 14 votes to [7].'],
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
    unsupported: ['+ Chile joined the pact at the request of Peru.'],
    supported: [
      '- Portugal joined the pact at the request of [Peru].',
      '? Spain will sign a similar agreement.',
      '? Rojas will run for president.',
    ],
    notFound: ['- Portugal joined the pact at the request of [Peru].'],
  },
  accident: {
    notFound: [
      '- The ferry was carrying 130 passengers from [Ancona].',
      '- [Ana Kralj], the captain, was arrested.',
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
    supported: ['- Met Eireann [raised] its red warning at 6 p.m.'],
    notFound: [
      '- All schools in [Galway] were closed.',
      '- Met Eireann [raised] its red warning at 6 p.m.',
    ],
  },
  culture: {
    unsupported: ['+ Yusuf Demir won the prize for best actor.'],
  },
  health: {
    unsupported: [
      '+ Peter Otieno, the health minister, rejected claims that the government had acted too late.',
    ],
    supported: [
      '- Health officials in Nairobi reported 61 new cases of [malaria] on Monday.',
      '? Schools in Kibera will close.',
    ],
    notFound: ['- Health officials in Nairobi reported 61 new cases of [malaria] on Monday.'],
  },
  election: {
    unsupported: ['+ Dieter Kraus, the leader of the Conservatives, resigned on Sunday.'],
    notFound: [
      '- The [Conservatives] won the state election in Hessen.',
      '- [Dieter Kraus] said he would talk to the Liberals first.',
    ],
  },
};
