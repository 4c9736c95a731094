import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Extension, extensions } from 'vscode';
import { until } from '../until.js';
import { openDraft } from './drafts.js';

describe('Copydesk in a folder', () => {
  it('is not activated before a Markdown file is opened', async () => {
    const copydesk = (): Extension<unknown> | undefined =>
      extensions.getExtension('copydesk.copydesk');
    assert.equal(copydesk()?.isActive, false);
    await openDraft('rail-link.md');
    await until('it is active', () => copydesk()?.isActive);
  });
});
