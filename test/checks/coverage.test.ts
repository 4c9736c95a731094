import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../server/checks/claims/claims.js';
import { isForeign } from '../../server/checks/coverage.js';
import { readProse, sentencesOf } from '../../server/prose/prose.js';
import { learn } from '../../server/reference/learn.js';
import { createReference } from '../../server/reference/reference.js';

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
/** The same told otherwise, as a reporter does. */
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

const REFERENCE = createReference(learn([{ name: 'lido.md', text: LIDO.join(' ') }]).base);

function foreign(sentences: readonly string[]): boolean {
  const statements = sentencesOf(readProse(sentences.join(' '))).map(({ sentence }) => sentence);
  return isForeign(statements, REFERENCE.evidence);
}

describe('a foreign draft', () => {
  it('has hardly a sentence like one of the sources', () => {
    assert.equal(foreign(COMET), true);
    assert.equal(foreign([...COMET, ...RETOLD.slice(0, 1)]), true);
  });

  it('is none that tells what the sources tell in words of its own, in part at least', () => {
    assert.equal(foreign(RETOLD), false);
    assert.equal(foreign([...COMET, ...RETOLD.slice(0, 4)]), false);
  });

  it('is not made out of a few sentences', () => {
    assert.equal(foreign(COMET.slice(0, 7)), false);
  });

  it('is told once, and claims nothing that the sources bear out', () => {
    const draft = [...COMET, LIDO[0] ?? ''].join(' ');
    const { findings, claims } = checkClaims(readProse(draft), REFERENCE);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['reference/uncovered'],
    );
    assert.deepEqual(new Set(claims.map(({ verdict }) => verdict)), new Set(['unsupported']));
  });

  it('is judged like any other once it has become one of the sources’ matter, and back', () => {
    const versions = [
      COMET.join(' '),
      [...COMET, ...LIDO].join(' '),
      [...COMET, LIDO[0] ?? ''].join(' '),
    ];
    let prose = readProse('');
    for (const version of versions) {
      prose = readProse(version, 'markdown', prose);
      assert.deepEqual(
        checkClaims(prose, REFERENCE),
        checkClaims(
          readProse(version),
          createReference(learn([{ name: 'lido.md', text: LIDO.join(' ') }]).base),
        ),
      );
    }
  });
});
