import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { detailsOfName } from '../../../protocol/factSheet.js';
import { namesChecklistOf } from '../../../server/features/factSheet/namesChecklist.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import type { Code } from '../../../server/checks/rules.js';
import { marked } from '../../marked.js';
import { type DraftParts, createFinding, drafted, person } from '../drafted.js';

/** The names of a draft, each with its kind, line and details in one line. */
function checklist(text: string, parts: DraftParts = {}): readonly string[] {
  return runToCompletion(namesChecklistOf(drafted(text, parts))).map((entry) =>
    [
      `${entry.kind} ${entry.text}, line ${entry.range.start.line + 1}`,
      ...detailsOfName(entry),
      ...entry.messages,
      ...entry.evidence.map(({ text: passage, source, line }) => `${passage} (${source}:${line})`),
    ].join(' | '),
  );
}

const ODUYA = person('Maren Oduya', {
  roles: [
    {
      title: 'council leader',
      affiliation: 'Harrow Bay',
      citation: { source: 'notes/council.md', line: 4 },
    },
  ],
});

describe('the checklist of names', () => {
  it('has each person with the title at first reference and the forms after it', () => {
    assert.deepEqual(
      checklist(
        '# Oduya opens lido\n\nCouncil leader Maren Oduya opened the lido.\n\nMs Oduya left. Oduya said “yes”. Ms Oduya slept.\n',
        { base: { entities: [ODUYA] } },
      ),
      [
        'person Maren Oduya, line 3 | Title: Council leader | Then: Ms Oduya (line 5), Oduya (line 5) | Maren Oduya: council leader, Harrow Bay (notes/council.md:4)',
      ],
    );
  });

  it('shows how the sources spell a name if they differ, and where', () => {
    const elsewhere = { ...person('Maren Oduyya'), citation: { source: 'mail.eml', line: 2 } };
    assert.deepEqual(
      checklist('Maren Oduya opened the lido.\n', { base: { entities: [ODUYA, elsewhere] } }),
      [
        'person Maren Oduya, line 1 | Title: none | Sources differ: Maren Oduyya (mail.eml:2), Maren Oduya (notes/people.md:12). | Maren Oduya: council leader, Harrow Bay (notes/council.md:4) | Maren Oduyya (mail.eml:2) | Maren Oduya (notes/people.md:12)',
      ],
    );
  });

  it('has the title after a name, and shows if there is none', () => {
    assert.deepEqual(
      checklist(
        'The club thanked its chair, Ines Varga-Tóth, on Monday. Dana Whitlock, chief executive of the Harbour Trust, was there with Paul Ferris.\n',
      ).filter((one) => one.startsWith('person')),
      [
        'person Ines Varga-Tóth, line 1 | Title: chair | Your sources do not have this name.',
        'person Dana Whitlock, line 1 | Title: chief executive, Harbour Trust | Your sources do not have this name.',
        'person Paul Ferris, line 1 | Title: none | Your sources do not have this name.',
      ],
    );
  });

  it('has the words between commas after a name, as in the draft', () => {
    const titles = checklist(
      'Ines Varga-Tóth, Norway’s fisheries minister, met Paul Ferris, a regular of 51 from Ostra, on Monday. Dana Whitlock, a week later, thanked Omar Reyes, who had sent Ada Lind and Bo Ryd, a duo from Hollum.\n',
    ).map((one) => /^person (.*?), line 1 \| Title: (.*?)(?: \|.*)?$/u.exec(one)?.slice(1));
    assert.deepEqual(titles.slice(0, 4), [
      ['Ines Varga-Tóth', 'fisheries minister, Norway'],
      ['Paul Ferris', 'a regular of 51 from Ostra'],
      ['Dana Whitlock', 'none'],
      ['Omar Reyes', 'none'],
    ]);
    assert.ok(titles.slice(4).every((one) => one?.[1] === 'none'));
  });

  it('has the ages and figures that a sentence attaches to a name, and no others', () => {
    const figures = (text: string): readonly string[] =>
      checklist(text, { base: { entities: [ODUYA] } }).flatMap((one) =>
        [...one.matchAll(/Figures: ([^|]+?)(?: \||$)/gu)].map(([, found = '']) => found),
      );
    assert.deepEqual(figures('Maren Oduya, 43, left the town.'), ['43 (line 1)']);
    assert.deepEqual(figures('Maren Oduya (43) left the town.'), ['43 (line 1)']);
    assert.deepEqual(figures('The 43-year-old leader, Maren Oduya, left.'), [
      '43-year-old (line 1)',
    ]);
    assert.deepEqual(figures('Maren Oduya, who won 4,210 votes in May, left.'), [
      '4,210 votes (line 1)',
    ]);
    assert.deepEqual(figures('Maren Oduya opened the lido, which cost £4.2m.'), []);
    assert.deepEqual(figures('In 2019 the town had 900 shops. Maren Oduya left.'), []);
  });

  it('includes institutions, also those that only the draft names', () => {
    const harbour = person('Harbour Trust', { kind: 'body', forms: ['HT'] });
    assert.deepEqual(
      checklist(
        'The Harbour Trust (HT) met the Harrow Bay Swimming Club, which has 310 members.\n',
        { base: { entities: [harbour] } },
      ),
      [
        'institution Harbour Trust, line 1 | Then: HT (line 1) | Harbour Trust (notes/people.md:12)',
        'institution Harrow Bay Swimming Club, line 1 | Figures: 310 members (line 1) | Your sources do not have this name.',
      ],
    );
  });

  it('shows the findings about a name', () => {
    const text = 'Maren Oduay left the town.';
    const finding = createFinding(
      { start: 6, end: 11 },
      { code: 'name/misspelled', message: 'It is “Oduya”.' },
    );
    const [entry] = checklist(text, { base: { entities: [ODUYA] }, findings: [finding] });
    assert.match(entry ?? '', /^person Maren Oduay, line 1 \| Title: none \| It is “Oduya”\. \|/u);
  });

  it('has no places and no labels', () => {
    const place = person('Harrow Bay', { kind: 'place' });
    assert.deepEqual(
      checklist('CLIP: The sea at Harrow Bay.\n\nGRAPHIC: a map.\n', {
        base: { entities: [place] },
      }),
      [],
    );
  });

  it('shows which names, titles and figures differ from the sources', () => {
    const contradicted = (source: string, code: Code): readonly string[] => {
      const { text, spans } = marked(source);
      const findings = spans.map((span) => createFinding(span, { code, message: 'Otherwise.' }));
      const entries = namesChecklistOf(drafted(text, { findings, base: { entities: [ODUYA] } }));
      return runToCompletion(entries)
        .filter(({ isContradicted }) => isContradicted)
        .map(({ text: name, messages }) => `${name}: ${messages.join(' ')}`);
    };
    for (const wrong of [
      'Mayor [|Maren Oduya|] opened the lido.',
      'It was the [|mayor|], Maren Oduya, who left. Then council [|leader|] Oduya slept.',
      'Maren Oduya, [|43|], left.',
    ]) {
      const found = contradicted(wrong, 'claim/contradicted');
      assert.match(found.join(), /Maren Oduya: Otherwise\.$/u, wrong);
    }
    assert.deepEqual(contradicted('Maren Oduya opened the [|lido|].', 'claim/contradicted'), []);
    assert.deepEqual(contradicted('[|Maren Oduya|] left.', 'name/unknown'), []);
    assert.equal(contradicted('[|Maren Oduya|] left.', 'name/misspelled').length, 1);
  });
});
