import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkDraft } from '../../server/checks/check.js';
import { isAbout, sourcesCover } from '../../server/checks/coverage.js';
import { readProse } from '../../server/prose/prose.js';
import { runToCompletion } from '../../server/prose/cooperativeTask.js';
import { buildBase } from '../../server/reference/indexSource.js';
import {
  type Reference,
  createReference,
  referenceFromSources,
} from '../../server/reference/reference.js';
import { HEARING } from './quotes/hearing.js';

const LIDO = [
  'The council reopened the lido at Harbour Road on Monday.',
  'Repairs to the pool took two years and cost 3.4 million pounds.',
  'Engineers replaced the pumps and relined the basin with steel.',
  'Swimmers queued along the promenade before the gates opened.',
  'The mayor, Maren Oduya, cut a ribbon beside the diving tower.',
  'Tickets for adults will cost six pounds until September.',
  'A storm had cracked the sea wall in the winter of 2021.',
  'Volunteers raised 90,000 pounds for a new café on the terrace.',
];
/** The same facts in other words. */
const RETOLD = [
  'The lido at Harbour Road is open again.',
  'The repairs cost 3.4 million pounds.',
  'The pumps of the pool were replaced.',
  'Swimmers were queueing along the promenade.',
  'A ribbon was cut by mayor Maren Oduya.',
  'Adults pay six pounds a ticket until September.',
  'In 2021 the sea wall was cracked by a storm.',
  'A café on the terrace is paid for by volunteers.',
];
const COMET = [
  'The comet passes Mars in May, astronomers said.',
  'Its tail stretches beyond the orbit of the moon.',
  'Telescopes in Chile will follow it for weeks.',
  'Amateurs discovered the object by chance in 1987.',
  'Dust from its surface reddens the light of the stars.',
  'A probe photographed the nucleus from close by.',
  'Jupiter bends its path on every passage.',
  'Nobody expects fragments to reach the atmosphere.',
];

describe('sources about a hearing', () => {
  const related =
    'The hearing in Whitby over the harbour wall went on. The board was warned twice.';
  const unrelated = 'A goat won the sheepdog trials in Brecon. Its owner blamed a thistle.';

  it('cover a draft about the hearing, and no other', () => {
    assert.equal(runToCompletion(sourcesCover(readProse(related), HEARING)), true);
    assert.equal(runToCompletion(sourcesCover(readProse(unrelated), HEARING)), false);
    assert.equal(runToCompletion(sourcesCover(readProse(''), HEARING)), false);
  });

  it('are searched again only for the sentence that an edit changed', () => {
    let searches = 0;
    const counted: Reference = {
      ...HEARING,
      evidence: {
        ...HEARING.evidence,
        search: (words, limit) => {
          searches++;
          return HEARING.evidence.search(words, limit);
        },
      },
    };
    const before = readProse(`Nobody answered her letter. ${related}\n\nShe wrote twice.\n`);
    runToCompletion(sourcesCover(before, counted));
    assert.equal(searches, 4);
    const after = readProse(
      `Nobody answered her letters. ${related}\n\nShe wrote twice.\n`,
      'markdown',
      before,
    );
    assert.equal(runToCompletion(sourcesCover(after, counted)), true);
    assert.equal(searches, 5);
  });
});

describe('a reference that nobody chose for a draft', () => {
  const REGATTA = `---
dossier: The regatta
---

## People

### Ana Brandt
### Igor Sall
### Ruth Amadi

## Bodies

### Lagoon Yacht Club

## Facts

- Ana Brandt won the regatta of the Lagoon Yacht Club on Sunday.
- Igor Sall disqualified two boats of the Lagoon Yacht Club.
- Ruth Amadi sponsored the regatta for four years.
`;
  const sample = createReference(buildBase([{ name: 'a.md', text: REGATTA }]).base, 'sample');
  const about = (draft: string): boolean => runToCompletion(isAbout(readProse(draft), sample));

  it('applies to a draft that tells its story, in other words and with mistakes', () => {
    assert.ok(
      about(
        'The Lagoon Yacht Club has a winner: Ana Brandt. Two boats were disqualified by Igor Sall, and the regatta had a sponsor, Ruth Amadi.',
      ),
    );
  });

  it('does not apply to another story about the same people', () => {
    assert.ok(!about('Ana Brandt, Igor Sall and Ruth Amadi met in Split for four years.'));
    assert.ok(!about('Ana Brandt won the regatta on Sunday.'));
    assert.ok(
      !about(
        'Ana Brandt and Igor Sall married in a chapel above the bay. The guests, among them the Lagoon Yacht Club and half the town, threw rice, danced until dawn and ate grilled sardines from paper plates.',
      ),
    );
    assert.ok(!about(COMET.join(' ')));
    assert.ok(!about(''));
  });
});

/** The codes reported about claims and coverage. */
function reportedCodes(draft: string, reference = lido()): readonly string[] {
  return checkDraft(readProse(draft), reference)
    .findings.map(({ code }) => code)
    .filter((code) => /^(?:claim|reference)\//u.test(code));
}

function lido(): Reference {
  return referenceFromSources([{ name: 'lido.md', text: LIDO.join(' ') }]);
}

describe('a draft about another subject than the sources', () => {
  it('is reported as uncovered, once', () => {
    assert.deepEqual(reportedCodes(COMET.join(' ')), ['reference/uncovered']);
  });

  it('gets no reports of unsupported quotes, though it shares words with the sources', () => {
    const draft =
      'Repairs to the sea wall at Leith will end in winter. A storm closed the road to the tower in 2019. The pumps of the mine stood still for years. Its owner blames the rain. “Nobody asked the swimmers of Leith what they wanted,” said Ana Roe.';
    const codes = checkDraft(readProse(draft), lido()).findings.map(({ code }) => code);
    assert.ok(codes.includes('reference/uncovered'));
    assert.ok(!codes.includes('quote/unsupported'));
  });

  it('has no supported claims, even if one sentence shares words with the sources', () => {
    const draft = [...COMET, 'The mayor, Maren Oduya, cut a ribbon.'].join(' ');
    const { claims } = checkDraft(readProse(draft), lido());
    assert.ok(claims.length >= COMET.length, String(claims.length));
    assert.deepEqual(new Set(claims.map(({ verdict }) => verdict)), new Set(['unclear']));
  });

  it('is recognised without a search for evidence for each claim', () => {
    const reference = lido();
    const searches: number[] = [];
    const counted: Reference = {
      ...reference,
      evidence: {
        ...reference.evidence,
        search: (words, limit) => {
          searches.push(limit);
          return reference.evidence.search(words, limit);
        },
      },
    };
    reportedCodes(COMET.join(' '), counted);
    assert.equal(searches.length, COMET.length);
    reportedCodes(RETOLD.join(' '), counted);
    assert.ok(searches.length > COMET.length + RETOLD.length);
  });

  it('is not one that has some of their facts in other words', () => {
    assert.ok(!reportedCodes(RETOLD.join(' ')).includes('reference/uncovered'));
    const half = [...COMET.slice(0, 4), ...LIDO.slice(0, 4)].join(' ');
    assert.ok(!reportedCodes(half).includes('reference/uncovered'));
  });

  it('stays covered while it is written, even if it begins with something new', () => {
    const texts = [
      ...RETOLD.slice(0, 1),
      ...COMET.slice(0, 3),
      ...RETOLD.slice(1, 3),
      ...COMET.slice(3, 5),
    ];
    for (const end of texts.keys()) {
      const written = texts.slice(0, end + 1).join(' ');
      assert.ok(!reportedCodes(written).includes('reference/uncovered'), written);
    }
  });

  it('is judged like a new draft when edits change its subject, and change it back', () => {
    const reference = lido();
    let prose = readProse('');
    for (const sentences of [COMET, [...COMET, ...LIDO], [...COMET, ...LIDO.slice(0, 1)]]) {
      const version = sentences.join(' ');
      prose = readProse(version, 'markdown', prose);
      const edited = checkDraft(prose, reference);
      const fresh = checkDraft(readProse(version), lido());
      assert.deepEqual(edited.findings, fresh.findings);
      assert.deepEqual(edited.claims, fresh.claims);
      assert.equal(edited.isCovered, fresh.isCovered);
    }
  });
});
