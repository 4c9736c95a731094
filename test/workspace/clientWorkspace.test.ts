import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { ClientWorkspace } from '../../server/workspace/clientWorkspace.js';
import { FindFilesRequest } from '../../protocol/requests.js';
import { UnreadableError } from '../../server/workspace/workspace.js';

const FILES: Readonly<Record<string, unknown>> = {
  'vfs://host/beat%20one/lido.md': { bytes: Buffer.from('The lido is open.') },
  'vfs://host/beat%20one/large.md': 'too large',
};

/** A workspace of a client that has these files and always finds `found`. */
function workspaceOf(folder: string, found: readonly string[] = []): ClientWorkspace {
  const sendRequest = (type: { readonly method: string }, params: { readonly uri: string }) =>
    type.method === FindFilesRequest.method
      ? Promise.resolve(found)
      : params.uri.endsWith('broken.md')
        ? Promise.reject(new Error('the client is gone'))
        : Promise.resolve(FILES[params.uri] ?? null);
  return new ClientWorkspace({ sendRequest } as unknown as Connection, URI.parse(folder));
}

describe('client workspace', () => {
  const beat = workspaceOf('vfs://host/beat%20one');

  it('has URIs in the folder, above it, and at the root', () => {
    assert.equal(beat.uriOf('may/a b#1.md'), 'vfs://host/beat%20one/may/a%20b%231.md');
    assert.equal(beat.uriOf('../x.md'), 'vfs://host/x.md');
    assert.equal(beat.uriOf('../../../x.md'), 'vfs://host/x.md');
    assert.equal(workspaceOf('vfs://host').uriOf('x.md'), 'vfs://host/x.md');
    assert.equal(workspaceOf('file:///').uriOf('x.md'), 'file:///x.md');
  });

  it('names the files in the folder of a draft and above it', () => {
    assert.deepEqual(beat.ancestorPaths('may/lido.md', 'style.json'), [
      'may/style.json',
      'style.json',
      '../style.json',
    ]);
  });

  it('reads files, or reports the reason', async () => {
    assert.equal(await beat.readText('lido.md'), 'The lido is open.');
    await assert.rejects(beat.readText('large.md'), /^UnreadableError: large\.md is larger than /u);
    for (const path of ['gone.md', 'broken.md']) {
      await assert.rejects(
        beat.readText(path),
        (error) => error instanceof UnreadableError && error.isMissing,
      );
    }
  });

  it('finds files by their paths, except hidden ones', async () => {
    const found = [
      'vfs://host/beat%20one/sources/b.md',
      'vfs://host/beat one/sources/a%20b.md',
      'vfs://host/beat%20one/sources/b.md',
      'vfs://host/beat%20one/sources/.hidden/c.md',
      'vfs://host/elsewhere/d.md',
    ];
    assert.deepEqual(await workspaceOf('vfs://host/beat%20one', found).find(['**']), [
      'sources/a b.md',
      'sources/b.md',
    ]);
  });
});
