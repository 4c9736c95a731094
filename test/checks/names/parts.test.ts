import { describe, it } from 'mocha';
import { entity, expectFixed, expectNoFindings, person } from './findNames.js';

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
  person('Jean-Luc Picard', 'steward', 'Kalmar Rovers'),
  person('Kim Berg', 'steward', 'Oslo Savings'),
  person('Anna Kim Lund', 'steward', 'Oslo Savings'),
  entity('body', 'Garda Economic Crime Bureau'),
  entity('body', 'Institute for Coastal Ecology'),
  entity('body', 'Ministry of Fisheries'),
];
/** The opening of a draft about known people. */
const ABOUT = "Priya D'Souza and Ana Lucía Etxeberria were there. ";

function fixes(draft: string, after: string): void {
  expectFixed(ABOUT + draft, BASE, 'name/misspelled', ABOUT + after);
}

function accepts(draft: string): void {
  expectNoFindings(ABOUT + draft, BASE);
}

describe('the parts of a name', () => {
  it('are reported if they are in the wrong order', () => {
    fixes('Then [|Nneka Hale-Okwuosa|] left.', 'Then Nneka Okwuosa-Hale left.');
    fixes('Then [|Lucía Ana Etxeberria|] left.', 'Then Ana Lucía Etxeberria left.');
    fixes('The [|Garda Crime Economic Bureau|] sat.', 'The Garda Economic Crime Bureau sat.');
  });

  it('are accepted if one name ends and another begins', () => {
    accepts('At the Economic Crime Bureau Garda officers stood.');
  });

  it('may be in another order for a family name that comes first', () => {
    accepts('Then Seo-yeon Kim left. Later Li Wang came.');
  });

  it('are reported if one is missing', () => {
    fixes('Then [|Nneka Okwuosa|] left.', 'Then Nneka Okwuosa-Hale left.');
    fixes('Then [|Jan van Westhuizen|] left.', 'Then Jan van der Westhuizen left.');
    fixes('Then [|Siobhán Bhriain|] left.', 'Then Siobhán Ní Bhriain left.');
  });

  it('may be fewer on later mention, or lack an Arabic article', () => {
    accepts('Then Nasrin Sabbagh left with Ana Etxeberria and Ms. Westhuizen.');
    accepts('Then Nneka Okwuosa Smith left with Nneka Okwuosa–Hale.');
  });

  it('are reported if a space is missing', () => {
    fixes(
      'On board from [|NorwayPriya|] D’Souza waved.',
      'On board from Norway Priya D’Souza waved.',
    );
    fixes('Ana Lucía [|Etxeberriawalked|] home.', 'Ana Lucía Etxeberria walked home.');
    fixes('Then [|Mr.Etxeberria|] left.', 'Then Mr. Etxeberria left.');
    fixes('Then Nneka [|Okwuosahale|] left.', 'Then Nneka Okwuosa-Hale left.');
    fixes('Then [|Jeanluc|] Picard left.', 'Then Jean-Luc Picard left.');
    accepts('Then Jeanluc Ademar left. Then Annakim Berg left.');
    accepts('Then Anna Bergman left. They read MyPriya and #PriyaEtxeberria.');
  });

  it('are reported with the wrong preposition', () => {
    fixes('The Institute [|of|] Coastal Ecology paid.', 'The Institute for Coastal Ecology paid.');
    accepts('The Institute of Ecology paid.');
    fixes('The Ministry [|for|] Fisheries paid.', 'The Ministry of Fisheries paid.');
    fixes(
      'Then the Ministry [|for|] Fisheries and he paid.',
      'Then the Ministry of Fisheries and he paid.',
    );
  });

  it('may be those of another body of a longer name', () => {
    accepts('The Flemish Ministry for Fisheries paid, and Kent’s Ministry for Fisheries did.');
    accepts('The Ministry for Fisheries in Flanders paid.');
    accepts('The Ministry for Fisheries and Food paid. The Ministry for Fisheries Research did.');
    accepts('The Ministry at Fisheries paid.');
  });

  it('may belong to another person of the surname', () => {
    fixes('Then [|Omar|] Salah, the goalkeeper, left.', 'Then Ahmed Salah, the goalkeeper, left.');
    accepts('Then Omar Salah, a goalkeeper, left. So did Omar Salah, the former goalkeeper.');
    accepts('Ahmed Salah sat. Then Omar Salah, the goalkeeper, left.');
    accepts('Ahmed Salah sat. His brother Ahmet Salah and his sister Ahmeda Salah stood.');
    accepts('Anna Berg sat. Hanna Berg, a nurse, stood.');
    accepts('Then Wang Lei left.');
  });
});

describe('an English word in place of a surname', () => {
  it('is reported after the given name or an honorific, or before a speech verb', () => {
    fixes('Then Amadou [|Dialog|] left.', 'Then Amadou Diallo left.');
    fixes('Ahmed Salah sat. Mr. [|Salad|] left.', 'Ahmed Salah sat. Mr. Salah left.');
    fixes('Ahmed Salah sat. “No,” [|Salad|] said.', 'Ahmed Salah sat. “No,” Salah said.');
  });

  it('is accepted elsewhere', () => {
    accepts('Ahmed Salah sat. Salad was served. The Salad Bar was shut.');
    accepts('Anna Berg sat. Bergs drift. Barge crews left.');
  });
});
