import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver/node';
import { CAPABILITIES, QUIET, TestClient } from './testClient.js';

const FOLDER = pathToFileURL(resolve('.')).href;
const LONG = `${FOLDER}/long.md`;
const SHORT = `${FOLDER}/short.md`;

/** A draft without two identical sentences, so that its check takes seconds. */
const TEXT = Array.from({ length: 3000 }, (_, night) =>
  [
    `On night ${night} Vera Tollmann and Jonas Okpara of the harbour board counted ${night * 7} crates.`,
    `“We lost ${night} of them,” Mr. Okpara told the ${night % 50}th committee, and left.`,
  ].join(' '),
).join('\n\n');

describe('the built server, during the check of a long draft', () => {
  let client: TestClient;

  beforeEach(async () => {
    client = new TestClient([process.execPath, 'dist/server.cjs', '--stdio']);
    // Sentences that are read later would publish the long draft again.
    client.settings = {
      severity: QUIET,
      sources: ['reference/*.md'],
      sentenceReader: 'off',
    };
    await client.start(FOLDER, CAPABILITIES);
    await client.open(SHORT, 'Narendra Modi stays at home.\n');
    await client.diagnostics(SHORT, 1);
    await client.open(LONG, TEXT);
  });

  // The abandoned check does not delay the end of the server.
  afterEach(async () => {
    const published = client.versions(LONG).length;
    assert.equal(await client.end(), 0);
    assert.equal(client.versions(LONG).length, published);
  });

  const hover = (): Promise<Hover> =>
    client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: SHORT },
      position: { line: 0, character: 2 },
    });

  it('answers requests about another draft', async () => {
    for (let asked = 0; asked < 5; asked++) {
      assert.match(JSON.stringify(await hover()), /Narendra Modi/u);
    }
    assert.deepEqual(client.versions(LONG), []);
  });

  it('checks another draft while it is typed', async () => {
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: SHORT, version: 2 },
      contentChanges: [{ text: 'Narendra Modi stays at at home.\n' }],
    });
    const [finding] = await client.diagnostics(SHORT, 2);
    assert.equal(finding?.code, 'sentence/repeated-word');
    assert.deepEqual(client.versions(LONG), []);
  });

  it('answers a request about another draft before the claims of a long one are computed', async () => {
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: LONG, version: 2 },
      contentChanges: [{ text: TEXT.slice(0, 60_000) }],
    });
    await client.diagnostics(LONG, 2);
    const answered: string[] = [];
    const symbols = client.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: LONG },
    });
    await Promise.all([
      symbols.then(() => answered.push('symbols')),
      hover().then(() => answered.push('hover')),
    ]);
    assert.deepEqual(answered, ['hover', 'symbols']);
  });

  it('abandons it for a newer version', async () => {
    await hover();
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: LONG, version: 2 },
      contentChanges: [{ text: 'The gate fell fell.\n' }],
    });
    const [finding] = await client.diagnostics(LONG, 2);
    assert.equal(finding?.code, 'sentence/repeated-word');
    assert.deepEqual(client.versions(LONG), [2]);
  });
});
