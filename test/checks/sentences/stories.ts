/** Sound stories from many beats, in British and American newspaper style. */
export const STORIES: Readonly<Record<string, string>> = {
  'advice column': `# Ask Martha: my neighbour's leylandii, and other sorrows

**Q** My neighbour's hedge is now 14ft tall and we haven't seen the sun since Michaelmas. I have asked. I have hinted. I have left leaflets. What are my rights? *Gloomy, Godalming*

**A** Oh, Gloomy. You have my sympathy, and my spare torch. Under the Anti-social Behaviour Act 2003, a high hedge (two or more evergreens, over two metres) that spoils your reasonable enjoyment of your home can be made the subject of a complaint to the council. It'll cost you: between £300 and £600, depending on where you live. First, though, you must show that you've tried everything else. Keep the leaflets.

**Q** Is it ever all right to lie about one's age on a form? *Fortyish, Frome*

**A** No. Next!

**Q** My mother-in-law insists on washing up as I cook. I find her at my elbow, sleeves rolled, whisking away the spoon I am about to use. She means well. I want to scream. *At sea, Seaford*

**A** Of course you do. Give her a job, a big one, and preferably in another room. Peas are good. So are photographs: tell her the children have been asking who everybody is, hand her a pencil and shut the door. Failing that, cook something in one pot. Nothing disarms a washer-up like a stew.

**Three things I'd never be without this month**

1. A kneeler. Not for prayer, for weeding (though the one may lead to the other).
2. Sharp sand
3. Gin

*Got a question? Write to Martha, c/o this newspaper. Letters may be edited. She regrets that she cannot reply to all of them, or be held responsible for any hedges.*
`,
  'basketball feature': `# Knicks? Nets? Neither: how Newark fell for its own

NEWARK, N.J. -- By the time the buzzer sounded, nobody was sitting. Grandmothers stood on chairs. A man in a mascot suit, head off, was hugging a policeman.

The Newark Ironbound had just beaten Hartford, 101-99, in double overtime, and with it had won something no Newark team had won since the Bears folded: a title, any title. That it was a title few outside the building had heard of mattered to no one.

"I been waiting on this my whole life," said Terrence Ogletree, 46, who drives a bus. "My whole life. And I didn't even like basketball till March."

How a minor-league club with a $2 million payroll and a borrowed gym came to own a city is a story of luck, mostly, and of one stubborn woman. Her name is Dolores Quiñones. She sold insurance. She bought the team, the players like to say, by mistake.

"Not by mistake," Quiñones corrected. "By accident. There's a difference."

Whatever it was, it worked. Attendance, 812 a night in the first season, topped 6,000 by the last. The city, which had once refused to plow the parking lot, now wants to build an arena. Talks are to begin in June.

Scoring leaders: Pruitt 31, Okeke 22, Lasko 17.

Up next: parade, noon Wednesday, Broad Street. Rain or shine.
`,
  'budget list': `# Five things we learned from the mayor's budget

Mayor Lenora Tibbs unveiled her first budget Monday, a $3.1 billion plan that hires cops, trims the parks and, for the second time in as many decades, taxes soda. Here are five takeaways.

### 1. She's keeping her promise on police, sort of

Tibbs ran on hiring 400 officers. The budget has money for 220. "You crawl, then you walk," she said. The union, which endorsed her, isn't happy. Its president, Vince Carbone, called the number "a down payment on a broken promise."

### 2. Parks take the hit

Gone: 61 seasonal jobs, two pools, the goats. (Yes, goats. The city rents them each summer to eat poison ivy along the river.) Hours at most rec centers would be cut by a fifth.

### 3. Soda, again

A penny an ounce, same as the tax voters threw out in 2009. Diet drinks are included; milk isn't. The beverage industry spent $4.7 million last time. Expect more.

### 4. The hole is bigger than anyone let on

Take away one-time money and next year's gap is $190 million, or about what the city spends on its entire Fire Department. Budget director Sanjay Rao, pressed on how it would be closed, said there were "a number of levers." Asked to name one, he named none.

### 5. Nobody is talking about pensions

Not the mayor. Not the council. Not, so far, the two men most likely to run against her. Whoever is sworn in four years from now will have to, because by then the fund will be able to pay less than half of what it owes.

The council has until June 30 to pass a budget. It has been late three of the past five years.
`,
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
  'fraud sentence': `# Man who claimed to be dead jailed for fraud

A man who faked his own drowning so that his wife could claim £250,000 in life insurance was jailed for six years on Friday, after police found him living under the name of a dead infant in a flat that overlooked the beach where his canoe had washed up.

Gerald Pike, 58, wept in the dock at Teesside crown court as the judge described what he had put his two sons through. They had not known. For five years they had mourned him.

"You sent them birthday cards," said Judge Rowena Clegg. "In their mother's hand. I have sat here for 19 years, Mr Pike, and I have seldom heard anything so cold."

His wife, Annette, 55, who pleaded guilty in March, was given four years and three months.

The court heard that Pike, a former prison officer, owed more than £60,000 on a dozen credit cards when, on a flat calm morning in March 2019, he paddled out from Seaton Carew and did not come back. Eight lifeboats, two aircraft and a Royal Navy frigate took part in the search. It cost £112,000. All the while, said Mark Dunleavy, prosecuting, he was sitting in a tent in the Lake District, eating beans.

Within a month he was home. A hole was knocked through into the house next door, which the couple also owned, and there, behind a wardrobe, he lived: reading, growing a beard, going out after dark.

What undid them was a photograph. Posted online by an estate agent in Panama, it showed the couple, smiling broadly, beside a palm tree. The date was on it. So were their names.

Neither of the sons was in court. In a statement read on their behalf, they said simply: "We buried him once. We will not do it again."
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
  'game story': `# Stunned Hawks let 20-point lead slip in OT loss to Suns

PHOENIX — Devon Carlisle scored 41 points, 14 of them in overtime, and the Suns rallied from 20 down in the fourth quarter to beat the Atlanta Hawks 128-121 on Sunday night.

Marcus Tate added 22 points and 11 rebounds for Phoenix, which had lost four straight. Rookie center Goran Ilic, starting in place of the injured Will Banks, finished with career highs of 17 points and 15 boards.

"We kept chipping," Carlisle said. "Stop, score. Stop, score. That's all it is."

Atlanta led 98-78 early in the fourth before going cold. The Hawks missed 13 of their next 15 shots, turned the ball over six times and watched the lead shrink to two on Tate's three-point play with 1:08 left. Carlisle tied it at 112 with a step-back jumper over two defenders as time expired.

Coach Len Farrow was asked what went wrong. "Everything," he said, and left.

Jalen Brewster had 33 for the Hawks, who have dropped seven of nine. De'Andre Pope added 19 before fouling out.

TIP-INS

Hawks: F Omar Sykes (ankle) missed his third game. ... Atlanta is 2-11 on the second night of back-to-backs.

Suns: Phoenix improved to 9-2 in overtime over the past three seasons. ... Ilic, drafted 38th, is the first Serbian to record a double-double in his first start.

UP NEXT

Hawks: Visit Denver on Tuesday night.

Suns: Host Utah on Wednesday night.
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
  'landlord fine': `# Landlord fined £40,000 over 'death trap' flat

A landlord who let 11 people sleep in a three-bedroom flat above a chip shop has been ordered to pay more than £40,000.

Firefighters called to a blaze at the property in Ferry Road, Lowestoft, in February last year found mattresses in the kitchen, the hall and a cupboard. There was one smoke alarm. It had no battery.

Yusuf Karim Doyle, 49, of Beccles, admitted five breaches of housing law when he appeared before Great Yarmouth magistrates. He told the bench he had been ill and had left the running of the flat to a friend. "I trusted the wrong man," he said.

District Judge Helen Appleyard was unmoved. The conditions, she said, were "Dickensian", and it was a matter of luck that she was not dealing with a manslaughter. "You took £4,400 a month from these people and you did not spend so much as the price of a battery."

The tenants, most of them from Lithuania, have since been rehoused. One, who asked not to be named, said she and her husband had shared a room with two strangers for seven months. Rats came up through the floor. When she complained, she was told to buy a cat.

East Suffolk council, which brought the case, said it hoped the sentence would serve as a warning. "Our message is simple," said Cllr Ben Ormesby, cabinet member for housing. "If you put lives at risk for profit, we will find you, we will take you to court, and we will win."

Doyle was fined £32,000 and ordered to pay costs of £8,150 and a victim surcharge of £190. He has 28 days to pay.

*Do you know more? Email newsdesk@lowestoftpost.example or call 01502 555 0199*
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
  'parish farewell': `# The last bell: St. Agnes parish says goodbye

By DORIS KIMMEL / Staff writer

They came early, as they always had, to get the good pews.

By 8:15 there was standing room only at St. Agnes, the yellow-brick church at 14th and Locust that Polish steelworkers built with their own hands in 1911, and that the Diocese of Erie will lock for good this week. The organ wheezed. Babies fussed. In the choir loft, Stella Wojcik, 94, who was baptized here, married here and had buried two husbands from here, found her note.

"I told them I'd sing till they carried me out," she said. "I just didn't think they'd carry the church out first."

St. Agnes is one of 11 parishes to close or merge since 2019, the result, church officials say, of fewer priests, fewer people and roofs that won't wait. At its height, in the 1950s, some 2,400 families belonged. Last year 160 did, and on an average Sunday fewer than half of those came.

The Rev. Paul Nowicki, pastor since 2004, kept his homily short. He spoke of Abraham, who left everything he knew because he was told to. He spoke of his mother's pierogi. Then he stopped, took off his glasses and for what seemed a very long time could not go on.

Afterward there was ham, and there were photographs. Children ran up and down the aisle. Men who had served Mass together as boys, bald now and thick in the middle, lifted the statue of the saint off her pedestal and bore her out into the rain, the first time, anyone could remember, that she had been outdoors.

What will become of the building is anybody's guess. A brewery has asked about it. So has a rock-climbing gym.

"Either way," said Wojcik, buttoning her coat, "somebody'll be looking up."
`,
  'peace talks': `# Peace talks collapse hours after they began

*Both sides blame the other as shelling resumes along the river*

GENEVA (AP) — Talks aimed at ending the three-year war in Karastan broke down on Tuesday less than six hours after they had begun, with each side accusing the other of having come in bad faith and diplomats warning that fighting, which had all but stopped over the weekend, would now resume.

It did. By nightfall, artillery could be heard in Belgorin, the divided town on the Osla River where a cease-fire had been agreed only nine days earlier. The governor's office said four civilians, among them a girl of 7, had been killed. The rebels said they were responding to fire.

"There is no point in sitting at a table that the other side keeps setting alight," the government's chief negotiator, Arman Teles, told reporters as he left the Palais des Nations. He declined to say whether he would return.

Neither party had been expected to give much ground. But the speed of the collapse stunned mediators, some of whom had yet to unpack. According to two officials briefed on the session, who spoke on condition of anonymity because they were not authorized to discuss it, the rebel delegation walked out when a map was unrolled on which the airport appeared in the wrong color.

The United Nations envoy, Ingrid Halvorsen, called for restraint. So did Washington, Brussels and Beijing. Moscow did not comment.

Since the war began in 2022, at least 41,000 people have died and nearly a third of the population has been displaced, most of them to neighboring Teretia, where camps built for 60,000 now hold four times that many.

"We were told to wait for Geneva," said Mariam Osk, 29, who has lived in one with her parents and three children since last spring. "Now what do we wait for?"
`,
  'phone review': `# Review: the Oryx 9 phone is all camera, no trousers

Verdict: ★★★☆☆ Superb pictures, shame about everything else
Price: from £899
Release date: out now

Phones are boring. There, I've said it. Each year brings a slightly faster chip, a slightly brighter screen and a slightly longer press release, and each year we reviewers pretend that it matters.

The Oryx 9 is not boring. It is infuriating. Turn it over and you are met by a lens the size of a jam-jar lid, which makes the thing rock like a dinghy whenever it is put down on a table. The battery lasts until about teatime. The fingerprint reader works if you ask it nicely, and twice.

Then you take a picture.

I am no photographer. My cat, however, has never looked so noble. Pictures taken at dusk, indoors, of a moving animal, came out sharp enough to count whiskers; the only other phones that come close cost half as much again. Portraits are better still. Skin looks like skin. Even the video, shaky on last year's model, holds up well.

Is that enough? For some it will be. For the rest of us, who want a phone that can get through a day, fit in a pocket and survive a drop on to lino (ours didn't), there are better buys for less.

**Pros:** camera; camera; colour options
**Cons:** battery life, size, price, that wobble

*The Oryx 9 was provided by the manufacturer. It has been sent back. The cat has not.*
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
  'snow study': `# Microplastics found in remote Antarctic snow for sixth year running

Tiny fragments of plastic have been found in freshly fallen snow at all 19 sites tested on the Ross Ice Shelf, scientists said on Wednesday, suggesting that no place on Earth is now beyond their reach.

An average of 29 particles per litre of melted snow was recorded, higher than in a similar study of the Alps. Most were polyester, used in clothing, and PET, used in bottles. Some, according to wind models, had travelled more than 6,000km.

The team, from the universities of Canterbury and Otago in New Zealand, had expected to find little. "It was incredibly sad," said Dr Alice Revere, who collected the samples while a doctoral student. "But finding it highlights just how far it gets."

What the particles do once they have landed is not well understood. Dark ones absorb sunlight and may hasten melting; others are eaten by krill, on which almost everything else in the Southern Ocean depends. A 2021 experiment in which zooplankton were fed polystyrene beads found that they sank faster than usual, taking with them carbon that would otherwise have stayed at the surface. Whether this is good or bad, nobody yet knows.

Professor Ian Laidlaw of the British Antarctic Survey, who was not part of the study, called the results "unsurprising but no less depressing for that". He cautioned that contamination from the researchers' own gear could not be ruled out at the sites nearest the base, where concentrations were almost three times as high.

Delegates from 175 nations are due to meet in Busan in November to finish negotiating a treaty on plastic pollution. Talks in Ottawa last spring ended without agreement on whether production should be capped.
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
