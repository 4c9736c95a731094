import { describe, it } from 'mocha';
import { expectFindings, expectFixed, expectNoFindings, person } from './findNames.js';

describe('a name in two forms in one draft', () => {
  it('is changed to the form of the sources: the order of its parts, a hyphen', () => {
    const known = [
      person('Seo Yun-ha', 'curator', 'Dunmore Museum'),
      person('Ottoline Vasquez-Marsh', 'head gardener', 'Larness Hall'),
    ];
    expectFixed(
      'Seo Yun-ha came. Then [|Yun-ha Seo|] left.',
      known,
      'name/inconsistent',
      'Seo Yun-ha came. Then Seo Yun-ha left.',
    );
    expectFixed(
      'Ottoline Vasquez-Marsh paid. Then Ottoline [|Vasquez Marsh|] left.',
      known,
      'name/misspelled',
      'Ottoline Vasquez-Marsh paid. Then Ottoline Vasquez-Marsh left.',
    );
  });

  it('is changed to the more frequent form if no source has it', () => {
    expectFixed(
      'Hakan Öztekin-Brandt ran. Hakan Öztekin-Brandt won, and [|Hakan Öztekin Brandt|] smiled.',
      [],
      'name/inconsistent',
      'Hakan Öztekin-Brandt ran. Hakan Öztekin-Brandt won, and Hakan Öztekin-Brandt smiled.',
    );
  });

  it('is found if its words are run together', () => {
    expectFindings(
      'The Kirkallan Rovers won. The Kirkallan Rovers sang. Then [|KirkallanRovers|] lost.',
      [],
      'name/inconsistent',
    );
  });

  it('is found if only the surname occurs, with and without its hyphen', () => {
    expectFindings(
      'Lady Rosalind Fyfe-Hamilton opened it. Lady [|Fyfe Hamilton|] cut a ribbon.',
      [],
      'name/inconsistent',
    );
  });

  it('is found if a word of an organisation’s name is in the other number', () => {
    expectFindings(
      'The Riverside Community Trust runs it. The [|Riverside Communities Trust|] paid.',
      [],
      'name/inconsistent',
    );
    expectNoFindings('The Riverside Community Trust met. The Riverside Sports Trust paid.', []);
  });

  it('is not a route, a fixture or a pair of English words', () => {
    expectNoFindings('The Brest-Nantes line is closed. The Nantes-Brest line is open.', []);
    expectNoFindings('He read the News Week in the newsroom. The Newsweek was old.', []);
  });
});
