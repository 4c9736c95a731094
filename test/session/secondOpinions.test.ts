import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver';
import { SECOND_OPINION, SHOW_FACT_SHEET } from '../../protocol/capabilityConstants.js';
import type { FactSheet } from '../../protocol/factSheet.js';
import type { AskModelParams } from '../../protocol/modelRequests.js';
import {
  ASK_SECOND_OPINION,
  type ModelUse,
  type SecondOpinionOutcome,
  type SecondOpinionPlan,
} from '../../protocol/secondOpinion.js';
import { isRequestFailure } from '../../server/lsp/requestFailure.js';
import { OpinionTable } from '../../server/secondOpinion/opinionTable.js';
import { answerText } from '../secondOpinion/fakeModel.js';
import { FakeServer } from '../secondOpinion/fakeServer.js';
import { DRAFT, FOLDER, FakeEditor, type FakeEditorOptions, UNCANCELLED } from './fakeEditor.js';

const SHUT = 'The outdoor pool in Sundvik stays shut until its roof is repaired.';
const TEXT = `${SHUT} Swimmers in Sundvik wait for a new roof on the pool.\n\nThe gym beside the pool can be used by anyone.\n`;
const FILES = { 'sources/council.md': `${SHUT} The gym is open.\n` };
const SUPPORTED = answerText({ verdict: 'supported', passage: 1, quote: SHUT });
const AT_SWIMMERS = { line: 0, character: TEXT.indexOf('Swimmers') + 1 };

const LOCAL: ModelUse = {
  model: { kind: 'loopback', address: 'http://127.0.0.1:11434/v1', name: 'mistral' },
  sharesConfidential: false,
  perHour: 60,
  patience: 120,
};
const EDITOR: ModelUse = {
  ...LOCAL,
  model: { kind: 'editor', id: 'gpt-x', name: 'GPT X', vendor: 'acme' },
};

const DOCUMENT = { textDocument: { uri: DRAFT } };

function editorWith(server: FakeServer, options: FakeEditorOptions = {}): FakeEditor {
  return new FakeEditor({
    files: FILES,
    initializationOptions: { commands: [SHOW_FACT_SHEET, SECOND_OPINION] },
    opinions: { openLoopback: () => Promise.resolve(server) },
    ...options,
  });
}

/** Lets the server of the editor finish its work. */
async function settled<Result>(editor: FakeEditor, asked: Promise<Result>): Promise<Result> {
  await editor.timers.pass(1_000);
  return asked;
}

async function opened(
  server: FakeServer,
  use?: ModelUse,
  options?: FakeEditorOptions,
): Promise<FakeEditor> {
  const editor = editorWith(server, options);
  await editor.openAndCheck(TEXT);
  if (use !== undefined)
    await settled(editor, editor.handlers.opinions.useModel({ folder: FOLDER, use }));
  return editor;
}

async function ask(
  editor: FakeEditor,
  position?: { readonly line: number; readonly character: number },
): Promise<SecondOpinionOutcome> {
  const given = position === undefined ? {} : { position };
  const asked = editor.handlers.opinions.ask({ ...DOCUMENT, ...given }, UNCANCELLED);
  const outcome = await settled(editor, asked);
  assert.ok(outcome !== null && !isRequestFailure(outcome));
  return outcome;
}

async function refusal(
  editor: FakeEditor,
  position?: { readonly line: number; readonly character: number },
): Promise<string> {
  const given = position === undefined ? {} : { position };
  const asked = editor.handlers.opinions.ask({ ...DOCUMENT, ...given }, UNCANCELLED);
  const outcome = await settled(editor, asked);
  assert.ok(isRequestFailure(outcome));
  return outcome.reason;
}

async function sheetOf(editor: FakeEditor): Promise<FactSheet> {
  const sheet = await settled(editor, editor.handlers.factSheet.sheet(DOCUMENT, UNCANCELLED));
  assert.ok(sheet !== null);
  return sheet;
}

async function hoverAt(
  editor: FakeEditor,
  position: { readonly line: number; readonly character: number },
): Promise<string> {
  const asked = editor.handlers.annotations.hover({ ...DOCUMENT, position }, UNCANCELLED);
  return JSON.stringify((await settled(editor, asked))?.contents);
}

describe('second opinions in a session', () => {
  it('are loaded by nothing but a model that is used or looked for', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server);
    await sheetOf(editor);
    await hoverAt(editor, AT_SWIMMERS);
    assert.match(await refusal(editor), /No model is used in this folder/u);
    await editor.handlers.opinions.useModel({ folder: FOLDER, use: null });
    assert.equal(editor.session.opinions.ifLoaded, undefined);
    assert.deepEqual(server.asked, []);
  });

  it('are asked for on command alone, never by typing, saving or looking', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    editor.edit(0, 0, 'Indeed. ');
    await editor.timers.pass(5_000);
    editor.session.editing.save(DRAFT);
    await sheetOf(editor);
    await hoverAt(editor, AT_SWIMMERS);
    assert.deepEqual(server.asked, []);
  });

  it('stand in the sheet beside the verdict, with their passage, and are no finding', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    const before = await sheetOf(editor);
    const outcome = await ask(editor, AT_SWIMMERS);
    assert.equal(outcome.answered.supported, 1);
    assert.equal(server.asked.length, 1);
    const sheet = await sheetOf(editor);
    assert.deepEqual(
      sheet.entries.map(({ verdict }) => verdict),
      before.entries.map(({ verdict }) => verdict),
    );
    const [, swimmers] = sheet.entries;
    assert.deepEqual(swimmers?.opinion, { verdict: 'supported', model: 'mistral' });
    assert.equal(swimmers.verdict, 'unclear');
    assert.ok(swimmers.messages.includes('Supported (second opinion, mistral).'));
    assert.ok(swimmers.evidence.some(({ text }) => text === SHUT));
    assert.deepEqual(sheet.state, before.state);
    assert.deepEqual(editor.codes, []);
    assert.match(await hoverAt(editor, AT_SWIMMERS), /Supported \(second opinion, mistral\)/u);
  });

  it('are offered in the hover of a statement until there is one', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    const before = await hoverAt(editor, AT_SWIMMERS);
    assert.match(
      before,
      /\[Ask mistral for a second opinion\]\(command:copydesk\.secondOpinion\?/u,
    );
    await ask(editor, AT_SWIMMERS);
    assert.doesNotMatch(await hoverAt(editor, AT_SWIMMERS), /copydesk\.secondOpinion/u);
    const other = await opened(new FakeServer(() => SUPPORTED), LOCAL, {
      initializationOptions: { commands: [SHOW_FACT_SHEET] },
    });
    assert.doesNotMatch(await hoverAt(other, AT_SWIMMERS), /command:/u);
  });

  it('are planned before they are asked for', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    const plan = async (): Promise<SecondOpinionPlan> => {
      const asked = editor.handlers.opinions.plan({ ...DOCUMENT, use: LOCAL }, UNCANCELLED);
      const planned = await settled(editor, asked);
      assert.ok(planned !== null);
      return planned;
    };
    const { files, requests, known } = await plan();
    assert.ok(requests >= 1);
    assert.equal(known, 0);
    assert.deepEqual(
      files.map(({ file }) => file),
      ['draft.md', 'sources/council.md'],
    );
    assert.ok(files.every(({ characters }) => characters > 0));
    assert.deepEqual(server.asked, []);
    await ask(editor);
    const again = await plan();
    assert.deepEqual([again.requests, again.files], [0, []]);
    assert.equal(again.known, requests);
  });

  it('are gone when the model is not used any more, and there again when it is', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    await ask(editor);
    await editor.handlers.opinions.useModel({ folder: FOLDER, use: null });
    assert.ok((await sheetOf(editor)).entries.every(({ opinion }) => opinion === undefined));
    assert.match(await refusal(editor), /No model is used/u);
    await editor.handlers.opinions.useModel({ folder: FOLDER, use: LOCAL });
    const sent = server.asked.length;
    assert.ok((await sheetOf(editor)).entries.some(({ opinion }) => opinion !== undefined));
    await ask(editor);
    assert.equal(server.asked.length, sent);
  });

  for (const [name, now] of [
    ['is not used any more', null],
    ['may learn less than before', { ...LOCAL, sharesConfidential: false }],
    ['is another', { ...LOCAL, model: { ...LOCAL.model, name: 'qwen' } }],
  ] as const) {
    it(`are not asked for any further once the model ${name}`, async () => {
      const before = { ...LOCAL, sharesConfidential: true };
      const server: FakeServer = new FakeServer(() => {
        void editor.handlers.opinions.useModel({ folder: FOLDER, use: now });
        return SUPPORTED;
      });
      const editor = await opened(server, before);
      const { left, problem } = await ask(editor);
      assert.deepEqual([server.asked.length, left], [1, 1]);
      assert.equal(problem, 'mistral is not used like this any more.');
    });
  }

  it('go when their claim changes', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, LOCAL);
    await ask(editor, AT_SWIMMERS);
    editor.edit(TEXT.indexOf('Swimmers'), TEXT.indexOf('Swimmers') + 'Swimmers'.length, 'Divers');
    await editor.timers.pass(1_000);
    assert.ok((await sheetOf(editor)).entries.every(({ opinion }) => opinion === undefined));
  });

  it('come from a model of the editor by a request to the client', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const editor = await opened(server, EDITOR);
    const asked: AskModelParams[] = [];
    editor.askModel = (params) => {
      asked.push(params);
      return Promise.resolve({ text: SUPPORTED });
    };
    const { answered } = await ask(editor, AT_SWIMMERS);
    assert.equal(answered.supported, 1);
    assert.deepEqual(server.asked, []);
    assert.deepEqual(
      asked.map(({ folder, model }) => [folder, model.id]),
      [['memory:/', 'gpt-x']],
    );
    assert.match(asked[0]?.user ?? '', /Statement, the part of the sentence to compare/u);
    editor.askModel = () => Promise.resolve({ problem: 'GPT X takes no more requests for now.' });
    const failed = await ask(editor);
    assert.equal(failed.problem, 'GPT X takes no more requests for now.');
  });

  it('end with what is there when the request is cancelled', async () => {
    const editor = await opened(new FakeServer(() => SUPPORTED), EDITOR);
    const source = new CancellationTokenSource();
    editor.askModel = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        source.cancel();
      });
    const asked = editor.handlers.opinions.ask(DOCUMENT, source.token);
    const outcome = await settled(editor, asked);
    assert.ok(outcome !== null && !isRequestFailure(outcome));
    assert.ok(outcome.left > 0);
    assert.equal(outcome.problem, undefined);
  });

  for (const [name, front] of [
    ['confidential', 'confidential: true'],
    ['embargoed', 'embargo: 2999-01-01'],
  ] as const) {
    it(`never take anything of a source that is ${name} to a model of the editor`, async () => {
      const tip = `---\n${front}\n---\n\nThe contractor of the pool roof in Sundvik is insolvent.\n`;
      const editor = await opened(
        new FakeServer(() => SUPPORTED),
        { ...EDITOR, sharesConfidential: true },
        {
          files: { ...FILES, 'sources/tip.md': tip },
        },
      );
      const texts: string[] = [];
      editor.askModel = ({ user }) => {
        texts.push(user);
        return Promise.resolve({ text: SUPPORTED });
      };
      assert.match(
        await refusal(editor, AT_SWIMMERS),
        /not asked about this statement because of a confidential/u,
      );
      const { withheld } = await ask(editor);
      assert.ok(withheld > 0);
      assert.doesNotMatch(texts.join('\n'), /insolvent|contractor|Swimmers/u);
    });

    it(`take a source that is ${name} to a model on this machine if the reporter says so`, async () => {
      const tip = `---\n${front}\n---\n\nThe contractor of the pool roof in Sundvik is insolvent.\n`;
      const files = { ...FILES, 'sources/tip.md': tip };
      const server = new FakeServer(() => answerText({}));
      const editor = await opened(server, { ...LOCAL, sharesConfidential: true }, { files });
      await ask(editor, AT_SWIMMERS);
      assert.match(server.asked.join(), /insolvent/u);
      const careful = new FakeServer(() => answerText({}));
      assert.match(
        await refusal(await opened(careful, LOCAL, { files }), AT_SWIMMERS),
        /not asked about this statement/u,
      );
      assert.deepEqual(careful.asked, []);
    });
  }

  it('are logged with claim, files and time, without a word of the texts', async () => {
    const editor = await opened(new FakeServer(() => SUPPORTED), LOCAL);
    await ask(editor, AT_SWIMMERS);
    const lines = editor.messages.filter((line) => line.startsWith('Second opinion'));
    assert.equal(lines.length, 1);
    assert.match(
      lines[0] ?? '',
      /asked mistral \(127\.0\.0\.1:11434\) at \S+ about draft\.md:1 with sources\/council\.md; \d+ characters/u,
    );
    assert.doesNotMatch(lines.join(), /pool|swimmers|roof/iu);
  });

  it('say what is no statement', async () => {
    const editor = await opened(new FakeServer(() => SUPPORTED), LOCAL);
    assert.match(await refusal(editor, { line: 1, character: 0 }), /no statement here/u);
  });

  it('are kept for the next start', async () => {
    const store = new OpinionTable();
    const options: FakeEditorOptions = {
      initializationOptions: { commands: [SHOW_FACT_SHEET], storage: 'memory:///storage' },
    };
    const first = new FakeServer(() => SUPPORTED);
    const kept = {
      openLoopback: () => Promise.resolve(first),
      opinionStore: () => Promise.resolve(store),
    };
    await ask(await opened(first, LOCAL, { ...options, opinions: kept }), AT_SWIMMERS);
    const again = await opened(first, LOCAL, { ...options, opinions: kept });
    const [, swimmers] = (await sheetOf(again)).entries;
    assert.equal(swimmers?.opinion?.verdict, 'supported');
    assert.equal(first.asked.length, 1);
  });

  it('list the models at addresses of this machine', async () => {
    const server = new FakeServer(() => SUPPORTED, ['mistral', 'qwen']);
    const editor = await opened(server);
    const find = (addresses: readonly string[]): Promise<unknown> =>
      editor.handlers.opinions.findModels({ addresses }, UNCANCELLED);
    const address = 'http://127.0.0.1:11434/v1';
    assert.deepEqual(await find([address]), [
      { kind: 'loopback', address, name: 'mistral' },
      { kind: 'loopback', address, name: 'qwen' },
    ]);
    assert.deepEqual(await find(['http://models.example/v1']), {
      reason:
        'models.example is not this machine; a model is asked only at 127.0.0.1, localhost or [::1].',
    });
    assert.deepEqual(await find(['http://models.example/v1', 'http://10.0.0.1/v1']), []);
  });

  it('say that a browser asks no model on this machine', async () => {
    const editor = await opened(new FakeServer(() => SUPPORTED), LOCAL, { opinions: {} });
    const { problem } = await ask(editor);
    assert.match(problem ?? '', /only be asked by VS Code on the desktop/u);
  });

  it('can be had by a command where the environment names a model', async () => {
    const server = new FakeServer(() => SUPPORTED);
    const { model } = LOCAL;
    assert.ok(model.kind === 'loopback');
    const opinions = { openLoopback: () => Promise.resolve(server), ownModel: model };
    const editor = await opened(server, undefined, {
      opinions,
      initializationOptions: { commands: [SHOW_FACT_SHEET] },
    });
    const executed = editor.handlers.opinions.execute(
      { command: ASK_SECOND_OPINION, arguments: [DRAFT, AT_SWIMMERS] },
      UNCANCELLED,
    );
    await settled(editor, executed);
    assert.equal(server.asked.length, 1);
    assert.ok(editor.messages.includes('mistral on 1 claim: 1 supported.'));
    assert.deepEqual(editor.progress, ['Second opinion', '0 of 1', '1 of 1', 'end']);
    assert.match(await hoverAt(editor, AT_SWIMMERS), /Supported \(second opinion, mistral\)/u);
    // Where the editor asks for consent, there is no other way.
    const asking = await opened(server, undefined, { opinions });
    assert.match(await refusal(asking), /No model is used in this folder/u);
    assert.equal(asking.session.opinions.ifLoaded, undefined);
    assert.equal(server.asked.length, 1);
  });
});
