import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { describe, it } from 'mocha';
import { storyFiles } from '../../client/storyFiles.js';
import { readProse } from '../../server/prose/prose.js';
import { isDossier, readDossier } from '../../server/reference/dossier.js';
import { readSettings } from '../../server/session/settings.js';

describe('the files of a new story', () => {
  const files = storyFiles('Harbour inquiry: what the *board* "knew"');

  it('begin with a draft that has the title as its headline', () => {
    const [[path, text] = ['', '']] = files;
    assert.equal(path, 'harbour-inquiry-what-the-board-knew.md');
    const [headline] = readProse(text).blocks;
    assert.equal(headline?.kind, 'heading');
    assert.equal(headline.text, 'Harbour inquiry: what the *board* "knew"');
  });

  it('contain a dossier without entries or problems', () => {
    const dossier = files.get('sources/dossier.md') ?? '';
    assert.ok(isDossier(dossier));
    const { base, problems } = readDossier('sources/dossier.md', readProse(dossier));
    assert.deepEqual([base.entities, base.quotes, base.facts, problems], [[], [], [], []]);
  });

  it('contain the settings, with their defaults', () => {
    const settings = parse(files.get('.vscode/settings.json') ?? '') as Record<string, unknown>;
    assert.deepEqual(Object.keys(settings), ['copydesk.sources']);
    assert.deepEqual(settings['copydesk.sources'], readSettings({}).sources);
  });
});
