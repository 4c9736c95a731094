import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Claim } from '../../../server/checks/finding.js';
import { factSheetOf, factSheetSections } from '../../../server/features/factSheet/factSheet.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { marked } from '../../marked.js';
import { type DraftParts, drafted, createFinding } from '../drafted.js';

const EVIDENCE = [
  { source: 'log/tides.md', line: 4, text: 'The tide rose at nine.' },
  { source: '/dev/stdin', line: 2, text: 'It was a spring tide.' },
];

const BASE = {
  facts: EVIDENCE.map(({ text, ...citation }) => ({ text, citation, unreliable: false })),
};

describe('the fact sheet', () => {
  const { text, spans } = marked(
    '# 🌊 The *tide*\r\n\r\n- [|The [tide](http://a.example/b)\r\n  rose at **ten**.|]\r\n- [|“It was a spring tide,” she said.|]\r\n',
  );
  const claims = spans.map((span, index): Claim => ({
    span,
    verdict: index === 0 ? 'contradicted' : 'supported',
    score: 0.5,
    evidence: EVIDENCE.slice(0, 2 - index),
    ...(index === 1 ? { isQuote: true } : {}),
  }));
  const ten = { start: text.indexOf('ten'), end: text.indexOf('ten') + 3 };
  const findings = [
    createFinding(ten, { code: 'claim/contradicted', message: 'The source says nine, not ten.' }),
    createFinding(ten, { code: 'sentence/garbled', message: 'No words of the sources.' }),
    createFinding(ten, { code: 'claim/contradicted', message: 'The source says nine, not ten.' }),
  ];

  it('has each statement and quote without markup, with its range', () => {
    const sheet = runToCompletion(factSheetOf(drafted(text, { claims, findings, base: BASE })));
    assert.equal(sheet.headline, '🌊 The tide');
    assert.ok(sheet.isCovered);
    assert.deepEqual(
      sheet.entries.map(({ kind, verdict, text: words, range }) => [
        kind,
        verdict,
        words,
        range.start,
      ]),
      [
        ['statement', 'contradicted', 'The tide rose at ten.', { line: 2, character: 2 }],
        ['quote', 'supported', '“It was a spring tide,” she said.', { line: 4, character: 2 }],
      ],
    );
  });

  it('looks at each finding only a few times, for any number of statements', () => {
    const looksFor = (count: number): number => {
      const words = 'The tide rose at ten.\n\n';
      let looks = 0;
      const places = Array.from({ length: count }, (_, index) => {
        const start = index * words.length;
        return { start, end: start + words.trim().length };
      });
      const draft = drafted(words.repeat(count), {
        claims: places.map((span) => ({ span, verdict: 'contradicted', score: 0, evidence: [] })),
        findings: places.map((place) => ({
          ...createFinding(place, { code: 'claim/contradicted' }),
          get span() {
            looks++;
            return place;
          },
        })),
      });
      assert.equal(runToCompletion(factSheetOf(draft)).entries.length, count);
      return looks;
    };
    // Sorting and binary search may take a logarithm more than eight times the number.
    assert.ok(looksFor(800) < 16 * looksFor(100));
  });

  it('has each message of a claim once', () => {
    const [statement, quote] = runToCompletion(
      factSheetOf(drafted(text, { claims, findings, base: BASE })),
    ).entries;
    assert.deepEqual(statement?.messages, ['The source says nine, not ten.']);
    assert.deepEqual(quote?.messages, []);
  });

  it('lists placeholders and open notes with their sentences, whatever their severity', () => {
    const { text: draft, spans: places } = marked(
      'It rose *by\n[|TK|]* metres. It fell [|[CHECK: when]|]. It stood. [|[TK: why?]|]\n\n[|[TK: photo]|]\n',
    );
    const notes = places.map((span) => createFinding(span, { code: 'sentence/placeholder' }));
    const [first, ...others] = notes;
    assert.ok(first !== undefined);
    const listed = (rest: Partial<DraftParts>) =>
      runToCompletion(factSheetOf(drafted(draft, { findings: notes, ...rest }))).notes.map(
        ({ text: note, range, sentence }) => [note, range.start.line, sentence],
      );
    const all = [
      ['TK', 1, 'It rose by TK metres.'],
      ['[CHECK: when]', 1, 'It fell.'],
      ['[TK: why?]', 1, 'It stood.'],
      ['[TK: photo]', 3, ''],
    ];
    assert.deepEqual(listed({}), all);
    assert.deepEqual(listed({ settings: { severity: { sentence: 'off' } } }), all);
    assert.deepEqual(listed({ isCovered: false }), all);
    const dismissed = [{ finding: first }];
    assert.deepEqual(listed({ findings: others, dismissed }), all.slice(1));
  });

  it('lists unclear claims with the related passages', () => {
    const unclear = claims.map((claim): Claim => ({ ...claim, verdict: 'unclear' }));
    const sheet = runToCompletion(factSheetOf(drafted(text, { claims: unclear, base: BASE })));
    const [section, ...others] = factSheetSections(sheet);
    assert.equal(section?.group, 'unclear');
    assert.deepEqual(others, []);
    assert.deepEqual(
      sheet.entries.map(({ messages, evidence }) => [messages.length, evidence.length]),
      [
        [0, 2],
        [0, 1],
      ],
    );
  });

  it('includes remarks on the verdict of a claim, once', () => {
    const note = 'Your sources describe this only as planned.';
    const noted = (verdict: Claim['verdict'], reported: typeof findings = []) => {
      const [claim] = claims.map((one): Claim => ({ ...one, verdict, note }));
      const parts = { claims: claim === undefined ? [] : [claim], findings: reported, base: BASE };
      return runToCompletion(factSheetOf(drafted(text, parts))).entries[0]?.messages;
    };
    assert.deepEqual(noted('unclear'), [note]);
    const same = createFinding(ten, { code: 'claim/contradicted', message: note });
    assert.deepEqual(noted('unclear', [same]), [note]);
    assert.deepEqual(noted('supported'), [note]);
  });

  it('moves a claim under “Dismissed” once all its findings are dismissed, with the way back', () => {
    const [claimFinding, garbled] = findings;
    assert.ok(claimFinding !== undefined && garbled !== undefined);
    const sheetOf = (open: typeof findings) =>
      runToCompletion(
        factSheetOf(
          drafted(text, {
            claims,
            findings: open,
            dismissed: [{ finding: claimFinding, reason: 'she rang back' }],
            base: BASE,
          }),
        ),
      );
    const sheet = sheetOf([garbled]);
    assert.deepEqual(
      sheet.entries.map(({ verdict }) => verdict),
      ['supported'],
    );
    const [entry, ...others] = sheet.dismissed;
    assert.deepEqual(others, []);
    assert.deepEqual(entry, {
      kind: 'statement',
      text: 'The tide rose at ten.',
      range: { start: { line: 2, character: 2 }, end: { line: 3, character: 18 } },
      messages: ['The source says nine, not ten.'],
      evidence: [{ ...EVIDENCE[0], uri: 'memory:///log/tides.md' }, EVIDENCE[1]],
      reason: 'she rang back',
      decisions: [
        {
          kind: 'ignored',
          code: 'claim/contradicted',
          sentence: 'The tide rose at ten.',
          words: 'ten',
        },
      ],
    });
    assert.deepEqual(
      sheetOf(findings).entries.map(({ verdict }) => verdict),
      ['contradicted', 'supported'],
      'while another finding of the claim is open',
    );
  });

  it('lists an accepted name once, and other dismissed findings with their sentence', () => {
    const tides = 'Ms. Oduay saw the the tide. Oduay left.';
    const at = (words: string, from = 0) => {
      const start = tides.indexOf(words, from);
      return { start, end: start + words.length };
    };
    const named = (span: ReturnType<typeof at>) => ({
      finding: createFinding(span, { code: 'name/misspelled', message: 'It is “Oduya”.' }),
      acceptedName: 'Maren Oduay',
    });
    const { dismissed } = runToCompletion(
      factSheetOf(
        drafted(tides, {
          dismissed: [
            named(at('Oduay')),
            { finding: createFinding(at('the the')) },
            named(at('Oduay', 10)),
          ],
        }),
      ),
    );
    assert.deepEqual(
      dismissed.map(({ kind, text: words, decisions }) => [kind, words, decisions[0]?.kind]),
      [
        ['finding', 'Maren Oduay', 'accepted'],
        ['finding', 'Ms. Oduay saw the the tide.', 'ignored'],
      ],
    );
  });

  it('does not list dismissed findings of a check that is turned off', () => {
    const dismissed = [{ finding: createFinding({ start: 0, end: 4 }) }];
    const listed = (settings: unknown): number =>
      runToCompletion(factSheetOf(drafted('Low low tide.', { dismissed, settings }))).dismissed
        .length;
    assert.equal(listed({}), 1);
    assert.equal(listed({ severity: { sentence: 'off' } }), 0);
  });

  it('shows no markup in an entry: no emphasis, links, footnotes or escapes', () => {
    const { text: source, spans: places } = marked(
      '[|The **pier** at \\*Ostry\\* is [old](http://a.example/b \"Pier\"),[^1] R&amp;D says.|]\n\n[^1]: Notes.\n',
    );
    const sheet = runToCompletion(
      factSheetOf(
        drafted(source, {
          claims: places.map((span) => ({ span, verdict: 'unclear', score: 0, evidence: [] })),
          base: BASE,
        }),
      ),
    );
    assert.equal(sheet.entries[0]?.text, 'The pier at *Ostry* is old, R&D says.');
  });

  it('cites the evidence, with a URI if the source is a file', () => {
    const [statement] = runToCompletion(
      factSheetOf(drafted(text, { claims, findings, base: BASE })),
    ).entries;
    assert.deepEqual(statement?.evidence, [
      { ...EVIDENCE[0], uri: 'memory:///log/tides.md' },
      EVIDENCE[1],
    ]);
  });

  it('has no entries if no source covers the draft', () => {
    const sheet = runToCompletion(
      factSheetOf(drafted('It rose.', { isCovered: false, base: BASE })),
    );
    assert.deepEqual(sheet, {
      uri: 'memory:///draft.md',
      version: 3,
      headline: '',
      isCovered: false,
      state: {
        kind: 'uncovered',
        text: 'No source covers this draft, so its claims and quotes were not checked.',
        open: '',
        isSample: false,
      },
      notes: [],
      entries: [],
      names: [],
      dismissed: [],
    });
  });
});
