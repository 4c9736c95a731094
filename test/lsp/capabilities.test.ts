import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { capabilitiesFor } from '../../server/lsp/capabilities.js';

describe('server capabilities', () => {
  it('are those that the client supports', () => {
    const bare = Object.keys(capabilitiesFor({}));
    const all = capabilitiesFor({
      textDocument: {
        rename: { prepareSupport: true },
        completion: {},
        semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] },
        codeLens: {},
        diagnostic: {},
      },
      workspace: { symbol: {} },
    });
    assert.deepEqual(
      Object.keys(all)
        .filter((key) => !bare.includes(key))
        .sort(),
      [
        'codeLensProvider',
        'completionProvider',
        'diagnosticProvider',
        'renameProvider',
        'semanticTokensProvider',
        'workspaceSymbolProvider',
      ],
    );
    assert.deepEqual(all.renameProvider, { prepareProvider: true });
    assert.equal(capabilitiesFor({ textDocument: { rename: {} } }).renameProvider, true);
  });
});
