import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { after, before, describe, it } from 'mocha';
import { ASSISTANT_TOOLS } from '../../protocol/assistants.js';

const COMMAND = 'dist/cli.cjs';

const LIDO =
  '# The lido\n\nMaren Oduya, the leader of the council, opened the lido on Monday. It has 41 cabins.\n';
const SECRET = 'Teun Brakman, the donor, paid for the lido.\n';

/** An assistant that asks the built command, which runs in a process of its own. */
class Assistant {
  readonly #client = new Client({ name: 'test', version: '1' });
  readonly #transport: StdioClientTransport;
  /** The command's output in addition to its answers. */
  errors = '';

  constructor(...args: readonly string[]) {
    this.#transport = new StdioClientTransport({
      command: process.execPath,
      args: [COMMAND, 'mcp', '--no-reader', ...args],
      stderr: 'pipe',
    });
  }

  async start(): Promise<void> {
    this.#transport.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    await this.#client.connect(this.#transport);
  }

  get client(): Client {
    return this.#client;
  }

  /** The answer of a tool as text; one that is refused begins with “refused: ”. */
  async ask(name: string, given: Readonly<Record<string, unknown>>): Promise<string> {
    const { content, isError } = await this.#client.callTool({ name, arguments: { ...given } });
    const [{ text = '' } = {}] = content as readonly { readonly text?: string }[];
    return isError === true ? `refused: ${text}` : text;
  }

  async stop(): Promise<void> {
    await this.#client.close();
  }
}

describe('an assistant over the Model Context Protocol', () => {
  let root: string;
  let folder: string;
  let assistant: Assistant;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'copydesk-'));
    folder = join(root, 'story');
    mkdirSync(join(folder, 'sources'), { recursive: true });
    mkdirSync(join(root, 'private'));
    writeFileSync(join(root, 'private', 'memo.md'), SECRET);
    writeFileSync(join(folder, 'sources', 'lido.md'), LIDO);
    writeFileSync(join(folder, 'sources', 'tip.md'), `---\nconfidential: true\n---\n\n${SECRET}`);
    writeFileSync(join(folder, 'draft.md'), 'Maren Oduay opened the lido on Monday.\n');
    symlinkSync(join('..', 'private', 'memo.md'), join(folder, 'leak.md'));
    symlinkSync(join('..', '..', 'private', 'memo.md'), join(folder, 'sources', 'leak.md'));
    symlinkSync(join('..', '..', 'private'), join(folder, 'sources', 'folder'));
    symlinkSync(join('..', 'private'), join(folder, 'linked'));
    symlinkSync(join('sources', 'tip.md'), join(folder, 'tip.md'));
    symlinkSync('story', join(root, 'alias'));
    assistant = new Assistant(folder);
    await assistant.start();
  });

  after(async () => {
    await assistant.stop();
    rmSync(root, { recursive: true });
  });

  it('finds the tools, all of which only read', async () => {
    const { tools } = await assistant.client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      ASSISTANT_TOOLS.map(({ name }) => [name, true]),
    );
    assert.deepEqual(tools[3]?.inputSchema.required, ['words']);
    assert.match(assistant.client.getInstructions() ?? '', /sources/u);
  });

  it('is answered by each of them', async () => {
    const questions = [
      ['check_draft', { path: 'draft.md' }, /"code":"name\/misspelled"/u],
      ['check_draft', { text: 'Maren Oduay swims.\n' }, /"code":"name\/misspelled"/u],
      ['find_evidence', { claim: 'The lido has 41 cabins.' }, /"verdict":"supported"/u],
      ['who_is', { name: 'Oduya' }, /"role":"leader, council"|leader of the council/u],
      ['compare_quote', { words: 'We swim every day in winter' }, /"result":"absent"/u],
      [
        'compare_rewrite',
        { before: 'It has 41 cabins.', after: 'It has 14 cabins.' },
        /“14” was “41”/u,
      ],
    ] as const;
    for (const [tool, given, answer] of questions)
      assert.match(await assistant.ask(tool, given), answer);
  });

  it('reads the sources, except those that may not be shown', async () => {
    const { resources } = await assistant.client.listResources();
    assert.deepEqual(
      resources.map(({ name }) => name),
      ['sources/lido.md'],
    );
    const { contents } = await assistant.client.readResource({ uri: resources[0]?.uri ?? '' });
    assert.deepEqual(contents, [
      { uri: 'copydesk-source:///sources/lido.md', mimeType: 'text/markdown', text: LIDO },
    ]);
  });

  it('reaches nothing outside the folder, by any path or link', async () => {
    for (const path of [
      '../private/memo.md',
      'linked/memo.md',
      'sources/folder/memo.md',
      'leak.md',
      'tip.md',
      join(root, 'private', 'memo.md'),
      '..%2fprivate%2fmemo.md',
      'linked/../../private/memo.md',
    ]) {
      const answer = await assistant.ask('check_draft', { path });
      assert.match(answer, /^refused: .*(?:not a Markdown draft|points outside)/u, path);
      assert.doesNotMatch(answer, /Brakman|donor/u);
    }
    for (const uri of [
      'copydesk-source:///sources/leak.md',
      'copydesk-source:///sources/tip.md',
      'copydesk-source:///sources/folder/memo.md',
      'copydesk-source:///sources/../draft.md',
      'copydesk-source:///%2e%2e/private/memo.md',
      `file://${root}/private/memo.md`,
    ]) {
      await assert.rejects(assistant.client.readResource({ uri }), /There is no source/u, uri);
    }
    assert.doesNotMatch(await assistant.ask('who_is', { name: 'Brakmann' }), /Brakman"|donor/u);
  });

  it('gets answers from a source that changes while it asks', async () => {
    writeFileSync(join(folder, 'sources', 'new.md'), 'Isolde Ferrant, the architect, came.\n');
    assert.match(await assistant.ask('who_is', { name: 'Ferrant' }), /architect/u);
  });

  it('starts with a notice to the reporter of what it may see, without names of sources', () => {
    assert.match(assistant.errors, /may send all of this to a model that runs elsewhere/u);
    assert.match(assistant.errors, /1 source may be shown; 1 confidential or embargoed withheld/u);
    assert.doesNotMatch(assistant.errors, /tip|leak|Brakman/u);
  });

  it('accepts a link to a folder', async () => {
    const other = new Assistant(join(root, 'alias'));
    await other.start();
    assert.match(await other.ask('check_draft', { path: 'draft.md' }), /name\/misspelled/u);
    assert.match(await other.ask('check_draft', { path: 'linked/memo.md' }), /^refused/u);
    await other.stop();
  });

  it('is not stopped by invalid messages, and has all answers before the end', () => {
    const question = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name: 'who_is' } };
    const lines = ['not json', '[]', '{"id":1}', '\0', JSON.stringify(question)];
    const { status, stdout } = spawnSync(COMMAND, ['mcp', '--no-reader', folder], {
      encoding: 'utf8',
      input: lines.map((line) => `${line}\n`).join(''),
    });
    assert.equal(status, 0);
    assert.match(stdout, /^\{.*who_is needs “name”.*"id":7\}\n$/u);
  });

  it('ends with a reason if it is sent more than it can hold', async () => {
    const child = spawn(COMMAND, ['mcp', '--no-reader', folder], { stdio: 'pipe' });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdin.on('error', () => undefined);
    child.stdin.write('x'.repeat(9 * 1024 * 1024));
    const [status] = (await once(child, 'exit')) as [number];
    assert.equal(status, 2);
    assert.match(errors, /the assistant sent a message of more than 8 MB/u);
  });

  it('refuses requests that it does not support', () => {
    const refusal = (...args: readonly string[]): string =>
      spawnSync(COMMAND, ['mcp', ...args], { encoding: 'utf8', input: '' }).stderr;
    assert.equal(refusal(join(root, 'none')), `copydesk: ${join(root, 'none')} is not a folder\n`);
    assert.match(
      refusal(folder, '--sources', '../private/*'),
      /“\.\.\/private\/\*” leaves the folder/u,
    );
    assert.match(refusal(folder, '--sources', `${root}/private/*`), /leaves the folder/u);
    assert.match(refusal('a', 'b'), /mcp takes one folder/u);
  });
});
