import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  type CodeAction,
  type Location,
  type LocationLink,
  type TextEditor,
  Uri,
  Selection,
  commands,
  languages,
  window,
} from 'vscode';
import { until } from '../until.js';
import {
  closeActive,
  hoverTextAt,
  openDraft,
  openUntitled,
  placeCursor,
  rangeOf,
  squiggles,
  untilSquiggles,
} from './drafts.js';

describe('a draft in the editor', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('astana-talks.md');
  });

  it('shows squiggles of each family', async () => {
    const families = [
      'name/misspelled',
      'sentence/repeated-word',
      'claim/contradicted',
      'quote/altered',
    ];
    await untilSquiggles(editor.document, 'each family has a squiggle', (shown) =>
      families.every((code) => shown.some((squiggle) => squiggle.startsWith(code))),
    );
    const misspelled = squiggles(editor.document).filter((shown) => shown.startsWith('name/'));
    assert.ok(
      misspelled.every((shown) => shown.includes('Lavrof')),
      misspelled.join(),
    );
  });

  it('shows in a hover who Narendra Modi is, and the source', async () => {
    const text = await hoverTextAt(editor.document, 'Narendra Modi', 'Narendra Modi');
    assert.match(text, /prime minister/iu);
    assert.match(text, /India/u);
    assert.match(text, /astana-summit/u);
  });

  it('fixes a name with a quick fix, which clears the squiggle', async () => {
    const misspelled = (shown: string) => shown.startsWith('name/misspelled');
    await untilSquiggles(editor.document, 'the name has a squiggle', (s) => s.some(misspelled));
    placeCursor(editor, 'Lavrof');
    await until('a fix is offered', async () => {
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
      );
      return actions.some(({ isPreferred }) => isPreferred);
    });
    // The editor drops the command if it is busy, so it is repeated, but not so soon that it could apply twice.
    let applied = 0;
    await until('the quick fix is applied', async () => {
      if (!editor.document.getText().includes('Lavrof')) return true;
      if (Date.now() - applied < 4_000) return false;
      applied = Date.now();
      await commands.executeCommand('editor.action.codeAction', {
        kind: 'quickfix',
        apply: 'first',
        preferred: true,
      });
      return false;
    });
    assert.match(editor.document.getText(), /led by Sergei Lavrov\./u);
    await untilSquiggles(editor.document, 'the squiggle is gone', (s) => !s.some(misspelled));
  });

  it('marks a mistake while it is typed', async () => {
    const words = 'filled the hotels';
    const untouched = (shown: readonly string[]) =>
      shown.filter((squiggle) => squiggle.startsWith('sentence/repeated-word')).length;
    const before = untouched(squiggles(editor.document));
    placeCursor(editor, words);
    await editor.edit((edit) =>
      edit.replace(rangeOf(editor.document, words), 'filled the the hotels'),
    );
    await untilSquiggles(
      editor.document,
      'the doubled word has a squiggle',
      (s) => untouched(s) > before,
    );
  });

  it('shows no error of a sentence while it is typed, and all errors at its end', async () => {
    const before = 'The harbour board met on Monday.\n\nThe pilots has left.\n\n';
    const draft = await openUntitled(before);
    await untilSquiggles(draft.document, 'the draft is checked', (s) =>
      s.includes('sentence/agreement “has”'),
    );
    // Whether the sources cover so short a draft changes with each of its words.
    const inSentences = (): string =>
      squiggles(draft.document)
        .filter((shown) => shown.startsWith('sentence/'))
        .join(', ');
    const end = draft.document.positionAt(before.length);
    draft.selection = new Selection(end, end);
    const seen: string[] = [];
    const watching = languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.toString() === draft.document.uri.toString())) return;
      seen.push(inSentences());
    });
    const typed = 'The skipper told the the board of fares';
    for (const letter of Array.from(typed)) {
      await commands.executeCommand('type', { text: letter });
      // Longer than the server waits for the next key.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.equal(draft.document.getText(), before + typed);
    assert.ok(seen.length > 0, 'the draft was checked while it was typed');
    assert.deepEqual([...new Set(seen)], ['sentence/agreement “has”']);
    await commands.executeCommand('type', { text: '.' });
    await untilSquiggles(draft.document, 'the doubled word has a squiggle', (s) =>
      s.includes('sentence/repeated-word “the the”'),
    );
    watching.dispose();
    await closeActive();
    // The editor has created another one for the hidden document.
    editor = await window.showTextDocument(editor.document);
  });

  it('shows the errors of a sentence when the cursor leaves it', async () => {
    const before = 'The harbour board met on Monday.\n\n';
    const draft = await openUntitled(before);
    const end = draft.document.positionAt(before.length);
    draft.selection = new Selection(end, end);
    for (const letter of Array.from('The the fares rose')) {
      await commands.executeCommand('type', { text: letter });
    }
    placeCursor(draft, 'harbour');
    await untilSquiggles(draft.document, 'the doubled word has a squiggle', (s) =>
      s.some((mark) => mark.startsWith('sentence/repeated-word')),
    );
    await closeActive();
    // The editor has created another one for the hidden document.
    editor = await window.showTextDocument(editor.document);
  });

  it('applies the fixes that need no decision on save', async () => {
    await until('saving has fixed the draft', async () => {
      await commands.executeCommand('workbench.action.files.save');
      return !/the the/iu.test(editor.document.getText());
    });
    const fixed = editor.document.getText();
    assert.match(fixed, /The programme leaves little time/u);
    await untilSquiggles(editor.document, 'no doubled word is left', (shown) =>
      shown.every((squiggle) => !squiggle.startsWith('sentence/repeated-word')),
    );
    await commands.executeCommand('editor.action.fixAll');
    assert.equal(editor.document.getText(), fixed);
  });

  it('goes from a name to its entry in the dossier', async () => {
    await window.showTextDocument(editor.document);
    placeCursor(editor, 'Narendra Modi');
    const [place] = await until('the name has a definition', async () => {
      const places = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        editor.document.uri,
        editor.selection.active,
      );
      return places.length > 0 && places;
    });
    const uri = place !== undefined && ('uri' in place ? place.uri : place.targetUri);
    assert.ok(uri instanceof Uri && uri.path.endsWith('astana-summit.md'), String(uri));
    await commands.executeCommand('editor.action.revealDefinition');
    const opened = await until('the dossier is open', () => {
      const active = window.activeTextEditor;
      return active?.document.fileName.endsWith('astana-summit.md') === true && active;
    });
    assert.match(opened.document.lineAt(opened.selection.active.line).text, /Narendra Modi/u);
  });
});
