import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';
import { settled } from './timers.js';

const BEFORE = '# Ferry Fares Rise\n\nThe harbour board has ran late. ';
const AFTER = '\n\nThe pilots has left left early.\n';
/** The errors in the text before anything is typed. */
const THERE = [
  'sentence/wrong-form has ran',
  'sentence/agreement has',
  'sentence/repeated-word left left',
];

const SENTENCE =
  'The skipper of the last ferry told the board that the fares has risen twice this winter.';
/** The error in it, and the findings in its beginning. */
const WRONG = 'sentence/agreement has';
const UNFINISHED = 'sentence/missing-end';

/** Slower than a fast writer, so that the server checks after each key. */
const KEY_MILLISECONDS = 200;

const SETTINGS = { severity: { claim: 'off', quote: 'off', reference: 'off', name: 'off' } };
const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};

class Writer {
  readonly editor: FakeEditor;
  #at: number;
  #shown: readonly string[] = [];

  private constructor(editor: FakeEditor, at: number) {
    this.editor = editor;
    this.#at = at;
  }

  /** Someone who is about to write between two texts. */
  static async between(before = BEFORE, after = AFTER, editor = fakeEditor()): Promise<Writer> {
    await editor.openAndCheck(before + after);
    const writer = new Writer(editor, before.length);
    assert.equal(writer.shown.length, editor.codes.length);
    return writer;
  }

  get text(): string {
    return this.editor.session.documents.get(DRAFT)?.getText() ?? '';
  }

  /** The marks that an editor shows: those published last, which move with the text. */
  get shown(): readonly string[] {
    const last = this.editor.published.findLast(({ uri }) => uri === DRAFT);
    if (last !== undefined && last.version === this.editor.session.documents.get(DRAFT)?.version) {
      this.#shown = marksIn(this.text, last.diagnostics);
    }
    return this.#shown;
  }

  /** Types a text key by key; returns what was shown after each key. */
  async type(text: string, pause = KEY_MILLISECONDS): Promise<readonly (readonly string[])[]> {
    const seen: (readonly string[])[] = [];
    for (const letter of text) {
      this.editor.edit(this.#at, this.#at, letter);
      this.#at += letter.length;
      await this.editor.timers.pass(pause);
      seen.push(this.shown);
    }
    return seen;
  }

  /** Deletes the last characters at once. */
  delete(count: number): void {
    this.editor.edit(this.#at - count, this.#at, '');
    this.#at -= count;
  }

  pause(milliseconds = 1500): Promise<void> {
    return this.editor.timers.pass(milliseconds);
  }
}

function fakeEditor(capabilities: ClientCapabilities = {}): FakeEditor {
  return new FakeEditor({
    settings: SETTINGS,
    capabilities,
    initializationOptions: { commands: ['copydesk.showFactSheet'] },
  });
}

function marksIn(text: string, diagnostics: readonly Diagnostic[] = []): readonly string[] {
  const lines = text.split('\n');
  return diagnostics.map(
    ({ code, range: { start, end } }) =>
      `${code} ${lines[start.line]?.slice(start.character, end.character)}`,
  );
}

/** How often the set of marks changes from one to the next. */
function changesIn(seen: readonly (readonly string[])[], before: readonly string[]): number {
  return seen.filter((marks, index) => String(marks) !== String(seen[index - 1] ?? before)).length;
}

describe('findings shown while a reporter types', () => {
  it('change once in a sentence of 88 keys, at its end', async () => {
    const writer = await Writer.between();
    assert.deepEqual(writer.shown, THERE);
    assert.equal(SENTENCE.length, 88);
    const seen = await writer.type(SENTENCE);
    assert.equal(changesIn(seen, THERE), 1);
    assert.deepEqual(seen.at(-2), THERE);
    assert.deepEqual(seen.at(-1), [THERE[0], WRONG, ...THERE.slice(1)]);
  });

  it('do not wait for the end of the next sentence', async () => {
    const writer = await Writer.between();
    await writer.type(SENTENCE, 10);
    const seen = await writer.type(' The board', 10);
    assert.equal(changesIn(seen, THERE), 0, 'no check between fast keys');
    await writer.type('s', 200);
    assert.deepEqual(writer.shown, [THERE[0], WRONG, ...THERE.slice(1)]);
  });

  it('include those in an unfinished sentence after 1.5 seconds without a key', async () => {
    const writer = await Writer.between();
    await writer.type(SENTENCE.slice(0, 40), 10);
    await writer.pause(1480);
    assert.deepEqual(writer.shown, THERE);
    await writer.pause(20);
    assert.deepEqual(
      writer.shown.filter((mark) => !THERE.includes(mark)).map((mark) => mark.split(' ')[0]),
      [UNFINISHED],
    );
    await writer.type(SENTENCE.slice(40, 47));
    assert.deepEqual(writer.shown, THERE, 'what no longer holds goes at once');
  });

  it('are counted in the status bar', async () => {
    const writer = await Writer.between();
    const errors = (): number | undefined => {
      const findings = writer.editor.checked.at(-1)?.draft?.findings;
      return findings && findings.error + findings.warning + findings.information;
    };
    await writer.type(SENTENCE.slice(0, -1));
    assert.equal(errors(), 3);
    await writer.pause();
    assert.ok((errors() ?? 0) > 3, String(errors()));
    const { length } = writer.editor.checked;
    await writer.pause();
    assert.equal(writer.editor.checked.length, length);
  });

  it('stay as long as they apply, and disappear at once when they do not', async () => {
    const writer = await Writer.between(`${BEFORE}The fares has risen`, AFTER);
    const shown = writer.shown;
    assert.ok(shown.includes(WRONG));
    const seen = await writer.type(' twice twice');
    assert.ok(seen.every((marks) => marks.filter((mark) => mark === WRONG).length === 2));
    assert.ok(!String(seen.at(-1)).includes('twice'));
    const { text } = writer;
    const place = text.indexOf('has risen');
    writer.editor.edit(place, place + 3, 'have');
    await writer.pause(200);
    assert.equal(writer.shown.filter((mark) => mark === WRONG).length, 1);
  });

  it('are all shown when the cursor leaves the sentence or the draft, or when the draft is saved', async () => {
    const leave: Readonly<Record<string, (writer: Writer) => void>> = {
      cursor: ({ editor }) => editor.moveCursor(BEFORE.length - 10),
      draft: ({ editor }) => editor.moveCursor(),
      save: ({ editor }) => editor.session.editing.save(DRAFT),
    };
    for (const [how, act] of Object.entries(leave)) {
      const writer = await Writer.between();
      await writer.type(SENTENCE.slice(0, -1));
      writer.editor.moveCursor(BEFORE.length + SENTENCE.length - 1);
      await writer.pause(0);
      assert.deepEqual(writer.shown, THERE, how);
      writer.editor.moveCursor(BEFORE.length + 10);
      await writer.pause(0);
      assert.deepEqual(writer.shown, THERE, 'a cursor that moves within the sentence');
      act(writer);
      await writer.pause(0);
      assert.ok(writer.shown.includes(`${UNFINISHED} winter`), how);
    }
  });

  it('do not include an opening quotation mark while its paragraph is written', async () => {
    const writer = await Writer.between('The board met. ', AFTER);
    const before = writer.shown;
    await writer.type('“We was told nothing. Nobody came');
    await writer.pause();
    assert.ok(!String(writer.shown).includes('unbalanced-quote'), String(writer.shown));
    const seen = await writer.type('.” He left.');
    assert.ok(!String(seen).includes('unbalanced-quote'));
    assert.ok(changesIn(seen, before) <= 2);

    await writer.type(' “It is late.');
    await writer.pause();
    assert.ok(!String(writer.shown).includes('unbalanced-quote'));
    await writer.type('\n\nShe');
    assert.ok(String(writer.shown).includes('unbalanced-quote'), String(writer.shown));
  });

  it('treat a full stop after a figure as a decimal point until a space follows', async () => {
    const writer = await Writer.between();
    await writer.type('The skipper has ran the line for 3.');
    assert.deepEqual(writer.shown, THERE);
    await writer.type(' ');
    assert.equal(writer.shown.length, THERE.length + 1);
  });

  it('move with the text elsewhere, and none disappears', async () => {
    const writer = await Writer.between();
    const seen = await writer.type(SENTENCE.slice(0, 60));
    for (const marks of seen) assert.deepEqual(marks, THERE);
  });

  it('include those of a paste, a quick fix and a change of the whole text at once', async () => {
    const paste = await Writer.between();
    paste.editor.edit(BEFORE.length, BEFORE.length, SENTENCE.slice(0, -1));
    await paste.pause(150);
    assert.ok(paste.shown.includes(`${UNFINISHED} winter`));

    const fix = await Writer.between(`${BEFORE}The fares have risen`, AFTER);
    const place = fix.text.indexOf('have risen');
    fix.editor.edit(place, place + 4, 'has');
    await fix.pause(150);
    assert.equal(fix.shown.filter((mark) => mark === WRONG).length, 2);

    const whole = await Writer.between();
    whole.editor.change('It it rained');
    await whole.pause(150);
    assert.ok(whole.shown.length > 0);
  });

  it('wait after an undo within the sentence, and not after an undone deletion of a paragraph', async () => {
    const writer = await Writer.between();
    await writer.type(SENTENCE);
    writer.delete(5);
    await writer.pause(150);
    assert.deepEqual(writer.shown, [THERE[0], WRONG, ...THERE.slice(1)]);
    writer.editor.edit(0, writer.text.length, '');
    await writer.pause(150);
    assert.deepEqual(writer.shown, []);
    writer.editor.edit(0, 0, BEFORE + AFTER);
    await writer.pause(150);
    assert.deepEqual(writer.shown, THERE);
  });

  it('wait at each of several cursors', async () => {
    const text = 'The fares of the ferry rose twice.\n\nThe pilots of the ferry left.\n';
    const editor = fakeEditor();
    await editor.openAndCheck(text);
    let version = 1;
    for (const [index, letter] of Array.from('has has ').entries()) {
      const places = [
        { line: 2, character: 11 + index },
        { line: 0, character: 10 + index },
      ];
      editor.session.editing.change({
        textDocument: { uri: DRAFT, version: ++version },
        contentChanges: places.map((at) => ({ range: { start: at, end: at }, text: letter })),
      });
      await editor.timers.pass(KEY_MILLISECONDS);
      assert.deepEqual(editor.codes, []);
    }
    await editor.timers.pass(1500);
    assert.equal(editor.codes.filter((code) => code === 'sentence/repeated-word').length, 2);
  });

  it('wait in the draft that is typed in, in no other, and not after it was opened again', async () => {
    const other = `${FOLDER}other.md`;
    const writer = await Writer.between();
    const { editor } = writer;
    await editor.openAndCheck('It rained.\n', other);
    await editor.timers.pass(0);
    await writer.type(SENTENCE.slice(0, -1));
    editor.session.editing.change({
      textDocument: { uri: other, version: 2 },
      contentChanges: [{ text: 'It it rained.\n' }],
    });
    await writer.pause(150);
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    assert.deepEqual(writer.shown, THERE);
    const { text } = writer;
    editor.session.editing.close(DRAFT);
    editor.open(text);
    await writer.pause(0);
    assert.ok(writer.shown.includes(`${UNFINISHED} winter`));
  });

  it('include those elsewhere after sources or settings change', async () => {
    const writer = await Writer.between();
    const { editor } = writer;
    await writer.type(SENTENCE.slice(0, -1));
    editor.settings = { severity: { ...SETTINGS.severity, name: 'warning' } };
    editor.workspace = new MemoryWorkspace({ 'sources/a.md': 'Nothing.' });
    editor.session.changeSettings();
    await writer.pause(150);
    assert.deepEqual(writer.shown, THERE);
  });

  it('have quick fixes, unlike hidden ones', async () => {
    const writer = await Writer.between('', AFTER);
    await writer.type('The the fares rose');
    assert.deepEqual(writer.shown, THERE.slice(1));
    const actions = await writer.editor.actions();
    assert.ok(actions.every(({ title }) => !title.includes('“the”')));
    const checked = await writer.editor.session.drafts.checked(DRAFT);
    assert.ok(checked?.draft.report.findings.some(({ span }) => span.start < 8));
  });

  it('are the same for a client that pulls, which is asked to pull again', async () => {
    const editor = fakeEditor(PULLS);
    const pull = async (): Promise<readonly string[]> => {
      const asked = editor.session.diagnostics.pull({ textDocument: { uri: DRAFT } }, UNCANCELLED);
      await editor.timers.pass(150);
      const report = await asked;
      return report.kind === 'full' ? marksIn(writer.text, report.items) : ['unchanged'];
    };
    const writer = await Writer.between(BEFORE, AFTER, editor);
    assert.deepEqual(await pull(), THERE);
    const seen: (readonly string[])[] = [];
    for (const letter of SENTENCE.slice(0, -1)) {
      await writer.type(letter, 0);
      seen.push(await pull());
    }
    assert.equal(changesIn(seen, THERE), 0);
    assert.equal(editor.diagnosticRefreshes, 0);
    await writer.pause();
    assert.equal(editor.diagnosticRefreshes, 1);
    assert.ok((await pull()).includes(`${UNFINISHED} winter`));
    await settled();
  });

  it('are complete for a client that pulls and cannot be asked to pull again', async () => {
    const editor = fakeEditor({ textDocument: { diagnostic: {} } });
    const writer = await Writer.between(BEFORE, AFTER, editor);
    await writer.type('The the fares', 0);
    const asked = editor.session.diagnostics.pull({ textDocument: { uri: DRAFT } }, UNCANCELLED);
    await writer.pause(150);
    assert.match(JSON.stringify(await asked), /repeated-word.*repeated-word/u);
  });
});
