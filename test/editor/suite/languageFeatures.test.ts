import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { before, describe, it } from 'mocha';
import {
  type CodeLens,
  type DocumentHighlight,
  type DocumentSymbol,
  type Location,
  Position,
  Range,
  Selection,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SymbolInformation,
  type TextEditor,
  type WorkspaceEdit,
  commands,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { openDraft, placeCursor, rangeOf, squiggles, untilSquiggles } from './drafts.js';

describe('language features', () => {
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('lake-meeting.md');
  });

  /** Runs a command until its result is not empty. */
  function answer<Item>(what: string, command: string, ...given: unknown[]): Promise<Item[]> {
    return until(what, async () => {
      const items = await commands.executeCommand<Item[] | undefined>(command, ...given);
      return items !== undefined && items.length > 0 && items;
    });
  }

  /** The words with semantic tokens and their types, decoded from the protocol's numbers. */
  function wordsOf(
    { data }: SemanticTokens,
    { tokenTypes }: SemanticTokensLegend,
  ): readonly string[] {
    const words: string[] = [];
    let at = new Position(0, 0);
    for (let index = 0; index < data.length; index += 5) {
      const [down = 0, right = 0, length = 0, kind = 0] = data.slice(index, index + 4);
      at = down === 0 ? at.translate(0, right) : new Position(at.line + down, right);
      const word = editor.document.getText(new Range(at, at.translate(0, length)));
      words.push(`${tokenTypes[kind] ?? '?'}: ${word}`);
    }
    return words;
  }

  it('show the outline with people and claims', async () => {
    const titles = (symbols: readonly DocumentSymbol[] | undefined): readonly string[] =>
      (symbols ?? []).flatMap(({ name, children }) => [name, ...titles(children)]);
    const outline = await until('the outline is there', async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      // Before the draft is checked there are only headings.
      return symbols?.some(({ children }) => children.length > 1) === true && titles(symbols);
    });
    assert.deepEqual(
      outline.filter((title) => !title.startsWith('#')),
      [
        'Modi Stays Away From the Summit',
        'Narendra Modi',
        'Vladimir V. Putin',
        'Narendra Modi stays away.',
        'Vladimir Putin will attend the summit in Astana.',
        'Mr. Modi sends his foreign minister.',
        'The Railway',
        'Niva Yau',
        '“From a long-term, strategic perspective, this railway is…',
        'The Shanghai Cooperation Organisation was founded in 1999.',
      ],
    );
  });

  it('find a name in the reference', async () => {
    const found = await answer<SymbolInformation>(
      'the reference is searched',
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
    assert.deepEqual(
      marks.map(({ range }) => `${range.start.line} ${editor.document.getText(range)}`),
      ['0 Modi', '2 Narendra Modi', '2 Modi'],
    );
    const places = await answer<Location>(
      'mentions are listed',
      'vscode.executeReferenceProvider',
      editor.document.uri,
      at,
    );
    // The editor sorts files by their full paths, so the order depends on the folder of the repository.
    assert.deepEqual([...new Set(places.map(({ uri }) => uri.path.split('/').at(-1)))].sort(), [
      'astana-summit.md',
      'astana-talks.md',
      'lake-meeting.md',
      'summit-notes.md',
    ]);
  });

  it('count the claims over the headline', async () => {
    const expected = [
      [0, '5 claims: 3 supported, 1 contradicted, 1 to check', 'copydesk.showFactSheet'],
    ];
    let shown: unknown = [];
    await until(
      'the headline has a lens',
      async () => {
        const lenses = await commands.executeCommand<CodeLens[]>(
          'vscode.executeCodeLensProvider',
          editor.document.uri,
        );
        shown = lenses.map(({ range, command }) => [
          range.start.line,
          command?.title,
          command?.command,
        ]);
        return isDeepStrictEqual(shown, expected);
      },
      { state: () => JSON.stringify(shown) },
    );
  });

  it('colour names, quotes and attributions', async () => {
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      editor.document.uri,
    );
    const coloured = await until('words are coloured', async () => {
      const tokens = await commands.executeCommand<SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        editor.document.uri,
      );
      return tokens !== undefined && tokens.data.length > 0 && wordsOf(tokens, legend);
    });
    assert.deepEqual(coloured, [
      'knownName: ASTANA',
      'knownName: Kazakhstan',
      'knownName: Narendra Modi',
      'knownName: Vladimir Putin',
      'knownName: summit in Astana',
      'knownName: Modi',
      'quote: “From a long-term, strategic perspective, this railway is very important,”',
      'attribution: said',
      'knownName: Niva Yau',
      'knownName: Shanghai Cooperation Organisation',
    ]);
  });

  it('suggest a name while it is typed, and nothing in other words', async () => {
    const { document } = editor;
    const words = 'On Wednesday,';
    const write = async (text: string): Promise<void> => {
      for (const key of text) await commands.executeCommand('type', { text: key });
    };
    await editor.edit((edit) => edit.insert(rangeOf(document, words).end, ' '));
    const { end } = rangeOf(document, `${words} `);
    editor.selection = new Selection(end, end);
    await write('Lav');
    await until('the name is suggested and accepted', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes(`${words} Sergei Lavrov`);
    });
    await write(' stays');
    const before = document.getText();
    await commands.executeCommand('acceptSelectedSuggestion');
    assert.equal(document.getText(), before);
    assert.match(before, /Sergei Lavrov stays$/mu);
  });

  it('suggest a name after a day without a comma', async () => {
    const { document } = editor;
    const { end } = document.lineAt(document.lineCount - 1).range;
    await editor.edit((edit) => edit.insert(end, '\n\nThey left on Thursday '));
    const last = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new Selection(last, last);
    for (const key of 'Jai') await commands.executeCommand('type', { text: key });
    await until('the name is suggested and accepted', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      return /on Thursday (?:Subrahmanyam )?Jaishankar$/u.test(document.getText());
    });
    await editor.edit((edit) =>
      edit.delete(new Range(end, document.lineAt(document.lineCount - 1).range.end)),
    );
  });

  it('offer the full name when renaming a surname, and rename every form by it', async () => {
    const { document } = editor;
    const at = rangeOf(document, 'Mr. Modi').end;
    const offered = await until('the rename is offered', async () => {
      const found = await commands.executeCommand<{ readonly placeholder: string } | undefined>(
        'vscode.prepareRename',
        document.uri,
        at,
      );
      return found ?? false;
    });
    assert.equal(offered.placeholder, 'Narendra Modi');
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'Narender Modhi',
    );
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /^# Modhi Stays.*Narender Modhi stays.*Mr\. Modhi sends/su);
    await commands.executeCommand('undo');
    assert.match(document.getText(), /^# Modi Stays.*Narendra Modi stays/su);
  });

  it('rename a person in all forms', async () => {
    const { document } = editor;
    placeCursor(editor, 'Narendra Modi');
    const edit = await until('the rename is available', async () => {
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
