// Writes what is generated from the table of rules: the settings in package.json, the codes in the JSON schema,
// and the page docs/rules.md; and from the table of tools for assistants, what package.json says of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ASSISTANT_TOOLS, inputSchemaOf } from './protocol/assistants.js';
import { CODES_AND_FAMILIES, FAMILIES, RULES, isCode } from './server/checks/rules.js';
import { RULES_PAGE, rulesPage } from './server/checks/rulesPage.js';
import { SEVERITIES } from './server/checks/severity.js';

const MANIFEST = 'package.json';
const SCHEMA = 'schemas/suppressions.schema.json';

/** Every generated file with the text that it should have, by path from the root. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = [
    [MANIFEST, JSON.stringify(manifest(), undefined, 2)],
    [SCHEMA, JSON.stringify(schema(), undefined, 2)],
    [RULES_PAGE, rulesPage()],
  ] as const;
  return new Map(
    await Promise.all(
      files.map(async ([path, text]) => {
        const options = await resolveConfig(path);
        return [path, await format(text, { ...options, filepath: path })] as const;
      }),
    ),
  );
}

function manifest(): unknown {
  const json: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const severity = { type: 'string', enum: [...SEVERITIES] };
  // It is in the first section of the settings.
  put(json, ['contributes', 'configuration', '0', 'properties', 'copydesk.severity'], {
    propertyNames: selectors(),
    properties: Object.fromEntries(
      Object.keys(FAMILIES).map((family) => [
        family,
        { ...severity, description: `%setting.severity.${family}%` },
      ]),
    ),
    additionalProperties: severity,
  });
  put(json, ['contributes'], {
    languageModelTools: ASSISTANT_TOOLS.map((tool) => ({
      name: `copydesk_${tool.name}`,
      displayName: tool.title,
      userDescription: tool.title,
      modelDescription: tool.description,
      toolReferenceName: `copydesk-${tool.name.replace('_', '-')}`,
      canBeReferencedInPrompt: true,
      inputSchema: inputSchemaOf(tool),
      when: 'config.copydesk.assistants',
    })),
  });
  return json;
}

function schema(): unknown {
  const json: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  put(json, ['properties', 'ignoredFindings', 'items', 'properties', 'code'], selectors());
  return json;
}

/** All that a setting or a suppression may name, as JSON schema. */
function selectors(): object {
  return {
    enum: CODES_AND_FAMILIES,
    enumDescriptions: CODES_AND_FAMILIES.map((selector) =>
      isCode(selector) ? `${RULES[selector].description}.` : `Every ${selector}/… code.`,
    ),
  };
}

/** Puts values into the object at a path in a JSON value. */
function put(json: unknown, path: readonly string[], values: object): void {
  const target = path.reduce<unknown>(
    (object, key) => (object as Readonly<Record<string, unknown>>)[key],
    json,
  );
  Object.assign(target as object, values);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generatedFiles()) writeFileSync(path, text);
}
