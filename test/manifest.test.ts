import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import manifest from '../package.json' with { type: 'json' };
import schema from '../schemas/decisions.schema.json' with { type: 'json' };
import { DEFAULT_SEVERITY } from '../server/checks/finding.js';
import { DECISIONS_FILE } from '../server/checks/ignores/decisionsFile.js';
import { LEGEND } from '../server/features/semanticTokens.js';

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

  it('gives a colour to every kind of word that the server tells', () => {
    const types = manifest.contributes.semanticTokenTypes.map(({ id }) => id);
    const [colours] = manifest.contributes.semanticTokenScopes;
    assert.deepEqual(types, LEGEND.tokenTypes);
    assert.deepEqual(Object.keys(colours?.scopes ?? {}), LEGEND.tokenTypes);
  });

  it('completes and validates decisions with every code and family', () => {
    const [validation] = manifest.contributes.jsonValidation;
    assert.equal(validation?.url, './schemas/decisions.schema.json');
    assert.equal(validation.fileMatch, DECISIONS_FILE);
    const { enum: known } = schema.properties.ignoredFindings.items.properties.code;
    assert.deepEqual([...known].sort(), [...families, ...codes].sort());
  });
});
