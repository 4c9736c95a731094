import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { checkNames } from '../../../server/checks/names/names.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { type Reference, referenceFromSources } from '../../../server/reference/reference.js';

/** The sources. */
const SOURCES: Readonly<Record<string, string>> = {
  match: `KALMAR, Sweden — Kalmar Rovers beat Brzezina 2-1 on Saturday in front of 8,000 people at the Fredriksskans ground.
Head coach Þórdís Guðmundsdóttir praised striker Nneka Okwuosa-Hale, who scored twice in the first half. “She never stops,” Ms. Guðmundsdóttir said.
Zsófia Kertész, the Brzezina goalkeeper, saved a penalty from Ana Lucía Etxeberria, a midfielder. Etxeberria apologised to the fans afterwards.
Defender Jan van der Westhuizen limped off after an hour and was replaced by Thabo Mokoena. Grzegorz Wiśniewski, the captain of Brzezina, said the pitch was too wet.
Winger Li Qiaoyun crossed for both goals. Ms. Li joined the club in January. Oumar Ba, the club's youngest player, came on late. Referee Giacomo Dell'Acqua booked four players.
Mihai Cosmin Dragomirescu, chairman of the Nordic Football Federation, watched from the stand.
`,
  trial: `DUBLIN — The fraud trial of Jean-Baptiste N'Guessan opened on Monday before Judge Siobhán Ní Bhriain at the Harbour Street Criminal Court.
Prosecutor Emeka Chukwudi told the jury that Mr. N'Guessan had moved 4 million euros to an account in Riga. Mehmet Özgür Yılmaz, a lawyer for the defence, denied it.
The first witness, Aigul Nurmagambetova, an accountant at Baltmark Holdings, said she had warned the board in 2019. Oleksandr Hrytsenko, a former director of Baltmark Holdings, will give evidence on Thursday.
William O. Harkness, the court's clerk, read the charges. Nasrin al-Sabbagh, a juror, was excused. Suharti, an Indonesian interpreter who uses one name, sat beside the accused.
Detective Inspector Wojciech Szczepański led the inquiry with Priya D'Souza of the Garda Economic Crime Bureau. “The paper trail is long,” Mr. Szczepański said. Ms. D'Souza did not speak.
`,
  lake: `TROMSØ, Norway — A team led by Dr. Ngozi Eze, a glaciologist at the Institute for Polar Ecology, has found a lake under the Vestfonna ice cap.
“We did not expect water there,” Dr. Eze said. Lin Shaoqing, a professor of geophysics at Lanzhou University, built the radar. Mr. Lin said the work took six years.
Trần Thị Bích, a chemist, found salt in the samples. Björn Åkesson, a co-author, and María José Ibáñez, head of the Andean Glacier Survey, were more careful. Pranav Venkataraghavan, a statistician at the Institute for Polar Ecology, checked the figures.
Kim Seo-yeon, a drill engineer, and Mbali Dlamini, a pilot, flew to the site from Longyearbyen. Hülya Çelik, the expedition's doctor, and Tane Parata, a mountain guide from Aotearoa, stayed at the camp.
Anđela Šarić of the European Ice Forum called the result “a small wonder”. Ms. Šarić was not part of the team. Chidiebere Obi-Nwosu, a student, wrote the code.
`,
};

/** Other stories with correct names, many of them similar to names in the sources. */
const STORIES: Readonly<Record<string, string>> = {
  'another match': `# Ystad hold Karlsund in the rain

YSTAD, Sweden — Ystad held Karlsund to a 1-1 draw on Sunday before a crowd of 3,200.

Karlsund took the lead when Tebogo Mokwena, a winger signed from Pretoria in May, headed in a cross from Nkechi's brother, Chinedu Okwuosu. Captain Greger Wisniowski, who has led the side since March, hit the post twice.

“We had them where we wanted them,” Mr. Wisniowski said. “Then it rained.”

Ystad's goalkeeper, Sofia Kertesch, kept them in it. Kertesch, 23, made nine saves. Her coach, Thora Gudmundsen, said she had never seen a better display. “Sofia is the best we have,” Ms. Gudmundsen said.

The equaliser came late. Jan Westerhuis, a Dutch defender, ran the length of the field and passed to Ana Echevarría, whose shot went in off a post. Westerhuis had been booked by the referee, Gianni Acquaro, minutes before.

Mr. Acquaro, from Turin, added six minutes. In the last of them Lee Qiang, a substitute, missed an open goal. Lee buried his face in his shirt.

The Nordic Handball Federation, which owns the ground, said repairs to the roof would start in April. Its chairman, Mihail Dragomir, was in the stand. Mr. Dragomir left early.

Kalmar, who play here next Saturday, are top. Rovers of another kind, the Tramps of Lund, are bottom. Karlsund go to Brzeziny in Poland for a friendly on Wednesday. Brzeziny won the Polish second division last year.`,
  council: `The county council voted on Tuesday to close three libraries in Harkstead, Brightwell and Nuneaton.

Councillor William Harker, who leads the ruling group, said there was no money left. “Nobody wants this,” Mr. Harker said. The Green leader, Emma Chuke, called it vandalism.

Alexandra Hritsenko, who runs the friends of Brightwell library, handed in a petition with 4,000 names. Ms. Hritsenko came from Poltava in 2022. Her daughter Olexa learned English there.

“Books kept us sane,” Hritsenko said.

Wojtek Szczepaniak, a bus driver, said he would miss the heating. Szczepaniak reads crime novels. A retired nurse, Prina De Souza, wept. Mrs. De Souza has gone to Nuneaton library every Monday since 1971.

Aigerim Nurmagambet, 19, a student from Almaty, asked where she should study. Mr. Harker told her that the university was open until ten. “Not to me,” Nurmagambet said.

Mehmet Yildiz and Jean-Bernard Guessan, both Labour, abstained. Mr. Yildiz said later he regretted it. Mr. Guessan did not.

Baltimark, a property firm, has offered to buy the Harkstead building. The Harbour Street surgery next door wants it as well. A decision is due in June. Nasreen Sabah, the clerk, said offers would be opened in public. The Garda Band will play.`,
  volcano: `A volcano off Iceland has grown by 40 metres in a year, a survey published on Thursday found.

Björg Åkerson of the Icelandic Institute for Polar Economics, who led it, said the rise was the fastest on record. “It breathes,” Dr. Åkerson said.

The survey used radar from Lin Xiaoqing's group at Lanzhou Jiaotong University and drones flown by Marie-José Ibarra, a Chilean. Ibarra lost two of them. Pranab Venkatesh, a student, found one a month later in a field near Vik.

Nkosi Ezeh, a vulcanologist in Lagos, said the figures should be read with care. “One year is one year,” Dr. Ezeh said.

Kim Ha-neul of Busan, who modelled the magma, disagreed. Ms. Kim said the trend went back to 2011. Her colleague Trang Thi Bich Ngoc has found the same under Jeju. Mbala Dlomo, who drills in Malawi, has not.

The Andean Glaciology Survey and the European Rice Foundation paid for the work. Neither had a say in it, Dr. Åkerson said. Anja Šarac, a critic of such grants, doubted that. Šarac runs a museum in Zadar.

Chidi Obi and Ade Nwosu, two engineers, built the drones in a garage. Obi is 22. Nwosu is 23. Tania Parat, a guide, lent them her car. The ice caps of Vestfirðir are next. The team leaves for Longyear Valley in July, after Midsummer.`,
};

/** Short texts with correct names, each similar to a name in the sources. */
const SNIPPETS: readonly string[] = [
  'Zsofia Kertesz met Thordis Gudmundsdottir, Bjoern Aakesson and Prof. Hrytsenko.',
  'The Harknesses came with the D’Souzas, Harkness’s wig and the Hrytsenkos’ dog.',
  'Thabo Mokoena and his brother Tebo Mokoena met Zsófia Kertész and her sister Zsóka Kertész.',
  'Thabo Mokoena passed to Teboho Mokwena. Mokwena scored.',
  'William O. Harkness met Tom Harness. Mr. Harness left; W. O. Harkness and William Harkness are one.',
  'Ezra Eze met Lina and Linh, Kimi and Eza. The EEZ and the LIN bus met. Kin came.',
  'The Institute for Solar Ecology, the Andean Glacier Society and Lanzhou High School met.',
  'The Harbour Road Criminal Court, the Harbour Street Civil Court and Kalmar FF met.',
  'Jan Westerhuis met Mr. van der Westen. Jan. 3 was cold.',
  'Nigeria and Niger, Austria and Australia, Slovaks and Slovenes met. Montenegrins love Montenegro.',
  '# Kim Wins Eze Prize In Lin Upset\n\nHARKNESS AND EZE LEAVE THE HALL\n\nRain fell.',
];

describe('correct names', () => {
  let reference: Reference;
  before(() => {
    const sources = Object.entries(SOURCES).map(([name, text]) => ({ name: `${name}.txt`, text }));
    reference = referenceFromSources(sources);
  });
  const messages = (draft: string): readonly string[] =>
    runToCompletion(checkNames(readProse(draft), reference))
      .findings.filter(({ severity }) => severity !== 'hint')
      .map(({ message }) => message);

  for (const [name, story] of Object.entries(STORIES)) {
    it(`are accepted in another story: ${name}`, () => {
      assert.deepEqual(messages(story), []);
    });
  }

  for (const snippet of SNIPPETS) {
    it(`are accepted: ${snippet}`, () => {
      assert.deepEqual(messages(snippet), []);
    });
  }
});
