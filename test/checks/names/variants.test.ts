import { describe, it } from 'mocha';
import { entity, expectFindings, expectFixed, expectNoFindings } from './findNames.js';

describe('two accepted spellings', () => {
  it('are reported once if a draft mixes them', () => {
    expectFindings(
      'Sergei Dolin came. Sergei Dolin spoke. [|Sergey|] Dolin left. Sergey Dolin slept.',
      [],
      'name/inconsistent',
    );
    expectFixed(
      'The Baltic Fisheries Organisation met. The Baltic Fisheries [|Organization|] voted. So the Baltic Fisheries Organisation left.',
      [entity('body', 'Baltic Fisheries Organisation')],
      'name/inconsistent',
      'The Baltic Fisheries Organisation met. The Baltic Fisheries Organisation voted. So the Baltic Fisheries Organisation left.',
    );
  });

  it('are changed to the spelling of the source, even if it is not the first', () => {
    expectFixed(
      'Judge Jan [|Wronski|] sat. Judge Jan Wroński rose.',
      [entity('person', 'Jan Wroński')],
      'name/inconsistent',
      'Judge Jan Wroński sat. Judge Jan Wroński rose.',
    );
  });

  it('are reported if one of them stands alone', () => {
    expectFindings(
      'Mette Jørgensen is the vet. A patient of [|Jorgensen|] died. Mette Jørgensen was away.',
      [],
      'name/inconsistent',
    );
    expectNoFindings('Mette Jørgensen is the vet. A horse of Lars Jorgensen died.', []);
  });

  it('are accepted for two different names', () => {
    expectNoFindings('Sergei Dolin met Sergey Malkin.', []);
    expectNoFindings('The Centre for Ice met at the Polar Center.', []);
  });
});
