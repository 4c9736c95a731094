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
    unsupported: [
      '+ Marcus Tully was found guilty on Thursday of stealing from a charity.',
      '+ A jury in Leeds convicted Marcus Tully on Thursday.',
      '+ He is 47 years old.',
      '+ Judge Priya Raman will sentence him on 9 May.',
      '+ The jury had five men and seven women.',
    ],
    notFound: [
      '- [Tom Brandt], the prosecutor, told the court that Tully had bought a boat.',
      '- [Carla] founded the charity in 2011.',
    ],
  },
  'match report': {
    unsupported: [
      '+ Harbour City won 3-1 against Northfield on Saturday.',
      '+ Ines Duarte scored two goals before the break.',
      '+ Maya Okafor scored the third in the 71st minute.',
      '+ Some 8,500 people watched.',
      '+ Harbour City meet Eastvale on Wednesday.',
    ],
    notFound: [
      '- Ines Duarte scored twice in the [second] half.',
      '- [Lena Vogt], the captain of Northfield, was sent off after 60 minutes.',
      "- Jan Peeters, [Northfield's] coach, said his side had been lucky.",
    ],
  },
  'council budget': {
    unsupported: [
      '+ The council of Ardvale approved a 48-million-euro budget on Monday.',
      '+ The budget passed by 14 votes to 9.',
      '+ Property tax is to go up 3 percent in July.',
    ],
    notFound: ['- The budget passed by 14 votes to [7].'],
  },
  science: {
    unsupported: [
      '+ A fungus found in soil can break down polyester, researchers in Tartu found.',
      '+ Kadri Lepik led the study.',
    ],
    notFound: [
      '- Kadri Lepik, a [chemist] who led the study, said the result surprised her.',
      '- Researchers at the University of [Riga] have found that a soil fungus can break down polyester.',
    ],
  },
  diplomacy: {
    unsupported: [
      '+ Paulo Mendes, the foreign minister of Portugal, signed an agreement with Camila Rojas.',
      '+ President Lucia Serra was not there.',
      '+ Mr. Mendes is to travel to Santiago in October.',
      '+ Chile sells 40,000 tons of fish a year to Portugal.',
      '+ Chile joined the pact at the request of Peru.',
    ],
    supported: ['- Portugal joined the pact at the request of [Peru].'],
    notFound: ['- Portugal joined the pact at the request of [Peru].'],
  },
  accident: {
    unsupported: [
      '+ Two people were killed when a ferry hit a pier in Kotor on Sunday.',
      '+ The ferry had come from Bari with 130 passengers.',
      '+ The port is closed until Tuesday.',
      '+ Adria Lines owns the ferry.',
      '+ Police said the captain was not drunk.',
    ],
    notFound: ['- [Ana Kralj], the captain, was arrested.'],
  },
  business: {
    unsupported: [
      "+ Fenwick's profit went up 12 percent in the third quarter.",
      '+ Ruth Adler, the chief executive of Fenwick Motors, welcomed the deal.',
      '+ Voltara has its headquarters in Ghent.',
      '+ Carl Moss, a union leader, called the closing a betrayal.',
    ],
    notFound: [
      '- [Voltara] will buy [Fenwick Motors] for 2.3 billion dollars.',
      '- Fenwick will close its plant in [Toledo] at the end of next year.',
    ],
  },
  weather: {
    unsupported: [
      '+ Storm Ottilie left 74,000 homes without electricity on Tuesday.',
      '+ A 60-year-old man was killed by a tree near Tuam.',
      '+ The storm was the worst since 2017.',
    ],
    notFound: [
      '- All schools in [Galway] were closed.',
      '- Met Eireann [raised] its red warning at 6 p.m.',
    ],
  },
  culture: {
    unsupported: [
      '+ Wrona shot the film in 24 days.',
      '+ Yusuf Demir won the prize for best actor.',
      '+ The film will be in cinemas in November.',
    ],
  },
  health: {
    unsupported: [
      '+ Nairobi reported 61 new cholera cases on Monday.',
      '+ Peter Otieno, the health minister, rejected claims that the government had acted too late.',
    ],
    notFound: ['- Health officials in Nairobi reported 61 new cases of [malaria] on Monday.'],
  },
  election: {
    unsupported: [
      '+ The Conservatives got 28.9 percent of the vote.',
      '+ Dieter Kraus, the leader of the Conservatives, resigned on Sunday.',
      '+ Katrin Vogel will not form a coalition with the Left.',
      '+ The far right did not get into parliament.',
    ],
    notFound: [
      '- The [Conservatives] won the state election in Hessen.',
      '- [Dieter Kraus] said he would talk to the Liberals first.',
    ],
  },
};
