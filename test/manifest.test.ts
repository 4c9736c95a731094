import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../package.json' with { type: 'json' };
import { DEFAULT_SEVERITY } from '../server/checks/finding.js';

describe('the manifest', () => {
  const severity = manifest.contributes.configuration.properties['copydesk.severity'];
  const codes = Object.keys(DEFAULT_SEVERITY);
  const families = new Set(codes.map((code) => code.split('/')[0]));

  it('lets a reporter set the severity of every code and family, and of nothing else', () => {
    assert.deepEqual([...severity.propertyNames.enum].sort(), [...families, ...codes].sort());
  });

  it('says what each family is about', () => {
    assert.deepEqual(Object.keys(severity.properties).sort(), [...families].sort());
  });
});
