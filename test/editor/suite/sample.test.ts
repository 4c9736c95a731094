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
import { cardAt, closeShown, openUntitled, rangeOf, takeFix, untilSquiggles } from './drafts.js';

const FIRST_DRAFT = 'copydesk.copydesk#firstDraft';
const CONTRADICTED = '**Contradicted by the sources**';
const SUPPORTED = '**Supported by the sources**';

describe('the sample that the walkthrough opens', () => {
  let sample: TextDocument;

  before(async () => {
    await commands.executeCommand('copydesk.openSample');
    sample = window.activeTextEditor?.document ?? assert.fail('no draft is open');
    assert.ok(sample.isUntitled);
    await untilSquiggles(sample, 'the sample is checked', (shown) =>
      shown.some((squiggle) => squiggle.startsWith('claim/contradicted')),
    );
  });

  after(closeShown);

  it('shows at a claim what the source says, with what decides in bold', async () => {
    const card = await cardAt(sample, 'is attending', CONTRADICTED);
    assert.match(card, /Modi does \*\*not\*\* attend .*\]\(file:[^)]*astana-summit\.md#L\d+\)/u);
  });

  it('shows at a quote what is recorded, and whose words they are', async () => {
    const altered = await cardAt(sample, 'lasted for ages', CONTRADICTED);
    assert.match(altered, /“has lasted for \*\*generations\*\*\.?” — Xi Jinping/u);
    const misattributed = await cardAt(sample, 'dominance is', CONTRADICTED);
    assert.match(
      misattributed,
      /India has no problem with that,” — \*\*Harsh V\*\*\. \*\*Pant\*\*/u,
    );
  });

  it('shows at a sound statement what bears it out', async () => {
    assert.match(await cardAt(sample, 'came in during', SUPPORTED), /2017/u);
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

  it('is gone through and mended from the walkthrough beside it', async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', FIRST_DRAFT, true);
    await until('the walkthrough is in front', () => window.activeTextEditor === undefined);
    await commands.executeCommand('copydesk.goToNextMark');
    const editor = window.activeTextEditor;
    assert.equal(editor?.document, sample);
    await until(
      'the cursor is at the first mark',
      () => sample.getText(sample.getWordRangeAtPosition(editor.selection.active)) === 'Thursday',
    );
    await commands.executeCommand('copydesk.mendMark');
    await until('the first mend is taken', async () => {
      await commands.executeCommand('acceptSelectedCodeAction');
      return sample.getText().includes('Xi Jinping landed on Tuesday.');
    });
  });

  const mends: readonly (readonly [at: string, title: string, mended: string])[] = [
    [
      'for ages',
      'Quote as recorded: “has lasted for generations”',
      '“has lasted for generations.”',
    ],
    ['1996', 'Change to “2001”', 'Organisation in 2001 with'],
    ['Lavrof', 'Mark as [TK: verify name]', 'Lavrof [TK: verify name], the'],
    ['is attending', 'Change to “is not attending”', 'Modi is not attending the'],
    ['there, he', 'Start a new sentence', 'him there. He flew'],
    ['the the', 'Delete the second “the”', 'in the trip'],
    ['Ms. Yau said', 'Attribute to Mr. Pant', 'that,” Mr. Pant said.'],
    ['Asia has', 'Write “have”', 'Asia have found'],
    ['Mr. Putin expected', 'Insert “is”', 'Mr. Putin is expected'],
    ['Although', 'Drop “Although”', 'Wednesday. His arms'],
    ['Uzbekistan.Niva', 'Put a space after “Uzbekistan.”', 'Uzbekistan. Niva'],
  ];
  for (const [at, title, mended] of mends) {
    it(`mends “${at}”: ${title}`, async () => {
      await takeFix(sample, at, title);
      assert.ok(sample.getText().includes(mended), sample.getText());
    });
  }
});

describe('a draft that was never saved', () => {
  after(closeShown);

  it('has a name corrected in all its places at once', async () => {
    const { document } = await openUntitled('Sergei Lavrof met Narendra Modi. Mr. Lavrof left.\n');
    await takeFix(document, 'Lavrof', 'Correct “Lavrof” everywhere (2 places)');
    assert.equal(document.getText(), 'Sergei Lavrov met Narendra Modi. Mr. Lavrov left.\n');
    await closeShown();
  });

  it('lets a finding stand by a comment, and takes the comment out when it is of no use', async () => {
    const { document } = await openUntitled('# Rain\n\nSergei Lavrof met Narendra Modi.\n');
    const comment = '<!-- copydesk-ignore name/misspelled -->\n';
    await takeFix(document, 'Lavrof', 'Ignore name/misspelled in this block (comment in the text)');
    assert.equal(document.getText(), `# Rain\n\n${comment}Sergei Lavrof met Narendra Modi.\n`);
    await untilSquiggles(document, 'nothing is told of it', (shown) =>
      shown.every((squiggle) => !squiggle.startsWith('name/misspelled')),
    );
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(rangeOf(document, 'Lavrof'), 'Lavrov'));
    await untilSquiggles(document, 'the comment is told to be of no use', (shown) =>
      shown.some((squiggle) => squiggle.startsWith('style/unused-ignore')),
    );
    await takeFix(document, 'name/misspelled', /^(?:Remove|Delete)/u);
    assert.ok(!document.getText().includes('copydesk-ignore'), document.getText());
    await closeShown();
  });

  it('has who said a quote completed, and the codes of a comment', async () => {
    const words = '“From a long-term, strategic perspective, this railway is very important,”';
    const { document } = await openUntitled(`${words} \n\n<!-- copydesk-ignore quote/m -->\n`);
    const labels = async (before: string): Promise<readonly string[]> => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        rangeOf(document, before).end,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await until('the speaker on record is offered', async () =>
      (await labels(`${words} `)).includes('Niva Yau said'),
    );
    assert.ok((await labels('quote/m')).includes('quote/misattributed'));
  });
});
