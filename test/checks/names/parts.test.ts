import { describe, it } from 'mocha';
import { entity, expectMended, expectSilent, person } from './findNames.js';

const BASE = [
  person("Priya D'Souza", 'investigator', 'Garda Economic Crime Bureau'),
  person('Nneka Okwuosa-Hale', 'striker', 'Kalmar Rovers'),
  person('Ana Lucía Etxeberria', 'midfielder', 'Kalmar Rovers'),
  person('Siobhán Ní Bhriain', 'presiding judge', 'Cork Circuit Court'),
  person('Jan van der Westhuizen', 'defender', 'Kalmar Rovers'),
  person('Nasrin al-Sabbagh', 'juror', 'Cork Circuit Court'),
  person('Kim Seo-yeon', 'drill engineer', 'Polar Survey'),
  person('Amadou Diallo', 'coach', 'Milan Athletic'),
  person('Ahmed Salah', 'goalkeeper', 'Milan Athletic'),
  person('Anna Berg', 'banker', 'Oslo Savings'),
  person('Wang Li', 'aide', 'China'),
  entity('body', 'Garda Economic Crime Bureau'),
  entity('body', 'Institute for Coastal Ecology'),
];
/** A draft that is about those whom the base knows. */
const ABOUT = "Priya D'Souza and Ana Lucía Etxeberria were there. ";

function mended(draft: string, after: string): void {
  expectMended(ABOUT + draft, BASE, 'name/misspelled', ABOUT + after);
}

function silent(draft: string): void {
  expectSilent(ABOUT + draft, BASE);
}

describe('the parts of a name', () => {
  it('are told where they are mixed up', () => {
    mended('Then [|Nneka Hale-Okwuosa|] left.', 'Then Nneka Okwuosa-Hale left.');
    mended('Then [|Lucía Ana Etxeberria|] left.', 'Then Ana Lucía Etxeberria left.');
    mended('The [|Garda Crime Economic Bureau|] sat.', 'The Garda Economic Crime Bureau sat.');
  });

  it('are not told where a body ends and another name begins', () => {
    silent('At the Economic Crime Bureau Garda officers stood.');
  });

  it('may be in another order where the family name stands first', () => {
    silent('Then Seo-yeon Kim left. Later Li Wang came.');
  });

  it('are told where one is left out', () => {
    mended('Then [|Nneka Okwuosa|] left.', 'Then Nneka Okwuosa-Hale left.');
    mended('Then [|Jan van Westhuizen|] left.', 'Then Jan van der Westhuizen left.');
    mended('Then [|Siobhán Bhriain|] left.', 'Then Siobhán Ní Bhriain left.');
  });

  it('may be fewer on later mention, or without an Arabic article', () => {
    silent('Then Nasrin Sabbagh left with Ana Etxeberria and Ms. Westhuizen.');
    silent('Then Nneka Okwuosa Smith left with Nneka Okwuosa–Hale.');
  });

  it('are told where a space is lost', () => {
    mended(
      'On board from [|NorwayPriya|] D’Souza waved.',
      'On board from Norway Priya D’Souza waved.',
    );
    mended('Ana Lucía [|Etxeberriawalked|] home.', 'Ana Lucía Etxeberria walked home.');
    mended('Then [|Mr.Etxeberria|] left.', 'Then Mr. Etxeberria left.');
    silent('Then Anna Bergman left. They read MyPriya and #PriyaEtxeberria.');
  });

  it('keep the small word that joins them', () => {
    mended('The Institute [|of|] Coastal Ecology paid.', 'The Institute for Coastal Ecology paid.');
    silent('The Institute of Ecology paid.');
  });

  it('may belong to another of that surname', () => {
    mended('Then [|Omar|] Salah, the goalkeeper, left.', 'Then Ahmed Salah, the goalkeeper, left.');
    silent('Then Omar Salah, a goalkeeper, left. So did Omar Salah, the former goalkeeper.');
    silent('Ahmed Salah sat. Then Omar Salah, the goalkeeper, left.');
    silent('Ahmed Salah sat. His brother Ahmet Salah and his sister Ahmeda Salah stood.');
    silent('Anna Berg sat. Hanna Berg, a nurse, stood.');
    silent('Then Wang Lei left.');
  });
});

describe('an English word in the place of a surname', () => {
  it('is told behind the given name, an honorific, or where it says something', () => {
    mended('Then Amadou [|Dialog|] left.', 'Then Amadou Diallo left.');
    mended('Ahmed Salah sat. Mr. [|Salad|] left.', 'Ahmed Salah sat. Mr. Salah left.');
    mended('Ahmed Salah sat. “No,” [|Salad|] said.', 'Ahmed Salah sat. “No,” Salah said.');
  });

  it('is left alone elsewhere', () => {
    silent('Ahmed Salah sat. Salad was served. The Salad Bar was shut.');
    silent('Anna Berg sat. Bergs drift. Barge crews left.');
  });
});
