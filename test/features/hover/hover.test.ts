import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MarkupContent } from 'vscode-languageserver';
import type { Draft } from '../../../server/checks/draft.js';
import { hoverAt } from '../../../server/features/hover/hover.js';
import { marked } from '../../marked.js';
import { drafted, createFinding, person } from '../drafted.js';

/** The text of the hover at an offset; `showsFindings` as in VS Code, which shows the findings itself. */
function hovered(draft: Draft, offset: number, showsFindings = false): string | undefined {
  const contents = hoverAt(draft, offset, { showsFindings })?.contents;
  return MarkupContent.is(contents) ? contents.value : undefined;
}

const citation = { source: 'notes/people.md', line: 14, passage: 'par. 3' };
const COACH = person('Ifeoma Vranić', {
  forms: ['Coach Vranić'],
  roles: [{ title: 'head coach', affiliation: 'Port Ellen Rovers', citation }],
  bio: 'Ifeoma Vranić has coached the Rovers since 2019. She played for Split.',
});
const QUOTE = {
  text: 'We were second best all night',
  speaker: 'Ifeoma Vranić',
  citation: { source: 'talks.md', line: 3 },
  unreliable: false,
};
const BASE = { entities: [COACH], quotes: [QUOTE] };

describe('hover', () => {
  it('shows the summary of a named entity', () => {
    const { text, spans } = marked('Late on, [|Ifeoma Vranić|] waved.');
    const draft = drafted(text, { base: BASE });
    const hover = hoverAt(draft, 12, { showsFindings: false });
    assert.deepEqual(hover?.range, draft.prose.lines.range(spans[0] ?? { start: 0, end: 0 }));
    assert.equal(
      hovered(draft, 12),
      [
        'Ifeoma Vranić ([people.md:12](memory:/notes/people.md#L12))',
        'head coach, Port Ellen Rovers ([people.md:14](memory:/notes/people.md#L14), par. 3)',
        'Ifeoma Vranić has coached the Rovers since 2019. She played for Split.',
        'Also known as: Coach Vranić',
        '> “We were second best all night” — Ifeoma Vranić ([talks.md:3](memory:/talks.md#L3))',
      ].join('\n\n'),
    );
  });

  it('distinguishes two people of one surname by the full names in the draft', () => {
    const split = person('Luka Vranić', {
      roles: [{ title: 'mayor', affiliation: 'Split', citation }],
    });
    const base = { entities: [COACH, split] };
    const meant = (source: string): readonly (string | undefined)[] => {
      const { text, spans } = marked(source);
      const draft = drafted(text, { base });
      return spans.map(({ start }) => /^(\S+)/u.exec(hovered(draft, start + 1) ?? '')?.[1]);
    };
    assert.deepEqual(
      meant(
        '# [|Vranić|] Resigns\n\nMayor Luka Vranić left. Ms. [|Vranić|] stayed.\n\nCoach Ifeoma Vranić waved. [|Vranić|] sat.',
      ),
      ['Luka', 'Luka', 'Ifeoma'],
    );
    assert.deepEqual(meant('Mr. [|Vranić|] left.'), ['Ifeoma']);
    const summary = hovered(drafted('Luka Vranić met Vranić.', { base }), 18) ?? '';
    assert.match(summary, /Others with this name: Ifeoma Vranić, head coach, Port Ellen Rovers/u);
  });

  it('shows the verdict on a claim and why, then the evidence with the differing value in bold', () => {
    const { text, spans } = marked('[|The Rovers won 3-1 on Saturday.|] It rained.');
    const span = spans[0] ?? { start: 0, end: 0 };
    const evidence = [{ source: 'match.md', line: 5, text: 'The Rovers lost *1-3* on Saturday.' }];
    const draft = drafted(text, {
      findings: [
        createFinding(
          { start: 15, end: 18 },
          {
            code: 'claim/contradicted',
            message: '“3-1”: the source says “1-3”.',
            expected: '1-3',
            found: '3-1',
          },
        ),
        createFinding({ start: 0, end: 3 }),
      ],
      claims: [{ span, verdict: 'contradicted', score: 0.1, evidence }],
    });
    assert.equal(
      hovered(draft, 20),
      [
        'Contradicted. “3-1”: the source says “1-3”.',
        '> The Rovers lost \\***1-3**\\* on Saturday. ([match.md:5](memory:/match.md#L5))',
      ].join('\n\n'),
    );
    assert.equal(hovered(draft, text.length - 2), undefined);
  });

  it('shows the recorded words and the speaker of a quote inside a sentence', () => {
    const { text, spans } = marked('“We were second best,” she said.');
    const evidence = [{ source: 'talks.md', line: 3, text: QUOTE.text }];
    const whole = { start: 0, end: text.length };
    const draft = drafted(text, {
      base: { quotes: [QUOTE] },
      claims: [
        { span: whole, verdict: 'unsupported', score: 0, evidence: [] },
        { span: { start: 0, end: 22 }, verdict: 'supported', score: 1, evidence },
      ],
    });
    assert.deepEqual(spans, []);
    assert.equal(
      hovered(draft, 5),
      'Supported.\n\n> “We were second best all night” — Ifeoma Vranić ([talks.md:3](memory:/talks.md#L3))',
    );
    assert.equal(hovered(draft, 26), 'Not in the sources.');
  });

  it('shows the evidence for a supported sentence', () => {
    const evidence = [{ source: 'match.md', line: 5, text: 'On Saturday the Rovers lost 1-3.' }];
    const text = 'The Rovers lost 1-3 🏐 on Saturday.';
    const span = { start: 0, end: text.length };
    const draft = drafted(text, { claims: [{ span, verdict: 'supported', score: 1, evidence }] });
    assert.equal(
      hovered(draft, 12),
      'Supported.\n\n> On Saturday the Rovers lost 1-3. ([match.md:5](memory:/match.md#L5))',
    );
  });

  it('shows a note that sources differ', () => {
    const text = 'The fire killed 145 people.';
    const span = { start: 0, end: text.length };
    const note = 'Two sources differ: 145 (a*b.md:1), 143 (c.md:2).';
    const draft = drafted(text, {
      claims: [{ span, verdict: 'supported', score: 1, evidence: [], note }],
    });
    assert.equal(
      hovered(draft, 12),
      'Supported.\n\nTwo sources differ: 145 (a\\*b.md:1), 143 (c.md:2).',
    );
  });

  it('shows how sources spell a name if they differ, the older first', () => {
    const [own, other] = [person('Maren Oduya'), person('Maren Oduyya')];
    const base = {
      entities: [own, { ...other, citation: { source: 'sunday.md', line: 3 } }],
      days: new Map([
        ['notes/people.md', '2024-07-22'],
        ['sunday.md', '2024-07-21'],
      ]),
    };
    assert.match(
      hovered(drafted('Maren Oduya leads.', { base }), 8) ?? '',
      /\n\nSources differ: Maren Oduyya \(Sunday, sunday\.md:3\), Maren Oduya \(Monday, notes\/people\.md:12\)\.$/u,
    );
  });

  it('shows who is named, and then once what the sources say about the claim', () => {
    const text = 'Ifeoma Vranić won on Sunday.';
    const span = { start: 0, end: text.length };
    const said = 'Ifeoma Vranić has coached the Rovers since 2019. She played for Split.';
    const evidence = [
      { source: 'match.md', line: 5, text: 'Ifeoma Vranić lost on Sunday.' },
      { source: 'notes/people.md', line: 12, text: said },
    ];
    const found = { code: 'claim/contradicted', evidence, expected: 'lost', found: 'won' } as const;
    const draft = drafted(text, {
      base: BASE,
      findings: [
        createFinding(
          { start: 14, end: 17 },
          {
            ...found,
            message: '“won”: the source says the opposite, “Ifeoma Vranić lost on Sunday.”',
          },
        ),
      ],
      claims: [{ span, verdict: 'contradicted', score: 0, evidence }],
    });
    assert.equal(
      hovered(draft, 2),
      [
        'Ifeoma Vranić ([people.md:12](memory:/notes/people.md#L12))',
        'head coach, Port Ellen Rovers ([people.md:14](memory:/notes/people.md#L14), par. 3)',
        said,
        'Also known as: Coach Vranić',
        '> “We were second best all night” — Ifeoma Vranić ([talks.md:3](memory:/talks.md#L3))',
        '---',
        'Contradicted.',
        '> Ifeoma Vranić **lost** on Sunday. ([match.md:5](memory:/match.md#L5))',
      ].join('\n\n'),
    );
  });

  it('adds nothing to a finding that the editor shows with its evidence in the same hover', () => {
    const text = 'The Rovers won on Sunday.';
    const span = { start: 0, end: text.length };
    const evidence = [{ source: 'match.md', line: 5, text: 'The Rovers lost on Sunday.' }];
    const message = '“won”: the source says “lost”.';
    const finding = createFinding(
      { start: 11, end: 14 },
      { code: 'claim/contradicted', message, evidence, expected: 'lost', found: 'won' },
    );
    const claims = [{ span, verdict: 'contradicted', score: 0, evidence } as const];
    const draft = drafted(text, { findings: [finding], claims });
    assert.equal(hovered(draft, 12, true), undefined);
    assert.equal(
      hovered(draft, 12, false),
      `Contradicted. ${message}\n\n> The Rovers **lost** on Sunday. ([match.md:5](memory:/match.md#L5))`,
    );
    const off = drafted(text, {
      findings: [finding],
      claims,
      settings: { severity: { claim: 'off' } },
    });
    assert.match(hovered(off, 12, true) ?? '', /^Contradicted\. .*lost/su);
  });

  it('adds to a misspelled name only what the finding does not say', () => {
    const finding = createFinding(
      { start: 7, end: 13 },
      {
        code: 'name/misspelled',
        message: '“Vranik”: did you mean “Vranić” (Ifeoma Vranić, head coach, Port Ellen Rovers)?',
        evidence: [{ source: 'notes/people.md', line: 12, text: COACH.bio }],
      },
    );
    const draft = drafted('Ifeoma Vranik waved.', { base: BASE, findings: [finding] });
    assert.equal(
      hovered(draft, 8, true),
      [
        'Ifeoma Vranić ([people.md:12](memory:/notes/people.md#L12))',
        'Also known as: Coach Vranić',
        '> “We were second best all night” — Ifeoma Vranić ([talks.md:3](memory:/talks.md#L3))',
      ].join('\n\n'),
    );
  });

  it('shows an unclear claim with passages to compare, without a verdict', () => {
    const text = 'The Rovers often win.';
    const span = { start: 0, end: text.length };
    const evidence = [{ source: 'match.md', line: 5, text: 'The Rovers won twice.' }];
    const draft = drafted(text, { claims: [{ span, verdict: 'unclear', score: 0.5, evidence }] });
    assert.equal(
      hovered(draft, 12),
      'To check: compare with\n\n> The Rovers won twice. ([match.md:5](memory:/match.md#L5))',
    );
  });

  it('introduces the passages under an unclear claim by its note', () => {
    const text = 'The Rovers often win.';
    const span = { start: 0, end: text.length };
    const evidence = [{ source: 'match.md', line: 5, text: 'The Rovers never win.' }];
    const note = 'The sources may say otherwise:';
    const claim = { span, verdict: 'unclear', score: 0.5, evidence, note } as const;
    assert.equal(
      hovered(drafted(text, { claims: [claim] }), 12),
      'To check.\n\nThe sources may say otherwise:\n\n> The Rovers never win. ([match.md:5](memory:/match.md#L5))',
    );
  });

  it('states that no source covers the draft, in the words of the other views', () => {
    const text = 'The Rovers often win.';
    const claim = { span: { start: 0, end: text.length }, score: 0, evidence: [] };
    const draft = drafted(text, {
      claims: [{ ...claim, verdict: 'unsupported' }],
      isCovered: false,
    });
    assert.equal(
      hovered(draft, 12),
      'No source covers this draft, so its claims and quotes were not checked.',
    );
  });

  it('shows a source that is not a file without a link', () => {
    const lost = person('Ifeoma Vranić', { citation: { source: '/pasted', line: 1 } });
    const draft = drafted('Ifeoma Vranić waved.', { base: { entities: [lost] } });
    assert.equal(hovered(draft, 2), 'Ifeoma Vranić (pasted:1)');
  });

  it('shows the other place of a draft that contradicts itself, linked', () => {
    const { text, spans } = marked('The fire killed [|12|].\n\nIt killed [|14|].');
    const [earlier, later] = spans;
    assert.ok(earlier !== undefined && later !== undefined);
    const related = [{ span: earlier, text: 'The fire killed 12.' }];
    const finding = createFinding(later, { code: 'claim/inconsistent', related });
    const draft = drafted(text, { findings: [finding] });
    assert.deepEqual(
      hoverAt(draft, later.start, { showsFindings: true })?.range,
      draft.prose.lines.range(later),
    );
    assert.equal(
      hovered(draft, later.start, true),
      '> The fire killed 12. ([line 1 of the draft](memory:/draft.md#L1))',
    );
  });

  it('shows the passage of the archive, with day, title and a link to the page, also if no source covers the draft', () => {
    const text = 'The Rovers won the cup.';
    const evidence = [
      {
        source: 'archive, 12 March 2021, Cup [night]',
        line: 4,
        text: 'The Rovers won the cup.',
        isFromArchive: true as const,
        link: 'https://news.example/cup_(1)#L4',
      },
      {
        source: 'archive, no date, Notes',
        line: 2,
        text: 'They won.',
        isFromArchive: true as const,
        link: 'command:evil',
      },
    ];
    const claim = {
      ...{ span: { start: 0, end: text.length }, verdict: 'supported' as const, score: 1 },
      ...{ evidence, isFromArchive: true as const },
      note: 'Only your archive of 12 March 2021 has this.',
    };
    for (const isCovered of [true, false]) {
      assert.equal(
        hovered(drafted(text, { claims: [claim], isCovered }), 12),
        [
          'Only your archive of 12 March 2021 has this.',
          '> The Rovers won the cup. ([archive, 12 March 2021, Cup &#91;night&#93;](https://news.example/cup_%281%29#L4))',
          '> They won. (archive, no date, Notes)',
        ].join('\n\n'),
      );
    }
  });
});
