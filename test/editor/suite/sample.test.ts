import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import {
  type CompletionList,
  type Location,
  type LocationLink,
  type TextDocument,
  commands,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import {
  hoverTextAt,
  closeActive,
  openUntitled,
  rangeOf,
  applyFix,
  untilSquiggles,
} from './drafts.js';

const FIRST_DRAFT = 'copydesk.copydesk#firstDraft';
const CONTRADICTED = 'Contradicted';
const SUPPORTED = 'Supported';

describe('the sample that the walkthrough opens', () => {
  let sample: TextDocument;

  before(async () => {
    await commands.executeCommand('copydesk.openSample');
    sample = window.activeTextEditor?.document ?? assert.fail('no draft is open');
    assert.ok(sample.isUntitled);
    await untilSquiggles(sample, 'the sample is checked', (shown) =>
      ['Thursday', '1996', 'is attending'].every((words) =>
        shown.includes(`claim/contradicted “${words}”`),
      ),
    );
  });

  after(closeActive);

  it('shows the source of a claim, with the decisive words in bold', async () => {
    const text = await hoverTextAt(sample, 'the summit. India', CONTRADICTED);
    assert.match(
      text,
      /Modi \*\*does not attend\*\* .*\]\(command:copydesk\.showEvidence\?[^)]*astana-summit\.md[^)]*\)/u,
    );
  });

  it('shows the recorded words of a quote, and their speaker', async () => {
    const altered = await hoverTextAt(sample, 'hosts that', CONTRADICTED);
    assert.match(altered, /“has lasted for \*\*generations\*\*\.?” — Xi Jinping/u);
    const misattributed = await hoverTextAt(sample, 'dominance is', CONTRADICTED);
    assert.match(misattributed, /India has no problem with that,” — \*\*Harsh V\. Pant\*\*/u);
  });

  it('shows the evidence for a correct statement', async () => {
    assert.match(await hoverTextAt(sample, 'joined in 2017', SUPPORTED), /2017/u);
  });

  it('leads from a claim to its evidence', async () => {
    const places = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      sample.uri,
      rangeOf(sample, '1996').start,
    );
    const [place] = places;
    assert.ok(place !== undefined);
    const [uri, range] =
      'uri' in place ? [place.uri, place.range] : [place.targetUri, place.targetRange];
    const source = await workspace.openTextDocument(uri);
    assert.match(source.lineAt(range.start.line).text, /Organisation in 2001/u);
  });

  it('can be reviewed and fixed from the walkthrough beside it', async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', FIRST_DRAFT, true);
    await until('the walkthrough is active', () => window.activeTextEditor === undefined);
    await commands.executeCommand('copydesk.goToNextFinding');
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, sample);
    await until(
      'the cursor is at the first finding',
      () => sample.getText(sample.getWordRangeAtPosition(editor.selection.active)) === 'Thursday',
    );
    await commands.executeCommand('copydesk.quickFix');
    await until('the first fix is applied', async () => {
      await commands.executeCommand('acceptSelectedCodeAction');
      return sample.getText().includes('Xi Jinping landed on Tuesday.');
    });
  });

  const fixes: readonly (readonly [at: string, title: string, fixed: string])[] = [
    [
      'for ages',
      'Restore the original words: “has lasted for generations”',
      '“has lasted for generations.”',
    ],
    ['1996', 'Change to “2001”', 'Organisation in 2001 with'],
    ['Lavrof', 'Insert TK note: [TK: verify name]', 'Lavrof [TK: verify name], the'],
    ['there, he', 'Start a new sentence', 'him there. He attends'],
    ['the the', 'Delete the second “the”', 'in the trip'],
    [
      'Ms. Yau said',
      "Attribute to Harsh V. Pant, a professor of international relations at King's College London",
      "that,” Harsh V. Pant, a professor of international relations at King's College London, said.",
    ],
    ['Asia has', 'Change to “have”', 'Asia have helped'],
    ['Putin due', 'Insert “is”', 'Mr. Putin is due'],
    ['Although', 'Delete “Although”', 'meetings. Russia depends'],
    ['Uzbekistan.Niva', 'Insert a space after “Uzbekistan.”', 'Uzbekistan. Niva'],
  ];
  for (const [at, title, fixed] of fixes) {
    it(`fixes “${at}”: ${title}`, async () => {
      await applyFix(sample, at, title);
      assert.ok(sample.getText().includes(fixed), sample.getText());
    });
  }
});

describe('an untitled draft', () => {
  after(closeActive);

  it('has a name corrected everywhere at once', async () => {
    const { document } = await openUntitled(
      'Sergei Lavrof and Vladimir Putin came to the Astana summit without Narendra Modi. Mr. Lavrof left.\n',
    );
    await applyFix(document, 'Lavrof', 'Correct “Lavrof” everywhere (2 places)');
    assert.equal(
      document.getText(),
      'Sergei Lavrov and Vladimir Putin came to the Astana summit without Narendra Modi. Mr. Lavrov left.\n',
    );
    await closeActive();
  });

  it('suppresses a finding with a comment, and removes the comment when it is unused', async () => {
    const sentence =
      'Sergei Lavrof and Vladimir Putin came to the Astana summit without Narendra Modi.';
    const { document } = await openUntitled(`# Rain\n\n${sentence}\n`);
    const comment = '<!-- copydesk-ignore name/misspelled -->\n';
    await applyFix(document, 'Lavrof', 'Ignore in this paragraph');
    assert.equal(document.getText(), `# Rain\n\n${comment}${sentence}\n`);
    await untilSquiggles(document, 'the finding is suppressed', (shown) =>
      shown.every((squiggle) => !squiggle.startsWith('name/misspelled')),
    );
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(rangeOf(document, 'Lavrof'), 'Lavrov'));
    await untilSquiggles(document, 'the comment is reported as unused', (shown) =>
      shown.some((squiggle) => squiggle.startsWith('style/unused-ignore')),
    );
    await applyFix(document, 'name/misspelled', /^(?:Remove|Delete)/u);
    assert.ok(!document.getText().includes('copydesk-ignore'), document.getText());
    await closeActive();
  });

  it('completes the attribution of a quote, the quotes of a speaker, and the codes of a comment', async () => {
    const words = '“From a long-term, strategic perspective, this railway is very important,”';
    const summit = 'Narendra Modi does not attend the summit in Astana; Vladimir Putin does.';
    const { document } = await openUntitled(
      `${summit} ${words} \n\nNiva Yau said: “\n\n<!-- copydesk-ignore quote/m -->\n`,
    );
    const labels = async (before: string): Promise<readonly string[]> => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        rangeOf(document, before).end,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await until('the recorded speaker is suggested', async () =>
      (await labels(`${words} `)).includes('Niva Yau said'),
    );
    assert.ok((await labels('Niva Yau said: “')).includes(words.slice(1, -2)));
    assert.ok((await labels('quote/m')).includes('quote/misattributed'));
  });
});
