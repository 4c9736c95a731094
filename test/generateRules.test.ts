import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { generatedFiles } from '../generateRules.js';

describe('everything generated from the table of rules', () => {
  it('is up to date', async () => {
    for (const [path, text] of await generatedFiles()) {
      assert.equal(readFileSync(path, 'utf8'), text, `${path} is stale: run “npm run rules”`);
    }
  });
});
