import { describe, it } from 'mocha';
import { entity, expectFixed, expectNoFindings, person } from './findNames.js';

const KNOWN = [
  person('Magdalena Wróblewska', 'chief engineer', 'Norðurleið'),
  person('Þorvaldur Eyjólfsson', 'captain', 'Norðurleið'),
  entity('place', 'Zürich'),
];

describe('a name without its accents', () => {
  it('is reported in a draft that writes the accents of others', () => {
    expectFixed(
      'Þorvaldur Eyjólfsson met Magdalena [|Wroblewska|].',
      KNOWN,
      'name/misspelled',
      'Þorvaldur Eyjólfsson met Magdalena Wróblewska.',
    );
  });

  it('is not one whose accents are letters of their own, in the draft or in the sources', () => {
    const draft = 'Þorvaldur Eyjólfsson met Magdalena Wróblewska.';
    expectNoFindings(draft.normalize('NFD'), KNOWN);
    const decomposed = KNOWN.map((each) => ({ ...each, name: each.name.normalize('NFD') }));
    expectNoFindings(draft, decomposed);
  });

  it('is not one that a source writes with another apostrophe', () => {
    const known = [...KNOWN, person('Ciara O\u02BCDell', 'pilot', 'Norðurleið')];
    expectNoFindings('Þorvaldur Eyjólfsson met Ciara O’Dell.', known);
  });

  it('is accepted in a draft without any accents', () => {
    expectNoFindings('Thorvaldur Eyjolfsson met Magdalena Wroblewska.', KNOWN);
  });

  it('is accepted as the English name of a well-known place', () => {
    expectNoFindings('Þorvaldur Eyjólfsson flew to Zurich.', KNOWN);
  });
});
