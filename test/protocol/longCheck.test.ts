import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Hover } from 'vscode-languageserver/node';
import { CAPABILITIES, QUIET, Talk } from './talk.js';

const LONG = 'memory:///long.md';
const SHORT = 'memory:///short.md';

/** A draft of which no two sentences are alike, so that its check takes seconds. */
const TEXT = Array.from({ length: 3000 }, (_, night) =>
  [
    `On night ${night} Vera Tollmann and Jonas Okpara of the harbour board counted ${night * 7} crates.`,
    `“We lost ${night} of them,” Mr. Okpara told the ${night % 50}th committee, and left.`,
  ].join(' '),
).join('\n\n');

describe('while a long draft is checked, the built server', () => {
  let talk: Talk;

  beforeEach(async () => {
    talk = new Talk([process.execPath, 'dist/server.cjs', '--stdio']);
    talk.settings = { severity: QUIET };
    await talk.start(undefined, CAPABILITIES);
    await talk.open(SHORT, 'Narendra Modi stays at home.\n');
    await talk.diagnostics(SHORT, 1);
    await talk.open(LONG, TEXT);
  });

  // What nobody waits for any more keeps nobody waiting.
  afterEach(async () => {
    const told = talk.versions(LONG).length;
    assert.equal(await talk.end(), 0);
    assert.equal(talk.versions(LONG).length, told);
  });

  const hover = (): Promise<Hover> =>
    talk.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: SHORT },
      position: { line: 0, character: 2 },
    });

  it('answers about another draft', async () => {
    for (let asked = 0; asked < 5; asked++) {
      assert.match(JSON.stringify(await hover()), /Narendra Modi/u);
    }
    assert.deepEqual(talk.versions(LONG), []);
  });

  it('tells of another draft what is typed there', async () => {
    await talk.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: SHORT, version: 2 },
      contentChanges: [{ text: 'Narendra Modi stays at at home.\n' }],
    });
    const [slip] = await talk.diagnostics(SHORT, 2);
    assert.equal(slip?.code, 'sentence/repeated-word');
    assert.deepEqual(talk.versions(LONG), []);
  });

  it('answers about another draft before the claims of a long one are made out', async () => {
    await talk.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: LONG, version: 2 },
      contentChanges: [{ text: TEXT.slice(0, 60_000) }],
    });
    await talk.diagnostics(LONG, 2);
    const answered: string[] = [];
    const symbols = talk.connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: LONG },
    });
    await Promise.all([
      symbols.then(() => answered.push('symbols')),
      hover().then(() => answered.push('hover')),
    ]);
    assert.deepEqual(answered, ['hover', 'symbols']);
  });

  it('leaves it off for a newer version', async () => {
    await hover();
    await talk.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: LONG, version: 2 },
      contentChanges: [{ text: 'The gate fell fell.\n' }],
    });
    const [slip] = await talk.diagnostics(LONG, 2);
    assert.equal(slip?.code, 'sentence/repeated-word');
    assert.deepEqual(talk.versions(LONG), [2]);
  });
});
