import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentSymbol } from 'vscode-languageserver';
import { ABOUT_SAMPLE, ELSEWHERE } from '../../regatta.js';
import { DRAFT, UNCANCELLED } from '../../session/fakeEditor.js';
import { AT, MISTAKE, SOURCES, editorWith } from '../lidoEditor.js';

describe('references', () => {
  it('are found in drafts, open or not, and in the sources', async () => {
    const editor = editorWith({
      ...SOURCES,
      'draft.md': 'Saved.',
      'may/other.md': 'Rain.\n\n🌧️ Maren Oduya ran.\n',
      'may/none.md': 'Rain.\n',
    });
    editor.open(MISTAKE);
    editor.open('Oduya sat.\n', 'untitled:Untitled-1');
    const found = async (includeDeclaration: boolean): Promise<readonly string[]> => {
      const places = await editor.handlers.navigation.references(
        { ...AT, context: { includeDeclaration } },
        UNCANCELLED,
      );
      return places.map(
        ({ uri, range: { start, end } }) =>
          `${uri} ${start.line}:${start.character}-${end.character}`,
      );
    };
    assert.deepEqual(await found(true), [
      `${DRAFT} 0:4-9`,
      'memory:///may/other.md 2:4-15',
      'memory:///sources/lido.md 6:4-15',
      'memory:///sources/lido.md 10:0-11',
    ]);
    assert.ok(!(await found(false)).includes('memory:///sources/lido.md 6:4-15'));
  });
});

describe('workspace symbols', () => {
  it('are those of the sources of all folders, or of the sample that a draft is about', async () => {
    const [symbol] = await editorWith(SOURCES).handlers.navigation.workspaceSymbols({
      query: 'odu',
    });
    assert.equal(symbol?.name, 'Maren Oduya');
    assert.deepEqual(symbol.location.range.start, { line: 6, character: 0 });
    const editor = editorWith({}, { folders: [] });
    editor.open(ELSEWHERE);
    await editor.session.drafts.of(DRAFT, UNCANCELLED);
    assert.deepEqual(await editor.handlers.navigation.workspaceSymbols({ query: '' }), []);
    editor.change(ABOUT_SAMPLE);
    await editor.session.drafts.of(DRAFT, UNCANCELLED);
    const [shipped] = await editor.handlers.navigation.workspaceSymbols({ query: '' });
    assert.equal(shipped?.name, 'Ana Brandt');
  });
});

describe('document symbols', () => {
  it('are a tree or a list, depending on the client', async () => {
    const editor = editorWith(SOURCES);
    editor.open(`# The lido\n\n${MISTAKE}`);
    const [heading] = (await editor.handlers.navigation.documentSymbols(
      AT,
      UNCANCELLED,
    )) as readonly DocumentSymbol[];
    assert.equal(heading?.children?.[0]?.name, 'Maren Oduya');
    const flat = editorWith(SOURCES, { capabilities: { textDocument: { documentSymbol: {} } } });
    flat.open(`# The lido\n\n${MISTAKE}`);
    const [, person] = await flat.handlers.navigation.documentSymbols(AT, UNCANCELLED);
    assert.ok(person !== undefined && 'location' in person);
  });
});
