/** Sound stories of many beats, in the style of newspapers on either side of the Atlantic. */
export const STORIES: Readonly<Record<string, string>> = {
  'business results': `# Castell shares slump 12% after profit warning

*Retailer blames mild autumn, strong dollar and “a coat nobody wanted”*

LONDON (Newswire) — Shares in Castell plc fell 12 percent on Monday after the clothing chain said full-year profit would be “materially below” forecasts, its second such warning since July.

Pretax profit is now expected to come in between £41 million and £46 million, down from £72 million a year earlier. Analysts had pencilled in £65 million.

Like-for-like sales in the 13 weeks to Nov. 2 fell 3.8 percent, with stores down 6.1 percent and online up 1.2 percent. Gross margin, hit by markdowns, narrowed by 210 basis points.

“We bought for a winter that did not come,” Chief Executive Piotr Zielinski told analysts on a call. “Too much wool, too early, too dear.”

The shares closed at 184.2 pence, valuing the company at some £610 million. They were worth twice that in May.

The news dragged on the sector. Next slipped 1.4 percent, while M&S and Primark owner AB Foods both lost close to 1 percent. The FTSE 250 ended flat.

Among Castell’s problems, say analysts, are its rents, its website and its age. Fifty-five percent of its customers are over 50. Only one in 10 has used its app.

“Is it cheap? Yes. Is it cheap enough? Ask me in January,” said Lorna Baptiste, who covers the stock at Harrow & Pell. Her rating: hold.

Key figures
- Revenue: £512 million (2023: £538 million)
- Net debt: £118 million
- Interim dividend: nil

(Reporting by Kwame Asante; Editing by Louise Marchetti)
`,
  capitol: `# House passes $1.3 trillion spending bill, averting shutdown

By LYDIA FERRARO and MARCUS BELL
Capital News Service

WASHINGTON (CNS) — The House narrowly approved a $1.3 trillion spending bill late Thursday, sending the measure to the Senate less than 30 hours before funding for most federal agencies was due to run out.

The vote was 218-211, with 19 Republicans joining all but three Democrats in favor. Four members did not vote.

The measure would keep the government open through Sept. 30, raise military pay by 4.2 percent and provide $14 billion in disaster aid. It would not include money for the border wall, a demand that President Alan Mercer dropped only hours before the vote, nor would it touch the Affordable Care Act.

“Is it perfect? Heavens, no,” said Rep. Gloria Whitfield, D-Ohio, who chairs the Appropriations Committee. “But perfect wasn’t on the menu.”

Conservatives were furious. “This bill is what happens when you lock the cooks out of the kitchen,” said Rep. Chip Landers of Texas, one of the few Republicans who have called openly for Speaker Tom Ballard’s removal. Ballard, asked whether he feared for his job, laughed and kept walking.

In the Senate, where at least 60 votes will be needed, leaders said they hoped to act by Friday night. Sen. Rob Kessler, R-Ky., has threatened to hold up the bill unless he gets a vote on an amendment to cut foreign aid. A similar threat in January delayed passage by 11 hours.

Neither Kessler nor his staff responded to requests for comment.

Should the Senate fail to act, some 800,000 federal employees would be furloughed or required to work without pay, starting Saturday. Among them: air traffic controllers, park rangers and the staff of the House dining room.

___

Associated reporters Jean Paulson and Hector Cruz contributed to this report.
`,
  chess: `# Teenager holds champion to draw as title match goes to the wire

With one game to go, nothing separates them.

Fourteen hours after they first sat down, and with the snow outside the Tallinn concert hall now up to the windowsills, Magnus Tamm and 17-year-old Divya Raman shook hands on a draw in the 13th game of the world championship match on Sunday. The score is 6.5-6.5.

It could so easily have been over. Raman, playing Black, had sacrificed a rook on move 22, an idea so strange that three grandmasters in the commentary room fell silent. “I thought she had dropped it,” one said. She had not. Ten moves later it was Tamm, 34, champion since 2016, who was in trouble, his king chased from one side of the board to the other like a hen.

Then, with seconds left, she blinked.

“I saw it,” Raman said afterwards of the winning move, knight to e5. “I saw it and I didn’t believe it.” She smiled. “Next time I will believe it.”

Whoever wins on Tuesday takes home $1.2 million. Should that game be drawn as well, the match will be decided by rapid play, at which Raman, ranked second in the world, is generally thought to have the edge. Tamm disagrees. Of course he does.

The 13th game: 1 d4 Nf6 2 c4 e6 3 Nc3 Bb4 4 e3 0-0 5 Bd3 d5 6 Nf3 c5 7 0-0 Nc6.

Next: Tuesday, noon GMT. Live commentary on our website from 11.45.
`,
  clinic: `# The clinic that stayed

DOVER, Ark. — The nearest hospital is 51 miles away, the nearest obstetrician farther still. So when the county's only clinic lost its doctor in the fall, the three nurses who were left did what they had always done. They opened at 8.

"We'd look at each other like, well, who's it going to be today?" said Tamika Rowe, 38, a nurse practitioner who grew up four blocks from the clinic and was, she says, delivered in its parking lot.

Since 2010, 149 rural hospitals in the United States have closed or stopped admitting patients, according to researchers at the University of North Carolina. Arkansas has lost six. What takes their place, if anything does, is often a place like this one: a brick building with a ramp, a fax machine and a waiting list.

On a recent Tuesday, Rowe saw 31 patients. A boy with an ear infection. A logger with a gash he had closed himself, using glue. A woman who had come, it turned out, just to talk.

The money is a puzzle that never quite gets solved. About 40 percent of the budget comes from Medicaid, a quarter from a federal grant that expires in June and most of the rest from a foundation whose founder sold chicken feed. Ask what happens in July, and Rowe shrugs.

"Something," she said. "It always has."

State Sen. Dale Pruitt, a Republican, has introduced a bill that would let nurse practitioners run clinics without a physician's oversight. The Arkansas Medical Society opposes it. "No one doubts their dedication," its president, Dr. Anil Mehta, wrote in a letter to lawmakers last month. "What we doubt is the wisdom of asking them to do alone what takes a team."

Rowe has read the letter. It is on the fridge, under a magnet shaped like a heart.
`,
  'council budget': `# Council tax to rise 4.9% as libraries win reprieve

HAVERBRIDGE — Council tax bills will go up by almost 5 percent in April after a marathon meeting that ended shortly before midnight on Wednesday.

The increase, the biggest in nine years, was passed by 31 votes to 27, with two abstentions.

Spared were the borough’s four branch libraries, whose closure had been all but certain. Not spared: the night bus.

“Nobody came into politics to cut the night bus,” said the leader, Fiona Achterberg. “But needs must.”

Here is how the money will be spent:

1. Adult social care: £88 million
2. Schools and children’s services: £61 million
3. Roads, including £4 million for potholes
4. Everything else

Opposition councillors called the plan a sham. A sham, and a costly one. “You have robbed Peter, you have robbed Paul, and you have sent both of them the bill,” said Councillor Ravi Menon, to cheers from the gallery.

Both he and his deputy, Anne Shah, voted against. So did all six independents, none of whom has ever backed a budget.

*What happens next?*

The police and fire precepts have yet to be set. Once they are, residents can expect letters by mid-March. Those in Band D will pay £1,912 a year, up from £1,823; those in Band A, £1,275.

More than half of the people who answered the council’s survey were against any rise at all. A third did not mind. The rest, presumably, did not read the question.

Among those watching was Jean Pollard, 71, who has chaired the library friends since 2003. Her verdict? “About time.”

*Additional reporting by Tom Wiley*
`,
  'court case': `# Porter “lied and lied again” over missing Turner, court told

## *Gallery worker, 44, denies theft. Jury to retire on Thursday*

**By Imogen Hartley**
*Courts correspondent*

A porter who spent 11 years at one of the north’s best-known galleries “lied and lied again” about the night a watercolour went missing, Leeds Crown Court was told on Tuesday.

Asked by Helena Voss KC, prosecuting, where he had parked, Callum Reddy said he could not remember. Could he remember the van? No. The weather? “Raining.” The painting? A long silence.

Gone from the store that night, said Ms Voss, was a small view of Whitby worth £240,000. Not a print. Not a copy. The real thing.

Reddy, of Harehills, Leeds, denies theft and a second count of perverting the course of justice.

![Callum Reddy outside court](reddy.jpg)
*Callum Reddy arriving at court on Monday. Photo: Priya Anand*

**What the jury has heard.** Three guards, two curators and a taxi driver have given evidence. So has the defendant’s brother, who lives in Hull.

- Alarm switched off at 9.52pm
- Side door found open by cleaners
- Van seen on the A64, heading east

Cross-examined about the alarm, the gallery’s head of security, Douglas Imrie, admitted that “half the staff knew the code, and the other half could have guessed it”.

> “He was a good worker. Quiet, punctual, always the last to leave.”
>
> — Judith Amsel, curator

Judge Nasreen Qureshi told jurors not to be swayed by what they had read. “Put it from your minds, all of it, every word.” How likely was that? Not very, one muttered on the way out.

The trial continues.
`,
  'election night': `# Live: Ferrin concedes as coast turns blue

*Latest updates from our reporters in Halden and across the country*

**22:04** Polls have closed. First exit poll in a moment.

**22:06** And there it is. Labour 201, Conservatives 88, Greens 21. If right, a landslide.

**22:31** “Too early to say.” That’s all we are getting from the Ferrin camp. Glum faces in the lobby, mind.

**23:15 Halden West: Labour gain**

Turnout was 61.4 percent, up three points. The winner, Shazia Rahim, is a midwife; the loser, Hugo Ferrin, was until about four minutes ago the minister for trade.

**23:20** From our correspondent in Halden, Ewan Creel: Extraordinary scenes here. Mr Ferrin shook every hand in the room, kissed his agent, dropped his notes, picked them up, looked at them and put them away. “Well,” he said. “There we are, then.”

**23:48** Ten seats declared. Of those, seven have changed hands.

Three things to watch before midnight:

* The islands. Will the ferry with the ballot boxes beat the tide?
* Moreton. A recount, the third since 2009
* The prime minister’s own seat

**00:10** *Analysis, by Harriet Stone*

So much for the polls. All spring we were told that the race was close, that the south was safe, that nobody under 30 would bother to vote. Wrong, wrong and wrong.

What went right for Labour? Housing, above all. What went wrong for the government? Take your pick: the trains, the water, the interest rates. Had the election been held in May, as many in the party wanted, Mr Ferrin might still be in a job.

He isn’t. Nor, by morning, will many of his colleagues be.
`,
  factory: `# Chip plant to bring 2,300 jobs to Teesside, ministers say

A Taiwanese chipmaker is to build a £3.4 billion factory on the site of the former Redcar steelworks, the government announced yesterday, in what ministers hailed as the biggest investment in the north-east for a generation.

Work on the plant, which will make power chips for electric cars, is due to begin next spring. The first wafers should roll off the line in 2029. Some 2,300 people will be employed there once it is running at full tilt, and perhaps three times as many during construction.

How much of the bill the taxpayer will pick up is less clear. The business secretary, Amara Doyle, would say only that support “in the hundreds of millions” had been agreed. Opposition MPs put the figure at £620 million, or about £270,000 a job.

“You can’t put a price on hope,” Ms Doyle said. You can, it seems.

For those who remember the day in 2015 when the blast furnace went cold, the news was hard to take in. “My dad, my grandad, his dad,” said Keith Marley, 59, counting them off on his fingers outside the club where he now works behind the bar. “All steel. Me too, 31 years. Then nowt.” Would he apply? “At my age?” A pause. “Aye. Why not?”

The company, Formosa Power, has built plants in Arizona and Dresden, both of which opened late. Its chairman, CC Lin, said that Teesside would be different. Asked why, he pointed to the queue of reporters. “In Arizona, nobody came.”

Environmental groups are less thrilled. Making chips takes water, a lot of it: up to 30 million litres a day, says Rivers Now, or roughly what the whole of Middlesbrough uses. The firm says that 85 per cent of that would be recycled.

**Analysis: page 7. Leading article: page 22**
`,
  'farm strike': `# ‘We milk at four. They sleep till nine’: inside the dairy strike

*Farmers across Brittany are pouring away a million litres a day. How long can they hold out?*

Guénolé, FRANCE — At 4 a.m., when the fog still lies on the fields and the only light for miles is the one above her parlour door, Maëlle Le Bihan starts the pumps. Sixty cows. Two hours. Then she opens a valve, and the milk runs into the slurry pit.

“You don’t get used to it,” she says. “The smell. The waste. My daughter won’t come in any more.”

Le Bihan is one of 3,200 farmers who have refused since Jan. 9 to sell at what dairies pay: 38 cents a litre, or about 6 cents less than it costs to produce.

The dairies, which say their hands are tied by supermarkets, have offered two cents. The supermarkets, which say theirs are tied by shoppers, have offered nothing. The government has offered a round table.

A round table! Le Bihan’s father, 78, cannot say the words without spitting. He has sat at several.

On the road to Quimper, past shuttered bars and a church whose bell has not rung since the ringer died, placards lean in the hedges. *No price, no milk. Eat your spreadsheets.* One says simply *Help*.

What would end it? Forty-five cents, says the union. Forty-one, says the cooperative’s director, Yann Corre, in private. “Between those two numbers there’s a deal,” he adds, “and a great many funerals.”

He means dairies. He thinks for a moment. “Farmers too.”

By 7 the pit is full and the light is coming. Le Bihan hoses down the yard, pulls off her boots and goes in to wake the children. School today. Then, at 4 this afternoon, the pumps again.
`,
  'film review': `# Review: ‘The Long Field’ ★★★★

**Dir: Agnès Morel. Starring: Idris Kane, Lou Verhoeven, Peggy Sands. 15, 118 mins**

There is a shot about an hour into *The Long Field*, Agnès Morel’s tender, infuriating third feature, in which nothing moves for 93 seconds. A man, a fence, some rain. I counted. I was not bored; I was, by the end of it, close to tears.

Kane plays Tom, a surveyor sent to measure a farm that its owner, the magnificent Sands, has no intention of selling. He measures. She bakes. They talk about drainage. Is it a love story? Morel isn’t telling.

What she does instead is look, and go on looking, until a gate or a kettle starts to seem like the most important thing in the world. Not since *Still Water* has British landscape been filmed with such patience, or such mud.

It won’t be for everyone. The man behind me left after the fence. Verhoeven, as the daughter home from London, is given too little to do and does too much of it. And the score, all cello, could have been turned down, or off.

But oh, that ending! Without giving anything away: the cow lives.

*The Long Field is in cinemas from Friday*

**Also showing**

*Night Bus to Lagos* (12A) Cheerful, chaotic road movie that runs out of road. ★★★

*Cold Ones 4* (18) Fourth helping of undead bar-room slaughter. Dead on arrival. ★

*Mrs Bun’s Big Day* (U) Harmless. ★★
`,
  'front line': `# In the cellar, they count the seconds

*From our correspondent on the eastern front*

The shell lands before you hear it. That is what everyone here tells you, and it is true, and it is no comfort at all.

There are nine of us in the cellar: a teacher, her two sons, an old couple who have not spoken since morning, three soldiers and me. One candle. The younger boy, Petro, is counting. When he gets to 40 without a bang, his mother says, he can have the chocolate. He has not got past 26.

Above us is, or was, School No. 4. The front line, such as it is, runs along the railway embankment less than a mile away. It has moved four times since September, never by more than a few hundred yards, and each move has cost hundreds of lives. On the map in the command post it looks like a crease in the paper.

“We need shells, drones, men,” says a lieutenant who gives his name only as Badger. “In that order. No, not in that order.” He rubs his eyes. He was a notary before the war.

Officials in the capital insist that the line will hold. Western diplomats, speaking on condition of anonymity, are not so sure. Half of the brigade’s vehicles are out of action. Some of the men have been here for 14 months without leave.

Still, the bread comes. Every morning at 5 a van with no lights drives up from the south, and a woman whose name I never learn hands out loaves, still warm, to anyone who is there to take one. She was killed, I am told later, the week after I left.

Thirty-eight. Thirty-nine.

“Forty,” says Petro, and holds out his hand.
`,
  interview: `# “I failed at everything else”: a chat with the woman who rebuilt Detroit’s clocks

*Interview by Dana Kowalczyk. This conversation has been edited for length.*

Ruth Okonjo-Bell fixes clocks that other people have given up on. We met in her workshop, above a tire store on Gratiot Avenue. It was noon. It was noon several times.

**Q: When did it start?**

A: Age nine. My grandfather’s watch. Took it apart, couldn’t put it back. He never said a word about it. Not one.

**Q: And you’ve been at it since?**

A: On and off. Failed at law school. Failed at marriage, twice. Clocks don’t ask.

**Q: The tower on Woodward. How bad was it?**

A: Oh, bad. Pigeons everywhere. Gears rusted solid. Somebody had stolen two of the hands. I mean, who steals a hand?

**Q: Pigeons?**

A: Hundreds.

**Dana Kowalczyk:** You did most of it by yourself.

**Ruth Okonjo-Bell:** Me and Luis. He’s my nephew, he’s 19, he does the climbing. Wouldn’t let me up there, not after the hip.

Asked what comes next, she laughs, a big laugh that sets something chiming on the shelf behind her.

**What’s the hardest part?** Money. Always money. The city pays for about a third, foundations for another third, and the rest comes from, well, me.

**Favorite clock?** The one I’m working on.

**Advice for beginners?** Buy a good loupe. Don’t rush. Label everything, including the things you’re sure you’ll remember, because you won’t.

*“Clock People” airs Friday at 9 p.m. on Channel 6.*
`,
  'match report': `# Rovers 3 Albion 3: Late, late show leaves Dell reeling

*Championship*

**RAMSEY STADIUM** — Six goals, two red cards, one pitch invasion. Rovers and Albion served up the lot on a wet Saturday that neither set of fans will forget in a hurry.

Up stepped Okafor. Back went the keeper. In it went, off the bar, off the line, off somebody’s backside.

Rovers were 3-1 up and cruising with four minutes to play; what followed defied belief. First Lindqvist, unmarked at the far post, headed in a corner that Rovers’ defence simply watched sail by. Then, deep into stoppage time, came the penalty.

“Never a pen,” said Rovers manager Gary Tunnicliffe. “Never in a million years. I’ve seen it back four times and he’s fallen over his own feet.”

Albion’s coach disagreed. “Stonewall.”

The home side have now drawn five in a row, their longest such run since 1988, and sit one point above the drop zone. Albion are eighth.

**Man of the match:** Tunde Okafor. Two goals, one assist and more miles on the clock than a minicab.

**Talking point:** Was Dawes the last man? The referee thought so. Nobody else in the ground did.

| Team | P | W | D | L | Pts |
| --- | --- | --- | --- | --- | --- |
| Albion | 14 | 6 | 5 | 3 | 23 |
| Rovers | 14 | 2 | 8 | 4 | 14 |

Rovers (4-4-2): Hale 6; Dawes 4, Pike 6, Moro 5, Ellis 6; Rees 7, Grant 6 (Shaw 70), Byrne 5, Okafor 9; Tait 6, Nunn 6. Subs not used: Ward, Cole. Booked: Pike, Byrne. Sent off: Dawes.

Attendance: 14,208.
`,
  obituary: `# Edith Marlow, who mapped the drowned villages of Wales, dies at 93

Edith Marlow, a schoolteacher whose hand-drawn maps saved the names of 46 drowned villages, died on Sunday at her home in Bala. She was 93.

Her death was confirmed by her niece, Carys Pugh. No cause was given.

Born in Wrexham in 1931, the third of five daughters of a railway clerk, Miss Marlow won a scholarship at 11, a first at 21 and, at 29, the undying enmity of the Liverpool water board.

It was in 1960 that she first walked the valley they planned to flood. She counted the farms. She counted the graves. Then she went home and began to draw.

“I thought someone ought to,” she told this newspaper in 1998, “and there wasn’t anyone else.”

There followed four books, two lawsuits and a long correspondence with a government that seldom wrote back. *The Names Under the Water* (1974), never out of print, is still taught. Of her critics, who called her a crank, she said only that cranks start engines.

A small woman with a large dog, she was not easy company. Colleagues remember her striding into the staff room, boots dripping, map case under one arm. Late, usually. Sorry, never.

Her fiancé, a pilot, was killed over Korea. She did not marry.

She leaves two nieces, a nephew, 3,000 maps and, friends say, an unpaid parking fine dating from the reign of George VI.

> Do not ask me what is lost,  
> ask the heron, ask the stone,  
> ask the bell that rings for no one  
> under forty feet of foam.

Edith Anne Marlow, cartographer and teacher: born Wrexham, 9 May 1931; died Bala, 2 March 2025.
`,
  'opinion column': `# Let the children be bored

*Samuel Adeyemi-Clarke*

Remember boredom? I do. Wet Sundays, the clock, the wallpaper. My mother, asked what there was to do, would say that there was a broom in the hall.

It was awful. It was also, I have come to think, the making of me.

Today’s children are never bored. Busy, yes. Anxious, certainly. Tired? God, yes. But bored? Chance would be a fine thing. There is always a screen, always a lesson, always a parent with a wipe-clean timetable and a look of quiet panic.

Why do we do it? Because we love them. Because the neighbours do it. Because a study somewhere found that violinists get into better universities, and who are we to argue with a study?

I am not against violins. I am against filling every hour, as though a childhood were a suitcase and an empty corner a scandal. What matters is not that a child learns the violin but that she has, now and then, an afternoon in which nothing whatever is going to happen unless she makes it.

So here is my modest proposal. One Sunday a month, do nothing. No clubs. No swimming. No “enrichment”. Lie on the floor, if you must. Stare at the ceiling. Let them whine: whining is the sound of a mind turning over, like an engine on a cold morning.

They will hate you. For an hour, perhaps two. Then, with luck, there will come a silence, and out of the silence a den made of chairs, a war between the spoons, a song about a dog.

Worth a try, surely.

*Samuel Adeyemi-Clarke is a teacher in Bristol. The views expressed are his own.*
`,
  'police log': `# Police log: A goat, a ghost and a stolen canoe

*Calls to the Millbrook Police Department, June 3-9*

**Monday, 7:14 a.m.** Caller on Elm Street reported a goat on the porch. Officer responded. Goat gone on arrival.

**Monday, 11:40 p.m.** Loud music on Carver Road. Residents advised to turn it down. Did so.

**Tuesday, 3:02 p.m.** A woman said her canoe, a green 16-foot Old Town, had been taken from beside her garage. It was found an hour later at the town dock, wet.

**Wednesday, 9:30 a.m.** Two-car crash at Routes 9 and 82. No injuries. One driver, a 52-year-old man from Poughkeepsie, was cited for following too closely.

**Wednesday, 10:15 p.m.** Report of a ghost in the cemetery. Turned out to be a teenager in a poncho.

**Friday, 1:20 a.m.** Officers arrested Dale R. Hutchins, 34, of Millbrook, and charged him with driving while intoxicated. He was released to his mother.

**Saturday, 6 p.m.** Goat again. Same porch. This time the animal was caught, with the help of a neighbor and half a bag of corn chips, and returned to its owner, who said it “does this.”

**Sunday.** No calls.

Chief Angela DiNardo said it was a typical week. “Except for the ghost,” she added. “We don’t get many of those.”

Anyone with information about the canoe is asked to call 845-555-0143. Callers need not give their names.

> Shoutout to @MillbrookPD for getting my canoe back in under an hour!! absolute legends. also whoever took it, you left a sandwich
>
> — Beth Lanier (@bethpaddles) June 5

*Compiled by Nate Oyelaran*
`,
  'school board': `# School board bans phones, keeps mascot

*Vote follows five hours of public comment, one fainting and a song*

The Lakeview school board voted 5-2 Monday night to ban cellphones in all 14 of the district's schools, beginning in August, and then, after midnight and by the same margin, declined to retire the high school's mascot, a beaver named Chuck.

Students will have to lock their phones in pouches when they arrive and may not open them until the final bell. Parents who need to reach a child can call the office. "Like we did," said board president Marlene Ostrowski, "when dinosaurs walked the earth."

More than 90 people signed up to speak. Most favored the ban. Teachers described lessons in which not a single head was raised; a father wept as he talked about his daughter, who had been bullied in a group chat for most of seventh grade and no longer goes to school. A sophomore, Jaylen Brooks, said that taking phones away would solve nothing, that adults were worse, and that he had counted 11 board members' and administrators' phones lit up during his three minutes at the microphone.

"Twelve," someone called out.

The mascot drew fewer speakers but more noise. Introduced in 1958, Chuck has been criticized in recent years as undignified. Two members, Al Petrakis and Sue Tran, wanted him replaced with a hawk. They were booed. A choir of alumni, average age about 70, rose and sang the fight song, all four verses.

So Chuck stays. The phones go. And the budget, which was supposed to be the main item on the agenda, will have to wait until next month.

**IN OTHER BUSINESS**

* Approved: new boilers for Jefferson Elementary, $412,000
* Tabled: a proposal to start high school at 8:40
* Heard: a report on lice
`,
  'science story': `# How the squid got its glow

**Bacteria no bigger than a speck of dust teach a squid to hide in moonlight, researchers report**

*By Marisol Dávila*

By day the bobtail squid sleeps under the sand. By night it hunts, lit from below by a lamp it does not own.

The light comes from bacteria. Millions of them, packed into an organ the size of a lentil, glow just brightly enough to erase the squid’s shadow. To a fish looking up, there is nothing there.

How a newborn squid picks the right bacterium out of a million others has puzzled biologists for decades. Now a team in Honolulu thinks it has found the answer: a sugar.

“It’s a handshake,” says Keala Nakoa, a microbiologist who led the work, published on Thursday in *Cell Symbiosis*. “Wrong grip, no entry.”

Using a protein that fluoresces green, Nakoa and her colleagues tracked single cells as they drifted toward the organ’s pores. Only cells that carried the sugar stopped. The rest were swept away, most of them within a minute.

Not everyone is persuaded. Data from wild squid are scarce, notes Henrik Aas, who was not involved in the study, and what holds in a dish may not hold in the sea. Neither the sugar nor the pore is unique to the bobtail. “Beautiful experiment. Small sample.”

Still, if the result stands, it could help explain why some gut infections take hold and others do not. That is a big if.

***

**The numbers**

- 1 lentil-sized organ
- 10 hours from hatching to first glow
- 95 percent of the bacteria thrown out each dawn

Correction, March 4: An earlier version of this story misstated the depth at which the squid live. It is 10 meters, not 10 feet.
`,
  storm: `# ‘Nobody told us it was coming’: Storm Bridie leaves two dead

**Thousands without power as winds of 97mph batter the west coast**

*Aoife Brannigan in Westport and Declan Hume*

Two people have died and more than 60,000 homes are without power after Storm Bridie tore across the west of Ireland overnight, felling trees, lifting roofs and leaving a fishing village cut off by floodwater.

A man in his 50s died when a tree fell on his van near Castlebar shortly after 3am. A woman, 81, whom gardaí have not named, was found in her garden in Belmullet, where a wall had collapsed. Both deaths are being treated as accidents.

Worst hit was Mulranny, where the sea came over the quay, through the chip shop and into the church. By dawn the water had reached the third pew.

“There was a noise like a train,” said Bríd Gallagher, who runs the chip shop with her sister. “Then no lights. Then water, up to here. Nobody told us it was coming. Nobody.”

Met Éireann defended its forecast. An orange warning, it said, had been in place since 6pm the evening before, and a red one was issued as soon as the storm’s track became clear. Whether that was soon enough is a question the minister for housing, Ronan Keogh, has asked it to answer in writing.

Schools in four counties are to stay shut. Trains between Westport and Athlone are not expected to run before Friday. Passengers booked on ferries from Cleggan are advised to check before travelling.

![Flooding on the quay](quay.jpg)
Flooding on the quay at Mulranny, where boats broke loose in the early hours. Photograph: Conor Tighe/Western Press

The good news: it is over. The bad: another, as yet unnamed, is due on Sunday.
`,
  'travel feature': `# 36 hours in Trieste

**Coffee, wind and a castle with a curse. Welcome to Italy’s least Italian city**

*Words and pictures by Oskar Feld*

First, the wind. It comes down off the plateau without warning, tips over scooters, steals hats and, on bad days, people. Locals string ropes along the steepest streets so that the elderly have something to hold. They call it the bora. They speak of it as one might of a difficult aunt.

Then there is the coffee, which has a language all its own. Ask for a *nero* and you get an espresso. Ask for a *capo in b* and you get, in a glass, a thimble of something milky and perfect. Ask for a latte and you get a look.

## Friday

**5 p.m. Get your bearings.** Begin at the Molo Audace, a stone pier that runs 246 meters into the sea and goes nowhere at all. Stand at the end. Look back. Few city views are better and none is cheaper.

**8 p.m. Pork, mostly.** At the buffet on Via Cassa di Risparmio, there since 1897, a man with forearms like hams will carve you a plate. Mustard? Yes. Horseradish? Also yes.

## Saturday

Up early for the tram, if it’s running. (It often isn’t.) Built in 1902, closed in 2016 and reopened last winter to a brass band and tears, it hauls you 330 meters up to Opicina past vineyards, villas and somebody’s laundry.

Miramare, the white castle on the point, was built for an archduke who never got to live in it. Whoever sleeps there, the story goes, dies far from home. Entry is €12.

---

**Getting there** Trains from Venice take two hours. **Where to stay** Hotel Savoia, doubles from €140. **When to go** May or September. Not February. Never February.
`,
};
