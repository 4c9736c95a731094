import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import {
  Selection,
  type TextEditor,
  type TreeDataProvider,
  type TreeItem,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  commands,
  extensions,
  window,
  workspace,
} from 'vscode';
import { until } from '../until.js';
import { closeActive, hoverTextAt, openDraft, rangeOf, squiggles } from './drafts.js';

/** A row of a view, with the rows below it. */
interface Row {
  readonly label: string;
  readonly item: TreeItem;
  readonly node: unknown;
  readonly rows: readonly Row[];
}

type View = TreeDataProvider<unknown>;

function view(name: 'factSheet' | 'reference'): View {
  const exported: unknown = extensions.getExtension('copydesk.copydesk')?.exports;
  return (exported as Readonly<Record<typeof name, View>>)[name];
}

async function rowsOf(shown: View, node?: unknown): Promise<readonly Row[]> {
  const children = (await shown.getChildren(node)) ?? [];
  return Promise.all(
    children.map(async (child) => {
      const item = await shown.getTreeItem(child);
      const label = typeof item.label === 'object' ? item.label.label : (item.label ?? '');
      return { label, item, node: child, rows: await rowsOf(shown, child) };
    }),
  );
}

/** The rows of a view as an indented text. */
function printed(rows: readonly Row[], indent = ''): string {
  return rows
    .map(({ label, item, rows: below }) => {
      const description = typeof item.description === 'string' ? ` — ${item.description}` : '';
      return `${indent}${label}${description}\n${printed(below, `${indent}  `)}`;
    })
    .join('');
}

async function untilRows(
  shown: View,
  what: string,
  holds: (text: string) => boolean,
): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  await until(
    what,
    async () => {
      rows = await rowsOf(shown);
      return holds(printed(rows));
    },
    { state: () => printed(rows) || 'empty' },
  );
  return rows;
}

function rowAt(rows: readonly Row[], ...labels: readonly (string | RegExp)[]): Row {
  let below = rows;
  let found: Row | undefined;
  for (const wanted of labels) {
    found = below.find(({ label }) =>
      typeof wanted === 'string' ? label === wanted : wanted.test(label),
    );
    assert.ok(found !== undefined, `no row ${String(wanted)} in:\n${printed(below)}`);
    below = found.rows;
  }
  assert.ok(found !== undefined);
  return found;
}

/** Runs the command of a row. */
async function click({ item: { command } }: Row): Promise<void> {
  assert.ok(command !== undefined, 'the row has a command');
  await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

const FOUNDED = 'The Shanghai Cooperation Organisation was founded in 1999.';

describe('the fact sheet', () => {
  const shown = (): View => view('factSheet');
  let editor: TextEditor;

  before(async () => {
    editor = await openDraft('summit-notes.md');
    await commands.executeCommand('copydesk.showFactSheet', editor.document.uri.toString());
  });

  it('groups statements and quotes by verdict, with their evidence', async () => {
    const rows = await untilRows(shown(), 'the statement is there', (text) =>
      text.includes(FOUNDED),
    );
    assert.deepEqual(
      rows.map(({ label, item }) => [label, item.description]),
      [
        ['Contradicted by the sources', '1'],
        ['Supported by the sources', '2'],
      ],
    );
    const { rows: below } = rowAt(rows, /^Contradicted/u, FOUNDED);
    assert.match(below[0]?.label ?? '', /2001/u);
    assert.match(String(below[1]?.item.description), /^astana-summit\.md:\d+$/u);
  });

  it('describes its icons for screen readers', async () => {
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    assert.match(
      row.item.accessibilityInformation?.label ?? '',
      /^The Shanghai .*, line 3, Contradicted by the sources, .*2001/u,
    );
  });

  it('opens a statement, and its evidence without losing the draft', async () => {
    const row = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    await click(row);
    const active = window.activeTextEditor;
    assert.equal(active?.document.getText(active.selection), FOUNDED);
    const evidence = row.rows[1];
    assert.ok(evidence !== undefined);
    await click(evidence);
    const source = await until('the source is open', () => {
      const now = window.activeTextEditor;
      return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
    });
    const line = source.document.lineAt(source.selection.active.line).text;
    assert.match(line, /2001/u);
    await untilRows(shown(), 'the draft is still shown', (text) => text.includes(FOUNDED));
  });

  it('opens evidence beside the draft, always in the same column, with the sentence selected', async () => {
    const { rows } = rowAt(await rowsOf(shown()), /^Contradicted/u, FOUNDED);
    const evidence = rows[1];
    assert.ok(evidence !== undefined);
    // The source has the focus when it is opened for the second time.
    for (const time of ['first', 'second']) {
      await click(evidence);
      const source = await until(`the source is open for the ${time} time`, () => {
        const now = window.activeTextEditor;
        return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
      });
      assert.equal(source.document.getText(source.selection).replace(/\s+/gu, ' '), evidence.label);
      assert.ok(source.visibleRanges.some((range) => range.contains(source.selection)));
      const drafts = window.visibleTextEditors.filter(
        ({ document }) => document === editor.document,
      );
      assert.equal(drafts.length, 1, 'the draft is still in view');
      assert.notEqual(drafts[0]?.viewColumn, source.viewColumn);
      assert.equal(window.tabGroups.all.length, 2);
    }
  });

  it('opens evidence beside the draft from a link in a hover', async () => {
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
    const text = await hoverTextAt(editor.document, FOUNDED, '2001');
    const link = /\]\(command:(?<command>copydesk\.showEvidence)\?(?<parameters>[^)]+)\)/u.exec(
      text,
    );
    assert.ok(link?.groups !== undefined, text);
    const { command = '', parameters = '' } = link.groups;
    await commands.executeCommand(
      command,
      ...(JSON.parse(decodeURIComponent(parameters)) as unknown[]),
    );
    const source = await until('the source is open', () => {
      const now = window.activeTextEditor;
      return now?.document !== editor.document && now;
    });
    const { active } = source.selection;
    assert.equal(
      source.document.getText(source.selection),
      source.document.lineAt(active.line).text.trim(),
    );
    assert.equal(window.tabGroups.all.length, 2);
    assert.notEqual(source.viewColumn, ViewColumn.One);
    await closeActive();
    await window.showTextDocument(editor.document, { viewColumn: ViewColumn.One });
  });

  it('updates while the draft is edited', async () => {
    const edit = new WorkspaceEdit();
    edit.replace(editor.document.uri, rangeOf(editor.document, '1999'), '2001');
    await workspace.applyEdit(edit);
    const rows = await untilRows(shown(), 'nothing is contradicted', (text) =>
      text.startsWith('Supported by the sources — 3'),
    );
    assert.equal(rows.length, 1);
  });

  it('is exported as a web page and as Markdown, which is not checked as a draft', async () => {
    const save = async (name: string): Promise<[Uri, string]> => {
      const uri = Uri.joinPath(editor.document.uri, '..', name);
      await commands.executeCommand('copydesk.exportFactSheet', uri);
      return [uri, new TextDecoder().decode(await workspace.fs.readFile(uri))];
    };
    const [, page] = await save('sheet.html');
    assert.match(page, /^<!doctype html>.*<h1>Fact sheet: Notes From the Summit<\/h1>/su);
    const [uri, markdown] = await save('sheet.md');
    assert.match(markdown, /^- \[ \] Line 3: The Shanghai Cooperation Organisation/mu);
    await window.showTextDocument(uri);
    await untilRows(shown(), 'the draft is still shown', (text) => text.includes('2001'));
    assert.deepEqual(squiggles(await workspace.openTextDocument(uri)), []);
    await workspace.fs.delete(uri);
  });

  it('shows another draft when it becomes active', async () => {
    await openDraft('rail-link.md');
    await untilRows(shown(), 'the other draft is shown', (text) =>
      text.includes('TK tonnes of freight'),
    );
  });
});

describe('the reference', () => {
  const shown = (): View => view('reference');

  it('lists people, organisations, places and sources with their counts', async () => {
    await commands.executeCommand('copydesk.reference.focus');
    const rows = await untilRows(shown(), 'the reference is there', (text) =>
      text.startsWith('People'),
    );
    for (const { label, item, rows: below } of rows) {
      assert.equal(item.description, String(below.length), label);
    }
    assert.deepEqual(
      rows.map(({ label }) => label).filter((label) => label !== 'Events'),
      ['People', 'Organisations', 'Places', 'Sources'],
    );
    const { item } = rowAt(rows, 'People', 'Narendra Modi');
    assert.match(String(item.description), /prime minister/iu);
    assert.match(String(rowAt(rows, 'Sources', /astana/u).item.description), /\d+ facts/u);
  });

  it('opens an entry at its line', async () => {
    await click(rowAt(await rowsOf(shown()), 'People', 'Narendra Modi'));
    const source = await until('the dossier is open', () => {
      const now = window.activeTextEditor;
      return now !== undefined && now.document.uri.path.endsWith('astana-summit.md') && now;
    });
    assert.match(source.document.lineAt(source.selection.active.line).text, /Narendra Modi/u);
  });

  it('inserts a name into the draft', async () => {
    const editor = await openDraft('summit-notes.md');
    const rows = await untilRows(shown(), 'the reference is there', (text) =>
      text.includes('Niva Yau'),
    );
    const { end } = rangeOf(editor.document, 'said Niva Yau.');
    editor.selection = new Selection(end, end);
    await until('the name is there', async () => {
      await commands.executeCommand('copydesk.insertName', rowAt(rows, 'People', 'Niva Yau').node);
      return editor.document.getText().includes('said Niva Yau.Niva Yau');
    });
  });
});
