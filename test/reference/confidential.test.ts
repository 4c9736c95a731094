import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { shareablePassage } from '../../server/reference/confidential.js';
import { buildBase, indexSource } from '../../server/reference/indexSource.js';
import { decodeSourceIndex, encodeSourceIndex } from '../../server/reference/sourceIndexBytes.js';
import { restoreIndexes, storeIndexes } from '../../server/reference/storedIndexes.js';

const TEXT = '---\ndate: 2026-03-09\nconfidential: true\n---\n\nThe pier is unsafe.\n';

describe('a confidential source', () => {
  it('stays so in every form in which its index is kept', () => {
    const index = indexSource({ name: 'tip.md', text: TEXT });
    assert.equal(index.isConfidential, true);
    assert.equal(decodeSourceIndex(encodeSourceIndex(index)).isConfidential, true);
    assert.equal(restoreIndexes(storeIndexes([index]))?.[0]?.isConfidential, true);
  });

  it('may be a dossier', () => {
    const text = '---\ndossier: People\nconfidential: true\n---\n\n# People\n';
    assert.equal(indexSource({ name: 'people.md', text }).isConfidential, true);
  });

  it('shares no passage', () => {
    const { base } = buildBase([
      { name: 'tip.md', text: TEXT },
      { name: 'open.md', text: 'The pier is safe.' },
    ]);
    const open = { source: 'open.md', line: 1, passage: 'par. 1', text: 'The pier is safe.' };
    assert.deepEqual(shareablePassage(open, base), open);
    assert.deepEqual(
      shareablePassage(
        { source: 'tip.md', line: 6, passage: 'par. 2', text: 'The pier is unsafe.' },
        base,
      ),
      { source: 'confidential source', line: 1, text: '(withheld)' },
    );
  });
});
