import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LONG_DRAFT_LENGTH } from '../../protocol/draftLength.js';
import { STORE_DECISION } from '../../protocol/capabilityConstants.js';
import type { UndoOffer } from '../../protocol/decisions.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { MOST_REPORTED } from '../../server/features/diagnostics/diagnostics.js';
import { MemoryIndexCache } from '../memoryCache.js';
import { ABOUT_SAMPLE, ELSEWHERE } from '../regatta.js';
import { MemoryWorkspace } from '../memoryWorkspace.js';
import { MAX_TEXT_BYTES } from '../../server/workspace/workspace.js';
import { countRetained } from '../retained.js';
import { unknownWords } from '../unknownWords.js';
import { DRAFT, FOLDER, FakeEditor, UNCANCELLED } from './fakeEditor.js';
import { settled } from './timers.js';

const DOSSIER =
  '---\ndossier: The lido\n---\n\n## People\n\n### Maren Oduya\n\n- Role: council leader\n\nMaren Oduya leads the council.\n';

/** The globs of the files that a session watches besides the sources. */
const OWN_FILES = ['**/.copydesk.json', '**/style.yml', '**/.copydesk-signoff.ndjson'];

/** Turns off the checks that these tests are not about. */
const QUIET = { claim: 'off', quote: 'off', reference: 'off' };
const NAMES_AND_SENTENCES = { severity: QUIET };

/** An editor with these files, whose diagnostics are published. */
function editorWith(
  files: Readonly<Record<string, string>> = {},
  cache?: MemoryIndexCache,
  ownCommands: readonly string[] = [],
): FakeEditor {
  return new FakeEditor({
    files,
    settings: NAMES_AND_SENTENCES,
    capabilities: {
      textDocument: { definition: { linkSupport: true } },
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete'] },
      },
    },
    ...(cache === undefined ? {} : { cache }),
    initializationOptions: {
      commands: ownCommands,
      ...(cache === undefined ? {} : { storage: 'file:///cache' }),
    },
  });
}

function weakly(thing: object): WeakRef<object> {
  return new WeakRef(thing);
}

/** This many sources, including the dossier. */
function sources(count: number): Readonly<Record<string, string>> {
  const articles = Array.from({ length: count - 1 }, (_, index): [string, string] => [
    `sources/${index}.md`,
    'It rained.',
  ]);
  return Object.fromEntries([...articles, ['sources/lido.md', DOSSIER]]);
}

describe('session', () => {
  const MISTAKES =
    'Maren Oduay opened it.\n\nThe the lido is is open.\n\n“We swim,” she said said.\n';

  it('checks the visible part of a long draft, and reports that once', async () => {
    const editor = editorWith();
    const rain = `It rained, and the lido stayed shut.\n\n`.repeat(30_000);
    await editor.openAndCheck(`The the lido is open.\n\n${rain}She left left at noon.\n`);
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    const [last] = editor.published.slice(-1);
    assert.equal(last?.diagnostics[0]?.range.start.line, 0);

    const line = { line: 60_000, character: 0 };
    editor.session.editing.changeVisibleRange({
      textDocument: { uri: DRAFT },
      range: { start: line, end: line },
    });
    await editor.timers.run();
    const [later] = editor.published.slice(-1);
    assert.deepEqual(
      later?.diagnostics.map(({ range }) => range.start.line),
      [60_002],
    );
    assert.equal(editor.messages.filter((message) => message.includes('in view')).length, 1);
  });

  it('reports once that it shows only the first of very many findings', async () => {
    const editor = editorWith();
    const many = 'The the wall.\n\n'.repeat(MOST_REPORTED + 1);
    await editor.openAndCheck(many);
    editor.change(`${many}It rose.\n`);
    await editor.timers.run();
    assert.equal(editor.published.at(-1)?.diagnostics.length, MOST_REPORTED);
    assert.deepEqual(
      editor.messages.filter((message) => message.includes('findings')),
      ['Copydesk only shows the first 5,000 findings in this draft.'],
    );
  });

  it('reports once that a draft has too many unknown words and names to check them', async () => {
    const editor = editorWith();
    const words = unknownWords(4_001);
    const names = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
    const list = `We saw the ${words.join(' and the ')}.\n\nWe met ${names.join(', ')}.\n`;
    await editor.openAndCheck(list);
    editor.change(`${list}\nIt rose.\n`);
    await editor.timers.run();
    assert.deepEqual(
      editor.messages.filter((message) => message.startsWith('This draft has')),
      [
        'This draft has more than 4,000 different names that your sources do not have, so these were not compared with each other.',
        'This draft has more than 4,000 words that are not in the dictionary, so it was not checked for misspelled words.',
      ],
    );
  });

  it('reports the same for a draft that grows too long or short as for one that is opened like that', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    const rules = `${'-'.repeat(998)}\n\n`.repeat(LONG_DRAFT_LENGTH / 1000 + 1);
    const short = `${MISTAKES}\n${rules.slice(0, LONG_DRAFT_LENGTH - MISTAKES.length - 40)}`;
    const long = `${MISTAKES.replace('Oduya', 'Oduay')}\n${rules}\nShe left left at noon.\n`;
    assert.ok(short.length <= LONG_DRAFT_LENGTH && long.length > LONG_DRAFT_LENGTH);
    await editor.openAndCheck(short);
    for (const text of [long, short, `The the end.\n\n${long}`, short]) {
      editor.change(text);
      await editor.timers.run();
      const fresh = editorWith({ 'sources/lido.md': DOSSIER });
      await fresh.openAndCheck(text);
      const reported = ({ code, message, range }: Diagnostic): unknown => [code, message, range];
      assert.deepEqual(
        editor.published.at(-1)?.diagnostics.map(reported),
        fresh.published.at(-1)?.diagnostics.map(reported),
      );
    }
    assert.equal(editor.messages.filter((message) => message.includes('in view')).length, 1);
  });

  it('checks the part of a long draft that comes into view during its first check', async () => {
    const editor = editorWith();
    editor.timers.pace = 1000;
    const rain = `It rained, and the lido stayed shut.\n\n`.repeat(30_000);
    await editor.openAndCheck(`${rain}She left left at noon.\n`);
    await editor.timers.run();
    const line = { line: 60_000, character: 0 };
    editor.session.editing.changeVisibleRange({
      textDocument: { uri: DRAFT },
      range: { start: line, end: line },
    });
    editor.timers.pace = 0;
    await editor.timers.runAll();
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
  });

  it('checks a draft when it is opened and, after a pause, when it changes', async () => {
    const editor = editorWith();
    await editor.openAndCheck('The the lido is open.\n');
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    editor.change('The lido is open open.\n');
    editor.change('The lido is open.\n');
    assert.deepEqual(editor.timers.waiting, [150]);
    await editor.timers.run();
    assert.deepEqual(
      editor.published.map(({ version, diagnostics }) => [version, diagnostics.length]),
      [
        [1, 1],
        [3, 0],
      ],
    );
  });

  it('reports the same after many turns as after one', async () => {
    const [atOnce, inTurns] = [0, 1000].map((pace) => {
      const editor = editorWith({ 'sources/lido.md': DOSSIER });
      editor.timers.pace = pace;
      return editor;
    });
    assert.ok(atOnce !== undefined && inTurns !== undefined);
    await atOnce.openAndCheck(MISTAKES);
    await inTurns.openAndCheck(MISTAKES);
    assert.deepEqual(inTurns.published, []);
    await inTurns.timers.runAll();
    assert.equal(atOnce.codes.length, 4);
    assert.deepEqual(inTurns.published, atOnce.published);
  });

  it('abandons a check for a newer version, with which all requests are answered', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    editor.timers.pace = 1000;
    await editor.openAndCheck(MISTAKES);
    await editor.timers.run();
    const asked = [1, 2].map(() => editor.session.drafts.checked(DRAFT));
    editor.change('The lido is open.\n\n“We swim,” she said said.\n');
    await editor.timers.runAll();
    const versions = (await Promise.all(asked)).map((checked) => checked?.draft.version);
    assert.deepEqual(versions, [2, 2]);
    assert.deepEqual(
      editor.published.map(({ version, diagnostics }) => [version, diagnostics.length]),
      [[2, 1]],
    );
  });

  it('abandons the task of a cancelled request, and does not start it after the check', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck(MISTAKES);
    editor.timers.pace = 1000;
    let steps = 0;
    const work = function* (): Generator<undefined, string> {
      while (steps < 100) {
        steps++;
        yield;
      }
      return 'done';
    };
    const during = new CancellationTokenSource();
    const asked = editor.session.drafts.run(DRAFT, during.token, work);
    await settled();
    assert.ok(steps > 0);
    during.cancel();
    await editor.timers.runAll();
    assert.equal(await asked, undefined);
    assert.ok(steps < 10, String(steps));

    steps = 0;
    editor.change('The lido is is shut.\n');
    const before = new CancellationTokenSource();
    const early = editor.session.drafts.run(DRAFT, before.token, work);
    before.cancel();
    await editor.timers.runAll();
    assert.equal(await early, undefined);
    assert.equal(steps, 0);
  });

  it('abandons the check of a draft that is closed', async () => {
    const editor = editorWith();
    editor.timers.pace = 1000;
    await editor.openAndCheck(MISTAKES);
    await editor.timers.run();
    const asked = editor.session.drafts.checked(DRAFT);
    editor.session.editing.close(DRAFT);
    await editor.timers.runAll();
    assert.equal(await asked, undefined);
    assert.deepEqual(editor.codes, []);
  });

  it('applies incremental changes', async () => {
    const editor = editorWith();
    await editor.openAndCheck('The lido is open.\n');
    const at = { line: 0, character: 3 };
    editor.session.editing.change({
      textDocument: { uri: DRAFT, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: ' the' }],
    });
    await editor.timers.run();
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
  });

  it('releases earlier versions of a draft', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    editor.settings = {};
    await editor.openAndCheck('Maren Oduya leads the council.\n\nThe the lido is open.\n');
    const said: WeakRef<object>[] = [];
    for (let edit = 1; edit <= 40; edit++) {
      editor.change(
        `Maren Oduya leads the council.\n\n“We open it,” she said on day ${edit}. It is is late.\n`,
      );
      await editor.timers.run();
      const { blocks } = editor.session.drafts.lastOfText(DRAFT)?.draft.prose ?? { blocks: [] };
      assert.equal(blocks.length, 2);
      said.push(...blocks.slice(1).flatMap(({ sentences }) => sentences.map(weakly)));
    }
    const last = said.length / 40;
    // The sentence that no edit touched stays the same object, and the engine may still use a version or two.
    const held = await countRetained(said);
    assert.ok(held >= last && held <= 5 * last, `${held} of ${said.length}`);
  });

  it('clears the diagnostics of a draft that is closed', async () => {
    const editor = editorWith();
    await editor.openAndCheck('The the lido is open.\n');
    editor.change('The lido lido is open.\n');
    editor.session.editing.close(DRAFT);
    await editor.timers.run();
    assert.deepEqual(editor.codes, []);
    assert.equal(editor.published.length, 2);
    assert.equal(
      await editor.handlers.annotations.hover(
        {
          textDocument: { uri: DRAFT },
          position: { line: 0, character: 0 },
        },
        UNCANCELLED,
      ),
      undefined,
    );
  });

  it('checks drafts against the sources of their folder', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    assert.deepEqual(editor.codes, ['name/misspelled']);
    assert.match(editor.messages[0] ?? '', /^Indexed 1 source in \d+ ms: 1 person, /u);
  });

  it('makes no claims without sources, but still checks sentences and names within the draft', async () => {
    const editor = new FakeEditor();
    await editor.openAndCheck(
      `${ELSEWHERE}Ifeoma Vranić dived first. The judges liked the the dive of Ifeoma Vranic.\n`,
    );
    assert.deepEqual([...editor.codes].sort(), ['name/inconsistent', 'sentence/repeated-word']);
    const hover = await editor.handlers.annotations.hover(
      { textDocument: { uri: DRAFT }, position: { line: 0, character: 2 } },
      UNCANCELLED,
    );
    assert.equal(hover, undefined);
  });

  it('checks a draft about the sample against it if the folder has no sources, and reports that', async () => {
    const editor = new FakeEditor();
    await editor.openAndCheck(ABOUT_SAMPLE);
    assert.deepEqual(editor.codes, ['claim/contradicted']);
    const hover = await editor.handlers.annotations.hover(
      { textDocument: { uri: DRAFT }, position: { line: 0, character: 2 } },
      UNCANCELLED,
    );
    assert.match(JSON.stringify(hover), /Ana Brandt/u);
    assert.match(editor.messages.join('\n'), /No sources match sources.*shipped summit reference/u);
  });

  it('names the first globs that match no source in the log, and counts the others', async () => {
    const logged = async (sources: readonly string[]): Promise<string> => {
      const editor = new FakeEditor({ settings: { sources } });
      await editor.openAndCheck(ELSEWHERE);
      return editor.messages.find((message) => message.includes('shipped summit')) ?? '';
    };
    const many = Array.from({ length: 400 }, (_, at) => `beat${at}/**`);
    assert.match(
      await logged(['', 'notes/*', ' ', ...many]),
      /^No sources match notes\/\*, beat0\/\*\*, beat1\/\*\* or 398 other globs, so /u,
    );
    assert.match(await logged(['notes/*']), /^No sources match notes\/\*, so /u);
    assert.match(await logged(['', ' ']), /^No globs for sources are set, so /u);
  });

  it('indexes a changed source and checks again', async () => {
    const editor = editorWith();
    await editor.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    assert.deepEqual(editor.codes, []);
    editor.workspace = new MemoryWorkspace({ 'sources/lido.md': DOSSIER });
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await editor.timers.run();
    assert.deepEqual(editor.codes, ['name/misspelled']);
  });

  it('takes a new file for a source even if it was opened and checked before the session heard of it', async () => {
    const files = new MemoryWorkspace({ 'sources/lido.md': 'The lido opened in 1931.\n' });
    const editor = editorWith();
    editor.workspace = files;
    await editor.openAndCheck('The lido opened in 1931.\n');
    const text = 'The the lido opened in 1933.\n';
    files.write('sources/call.md', text);
    const uri = `${FOLDER}sources/call.md`;
    await editor.openAndCheck(text, uri);
    assert.notDeepEqual(editor.codes, []);
    editor.session.changeFiles([uri], [uri]);
    await editor.timers.run();
    assert.deepEqual(editor.published.findLast((one) => one.uri === uri)?.diagnostics, []);
  });

  it('does not check again for a source that was saved without changes', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    const reported = editor.messages.length;
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await editor.timers.run();
    assert.equal(editor.messages.length, reported);
  });

  it('shows the progress of indexing many sources', async () => {
    const few = editorWith({ 'sources/lido.md': DOSSIER });
    await few.openAndCheck('The lido is open.\n');
    assert.deepEqual(few.progress, []);
    const many = editorWith(sources(60));
    await many.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    const { progress: bars } = many;
    assert.equal(bars[0], 'Indexing sources');
    assert.ok(bars.includes('60 of 60'));
    assert.equal(bars.at(-1), 'end');
    assert.deepEqual(many.codes, ['name/misspelled']);
  });

  it('checks drafts against the previous index if indexing is cancelled', async () => {
    const files = new MemoryWorkspace({ 'sources/lido.md': DOSSIER });
    const editor = editorWith({});
    editor.workspace = files;
    await editor.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    for (const [path, text] of Object.entries(sources(60))) files.write(path, text);
    editor.cancelsProgress = true;
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await editor.timers.run();
    assert.deepEqual(editor.codes, ['name/misspelled']);
    assert.match(editor.messages.at(-1) ?? '', /was cancelled, so .* the previous index\./u);
    assert.equal(editor.progress.at(-1), 'end');
  });

  it('checks drafts against nothing if the first indexing is cancelled, and resumes later', async () => {
    const editor = editorWith(sources(60));
    editor.cancelsProgress = true;
    await editor.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    assert.deepEqual(
      editor.codes.filter((code) => code !== 'name/unknown'),
      [],
    );
    assert.match(editor.messages.at(-1) ?? '', /so drafts are not checked against them\./u);
    editor.cancelsProgress = false;
    editor.session.changeFiles([`${FOLDER}sources/lido.md`]);
    await editor.timers.run();
    assert.deepEqual(editor.codes, ['name/misspelled']);
  });

  it('caches source indexes in the folder that the client names', async () => {
    const cache = new MemoryIndexCache();
    const first = editorWith({ 'sources/lido.md': DOSSIER }, cache);
    await first.openAndCheck('The lido is open.\n');
    assert.equal(cache.saveCount, 1);
    const second = editorWith({ 'sources/lido.md': DOSSIER }, cache);
    await second.openAndCheck('Council leader Maren Oduay opened the lido.\n');
    assert.deepEqual(second.codes, ['name/misspelled']);
    assert.match(second.messages[0] ?? '', /^Indexed 1 source \(0 new or changed\) in /u);
  });

  it('logs a problem in a source', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER.replace('- Role:', '- Role') });
    await editor.openAndCheck('The lido is open.\n');
    assert.match(editor.messages[0] ?? '', /^sources\/lido\.md:9: /u);
  });

  it('reports a problem in a dossier, open or not', async () => {
    const file = `${FOLDER}sources/lido.md`;
    const broken = DOSSIER.replace('- Role:', '- Role');
    const files = new MemoryWorkspace({ 'sources/lido.md': broken });
    const editor = editorWith();
    editor.workspace = files;
    const reported = (uri = 'memory:///sources/lido.md'): readonly (readonly [unknown, string])[] =>
      editor.published
        .filter((one) => one.uri === uri)
        .map(({ version, diagnostics }) => [
          version,
          diagnostics
            .map(({ range, message }) => `${range.start.line}: ${JSON.stringify(message)}`)
            .join(' '),
        ]);
    const mistake =
      '8: "“Role council leader” has no colon; write a property as “- Property: value”."';
    await editor.openAndCheck('The lido is open.\n');
    await editor.openAndCheck('It rained.\n', `${FOLDER}other.md`);
    assert.deepEqual(reported(), [[undefined, mistake]]);

    await editor.openAndCheck(broken, file);
    assert.deepEqual(reported(), [
      [undefined, mistake],
      [undefined, ''],
      [1, mistake],
    ]);
    editor.session.editing.change({
      textDocument: { uri: file, version: 2 },
      contentChanges: [{ text: DOSSIER }],
    });
    await editor.timers.run();
    assert.deepEqual(reported().at(-1), [2, '']);

    editor.session.editing.close(file);
    assert.deepEqual(reported().at(-1), [undefined, mistake]);
    files.write('sources/lido.md', DOSSIER);
    editor.session.changeFiles([file]);
    await editor.timers.run();
    assert.deepEqual(reported().at(-1), [undefined, '']);
  });

  it('offers to add a selected name to the dossier as any kind of entity', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck('We met *Ana  Roe* and Maren Oduya at the lido.\n');
    const selected = async (start: number, end: number): Promise<readonly string[]> => {
      const actions = await editor.handlers.codeActions.actions(
        {
          textDocument: { uri: DRAFT },
          range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
          context: { diagnostics: [] },
        },
        UNCANCELLED,
      );
      return actions.map(({ title, edit }) =>
        [title, ...(/### [^"\\]+/u.exec(JSON.stringify(edit)) ?? [])].join(' > '),
      );
    };
    assert.deepEqual(await selected(7, 17), [
      'Add “Ana Roe” to your dossier as a person > ### Ana Roe',
      'Add “Ana Roe” to your dossier as an organisation > ### Ana Roe',
      'Add “Ana Roe” to your dossier as a place > ### Ana Roe',
      'Add “Ana Roe” to your dossier as an event > ### Ana Roe',
    ]);
    assert.deepEqual(await selected(22, 33), [], 'in the dossier already');
    assert.deepEqual(await selected(37, 45), [], 'not a name');
    assert.deepEqual(await selected(0, 46), [], 'a sentence');
    assert.deepEqual(await selected(8, 8), [], 'nothing');
  });

  it('recognises sources and open drafts however their URIs are escaped', async () => {
    const editor = editorWith({ 'sources/one, two.md': 'The the lido.' });
    await editor.openAndCheck('The the lido is open.\n', `${FOLDER}sources/one%2C%20two.md`);
    assert.deepEqual(editor.codes, []);
    await editor.openAndCheck('The the lido is open.\n', `${FOLDER}three,%20four.md`);
    assert.equal(editor.session.documents.get('memory:/three%2C four.md')?.version, 1);
  });

  it('checks neither sources nor dossiers in any folder', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER, 'sources/report.md': 'The the lido.' });
    await editor.openAndCheck('The the lido is open.\n', `${FOLDER}sources/report.md`);
    assert.deepEqual(editor.codes, []);
    await editor.openAndCheck(`${DOSSIER}\nThe the lido.\n`, `${FOLDER}other.md`);
    assert.deepEqual(editor.codes, []);
  });

  it('treats a draft as one document however a message escapes its URI', async () => {
    const editor = editorWith();
    const escaped = `${FOLDER}%64raft.md`;
    await editor.openAndCheck('It it rained.\n');
    const change = (uri: string, version: number, text: string): Promise<void> => {
      const contentChanges = [{ text }];
      editor.session.editing.change({ textDocument: { uri, version }, contentChanges });
      return editor.timers.run();
    };
    await change(escaped, 2, 'It it it rained.\n');
    await change(DRAFT, 3, 'It rained.\n');
    await change(escaped, 4, 'It it rained.\n');
    assert.equal((await editor.session.drafts.checked(escaped))?.draft.version, 4);
    assert.equal(editor.session.drafts.last(escaped)?.draft.version, 4);
    editor.session.editing.close(escaped);
    assert.deepEqual(
      editor.published.map(({ uri, diagnostics }) => [uri, diagnostics.length]),
      [1, 1, 0, 1, 0].map((count) => [DRAFT, count]),
    );
    await editor.openAndCheck('It it rained.\n');
    await editor.openAndCheck('It it rained.\n', escaped);
    assert.deepEqual(
      editor.published.slice(5).map(({ uri, diagnostics }) => [uri, diagnostics.length]),
      [
        [DRAFT, 1],
        [DRAFT, 0],
        [escaped, 1],
      ],
    );
  });

  it('uses the first of very many globs, and reports that once', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    editor.settings = {
      ...NAMES_AND_SENTENCES,
      sources: ['sources/**', ...Array.from({ length: 20_000 }, (_, index) => `${index}/*.md`)],
    };
    const before = process.cpuUsage();
    await editor.openAndCheck('Maren Oduay swims.');
    editor.session.changeSettings();
    await editor.timers.run();
    const { user } = process.cpuUsage(before);
    assert.ok(user < 6_000_000, `${user} µs`);
    assert.ok((editor.watched.at(-1)?.length ?? 0) < 1_000);
    assert.deepEqual(
      editor.messages.filter((message) => message.startsWith('The setting')),
      [
        'The setting “copydesk.sources” contains 20,001 patterns, of which only the first 500 are used.',
      ],
    );
    assert.ok(editor.codes.includes('name/misspelled'));
  });

  it('ignores a glob that would never finish or points outside the folder, and reports that once', async () => {
    const endless = '*a'.repeat(30);
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    editor.settings = { sources: [endless, '../**', 'sources/**'] };
    await editor.openAndCheck('Maren Oduay swims.');
    await editor.openAndCheck('Maren Oduay swims.', `${FOLDER}other.md`);
    editor.session.changeSettings();
    await editor.timers.run();
    assert.deepEqual(editor.watched.at(-1), ['sources/**', ...OWN_FILES]);
    assert.deepEqual(
      editor.messages.filter((message) => message.startsWith('The setting')),
      [
        `The setting “copydesk.sources” contains “${endless}”, which has too many stars and braces (at most three in one part of the path). It is ignored.`,
        'The setting “copydesk.sources” contains “../**”, which points outside the folder. It is ignored.',
      ],
    );
    assert.ok(editor.codes.includes('name/misspelled'));
  });

  it('applies changed settings', async () => {
    const editor = editorWith();
    await editor.openAndCheck('The the lido is open.\n');
    const change = async (settings: unknown): Promise<readonly unknown[]> => {
      editor.settings = settings;
      editor.session.changeSettings();
      await editor.timers.run();
      return editor.codes;
    };
    assert.deepEqual(await change({ ...NAMES_AND_SENTENCES, enable: false }), []);
    assert.deepEqual(await change(NAMES_AND_SENTENCES), ['sentence/repeated-word']);
    assert.deepEqual(await change({ severity: { ...QUIET, sentence: 'off' } }), []);
    assert.deepEqual(await change({ ...NAMES_AND_SENTENCES, sources: ['notes/*.md'] }), [
      'sentence/repeated-word',
    ]);
    assert.deepEqual(editor.watched.at(-1), ['notes/*.md', ...OWN_FILES]);
  });

  it('offers quick fixes for its diagnostics until the draft changes', async () => {
    const editor = editorWith();
    await editor.openAndCheck('The the lido is open.\n');
    const quick = await editor.actions();
    assert.deepEqual(
      quick.map(({ kind, isPreferred, title }) => [kind, isPreferred, title]),
      [
        ['quickfix', true, 'Delete the second “The”'],
        ['quickfix', false, 'Ignore here'],
        ['quickfix', false, 'Ignore in this paragraph'],
      ],
    );
    assert.deepEqual(await editor.actions(['refactor']), []);
    editor.change('The the lido is open again.\n');
    assert.deepEqual(await editor.actions(), []);
  });

  it('fixes a whole draft on request', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck('Council leader Maren Oduay opened the the lido.\n');
    for (const only of [['source'], ['source.fixAll'], ['source.fixAll.copydesk']]) {
      const actions = await editor.actions(only);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        ['source.fixAll.copydesk'],
      );
    }
    editor.change('Council leader Maren Oduya opened the lido.\n');
    await editor.timers.run();
    assert.deepEqual(await editor.actions(['source.fixAll']), []);
  });

  it('abandons fixing a whole draft for a newer version', async () => {
    const editor = editorWith();
    await editor.openAndCheck('It it rained.\n\nThe the bus came.\n');
    editor.timers.pace = 1000;
    const actions = editor.actions(['source.fixAll']);
    await editor.timers.run();
    editor.change('It rained.\n');
    await editor.timers.runAll();
    assert.deepEqual(await actions, []);
    assert.deepEqual(editor.codes, []);
  });

  it('leads from a name to its source', async () => {
    const editor = editorWith({ 'sources/lido.md': DOSSIER });
    await editor.openAndCheck('The lido was opened by Ms. Oduya.\n');
    const links = await editor.handlers.navigation.definition(
      {
        textDocument: { uri: DRAFT },
        position: { line: 0, character: 28 },
      },
      UNCANCELLED,
    );
    assert.match(JSON.stringify(links), /memory:\/\/\/sources\/lido\.md/u);
  });

  it('reads a document that is not Markdown as plain text', async () => {
    const editor = editorWith();
    await editor.openAndCheck('    The the lido is open.\n', `${FOLDER}draft.txt`, 'plaintext');
    assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    await editor.openAndCheck('    The the lido is open.\n', DRAFT);
    assert.deepEqual(editor.codes, []);
  });
});

/** The text of a file after a code action that must not edit another file; `undefined` for a file that the action creates. */
function after(action: CodeAction | undefined, uri: string, text: string | undefined): string {
  const changes = [...(action?.edit?.documentChanges ?? [])];
  if (text === undefined) {
    const created = changes.shift();
    assert.deepEqual(created, { kind: 'create', uri, options: { ignoreIfExists: true } });
  }
  const [change, ...others] = changes;
  assert.deepEqual(others, []);
  assert.ok(TextDocumentEdit.is(change));
  assert.equal(change.textDocument.uri, uri);
  const edits = change.edits as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text ?? ''), edits);
}

describe('session with a house style', () => {
  const FILE = `${FOLDER}style.yml`;
  const STYLE = 'rules:\n  - { avoid: lido, write: pool }\n';
  const TEXT = 'The lido opened on Monday.\n';

  const codesOf = (editor: FakeEditor): readonly unknown[] | undefined =>
    editor.published.findLast(({ uri }) => uri === DRAFT)?.diagnostics.map(({ code }) => code);

  it('applies that of the folder, and reads it again when it changes', async () => {
    const editor = editorWith();
    await editor.openAndCheck(TEXT);
    assert.deepEqual(codesOf(editor), []);
    editor.workspace = new MemoryWorkspace({ 'style.yml': STYLE });
    editor.session.changeFiles([FILE]);
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), ['house/avoid']);
  });

  it('applies the text of the open file before it is saved, and reports its problems', async () => {
    const editor = editorWith({ 'style.yml': STYLE });
    await editor.openAndCheck(TEXT);
    await editor.openAndCheck('rules:\n  - { avoid: opened }\n  - titles: no\n', FILE, 'yaml');
    await editor.timers.run();
    assert.deepEqual(
      editor.published
        .findLast(({ uri }) => uri === FILE)
        ?.diagnostics.map(({ range }) => range.start),
      [{ line: 2, character: 4 }],
    );
    const marked = editor.published.findLast(({ uri }) => uri === DRAFT)?.diagnostics;
    assert.deepEqual(
      marked?.map(({ range }) => range.start.character),
      ['The lido '.length],
    );
  });

  it('reports the problems of a file that is not open', async () => {
    const editor = editorWith({ 'style.yml': 'rules: none' });
    await editor.openAndCheck(TEXT);
    assert.equal(
      editor.published.findLast(({ uri }) => uri === FILE)?.diagnostics[0]?.message,
      '“rules” must be a list, each rule after a “-”; it is skipped.',
    );
  });
});

describe('session with suppressions', () => {
  const FILE = `${FOLDER}.copydesk.json`;
  const SOURCES = { 'sources/lido.md': DOSSIER };
  const TEXT = 'Did council leader Maren Oduay open the the lido?\n';
  const STRANGER = 'Did council leader Maren Oduya meet the Wexcombe Board?\n';
  const DOSSIER_FILE = `${FOLDER}sources/lido.md`;
  const BOTH = ['name/misspelled', 'sentence/repeated-word'];
  const ACCEPTED = '{"acceptedNames": ["Maren Oduay"]}';

  /** The messages published last for a file. */
  const lastOf = (editor: FakeEditor, uri: string): readonly string[] | undefined =>
    editor.published
      .findLast((one) => one.uri === uri)
      ?.diagnostics.map(({ message }) => (typeof message === 'string' ? message : message.value));
  const codesOf = (editor: FakeEditor): readonly unknown[] | undefined =>
    editor.published.findLast(({ uri }) => uri === DRAFT)?.diagnostics.map(({ code }) => code);

  async function action(
    editor: FakeEditor,
    title: RegExp,
    character = 0,
  ): Promise<CodeAction | undefined> {
    return (await editor.actions(undefined, character)).find((one) => title.test(one.title));
  }

  it('applies the suppressions file of the folder, and reads it again when it changes', async () => {
    const editor = editorWith(SOURCES);
    await editor.openAndCheck(TEXT);
    assert.deepEqual(codesOf(editor), BOTH);
    editor.workspace = new MemoryWorkspace({ ...SOURCES, '.copydesk.json': ACCEPTED });
    editor.session.changeFiles([FILE]);
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), ['sentence/repeated-word']);
    assert.equal(editor.messages.length, 1, 'the sources are not indexed again');
  });

  it('applies the text of the open file before it is saved', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk.json': '{}' });
    await editor.openAndCheck(TEXT);
    await editor.openAndCheck(ACCEPTED, FILE, 'jsonc');
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), ['sentence/repeated-word']);
    editor.session.editing.close(FILE);
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), BOTH);
  });

  it('reports problems in the file, and ignores it', async () => {
    const broken = { ...SOURCES, '.copydesk.json': '{"acceptedNames": ["Maren Oduay"]' };
    const editor = editorWith(broken);
    await editor.openAndCheck(TEXT);
    const reported = ['A closing “}” is missing here, so this file has no effect.'];
    assert.deepEqual(codesOf(editor), BOTH);
    assert.deepEqual(lastOf(editor, FILE), reported);

    await editor.openAndCheck('{"acceptedNames": 7}', FILE, 'jsonc');
    await editor.timers.run();
    assert.deepEqual(lastOf(editor, FILE), [
      '“acceptedNames” must be a list, in “[” and “]”; it is skipped.',
    ]);
    editor.session.editing.close(FILE);
    await editor.timers.run();
    assert.deepEqual(lastOf(editor, FILE), reported);

    editor.workspace = new MemoryWorkspace(SOURCES);
    editor.session.changeFiles([FILE]);
    await editor.timers.run();
    assert.deepEqual(lastOf(editor, FILE), []);
  });

  it('accepts a name in the file, which is created if it is missing', async () => {
    const editor = editorWith(SOURCES);
    await editor.openAndCheck(TEXT);
    const accept = await action(editor, /^This spelling is right/u);
    const text = after(accept, FILE, undefined);
    assert.deepEqual(JSON.parse(text), { acceptedNames: ['Maren Oduay'] });
    editor.workspace = new MemoryWorkspace({ ...SOURCES, '.copydesk.json': text });
    editor.session.changeFiles([FILE]);
    await editor.openAndCheck('Did Ms. Oduay swim? Maren Oduay did not.\n', `${FOLDER}other.md`);
    assert.deepEqual(
      editor.codes.filter((code) => String(code).startsWith('name/')),
      [],
    );
  });

  it('ignores one finding in the file, and offers to remove the entry once it matches nothing', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk.json': '{}' });
    await editor.openAndCheck(TEXT);
    const text = after(await action(editor, /^Ignore here/u), FILE, '{}');
    assert.deepEqual(JSON.parse(text), {
      ignoredFindings: [
        {
          code: 'name/misspelled',
          sentence: TEXT.trim(),
          words: 'Oduay',
          draft: 'draft.md',
        },
      ],
    });
    await editor.openAndCheck(text, FILE, 'jsonc');
    await editor.openAndCheck(TEXT);
    assert.deepEqual(codesOf(editor), ['sentence/repeated-word']);
    editor.change('Did it rain?\n');
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), ['style/unused-ignore']);
    const back = await action(editor, /^Remove what ignores it/u);
    assert.equal(back?.isPreferred, true);
    assert.deepEqual(JSON.parse(after(back, FILE, text)), { ignoredFindings: [] });
  });

  it('offers no fix that it cannot apply', async () => {
    const editor = editorWith({ '.copydesk.json': '{' });
    await editor.openAndCheck('Did it rain rain?\n');
    assert.equal(await action(editor, /^(?:Ignore here|This spelling)/u), undefined);
    await editor.openAndCheck('Did it rain rain?\n', 'untitled:Untitled-1');
    assert.ok((await editor.actions()).every(({ edit }) => edit !== undefined));
  });

  it('edits no file that it cannot read', async () => {
    const editor = editorWith({
      '.copydesk.json': `{"acceptedWords": ["${'o'.repeat(2 ** 20)}"]}`,
    });
    await editor.openAndCheck('Did it rain rain on the comittee?\n');
    assert.equal(await action(editor, /^(?:Ignore here|This spelling)/u), undefined);
    assert.equal(await action(editor, /^(?:Ignore here|This spelling)/u, 30), undefined);
    const other = editorWith({
      'sources/notes.md': 'Council leader Maren Oduya opened the lido on Monday.',
      'sources/dossier.md': 'o'.repeat(MAX_TEXT_BYTES + 1),
    });
    await other.openAndCheck(STRANGER);
    const at = STRANGER.indexOf('Wexcombe') + 1;
    assert.ok((await action(other, /^This name is right/u, at)) !== undefined);
    assert.equal(await action(other, /dossier/u, at), undefined);
  });

  it('does not fix a suppressed finding', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk.json': ACCEPTED });
    await editor.openAndCheck(TEXT);
    const [all] = await editor.actions(['source.fixAll']);
    assert.equal(after(all, DRAFT, TEXT), TEXT.replace('the the', 'the'));
  });

  it('adds an unknown name to the dossier of the folder', async () => {
    const editor = editorWith(SOURCES);
    await editor.openAndCheck(STRANGER);
    const add = await action(editor, /^Add “Wexcombe Board” to your dossier$/u);
    assert.equal(
      after(add, `${FOLDER}sources/lido.md`, DOSSIER),
      `${DOSSIER.trimEnd()}\n\n## Bodies\n\n### Wexcombe Board\n`,
    );
  });

  it('never adds a misspelled name to the dossier, selected or not', async () => {
    const editor = editorWith(SOURCES);
    await editor.openAndCheck(TEXT);
    assert.deepEqual(codesOf(editor), BOTH);
    assert.equal(await action(editor, /dossier/u), undefined);
    for (const name of ['Maren Oduay', 'Oduay']) {
      const start = { line: 0, character: TEXT.indexOf(name) };
      const end = { line: 0, character: start.character + name.length };
      const actions = await editor.handlers.codeActions.actions(
        { textDocument: { uri: DRAFT }, range: { start, end }, context: { diagnostics: [] } },
        UNCANCELLED,
      );
      assert.deepEqual(actions, [], name);
    }
  });

  it('are taken back: an ignored finding, an accepted name and an entry of the dossier', async () => {
    const editor = editorWith({ ...SOURCES, '.copydesk.json': '{}' }, undefined, [STORE_DECISION]);
    const files: Record<string, string> = { [FILE]: '{}', [DOSSIER_FILE]: DOSSIER };
    await editor.openAndCheck('{}', FILE, 'jsonc');
    for (const [text, title, file] of [
      [TEXT.replace('the the', 'the'), /^This spelling is right/u, FILE],
      [TEXT, /^Ignore here/u, FILE],
      [STRANGER, /^Add “Wexcombe Board”/u, DOSSIER_FILE],
    ] as const) {
      await editor.openAndCheck(text);
      const taken = await action(editor, title, Math.max(0, text.indexOf('the the')));
      const before = files[file] ?? '';
      const { command, arguments: [stored, offer] = [] } = taken?.command ?? {};
      assert.equal(command, STORE_DECISION);
      assert.equal(taken?.edit, undefined, 'the editor leaves it to the command');
      const changed = after({ title: '', edit: stored as WorkspaceEdit }, file, before);
      assert.notEqual(changed, before);
      await editor.openAndCheck(changed, file, file === FILE ? 'jsonc' : 'markdown');
      const { draft: uri, decisions, place } = offer as UndoOffer;
      assert.equal(uri, DRAFT);
      if (file === DOSSIER_FILE) {
        const { line } = place ?? {};
        assert.equal(changed.split('\n')[(line ?? 0) - 1], '### Wexcombe Board');
      }
      const params = { textDocument: { uri }, decisions };
      const edit = await editor.handlers.codeActions.takeBack(params, UNCANCELLED);
      assert.ok(edit !== null && !isRequestFailure(edit));
      const restored = after({ title: '', edit }, file, changed);
      assert.equal(restored, before);
      await editor.openAndCheck(restored, file, file === FILE ? 'jsonc' : 'markdown');
      const again = await editor.handlers.codeActions.takeBack(params, UNCANCELLED);
      assert.ok(isRequestFailure(again), 'there is nothing left to undo');
    }
  });

  it('creates a dossier if there is none', async () => {
    const editor = editorWith({ 'sources/a.md': 'Council leader Maren Oduya opened the lido.\n' });
    await editor.openAndCheck(STRANGER);
    const add = await action(editor, /^Add “Wexcombe Board” to your dossier$/u);
    assert.match(after(add, `${FOLDER}sources/dossier.md`, undefined), /^---\ndossier: /u);
  });

  it('marks words to be verified, and ignores a finding with a comment', async () => {
    const editor = editorWith(SOURCES);
    await editor.openAndCheck(TEXT);
    assert.equal(
      after(await action(editor, /verify name/u), DRAFT, TEXT),
      TEXT.replace('Oduay', 'Oduay [TK: verify name]'),
    );
    const commented = after(
      await action(editor, /^Ignore in this paragraph/u, TEXT.indexOf('the the')),
      DRAFT,
      TEXT,
    );
    assert.equal(commented, `<!-- copydesk-ignore sentence/repeated-word -->\n${TEXT}`);
    editor.change(commented);
    await editor.timers.run();
    assert.deepEqual(codesOf(editor), ['name/misspelled']);
  });
});

describe('a draft that is not Markdown', () => {
  const inEditor = (files: Readonly<Record<string, string>>): FakeEditor =>
    new FakeEditor({ files, initializationOptions: { commands: ['copydesk.showFactSheet'] } });

  it('is a text file in a folder with sources', async () => {
    const text = 'The the lido is open.\n';
    const story = inEditor({ 'sources/lido.md': 'The lido is open.' });
    await story.openAndCheck(text, `${FOLDER}draft.txt`, 'plaintext');
    assert.deepEqual(story.codes, ['sentence/repeated-word']);
    const unrelated = inEditor({});
    await unrelated.openAndCheck(text, `${FOLDER}notes.txt`, 'plaintext');
    assert.deepEqual(unrelated.codes, []);
  });

  it('is a script, by its language or its name', async () => {
    const script = 'INT. THE THE LIDO\n\nADA\nThe the lido is open.\n';
    for (const [name, language] of [
      ['script.fountain', 'fountain'],
      ['script.fountain', 'plaintext'],
      ['Untitled-1', 'fountain'],
    ] as const) {
      const editor = inEditor({});
      await editor.openAndCheck(script, FOLDER + name, language);
      assert.deepEqual(editor.codes, ['sentence/repeated-word']);
    }
  });
});
