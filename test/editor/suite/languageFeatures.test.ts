import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  type CodeLens,
  type DocumentHighlight,
  type DocumentSymbol,
  type Location,
  Selection,
  type SemanticTokens,
  type SymbolInformation,
  type TextEditor,
  type WorkspaceEdit,
  commands,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { openDraft, pointAt, rangeOf, squiggles, untilSquiggles } from './drafts.js';

describe('the features beside the text', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('lake-meeting.md');
  });

  /** Asks the editor until the answer has something in it. */
  function answer<Item>(what: string, command: string, ...given: unknown[]): Promise<Item[]> {
    return until(what, async () => {
      const items = await commands.executeCommand<Item[] | undefined>(command, ...given);
      return items !== undefined && items.length > 0 && items;
    });
  }

  it('show the outline with people and claims', async () => {
    const titles = (symbols: readonly DocumentSymbol[] | undefined): readonly string[] =>
      (symbols ?? []).flatMap(({ name, children }) => [name, ...titles(children)]);
    await until('the outline is there', async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      const shown = titles(symbols);
      return ['The Railway', 'Narendra Modi', 'Niva Yau'].every((name) => shown.includes(name));
    });
  });

  it('find a name of the base from anywhere', async () => {
    const found = await answer<SymbolInformation>(
      'the base is searched',
      'vscode.executeWorkspaceSymbolProvider',
      'lavrov',
    );
    assert.ok(found.some(({ name }) => name === 'Sergei Lavrov'));
  });

  it('mark and list all mentions of a person', async () => {
    const at = rangeOf(editor.document, 'Narendra Modi').start.translate(0, 2);
    const marks = await answer<DocumentHighlight>(
      'mentions are marked',
      'vscode.executeDocumentHighlights',
      editor.document.uri,
      at,
    );
    assert.ok(marks.some(({ range }) => editor.document.getText(range) === 'Modi'));
    const places = await answer<Location>(
      'mentions are listed',
      'vscode.executeReferenceProvider',
      editor.document.uri,
      at,
    );
    assert.ok(places.some(({ uri }) => uri.path.endsWith('astana-summit.md')));
  });

  it('count the claims over the headline', async () => {
    const lenses = await answer<CodeLens>(
      'the headline has a lens',
      'vscode.executeCodeLensProvider',
      editor.document.uri,
    );
    assert.ok(lenses.some(({ command }) => /^\d+ claims?: /u.test(command?.title ?? '')));
  });

  it('colour names and quotes', async () => {
    await until('words are coloured', async () => {
      const tokens = await commands.executeCommand<SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        editor.document.uri,
      );
      return tokens !== undefined && tokens.data.length > 0;
    });
  });

  it('complete a name while it is typed, and nothing in other words', async () => {
    const { document } = editor;
    const words = 'On Wednesday,';
    const write = async (text: string): Promise<void> => {
      for (const key of text) await commands.executeCommand('type', { text: key });
    };
    await editor.edit((edit) => edit.insert(rangeOf(document, words).end, ' '));
    const { end } = rangeOf(document, `${words} `);
    editor.selection = new Selection(end, end);
    await write('Lav');
    await until('the name is offered and taken', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes(`${words} Sergei Lavrov`);
    });
    await write(' stays');
    const before = document.getText();
    await commands.executeCommand('acceptSelectedSuggestion');
    assert.equal(document.getText(), before);
    assert.match(before, /Sergei Lavrov stays$/mu);
  });

  it('rename a person in all forms', async () => {
    const { document } = editor;
    pointAt(editor, 'Narendra Modi');
    const edit = await until('the rename is ready', async () => {
      const ready = await commands.executeCommand<WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        editor.selection.active,
        'Narendra Modhi',
      );
      return ready !== undefined && ready.size > 0 && ready;
    });
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /^# Modhi Stays.*Narendra Modhi stays.*Mr\. Modhi sends/su);
  });

  it('show no squiggle twice', async () => {
    await untilSquiggles(editor.document, 'the wrong name has a squiggle', (shown) =>
      shown.some((squiggle) => squiggle.startsWith('name/misspelled')),
    );
    const shown = squiggles(editor.document).filter((one) => one.includes('Narendra'));
    assert.equal(new Set(shown).size, shown.length, shown.join());
  });
});
