import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  CancellationTokenSource,
  DataTransfer,
  DataTransferItem,
  Selection,
  type ThemeIcon,
  type TreeDragAndDropController,
  Uri,
  commands,
  window,
  workspace,
} from 'vscode';
import { pdfOf, wordOf, wordParagraph } from '../../sources/extractors/bytes.js';
import { until } from '../until.js';
import {
  closeActive,
  openDraft,
  openUntitled,
  rangeOf,
  squiggles,
  untilSquiggles,
} from './drafts.js';
import { type View, click, rowAt, rowsOf, untilRows, view } from './viewRows.js';

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

  it('is empty for a draft about something else, which gets no claim reported as missing', async () => {
    const { document } = await openUntitled(
      '# The Pool\n\nThe council of Harrow Bay closed the the pool. Narendra Modi was not asked. Tickets cost six pounds.\n',
    );
    await untilRows(shown(), 'the reference is empty', (text) => text === '');
    await until('only its sentences are reported', () => {
      const reported = squiggles(document);
      return reported.length === 1 && reported[0] === 'sentence/repeated-word “the the”';
    });
    await closeActive();
  });

  it('has commands that go to the next finding and back, hints included, and one that fixes what is safe', async () => {
    const editor = await openUntitled(
      'The pool is is shut. Mr Roe swam there. Mr. Poe sat by the the sea.\n',
    );
    const { document } = editor;
    await untilSquiggles(document, 'all are reported', (all) => all.length === 3);
    const go = async (direction: 'Next' | 'Previous', words: string): Promise<void> => {
      await commands.executeCommand(`copydesk.goTo${direction}Finding`);
      assert.deepEqual(editor.selection.active, rangeOf(document, words).start);
    };
    await go('Next', 'is is');
    await go('Next', 'Mr.');
    await go('Next', 'the the');
    await go('Next', 'is is');
    await go('Previous', 'the the');
    await go('Previous', 'Mr.');
    await commands.executeCommand('copydesk.fixAll');
    await until('what is safe is fixed', () =>
      document.getText().startsWith('The pool is shut. Mr Roe swam there. Mr. Poe sat by the sea.'),
    );
    await closeActive();
  });

  it('lists the sources that could not be read, each with the reason', async () => {
    const { document } = await openDraft('ferry-line.md');
    const sources = Uri.joinPath(document.uri, '..', 'sources');
    const scan = 'contains scanned pages but no text, so it needs text recognition (OCR) first';
    const unread: readonly (readonly [name: string, bytes: Uint8Array, reason: string])[] = [
      ['broken.pdf', new TextEncoder().encode('%PDF-1.7\n'), 'is not a PDF or is damaged'],
      ['scan.pdf', pdfOf([[]]), scan],
    ];
    for (const [name, bytes] of unread) {
      await workspace.fs.writeFile(Uri.joinPath(sources, name), bytes);
    }
    await commands.executeCommand('copydesk.reference.focus');
    const rows = await untilRows(shown(), 'both are listed', (text) =>
      text.startsWith('Not Read — 2'),
    );
    for (const [name, , reason] of unread) {
      const { item } = rowAt(rows, 'Not Read', name);
      assert.equal(item.description, reason);
      assert.equal((item.iconPath as ThemeIcon).id, 'warning');
      assert.equal(item.accessibilityInformation?.label, `sources/${name} ${reason}`);
    }
    await workspace.fs.delete(sources, { recursive: true });
    await untilRows(shown(), 'they are gone', (text) => !text.includes('Not Read'));
  });

  it('takes files and notes as sources, by command or dropped on it', async () => {
    const { document } = await openDraft('ferry-line.md');
    const folder = Uri.joinPath(document.uri, '..');
    const desk = Uri.joinPath(folder, 'desk');
    const at = async (name: string): Promise<Uri> => {
      const uri = Uri.joinPath(desk, name);
      await workspace.fs.writeFile(uri, new TextEncoder().encode('The harbour is open.\n'));
      return uri;
    };
    const [call, photo] = [await at('call.txt'), await at('photo.jpg')];
    const add = async (given: unknown): Promise<readonly string[]> => {
      const added = await commands.executeCommand<readonly Uri[]>('copydesk.addSource', given);
      return added.map(({ path }) => path.slice(folder.path.length + 1));
    };
    assert.deepEqual(await add([call, photo]), ['sources/call.txt']);
    assert.deepEqual(await add([call]), ['sources/call-2.txt']);
    const note = {
      text: 'The mayor rang about the the quay.',
      name: 'The mayor',
      day: '2026-03-09',
    };
    assert.deepEqual(await add(note), ['sources/2026-03-09-the-mayor.txt']);
    assert.equal(window.activeTextEditor?.document, document, 'the draft stays in front');
    const shownNote = await workspace.openTextDocument(
      Uri.joinPath(folder, 'sources', '2026-03-09-the-mayor.txt'),
    );
    await window.showTextDocument(shownNote);
    assert.equal(shownNote.getText(), 'The mayor rang about the the quay.');
    await untilSquiggles(
      shownNote,
      'a source is not checked as a draft',
      (all) => all.length === 0,
    );
    await commands.executeCommand('copydesk.reference.focus');
    await untilRows(shown(), 'it is a source', (text) => text.includes('2026-03-09-the-mayor.txt'));
    assert.deepEqual(squiggles(shownNote), []);
    await closeActive();

    const dropped = new DataTransfer();
    const release = await at('release.md');
    const source = Uri.joinPath(folder, 'sources', 'call.txt');
    dropped.set(
      'text/uri-list',
      new DataTransferItem(`${release.toString()}\r\n${source.toString()}`),
    );
    const target = view('reference') as View & TreeDragAndDropController<unknown>;
    await target.handleDrop?.(undefined, dropped, new CancellationTokenSource().token);
    const sources = await workspace.fs.readDirectory(Uri.joinPath(folder, 'sources'));
    assert.deepEqual(sources.map(([name]) => name).sort(), [
      '2026-03-09-the-mayor.txt',
      'call-2.txt',
      'call.txt',
      'release.md',
    ]);
    await workspace.fs.delete(Uri.joinPath(folder, 'sources'), { recursive: true });
    await workspace.fs.delete(desk, { recursive: true });
  });

  it('opens a Word document as a draft beside it', async () => {
    const { document } = await openDraft('ferry-line.md');
    const word = Uri.joinPath(document.uri, '..', 'pool.docx');
    const bytes = wordOf(wordParagraph('The the pool is shut.'));
    await workspace.fs.writeFile(word, bytes);
    const open = (): Thenable<Uri | undefined> =>
      commands.executeCommand('copydesk.openAsDraft', word);
    for (const name of ['pool.md', 'pool-2.md']) {
      const draft = await open();
      assert.equal(draft?.path, Uri.joinPath(word, '..', name).path);
      const editor = window.activeTextEditor;
      assert.equal(editor?.document.getText(), 'The the pool is shut.\n');
      await untilSquiggles(editor.document, 'it is checked', (all) =>
        all.includes('sentence/repeated-word “The the”'),
      );
      await closeActive();
    }
    assert.deepEqual(new Uint8Array(await workspace.fs.readFile(word)), bytes);
    for (const name of ['pool.docx', 'pool.md', 'pool-2.md']) {
      await workspace.fs.delete(Uri.joinPath(word, '..', name));
    }
  });

  it('creates a new story folder, and never overwrites one', async () => {
    const { document } = await openDraft('ferry-line.md');
    const parent = Uri.joinPath(document.uri, '..');
    const create = (): Thenable<Uri | undefined> =>
      commands.executeCommand('copydesk.newStoryFolder', 'Harbour inquiry', parent);
    const draft = await create();
    assert.equal(draft?.path, Uri.joinPath(parent, 'harbour-inquiry', 'harbour-inquiry.md').path);
    const story = Uri.joinPath(draft, '..');
    for (const path of ['sources/dossier.md', '.vscode/settings.json']) {
      await workspace.fs.stat(Uri.joinPath(story, path));
    }
    assert.equal(await create(), undefined);
    await workspace.fs.delete(story, { recursive: true });
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
