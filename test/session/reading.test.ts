import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientCapabilities } from 'vscode-languageserver';
import { SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import { ReadingQueue } from '../../server/inference/readingQueue.js';
import { FakeReader } from '../inference/fakeReader.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';
import { settled } from './timers.js';

const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

const SETTINGS = { severity: { claim: 'off', quote: 'off', reference: 'off', name: 'off' } };

/** This many paragraphs of one sentence each. */
const paragraphs = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Ferry ${index + 1} left on time.`);

function editorWith(
  reader: FakeReader,
  { settings = SETTINGS, ...options }: ConstructorParameters<typeof FakeEditor>[0] = {},
  atOnce = 2,
): FakeEditor {
  return new FakeEditor({
    settings,
    reader: new ReadingQueue(reader, undefined, atOnce),
    ...options,
  });
}

describe('a session with the sentence reader', () => {
  it('publishes the findings of the rules at once, and again when the draft was read', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader);
    await editor.openAndCheck('The ferry left left on time.\n');
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    assert.deepEqual(reader.asked, [['The ferry left left on time.']]);
    assert.equal(editor.published.length, 1);
    open();
    await settled();
    await editor.timers.pass(0);
    assert.equal(editor.published.length, 2);
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    await editor.timers.pass(60_000);
    assert.equal(editor.published.length, 2);
  });

  it('notifies the client how many sentences have not been read yet', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader, { initializationOptions: { commands: [SHOW_FACT_SHEET] } });
    await editor.openAndCheck(paragraphs(5).join('\n\n'));
    const unread = (): readonly (number | undefined)[] =>
      editor.checked.map(({ draft }) => draft?.unread);
    assert.deepEqual(unread(), [5]);
    open();
    await editor.timers.pass(60_000);
    assert.equal(unread().at(-1), 0);
  });

  it('reports which engine reads in the log, and to a client that shows fact sheets', () => {
    for (const commands of [[SHOW_FACT_SHEET], []]) {
      const editor = editorWith(new FakeReader(), { initializationOptions: { commands } });
      editor.readerReports?.engine('Readers: native engine.');
      assert.deepEqual(editor.messages, ['Readers: native engine.']);
      assert.deepEqual(editor.engines, commands.length === 0 ? [] : ['Readers: native engine.']);
    }
  });

  it('publishes a long draft in a few steps', async () => {
    const reader = new FakeReader();
    const editor = editorWith(reader, {}, 1);
    await editor.openAndCheck(paragraphs(60).join('\n\n'));
    await editor.timers.pass(60_000);
    assert.equal(reader.asked.length, 60);
    assert.ok(editor.published.length <= 4, String(editor.published.length));
  });

  it('reads the paragraph with the cursor first, then the visible part', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader, {}, 1);
    const texts = paragraphs(200);
    const draft = texts.join('\n\n');
    await editor.openAndCheck(draft);
    editor.moveCursor(draft.indexOf('Ferry 190 '));
    const line = (ferry: number): number => 2 * (ferry - 1);
    editor.session.editing.changeVisibleRange({
      textDocument: { uri: DRAFT },
      range: { start: { line: line(180), character: 0 }, end: { line: line(182), character: 0 } },
    });
    open();
    await editor.timers.pass(60_000);
    const order = [...new Set(reader.asked.flat())];
    assert.equal(order.length, 200);
    assert.deepEqual(
      order.slice(0, 6),
      [1, 190, 180, 181, 182, 2].map((ferry) => `Ferry ${ferry} left on time.`),
    );
  });

  it('does not read a sentence that has changed before its turn, and reads the new one', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader, {}, 1);
    await editor.openAndCheck('It rained.\n\nThe ferry was late.\n');
    editor.change('It rained.\n\nThe ferries were late.\n');
    await editor.timers.pass(200);
    open();
    await editor.timers.pass(60_000);
    assert.deepEqual(reader.asked, [['It rained.'], ['The ferries were late.']]);
    assert.equal(editor.published.at(-1)?.version, 2);
  });

  it('reads nothing for a draft that is closed', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader, {}, 1);
    await editor.openAndCheck('It rained.\n\nThe ferry was late.\n');
    editor.session.editing.close(DRAFT);
    open();
    await editor.timers.pass(60_000);
    assert.deepEqual(reader.asked, [['It rained.']]);
    assert.deepEqual(editor.published.at(-1)?.diagnostics, []);
  });

  it('reads nothing if the setting turns it off', async () => {
    const reader = new FakeReader();
    const editor = editorWith(reader, { settings: { ...SETTINGS, sentenceReader: 'off' } });
    await editor.openAndCheck('The ferry left left on time.\n');
    await editor.timers.pass(60_000);
    assert.deepEqual(reader.asked, []);
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    editor.settings = SETTINGS;
    editor.session.changeSettings();
    await editor.timers.pass(60_000);
    assert.deepEqual(reader.asked.flat(), ['The ferry left left on time.']);
  });

  it('checks again by rules alone if the reader turns itself off', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader);
    await editor.openAndCheck('The ferry left left on time.\n');
    reader.isOn = false;
    open();
    await editor.timers.pass(60_000);
    assert.equal(editor.published.length, 2);
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    assert.equal(reader.asked.length, 1);
  });

  it('asks a client that pulls diagnostics to do so again', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader, { capabilities: PULLS });
    editor.open('The ferry left left on time.\n');
    const pull = (): Promise<unknown> =>
      editor.session.diagnostics.pull({ textDocument: { uri: DRAFT } }, UNCANCELLED);
    await pull();
    assert.equal(editor.diagnosticRefreshes, 0);
    open();
    await editor.timers.pass(1000);
    assert.equal(editor.diagnosticRefreshes, 1);
    await pull();
    await editor.timers.pass(60_000);
    assert.equal(editor.diagnosticRefreshes, 1);
    assert.equal(reader.asked.length, 1);
  });

  it('waits until a draft is read completely before it fixes all of it', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(reader);
    await editor.openAndCheck('The ferry left left on time.\n');
    const actions = editor.actions(['source.fixAll']);
    let isDone = false;
    void actions.then(() => (isDone = true));
    await settled();
    assert.equal(isDone, false);
    open();
    await editor.timers.pass(1000);
    assert.equal((await actions).length, 1);
    assert.deepEqual(
      new Set(reader.asked.flat()),
      new Set(['The ferry left left on time.', 'The ferry left on time.']),
    );
  });

  it('reads closed drafts in the folder after those that are open', async () => {
    const reader = new FakeReader();
    const open = reader.hold();
    const editor = editorWith(
      reader,
      {
        capabilities: PULLS,
        files: {
          'sources/a.md': 'The ferry left at noon.\n',
          'closed.md': 'Nobody came.\n\nThe bus was empty.\n',
        },
      },
      1,
    );
    const report = (): Promise<unknown> =>
      editor.session.diagnostics.pullWorkspace({ previousResultIds: [] }, UNCANCELLED);
    await report();
    assert.deepEqual(reader.asked, [['Nobody came.']]);
    editor.open('It rained.\n', `${FOLDER}open.md`);
    await editor.session.diagnostics.pull(
      { textDocument: { uri: `${FOLDER}open.md` } },
      UNCANCELLED,
    );
    const next = editor.session.diagnostics.pullWorkspace({ previousResultIds: [] }, UNCANCELLED);
    open();
    await editor.timers.pass(60_000);
    assert.deepEqual(reader.asked, [['Nobody came.'], ['It rained.'], ['The bus was empty.']]);
    await next;
  });

  it('frees the reader when it is shut down', async () => {
    const reader = new FakeReader();
    const editor = editorWith(reader);
    await editor.openAndCheck('It rained.\n');
    await editor.session.shutdown();
    assert.equal(reader.stops, 1);
  });
});
