import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { archiveEvidence } from '../../server/archive/evidence.js';
import { withArchiveExplanations } from '../../server/checks/archiveExplanation.js';
import { type Report, checkDraftTask } from '../../server/checks/check.js';
import { explainClaims } from '../../server/checks/claims/explanation.js';
import { DEFAULT_SPELLING } from '../../server/checks/spelling/options.js';
import {
  type JudgeRequest,
  type Readings,
  isJudgeRequest,
  textOf,
} from '../../server/inference/readings.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { type Prose, readProse } from '../../server/prose/prose.js';
import {
  type ArchiveEvidence,
  NO_ARCHIVE_EVIDENCE,
} from '../../server/reference/archiveEvidence.js';
import { NO_REFERENCE, type Reference } from '../../server/reference/reference.js';
import { archivedStory } from '../archivedStory.js';
import { type Opinion, judgeSaying } from './claims/fakeJudge.js';
import { referenceTo } from './claims/judgeDraft.js';

const STORY =
  'The council of Tarn Bay met on Monday. It heard from Ines Calloway, who rents the kiosk on the pier and paid 400 pounds last year.\n';

/** Words that the reporter's own source has. */
const OWN = 'The council of Tarn Bay closed the swimming pool for a month.';

/** About the same town and people, but with nothing on the claims. */
const OTHER = `${OWN} Ines Calloway sent a letter about the pool.\n`;

/**
 * What the judge says of each claim with the passages of the story, and the verdict that follows if these are an
 * archive's: what differs from an archive stays to check.
 */
const CLAIMS: readonly (readonly [claim: string, opinion: Opinion, verdict: string])[] = [
  ['Ines Calloway addressed the council of Tarn Bay.', { supported: 0.97 }, 'supported'],
  [
    'Ines Calloway bought the kiosk on the pier.',
    { contradicted: 0.98, against: 'bought' },
    'unclear',
  ],
  ['Ines Calloway wanted to widen the kiosk.', { supported: 0.3, neither: 0.4 }, 'unclear'],
];

const ASKED = CLAIMS.map(([claim]) => claim);
const DRAFT = `${[OWN, ...ASKED].join('\n\n')}\n`;
const VERDICTS = ['supported', ...CLAIMS.map(([, , verdict]) => verdict)];

const isOfStory = ({ passages }: JudgeRequest): boolean =>
  passages.some((passage) => passage.includes('kiosk'));

/** What the judge says with the passages of the story; with others it says that they decide nothing. */
function opinionOn(request: JudgeRequest): Opinion {
  const [, opinion] = CLAIMS.find(([claim]) => claim === textOf(request)) ?? [];
  return isOfStory(request) && opinion !== undefined ? opinion : { neither: 0.5 };
}

const JUDGE = judgeSaying(opinionOn);

const ARCHIVED = archiveEvidence([archivedStory(STORY)], new Set());

function check(
  draft: string | Prose,
  reference: Reference,
  readings: Readings,
  archive?: ArchiveEvidence,
): Report {
  const prose = typeof draft === 'string' ? readProse(draft) : draft;
  const basis = { reference, readings, spelling: DEFAULT_SPELLING, archive };
  return runToCompletion(checkDraftTask(prose, basis));
}

function verdictsIn({ claims }: Report): readonly string[] {
  return claims.map(({ verdict }) => verdict);
}

function claimsUnreadIn({ unread }: Report): readonly JudgeRequest[] {
  return unread.filter(isJudgeRequest);
}

/** The codes of the findings about claims. */
function codesIn({ findings }: Report): readonly string[] {
  return findings.map(({ code }) => code).filter((code) => code.startsWith('claim/'));
}

/** A judge that has read what a test lets it read. */
function readerOf(): { readonly readings: Readings; readonly read: (of: Report) => void } {
  const known = new Set<string>();
  const readings = judgeSaying(opinionOn);
  const isRead = (request: JudgeRequest): boolean => known.has(JSON.stringify(request));
  return {
    readings: {
      ...readings,
      judge: (request) => (isRead(request) ? readings.judge(request) : undefined),
    },
    read: (report) => {
      for (const request of claimsUnreadIn(report)) known.add(JSON.stringify(request));
    },
  };
}

describe('a claim that the judge reads with the archive’s passages', () => {
  it('is supported as by a source with the same words, and to check where that would contradict it', () => {
    const bySource = check(DRAFT, referenceTo(`${OTHER}${STORY}`), JUDGE);
    const byArchive = check(DRAFT, referenceTo(OTHER), JUDGE, ARCHIVED);
    assert.deepEqual(verdictsIn(bySource), ['supported', 'supported', 'contradicted', 'unclear']);
    assert.deepEqual(verdictsIn(byArchive), VERDICTS);
    assert.deepEqual(
      byArchive.claims.map(({ isFromArchive = false, note }) => [isFromArchive, note]),
      [
        [false, undefined],
        [true, 'Only your archive of 12 March 2021 has this.'],
        [
          true,
          'Your archive of 12 March 2021 differs: “bought”: the source says otherwise, “It heard from Ines … paid 400 pounds last year.”',
        ],
        [false, undefined],
      ],
    );
  });

  it('is never the reason for a finding', () => {
    assert.deepEqual(codesIn(check(DRAFT, referenceTo(`${OTHER}${STORY}`), JUDGE)), [
      'claim/contradicted',
    ]);
    assert.deepEqual(codesIn(check(DRAFT, referenceTo(OTHER), JUDGE, ARCHIVED)), []);
  });

  it('stays to check in the present tense, whatever the judge says', () => {
    const draft = 'Ines Calloway runs the kiosk on the pier.\n';
    const verdictBy = (opinion: Opinion): readonly unknown[] =>
      check(draft, NO_REFERENCE, judgeSaying(opinion), ARCHIVED).claims.map(
        ({ verdict, note = '' }) => [verdict, note.slice(0, 41)],
      );
    assert.deepEqual(verdictBy({ supported: 0.97 }), [
      ['unclear', 'Your archive of 12 March 2021 has this; it may'.slice(0, 41)],
    ]);
    assert.deepEqual(verdictBy({ contradicted: 0.98, against: 'runs' }), [
      ['unclear', 'Your archive of 12 March 2021 differs: “r'],
    ]);
  });

  it('has the same verdict whether its readings are there from the start or arrive one after another', () => {
    const prose = readProse(DRAFT);
    const reference = referenceTo(OTHER);
    const { readings, read } = readerOf();
    const rounds: Report[] = [];
    for (;;) {
      const report = check(prose, reference, readings, ARCHIVED);
      rounds.push(report);
      if (claimsUnreadIn(report).length === 0) break;
      read(report);
    }
    // First the sources' passages, then the archive's.
    assert.deepEqual(
      rounds.map((report) => claimsUnreadIn(report).map(isOfStory)),
      [[false, false, false], [true, true, true], []],
    );
    assert.deepEqual(rounds.map(verdictsIn), [
      ['supported', 'unclear', 'unclear', 'unclear'],
      ['supported', 'unclear', 'unclear', 'unclear'],
      VERDICTS,
    ]);
    const atOnce = check(DRAFT, reference, JUDGE, ARCHIVED);
    const plain = ({ claims, findings }: Report): unknown =>
      JSON.parse(JSON.stringify([claims.map((claim) => ({ ...claim })), findings]));
    assert.deepEqual(plain(rounds.at(-1) ?? atOnce), plain(atOnce));
  });

  it('is not sent to the archive before the judge has read the sources’ passages', () => {
    const reference = referenceTo(OTHER);
    const { readings, read } = readerOf();
    const prose = readProse(DRAFT);
    const before = check(prose, reference, readings, NO_ARCHIVE_EVIDENCE);
    assert.deepEqual(before.queries, []);
    read(before);
    assert.equal(check(prose, reference, readings, NO_ARCHIVE_EVIDENCE).queries?.length, 3);
  });

  it('does not keep a quotation inside it waiting', () => {
    const words = 'we waited nine years for the new pier';
    const around = `Ines Calloway, who said “${words}”, addressed the council of Tarn Bay.`;
    const { readings, read } = readerOf();
    const reference = referenceTo(OTHER);
    const prose = readProse(`${OWN} ${around}\n`);
    const before = check(prose, reference, readings, NO_ARCHIVE_EVIDENCE);
    assert.equal(claimsUnreadIn(before).length, 1);
    assert.deepEqual(
      before.queries?.map(({ key }) => key),
      [words],
    );
    read(before);
    const after = check(prose, reference, readings, NO_ARCHIVE_EVIDENCE);
    assert.equal(after.queries?.length, 2);
  });

  it('does not keep a quotation after it from an answer', () => {
    const draft = `${OWN} Ines Calloway addressed the council of Tarn Bay: “we waited nine years for the new pier”.\n`;
    const story = `${STORY.trimEnd()} “We waited nine years for the new pier,” said Ines Calloway.\n`;
    const archived = archiveEvidence([archivedStory(story)], new Set());
    const report = check(draft, referenceTo(OTHER), readerOf().readings, archived);
    assert.equal(claimsUnreadIn(report).length, 1);
    assert.deepEqual(
      report.claims.map(({ verdict, isQuote }) => [verdict, isQuote]),
      [
        ['supported', undefined],
        ['supported', true],
      ],
    );
  });

  it('is not read with the archive’s passages if the sources answer it', () => {
    const { readings, read } = readerOf();
    const prose = readProse(DRAFT);
    const reference = referenceTo(`${OTHER}${STORY}`);
    const other = archiveEvidence([archivedStory(OTHER)], new Set());
    read(check(prose, reference, readings, other));
    assert.deepEqual(claimsUnreadIn(check(prose, reference, readings, other)).map(textOf), [
      ASKED.at(-1),
    ]);
  });

  it('is not reported as missing from the sources until it was read', () => {
    const draft = 'Ines Calloway wanted to widen the kiosk.\n';
    const readings = judgeSaying((request) => (isOfStory(request) ? undefined : { neither: 0.9 }));
    const reference = referenceTo(OTHER);
    assert.deepEqual(codesIn(check(draft, reference, readings)), ['claim/unsupported']);
    assert.deepEqual(codesIn(check(draft, reference, readings, ARCHIVED)), []);
    const without = judgeSaying((request) =>
      isOfStory(request) ? { neither: 0.9, against: 'widen' } : { neither: 0.9 },
    );
    assert.deepEqual(codesIn(check(draft, reference, without, ARCHIVED)), ['claim/unsupported']);
  });

  it('is to check instead of missing if the archive’s passages may support it', () => {
    const draft = `${OWN} Ines Calloway wanted to widen the kiosk.\n`;
    const readings = judgeSaying((request) =>
      isOfStory(request) ? { supported: 0.5, neither: 0.4 } : { neither: 0.9 },
    );
    const bySource = check(draft, referenceTo(`${OTHER}${STORY}`), readings);
    assert.deepEqual(verdictsIn(bySource), ['supported', 'unclear']);
    assert.deepEqual(verdictsIn(check(draft, referenceTo(OTHER), readings)), [
      'supported',
      'unsupported',
    ]);
    const byArchive = check(draft, referenceTo(OTHER), readings, ARCHIVED);
    assert.deepEqual(verdictsIn(byArchive), ['supported', 'unclear']);
    assert.deepEqual(codesIn(byArchive), []);
    const claim = byArchive.claims.at(-1);
    assert.equal(claim?.note, 'Your archive of 12 March 2021 may have this.');
    assert.match(claim.evidence[0]?.text ?? '', /rents the kiosk/u);
    const alone = check(
      'Ines Calloway wanted to widen the kiosk.\n',
      NO_REFERENCE,
      readings,
      ARCHIVED,
    );
    assert.deepEqual(verdictsIn(alone), ['unclear']);
  });

  it('is judged once in a check, also in a draft that no source covers', () => {
    const far = referenceTo('Ostrava has 14 fire engines. The brigade bought one in 1987.\n');
    for (const reference of [referenceTo(OTHER), far, NO_REFERENCE]) {
      const asked = new Map<string, Set<JudgeRequest>>();
      const readings: Readings = {
        ...JUDGE,
        judge: (request) => {
          const key = JSON.stringify(request);
          asked.set(key, (asked.get(key) ?? new Set()).add(request));
          return JUDGE.judge(request);
        },
      };
      const prose = readProse(DRAFT);
      const report = check(prose, reference, readings, ARCHIVED);
      assert.ok(report.claims.some(({ isFromArchive }) => isFromArchive === true));
      check(prose, reference, readings, ARCHIVED);
      assert.ok(asked.size >= 3);
      // A claim that is judged again is asked about in another object.
      for (const requests of asked.values()) assert.equal(requests.size, 1);
    }
  });

  it('is explained by what the judge says', () => {
    const prose = readProse(DRAFT);
    const report = check(prose, referenceTo(OTHER), JUDGE, ARCHIVED);
    const local = explainClaims(prose, report.reference, JUDGE);
    const explained = withArchiveExplanations(prose, report.claims, local, ARCHIVED, JUDGE);
    assert.deepEqual(
      explained.map(({ verdict, reasons }) => [
        verdict,
        reasons.filter((reason) => reason.startsWith('By the judge')).length,
      ]),
      VERDICTS.map((verdict, at) => [verdict, at === 0 ? 0 : 1]),
    );
  });
});
