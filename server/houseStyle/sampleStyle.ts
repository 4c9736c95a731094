/** A house style to start from, with a rule of each kind. */
export const SAMPLE_STYLE = `# House style. Keep this file as style.yml in the folder of your drafts, or in one above it.
# One rule a line. “copydesk style test” runs the examples, “copydesk style audit FOLDER” counts
# how often each rule fires in old articles. No rule looks into quotations.
rules:
  # Words to avoid, and what to write instead. Two choices are offered as two fixes.
  - { avoid: utilise, write: use, wrong: Crews utilise nets., right: Crews use nets. }
  - { avoid: commence, write: [begin, start], wrong: Works commence in May., right: Works begin in May. }
  - { avoid: in order to, write: to, wrong: They met in order to vote., right: They met to vote. }
  - { avoid: prior to, write: before, wrong: It sank prior to dawn., right: It sank before dawn. }
  - { avoid: passed away, write: died, why: plain words, wrong: He passed away on Monday., right: He died on Monday. }
  - { avoid: [COVID-19, Covid 19, COVID], write: Covid, wrong: A case of COVID-19., right: A case of Covid. }

  # Phrases that are never printed.
  - { avoid: at this moment in time, wrong: It is shut at this moment in time., right: It is shut now. }
  - { avoid: [only time will tell, remains to be seen], wrong: Only time will tell., right: The vote is in May. }

  # Forms: the capitals, hyphens and spaces of a word.
  - { form: per cent, wrong: Fares rose by 5 percent., right: Fares rose by 5 per cent. }
  - { form: email, wrong: She sent an e-mail., right: She sent an email. }
  - { form: Ofcom, wrong: It was OFCOM that fined the station., right: It was Ofcom that fined the station. }

  # Numbers below this one are written in words, others in figures.
  - { numbers: 10, wrong: The port has 7 cranes., right: The port has seven cranes. }

  # “Mr”, “Ms”, “Dr”: at the first reference only (first), only after it (later), or not at all (never).
  - { titles: first, wrong: Dr Ada Roe spoke. Then Dr Roe left., right: Dr Ada Roe spoke. Then Roe left. }

  # The name of the paper.
  - { paper: The Harbour Gazette, wrong: He told the Harbour Gazette., right: He told The Harbour Gazette. }
`;
