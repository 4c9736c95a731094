import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import manifest from '../package.json' with { type: 'json' };
import texts from '../package.nls.json' with { type: 'json' };
import schema from '../schemas/decisions.schema.json' with { type: 'json' };
import { DEFAULT_SEVERITY } from '../server/checks/finding.js';
import { SUPPRESSIONS_FILE } from '../server/suppressions/suppressionsFile.js';
import { SEMANTIC_TOKENS_LEGEND } from '../protocol/capabilityConstants.js';

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
    assert.deepEqual(types, SEMANTIC_TOKENS_LEGEND.tokenTypes);
    assert.deepEqual(Object.keys(colours?.scopes ?? {}), SEMANTIC_TOKENS_LEGEND.tokenTypes);
  });

  it('says in the reporter’s language all that it says', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/gu)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('leads to commands that there are', () => {
    const own = manifest.contributes.commands.map(({ command }) => command);
    const { commandPalette, ...menus } = manifest.contributes.menus;
    const named = [
      ...JSON.stringify(texts).matchAll(/\(command:(?:toSide:)?(copydesk\.\w+)\)/gu),
      ...JSON.stringify(manifest.contributes.walkthroughs).matchAll(/onCommand:(copydesk\.\w+)/gu),
    ].map(([, command]) => command);
    const inMenus = [commandPalette, ...Object.values(menus)].flat().map(({ command }) => command);
    assert.deepEqual(
      [...named, ...inMenus].filter((command) => !own.includes(command ?? '')),
      [],
    );
  });

  it('shows files that there are', () => {
    const files = [
      manifest.icon,
      ...manifest.contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...manifest.contributes.views.copydesk.map(({ icon }) => icon),
      ...manifest.contributes.walkthroughs.flatMap(({ steps }) =>
        steps.map(({ media }) => media.markdown),
      ),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('packages all that is built but the command with its bundle', () => {
    const built = [...readFileSync('build.mjs', 'utf8').matchAll(/'(dist\/[\w-]+\.\w+)'/gu)];
    const packaged = readFileSync('.vscodeignore', 'utf8').split('\n');
    const missing = new Set(built.map(([, file]) => file ?? ''));
    for (const line of packaged) missing.delete(line.replace(/^!/u, ''));
    assert.deepEqual([...missing], ['dist/cli.cjs', 'dist/terminal.cjs']);
  });

  it('completes and validates decisions with every code and family', () => {
    const [validation] = manifest.contributes.jsonValidation;
    assert.equal(validation?.url, './schemas/decisions.schema.json');
    assert.equal(validation.fileMatch, SUPPRESSIONS_FILE);
    const { enum: known } = schema.properties.ignoredFindings.items.properties.code;
    assert.deepEqual([...known].sort(), [...families, ...codes].sort());
  });
});
