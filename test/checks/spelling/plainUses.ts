/**
 * Plain uses in news of words that look like others, whether or not the check of confused words
 * compares them: the text before the word, the word, and the text after it. Three beginnings and
 * five ends make fifteen sentences.
 */
const PATTERNS = `
The club will|She was asked to|Ministers refused to = accept = the offer.|a lower price.|any blame for the delay.|cash only.|that the road is unsafe.
All the shops shut|Nobody came|The streets were empty = except = for the bakery.|on Sunday.|two police cars.|the mayor.|when it rained.
The school had to|Farmers must|Small firms quickly = adapt = to the new rules.|their methods.|or close.|the barn for guests.|as prices rise.
The council may|Members voted to|They want to = adopt = the plan.|a new budget on Monday.|two children.|the same rules.|stricter limits.
The lawyer's|Her|This legal = advice = came on Monday.|about the lease was ignored.|cost 900 euros.|from two experts was wrong.|helped the family.
Doctors|The bank will|We strongly = advise = patients to wait.|against the trip.|the council on housing.|him to sell.|that the lake is closed.
The strike will|It did not|These cuts = affect = 300 families.|the price of bread.|bus services.|our schools most.|everybody in the valley.
The rule's|The drug's|A second = effect = was a rise in rents.|on sales is small.|is not known.|of the strike was felt at once.|lasted two days.
The closure|This disease|Noise at night = affects = about 40 pupils.|sleep.|both banks of the river.|most of the trade.|children under five.
The long-term|All|Its worst = effects = of the spill are unknown.|were felt in spring.|on trade were small.|came later.|hit the small shops.
The first|Food|More foreign = aid = reached the camp on Friday.|was promised.|for the victims arrived.|to the region was cut.|worth 3 million euros is on its way.
A close|The minister's|One former = aide = to the governor resigned.|said so on Sunday.|declined to comment.|wrote the letter.|was arrested.
Her|Two senior|The senator's = aides = spoke on Monday.|left the room.|to the president were fired.|wrote the speech.|deny it.
Her hearing|Two|The new teaching = aids = were delivered.|cost 900 euros.|for the school arrived.|are free.|broke on Friday.
Dogs are not|Children are|Visitors were = allowed = on the beach.|in the hall.|to see the files.|after dark.|on the lawn.
The clerk read the names|She laughed|He wondered = aloud = at the meeting.|on Friday.|in court.|and left.|for the first time.
The owners cannot|Heavy rain may|It would = alter = the facade.|the course of the river.|the plan.|nothing.|the balance of power.
The old|A new|The church's = altar = was damaged in the fire.|fell on Saturday.|is 600 years old.|of oak was stolen.|will be restored.
The shelves were|The rooms are|The walls stayed = bare = on Monday.|and cold.|for two years.|after the sale.|in winter.
The|One brown|The hunted = bear = was seen near the village.|hid on Sunday.|and her cubs crossed the road.|ran off.|that killed two sheep is dead.
The army's|A naval|Its main = base = is near the coast.|on the island was closed.|for the search is a school.|was attacked on Friday.|of 400 soldiers burned.
The band's|A|His = bass = was stolen.|cost 900 euros.|fell off the stage.|of four kilos was caught.|filled the hall.
The player was|Two girls were|She was = born = in Leeds.|on a farm.|in 1962.|to Polish parents.|at the hospital.
The cost was|The loss is|The coffin was = borne = by the owners.|by six officers.|with patience.|by the whole family.|in silence.
The bus driver's|Faulty|Its = brakes = failed on the hill.|were worn.|caused the crash.|on the truck were checked.|squealed on Monday.
The pump|It|The old boat = breaks = down every winter.|the rules, the club said.|up in storms.|every year.|the ice in spring.
The runner's|Her|The dog's = breath = was short.|smelled of wine.|froze in the air.|came in gasps.|could be heard.
Patients cannot|Divers learn to|The town could = breathe = without help.|under water.|again.|through a tube.|easily on Sunday.
They could|Tourists|We will = buy = the land.|a ticket.|bread at the market.|two more buses.|nothing here in winter.
The house was hit|He was seen|The plan was rejected = by = a neighbour.|the council in May.|38 people.|all parties.|Friday evening.
The|The hidden|A large = cache = of weapons was found.|was in a barn.|of letters turned up.|in the forest was empty.|contained 12 rifles.
The|Stolen|Her = cash = was kept in a box.|from the till is gone.|for the repairs ran out.|and two phones were taken.|paid the rent.
The old|A bronze|The rusty = cannon = stands in the park.|was stolen.|at the gate was fired.|on the wall is a copy.|dates from 1780.
The cathedral's|A retired|The = canon = said prayers.|of York was there.|died in 1998.|spoke at the service.|wrote the book.
The country's|The old|Its = capital = was flooded.|fell on Monday.|of the region is Oulu.|has two airports.|and its ports were shut.
The US|The old|Outside, the = Capitol = was closed on Monday.|in Washington was lit.|steps were cleared.|building is open.|was searched.
Voters|The two men|Both had = cast = their ballots.|doubt on the plan.|a shadow.|their nets.|no vote.
India's|The|An old = caste = system is ancient.|was poor.|of the weavers has few rights.|has few members.|may not be named.
The factory|All work|The fighting = ceased = in 2003.|on Friday.|to exist.|at noon.|for good.
Customs officers|Police|Rebels = seized = the boat on Monday.|two tons of tea.|the airport.|his phone.|power in May.
His|The prison|One cancer = cell = was searched.|with two men burned.|at the station is empty.|can be enough.|is four metres wide.
They want to|Shops may not|She had to = sell = the farm.|bread to children.|her shares.|at that price.|fireworks before Friday.
The|A new breakfast|Their = cereal = rose in price.|with milk is cheap.|was recalled.|crops failed.|for breakfast is fine.
The|A|One = serial = killer was caught.|number is missing.|novel in six parts sold well.|about nurses starts in May.|fraud was suspected.
The voters'|Her|The first = choice = was between two plans.|is to leave.|of the board was Mr Hale.|was easy.|surprised them.
They may|Voters will|You can = choose = a new mayor.|the colour.|between the two.|freely.|to stay at home.
The jury|He|In the end they = chose = a smaller room.|to stay.|her novel.|not to appeal.|Oslo in 1990.
Lawyers|The authors|Critics = cite = three cases.|the cost of heating.|a study from 2019.|no source.|her as an example.
The building|A camp|The whole = site = was shut on Friday.|is near the river.|was sold.|of the crash is fenced.|must be cleared.
The report|He often|The lawyer = cites = two witnesses.|a letter of 1912.|the rules.|her research.|noise as the cause.
Two|Both|The historic = sites = were closed.|are near the river.|will be sold.|for new homes were named.|in the north are safe.
The|A|Some = coarse = sand covered the path.|cloth was used.|joke fell flat.|wool makes warm coats.|salt is cheap.
The golf|The|Her = course = was flooded.|in Spanish is full.|of the river changed.|starts in May.|costs 900 euros.
The wines|The maps|These rules = complement = the dishes.|the text.|each other.|existing laws.|what is known.
The|Her|The coach's = compliment = to the cook was kind.|made him smile.|pleased him.|from a rival was a surprise.|on her work came late.
His guilty|Her|The nation's = conscience = was clear.|was stirred.|did not allow it.|troubled her.|is at stake.
The man was|Patients are|Voters are = conscious = on arrival.|of the cost.|of their rights.|again.|of what it means.
The French|The town's|An honorary = consul = visited the jail.|in Genoa was told.|of Norway resigned.|left on Friday.|served for six years.
The town|A city|One parish = council = voted on Monday.|refused to pay.|meeting was short.|in York agreed.|will build 40 homes.
Defence|The family's|His legal = counsel = asked for more time.|spoke for an hour.|to the inquiry resigned.|said nothing.|called two witnesses.
The|Its|A small = core = of the dispute is money.|team remained.|was removed.|samples were taken.|subjects are taught.
The Marine|The press|The diplomatic = corps = left the base.|was invited.|members met in Rome.|wrote to the king.|gathered at noon.
The whole|Her|A poor = country = voted on Sunday.|went bankrupt in 1998.|cannot pay that.|has no coast.|was at war.
The|Kent|A rural = county = council met.|court heard the case.|lost two schools.|has 40 libraries.|cricket began.
The|A local|One = dairy = farm was sold.|product was banned.|herd was infected.|cooperative closed.|cow won a prize.
Her|His|The soldier's = diary = covers 40 years.|was found.|and his letters are lost.|is in the museum.|has gaps.
It is a|He is a|They got a = decent = man, she said.|home for all.|crowd for a Monday.|wage.|result.
The plane's|The|A steep = descent = into chaos followed.|took an hour.|began at noon.|to the lake is closed.|was dangerous.
The judge's|All|Political = dissent = was silenced.|is rare.|of 12 pages was read.|in the party grew.|came late.
The bomb|A small|Her medical = device = was found in a bag.|exploded.|measures pulse.|can be hacked.|broke in 2019.
They must|She wants to|Engineers = devise = a new plan.|a test for children.|better rules.|ways to save water.|methods of their own.
A|The|His = dual = nationality was lost.|carriageway is closed.|role ended.|career began late.|control failed.
The|A|The penalty = duel = of 1837 is famous.|with pistols was fought at dawn.|decided the match.|between old rivals followed.|was banned.
An|One|The most = eminent = historian of Bern spoke.|surgeon testified.|lawyer left.|scientist of all died.|guest was late.
War is|A strike seemed|Her release was = imminent = , he warned.|on Monday.|for weeks.|at noon.|when they met.
The rules|Guards|They want to = ensure = that nobody is hurt.|fair elections.|safety.|the money is spent well.|all children can swim.
They could not|Owners must|Few firms = insure = the house.|their cars.|against floods.|old ships.|farmers.
The county|The|A trade = fair = opens on Friday.|drew 9,000 people.|was cancelled.|in the park is free.|ended early.
The bus|A taxi|The single = fare = rose to 3 euros.|was paid in coins.|is too high.|from the airport doubled.|for children is low.
The ball went|She walked|The new stop is = farther = than before.|north.|from the school.|along the coast.|down the road.
Her|The boy's|Their = father = died in 1990.|was a miner.|of three was hurt.|worked here.|told the police.
The|A rare|Her great = feat = of engineering took years.|came in 1964.|was a record.|made the news.|is hard to repeat.
Her|His|The man's = feet = were cold.|hurt after the race.|left prints in the snow.|are two sizes larger.|got wet.
They hope to|They could not|We = find = the driver.|a cure.|two more bodies.|that unfair.|it hard to sleep.
The court|A judge|They = fined = 500 companies.|the council for the leak.|two drivers.|the club on Monday.|him after the match.
The league|The tax office|Inspectors = fined = both clubs.|the company after the spill.|him for dissent.|them a record sum.|three restaurants.
They want to|Two parties may|The clubs hope to = form = a government.|one league.|a human chain.|a queue.|an alliance.
The train|A man|A letter = from = London was late.|the north came first.|2019 was found.|the mayor arrived.|two doctors was read.
The hall was|The plan was|She was = formally = opened on Monday.|named in May.|presented to voters.|invited.|asked to leave.
The hall was|The bank was|It was = formerly = a cinema.|the largest in Wales.|run by nuns.|known as Holm House.|in Ghent.
They went back and|It swung back and|She went back and = forth = all day.|between the two towns.|on Friday.|for years.|until dawn.
Her|The|Their = fourth = goal was late.|try failed.|child was born.|visit is in July.|floor was empty.
The town|A sports|The dining = hall = was full.|shut on Friday.|will be sold.|of the school burned.|holds 300 people.
The|A large|The first = haul = of stolen phones was found.|was worth 2 million.|filled two vans.|of fish was good.|came ashore.
They could not|The court will|We = hear = the alarm.|the case in May.|two witnesses.|that every day.|from him again.
The bus stops|They lived|The old mill stood = here = on Friday.|until 1950.|for years.|every hour.|at the time.
Neighbours|The court|We = heard = a bang.|the case on Monday.|two shots.|nothing.|that the mill closed.
The|A|His = herd = of deer was counted.|grew to 90 cows.|was infected.|crossed the road.|is worth a fortune.
Prices were|The tower is|The wall is = higher = than last year.|now.|this week.|at one end.|still.
They will|They could not|Shops = hire = two nurses.|a car.|staff for Christmas.|him again.|former soldiers.
The|A deep|A second = hole = in the roof leaked.|near the fence was dug.|was found.|of two metres opened.|let in the rain.
The|Her|Their = whole = family came.|village was flooded.|day was lost.|school cheered.|story is untrue.
The|A|Their = holy = city was closed.|book was burned.|place is small.|shrine opens at dawn.|water was blessed.
The firm is|It was|They are = wholly = owned by the state.|wrong.|new.|unprepared.|in private hands.
An|The first|The last = hour = was quiet.|of the match was dull.|passed.|counts.|before dawn is cold.
We lost|This is|They saw = our = home.|house again.|children.|duty.|money.
A|The|One = human = error was to blame.|being survived.|rights group complained.|bone was found.|voice was heard.
A|The most|One = humane = way exists.|law was passed.|plan won.|prison is possible.|answer came.
He said|She thinks|I hear = it's = over.|cold in the hall.|a good plan.|not enough.|been a long year.
The club sold|The party lost|The bank closed = its = branch.|seat.|office.|first shop.|archive last year.
They|Nobody|We = knew = the driver.|about the leak.|what to do.|each other well.|him as a boy.
The|Two|Some = new = buses arrived.|schools open in May.|rules were made.|roads opened.|homes are planned.
Doctors do not|We|They = know = the cause.|what happened.|each other.|him well.|about the leak.
There was|He had|They found = no = money left.|reason to wait.|trace of the boat.|time.|witness.
The mill is|The rule is|It is = now = half empty.|known to all.|on sale.|in force.|the largest in Wales.
It will|The talks could|They hope to = lead = to war.|the team to Rome.|the march.|in the polls.|by noon.
She|The man|He = led = the march.|them to the mill.|by two strokes.|for nine years.|a team of six.
The land was|Two cars were|The shop is = leased = to a farmer.|for years.|until 2030.|from the city.|for 900 euros.
At|For at|It costs at = least = two euros.|as much.|nine euros a day.|a month's pay.|some of the money.
It would|Trees|The pills = lessen = the pain.|the noise.|the risk of fire.|its impact.|the burden.
The|Her|A hard = lesson = for the club came late.|in Greek is free.|was learned.|began at nine.|about money followed.
A bank|The|Her student = loan = was repaid.|of 3 million was refused.|to the club was secret.|deal failed.|had a rate of 4 percent.
The|A|One = lone = gunman was shot.|survivor was found.|voice disagreed.|mother of two won.|parent came.
A|The|Two = loose = cable caused the fire.|dog bit him.|stones fell.|change was taken.|screw was found.
They could|The town may|I did not = lose = its school.|the match.|100 jobs.|money.|hope.
They|She|We = made = a cake.|two mistakes.|it to the final.|progress.|a speech on Friday.
The|A|Her = maid = found the body.|of honour wept.|was paid in cash.|left at noon.|cleaned the room.
Her|Their|The couple's = marital = status changed.|problems grew.|home was sold.|trouble began.|bed was sold.
The|A|Their = martial = law ended on Monday.|art is old.|music was played.|spirit won.|club opened.
They will|They|We often = meet = in Oslo.|again in May.|the cost.|at the church.|their rivals on Sunday.
The|Red|Their = meat = rose in price.|was cheaper.|from Ireland is good.|is bad for you.|at the market was sold.
Her|The gold|His first = medal = came in Rome.|was sold.|for bravery was stolen.|hangs in the hall.|and a cheque are lost.
The|A|Their = metal = box was found.|roof was stolen.|prices fell.|fence was cut.|pipes froze.
Her two|The|Their = medals = came in Rome.|were sold.|for bravery were stolen.|hang in the hall.|and cheques are lost.
Most|Rare|The = metals = fell in price.|are needed for phones.|industry was hit.|such as tin rose.|were found in the river.
The|A coal|One = miner = was trapped.|in Wales died.|and a poet spoke.|came home on Friday.|from the north sang.
A|The|One = minor = injury was treated.|change was made.|league began.|crash was reported.|part was hers.
It is a|She raised a|They had a = moral = duty.|question.|victory.|point.|case for help.
The team's|Staff|The nurses' = morale = was low.|rose after the win.|is good.|at the factory fell.|suffered, she said.
The bill was|The plan was|The law was = passed = by 40 votes.|in May.|on Friday.|without debate.|in 2019.
The|Their|Its = past = week was quiet.|caught up with him.|was hidden.|mistakes hurt it.|success is no help.
Her|The fans'|His = patience = with the club is at an end.|ran out.|was rewarded.|has limits.|is needed.
Two|The|Most = patients = were moved.|wait a year.|with cancer were told.|left the ward.|are over 60.
The|A|Their = peace = talks failed.|treaty was signed in 1990.|was short.|plan was rejected.|prize was shared.
A|The last|One = piece = of glass hit her.|was sold.|in the paper was wrong.|of land is left.|is missing.
The|Its|The highest = peak = was in snow.|season is short.|of the mountain was seen.|came in May.|has two names.
They took a|She had a|He stole a = peek = inside.|at the plans.|behind the curtain.|through the fence.|on Friday.
They were|He was|A sect = persecuted = for their faith.|by the regime.|in the war.|for years.|because of a book.
They were|He was|Nobody was = prosecuted = for theft.|by the state.|in May.|for years.|after the spill.
Her|The|A few = personal = reasons were given.|letters were burned.|items were stolen.|notes survive.|details leaked.
Military|The|All medical = personnel = were sent home.|are tired.|from 12 states came.|on the base were warned.|left early.
Her|The|A new = perspective = changed the debate.|of the victims was ignored.|on the war is needed.|helps.|came from Oslo.
A|The|One = prospective = buyer withdrew.|student came.|tenant waited.|candidate spoke.|employer asked.
The|A|One = plain = fact was ignored.|text was read.|white shirt was found.|brick house burned.|loaf costs 3 euros.
The|A small|One = plane = crashed.|landed safely.|to Rome was full.|with 90 people on board turned back.|was late.
The|A wooden|One = pole = fell on a car.|was cut.|with a flag broke.|vault final is on Friday.|holds up the tent.
The|A new|One = poll = was held.|shows a lead.|of 900 voters was wrong.|by the paper counts.|came out on Sunday.
The|An indoor|Their = pool = closed in May.|is heated.|of talent is small.|at the hotel is shut.|opens on Friday.
Two|The|Wooden = poles = fell.|were cut.|hold up the tent.|broke in the storm.|with flags fell.
The|Two|Most = polls = close at ten.|show a lead.|were wrong.|opened at seven.|by the paper are read.
The|Some|Most = poor = families moved.|people paid.|children walk.|farmers left.|towns lost out.
They|People|Fans will = pour = into the square.|the milk away.|out of the stadium.|money into the club.|through the gates.
The|Half the|Its = populace = fled.|was told to boil water.|is angry.|grew.|supports him.
The most|A|One = populous = state voted.|city was hit.|region is north of Rome.|valley was flooded.|country lost.
They|People came to|We = pray = for rain.|at the shrine.|every day.|in silence.|that he lives.
Its|The lion's|An easy = prey = is mice.|escaped.|was a rabbit.|hides at night.|was found dead.
A storm|The talks|A dinner = preceded = the vote.|the fire by a day.|the match.|the speech.|his death.
The march|They|She = proceeded = to the square.|without him.|on Friday.|with the sale.|slowly.
The|A former|Russia's = premier = resigned.|was in Oslo.|of Ontario agreed.|league club lost.|spoke for an hour.
The film's|A world|The = premiere = was in Oslo.|of the opera is sold out.|drew stars.|is on Friday.|went well.
The|His|A police = presence = was felt.|in the town calmed them.|of nitrate was found.|at the rally was small.|reassured them.
The|Her|Their Christmas = presents = were stolen.|for the children arrived.|cost 400 euros.|lay under the tree.|from her aunt were late.
The|A school|Its = principal = resigned.|dancer fell.|cause was rain.|reason is money.|spoke.
The|This|A simple = principle = of law was upheld.|is at stake.|is simple.|that all are equal won.|guides them.
School|The|Two = principals = met.|were fired.|wrote to parents.|said so.|in the district agreed.
The|Their|These = principles = of law are old.|are clear.|matter.|were agreed.|guide the court.
The|A small|Its net = profit = rose.|was 3 million.|fell by half.|warning was issued.|on the sale was small.
The|A|Their = prophet = of doom was wrong.|was mocked.|came to his town.|and poet died.|spoke.
The|A|One = quiet = street was closed.|night followed.|boy was seen.|village woke up.|man of few words won.
It was|She is|They were = quite = cold.|a surprise.|sure.|small.|happy with it.
The|A fishing|Their = quota = was met.|of 90 tons is small.|is set in Brussels.|for women passed.|was cut.
The|A|Her = quote = was false.|from a letter was read.|for the repairs was high.|of the day made them laugh.|is from Goethe.
Heavy|The|More = rain = fell.|stopped play.|is expected.|damaged crops.|came in May.
The|His|The queen's = reign = of nine years began.|lasted nine years.|ended in 1901.|of terror is over.|was short.
They gave him free|She was given free|He has free = rein = on costs.|to spend.|in the club.|at last.|over the team.
He|The king|Chaos = reigns = in the north.|again.|supreme.|at the station.|over a small island.
She held the|He took the|They have the = reins = of power.|in 2019.|for a year.|of the horse.|at the club.
His|The|The ambassador's = residence = is in Rome.|permit expired.|was attacked.|of the mayor burned.|has 20 rooms.
The|Local|Two = residents = were angry.|of the home died.|complained.|voted no.|can park here.
They listened|He bowed|She spoke = respectfully = to the judge.|and left.|of her rival.|for an hour.|at the grave.
They won gold and silver|The two are 20 and 30|Rents rose by 3 and 4 percent = respectively = .|, the agency said.|, and more in May.|last year.|on Friday.
They were|She was|You are = right = to do so.|about that.|in the end.|to complain.|again.
They|She could not|Children = write = to Santa.|a letter.|about war.|the same thing.|in English.
The|A main|Their = road = was closed.|to Rome is wet.|is wet.|from the airport was blocked.|surface froze.
She|They|He = rode = a horse.|to victory.|on a bus.|his bike home.|through the town.
Her|The|A leading = role = was small.|in the film went to him.|of the police is unclear.|was cut.|as a witness ended.
The|One|Their = roll = of film was lost.|call was read.|was buttered.|of honour is long.|fell.
Their|The|Two = roles = are unclear.|in the film were cut.|were cut.|for women are rare.|changed.
Bread|Two|The = rolls = were sold.|of film were lost.|cost 1 euro.|and butter were served.|fell.
The|Its|One = root = cause is money.|of the problem is known.|was cut.|vegetable is cheap.|grew through the pipe.
The|A new|Their = route = was changed.|to Rome is closed.|is longer.|passes the school.|of the march was kept secret.
Her|The|Its = roots = are in Ghana.|of the tree broke.|go deep.|were cut.|lie in the north.
Bus|The|Two = routes = were cut.|to Rome are closed.|are closed.|through the valley flooded.|changed.
They will|The boats|Two ships = sail = for France.|to Malta.|on Sunday.|around the cape.|at noon.
The|A garage|The first = sale = was on Friday.|was cancelled.|price fell.|of the club failed.|drew a crowd.
The|A grim|The whole = scene = was grim.|of the crash was sealed.|in the film was cut.|shocked them.|is set in Rome.
He was|She was last|They were = seen = on Friday.|in May.|near the bridge.|in Rome.|as rivals.
The|A rough|Their = sea = was calm.|is cold.|level rose.|near Crete froze.|was to blame.
We|They can|Doctors = see = the road.|a rise in cases.|no reason to wait.|it as a threat.|each other.
The|Those|Her = several = jobs paid little.|witnesses spoke.|books sold well.|attempts failed.|homes were sold.
They may|It would|Both will = sever = ties.|the link.|all contacts.|relations.|a nerve.
A|The|One = severe = storm came.|injury was seen.|drought began.|weather warning was lifted.|case of flu was found.
The|A rare|His = sight = was restored.|of land cheered them.|shocked her.|is failing.|drew tourists.
The|Tourist|Its = sights = are closed.|and sounds amazed them.|were set high.|on the rifle were bent.|of Rome drew crowds.
The|His|Her = sole = aim is profit.|survivor spoke.|owner sold the firm.|witness was a boy.|rival quit.
The|A lost|Her = soul = of the party was gone.|music band played.|is at peace.|singer died.|was there.
Her|The|One = son = was hurt.|of a miner won.|is nine.|was born in May.|and two daughters left.
The|A hot|The morning = sun = rose at six.|was hot.|was shining.|set, and they left.|cream was sold.
This|That|A new = sort = of game was played.|is rare.|of tax was planned.|of help came.|was sold.
They|She|Police = sought = help.|a ban.|two men.|to stop it.|asylum in Norway.
A large|The|A 20 percent = stake = in the firm was sold.|was sold.|is worth 3 million.|fell in value.|in the bank is safe.
His|The|A rare = steak = was raw.|with chips was cold.|and two beers arrived.|cost 30 euros.|knife was found.
The|A bronze|His = statue = of the king was removed.|was removed.|fell.|in the park was painted.|stands at the gate.
The|A new|This = statute = was changed.|of limitations ran out.|is clear.|makes the king head.|forbids it.
His|Her|The club's = stature = grew.|as a poet grew.|was never in doubt.|in the party fell.|is small.
They tried to|Thieves|Some people = steal = cars.|two bikes a day.|the show.|data.|from the poor.
The|A|One = steel = works closed.|maker failed.|bridge was built.|gate was locked.|plant burned.
His|The|A law = suit = was lost.|and a tie were found.|against the firm failed.|was filed.|cost 900 euros.
A hotel|The|Their = suite = was booked.|of rooms burned.|cost 400 euros.|on the top floor is taken.|was empty.
A|The|Her = sweet = shop was sold.|potato crop failed.|victory came late.|wine was served.|smell of bread drew them in.
The|A long|Its = tail = was cut.|of the plane broke.|is white.|lights were off.|wagged.
The|A|This fairy = tale = of two cities is long.|is true.|was told.|ends well.|for children sold well.
It was colder|He is older|They were later = than = last year.|the mayor.|expected.|most people.|she is.
They left and|Since|By = then = it rained.|they had left.|the shop was shut.|prices rose.|she was away.
They lost|It is|Here are = their = homes.|money.|plans.|sons.|winners.
They stayed|We were|The police came = there = on Friday.|in May.|again.|when it fell.|at nine.
The people say|She said|He hopes = they're = tired.|not coming.|late again.|happy there.|here to stay.
A|The|One = thorough = search was made.|review is needed.|report came out.|inquiry failed.|test was done.
They came|He got|We went = through = the park.|the winter.|it all.|to the final.|the north.
He|They|She = threw = a stone.|the ball.|out the case.|him a rope.|bottles at the police.
The|Spain's|Her = throne = was empty.|was lost in 1936.|of gold was stolen.|passed to his son.|room burned.
He was|They were|She was = thrown = out.|from the car.|into jail.|in the river.|off the bus.
The|A high|A rising = tide = was out.|came at six.|of crime was feared.|turned.|lifted the boat.
They are|The score was|She was = tied = 2-2 at noon.|to it.|for first.|in knots.|with a rope.
They want|She asked|He hopes = to = leave.|win.|stay.|see it.|speak.
It has no power|They were asked to leave but did not want|He did not have = to = .|, she said.|, so he stayed.|; the law is clear.|until now.
It was|They are|She is = too = much.|late.|tired.|expensive.|weak to stand.
The|A race|Their = track = was wet.|record fell.|is 400 metres long.|and field team won.|closed.
A|The|One = tract = of land was sold.|against war was read.|was sold.|is 90 acres.|of forest burned.
The|A hiking|The muddy = trail = of the thief was lost.|was closed.|is steep.|through the forest is wet.|led to a barn.
The|His|The murder = trial = began.|of the drug failed.|was fair.|judge left.|ended in May.
Hiking|The|Two = trails = were closed.|in the park are wet.|are steep.|for walkers opened.|lead to the lake.
The|Drug|Two = trials = were held.|of the vaccine began.|failed.|ended in May.|began on Monday.
They waited in|It was all in|He called in = vain = .|for help.|, she said.|for two hours.|on Friday.
A|The|His = vein = was cut.|of gold was found.|in his leg burst.|is blocked.|runs through the hill.
Prices|The rules|Results = vary = from town to town.|widely.|by age.|with the season.|a lot.
It was|She is|They were = very = cold.|late.|happy.|small.|tired.
The|A long|Their = wait = was long.|ended.|is over.|lasted until Friday.|in the rain was worse.
The|His|Its = weight = broke the roof.|was 90 kilos.|fell.|after the illness fell.|surprised them.
They will|She agreed to|Banks = waive = the fee.|her right.|the fine.|charges.|the rule for now.
The|A|A high = wave = hit the boat.|of strikes began.|was six metres high.|sank it.|of heat is near.
Dogs|They|Cattle may = wander = the streets.|in the park.|off.|through the town.|at night.
They|Locals|We = wonder = why he left.|if he won.|what happened.|if it works.|who paid.
They|Doctors|It should = warn = of floods.|drivers.|that it will rise.|people.|against it.
The tyres were|The steps are|It was = worn = out.|smooth.|by the king.|only once.|at the back.
A|The|Its = weak = pound hurt trade.|currency helps.|start cost them the match.|government fell.|bridge was shut.
The|Last|That = week = began badly.|was cold.|two men left.|of talks was quiet.|was quiet.
The|Bad|Cold = weather = delayed it.|came early.|forecast was wrong.|is expected.|stopped play.
They asked|It is unclear|The question is = whether = he knew.|to leave.|it works.|she or he paid.|the bank will lend.
They|Two men|The boys = were = there.|hurt.|in the car.|not told.|hungry.
That is|He asked|The house = where = it began.|she lived.|he was.|they met.|two died.
A rule|The bill|The plan = which = failed was costly.|she made is new.|he lost was his.|won was hers.|they chose is cheap.
The|A|An old = witch = was burned.|hunt began.|trial was held in 1650.|of the north appeared.|and her cat lived here.
She knows|He asked|It is clear = who's = there.|coming.|to blame.|been waiting.|in charge.
A man|A girl|The woman = whose = car it was left.|son died spoke.|house burned wept.|dog bit him paid.|money it is came.
He said|I know|I hope = you're = late.|a nurse.|well.|not alone.|here to stay.
It is|Take|He has = your = dog.|money.|coat.|letter here.|own key.
The price|Most|A part = of = the bread is lost.|the council agreed.|his land was sold.|it is here.|them left.
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
