import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DRAFT, FOLDER, UNCANCELLED } from '../../session/fakeEditor.js';
import { AT, MISTAKE, SOURCES, editorWith } from '../lidoEditor.js';

describe('requests about documents that are not open', () => {
  it('have empty answers', async () => {
    for (const uri of [DRAFT, `${FOLDER}sources/lido.md`, 'untitled:Nothing', '']) {
      const { session, handlers } = editorWith({ ...SOURCES, 'draft.md': MISTAKE });
      const at = { ...AT, textDocument: { uri } };
      const { textDocument } = at;
      assert.deepEqual(
        await handlers.navigation.documentSymbols({ textDocument }, UNCANCELLED),
        [],
      );
      assert.deepEqual(await handlers.navigation.highlights(at, UNCANCELLED), []);
      assert.deepEqual(
        await handlers.navigation.references(
          { ...at, context: { includeDeclaration: true } },
          UNCANCELLED,
        ),
        [],
      );
      assert.equal(await handlers.rename.prepare(at, UNCANCELLED), undefined);
      assert.equal(
        await handlers.rename.rename({ ...at, newName: 'Oduyo' }, UNCANCELLED),
        undefined,
      );
      assert.equal(await handlers.completion.completions(at, UNCANCELLED), undefined);
      assert.deepEqual(await handlers.annotations.semanticTokens({ textDocument }, UNCANCELLED), {
        data: [],
      });
      assert.deepEqual(await handlers.annotations.codeLenses({ textDocument }, UNCANCELLED), []);
      assert.equal(await handlers.factSheet.sheet({ textDocument }, UNCANCELLED), null);
      const report = await session.diagnostics.pull({ textDocument }, UNCANCELLED);
      assert.ok(report.kind === 'full' && report.items.length === 0);
      const item = { label: 'x', data: { uri, name: 'Maren Oduya' } };
      assert.deepEqual(handlers.completion.resolve(item), item);
    }
  });
});
