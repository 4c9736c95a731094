import { describe, it } from 'mocha';
import { expectErrors, expectFix, expectMessages, expectNoErrors } from './errors.js';

describe('missing verbs', () => {
  for (const source of [
    '[|Judge Ana Ferreira expected|] to rule on Friday.',
    "[|The club's new stand clearly|] visible from the road this week.",
    '[|Rents and wages on|] the rise in most towns.',
    '[|Both towns neighbors|] of the port.',
    '[|She to|] the table with the rest of them.',
    'Dr. Osei says [|the drug very|] safe.',
    '[|The bill one|] of the longest in years.',
    '[|The review also|] offering advice to schools and clubs.',
    '[|The museum part|] of a network of forty in the north.',
    '[|The report the|] ministers were given on Monday.',
    '[|Osei born|] in Accra but her parents moved north when she was six.',
    '[|The ferry been|] out of service since May.',
    'The keeper was sent off, and the [|meeting been|] halted by rain.',
    'After two hours, the [|road been|] closed again.',
    '[|The vet unable|] to save the horse.',
    '[|This the|] third fire in a month.',
    '[|The parade being|] held in the rain.',
  ]) {
    it(`are reported in ${source}`, () => {
      expectErrors('missing-verb', source);
    });
  }

  for (const [source, right] of [
    [
      '[|Judge Ana Ferreira expected|] to rule on Friday.',
      'Judge Ana Ferreira is expected to rule on Friday.',
    ],
    [
      '[|Rents and wages on|] the rise in most towns.',
      'Rents and wages are on the rise in most towns.',
    ],
  ] as const) {
    it(`are fixed in ${source}`, () => {
      expectFix(source, right);
    });
  }

  it('have messages that name the words concerned', () => {
    expectMessages('She to the table with the rest of them.', '“She” needs a verb after it.');
    expectMessages(
      'After two hours, the road been closed again.',
      '“road” needs the verb “has” after it.',
    );
  });

  for (const draft of [
    'The clinic and its director, Ada Roe, opened the new wing on Monday.',
    'Critics of the plan say that the bridge should come first.',
    'The government underspent by 300 million pounds.',
    'Dunmere Athletic, on 24 points, are a point behind Rovers.',
    'Donal Mac Giolla Bríde’s score spare and to the point.',
    'In May, border guards shot two young Basque farmers who were trying to cross the river.',
    'So tired were they that they slept standing.',
    'A band of pupils sang to her in Welsh, and she told them that the friendship with the town “has lasted for years.”',
    'Fans able to travel get in free.',
    'A choir of alumni, average age about 70, rose and sang.',
    'Night Bus to Lagos (12A) Cheerful road movie that runs out of road.',
    'Rivals? Yes. Friends? No.',
    'The end of an era.',
    'A good day for the club.',
    'Two years in prison.',
    'The man responsible for the fire was caught.',
    'Leaders of firms such as the port and the mill will meet.',
    'The board plans a new stand.',
    'The coach, now 61, is to retire.',
    'Last week the court rose early.',
    'Alexander the Great died young.',
    'He expected to win the race.',
    'Elizabeth I of England never married.',
    'Talks between the mayor and Mr. Roe resume in May.',
    'It all shows the part that the port has played.',
    'A dog the size of a pig bit the postman.',
    'Many people quickly open their mail.',
    'She is taller than he in the picture.',
    '# Court clearly divided over the pool',
    'They don’t talk about the war.',
    'Yes, you Ed Roe, who made the rules.',
    'Critics be damned, the show went on for years.',
    'Results be damned.',
    'He is a man of the people, she a woman of means.',
    'This the fans will not forget.',
    'This a judge may decide.',
    'Although the cracks in the roof.',
    'While the towns on the coast.',
    'Goat gone on arrival.',
    'Remember it all? Wet Sundays, the clock, the wallpaper.',
    'Even for those who stayed, the "worst public storm seen in years" showed the town its limits.',
    'Ms. Roe with the mayor of Turin in May 2022. Image: City Museum.',
    'God be praised.',
    'The ferry has long been out of service.',
    'The club has been sold and the ground been let.',
    'It has, the mayor said, been closed.',
  ]) {
    it(`are not reported in ${draft}`, () => {
      expectNoErrors(draft);
    });
  }
});
