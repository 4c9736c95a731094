import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type {
  ClientCapabilities,
  Diagnostic,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { CAPABILITIES, TestClient } from './testClient.js';

const SERVER = [process.execPath, 'dist/server.cjs', '--stdio'];
const TEXT = 'The committee will meet in in October.\n';

/** The line of the page on the rules that a diagnostic links to. */
async function linkedLine(diagnostic: Diagnostic | undefined): Promise<string | undefined> {
  const link = new URL(diagnostic?.codeDescription?.href ?? '');
  const line = Number(/^#L(\d+)$/u.exec(link.hash)?.[1]);
  link.hash = '';
  return (await readFile(fileURLToPath(link), 'utf8')).split('\n')[line - 1];
}

describe('the code of a finding', () => {
  let folder: string;
  let uri: string;
  let client: TestClient;

  const start = async (
    textDocument: NonNullable<ClientCapabilities['textDocument']>,
  ): Promise<void> => {
    await client.start(uri, { ...CAPABILITIES, textDocument });
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copydesk-'));
    uri = pathToFileURL(folder).href;
    client = new TestClient(SERVER);
  });

  afterEach(async () => {
    assert.equal(await client.end(), 0);
    await rm(folder, { recursive: true });
  });

  it('links to the section on its rule, for a client that can', async () => {
    await start({ publishDiagnostics: { codeDescriptionSupport: true } });
    await client.open(`${uri}/draft.md`, TEXT);
    const [diagnostic] = await client.diagnostics(`${uri}/draft.md`, 1);
    assert.equal(diagnostic?.code, 'sentence/repeated-word');
    assert.equal(await linkedLine(diagnostic), '### sentence/repeated-word');
  });

  it('links to the rule in drafts that are not open too', async () => {
    await mkdir(join(folder, 'sources'));
    await writeFile(join(folder, 'sources', 'notes.md'), 'The committee met in May.\n');
    await writeFile(join(folder, 'draft.md'), TEXT);
    await start({ diagnostic: { codeDescriptionSupport: true } });
    const { items }: WorkspaceDiagnosticReport = await client.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    const [report] = items;
    assert.equal(report?.kind, 'full');
    assert.equal(await linkedLine(report.items[0]), '### sentence/repeated-word');
  });

  it('links to nothing, for another client', async () => {
    await start({ publishDiagnostics: {} });
    await client.open(`${uri}/draft.md`, TEXT);
    const [diagnostic] = await client.diagnostics(`${uri}/draft.md`, 1);
    assert.equal(diagnostic?.code, 'sentence/repeated-word');
    assert.equal(diagnostic.codeDescription, undefined);
  });
});
