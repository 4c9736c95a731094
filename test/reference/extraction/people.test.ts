import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entitiesIn, namesIn, rolesIn } from './extracted.js';
import { buildBase } from '../../../server/reference/indexSource.js';

describe('people extracted from an article', () => {
  it('have names in many languages', () => {
    assert.deepEqual(
      namesIn(
        'The jury heard Nguyễn Thị Minh Khai and Siobhán Ní Bhriain. Luís Díaz scored for Erik ten Hag. ' +
          'Ms. Ngozi Okafor-Bello thanked Bashar al-Khatib, Þórdís Jónsdóttir and Jean-Luc Picardeau. ' +
          'Robert Quist Jr. met J. R. Adeyemi and Shaun O’Dell.',
        'person',
      ),
      [
        'Nguyễn Thị Minh Khai',
        'Siobhán Ní Bhriain',
        'Luís Díaz',
        'Erik ten Hag',
        'Ngozi Okafor-Bello',
        'Bashar al-Khatib',
        'Þórdís Jónsdóttir',
        'Jean-Luc Picardeau',
        'Robert Quist Jr.',
        'J. R. Adeyemi',
        'Shaun O’Dell',
      ],
    );
  });

  it('are recognised from names in capitals in a transcript', () => {
    const named = (text: string): readonly string[] => namesIn(text, 'person');
    assert.deepEqual(
      named('ADA ROE (mayor of Lund): We wait.\n\nREPORTER: Why?\n\nROE: It rained.'),
      ['Ada Roe'],
    );
    assert.deepEqual(
      named(
        'We met Ewan MacLeod.\n\nMR. MACLEOD: We wait.\n\nJAN VAN DER MEER: Why?\n\nMARY O’NEILL: No.\n\nMACLEOD: So.',
      ),
      ['Ewan MacLeod', 'Jan van der Meer', 'Mary O’Neill'],
    );
    assert.deepEqual(named('CLLR ADA ROE: We wait.\n\nCLLR TULL: Why?\n\nCLLR ROE: It rained.'), [
      'Ada Roe',
      'Tull',
    ]);
    // One label does not make a transcript.
    assert.deepEqual(named('NASA: The launch is off. It rained in Lund all day.'), []);
  });

  it('are no newspapers and stations whose reporters ask in a transcript', () => {
    const text =
      'COASTLINE RADIO: When does it open?\n\nADA ROE: In May.\n\nLUND POST: Who pays?\n\nADA ROE: The town.\n\nEMILY POST: I pay.';
    assert.deepEqual(namesIn(text, 'person'), ['Ada Roe', 'Emily Post']);
    assert.deepEqual(namesIn(text, 'body'), ['Coastline Radio', 'Lund Post']);
  });

  it('have their names in the usual case where a text has all of them in capitals', () => {
    assert.deepEqual(
      namesIn(
        'Fined at the sitting of 4 May: HALVARD BRENNIG, of Mill Lane, 80 pounds; ODETTE VASKIN, of Quay Road, 120 pounds. NORDIC TIMBER pays 10 pounds, the TORVALD NEWS 20.',
        'person',
      ),
      ['Halvard Brennig', 'Odette Vaskin'],
    );
  });

  it('have names without abbreviated titles, with and without a full stop', () => {
    assert.deepEqual(
      namesIn(
        'We met Cllr Moira Kestrel, Cllr. Bo Tarn, Ald Hesketh Boon, Ald. Una Prowse, Rev Agnes Tallis, Revd. Joy Lamb, ' +
          'Sgt Lowri Pask, Sgt. Idris Vole, Supt Bryn Colley, DCI Imogen Sallow, PC Dewi Arkwright, PCSO Nell Fanthorpe, ' +
          'Flt Lt Asha Benn, Brig. Gen. Rosalba Quintero, Lt Col Jack Prout, Fr Luke Dorn and Msgr. Piet Aalst. ' +
          'They read DC Comics at PC World.',
        'person',
      ),
      [
        'Moira Kestrel',
        'Bo Tarn',
        'Hesketh Boon',
        'Una Prowse',
        'Agnes Tallis',
        'Joy Lamb',
        'Lowri Pask',
        'Idris Vole',
        'Bryn Colley',
        'Imogen Sallow',
        'Dewi Arkwright',
        'Nell Fanthorpe',
        'Asha Benn',
        'Rosalba Quintero',
        'Jack Prout',
        'Luke Dorn',
        'Piet Aalst',
      ],
    );
  });

  it('have the ranks and civic titles before their names as roles, and posts with “member” and “holder”', () => {
    const text =
      'Cllr Ann Marsh, cabinet member for schools, spoke. Cllr Bo Tarn, portfolio holder for housing, left. ' +
      'DI Imogen Sallow stayed. Flt Lt Asha Benn flew. Olu Vance, vice-chair of the parish council, sat. ' +
      'Ivor Grange, board member of Westmere Water, slept. Cllr Mo Teale, Cabinet Member for Housing and Planning, rose. ' +
      'Priya Lorne, cabinet member for transport and the environment, agreed.';
    assert.deepEqual(rolesIn(text, 'Ann Marsh'), ['councillor', 'cabinet member for schools']);
    assert.deepEqual(rolesIn(text, 'Bo Tarn'), ['councillor', 'portfolio holder for housing']);
    assert.deepEqual(rolesIn(text, 'Imogen Sallow'), ['detective inspector']);
    assert.deepEqual(rolesIn(text, 'Asha Benn'), ['flight lieutenant']);
    assert.deepEqual(rolesIn(text, 'Olu Vance'), ['vice-chair of the parish council']);
    assert.deepEqual(rolesIn(text, 'Ivor Grange'), ['board member @ Westmere Water']);
    assert.deepEqual(rolesIn(text, 'Mo Teale'), [
      'councillor',
      'Cabinet Member for Housing and Planning',
    ]);
    assert.deepEqual(rolesIn(text, 'Priya Lorne'), [
      'cabinet member for transport and the environment',
    ]);
    assert.deepEqual(namesIn(text, 'body'), ['Westmere Water']);
  });

  it('are not churches, schools or places named after a saint', () => {
    const text =
      'Moira Kestrel said St Wenna’s had lost its roof. Ashgate Primary said it would help. ' +
      'Santa Lucena, a hill town, sent money. The delegation reached Santa Lucena on Friday.';
    assert.deepEqual(namesIn(text, 'person'), ['Moira Kestrel']);
    assert.deepEqual(namesIn(text, 'body'), ['Ashgate Primary', 'St Wenna’s']);
    assert.deepEqual(namesIn(text, 'place'), ['Santa Lucena']);
  });

  it('are not labels in capitals, bands or grades, and no body is either', () => {
    const text =
      'Motion 14: CARRIED by 7 votes to 3. Amendment 14A: LOST. Fire risk on the common: VERY HIGH. ' +
      'The bill for Band D rises. A home in Band D pays more. Action: MK. Moira Kestrel and Malcolm X agreed. ' +
      'NOTES TO EDITORS Contact us. He works for SHELTER.';
    assert.deepEqual(namesIn(text, 'person'), ['Moira Kestrel', 'Malcolm X']);
    assert.deepEqual(namesIn(text, 'body'), ['SHELTER']);
  });

  it('are named in full by the initials that label their answers', () => {
    const interview = (heading: string): string =>
      `${heading}\n\nQ: When did it rain?\n\nJM: At four. I told the school.\n\nQ: And then?\n\nJM: We left.`;
    const full = interview('Interview with Jelena Marchetti (JM), head of the flood team');
    assert.deepEqual(namesIn(full), ['Jelena Marchetti']);
    assert.deepEqual(namesIn(interview('Interview, 6 March, by telephone')), []);
    assert.deepEqual(namesIn('LEE: We wait.\n\nROE: Why?\n\nLEE: It rained.', 'person'), [
      'Lee',
      'Roe',
    ]);
  });

  it('have names without post-nominal letters', () => {
    assert.deepEqual(
      namesIn(
        'Rohan Deshpande KC opened. Mr Deshpande sat. Prof Ingrid Aas, PhD, and Dame Wendy Obi DBE left.',
      ),
      ['Rohan Deshpande', 'Ingrid Aas', 'Wendy Obi'],
    );
  });

  it('are recognised by an office after the name, and “Jan” by the surname', () => {
    assert.deepEqual(
      namesIn(
        "Defender Jan van der Westhuizen limped off in January. Oumar Ba, the club's youngest player, came on. " +
          'Suharti, an Indonesian interpreter who uses one name, sat. Harriet Marsh, a spokeswoman for the club, spoke to Li Na, a diplomat.',
        'person',
      ),
      ['Jan van der Westhuizen', 'Oumar Ba', 'Harriet Marsh', 'Li Na', 'Suharti'],
    );
    assert.deepEqual(
      namesIn('Voltmark, a maker of pumps, closed. Norwid, a rival, grew.', 'person'),
      [],
    );
  });

  it('may have names that end in a function word', () => {
    assert.deepEqual(
      namesIn('Nurse Tran Duc Anh met Tran Duc An, 41, and Pham Ngoc My, 30.', 'person'),
      ['Tran Duc Anh', 'Tran Duc An', 'Pham Ngoc My'],
    );
    assert.deepEqual(
      namesIn('Nurse Ida Roe Lund An official said no to Mayor Ole Dahl Berg.', 'person'),
      ['Ida Roe Lund', 'Ole Dahl Berg'],
    );
  });

  it('are merged with their short names', () => {
    const people = entitiesIn(
      'Kwame Boateng, 54, a baker, paid the fine. Mr. Boateng left. Boateng’s lawyer, Ruth H. Sarr, will appeal. Ruth Sarr declined to comment.',
      'person',
    );
    assert.deepEqual(
      people.map(({ name, forms }) => [name, forms]),
      [
        ['Kwame Boateng', []],
        ['Ruth H. Sarr', ['Ruth Sarr']],
      ],
    );
  });

  it('stay separate if they share a surname', () => {
    const text =
      'Prosecutor Emeka Okafor charged Ada Okafor with fraud. Mr. Okafor, the head of the unit, spoke first.';
    assert.deepEqual(namesIn(text, 'person'), ['Emeka Okafor', 'Ada Okafor']);
    assert.deepEqual(rolesIn(text, 'Ada Okafor'), []);
  });

  it('have surnames of several words, or only the first of two', () => {
    for (const [text, ...names] of [
      ['Ana Duarte Lobo spoke. Duarte Lobo left.', 'Ana Duarte Lobo', 'Duarte Lobo'],
      ['Ines Soto Brandal spoke. “No,” Soto said.', 'Ines Soto Brandal', 'Soto'],
      ['Yann Le Goff spoke. Le Goff left.', 'Yann Le Goff', 'Le Goff'],
      ['Orla Ní Bhriain spoke. Ní Bhriain left.', 'Orla Ní Bhriain', 'Ní Bhriain'],
      ['Trần Thị Bích Ngọc won. Bích Ngọc smiled.', 'Trần Thị Bích Ngọc', 'Bích Ngọc'],
    ] as const) {
      const people = entitiesIn(text, 'person');
      assert.deepEqual(
        people.map(({ name, forms }) => [name, ...forms]),
        [names],
        text,
      );
    }
  });

  it('have a leading family name after “Mr.”', () => {
    const [person] = entitiesIn('Wang Lijuan won the vote. Mr. Wang thanked the crowd.', 'person');
    assert.deepEqual([person?.name, person?.forms], ['Wang Lijuan', ['Wang']]);
  });

  it('are recognised by a short name with “Mr.”, whatever else the name means', () => {
    // “Xi” and “Sun” are English words.
    const text =
      'Xi Wenqing opened the bridge. Mr. Xi cut a ribbon. Sun Meiqi sang. Ms. Sun was born there.';
    assert.deepEqual(namesIn(text, 'person'), ['Xi Wenqing', 'Sun Meiqi']);
    assert.deepEqual(namesIn('Ford Credit paid. Mr. Ford, a fisherman, rowed.', 'person'), [
      'Ford',
    ]);
  });

  it('are leaders of countries, but not market leaders', () => {
    assert.deepEqual(namesIn('Vietnamese leader Ho Tran Thai flew home.', 'person'), [
      'Ho Tran Thai',
    ]);
    assert.deepEqual(namesIn('They hired the Swiss market leader Alpha Beton.', 'person'), []);
  });

  it('have an office before the name', () => {
    assert.deepEqual(
      rolesIn('Finnish Foreign Minister Sanna Kivimäki flew home.', 'Sanna Kivimäki'),
      ['foreign minister @ Finland'],
    );
    assert.deepEqual(rolesIn("Ghana's coach Otto Addy resigned.", 'Otto Addy'), ['coach @ Ghana']);
    assert.deepEqual(
      rolesIn('Co-author Professor Eva Holm of the University of Iceland said so.', 'Eva Holm'),
      ['co-author professor @ University of Iceland'],
    );
    assert.deepEqual(rolesIn('It was Sen. Mia Holt of the committee.', 'Mia Holt'), ['senator']);
    assert.deepEqual(rolesIn('Former Ajax striker Finn de Wit retired.', 'Finn de Wit'), [
      'striker @ Ajax',
    ]);
  });

  it('have an affiliation after the name', () => {
    const text =
      'Detective Inspector Rhys Vaughan of Tarn Valley Police asked for help. Striker Ewa Sowa of Lech Poznań scored.';
    assert.deepEqual(rolesIn(text, 'Rhys Vaughan'), ['detective inspector @ Tarn Valley Police']);
    assert.deepEqual(rolesIn(text, 'Ewa Sowa'), ['striker @ Lech Poznań']);
    const agreed = 'Governor Rhys Vaughan of course agreed.';
    assert.deepEqual(rolesIn(agreed, 'Rhys Vaughan'), ['governor']);
  });

  it('have an office after the name', () => {
    assert.deepEqual(
      rolesIn(
        '“It melts,” said Ingrid Aas, 61, a professor of polar ecology at the University of Tromsø.',
        'Ingrid Aas',
      ),
      ['professor of polar ecology @ University of Tromsø'],
    );
    assert.deepEqual(
      rolesIn(
        'Dmitri Volkov, director of the research group Open Rivers Project, agreed.',
        'Dmitri Volkov',
      ),
      ['director @ Open Rivers Project'],
    );
    assert.deepEqual(rolesIn('Zdravko Čolić is the mayor of Novi Grad.', 'Zdravko Čolić'), [
      'mayor @ Novi Grad',
    ]);
    assert.deepEqual(
      rolesIn(
        'Lena Voss, emeritus professor of Nordic studies at Uppsala University, spoke.',
        'Lena Voss',
      ),
      ['emeritus professor of Nordic studies @ Uppsala University'],
    );
  });

  it('have an office at each of two bodies, and a seat', () => {
    const text =
      'Peace is near, said Kofi Asante, dean of the Institute of Peace Studies at Volta University in Ho.';
    assert.deepEqual(rolesIn(text, 'Kofi Asante'), [
      'dean @ Institute of Peace Studies',
      'dean of the Institute of Peace Studies @ Volta University',
    ]);
    assert.equal(entitiesIn(text, 'person')[0]?.seat, 'Ho');
  });

  it('have an office before a comma', () => {
    assert.deepEqual(
      rolesIn("South Africa's finance minister, Thandiwe Mkhize, resigned.", 'Thandiwe Mkhize'),
      ['finance minister @ South Africa'],
    );
    assert.deepEqual(
      rolesIn('The director of the Kisumu Clinic, Rosalind Achieng, said no.', 'Rosalind Achieng'),
      ['director @ Kisumu Clinic'],
    );
  });

  it('have a second office before a title, and one in brackets', () => {
    const roles: Readonly<Record<string, readonly string[]>> = {
      'The mayor, Councillor Ada Okafor, left.': ['councillor', 'mayor'],
      "The trust's chair, Dame Ada Okafor, left.": ['chair'],
      'Our branch secretary, Ada Okafor, left.': ['branch secretary'],
      'Ada Okafor (Rovers manager) left.': ['manager @ Rovers'],
      'Ada Okafor (left) met the mayor.': [],
      'Ada Okafor (the manager was late) left.': [],
      'Ada Okafor KC, prosecuting, left.': ['prosecutor'],
      'Ada Okafor KC, the director of the Tidal Trust, left.': ['director @ Tidal Trust'],
      'Ada Okafor, prosecuting a friend, left.': [],
      'Councillors Ada Okafor and Ian Hale left.': ['councillor'],
      "The farmers' union leader, Ada Okafor, left.": ["farmers' union leader"],
      "It was players' union chief Ada Okafor.": ["players' union chief"],
      "It was the business's owner Ada Okafor.": ['owner'],
      'They spoke of the mayor, Councillor Ada Okafor said.': ['councillor'],
    };
    for (const [text, expected] of Object.entries(roles)) {
      assert.deepEqual(rolesIn(text, 'Ada Okafor'), expected, text);
    }
    assert.deepEqual(namesIn('They cheered the Ottawa Senators on Sunday.', 'body'), [
      'Ottawa Senators',
    ]);
  });

  it('inherit the country of the person they serve', () => {
    assert.deepEqual(
      rolesIn(
        "Kenya's president, Wanjiru Mwangi, met Iva Horvat and sent his Foreign Minister Peter Odhiambo to Zagreb.",
        'Peter Odhiambo',
      ),
      ['foreign minister @ Kenya'],
    );
  });

  it('have a current office, or one with a participle', () => {
    assert.deepEqual(
      rolesIn('Ted Quill, now a trustee of the Harlow Civic Trust, objected.', 'Ted Quill'),
      ['trustee @ Harlow Civic Trust'],
    );
    assert.deepEqual(
      rolesIn('Oyelaran Adebisi, 34, a practising solicitor, signed.', 'Oyelaran Adebisi'),
      ['practising solicitor'],
    );
  });

  it('have no office for being a man or a woman', () => {
    assert.deepEqual(rolesIn('A second man, Dougie Pruett, was held.', 'Dougie Pruett'), []);
    assert.deepEqual(rolesIn('Ana Roe, a tall woman, was held.', 'Ana Roe'), []);
  });

  it('have no office from a list, a relation or a school subject', () => {
    assert.deepEqual(
      rolesIn('He thanked Mia Holt, director Tom Lee and the crew.', 'Mia Holt'),
      [],
    );
    assert.deepEqual(rolesIn('His rival Tom Lee lost.', 'Tom Lee'), []);
    assert.deepEqual(rolesIn('French teacher Tom Lee was late.', 'Tom Lee'), ['teacher']);
  });

  it('are recognised in a credit line without capitals', () => {
    assert.deepEqual(
      namesIn('The river rose.\n\nmaya iyer And Tom Kerr Contributed reporting.', 'person'),
      ['Maya Iyer', 'Tom Kerr'],
    );
  });

  it('do not include offices, days or first words of sentences', () => {
    assert.deepEqual(
      namesIn(
        'On Monday the Prime Minister left. While Mr. Boateng waited, Angry Boateng fans sang. Following Mr. Boateng was hard.',
        'person',
      ),
      ['Boateng'],
    );
    assert.deepEqual(
      namesIn('Harsh rules came. Rose Osei, 54, objected. Former Leeds players stayed.', 'person'),
      ['Rose Osei'],
    );
  });

  it('keep hyphenated given names whole', () => {
    assert.deepEqual(namesIn('She met Park Min-jung and Tai-po-born Lam Wing-yee.', 'person'), [
      'Park Min-jung',
      'Lam Wing-yee',
    ]);
  });

  it('have an office with its subject before the name', () => {
    const text = 'Minister for Fisheries Oona Laine left.';
    assert.deepEqual(namesIn(text, 'person'), ['Oona Laine']);
    assert.deepEqual(rolesIn(text, 'Oona Laine'), ['minister for Fisheries']);
    assert.deepEqual(rolesIn('New Zealand Prime Minister Aroha Tane spoke.', 'Aroha Tane'), [
      'prime minister @ New Zealand',
    ]);
  });

  it('are one person with the surname in capitals, first or last', () => {
    assert.deepEqual(
      namesIn('Han Mi-ra spoke. HAN Mi-ra left. Mirko Tavanić met Mirko TAVANIĆ.', 'person'),
      ['Han Mi-ra', 'Mirko Tavanić'],
    );
    assert.deepEqual(
      namesIn(
        'Halvard BRENNIG, chair of the board, spoke. On Monday Dr Isolt PENROSS-KAY left it.',
        'person',
      ),
      ['Halvard Brennig', 'Isolt Penross-Kay'],
    );
    assert.deepEqual(namesIn('HAN Mi-ra spoke. They met Anna TAVANIĆ there.'), [
      'Han Mi-ra',
      'Anna Tavanić',
    ]);
    const { entities } = buildBase([
      { name: 'list.txt', text: 'HAN Mi-ra left. Mirko TAVANIĆ did not.' },
      { name: 'story.txt', text: 'Han Mi-ra spoke. The mayor, Mirko Tavanić, said so.' },
    ]).base;
    assert.deepEqual(
      entities.map(({ name }) => name),
      ['Han Mi-ra', 'Mirko Tavanić'],
    );
  });

  it('are named in a byline without the place, paper and date after the name', () => {
    for (const line of [
      'By Jouni Rautalahti Brenmark Courier',
      'Words by Jouni Rautalahti, Brenmark Courier',
      'By Jouni Rautalahti, Friday 12 June 2026',
      'Photographs by Jouni Rautalahti, Picture Shelf',
    ]) {
      assert.deepEqual(namesIn(`${line}\n\nThe council met.`), ['Jouni Rautalahti'], line);
    }
  });

  it('do not include a verb that opens a sentence before the name', () => {
    assert.deepEqual(namesIn('Knew Kalvete, he said. It was long ago that Kalvete left.'), [
      'Kalvete',
    ]);
  });

  it('are not institutions with the town after their name', () => {
    const text = 'Museu Teixeira-Ramos Foz da Lontra opens today.';
    assert.deepEqual(namesIn(text, 'person'), []);
    assert.deepEqual(
      namesIn(`${text} The Museu Teixeira-Ramos is new. They live in Foz da Lontra.`),
      ['Museu Teixeira-Ramos', 'Foz da Lontra'],
    );
  });

  it('are not words in capitals or headings', () => {
    assert.deepEqual(
      namesIn('The sign on the old door said SALIDA CERRADA. It hung in the hall.'),
      [],
    );
    assert.deepEqual(
      namesIn('Tape 1 of that long morning: JOUNI RAUTALAHTI, state bank examiner.'),
      ['Jouni Rautalahti'],
    );
    assert.deepEqual(namesIn('Picture Shelf\n\nThe council met.\n\nPicture Shelf\n'), []);
  });

  it('have no office from an opinion in a quote', () => {
    assert.deepEqual(rolesIn('“Tom Lee is a leader of thieves,” she said.', 'Tom Lee'), []);
  });
});
