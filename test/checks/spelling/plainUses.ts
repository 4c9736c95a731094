/**
 * Plain uses in news of words that look like others, whether or not the check of confused words compares them: what stands
 * before the word, the word, and what stands after it. Three beginnings and five ends make fifteen sentences.
 */
const PATTERNS = `
The club will|She was asked to|Ministers refused to = accept = the offer.|a lower price.|any blame for the delay.|cash only.|that the road is unsafe.
All the shops shut|Nobody came|The streets were empty = except = for the bakery.|on Sunday.|two police cars.|the mayor.|when it rained.
The school had to|Farmers must|Small firms quickly = adapt = to the new rules.|their methods.|or close.|the barn for guests.|as prices rise.
The council may|Members voted to|They want to = adopt = the plan.|a new budget on Monday.|two children.|the same rules.|stricter limits.
The lawyer's|She ignored this|He asked for legal = advice = on Monday.|and sold the house.|about the lease.|from two experts.|to the board.
Doctors|The bank will|We strongly = advise = patients to wait.|against the trip.|the council on housing.|him to sell.|that the lake is closed.
The strike will|It did not|These cuts = affect = 300 families.|the price of bread.|bus services.|our schools most.|everybody in the valley.
The rule had no|The drug's|A second = effect = was a rise in rents.|on sales is small.|is not known.|of the strike was felt at once.|lasted two days.
The closure|This disease|Noise at night = affects = about 40 pupils.|sleep.|both banks of the river.|most of the trade.|children under five.
The long-term|Nobody knows the|Its worst = effects = of the spill are unknown.|are felt in spring.|on trade.|came later.|were on small shops.
The first|They sent food|More foreign = aid = reached the camp on Friday.|was promised.|for the victims arrived.|to the region.|worth 3 million euros.
A close|The minister's|One former = aide = to the governor resigned.|said so on Sunday.|declined to comment.|wrote the letter.|was arrested.
Her|Two senior|The senator's = aides = said on Monday.|left the room.|to the president were fired.|wrote the speech.|deny it.
The hearing|He bought two hearing|New teaching = aids = were delivered.|cost 900 euros.|for the school arrived.|are free.|broke on Friday.
Dogs are not|Nobody was|The court has = allowed = on the beach.|in the hall.|to see the files.|after dark.|the sale.
The clerk read the names|She laughed|He wondered = aloud = at the meeting.|on Friday.|in court.|and left.|for the first time.
The owners cannot|Heavy rain may|It would = alter = the facade.|the course of the river.|the plan.|nothing.|the balance of power.
The couple stood at the|A new|The church's = altar = was damaged in the fire.|on Saturday.|is 600 years old.|of oak.|was restored.
The shelves were|His|With her = bare = on Monday.|feet were cold.|hands she dug.|walls and no heating.|after the sale.
The children were chased by a|One brown|Hunters shot the = bear = near the village.|on Sunday.|and her cubs.|was seen again.|that killed two sheep.
The army's|A naval|Its main = base = is near the coast.|on the island was closed.|for the search.|was attacked on Friday.|of 400 soldiers.
He played|The singer's deep|Anglers caught a = bass = in the band.|in 1984.|guitar was sold.|of four kilos.|voice filled the hall.
The player was|Two girls were|She was = born = in Leeds.|on a farm.|in 1962.|to Polish parents.|at the hospital.
The cost was|These doubts were|The coffin was = borne = by the owners.|out by the report.|up the hill.|in mind.|by six officers.
The bus driver's|Faulty|He checked the = brakes = failed on the hill.|were worn.|caused the crash.|of the truck.|on Monday.
The pump|His contract|The law he = breaks = down every winter.|the rules, the club said.|is old.|every year.|was passed in 1990.
She was out of|He took a deep|The runner's = breath = after the race.|and jumped.|was short.|before the vote.|smelled of wine.
Patients could not|Divers learn to|The city can = breathe = without help.|under water.|again.|through a tube.|easily on Sunday.
The city will|He could not|Tourists = buy = the land.|a ticket.|bread at the market.|two more buses.|nothing here in winter.
The house was built|He was hit|The plan was rejected = by = a car.|the council in May.|38 votes.|all parties.|Friday evening.
Police found a|The hidden|A large = cache = of weapons.|was found in a barn.|of letters turned up.|in the forest.|contained 12 rifles.
They paid in|The thieves took the|She needs = cash = on Friday.|from the till.|for the repairs.|and two phones.|to pay the rent.
The old|A bronze|Rebels fired a = cannon = in the park.|was stolen.|at the gate.|on the wall.|from 1780.
The cathedral's|A retired|He became a = canon = said prayers.|of York.|in 1998.|spoke at the service.|wrote the book.
The country's|They met in the|She needs = capital = on Monday.|for her company.|was flooded.|of the region.|and a partner.
Police cleared the|Crowds reached the|Workers at the = Capitol = on Monday.|in Washington.|steps at noon.|building.|were sent home.
Voters|The two men|Both had = cast = their ballots.|doubt on the plan.|a shadow.|their nets.|no vote.
India's|They belong to a lower|Marriage outside the = caste = system is ancient.|was forbidden.|and are poor.|is rare.|of the weavers.
The factory|All work|The fighting = ceased = in 2003.|on Friday.|to exist.|at noon.|production last year.
Customs officers|The boat was|Rebels = seized = on Monday.|two tons of tea.|the airport.|by the navy.|power in May.
He spent a night in a|The prison|One cancer = cell = was searched.|with two men.|at the station.|can be enough.|is four metres long.
The owners want to|She had to|Shops may not = sell = the farm.|alcohol to children.|her shares.|at that price.|fireworks before Friday.
The children ate|A new breakfast|Prices of = cereal = rose by a fifth.|with milk.|was recalled.|crops fell.|for breakfast.
The police hunted a|The station showed a|Each = serial = killer for years.|number is unique.|in six parts.|about nurses.|fraud was suspected.
Voters have a|It was her|The first = choice = between two plans.|to leave.|of the board was Mr Hale.|was easy.|is yours.
Pupils may|Voters will|They could not = choose = a new mayor.|the colour.|between the two.|freely.|to stay at home.
The jury|He|In the end they = chose = a smaller room.|to stay.|her novel.|not to appeal.|Oslo in 1990.
Lawyers|The authors|Critics = cite = three cases.|the cost of heating.|a study from 2019.|no source.|her as an example.
The building|Workers left the|Visitors to the = site = on Friday.|is near the river.|was sold.|of the crash.|must wear helmets.
The report|He often|The lawyer = cites = two witnesses.|a letter of 1912.|the rules.|her research.|noise as the cause.
The building|Both|Two historic = sites = were closed.|are near the river.|will be sold.|for new homes.|in the north.
The fabric was|He made a|They used = coarse = and heavy.|sand on the path.|joke at dinner.|wool for the coats.|salt.
The golf|She took a|Of = course = was flooded.|he denied it.|in Spanish.|is full.|there were mistakes.
The wines|A full|These rules = complement = the dishes.|of staff.|each other.|existing laws.|was on duty.
It was a great|She took it as a|The coach's = compliment = to the cook.|and smiled.|pleased him.|from a rival.|on her work.
He has a guilty|Her|A matter of = conscience = for each member.|was clear.|after the vote.|did not allow it.|troubled her.
The man was|She made a|Voters are = conscious = when he arrived.|decision to leave.|of the cost.|again on Sunday.|effort.
The French|Her father was|An honorary = consul = visited the jail.|in Genoa.|of Norway.|left on Friday.|for six years.
The town|Members of the|A parish = council = voted on Monday.|refused to pay.|meeting was short.|in York agreed.|will build 40 homes.
Defence|The family's|A legal = counsel = asked for more time.|spoke for an hour.|to the inquiry resigned.|said nothing.|called two witnesses.
The apple's|At the|A small = core = of the dispute is money.|team remained.|was removed.|samples were taken.|subjects are taught.
The Marine|The press|Diplomatic = corps = left the base.|was invited.|members met in Rome.|wrote to the king.|gathered at noon.
The whole|She left the|A poor = country = voted on Sunday.|in 1998.|cannot pay that.|has no coast.|was at war.
The|Kent|A rural = county = council met.|court heard the case.|lost two schools.|has 40 libraries.|cricket began.
The|A local|Prices of = dairy = farm was sold.|products rose.|cows were infected.|cooperative closed.|herd doubled.
She kept a|His|The soldier's = diary = for 40 years.|was found.|and his letters.|is in the museum.|has gaps.
They want|He is a|It was a = decent = man, she said.|homes for all.|crowd for a Monday.|pay.|result.
The plane began its|Families of Irish|A steep = descent = into chaos.|took an hour.|at noon.|to the lake.|was dangerous.
One judge wrote a|The regime crushes|Political = dissent = on Friday.|was silenced.|is rare.|of 12 pages.|in the party grew.
The bomb|A small|She sold the = device = was found in a bag.|exploded.|measures pulse.|can be hacked.|in 2019.
They must|She wants to|Engineers = devise = a new plan.|a test for children.|better rules.|ways to save water.|methods of their own.
She has|The road is a|Under a = dual = nationality.|carriageway.|system, both pay.|role.|control was lost.
He died in a|The two won a|A penalty = duel = in 1837.|with pistols.|decided the match.|between old rivals.|followed.
The talk was given by an|An|Two = eminent = historian from Bern.|surgeon testified.|lawyers left.|scientist died.|men disagreed.
War was|An|Her release was = imminent = attack was feared.|collapse was denied.|, he warned.|on Monday.|threat to birds.
The rules|Guards|They want to = ensure = that nobody is hurt.|fair elections.|safety.|the money is spent well.|all children can swim.
They could not|Owners must|Few firms = insure = the house.|their cars.|against floods.|old ships.|farmers.
The|A|County = fair = opens on Friday.|drew 9,000 people.|trial is impossible.|was cancelled.|price was paid.
The bus|A taxi|Each single = fare = rose to 3 euros.|was paid in coins.|is too high.|from the airport doubled.|for children is free.
The ball went|She walked|The new stop is = farther = than before.|north.|from the school.|along the coast.|down the road.
Her|The boy's|A = father = died in 1990.|was a miner.|of three was hurt.|worked here.|told the police.
It was a rare|The bridge is a|A great = feat = of engineering.|for a small club.|for a girl of nine.|that nobody repeated.|in 1964.
The wall is six|He was on his|Her = feet = high.|were cold.|again by noon.|of snow fell.|hurt after the race.
Police hope to|They could not|We = find = the driver.|a cure.|two more bodies.|that unfair.|it hard to sleep.
The court|A judge|She was = fined = 500 pounds.|the council for the leak.|two drivers.|on Monday.|after the match.
The league|The company was|Inspectors = fined = both clubs.|after the spill.|him for dissent.|a record sum.|three restaurants.
They want to|Two parties may|The clubs hope to = form = a government.|one league.|a human chain.|a queue.|an alliance.
The train|She came|A letter = from = London was late.|the north.|2019 was found.|the mayor arrived.|two doctors.
The bridge was|He has not|They were = formally = opened on Monday.|charged.|signed yet.|asked to leave.|dressed.
The hall was|He was|A school = formerly = a cinema.|head of the bank.|run by nuns.|known as Holm House.|the mayor of Ghent.
They went back and|She set|The plan put = forth = her reasons.|between the two towns.|on Friday by the mayor.|at dawn.|all day.
It was his|She came|The = fourth = goal this season.|in the race.|time it closed.|of July.|floor was empty.
The town|A sports|Students left the = hall = was full.|on Friday.|will be sold.|and sang.|holds 300 people.
The police found a|It was a long|They = haul = of stolen phones.|goods across the border.|for the crew.|was worth 2 million.|him into court.
They could not|The court will|I = hear = the alarm.|the case in May.|two witnesses.|that every day.|from him again.
The bus stops|People|The old mill stood = here = on Friday.|until 1950.|speak Welsh.|every hour.|say so.
Neighbours|The court|We = heard = a bang.|the case on Monday.|two shots.|nothing.|that the mill closed.
The|A|His = herd = of deer.|grew to 90 cows.|was infected.|crossed the road.|is worth a fortune.
Prices were|A|The wall is = higher = than last year.|court agreed.|this week.|rate of tax.|wages were promised.
The clinic will|They could not|Shops = hire = two nurses.|a car.|staff for Christmas.|anyone.|former soldiers.
There was a|The dog dug a|A second = hole = in the roof.|near the fence.|was found.|of two metres.|let in the rain.
The|A|Her = whole = family came.|village was flooded.|day was lost.|school cheered.|story is untrue.
It is a|The|Pilgrims came to the = holy = city.|book was burned.|place.|shrine at dawn.|water was blessed.
The firm is|It was|They are = wholly = owned by the state.|wrong.|new.|unprepared.|in private hands.
It took an|Every|The last = hour = was quiet.|later they left.|or two.|of the match was dull.|counts.
We lost|All|It is = our = home.|house was sold.|children walk.|duty.|money is gone.
The|No|A = human = error was to blame.|being could survive.|rights group complained.|remains were found.|body needs salt.
It was the most|They asked for a|She wrote a = humane = way to do it.|treatment of animals.|killing of pigs.|law.|answer.
“|He said|She thinks = it's = over,” he said.|cold in the hall.|a good plan.|not enough.|been a long year.
The bank closed|The party lost|A club and = its = branch.|seat.|owners.|first chairman.|money last year.
They|Nobody|We = knew = the driver.|about the leak.|what to do.|each other well.|him as a boy.
The|A|Two = new = buses arrived.|school opens in May.|rules were made.|roads opened.|homes are planned.
Doctors do not|We|They = know = the cause.|what happened.|each other.|him well.|about the leak.
There was|He had|They found = no = money left.|reason to wait.|trace of the boat.|time.|witness.
The mill is|The rule is|It is = now = half empty.|known to all.|on sale.|in force.|the largest in Wales.
She will|The talks could|They hope to = lead = to war.|the team.|the march.|in the polls.|by noon.
She|The road|He = led = the march.|to the mill.|by two strokes.|for nine years.|a team of six.
The land was|They|The shop is = leased = to a farmer.|two cars.|until 2030.|from the city.|for 900 euros.
At|The|It costs at = least = two people died.|expensive plan won.|nine euros.|likely result.|popular of the three.
It would|Trees|The pills = lessen = the pain.|the noise.|the risk of fire.|its impact.|the burden.
The|She gave a|It was a hard = lesson = for the club.|in Greek.|was learned.|began at nine.|about money.
A bank|The|Her student = loan = was repaid.|of 3 million.|to the club.|deal failed.|had a rate of 4 percent.
The|A|She is a = lone = gunman was shot.|survivor was found.|voice.|mother of two.|parent.
A|The|Two = loose = cable caused the fire.|dog bit him.|stones fell.|change was taken.|screw was found.
They could|The town may|I did not = lose = its school.|the match.|100 jobs.|money.|hope.
The cake was|They|She = made = of stone.|two mistakes.|it to the final.|progress.|a speech on Friday.
The|A hotel|Her = maid = found the body.|of honour wept.|was paid in cash.|left at noon.|cleaned the room.
Her|They had|The couple's = marital = status changed.|problems.|home was sold.|trouble.|rape is a crime.
He was tried by court|The king declared|She teaches = martial = law on Monday.|in 1944.|arts.|after the mutiny.|and was shot.
The leaders will|They|We often = meet = in Oslo.|again in May.|the cost.|at the church.|their rivals on Sunday.
The price of|They sold|Red = meat = rose.|was cheaper.|from Ireland.|is bad for you.|at the market.
She won a|The|His gold = medal = in Rome.|was sold.|for bravery.|at the age of 16.|and a cheque.
The|A|Thieves stole = metal = box was found.|from the roof.|prices fell.|fence was cut.|pipes.
She won two|The|Their = medals = in Rome.|were sold.|for bravery.|at the games.|and a cheque.
Prices of|Rare|The = metals = fell.|are needed for phones.|industry was hit.|such as tin rose.|were found in the river.
The|A coal|His father was a = miner = was trapped.|in Wales.|and a poet.|died on Friday.|from the north.
A|The|She had = minor = injuries.|changes were made.|league began.|damage was reported.|part in a film.
It is a|The|They had a = moral = duty.|question was raised.|victory.|of the story is clear.|case for help.
The team's|Staff|It hurt = morale = was low.|rose after the win.|among the nurses.|at the factory.|, she said.
The bill was|She|A week has = passed = by 40 votes.|the exam.|since the fire.|away on Sunday.|in 2019.
In the|They walked|Over the = past = week he slept little.|the church.|two years.|month it rained.|decade rents rose.
She lost|Her|It takes = patience = with the club.|is at an end.|and money.|to train a dog.|was rewarded.
Two|The|Most = patients = were moved.|wait a year.|with cancer were told.|from the ward.|are over 60.
The|A|They signed a = peace = talks failed.|treaty in 1990.|was short.|plan was rejected.|prize was awarded.
A|The last|One = piece = of glass hit her.|was sold.|in the paper.|of land.|is missing.
The|They reached the|At its = peak = was in snow.|hour is at eight.|of the mountain.|in May.|the firm had 900 workers.
They took a|Children|I had a = peek = inside.|at the plans.|behind the curtain.|through the fence.|on Friday.
They were|He was|A sect = persecuted = for their faith.|by the regime.|in the war.|for years.|because of a book.
They were|He was|Nobody was = prosecuted = for theft.|by the state.|in May.|for years.|after the spill.
It was a|She has|His = personal = decision.|reasons.|life is private.|data was stolen.|assistant left.
Military|The|All medical = personnel = were sent home.|office is closed.|file was lost.|on the base.|from 12 states.
From her|The|A new = perspective = it looks bad.|of the victims was ignored.|on the war.|helps.|is needed.
The|Two|A = prospective = buyer withdrew.|students came.|tenants waited.|candidate spoke.|employer asked.
It was a|The|He wore = plain = clothes.|fact.|text was read.|white shirt.|speaking man.
The|A small|They boarded a = plane = crashed.|landed safely.|to Rome.|with 90 people.|was late.
The|A wooden|They raised a = pole = fell on a car.|was cut.|position.|with a flag.|vault final is on Friday.
The|A new|One = poll = was held.|shows a lead.|of 900 voters.|by the paper.|on Sunday.
The|An indoor|They swam in the = pool = closed in May.|is heated.|of blood.|at the hotel.|opens on Friday.
Two|The|Wooden = poles = fell.|were cut.|hold up the tent.|work here.|with flags.
The|Two|Most = polls = close at ten.|show a lead.|were wrong.|opened at seven.|by the paper.
A|The|Two = poor = families moved.|harvest was feared.|result was no surprise.|people paid.|light hid the car.
Fans|They|He had to = pour = into the square.|the milk away.|water on it.|out of the stadium.|money into the club.
The|Half the|Its = populace = fled.|was told to boil water.|is angry.|rose.|supports him.
It is the most|A|In the = populous = state.|city was hit.|north, few vote.|region voted.|country in Africa.
They|People came to|We = pray = for rain.|at the shrine.|every day.|in silence.|that he lives.
The birds of|They fell|Its = prey = were counted.|to thieves.|is mice.|was a rabbit.|escaped.
The talks|A storm|Tea = preceded = the vote.|by a day.|the fire.|dinner.|him in office.
The march|They|She = proceeded = to the square.|without him.|on Friday.|with the sale.|slowly.
The|A former|Russia's = premier = resigned.|league club.|was in Oslo.|of Ontario.|spoke for an hour.
The film's|A world|The = premiere = was in Oslo.|of the opera.|drew stars.|on Friday.|was sold out.
The|His|A police = presence = was felt.|in the town.|of nitrate was found.|at the rally.|reassured them.
She bought|The|Christmas = presents = were stolen.|for the children.|cost 400 euros.|lay under the tree.|from her aunt.
She|It|This = presents = the news.|a problem.|risks.|him with a choice.|two shows a week.
The|A school|The ballet's = principal = resigned.|dancer fell.|cause was rain.|reason is money.|at the school.
It is a|In|The = principle = of law.|they agreed.|is simple.|that all are equal.|was upheld.
School|The|Two = principals = met.|were fired.|wrote to parents.|said so.|in the district.
The|Their|On these = principles = of law.|are clear.|they built a party.|matter.|were agreed.
The|A|Its net = profit = rose.|was 3 million.|fell by half.|warning was issued.|on the sale.
The|A|They call him a = prophet = of doom.|was mocked.|in his town.|and a poet.|spoke.
It was|The|A = quiet = street.|night in the city.|boy was seen.|in the hall.|man of few words.
It was|She is|They were = quite = cold.|a surprise.|sure.|small.|happy with it.
The|A fishing|Each = quota = was met.|of 90 tons.|is set in Brussels.|for women.|was cut.
The|A|She asked for a = quote = was false.|from a letter.|for the repairs.|of the day.|is from Goethe.
Heavy|The|After the = rain = fell.|stopped play.|is expected.|damaged crops.|in May.
During the|His|The queen's = reign = of Henry.|lasted nine years.|ended in 1901.|of terror.|was short.
They gave free|She held the|He kept a tight = rein = on costs.|to the police.|in one hand.|on spending.|and whip.
He|The king|Chaos = reigns = in the north.|but does not rule.|supreme.|at the station.|over a small island.
She held the|He took the|They handed over the = reins = of power.|in 2019.|to his son.|of the horse.|at the club.
His|The|The ambassador's = residence = is in Rome.|permit expired.|was attacked.|of the mayor.|has 20 rooms.
The|Local|Two = residents = were angry.|of the home died.|complained.|voted no.|can park here.
They listened|He|She spoke = respectfully = to the judge.|disagreed.|asked for time.|of her rival.|and left.
They won gold and silver|The two are 20 and 30|Rents rose by 3 and 4 percent = respectively = .|, the agency said.|in May and June.|last year.|on Friday.
It is the|She has a|They were = right = to do so.|decision.|of way.|to complain.|hand was hurt.
They|She could not|Children = write = to Santa.|a letter.|about war.|the same thing.|in English.
The|A main|On the = road = was closed.|to Rome.|is wet.|from the airport.|surface froze.
She|They|He = rode = a horse.|to victory.|on a bus.|his bike home.|through the town.
Her|The|A leading = role = was small.|in the film.|of the police.|is unclear.|as a witness.
A|The|They = roll = of film.|call was read.|out the plan.|was buttered.|of honour.
Their|The|Two = roles = are unclear.|in the film.|were cut.|for women.|changed.
Bread|Two|The = rolls = were sold.|of film.|cost 1 euro.|and butter.|royce was stolen.
The|At the|A = root = cause is money.|of the problem.|was cut.|vegetable.|and branch reform.
The|A new|Their = route = was changed.|to Rome.|is longer.|passes the school.|of the march.
Her|The|Its = roots = are in Ghana.|of the tree.|go deep.|were cut.|in the north.
Bus|The|Two = routes = were cut.|to Rome.|are closed.|through the valley.|changed.
They set|The boat will|A torn = sail = for France.|to Malta.|on Sunday.|around the cape.|was repaired.
The|A garage|Her house is for = sale = on Friday.|was cancelled.|price fell.|of the club.|and nobody wants it.
The|They fled the|At the = scene = was grim.|of the crash.|in the film.|police found a gun.|is set in Rome.
He was|She was last|They have = seen = on Friday.|the letter.|near the bridge.|in Rome.|as a rival.
The|They swam in the|A rough = sea = was calm.|is cold.|level rose.|near Crete.|was to blame.
They could not|We|Doctors = see = the road.|a rise in cases.|no reason to wait.|it as a threat.|each other.
There were|The|After = several = people hurt.|witnesses spoke.|hours they left.|other towns.|of them are ill.
They may|It would|Both will = sever = ties.|the link.|all contacts.|relations.|a nerve.
It was a|The|A = severe = storm.|damage was seen.|drought began.|weather warning.|case of flu.
He lost his|A rare|At first = sight = in the war.|in the city.|it looks easy.|of land.|was restored.
The|They saw the|Tourist = sights = of Rome.|and sounds.|were set high.|on a medal.|are closed.
She was the|His|The = sole = survivor.|aim is profit.|of the shoe.|owner of the firm.|witness was a boy.
The|A|Her = soul = of the party.|music band.|is at peace.|singer died.|was there.
Her|The|A = son = was hurt.|of a miner.|is nine.|was born in May.|and two daughters.
The|In the|After = sun = rose at six.|it was hot.|was shining.|set, they left.|cream was sold.
It is a|They|A new = sort = of game.|the letters.|out the mess.|of tax.|code was used.
They|She|Police = sought = help.|a ban.|two men.|to stop it.|asylum in Norway.
He has a|The|A 20 percent = stake = in the firm.|was sold.|is worth 3 million.|through the heart.|in the bank.
He ate a|The|A = steak = was raw.|with chips.|and two beers.|cost 30 euros.|knife was found.
The|A bronze|His = statue = of the king.|was removed.|fell.|in the park.|stands at the gate.
The|A new|By = statute = was changed.|of limitations.|is clear.|the king is head.|forbids it.
He was small in|Her|A man of = stature = and strong.|grew.|as a poet.|was never in doubt.|in the party.
They tried to|Thieves|They = steal = a car.|two bikes.|the show.|data.|from the poor.
The|A|Prices of = steel = works closed.|fell.|bridge was built.|gate was locked.|and coal rose.
He wore a|The|A law = suit = was blue.|and tie.|against the firm.|was filed.|cost 900 euros.
A hotel|The|Their = suite = was booked.|of rooms.|cost 400 euros.|on the top floor.|was empty.
A|The|It was = sweet = shop.|potato crop.|victory.|wine was served.|smell of bread.
The|A long|Its = tail = was cut.|of the plane.|is white.|lights were off.|wagged.
It is a|The|A fairy = tale = of two cities.|is true.|was told.|ends well.|for children.
It was colder|He is older|More = than = last year.|the mayor.|expected.|90 people came.|she is.
They ate and|Since|By = then = they left.|it rained.|the shop was shut.|prices rose.|she was nine.
They lost|It is|All = their = homes.|money.|fault.|sons went to war.|first win.
It is over|We went|The police were = there = on Friday.|in May.|again.|when it fell.|at nine.
The people say|She said|If = they're = tired.|not coming.|late again.|happy, we pay.|here to stay.
A|The|She was = thorough = search was made.|review is needed.|and fair.|report.|inquiry failed.
They walked|He got|A bus = through = the park.|the winter.|it all.|to the final.|the north.
He|They|She = threw = a stone.|the ball.|out the case.|him a rope.|bottles at the police.
The|He gave up the|She came to the = throne = in 1936.|was empty.|of Spain.|at 19.|passed to his son.
He was|They were|It was = thrown = out.|from the car.|into jail.|in the river.|a party.
The|At high|A rising = tide = was out.|it floods.|of crime.|turned.|lifted the boat.
They|The score was|She was = tied = 2-2.|to a chair.|for first.|the knot.|with a rope.
They want|She went|The road = to = Rome.|leave.|the market.|see it.|a village.
It was|They paid|She was = too = much.|late.|tired.|expensive.|weak to stand.
It has no power|They were asked to leave but did not want|He did not have = to = .|, she said.|, so he stayed.|; the law is clear.|until now.
She came|The mayor was there|He was hurt = too = .|, she said.|, and two boys.|on Friday.|in the end.
The|A race|They lost = track = was wet.|of time.|record fell.|is 400 metres.|and field.
A|The|They bought a = tract = of land.|against war.|was sold.|is 90 acres.|of forest.
The|A hiking|On the = trail = of the thief.|was closed.|is steep.|through the forest.|led to a barn.
The|A|His = trial = began.|of the drug.|was fair.|judge left.|in May.
Hiking|The|Two = trails = were closed.|in the park.|are steep.|for walkers.|lead to the lake.
The|Drug|Two = trials = were held.|of the vaccine.|failed.|in May.|began on Monday.
They waited in|It was a|All was in = vain = .|attempt.|for help.|hope.|man, she said.
A|The|They opened a = vein = was cut.|of gold.|in his leg.|is blocked.|and found it.
Prices|The rules|Results = vary = from town to town.|widely.|by age.|with the season.|a lot.
It was|She is|They were = very = cold.|late.|happy.|small.|tired.
They had to|The|Patients = wait = for hours.|was long.|a year.|until Friday.|in the rain.
The|His|They lost = weight = of the snow.|was 90 kilos.|fell.|after the illness.|in May.
They will|She agreed to|Banks = waive = the fee.|her right.|the fine.|charges.|the rule for now.
A|The|They = wave = hit the boat.|of strikes.|flags.|was six metres high.|to the crowd.
Dogs|They|Cattle may = wander = the streets.|in the park.|off.|through the town.|at night.
They|No|I = wonder = why he left.|he won.|what happened.|if it works.|who paid.
They|Doctors|It should = warn = of floods.|drivers.|that it will rise.|people.|against it.
The tyres were|She had|It was = worn = out.|a hat.|by the king.|only once.|at the back.
A|The|Its = weak = pound hurt trade.|currency helps.|start cost them the match.|government fell.|bridge was shut.
The|Last|In a = week = began badly.|it rained.|two men left.|of talks.|was quiet.
The|Bad|In cold = weather = was bad.|delayed it.|forecast is good.|they wait.|stopped play.
They asked|It is unclear|The question is = whether = he knew.|to leave.|it works.|she or he paid.|the bank will lend.
They|Two men|The streets = were = there.|hurt.|in the car.|not told.|empty.
That is|He asked|The house = where = it began.|she lived.|he was.|they met.|two died.
The plan,|A rule|The day on = which = it fell.|failed, cost 9 million.|is new.|he lost.|she saw, was sold.
The|A|An old = witch = was burned.|hunt began.|trial was held in 1650.|of the north appeared.|and her cat lived here.
He asked|A man|She knows = who's = there.|coming.|to blame.|been waiting.|in charge.
He asked|A man|It is unclear = whose = car it was.|son died left.|house burned wept.|fault it was.|money it is.
He said|If|I hope = you're = late.|a nurse, apply.|well.|not alone.|here to stay.
It is|Take|He has = your = dog.|money.|coat.|letter here.|own key.
The price of|Members of|One = of = the bread.|the council.|his sons.|two men.|them left.
`;

/** The plain uses of each word. */
export const PLAIN_USES: ReadonlyMap<string, readonly string[]> = PATTERNS.trim()
  .split('\n')
  .reduce((uses, line) => {
    const [before = '', word = '', after = ''] = line.split(' = ');
    const sentences = before
      .split('|')
      .flatMap((start) => after.split('|').map((end) => `${start} ${word} ${end}`))
      .map((sentence) => sentence.replace(/ (?=[.,])/gu, '').replace('“ ', '“'));
    const key = word.toLowerCase();
    return uses.set(key, [...(uses.get(key) ?? []), ...sentences]);
  }, new Map<string, readonly string[]>());
