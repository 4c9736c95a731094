import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import manifest from '../package.json' with { type: 'json' };
import texts from '../package.nls.json' with { type: 'json' };
import schema from '../schemas/suppressions.schema.json' with { type: 'json' };
import { CODES_AND_FAMILIES, FAMILIES } from '../server/checks/rules.js';
import { SUPPRESSIONS_FILE } from '../server/suppressions/suppressionsFile.js';
import { SEMANTIC_TOKENS_LEGEND } from '../protocol/capabilityConstants.js';

/** The parts of a setting in the manifest that the tests read. */
interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly markdownDescription: string;
}

/** The text of a reference to a translation. */
function textOf(reference: string): string {
  const key = reference.replaceAll('%', '');
  return Object.entries(texts).find(([known]) => known === key)?.[1] ?? reference;
}

describe('the manifest', () => {
  const sections = manifest.contributes.configuration;
  const severity = sections[0]?.properties['copydesk.severity'];
  assert.ok(severity !== undefined);

  it('lets a reporter set the severity of every code and family, and of nothing else', () => {
    assert.deepEqual(severity.propertyNames.enum, CODES_AND_FAMILIES);
    assert.equal(severity.propertyNames.enumDescriptions.length, CODES_AND_FAMILIES.length);
  });

  it('describes each family', () => {
    assert.deepEqual(Object.keys(severity.properties), Object.keys(FAMILIES));
  });

  it('shows six settings at most before the grouped ones, none of them twice', () => {
    const [main] = sections;
    assert.equal(main?.title, manifest.displayName);
    assert.ok(Object.keys(main.properties).length <= 6);
    assert.deepEqual(
      sections.map(({ order }) => order),
      sections.map((_, index) => index + 1),
    );
    const names = sections.flatMap(({ properties }) => Object.keys(properties));
    assert.deepEqual([...new Set(names)], names);
  });

  const settings = sections.flatMap(({ properties }) => Object.entries<Setting>(properties));
  for (const [name, setting] of settings) {
    it(`describes ${name} with an example that is valid and not its default`, () => {
      const description = textOf(setting.markdownDescription);
      const example = / Example[^`]*: `("copydesk[^`]+)`$/u.exec(description)?.[1];
      const read: unknown = JSON.parse(`{${example ?? ''}}`);
      const [[written, value] = ['', undefined], ...others] = Object.entries(read as object);
      assert.deepEqual([written, others], [name, []]);
      assert.equal(Array.isArray(value) ? 'array' : typeof value, setting.type);
      assert.ok(setting.enum === undefined || setting.enum.includes(String(value)));
      assert.notDeepEqual(value, setting.default);
    });
  }

  it('has at most eight settings', () => {
    assert.ok(settings.length <= 8, settings.map(([name]) => name).join());
  });

  it('has at most twenty commands in the palette, each in the walkthrough or on a page for reporters', () => {
    const { commands, menus, walkthroughs } = manifest.contributes;
    const never = menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const inPalette = commands.filter(({ command }) => !never.includes(command));
    assert.ok(inPalette.length <= 20, inPalette.map(({ command }) => command).join());
    const pages = [
      JSON.stringify(walkthroughs),
      ...[
        'README.md',
        'docs/extension.md',
        'docs/archive.md',
        'docs/assistants.md',
        'docs/second-opinion.md',
      ].map((page) => readFileSync(page, 'utf8').replace(/\s+/gu, ' ')),
    ].join('\n');
    const unexplained = inPalette.filter(
      ({ command, title }) =>
        !pages.includes(command) && !pages.includes(textOf(title).replace('…', '')),
    );
    assert.deepEqual(unexplained, []);
  });

  it('shows the commands of an archive only with an archive', () => {
    const { commands, menus } = manifest.contributes;
    for (const { command } of commands.filter((one) => /archive/iu.test(one.command))) {
      const shown = menus.commandPalette.find((one) => one.command === command);
      assert.equal(shown?.when, 'config.copydesk.archive', command);
    }
  });

  it('lets no folder set the archive, the access of assistants, or the limits of a model', () => {
    const scopes = sections.flatMap(({ properties }) => Object.entries<object>(properties));
    const machine = scopes.flatMap(([name, setting]) =>
      'scope' in setting && setting.scope === 'machine' ? [name] : [],
    );
    assert.deepEqual(machine, [
      'copydesk.assistants',
      'copydesk.archive',
      'copydesk.secondOpinion',
    ]);
  });

  it('gives a colour to every kind of semantic token', () => {
    const types = manifest.contributes.semanticTokenTypes.map(({ id }) => id);
    const [colours] = manifest.contributes.semanticTokenScopes;
    assert.deepEqual(types, SEMANTIC_TOKENS_LEGEND.tokenTypes);
    assert.deepEqual(Object.keys(colours?.scopes ?? {}), SEMANTIC_TOKENS_LEGEND.tokenTypes);
  });

  it('takes every text that a reporter sees from the translations', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/gu)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
  });

  it('refers only to commands that exist', () => {
    const own = manifest.contributes.commands.map(({ command }) => command);
    const { commandPalette, ...menus } = manifest.contributes.menus;
    const named = [
      ...JSON.stringify(texts).matchAll(/\(command:(?:toSide:)?(copydesk\.\w+)\)/gu),
      ...JSON.stringify(manifest.contributes.walkthroughs).matchAll(/onCommand:(copydesk\.\w+)/gu),
    ].map(([, command]) => command);
    const inMenus = [commandPalette, ...Object.values(menus)].flat().map(({ command }) => command);
    const withKeys = manifest.contributes.keybindings.map(({ command }) => command);
    assert.deepEqual(
      [...named, ...inMenus, ...withKeys].filter((command) => !own.includes(command ?? '')),
      [],
    );
  });

  it('refers only to files that exist', () => {
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

  it('packages everything that is built, as editors start the command line for assistants', () => {
    const built = [...readFileSync('build.mjs', 'utf8').matchAll(/'(dist\/[\w-]+\.\w+)'/gu)];
    const packaged = readFileSync('.vscodeignore', 'utf8').split('\n');
    const missing = new Set(built.map(([, file]) => file ?? ''));
    for (const line of packaged) missing.delete(line.replace(/^!/u, ''));
    assert.deepEqual([...missing], []);
  });

  it('completes and validates suppressions with every code and family', () => {
    const [validation] = manifest.contributes.jsonValidation;
    assert.equal(validation?.url, './schemas/suppressions.schema.json');
    assert.equal(validation.fileMatch, SUPPRESSIONS_FILE);
    const { code } = schema.properties.ignoredFindings.items.properties;
    assert.deepEqual(code.enum, CODES_AND_FAMILIES);
    assert.equal(code.enumDescriptions.length, CODES_AND_FAMILIES.length);
  });
});
