import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checkClaims } from '../../../server/checks/claims/claims.js';
import { checkNames } from '../../../server/checks/names/names.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, mark, marked } from '../../marked.js';
import { entity, expectNoFindings, person } from './findNames.js';
import { referenceTo } from '../claims/judgeDraft.js';

const SOURCE = `Prof. Ingrid Halvorsen of Bergmark University led the survey. Councillor Dermot Tully opposed it. Rosa Lindqvist, chairman of the harbour board, agreed.

Dr Pavel Horák is the director of the Orlov Institute. Alena Horáková, his sister, is a nurse in Larnholm. The village has a school, Larnholm College.

Oleksandr Petrenko lives in Brovna. Mikko Virtanen plays for Tampere. Ayşe Demir is the mayor of Kumköy.`;
const REFERENCE = referenceTo(SOURCE);

/** The draft with the warnings of the name check marked, and after all preferred fixes. */
function checked(draft: string): { readonly reported: string; readonly fixed: string } {
  const found = runToCompletion(checkNames(readProse(draft), REFERENCE)).findings.filter(
    ({ severity }) => severity !== 'hint',
  );
  const fixes = found.flatMap((each) => each.fixes.filter(({ preferred }) => preferred));
  return {
    reported: mark(
      draft,
      found.map(({ span }) => span),
    ),
    fixed: edited(
      draft,
      fixes.flatMap(({ edits }) => edits),
    ),
  };
}

function accepts(draft: string): void {
  assert.equal(checked(draft).reported, draft);
}

describe('the title of a known person', () => {
  it('may be abbreviated or in full', () => {
    accepts(
      'Professor Ingrid Halvorsen spoke first. Prof Halvorsen left. Professor Halvorsen left.',
    );
    accepts('Cllr Dermot Tully disagreed. Councillor Tully left. Cllr Tully left.');
  });

  it('does not hide a misspelling beside it', () => {
    const { reported, fixed } = checked(
      marked('Cllr [|Tullly|] disagreed with Dermot Tully.').text,
    );
    assert.equal(reported, 'Cllr [|Tullly|] disagreed with Dermot Tully.');
    assert.equal(fixed, 'Cllr Tully disagreed with Dermot Tully.');
  });

  it('is a claim, not a name, if it is wrong', () => {
    const draft = 'Rosa Lindqvist, treasurer of the harbour board, agreed.';
    accepts(draft);
    const contradicted = runToCompletion(checkClaims(readProse(draft), REFERENCE)).findings.filter(
      ({ code }) => code === 'claim/contradicted',
    );
    assert.deepEqual(
      contradicted.map(({ span }) => draft.slice(span.start, span.end)),
      ['treasurer'],
    );
  });
});

describe('a right name beside one that looks like it', () => {
  it('may be a place and the institution named after it', () => {
    accepts('Larnholm College is in Larnholm. The College closed, and Larnholm mourned.');
  });

  it('may be a member of the same family, with the surname of the other gender', () => {
    accepts('Alena Horáková and Pavel Horák arrived. Horáková spoke, and Horák listened.');
  });

  it('may be inflected, in another language', () => {
    accepts('“Za Oleksandra Petrenka” was on the poster. Oleksandr Petrenko smiled.');
    accepts('Kumköylü fishermen left the port. The Brovnans stayed. Two Tampereens watched.');
  });
});

describe('the form of a name in the sources', () => {
  it('may begin with a title that is not the given name', () => {
    const sources = [person('H.E. Oskar Lindfell', 'ambassador', 'Ostria')];
    expectNoFindings('It expelled Oskar Lindfell, the Ostria ambassador.', sources);
  });

  it('may have the initial after the surname, as lists of authors do', () => {
    expectNoFindings('R. Tanabe weighed it.', [entity('person', 'Tanabe R.')]);
  });
});
