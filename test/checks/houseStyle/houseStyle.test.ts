import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding } from '../../../server/checks/finding.js';
import { checkHouseStyle } from '../../../server/checks/houseStyle/houseStyle.js';
import { parseStyle } from '../../../server/houseStyle/styleFile.js';
import { runToCompletion } from '../../../server/prose/cooperativeTask.js';
import { readProse } from '../../../server/prose/prose.js';
import { edited, expectSpans } from '../../marked.js';

/** The findings of rules, each a line of a house style, in a draft. */
function findingsIn(draft: string, ...rules: readonly string[]): readonly Finding[] {
  const { style, problems } = parseStyle(
    `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`,
  );
  assert.deepEqual(problems, []);
  return runToCompletion(checkHouseStyle(readProse(draft), style));
}

/** Asserts that a rule finds the marked words of each draft, and no others. */
function expectFindings(rule: string, ...drafts: readonly string[]): void {
  for (const draft of drafts)
    expectSpans(draft, (text) => findingsIn(text, rule).map(({ span }) => span));
}

/** A draft with the only fix of each of its findings. */
function fixed(draft: string, ...rules: readonly string[]): string {
  return edited(
    draft,
    findingsIn(draft, ...rules).flatMap(({ fixes }) => {
      assert.deepEqual(
        fixes.map(({ preferred }) => preferred),
        [true],
      );
      return fixes.flatMap(({ edits }) => edits);
    }),
  );
}

describe('words to avoid', () => {
  const rule = '{ avoid: [utilise, at this moment in time], write: use }';

  it('are reported as whole words, in headlines and at the start of sentences too', () => {
    expectFindings(
      rule,
      '# Crews [|Utilise|] Nets\n\nThey [|utilise|] nets. [|Utilise|] them, said the skipper.',
      'They are, [|at this moment in time|], at sea. (\n[|Utilise|] it.)',
      '- [|utilise|] nets\n- sell fish',
    );
  });

  it('are left alone in quotations, names, longer words and code', () => {
    expectFindings(
      rule,
      'They utilised “nets that we utilise”, a re-utilise plan and the Utilise Foundation.',
      '> We utilise nets.\n\nRun `utilise` or see https://example.org/utilise/now, #utilise and utilise.org.',
    );
  });

  it('are found in the case of a phrase that has capitals', () => {
    expectFindings('{ avoid: Burma, write: Myanmar }', 'In [|Burma|], burma is a word; BURMA too.');
  });

  it('are replaced in their own case', () => {
    assert.equal(fixed('Utilise nets. They utilise nets.', rule), 'Use nets. They use nets.');
    assert.equal(fixed('It don’t sail.', "{ avoid: don't sail, write: floats }"), 'It floats.');
  });

  it('say what is written instead, and why', () => {
    const [finding] = findingsIn(
      'They utilise nets.',
      '{ avoid: utilise, write: [use, apply], why: short }',
    );
    assert.equal(finding?.message, '“utilise” is “use” or “apply” in house style: short.');
    assert.deepEqual(
      finding.fixes.map(({ title, preferred }) => [title, preferred]),
      [
        ['Change to “use”', false],
        ['Change to “apply”', false],
      ],
    );
    const [banned] = findingsIn('They utilise nets.', 'avoid: utilise');
    assert.equal(banned?.message, '“utilise” is avoided in house style.');
    assert.deepEqual(banned.fixes, []);
  });

  it('are reported once if phrases overlap, for the longest', () => {
    const rules = ['avoid: in order', '{ avoid: in order to, write: to }'];
    assert.equal(fixed('They left in order to fish.', ...rules), 'They left to fish.');
  });
});

describe('forms of words', () => {
  it('are reported in other capitals, hyphens and spaces', () => {
    expectFindings(
      'form: Ofcom',
      'On Monday [|OFCOM|] fined it. Then [|ofcom|] did, Ofcom’s third.',
    );
    expectFindings('form: per cent', 'Up 5 [|percent|], down 3 [|per-cent|]. Per cent is right.');
    expectFindings(
      'form: email',
      'An [|e-mail|] came. Email is fine. [|E-mail|] is not. The [|Email|] came.',
    );
    expectFindings('form: vice-president', 'The [|vice president|] and the vice-president left.');
    assert.equal(
      fixed('E-mail him. OFCOM won.', 'form: email', 'form: Ofcom'),
      'Email him. Ofcom won.',
    );
  });

  it('are left alone in headlines in capitals, in names and in two separate words', () => {
    expectFindings('form: internet', '# Internet Fails\n\nThe Internet Archive of the internet.');
    expectFindings(
      'form: Ofcom',
      '# OFCOM FINES PIER\n\nWrite to press@ofcom.example or ofcom.example.',
    );
    expectFindings('form: everyday', 'Every day she has everyday work.');
  });
});

describe('numbers', () => {
  it('are written in words below the limit and in figures from there, if they count things', () => {
    expectFindings(
      'numbers: 10',
      'The harbour has [|7|] cranes. It had [|9|] old boats for [|3|] years.',
      'They saw [|twelve|] seals and [|twenty-one|] birds.',
    );
    assert.equal(
      fixed('It has 7 cranes and 8 tugs. We saw twenty-one seals.', 'numbers: 10'),
      'It has seven cranes and eight tugs. We saw 21 seals.',
    );
  });

  it('are left alone elsewhere', () => {
    expectFindings(
      'numbers: 10',
      '# 7 cranes fall\n\n- 7 cranes\n\nIt rose 5 per cent to £7 million over 3 km. Bo, 7, was 5 years old.',
      'Twelve seals were seen. It won 3-1, with 4 to 5 boats, on Channel 4 programmes and page 3 girls.',
      'Of 12 cranes, 7 cranes fell. The vote was five to twelve members.',
      'On 7 May it paid $5 fines. “We have 7 cranes,” she said. Lorries of 3.5 tonnes and 5-metre waves.',
      'She works the 3 am shifts and 4 p.m. shifts.',
    );
  });
});

describe('titles', () => {
  it('stand at the first reference only', () => {
    expectFindings(
      'titles: first',
      'Dr Maren Oduya spoke. Later [|Dr Oduya|] left.\n\nBo Ek came, and [|Mr Ek|] stayed.',
      'Mr Ek and Mrs Ek came. Mr Ek left. “Dr Oduya knew Dr Oduya,” he said.',
      'Ada Roe and Bo Roe spoke. Mr Roe left.',
      'Mr Ek spoke. She saw Saving Mr Ek.',
      'Mr Justice Ek sat. Later Mr Justice Ek rose. Mrs Justice Oduya sat, and Mrs Justice Oduya rose.',
    );
    assert.equal(
      fixed('Dr Maren Oduya spoke. Later Dr Oduya left.', 'titles: first'),
      'Dr Maren Oduya spoke. Later Oduya left.',
    );
  });

  it('stand after the first reference only', () => {
    expectFindings('titles: later', '[|Ms Maren Oduya|] spoke. Ms Oduya left.');
  });

  it('never stand there', () => {
    expectFindings('titles: never', '[|Ms Maren Oduya|] spoke. [|Ms Oduya|] left. Dr Ek came.');
  });
});

describe('the name of the paper', () => {
  it('is reported with another article or other capitals', () => {
    expectFindings(
      'paper: The Harbour Gazette',
      'She told [|the Harbour Gazette|] so. The Harbour Gazette asked. [|The Harbour gazette|] printed it.',
    );
    expectFindings(
      'paper: Harbour Gazette',
      'She told [|The Harbour Gazette|] and the Harbour Gazette.',
    );
    assert.equal(
      fixed('She told the Harbour Gazette so.', 'paper: The Harbour Gazette'),
      'She told The Harbour Gazette so.',
    );
  });

  it('is left alone where it describes another word or is none', () => {
    expectFindings(
      'paper: The Harbour Gazette',
      'The harbour gazette is old. It was told by the Harbour Gazette reporter, a Harbour Gazette man.',
    );
  });
});
