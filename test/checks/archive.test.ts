import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ArchivedPassages } from '../../server/archive/archive.js';
import { archiveEvidence } from '../../server/archive/evidence.js';
import { type Report, checkDraftTask } from '../../server/checks/check.js';
import { withArchiveExplanations } from '../../server/checks/archiveExplanation.js';
import { explainClaims } from '../../server/checks/claims/explanation.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import { NO_READINGS } from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { readProse } from '../../server/prose/prose.js';
import { NO_ARCHIVE_EVIDENCE } from '../../server/reference/archiveEvidence.js';
import { NO_REFERENCE, referenceFromSources } from '../../server/reference/reference.js';
import { archivedStory } from '../archivedStory.js';

const STORY =
  'The harbour board of Tolmin bought two ferries for 14 million euros in 2019. The larger ferry carries 320 passengers. “We waited nine years for this ship,” said Ilse Varga.\n';

/**
 * Checks a draft against local sources and an archive; without sources if there is no text of one.
 */
function check(draft: string, source: string, archived: readonly ArchivedPassages[]): Report {
  const reference =
    source === '' ? NO_REFERENCE : referenceFromSources([{ name: 'notes.md', text: source }]);
  return runToCompletion(
    checkDraftTask(readProse(draft), {
      reference,
      readings: NO_READINGS,
      spelling: DEFAULT_SPELLING,
      archive: archiveEvidence(archived, new Set()),
    }),
  );
}

describe('a draft with an archive', () => {
  it('has claims supported by the archive alone, with date, title and link', () => {
    const { claims, findings } = check(
      'The harbour board of Tolmin bought two ferries in 2019.\n',
      'The mayor of Tolmin opened the library on Monday. It cost 3 million euros.\n',
      [archivedStory(STORY)],
    );
    assert.deepEqual(
      claims.map(({ verdict, note, evidence }) => ({ verdict, note, evidence: evidence[0] })),
      [
        {
          verdict: 'supported',
          note: 'Only your archive of 12 March 2021 has this.',
          evidence: {
            source: 'archive, 12 March 2021, Two ferries',
            line: 1,
            text: 'The harbour board of Tolmin bought two ferries for 14 million euros in 2019.',
            isFromArchive: true,
            link: 'https://news.example/1',
          },
        },
      ],
    );
    assert.deepEqual(
      findings.filter(({ code }) => code.startsWith('claim/')),
      [],
    );
  });

  it('is checked against the archive also without any source', () => {
    const { claims, isCovered } = check(
      'The harbour board of Tolmin bought two ferries in 2019. The board of Tolmin paid 14 million euros for two ferries.\n\n“We waited nine years for this ship,” said Ilse Varga.\n',
      '',
      [archivedStory(STORY)],
    );
    assert.equal(isCovered, true);
    assert.equal(claims.filter(({ verdict }) => verdict === 'supported').length >= 2, true);
    assert.equal(claims.at(-1)?.isQuote, true);
    assert.equal(claims.at(-1)?.verdict, 'supported');
  });

  it('gets no finding because of it, and a quotation that differs stays to check', () => {
    const { claims, findings } = check(
      'The harbour board of Tolmin bought five ferries for 14 million euros in 2019.\n\n“We waited twelve years for this ship,” said Ilse Varga.\n',
      '',
      [archivedStory(STORY)],
    );
    assert.deepEqual(
      findings.filter(({ code }) => /^(?:claim|quote)\//u.test(code)),
      [],
    );
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['unclear', 'unclear'],
    );
    for (const { note } of claims)
      assert.match(note ?? '', /^Your archive of 12 March 2021 differs: /u);
  });

  it('gets no tick for statements that may have changed since', () => {
    const { claims } = check('The larger ferry carries 320 passengers.\n', '', [
      archivedStory(STORY),
    ]);
    assert.deepEqual(
      claims.map(({ verdict, note }) => [verdict, note]),
      [['unclear', 'Your archive of 12 March 2021 has this; it may have changed since.']],
    );
  });

  it('keeps the verdicts of the sources', () => {
    const source = 'The harbour board of Tolmin bought three ferries in 2019.\n';
    const draft = 'The harbour board of Tolmin bought two ferries in 2019.\n';
    const { claims, findings } = check(draft, source, [archivedStory(STORY)]);
    assert.deepEqual(
      claims.map(({ verdict, isFromArchive }) => [verdict, isFromArchive]),
      [['contradicted', undefined]],
    );
    assert.ok(findings.some(({ code }) => code === 'claim/contradicted'));
    const other = check('The harbour board of Tolmin bought three ferries in 2019.\n', source, [
      archivedStory(STORY),
    ]);
    assert.equal(other.claims[0]?.verdict, 'supported');
    assert.equal(other.claims[0].evidence[0]?.source, 'notes.md');
  });

  it('sends each query about unanswered claims once', () => {
    const reference = referenceFromSources([
      { name: 'notes.md', text: 'Ilse Varga opened the library on Monday.\n' },
    ]);
    const prose = readProse(
      'Ilse Varga opened the library on Monday. The harbour board of Tolmin bought two ferries in 2019.\n',
    );
    const basis = { reference, readings: NO_READINGS, spelling: DEFAULT_SPELLING };
    const { queries = [] } = runToCompletion(
      checkDraftTask(prose, { ...basis, archive: NO_ARCHIVE_EVIDENCE }),
    );
    assert.deepEqual(
      queries.map(({ words }) => words),
      [['harbour', 'board', 'tolmin', 'buy', 'ferry', 'two', '2019']],
    );
    const answered = new Set(queries.map(({ key }) => key));
    const archive = archiveEvidence([], answered);
    assert.deepEqual(
      runToCompletion(checkDraftTask(prose, { ...basis, archive })).queries,
      queries,
    );
    assert.equal(runToCompletion(checkDraftTask(prose, basis)).queries, undefined);
  });

  it('sends no word that only a source has', () => {
    const source =
      'Chancellor Ilse Maria Varga chairs the harbour board of Tolmin. Varga lives in Ostrava. The board met on Monday.\n';
    const prose = readProse(
      'Varga opened the harbour of Tolmin. She bought two ferries for 14 million euros in 2019.\n',
    );
    const { queries = [] } = runToCompletion(
      checkDraftTask(prose, {
        reference: referenceFromSources([{ name: 'notes.md', text: source }]),
        readings: NO_READINGS,
        spelling: DEFAULT_SPELLING,
        archive: NO_ARCHIVE_EVIDENCE,
      }),
    );
    assert.deepEqual(
      queries.map(({ words }) => words),
      [
        ['varga', 'open', 'harbour', 'tolmin'],
        ['varga', 'buy', 'ferry', 'euro', 'two', '14', 'million', '2019'],
      ],
    );
  });

  it('distinguishes two documents with one day and title, and reads no sentence across a gap', () => {
    const one = archivedStory(STORY);
    const { reference, links } = archiveEvidence(
      [
        { ...one, sentences: one.sentences.filter(({ position }) => position !== 1) },
        archivedStory(STORY, { address: 'cms#2', link: undefined }),
      ],
      new Set(),
    );
    const [first, second] = [
      'archive, 12 March 2021, Two ferries (cms#1)',
      'archive, 12 March 2021, Two ferries (cms#2)',
    ];
    assert.deepEqual([...links], [[first, 'https://news.example/1']]);
    assert.deepEqual(
      reference.base.facts.map(({ citation, text }) => [citation.source, text.slice(0, 11)]),
      [
        [first, 'The harbour'],
        [first, ''],
        [first, ''],
        [first, ''],
        [first, '“We waited '],
        [second, 'The harbour'],
        [second, 'The larger '],
        [second, '“We waited '],
      ],
    );
  });

  it('explains its claims by the comparison with the archive', () => {
    const evidence = archiveEvidence([archivedStory(STORY)], new Set());
    const draft =
      'The mayor of Tolmin opened the library on Monday. The harbour board of Tolmin bought two ferries in 2019.\n\n“We waited nine years for this ship,” said Ilse Varga.\n';
    const source = 'The mayor of Tolmin opened the library on Monday. It cost 3 million euros.\n';
    const { claims, reference } = check(draft, source, [archivedStory(STORY)]);
    const prose = readProse(draft);
    const explained = withArchiveExplanations(
      prose,
      claims,
      explainClaims(prose, reference),
      evidence,
      NO_READINGS,
    );
    assert.deepEqual(
      explained.map(({ verdict, reasons, evidence: [first] }) => [
        verdict,
        reasons[0]?.startsWith('Only your archive of 12 March 2021'),
        first?.source,
      ]),
      [
        ['supported', false, 'notes.md'],
        ['supported', true, 'archive, 12 March 2021, Two ferries'],
        ['supported', true, 'archive, 12 March 2021, Two ferries'],
      ],
    );
    assert.ok(explained[1]?.slots.some(({ label }) => label === 'figure'));
  });
});
