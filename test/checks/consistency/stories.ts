/**
 * Drafts that contradict themselves, with the second place marked. The two places may be worded alike or not; no
 * sources are at hand.
 */
export const INCONSISTENT: readonly string[] = [
  // Counts
  `# Fire at paper mill kills 12

Twelve people died in a fire at the Sundvik paper mill on Monday night, police said.

The mill made packaging. The fire killed [|14|] people, most of them on the night shift.`,
  `Twelve people were killed when a coach left the road near Ostra.

The coach was on its way to Lund. In all, [|14|] people died.`,
  `A storm damaged 340 homes on the island of Hollum.

Ferries were cancelled for two days. The storm damaged [|430|] homes and a school, the mayor's office said.`,
  `The ferry was carrying 212 passengers when it ran aground off Hollum on Friday.

It was built in 1987. The ferry carried [|221|] passengers and eight cars.`,
  `Police arrested 31 demonstrators outside the town hall on Saturday.

The march began at noon. Officers arrested [|13|] demonstrators.`,
  `The search for the trawler involves 40 volunteers.

The trawler left on Sunday. Some boats turned back. The search involves [|60|] volunteers and two helicopters.`,
  `At the hearing, 25 witnesses testified about the flood wall.

The wall gave way in March. The inquiry was told of cracks. At the hearing [|52|] witnesses testified.`,
  `The crash injured 23 people on the quay.

Ambulances came from Lund. In the crash [|32|] people were injured.`,
  `# Two dead in boatyard blast

Two people died when a gas bottle exploded at a boatyard in Sundvik on Friday.

The yard belongs to the mayor. The explosion killed [|three|] people.`,
  `The fire left 12 dead and 14 injured.

The mill burnt for two days. [|Thirteen|] people died, the coroner said.`,
  `An avalanche above Ostra killed five people on Sunday.

Rescuers used dogs. The death toll stands at [|six|].`,
  `Twelve people died in a fire at the Sundvik paper mill on Monday, 22 July 2024.

The mill made packaging. The fire killed [|14|] people.`,
  // Ages
  `Maren Oduya, 47, was elected mayor of Sundvik on Sunday.

She owns a boatyard. Oduya, [|74|], has been on the council since 2011.`,
  `Tobias Lind, 61, drowned off the pier on Friday. He had kept the lighthouse for thirty years.

Tobias Lind was [|16|].`,
  `The driver, Piet Vos, 34, was unhurt. The lorry had been stolen.

Piet Vos, [|43|], will appear in court on Thursday.`,
  `The 28-year-old shift worker Nils Aker was charged with theft.

Aker, [|26|], denied it.`,
  // Times of one event
  `The council approved the new flood wall on Tuesday.

It will be four metres high. The council approved the wall on [|Wednesday|] after a long debate.`,
  `Maren Oduya resigned on 3 May. Her deputy took over.

Oduya resigned on [|5 May|] after a row about the wall.`,
  `The trial of Piet Vos opened on Monday. He denies theft.

The court is in Lund. The trial opened on [|Tuesday|].`,
  `The bridge will open on Friday. It took four years to build.

Cyclists may use it first. The bridge opens on [|Thursday|].`,
  // Scores and votes
  `Harbour City beat Northfield 3-1 on Saturday. Ines Duarte scored twice.

It was the tenth win for Harbour City. Harbour City's [|3-2|] win over Northfield took them to second place.`,
  `Councillors voted 19 to 12 to build the wall.

Residents cheered. The council voted [|19 to 11|] for the wall.`,
  `The council backed the budget by 31 votes to 14.

The mayor smiled. The council passed the budget by [|31 votes to 15|].`,
  // Outcomes
  `A jury in Lund convicted Piet Vos of theft on Thursday.

Vos had denied it. The jury [|acquitted|] Vos of theft after five hours.`,
  `The council approved the flood wall on Tuesday.

Residents had asked for it for years. The council [|rejected|] the flood wall on Tuesday after a debate.`,
  `Harbour City beat Northfield in the cup final on Saturday.

The crowd sang. [|Northfield|] beat Harbour City in the final.`,
];

/** Contradictions that are not found: the subject is named otherwise, or the grammar of one sentence is not understood. */
export const MISSED: readonly string[] = [
  `Harbour City will cut 45 jobs at its libraries, the council said on Tuesday.

Two branches will close in spring. The council will cut [|54|] jobs.`,
  `The museum bought 65 drawings by Ida Ruud from a dealer in Lund.

They had hung in a hotel. The museum bought the drawings in May; the museum bought [|56|] drawings in all.`,
  `The ferry Sund sank off Hollum on Sunday. Divers found the wreck a day later.

The Sund sank on [|Saturday|] in a storm.`,
];

/** Drafts that do not contradict themselves, though figures, times or outcomes differ. */
export const CONSISTENT: readonly string[] = [
  // Parts, and other groups
  `The fire left 12 people dead and 14 injured. Of the 12 dead, ten worked the night shift.`,
  `The fire killed 12 people. Three of them were children, and 14 people were injured.`,
  `Twelve people died at the mill and two more died in hospital. In all, 14 people died.`,
  `The storm damaged 340 homes. In the village of Ostra alone the storm damaged 120 homes.`,
  `The storm damaged 340 homes on Hollum. On the mainland, the storm damaged 430 homes.`,
  `Police arrested 31 demonstrators. Police arrested 13 demonstrators under the age of 18.`,
  `The museum bought 65 drawings. The museum bought 20 large drawings.`,
  `The company will cut 45 jobs in Lund. It will cut 60 jobs in Ostra.`,
  `The ferry carried 212 passengers. Another ferry carried 190 passengers.`,
  `The bus carried 40 passengers. The train carried 60 passengers.`,
  `The union has 3,400 members. The rival union has 2,100 members.`,
  `Harbour City has 40 nurses. Northfield has 25 nurses.`,
  // Occasions that are numbered
  `Twelve councillors backed the plan in the second vote. Fourteen councillors backed the plan in the third vote.`,
  `The council rejected the budget in the second vote. The council approved the budget in the third vote.`,
  `The council rejected the budget in the first vote. The hall was full. The council approved the budget in the vote on Friday.`,
  `The first wave killed 12 people. The second wave killed 14 people.`,
  `The 23rd round began on Monday. The twenty-fourth round began on Tuesday.`,
  // Updates told as such
  `The number of dead rose from 12 to 14 on Tuesday. On Monday the mayor had said that 12 people died.`,
  `At first police said 12 people died. Later they said 14 people died.`,
  `Twelve people were known to have died on Monday. By Tuesday, 14 people had died.`,
  `The school had 120 pupils in 2019. The school has 90 pupils.`,
  `Last year the storm damaged 340 homes. This week the storm damaged 430 homes.`,
  `The council planned to cut 45 jobs. It cut 54 jobs.`,
  `The organisers expected 300 runners. In the end 250 runners came.`,
  // Speakers who disagree
  `Police said 12 people died. A union official said 14 people died.`,
  `The organisers said 400 people marched. Police said 250 people marched.`,
  `The fire killed 12 people, according to the mayor. According to the hospital, the fire killed 14 people.`,
  // Rounding and hedges
  `Some 300 people left their homes. In all, 312 people left their homes.`,
  `More than 200 homes were damaged. The storm damaged 230 homes.`,
  `The crowd of 8,450 sang. Nearly 8,500 people sang.`,
  // Other events
  `The fire in Sundvik killed 12 people. The fire in Lund killed 14 people.`,
  `The fire killed 12 people. It was the worst since the flood of 1993, which killed 14 people.`,
  `The attack killed 12 people. In 2015 an attack killed 14 people there.`,
  `The fire killed 12 people. Two people died in the boiler room.`,
  `Two people died. Three people were injured, and three people died in a second crash.`,
  `Five people died on Sunday. Six people died in the avalanche of 1975.`,
  `Two dead, three missing. Three people died of smoke in a similar fire in Lund.`,
  `The bomb killed three people. Two people died at the scene.`,
  `Three people were killed. The driver said two people were killed.`,
  `The virus killed 40 people in the town. It has killed 90 people in the country.`,
  // Ages
  `Maren Oduya, 47, was elected mayor. Her father, Sam Oduya, 74, wept.`,
  `Maren Oduya, 47, was elected mayor. Oduya was 19 when she joined the council.`,
  `Maren Oduya, 47, is mayor. In 1998 Oduya, 21, was a clerk.`,
  `Piet Vos, 34, was unhurt. Jan Vos, 43, was not.`,
  `Tobias Lind, 61, keeps the lighthouse. Lind's daughter, 16, swims.`,
  `Maren Oduya turned 47 on Friday. Oduya became mayor at the age of 45.`,
  // Times
  `The council approved the wall on Tuesday. The council approved the budget on Wednesday.`,
  `The council met on Tuesday. The council met again on Wednesday.`,
  `The ferry sank on Sunday. The crew was found on Monday.`,
  `The trial opened on Monday. The trial was to open on Tuesday.`,
  `The shop opens on Monday. The shop in Lund opens on Friday.`,
  `Ines Duarte scored on Saturday. Ines Duarte scored on Wednesday as well.`,
  `Rescuers searched the bay on Sunday. Rescuers searched the coast on Monday.`,
  `Oduya spoke on Monday. Oduya spoke on Tuesday.`,
  `The festival opens on 3 May and closes on 9 May. The festival runs from 3 May.`,
  `The pier closed on Monday. The pier reopened on Tuesday.`,
  // Scores and votes
  `Harbour City beat Northfield 3-1. Harbour City led Northfield 2-1 at half-time.`,
  `Harbour City beat Northfield 3-1. They had lost 2-0 to Northfield in March.`,
  `Harbour City beat Northfield 3-1. Eastvale beat Northfield 2-1.`,
  `Harbour City beat Northfield 3-1. Northfield lost 1-3 to Harbour City.`,
  `The council backed the budget by 31 votes to 14. It backed the wall by 30 votes to 15.`,
  `The council voted 31 to 14 for the budget. A committee voted 5 to 4 for the budget.`,
  // Outcomes
  `The jury convicted Piet Vos of theft. It acquitted him of fraud.`,
  `The jury convicted Piet Vos of theft. The jury acquitted Vos of fraud.`,
  `The jury convicted Piet Vos. An appeal court acquitted Vos in March.`,
  `The jury convicted Piet Vos of theft. The jury did not acquit Vos.`,
  `The council approved the wall. In 2019 the council rejected the wall.`,
  `The council approved the wall. The committee rejected the wall.`,
  `The council rejected an amendment. The council approved the budget.`,
  `Harbour City beat Northfield on Saturday. Northfield beat Harbour City last season.`,
];
